"""YAML: a resolution as a base, a redline as the proposal that makes it."""

from resedit.amend.expand import spelled_out
from resedit.model.problem import UsageError
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.store.write import base_yaml, proposal_yaml


def resolution_yaml(resolution: Resolution) -> str:
    """A resolution as a base."""
    return base_yaml(resolution)


def redline_yaml(redline: Redline) -> str:
    """A redline as the proposal that makes it, every wording written out as CriticMarkup; as the base itself where
    nothing is proposed. Raises UsageError where several proposals made it."""
    if not redline.proposals:
        return base_yaml(redline.base)
    if len(redline.proposals) > 1:
        raise UsageError("the redline of several proposals is no single proposal", "export each, or use --format json")
    return proposal_yaml(spelled_out(redline.base, redline.proposals[0]))
