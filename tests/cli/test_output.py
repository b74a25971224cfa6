"""Several files written: all of them, or none."""

from pathlib import Path

import pytest

from resedit.cli.output import write_all, write_files
from resedit.model.problem import UsageError


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("before")
    write_files({tmp_path / "a" / "b" / "new": "one", tmp_path / "old": "two"})
    assert [(tmp_path / name).read_text() for name in ("a/b/new", "old")] == ["one", "two"]


def test_where_one_cannot_be_written_nothing_is_left_of_the_others(tmp_path: Path) -> None:
    """A file stands where a folder would be made; then a folder where a file would."""
    (tmp_path / "old").write_text("before")
    (tmp_path / "folder").mkdir()
    for hopeless in (tmp_path / "old" / "below", tmp_path / "folder"):
        with pytest.raises(UsageError, match="cannot be written"):
            write_files({tmp_path / "a" / "new": "one", tmp_path / "old": "two", hopeless: "three"})
        assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "old"]
        assert (tmp_path / "old").read_text() == "before"


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "late").write_text("theirs")
    with pytest.raises(UsageError, match="meanwhile"):
        write_all({tmp_path / "late": (None, b"ours")})
    assert (tmp_path / "late").read_text() == "theirs"
