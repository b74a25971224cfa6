"""The library alone: load a base and a proposal, apply, print the final text. Timed as a whole process."""

import sys
from pathlib import Path

import resedit
from resedit.store.load import expect

base_file, proposal_file = map(Path, sys.argv[1:])
base = expect(resedit.load_file(base_file), resedit.Resolution, base_file.name)
proposal = expect(resedit.load_file(proposal_file), resedit.Proposal, proposal_file.name)
sys.stdout.write(resedit.text(resedit.apply(base, [proposal]).final()))
