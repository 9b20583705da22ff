"""Pairs that share keys, against all pairs compared one by one."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from transforms.shared_pairs import count_shared, distinct, group_codes, sharing_codes, to_pairs

HELD = st.lists(st.frozensets(st.integers(0, 6), max_size=5), max_size=9)


@given(HELD, st.integers(1, 6), st.integers(1, 3))
def test_pairs_share_keys_that_few_hold(held, most, least):
    rare = {key for key in range(7) if sum(key in keys for keys in held) <= most}
    shared = {(i, j): len(held[i] & held[j] & rare) for i, j in combinations(range(len(held)), 2)}
    holders = np.array([position for position, keys in enumerate(held) for _ in keys], np.int64)
    keys = np.array([key for keys in held for key in keys], np.int64)
    codes, counts = count_shared(keys, holders, len(held), most)
    assert dict(zip(to_pairs(codes, len(held)), counts.tolist(), strict=True)) == {p: n for p, n in shared.items() if n}
    codes = sharing_codes(keys, holders, len(held), most, least)
    assert to_pairs(codes, len(held)) == [pair for pair, count in shared.items() if count >= least]


def test_groups_give_all_pairs_inside_them():
    assert to_pairs(group_codes([[0, 2, 3], [1], [], [2, 4]], 5), 5) == [(0, 2), (0, 3), (2, 3), (2, 4)]


@given(st.lists(st.integers(0, 9)))
def test_distinct_numbers_come_once_and_in_order(numbers):
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
