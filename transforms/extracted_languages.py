"""Which articles are extracted from: those in a language that the model and the rules know."""

from schemas.articles import Article

_LANGUAGES = (None, "en")


def is_extracted(article: Article) -> bool:
    """Whether the article is in a language that is extracted from; one too short to tell is taken as English."""
    return article.language in _LANGUAGES
