from hashlib import sha256
from pathlib import Path

import pytest

from warehouse.errors import WarehouseError
from warehouse.raw_store import RawStore


def digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def test_bytes_come_back_as_they_went_in(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    contents = {digest(raw): raw for raw in (b"", b"Kyjiv \xff\x00", b"a" * 100_000)}
    store.write_pack([], contents)
    assert {name: store.read(name) for name in contents} == contents


def test_packs_are_numbered_and_their_journal_is_read_in_order(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    for number in (1, 2, 3):
        store.write_pack([{"kind": "arrival", "arrival_no": number}], {digest(bytes([number])): bytes([number])})
    assert [pack.name for pack in store.packs] == ["000001.zip", "000002.zip", "000003.zip"]
    assert [entry["arrival_no"] for entry in store.journal()] == [1, 2, 3]


def test_equal_content_gives_equal_packs(tmp_path: Path) -> None:
    first, second = (RawStore(tmp_path / name).write_pack([{"kind": "x"}], {digest(b"y"): b"y"}) for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_a_pack_that_was_not_finished_does_not_count(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.write_pack([{"kind": "arrival"}], {digest(b"y"): b"y"})
    (tmp_path / "000002.tmp").write_bytes(b"PK half a pack")
    assert len(store.packs) == 1
    assert store.write_pack([], {digest(b"z"): b"z"}).name == "000002.zip"
    assert store.read(digest(b"z")) == b"z"


def test_missing_and_damaged_bytes_are_named(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    with pytest.raises(WarehouseError, match="in no raw pack"):
        store.read("0" * 64)
    pack = store.write_pack([], {digest(b"y" * 500): b"y" * 500})
    raw = bytearray(pack.read_bytes())
    raw[len(raw) // 3] ^= 0xFF
    pack.write_bytes(raw)
    with pytest.raises(WarehouseError, match=r"000001\.zip is damaged"):
        RawStore(tmp_path).read(digest(b"y" * 500))


@pytest.mark.parametrize("bits", [0x01, 0xFF])
def test_any_changed_byte_is_named_as_damage_or_does_none(tmp_path: Path, bits: int) -> None:
    raw = b"Two delegations met in Riga. " * 20
    pack = RawStore(tmp_path).write_pack([{"kind": "arrival"}], {digest(raw): raw})
    whole = pack.read_bytes()
    damaged = 0
    for position, byte in enumerate(whole):
        pack.write_bytes(whole[:position] + bytes([byte ^ bits]) + whole[position + 1 :])
        store = RawStore(tmp_path)
        for look in (
            lambda store=store: store.read(digest(raw)) == raw,
            lambda store=store: len([*store.journal()]) == 1,
        ):
            try:
                assert look()
            except WarehouseError as error:
                damaged += "damaged" in str(error) or "in no raw pack" in str(error)
    assert damaged > len(whole) // 2
