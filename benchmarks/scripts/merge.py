"""The library alone: load a folder with a base and proposals, and merge them. Timed as a whole process."""

import sys

import resedit

target = resedit.find(sys.argv[1])
merged = resedit.merge_all(target.base, target.proposals, target.sources)
sys.stdout.write(f"{len(merged.meetings)} meetings, {len(merged.conflicts)} conflicts\n")
