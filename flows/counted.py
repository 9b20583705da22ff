"""Numbers with their nouns: "1 article", "2 articles"."""


def counted(number: int, noun: str) -> str:
    """The number with the noun, in the plural where it is not one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
