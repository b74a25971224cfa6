"""The short forms of a new wording: what they make of the base's words."""

from hypothesis import assume, given
from hypothesis import strategies as st

from resedit.amend.expand import StaleError, expand
from resedit.model.proposal import Replacement, Replacements
from resedit.wording import criticmarkup
from resedit.wording.segments import Op
from resedit.wording.tokens import tokens

WORDS = st.text("ab -", max_size=14)
PAIRS = st.lists(
    st.tuples(st.text("ab -", min_size=1, max_size=3), st.text("xy ", max_size=3)), max_size=3, unique_by=lambda p: p[0]
)


@given(WORDS, PAIRS)
def test_replacements_are_made_at_once(old: str, pairs: list[tuple[str, str]]) -> None:
    """Each is looked for in the base's words, none in what another one wrote."""
    replacements = tuple(Replacement(a, b, max(1, old.count(a))) for a, b in pairs)
    try:
        made = expand(Replacements(replacements), old)
    except StaleError:
        assume(False)
        return
    expected, place = "", 0
    while place < len(old):
        pair = next((p for p in replacements if old.startswith(p.old, place)), None)
        expected += pair.new if pair else old[place]
        place += len(pair.old) if pair else 1
    assert (made.original(), made.final()) == (old, expected)
    edges = {0}
    for token in tokens(old):
        edges.add(max(edges) + len(token))
    reached = 0
    for segment in made.segments:
        if segment.op is not Op.INSERT:
            assert reached in edges
            reached += len(segment.text)


def test_a_replacement_inside_a_word_changes_the_word() -> None:
    made = expand(Replacements((Replacement("net", "web"), Replacement("works", "sites"))), "to build networks now")
    assert criticmarkup.write(made) == "to build {--networks--}{++websites++} now"
