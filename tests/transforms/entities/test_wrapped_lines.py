"""Text whose lines end anywhere: what stands across the end of a line is found as on one line."""

from transforms.entities.find_entities import find_entities


def test_names_across_lines_are_whole_and_one_with_those_on_a_line(find):
    found = find("The envoy met George\nShultz and the U.S.\nCongress in Oslo. George Shultz then left for New \nYork.")
    names = {entity.local_id: entity.name for entity in found.entities}
    told = [(mention.text, names[mention.entity_id]) for mention in found.mentions]
    assert ("George\nShultz", "George Shultz") in told
    assert ("George Shultz", "George Shultz") in told
    assert any(text.startswith("New") and name in ("New York", "New York City") for text, name in told)
    assert not any("\n" in name or "  " in name for name in names.values())


def test_mentions_slice_to_their_own_text(parse):
    text = "The bank advisory\ncommittee of the U.S.\nTreasury met Ann\nLee."
    for mention in find_entities(parse(text)).mentions:
        assert text[mention.char_start : mention.char_end] == mention.text
