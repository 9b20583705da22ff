"""Pairs that share keys, against all pairs compared one by one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from transforms.shared_pairs import group_codes, shared_pairs, to_pairs

HELD = st.lists(st.frozensets(st.integers(0, 6), max_size=5), max_size=9)


@given(HELD, st.integers(1, 6), st.integers(1, 3))
def test_pairs_share_keys_that_few_hold(held, most, least):
    rare = {key for key in range(7) if sum(key in keys for keys in held) <= most}
    pairs = combinations(range(len(held)), 2)
    assert shared_pairs(held, most, least) == [(i, j) for i, j in pairs if len(held[i] & held[j] & rare) >= least]


def test_groups_give_all_pairs_inside_them():
    assert to_pairs(group_codes([[0, 2, 3], [1], [], [2, 4]], 5), 5) == [(0, 2), (0, 3), (2, 3), (2, 4)]
