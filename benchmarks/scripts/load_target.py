"""Loads a folder's base and proposals with resedit, and does nothing with them. Timed as a whole process."""

import sys

import resedit

resedit.find(sys.argv[1])
