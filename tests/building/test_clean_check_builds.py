"""What passes the check can be built: publications with odd values in every field, by seed.

`pytest --odd 2000` tries as many; the suite has time for a hundred.
"""

from pathlib import Path

import pytest
from odd_publications import odd_publication

from wawla.building import pipeline
from wawla.building.pipeline import BuildOptions, pages_of
from wawla.checking.check_publication import Checked, check_publication
from wawla.checking.examples import TODAY
from wawla.rendering.bodies import RENDERING, RendererPool

MOST_ROUNDS = 12
"""How often the check is asked what it still objects to."""


@pytest.mark.slow
def test_no_publication_that_checks_clean_fails_to_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
):
    monkeypatch.setattr(pipeline, "help_pages", tuple)  # they are the same for all, and most of the pages
    seeds = range(request.config.getoption("--odd"))
    failed, unclean = {}, []
    with RendererPool(RENDERING) as workers:
        for seed in seeds:
            checked = checked_clean(seed, tmp_path / str(seed))
            if checked.errors:
                unclean.append(seed)
                continue
            try:
                built = pages_of(tmp_path / str(seed), tmp_path / "cache", checked, workers, BuildOptions(pdfs=False))
            except Exception as error:  # noqa: BLE001 - whatever it is, an editor was told that all is well
                failed[seed] = repr(error)
            else:
                failed.update((seed, each.message) for each in built.stopped_by)
    assert {} == failed
    assert len(unclean) <= len(seeds) // 20, f"too few can be built to tell anything: {unclean}"


def checked_clean(seed: int, root: Path) -> Checked:
    """The publication of this seed, written under `root`, after all that the check refuses was made plain."""
    made = odd_publication(seed)
    for _ in range(MOST_ROUNDS):
        for path, data in made.written().items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        checked = check_publication(root, TODAY)
        if not checked.errors:
            break
        for finding in sorted(checked.errors, key=lambda finding: -finding.place.line):
            made.calm(finding.place.path, finding.place.line)
    return checked


def test_an_odd_publication_is_the_same_at_every_making():
    assert odd_publication(7).written() == odd_publication(7).written()
    assert odd_publication(7).written() != odd_publication(8).written()
