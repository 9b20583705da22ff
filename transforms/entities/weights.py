"""How much a piece of evidence weighs against spaCy's label; the evidence of all mentions of a name is added up."""

LABEL = 1.5
GUESS = 0.5
DOUBTFUL = 0.0
AFTER_OFFICE = 2.5
PLACE_PREPOSITION = 2.0
REGION = 2.0
CUE_WORD = 4.0
DATELINE = 9.0
BEFORE_REGION = 5.0
AFTER_HONORIFIC = 6.0
