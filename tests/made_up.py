"""A made-up resolution and a proposal of source XYZ on it, as files."""

BASE = """\
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution
opening: The Made-up Conference (Nowhere, 2001),
provisions:
- recalling:
  - a): Resolution 1 of this conference;
  - b): Resolution 2 of this conference[^1],
- resolves:
  - 1: to continue;
  - 2: to report.
footnotes:
  1: A made-up note.
"""
PROPOSAL = """\
proposal: XYZ/1/1
symbol: MOD
resolution: 7 (Rev. Nowhere, 2001)
revision: Rev. Elsewhere, 2005
source: XYZ
amendments:
- MOD: recalling a
  text: Resolution {--1--}{++11++} of this conference;
- ADD: resolves
  after: 1
  items:
  - to go on;
reasons: Made up
"""
