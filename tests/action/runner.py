"""A runner of GitHub Actions, as far as the steps of a composite action need one.

It gives each `run:` step the environment and the shell that GitHub documents, and reads what the step leaves behind:
its outputs, its part of the summary, the paths it adds. Steps that use other actions are noted and not run. The one
line that would go to the network, `pip install`, is given the resedit under test instead.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.conftest import ROOT
from tests.repository import ENVIRONMENT

SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
PIP = '"$RUNNER_TEMP/resedit/bin/python" -I -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"\n'
INSTALLED = f"""\
printf '#!/bin/sh\\nexec "%s" -I -m resedit "$@"\\n' '{sys.executable}' > "$RUNNER_TEMP/resedit/bin/resedit"
chmod +x "$RUNNER_TEMP/resedit/bin/resedit"
"""


def action() -> dict[str, Any]:
    """The action as its file says."""
    return dict(YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8")))


@dataclass
class Step:
    """How a step ended."""

    name: str
    outcome: str
    log: str = ""
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """How the action ended: its steps by name, its summary and its outputs."""

    steps: dict[str, Step]
    summary: str
    outputs: dict[str, str]

    @property
    def failed(self) -> list[str]:
        """The names of the steps that failed."""
        return [step.name for step in self.steps.values() if step.outcome == "failure"]

    def log(self, name: str) -> str:
        """What a step printed."""
        return self.steps[name].log


class Runner:
    """Runs the action in a workspace; `event` are the variables that GitHub sets for an event."""

    def __init__(self, workspace: Path, temporary: Path, event: dict[str, str]) -> None:
        self.workspace = workspace
        self.temporary = temporary
        self.event = event
        self.path = os.environ["PATH"]

    def run(self, **inputs: str) -> Job:
        """Run every step in order."""
        description = action()
        given = {name: str(value.get("default", "")) for name, value in description["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        steps: dict[str, Step] = {}
        by_id: dict[str, Step] = {}
        self.temporary.mkdir()
        (self.temporary / "summary").touch()
        for number, described in enumerate(description["runs"]["steps"]):
            step = self._step(number, described, Context(given, by_id))
            steps[step.name] = step
            by_id[described.get("id", step.name)] = step
        context = Context(given, by_id)
        outputs = {name: context.text(value["value"]) for name, value in description["outputs"].items()}
        return Job(steps, (self.temporary / "summary").read_text("utf-8"), outputs)

    def _step(self, number: int, described: dict[str, Any], context: "Context") -> Step:
        name = described["name"]
        if not context.holds(described.get("if", "${{ !cancelled() && success() }}")):
            return Step(name, "skipped")
        if "uses" in described:
            return Step(name, "success", outputs={key: context.text(value) for key, value in described["with"].items()})
        assert described["shell"] == "bash"
        assert "${{" not in described["run"], "nothing from outside may become a part of the shell's text"
        script = self.temporary / f"{number}.sh"
        script.write_text(described["run"].replace(PIP, INSTALLED), "utf-8")
        files = {name: self.temporary / f"{number}.{name}" for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for path in files.values():
            path.touch()
        environment = {
            "PATH": self.path,
            "HOME": str(self.temporary),
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary"),
            "RUNNER_TEMP": str(self.temporary),
            **{key: str(path) for key, path in files.items()},
            **self.event,
            **ENVIRONMENT,
            **{key: context.text(value) for key, value in described.get("env", {}).items()},
        }
        done = subprocess.run(
            [*SHELL, str(script)], cwd=self.workspace, env=environment, capture_output=True, check=False, timeout=300
        )
        self.path = ":".join([*reversed(files["GITHUB_PATH"].read_text("utf-8").split()), self.path])
        log = (done.stdout + done.stderr).decode("utf-8")
        assert "Traceback" not in log
        return Step(name, "failure" if done.returncode else "success", log, _outputs(files["GITHUB_OUTPUT"]))


class Context:
    """What expressions may name: the inputs, and the steps that have run."""

    def __init__(self, inputs: dict[str, str], steps: dict[str, Step]) -> None:
        self.inputs = inputs
        self.steps = steps

    def text(self, value: Any) -> str:
        """A value with its expressions evaluated."""
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: self._value(match[1]), str(value))

    def holds(self, condition: str) -> bool:
        """Whether a condition of `&&`, `==` and `!=` holds; nobody cancels."""
        inner = condition.removeprefix("${{ ").removesuffix(" }}")
        return all(self._compare(part.strip()) for part in inner.split("&&"))

    def _compare(self, part: str) -> bool:
        if part == "!cancelled()":
            return True
        if part == "success()":
            return all(step.outcome != "failure" for step in self.steps.values())
        name, operator, text = re.fullmatch(r"(\S+) (==|!=) '(.*)'", part).groups()  # type: ignore[union-attr]
        return (self._value(name) == text) is (operator == "==")

    def _value(self, name: str) -> str:
        parts = name.split(".")
        if parts[0] == "inputs":
            return self.inputs[parts[1]]
        assert parts[0] == "steps", name
        step = self.steps[parts[1]]
        return step.outcome if parts[2] == "outcome" else step.outputs.get(parts[3], "")


def _outputs(path: Path) -> dict[str, str]:
    """What a step wrote to GITHUB_OUTPUT: `name=value`, or `name<<END`, lines, `END`."""
    found = {}
    lines = iter(path.read_text("utf-8").splitlines())
    for line in lines:
        name, here, end = line.partition("<<")
        if here:
            value = []
            for inner in lines:
                if inner == end:
                    break
                value.append(inner)
            found[name] = "\n".join(value)
        else:
            name, _, found_value = line.partition("=")
            found[name] = found_value
    return found
