"""One entity across articles: local entities that mean the same joined under one canonical name.

Everything is joined by keys, never by comparing pairs: names by their normal form, places by GeoNames id, people by
folded given name and surname (see `name_variants`), short names by the full names that have them as an alias.
"""

from dataclasses import dataclass

import polars as pl

from schemas.entities import Entity
from schemas.render.frames import polars_schema
from schemas.table import table_of
from transforms.entities.link_people import person_keys
from transforms.entities.name_forms import name_key
from transforms.entities.offices import is_bare_office
from transforms.ids import content_id

_WITH_SHORT_NAMES = ("ORG", "LAW", "EVENT")
# Parts of a key stand in one string, so that keys are compared and grouped as fast as names.
_APART = "\x1f"


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """The entities of all articles as rows of `entities`, in order of id, and those of `entity_links` by `local_id`."""

    entities: pl.DataFrame
    links: pl.DataFrame


def link_entities(local: pl.DataFrame) -> EntityLinks:
    """Join the local entities (rows of `local_entities`) that mean the same; the result does not depend on their order.

    A short name ("Lavrov", "OPCW") joins the one full name of the corpus that it can stand for, and stays alone where
    there are several. Two people of one surname stay two. A name of several kinds is of the kind that most say.
    """
    voted = _of_agreed_kind(local.with_columns(form=_in_normal_form(local["name"])))
    keyed = pl.concat([_with_key_of_person(voted), _with_key_of_other(voted)])
    entities = _entities(keyed)
    links = keyed.join(entities, on="key").select("local_id", "entity_id")
    columns = polars_schema(table_of(Entity)).names()
    return EntityLinks(entities.select(columns).sort("entity_id"), links.sort("local_id"))


def _in_normal_form(names: pl.Series) -> pl.Series:
    """The normal form of each name, worked out once for all that have it."""
    different = names.unique()
    forms = pl.Series([name_key(name) for name in different.to_list()], dtype=pl.String())
    return names.replace_strict(different, forms, return_dtype=pl.String())


def _most_given(rows: pl.DataFrame, of: str, value: str, weight: pl.Expr) -> pl.DataFrame:
    """By `of` the `value` that weighs most, of equal ones the last in order."""
    votes = rows.group_by(of, value).agg(weight.alias("weight"))
    return votes.sort(of, "weight", value).unique(of, keep="last").select(of, value)


def _of_agreed_kind(local: pl.DataFrame) -> pl.DataFrame:
    """With the kind of each after those of one name have voted, by mentions.

    A bare surname may well be a town's name too, and a noun phrase is no name: neither votes.
    """
    name, kind = pl.col("name"), pl.col("kind")
    is_phrase = (kind == "GROUP") & name.str.contains(r"\p{Lowercase}$") & name.str.contains(" ", literal=True)
    local = local.with_columns(votes=((kind != "PERSON") | pl.col("is_full_name")) & ~is_phrase)
    # OTHER is no opinion: it gives way to any kind.
    weight = pl.when(kind == "OTHER").then(0).otherwise(pl.col("mention_count")).sum()
    agreed = _most_given(local.filter("votes"), "form", "kind", weight).rename({"kind": "agreed"})
    local = local.join(agreed, on="form", how="left", maintain_order="left")
    return local.with_columns(kind=pl.when("votes").then("agreed").otherwise(kind)).drop("votes", "agreed")


def _with_key_of_person(local: pl.DataFrame) -> pl.DataFrame:
    people = local.filter(kind="PERSON")
    keys = [_APART.join(key) for key in person_keys(people)]
    return people.with_columns(pl.Series("key", keys, dtype=pl.String()))


def _with_key_of_other(local: pl.DataFrame) -> pl.DataFrame:
    """With the keys of organizations, places, groups, laws and events."""
    local = local.filter(pl.col("kind") != "PERSON")
    local = local.join(_only(_full_names(local), "kind", "form", "full"), on=("kind", "form"), how="left")
    local = local.join(_only(_places(local), "form", "place"), on="form", how="left")
    kind, form = pl.col("kind"), pl.col("form")
    name = pl.when("is_full_name").then(form).otherwise(pl.coalesce("full", "form"))
    bare = pl.Series([is_bare_office(name) for name in local["name"]], dtype=pl.Boolean())
    return local.with_columns(
        key=pl.when(kind == "PLACE")
        .then(pl.concat_str(kind, pl.lit(_place_key(local)), separator=_APART))
        .when(kind == "GROUP")
        .then(pl.concat_str(kind, form, pl.col("country").fill_null(""), separator=_APART))
        .when((kind == "OTHER") & bare)  # "the Governor" of one article is not that of another
        .then(pl.concat_str(kind, form, pl.col("article_id"), separator=_APART))
        .otherwise(pl.concat_str(kind, name, separator=_APART))
    ).drop("full", "place")


def _only(rows: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """By all columns but the last the value of the last, where there is one only."""
    *of, value = columns
    return rows.unique().filter(pl.len().over(of) == 1).select(*of, value)


def _full_names(local: pl.DataFrame) -> pl.DataFrame:
    """By kind and normal form of an alias the normal forms of the full names that have it."""
    named = local.filter(
        "is_full_name", pl.col("aliases").list.len() > 0, pl.col("kind").is_in(_WITH_SHORT_NAMES)
    ).select("kind", pl.col("form").alias("full"), pl.col("aliases").alias("form"))
    named = named.explode("form")
    return named.with_columns(form=_in_normal_form(named["form"]))


def _places(local: pl.DataFrame) -> pl.DataFrame:
    return local.filter(pl.col("geonames_id").is_not_null()).select("form", pl.col("geonames_id").alias("place"))


def _place_key(local: pl.DataFrame) -> pl.Series:
    """A place is its GeoNames id, or its name and where it lies; one that lies nowhere joins the only place of its name."""
    asked = local.select("form", "geonames_id", "latitude", "longitude", "place")
    return pl.Series(
        [
            f"geonames{_APART}{geonames_id}"
            if geonames_id is not None
            else f"point{_APART}{form}{_APART}{latitude:.1f}{_APART}{longitude:.1f}"
            if latitude is not None and longitude is not None
            else f"geonames{_APART}{only}"
            if only is not None
            else f"name{_APART}{form}"
            for form, geonames_id, latitude, longitude, only in asked.iter_rows()
        ],
        dtype=pl.String(),
    )


def _entities(local: pl.DataFrame) -> pl.DataFrame:
    """A row for each key."""
    kinds = local.group_by("key").agg(pl.col("kind").first())
    counts = local.group_by("key").agg(
        pl.col("mention_count").sum(), pl.col("article_id").n_unique().cast(pl.Int64()).alias("article_count")
    )
    where = local.filter(pl.col("latitude").is_not_null()).sort("key", "mention_count", "local_id")
    where = where.unique("key", keep="last").select("key", "geonames_id", "latitude", "longitude")
    found = kinds.join(_names(local), on="key").join(counts, on="key").join(where, on="key", how="left")
    for column in ("country", "sector", "wikidata_id"):
        # What most articles give, so that one garbled article does not outweigh the others.
        given = _most_given(local.filter(pl.col(column).is_not_null()), "key", column, pl.len())
        found = found.join(given, on="key", how="left")
    return found.with_columns(_entity_ids(found))


def _names(local: pl.DataFrame) -> pl.DataFrame:
    """By key the name most articles use among the full ones; of equally frequent ones the longest."""
    best = local.filter(pl.col("is_full_name") | ~pl.col("is_full_name").any().over("key"))
    votes = best.group_by("key", "name").agg(pl.len().alias("votes"))
    votes = votes.sort("key", "votes", pl.col("name").str.len_chars(), "name")
    return votes.unique("key", keep="last").select("key", "name")


def _entity_ids(entities: pl.DataFrame) -> pl.Series:
    """Where several entities of a kind have one name, the id also hashes what tells them apart."""
    asked = entities.select("kind", "name", "key", shared=pl.len().over("kind", "name") > 1)
    return pl.Series(
        "entity_id",
        [
            content_id("en", kind, name, *key.split(_APART)[1:]) if shared else content_id("en", kind, name)
            for kind, name, key, shared in asked.iter_rows()
        ],
        dtype=pl.String(),
    )
