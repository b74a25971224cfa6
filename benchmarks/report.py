"""From samples to a report: as text, as Markdown, as JSON."""

import json
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cases import Case, Claim, Growth
from measure import Sample, Samples, Spread, cpus, exponent, ratios, spread, walls

Row = tuple[str, ...]
Figures = Callable[[Sequence[Sample]], list[float]]
Table = Callable[[Row, Sequence[Row]], Iterator[str]]


class Finding(NamedTuple):
    """What was measured of a claim: by the clock and by the processor's time."""

    what: str
    wall: Spread
    cpu: Spread
    bound: float | None
    at_least: bool = False

    def holds(self, figure: float) -> bool:
        """Whether a figure keeps to the bound."""
        return self.bound is None or (figure >= self.bound if self.at_least else figure <= self.bound)

    @property
    def verdict(self) -> str:
        """Whether the medians keep to the bound."""
        if self.bound is None:
            return "–"
        by_clock, by_cpu = self.holds(self.wall.median), self.holds(self.cpu.median)
        if by_clock == by_cpu:
            return "holds" if by_clock else "MISSED"
        return "holds by CPU only" if by_cpu else "holds by wall clock only"


@dataclass(frozen=True, slots=True)
class Result:
    """A case that was run."""

    case: Case
    samples: Samples

    def findings(self) -> list[Finding]:
        """What was measured of every claim."""
        return [self._of_claim(c) for c in self.case.claims] + [self._of_growth(g) for g in self.case.growths]

    def _of_claim(self, claim: Claim) -> Finding:
        of, to = self.samples[claim.of], self.samples[claim.to]
        less = self.samples[claim.less] if claim.less else None
        wall = ratios(walls(of), walls(to), walls(less) if less else None)
        cpu = ratios(cpus(of), cpus(to), cpus(less) if less else None)
        return Finding(claim.what, wall, cpu, claim.bound, claim.at_least)

    def _of_growth(self, growth: Growth) -> Finding:
        sizes = [size for size, _ in growth.points]
        columns = [self.samples[name] for _, name in growth.points]
        less = self.samples[growth.less] if growth.less else None
        off = less or [Sample(0.0, 0.0)] * len(columns[0])

        def fit(figures: Figures) -> Spread:
            rounds = zip(*map(figures, columns), strict=True)
            return spread(
                [exponent(sizes, [f - o for f in round_]) for round_, o in zip(rounds, figures(off), strict=True)]
            )

        return Finding(growth.what, fit(walls), fit(cpus), growth.bound)


def circumstances() -> str:
    """What the figures depend on, in one line."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    version = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{version}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}"


def as_text(results: Sequence[Result], where: str) -> str:
    """Tables for the terminal."""
    return "\n".join(_lines(results, where, "", _text_table)) + "\n"


def as_markdown(results: Sequence[Result], where: str) -> str:
    """Tables for a page."""
    return "\n".join(_lines(results, where, "### ", _markdown_table)) + "\n"


def as_json(results: Sequence[Result], where: str) -> str:
    """Everything, every sample included."""
    return (
        json.dumps({"on": where, "cases": [_data(result) for result in results]}, ensure_ascii=False, indent=2) + "\n"
    )


def _data(result: Result) -> dict[str, Any]:
    return {
        "name": result.case.name,
        "title": result.case.title,
        "samples": {name: [s._asdict() for s in samples] for name, samples in result.samples.items()},
        "claims": [
            {
                "what": f.what,
                "wall": f.wall._asdict(),
                "cpu": f.cpu._asdict(),
                "bound": f.bound,
                "at least": f.at_least,
                "verdict": f.verdict,
            }
            for f in result.findings()
        ],
        "skipped": list(result.case.skipped),
    }


def _lines(results: Sequence[Result], where: str, heading: str, table: Table) -> Iterator[str]:
    runs = max((len(samples) for result in results for samples in result.samples.values()), default=0)
    yield f"{where}; medians of {runs} rounds (least–most)"
    for result in results:
        yield from ("", f"{heading}{result.case.name}: {result.case.title}", "")
        yield from table(("process", "wall, ms", "CPU, ms"), _timings(result))
        findings = [_finding_row(finding) for finding in result.findings()]
        if findings:
            yield ""
            yield from table(("ratio", "wall", "CPU", "bound", ""), findings)
        for complaint in result.case.skipped:
            yield from ("", f"NOT MEASURED: {complaint}")


def _timings(result: Result) -> list[Row]:
    return [
        (name, _spread(walls(samples), 1000, 0), _spread(cpus(samples), 1000, 0))
        for name, samples in result.samples.items()
    ]


def _spread(figures: Sequence[float], times: float, digits: int) -> str:
    middle, least, most = (f"{figure * times:.{digits}f}" for figure in spread(figures))
    return f"{middle} ({least}–{most})"


def _finding_row(finding: Finding) -> Row:
    bound = "" if finding.bound is None else f"{'≥' if finding.at_least else '≤'} {finding.bound:g}"
    return (finding.what, _spread(finding.wall, 1, 2), _spread(finding.cpu, 1, 2), bound, finding.verdict)


def _markdown_table(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    for row in (head, tuple("---" for _ in head), *rows):
        yield f"| {' | '.join(row)} |"


def _text_table(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, tuple("-" * width for width in widths), *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
