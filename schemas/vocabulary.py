"""The house's own closed vocabularies and the shapes of its ids and dates."""

EVIDENCE_FIELDS = ("headline", "person", "agency", "published")
REMOVED_KINDS = ("boilerplate", "headline", "byline", "caption", "credit", "subhead")
ENTITY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "LAW", "EVENT", "OTHER")
DATE_BASES = ("stated", "publication", "borrowed", "none")
LINK_KINDS = ("exact_copy", "near_copy", "version", "rewrite")
STAGES = ("read", "clean", "extract", "resolve", "check", "publish")
CHECK_LAYERS = ("pandera", "great_expectations")
SEVERITIES = ("error", "warn")
CHANGES = ("added", "changed", "removed")
WITHDRAWAL_REASONS = ("superseded", "retracted", "left out", "missing")
CAUSE_PATTERN = r"(new article|code change|correction)(: (merged into|split from) ev_[0-9a-f]{16})?"

ID_PATTERN = r"[a-z]{2}_[0-9a-f]{16}"
COUNTRY_PATTERN = r"[A-Z]{3}"
# The part of EDTF (ISO 8601-2) that is used: year, month, day with X for unknown digits, ~ ? %, intervals and seasons.
EDTF_PATTERN = r"[0-9X.?~%/\-]+"
