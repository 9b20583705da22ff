"""What is known of texts from before saves work and changes nothing."""

import pytest

from transforms.dedup import find_rewrites
from transforms.dedup.find_rewrites import KnownRewrites, RewriteFinder, anchors_of
from transforms.dedup.rewrites import outline
from transforms.known_results import DamagedResultsError

TOWNS = ("Aldburg", "Brenna", "Corvik", "Dunholm", "Esker", "Fallow")
MISSION = """
Inspectors from the Lake Commission reached {town} on Monday and found 14 leaking pipes below the Orsa Mill.
Engineer Petra Lind said the Orsa Mill had ignored two warnings, in March and in August, about valves made by Norling.
The Lake Commission may fine the Orsa Mill 30 million crowns, its chair Tomas Reker told the Aldburg Courier.
Fishermen in {town} have lost half of their catch since June, and the Salmon Guild wants pumps from Norling replaced.
Norling denied on Tuesday that valves sold to the Orsa Mill in 2019 were faulty, and blamed a frost in February.
Divers will look at the dam near Hollow Bridge in April, and the parish of Saint Brita has opened wells to 400 households.
"""
RETOLD = """
Fully 14 leaking pipes below the Orsa Mill were found by inspectors whom the Lake Commission sent to {town} on Monday.
Warnings in March and August about the valves from Norling were both ignored by the Orsa Mill, said engineer Petra Lind.
Tomas Reker, chair of the Lake Commission, told the Aldburg Courier that a fine of 30 million crowns may hit the Orsa Mill.
Half of the catch is lost since June, say fishermen in {town}, and pumps from Norling must be replaced, the Salmon Guild wants.
A frost in February is what Norling blamed on Tuesday; valves sold in 2019 to the Orsa Mill were not faulty, it denied.
In April the dam near Hollow Bridge is to be looked at by divers; 400 households draw from wells of the parish of Saint Brita.
"""
TEXTS = [text.format(town=town) for town in TOWNS[:3] for text in (MISSION, RETOLD)]


def anything(_i, _j):
    return True


@pytest.fixture
def outlined(monkeypatch):
    """The texts that are outlined, one after the other."""
    texts = []

    def noted(text):
        texts.append(text)
        return outline(text)

    monkeypatch.setattr(find_rewrites, "outline", noted)
    return texts


def test_the_pairs_are_those_from_scratch_whatever_was_compared_before():
    fresh = RewriteFinder().find(TEXTS, anything)
    assert (0, 1) in fresh
    for before in ([], TEXTS[:1], TEXTS[1:4], TEXTS[::-1], TEXTS):
        finder = RewriteFinder()
        finder.find(before, anything)
        again = RewriteFinder(KnownRewrites.unpack(finder.known.pack()))
        assert again.find(TEXTS, anything) == fresh
        assert again.find([], anything) == {}


def test_a_known_text_is_outlined_only_beside_a_new_one(outlined):
    first = RewriteFinder()
    first.find(TEXTS[:2], anything)
    outlined.clear()
    finder = RewriteFinder(first.known)
    finder.find([*TEXTS[:2], "Nothing of note."], anything)
    assert outlined == ["Nothing of note."]
    finder.find(TEXTS[:3], anything)
    assert sorted(outlined[1:]) == sorted(TEXTS[:3])


def test_pairs_that_may_not_be_are_not_asked_for_and_not_known():
    finder = RewriteFinder()
    assert finder.find(TEXTS, lambda i, j: (i, j) == (0, 1)).keys() == {(0, 1)}
    assert len(finder.known.shares) == 1


def test_short_texts_are_no_rewrites():
    assert RewriteFinder().find([TEXTS[0][:200], TEXTS[1][:200]], anything) == {}


def test_anchors_are_pairs_in_one_sentence_in_no_order():
    one, other = (
        anchors_of(outline(text)) for text in ("Ada met Bo and Cy. Di left.", "Cy saw Bo. Bo saw Ada. Cy saw Ada.")
    )
    assert one.pairs.tolist() == other.pairs.tolist()
    assert len(one.pairs) == 3
    assert anchors_of(outline("Nobody came.")).pairs.tolist() == []


def test_other_bytes_are_damaged():
    finder = RewriteFinder()
    finder.find(TEXTS, anything)
    packed = finder.known.pack()
    back = KnownRewrites.unpack(packed)
    assert back.shares == finder.known.shares
    assert [(one.size, one.pairs.tolist()) for one in back.anchors.values()] == [
        (one.size, one.pairs.tolist()) for one in finder.known.anchors.values()
    ]
    for damaged in (b"", b"other", packed[:100], packed[:-50]):
        with pytest.raises(DamagedResultsError):
            KnownRewrites.unpack(damaged)
