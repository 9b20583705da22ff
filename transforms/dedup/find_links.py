"""Who repeats whom.

Exact copies, near copies, versions and rewrites among a set of articles, and the groups that count as one source.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from schemas.articles import Article
from schemas.events import ArticleLink
from schemas.quotes import Quote
from transforms.dedup.credits import credited_sources, source_names
from transforms.dedup.find_rewrites import RewriteFinder
from transforms.dedup.rules import rules
from transforms.dedup.shingles import jaccard, shingle_sets, similar_pairs, words, words_of_texts
from transforms.dedup.versions import version_pairs
from transforms.number_words import Numbers

Pair = tuple[int, int]
Found = dict[Pair, tuple[str, float]]


def find_links(
    articles: Sequence[Article],
    quotes: Sequence[Quote],
    rewrites: RewriteFinder | None = None,
) -> tuple[ArticleLink, ...]:
    """The pairs of articles of which one repeats the other, in order of their ids.

    `articles` come in the recorded order of arrival: the later one is taken to repeat the earlier, unless a credit or a
    publication date says otherwise. `score` is 1 for an exact copy, the 5-gram Jaccard similarity of a near copy
    (every pair with .5 or more is found) or of a version, which is no copy but gives the same address, and for a rewrite
    the share of the shorter article's facts that the other retells in the same order. `rewrites` may know texts from
    before: that saves time and changes nothing.
    """
    bodies = words_of_texts([article.body for article in articles])
    copies = _copies(articles, bodies)
    found = _exact_pairs(copies)
    found |= _near_copies(bodies, copies)
    found |= _versions(articles, bodies, found)
    found |= _rewrites(articles, list(copies), found, rewrites or RewriteFinder())
    credited = credited_sources(*_of_pairs(found, articles, quotes))
    links = (_link(articles, credited, pair, *verdict) for pair, verdict in found.items())
    return tuple(sorted(links, key=lambda link: (link.article_id, link.related_article_id)))


def _of_pairs(found: Found, articles: Sequence[Article], quotes: Sequence[Quote]) -> tuple[list[Article], list[Quote]]:
    """The articles of all pairs, and their quotes."""
    linked = [articles[position] for position in sorted({position for pair in found for position in pair})]
    ids = {article.article_id for article in linked}
    return linked, [quote for quote in quotes if quote.article_id in ids]


def source_groups(links: Iterable[ArticleLink]) -> dict[str, str]:
    """The group of each linked article: those of one group count as one source.

    A group is called by its smallest article_id. An article that no link names is a source of its own and is not listed.
    """
    group_of: dict[str, str] = {}

    def root(article_id: str) -> str:
        while (parent := group_of.setdefault(article_id, article_id)) != article_id:
            group_of[article_id] = group_of[parent]
            article_id = parent
        return article_id

    for link in links:
        smaller, larger = sorted((root(link.article_id), root(link.related_article_id)))
        group_of[larger] = smaller
    return {article_id: root(article_id) for article_id in sorted(group_of)}


def _copies(articles: Sequence[Article], bodies: Sequence[Numbers]) -> dict[int, list[int]]:
    """The articles of each distinct text, by position, under the first of them. An empty text is nobody's copy."""
    least = rules()["exact_copy"]["words"]
    alike: defaultdict[tuple[bytes, tuple[str, ...]], list[int]] = defaultdict(list)
    for position, body in enumerate(bodies):
        if len(body):
            headline = () if len(body) >= least else tuple(words(articles[position].headline or ""))
            alike[body.tobytes(), headline].append(position)
    return {group[0]: group for group in alike.values()}


def _exact_pairs(copies: Mapping[int, Sequence[int]]) -> Found:
    found: Found = {}
    for group in copies.values():
        few = _few(group)
        pairs = combinations(group, 2) if few is group else ((group[0], copy) for copy in group[1:])
        found |= dict.fromkeys(pairs, ("exact_copy", 1.0))
    return found


def _near_copies(bodies: Sequence[Numbers], copies: Mapping[int, Sequence[int]]) -> Found:
    """The pairs of similar texts; each copy of one is a near copy of each copy of the other."""
    firsts = list(copies)
    sets = shingle_sets([bodies[position] for position in firsts])
    found: Found = {}
    for i, j, score in similar_pairs(sets, rules()["near_copy"]["jaccard"]):
        for one, other in product(_few(copies[firsts[i]]), _few(copies[firsts[j]])):
            found[min(one, other), max(one, other)] = "near_copy", score
    return found


def _versions(articles: Sequence[Article], bodies: Sequence[Numbers], known: Found) -> Found:
    """The pairs of articles of one address that are no copies."""
    pairs = [pair for pair in version_pairs(articles) if pair not in known]
    alike = {pair: shingle_sets([bodies[position] for position in pair]) for pair in pairs}
    return {pair: ("version", jaccard(*sets)) for pair, sets in alike.items()}


def _few(group: Sequence[int]) -> Sequence[int]:
    """The group itself, or only its first where it is so large that all its pairs would be too many."""
    return group if len(group) <= rules()["exact_copy"]["all_pairs"] else group[:1]


def _rewrites(articles: Sequence[Article], firsts: Sequence[int], known: Found, finder: RewriteFinder) -> Found:
    most = rules()["rewrite"]["days"]

    def may_be(i: int, j: int) -> bool:
        pair = firsts[i], firsts[j]
        return pair not in known and _days_apart(articles[pair[0]], articles[pair[1]]) <= most

    found = finder.find([articles[position].body for position in firsts], may_be)
    return {(firsts[i], firsts[j]): ("rewrite", share) for (i, j), share in found.items()}


def _days_apart(one: Article, other: Article) -> int:
    """The least number of days between two publications; 0 where a date is not known."""
    gaps = [
        (later.published_earliest - earlier.published_latest).days
        for earlier, later in ((one, other), (other, one))
        if later.published_earliest and earlier.published_latest
    ]
    return max([0, *gaps])


def _link(
    articles: Sequence[Article], credited: Mapping[str, frozenset[str]], pair: Pair, kind: str, score: float
) -> ArticleLink:
    earlier, later = (articles[position] for position in sorted(pair))
    if _is_reversed(earlier, later, credited):
        earlier, later = later, earlier
    return ArticleLink(
        article_id=later.article_id, related_article_id=earlier.article_id, kind=kind, score=round(score, 4)
    )


def _is_reversed(first: Article, second: Article, credited: Mapping[str, frozenset[str]]) -> bool:
    """Whether the article that arrived first repeats the second: it credits it, or was published later."""
    credits_second = bool(credited[first.article_id] & source_names(second))
    credits_first = bool(credited[second.article_id] & source_names(first))
    if credits_first != credits_second:
        return credits_second
    return bool(
        first.published_earliest and second.published_latest and first.published_earliest > second.published_latest
    )
