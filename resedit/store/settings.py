"""Reading a project's settings."""

from resedit.model.settings import Level, Settings, Switch
from resedit.store.nodes import Node
from resedit.store.shape import Shape

KEYS = ("rules",)
RULE_KEYS = ("severity", "reason")


def read_settings(shape: Shape, node: Node) -> Settings | None:
    """The settings that a file holds. What is wrong is in `shape.problems`."""
    entries = shape.entries(node, "the settings", KEYS)
    switches = []
    for rule, (key, value) in shape.entries(entries["rules"][1], "rules", ()).items():
        switch = shape.entries(value, f"the rule “{rule}”", RULE_KEYS)
        if shape.required(switch, value, f"the rule “{rule}”", RULE_KEYS):
            level = shape.choice(switch["severity"][1], "severity of a rule", [str(level) for level in Level])
            reason = shape.prose(switch["reason"][1], "reason")
            switches.append(Switch(rule, Level(level), " ".join(reason.split()), shape.place(key)))
    return Settings(tuple(switches), shape.place(node))
