"""What a branch is compared with where nobody says it: what the CI server says, else the default branch."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from resedit.model.problem import UsageError
from resedit.project.git import NOTHING, Repository

USUAL = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""The default branch of the server, or of this repository where it has none."""


def baseline(repository: Repository, environment: Mapping[str, str]) -> str:
    """The revision that a branch is compared with.

    In GitHub Actions the branch that a pull request is for, or the commit before a push; in GitLab CI the commit that a
    merge request starts from; elsewhere the default branch of `origin`, else `main` or `master` here; before the first
    commit, nothing (forty zeros). Raises UsageError where there is none of them. Source: GitHub, “Variables reference”
    and “Webhook events and payloads”; GitLab, “Predefined CI/CD variables reference”.
    """
    named = list(_by_server(environment))
    candidates = named or USUAL
    for revision in candidates:
        if NOTHING.fullmatch(revision) or repository.holds(revision):
            return revision
    if named:
        return named[-1]  # so that what is missing is said where it is looked for
    if not repository.holds("HEAD"):
        return "0" * 40
    raise UsageError("there is no branch to compare with", "name one: origin/main, a tag, a commit")


def _by_server(environment: Mapping[str, str]) -> Iterator[str]:
    """What the CI server says, best first."""
    event = _event(environment)
    if environment.get("GITHUB_BASE_REF"):
        yield f"origin/{environment['GITHUB_BASE_REF']}"
        yield from _texts(_at(event, "pull_request", "base", "sha"))
    elif "before" in event:
        default = _at(event, "repository", "default_branch")
        is_first = NOTHING.fullmatch(str(event["before"]))
        if not is_first:
            yield from _texts(event["before"])
        if event.get("ref") != f"refs/heads/{default}":  # a new branch, or one that was forced
            yield f"origin/{default}"
        elif is_first:
            yield from _texts(event["before"])
    elif environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        yield environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"]


def _event(environment: Mapping[str, str]) -> dict[str, Any]:
    """The event that a job of GitHub Actions was started by; empty where there is none."""
    name = environment.get("GITHUB_EVENT_PATH")
    if not name:
        return {}
    try:
        event = json.loads(Path(name).read_bytes())
    except (OSError, ValueError):
        raise UsageError(f"GITHUB_EVENT_PATH names no event that can be read: {name}", "name a base instead") from None
    return event if isinstance(event, dict) else {}


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
