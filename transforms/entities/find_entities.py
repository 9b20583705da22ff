"""The entities of one article: whom and what it names, where, in which offices, and whom its pronouns mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.entities import EntityMention, LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.describe import describe, home_country, places_of, rename_places
from transforms.entities.famous_namesakes import leave_to_namesakes
from transforms.entities.find_anaphora import AnaphoraResolver
from transforms.entities.find_groups import find_groups
from transforms.entities.find_mentions import find_names
from transforms.entities.find_roles import find_roles
from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import context_words, name_cues
from transforms.entities.group_names import group_names, group_phrases, named_ministries
from transforms.entities.initialisms import find_expansions
from transforms.entities.join_names import join_names
from transforms.entities.mention_records import mention_records, overlaps
from transforms.entities.metonyms import resolve_metonyms
from transforms.entities.name_forms import person_words
from transforms.entities.names import Name
from transforms.entities.namesakes import gender_beside, is_kin
from transforms.entities.office_mentions import leave_to_offices, office_mentions
from transforms.entities.own_bodies import own_bodies
from transforms.entities.places_in_names import places_in_names
from transforms.entities.settle_names import settle_names
from transforms.entities.settle_towns import settle_towns
from transforms.entities.stated_offices import stated_offices
from transforms.entities.weights import CUE_WORD, DOUBTFUL
from transforms.entities.words_text import words_text
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.places.actors import describe_actor
from transforms.places.resolve_places import Place

_WORD = re.compile(r"\w+")


def find_entities(article: ParsedArticle) -> ArticleEntities:
    """What the article speaks of.

    Mentions slice to their own text; in mentions and roles `entity_id` holds the `local_id`. They do not overlap, but for
    the place or body in "Lima police". `shadowed` until the end are demonyms inside ("Kenyan" in "Kenyan soldiers"),
    offices that are written as names ("French President") and places in names of bodies ("Lima Police Department").
    A demonym alone ("Nigerian") is a mention of the state, and so is a capital that acts for it ("Moscow said",
    where the article speaks of Russia too); "in Moscow" is the city. People and bodies without a name
    ("the Russian delegation") are of kind GROUP.
    """
    settled = settle_names(
        [(paragraph, join_names(paragraph.doc, find_names(paragraph.doc))) for paragraph in article.paragraphs]
    )
    names = resolve_metonyms(settle_towns(settled))
    found = [_found(article, paragraph, name) for paragraph, of_paragraph in names for name in of_paragraph]
    found = _without_doubtful(article.text, found)
    expansions = find_expansions(article.text, found)
    found = own_bodies(found, expansions)
    named = group_names(found, expansions)
    roles = leave_to_namesakes(article.text, named, find_roles(names, named))
    offices = sorted((role.char_start, role.char_end) for held in roles.values() for role in held)
    phrases = [phrase for paragraph, of_paragraph in names for phrase in find_groups(paragraph, of_paragraph)]
    phrases = [phrase for phrase in phrases if not overlaps(phrase, offices)]
    ministries = named_ministries(phrases)
    of_ministries = {(found.char_start, found.char_end) for group in ministries for found in group.mentions}
    covering = phrases
    phrases = [phrase for phrase in phrases if (phrase.char_start, phrase.char_end) not in of_ministries]
    all_named = [*named, *ministries]
    resolver = AnaphoraResolver(article.paragraphs, all_named, roles)
    anaphora = resolver.resolve(article.text, phrases)
    covering = [phrase for phrase in covering if (phrase.char_start, phrase.char_end) not in anaphora.spans]
    free = [phrase for phrase in phrases if (phrase.char_start, phrase.char_end) not in anaphora.spans]
    in_names = places_in_names(named)
    open_names, shadowed = _split(named, covering)
    shadowed += in_names
    stated = [(paragraph, list(stated_offices(paragraph.doc, of_paragraph))) for paragraph, of_paragraph in names]
    leave_to_offices(stated, open_names)
    groups = [*open_names, *ministries, *group_phrases(free)]
    nationalities = {all_named[index].name: countries for index, countries in anaphora.nationalities.items()}
    located = places_of(article.text, [*groups, *shadowed])
    home, places = home_country(located.values()), rename_places([*groups, *shadowed], located)
    groups = _joined(groups)
    entities = tuple(
        describe(article.article_id, group, roles.get(group.name, ()), nationalities.get(group.name, ()), places, home)
        for group in groups
    )
    local_ids = {(group.kind, group.name): entity.local_id for group, entity in zip(groups, entities, strict=True)}
    unnamed = {
        local_ids[group.kind, group.name] for group in groups if all(found.is_phrase for found in group.mentions)
    }
    return ArticleEntities(
        entities=entities,
        mentions=mention_records(article, groups, local_ids),
        roles=tuple(
            role.as_record(article.article_id, local_ids[group.kind, group.name])
            for group in named
            if group.kind == "PERSON" and (group.kind, group.name) in local_ids
            for role in roles.get(group.name, ())
        ),
        anaphora={
            span: local_ids[all_named[index].kind, all_named[index].name]
            for span, index in sorted(anaphora.spans.items())
            if (all_named[index].kind, all_named[index].name) in local_ids
        },
        unnamed=frozenset(unnamed),
        shadowed=(
            *_shadowed(article, shadowed, places, home),
            *office_mentions(article, stated, entities, anaphora.spans, all_named),
        ),
    )


def _without_doubtful(text: str, found: Sequence[Found]) -> list[Found]:
    """A capitalized word that opens a sentence is a name where the article has it as one elsewhere too."""
    sure = {mention.key for mention in found if mention.weight > DOUBTFUL}
    surnames = {
        person_words(mention.key)[-1] for mention in found if mention.kind == "PERSON" and mention.weight > DOUBTFUL
    }
    # In many countries people go by their given names; few of these are words.
    given = {
        words[0]
        for mention in found
        if mention.kind == "PERSON" and mention.weight > DOUBTFUL and len(words := person_words(mention.key)) > 1
    } - context_words("given_words")
    cues = name_cues()
    of_firms = context_words("of_firms")
    firms = {mention.text.split()[0] for mention in found if mention.kind == "ORG" and " " in mention.text} - (
        cues.first.keys() | cues.last.keys()
    )
    known = sure | surnames
    return [
        mention
        for mention in found
        if mention.weight > DOUBTFUL
        or mention.key in known
        or (mention.key in given and not text[mention.char_end : mention.char_end + 2].strip()[:1].isupper())
        or (mention.text in firms and _word_behind(text, mention.char_end) in of_firms)
        or _is_famous(mention.text)
    ]


def _word_behind(text: str, end: int) -> str:
    word = _WORD.match(text, end + 1)
    return word[0] if word else ""


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Entities of one kind and name as one: "St. Petersburg" and "Saint Petersburg", a people by name and by phrase."""
    joined: dict[tuple[str, str], Group] = {}
    for group in groups:
        first = joined.setdefault((group.kind, group.name), group)
        if first is not group:
            first.mentions = sorted([*first.mentions, *group.mentions], key=lambda found: found.char_start)
    return list(joined.values())


def _is_famous(surname: str) -> bool:
    name = describe_actor(surname).name
    return name is not None and name.split()[-1] == surname


def _split(named: Sequence[Group], phrases: Sequence[Found]) -> tuple[list[Group], list[Group]]:
    """The named entities with the mentions outside of noun phrases, and with those inside ("Russian" in "Russian soldiers")."""
    covered = sorted((phrase.own_start, phrase.char_end) for phrase in phrases)
    outside, inside = [], []
    for group in named:
        hidden = [found for found in group.mentions if overlaps(found, covered)]
        if hidden:
            inside.append(replace(group, mentions=hidden))
            group.mentions = [found for found in group.mentions if not overlaps(found, covered)]
        if group.mentions:
            outside.append(group)
    return outside, inside


def _shadowed(
    article: ParsedArticle, groups: Sequence[Group], places: dict[str, Place], home: str | None
) -> tuple[tuple[EntityMention, LocalEntity], ...]:
    entities = {(group.kind, group.name): describe(article.article_id, group, (), (), places, home) for group in groups}
    local_ids = {key: entity.local_id for key, entity in entities.items()}
    by_id = {entity.local_id: entity for entity in entities.values()}
    return tuple((mention, by_id[mention.entity_id]) for mention in mention_records(article, groups, local_ids))


def _found(article: ParsedArticle, paragraph: Paragraph, name: Name) -> Found:
    tokens = paragraph.doc.tokens
    start, last = paragraph.char_start + tokens[name.start].idx, tokens[name.end - 1]
    end = paragraph.char_start + last.idx + len(last.text)
    text = words_text(paragraph.doc, name.start, name.end)
    kind, weight = name.kind, name.weight
    if text == article.source and name.known is None:
        kind, weight = "ORG", CUE_WORD  # the paper that prints it: "told the Courier"
    found = Found(start, end, text, kind, weight, name.known, _phrase(paragraph, name))
    if kind in ("PERSON", "OTHER"):
        found.gender = gender_beside(paragraph.doc, name.start, name.end)
        found.is_kin = is_kin(paragraph.doc, name.start)
    return found


def _phrase(paragraph: Paragraph, name: Name) -> str:
    """The name with its possessor or demonym before it: "Britain's Defence Ministry"."""
    doc, start = paragraph.doc, name.start
    while start > doc.tokens[name.start].sent.start and doc.tokens[start - 1].tag_ in ("POS", "NNP", "NNPS", "JJ"):
        start -= 1
    return str(doc[start : name.end].text) if start < name.start else ""
