"""The offices that an article gives to the people it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas.entities import EntityRole
from transforms.entities.found import Group
from transforms.entities.names import Name
from transforms.entities.offices import Office, office_after, office_before
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Doc

_WHAT_FOR = frozenset(("for", "to", "on", "with"))


@dataclass(frozen=True, slots=True)
class Role:
    """An office as stated: its words, the organization or state it is held for, and where the article says so.

    `statement` is the part of the span that tells whose office it is.
    """

    role: str
    organization: str | None
    country: str | None
    char_start: int
    char_end: int
    statement: str

    def as_record(self, article_id: str, local_id: str) -> EntityRole:
        """The row for `entity_roles`, for the holder `local_id`."""
        return EntityRole(
            entity_id=local_id,
            role=self.role,
            organization=self.organization,
            country=self.country,
            article_id=article_id,
            char_start=self.char_start,
            char_end=self.char_end,
        )


def find_roles(names: Sequence[tuple[Paragraph, list[Name]]], groups: Sequence[Group]) -> dict[str, list[Role]]:
    """The roles of each person by name, in order of statement."""
    holder = {found.char_start: group for group in groups for found in group.mentions}
    roles: dict[str, list[Role]] = {}
    for paragraph, of_paragraph in names:
        for name in of_paragraph:
            group = holder.get(paragraph.char_start + paragraph.doc.tokens[name.start].idx)
            if group is None or group.kind != "PERSON":
                continue
            for office in (office_before(paragraph.doc, name.start), office_after(paragraph.doc, name.end)):
                if office is not None:
                    role = _of_state_after(_role(paragraph, office, holder), paragraph, name, holder)
                    if role.role:
                        roles.setdefault(group.name, []).append(role)
    return roles


def _of_state_after(role: Role, paragraph: Paragraph, name: Name, holder: dict[int, Group]) -> Role:
    """The role with the state that stands after the name: "Finance Minister Ann Lee of Peru"."""
    doc, place = paragraph.doc, name.end + 1
    if (
        role.country is not None
        or role.organization is not None
        or place >= len(doc.tokens)
        or doc.tokens[name.end].text != "of"
    ):
        return role
    state = holder.get(paragraph.span(doc.tokens[place])[0])
    if state is None or state.known is None or state.kind != "PLACE":
        return role
    return replace(role, organization=state.name, country=state.known.country)


def _role(paragraph: Paragraph, office: Office, holder: dict[int, Group]) -> Role:
    doc = paragraph.doc
    start, end = paragraph.span(doc[office.start : office.end])
    body_end = _body_end(doc, office)
    owners = []
    for token in doc.tokens[office.start : body_end]:
        group = holder.get(paragraph.span(token)[0])
        if group is not None and not office.role_start <= token.i < office.role_end:
            owners.append(group)
    owner = next((group for group in owners if group.kind == "ORG"), None) or next(
        (group for group in owners if group.kind == "PLACE"), None
    )
    return Role(
        role=doc[office.role_start : office.role_end].text,
        organization=owner.name if owner else None,
        country=next((group.known.country for group in owners if group.known and group.known.country), None),
        char_start=start,
        char_end=end,
        statement=doc[office.start : body_end].text,
    )


def _body_end(doc: Doc, office: Office) -> int:
    """Where the statement turns from whose office it is to what for: "envoy" + "to Peru", "secretary" + "for Asia"."""
    return next(
        (token.i for token in doc.tokens[office.role_end : office.end] if token.lower_ in _WHAT_FOR), office.end
    )
