"""What one article names, on its way from spans to entities."""

from dataclasses import dataclass, field

from transforms.entities.gazetteer import KnownName
from transforms.entities.name_forms import name_key

_OWNERS = ("'s", "\u2019s", "'", "\u2019")
_PHRASE_MARK = "\x1f"


@dataclass(slots=True)
class Found:
    """A span of articles.text that names something, before it is known which entity it belongs to.

    Never changed; it is not frozen because many are made, and a frozen one takes several times as long.

    `phrase` is the noun phrase around it with possessor and complement, which may tell a country and a sector.
    `is_phrase` is True for a noun phrase that is nobody's name ("the protesters"), `has_lent_capital` where its capital is
    only that of the sentence. The names before its `own_start` are mentions too ("Lima" in "Lima police"); at
    `named_at` an apposition names who is meant.
    """

    char_start: int
    char_end: int
    text: str
    kind: str
    weight: float
    known: KnownName | None = None
    phrase: str = ""
    is_phrase: bool = False
    has_lent_capital: bool = False
    own_start: int = 0
    named_at: int = -1
    gender: str = ""  # what the words beside a name tell
    is_kin: bool = False  # as in "his daughter, Ann Roe"
    # What the mention is compared by; a noun phrase is compared with noun phrases alone.
    key: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        key = name_key(self.own_text if self.is_phrase else self.text)
        self.key = _PHRASE_MARK + key if self.is_phrase else key

    @property
    def own_text(self) -> str:
        """The text as it stands in the middle of a sentence, without the state that owns it: "army" of "Kenya's army"."""
        owner = self.text[: max(0, self.own_start - self.char_start)]
        text = self.text[len(owner) :] if owner.rstrip().endswith(_OWNERS) else self.text
        return text[:1].lower() + text[1:] if self.has_lent_capital else text


def is_phrase_key(key: str) -> bool:
    """True for the key of a noun phrase without a name of its own."""
    return key.startswith(_PHRASE_MARK)


@dataclass(slots=True)
class Group:
    """One entity of an article with its mentions, in order.

    `is_namesake` is True for a person who only shares the name of somebody in the tables.
    """

    name: str
    kind: str
    known: KnownName | None
    is_full_name: bool = True
    mentions: list[Found] = field(default_factory=list)
    is_namesake: bool = False
