"""Reading a project's settings."""

from resedit.model.settings import Level, Settings, Switch
from resedit.store.keys import ByName, Choice, Key, Plain, Table
from resedit.store.nodes import Node
from resedit.store.shape import Shape

LEVEL = Choice(tuple(str(level) for level in Level))
RULE = Table((
    Key("severity", "`off`, `query` (listed as an open question) or `warning`.", LEVEL, required=True),
    Key("reason", "Why.", Plain.PROSE, required=True),
))  # fmt: skip
SETTINGS = Table((
    Key("rules", "Rules of `validate` by name. What is an error cannot be switched.", ByName(RULE, may_be_empty=True),
        required=True),
))  # fmt: skip


def read_settings(shape: Shape, node: Node) -> Settings | None:
    """The settings that a file holds; None when it has none. What is wrong is in `shape.problems`."""
    entries = shape.fields(node, "the settings", SETTINGS)
    if entries is None:
        return None
    switches = []
    for rule, (key, value) in shape.entries(entries["rules"][1], "rules", ()).items():
        switch = shape.fields(value, f"the rule “{rule}”", RULE)
        if switch is not None:
            level = shape.choice(switch["severity"][1], "severity of a rule", LEVEL.words)
            reason = shape.prose(switch["reason"][1], "reason")
            switches.append(Switch(rule, Level(level), " ".join(reason.split()), shape.place(key)))
    return Settings(tuple(switches), shape.place(node))
