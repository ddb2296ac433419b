"""Where `tomllib` and toml_py name different lines for the same mistake, on purpose.

The rule behind all of it: ours names what has to be changed, `tomllib` the place where its reading stopped.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """One error of ours whose line may be before that of `tomllib`, with an example that shows both lines."""

    code: str
    reason: str
    example: str
    ours: int
    theirs: int


KEY_FIRST = "ours names the key that is wrong; tomllib reads the value first, and names its end or a mistake in it"
BRACKET = "ours names the bracket that is not closed; tomllib the first thing that cannot be an element"

EARLIER = [
    Difference("toml::duplicate-key", KEY_FIRST, "a = 1\na = [\n]\n", 2, 3),
    Difference("toml::duplicate-key", KEY_FIRST, "a = 1\na = [\n  yes]", 2, 3),
    Difference("toml::not-a-table", KEY_FIRST, "a = 1\na.b = '''\n'''\n", 2, 3),
    Difference("toml::inline-table-extended", KEY_FIRST, "a = {}\na.b = [\n]\n", 2, 3),
    Difference("toml::static-array-extended", KEY_FIRST, "a = []\na.b = [\n]\n", 2, 3),
    Difference("toml::header-table-extended", KEY_FIRST, "[a.b]\n[a]\nb.c = [\n]\n", 3, 4),
    Difference("toml::unclosed-array", BRACKET, "a = [\nb = 1\n", 1, 2),
    Difference("toml::unclosed-inline-table", BRACKET, "a = { b = [\n]\nc = 1\n", 1, 2),
    Difference(
        "toml::invalid-escape",
        "ours names the backslash; tomllib the character after what it takes for an escape, which is on the next line",
        'a = "\\\n"\n',
        1,
        2,
    ),
]

# Python has no year 0, TOML has. Whether Python can hold a value is asked when its objects are made, which is when all
# of the text has been found to be valid: so any other mistake, wherever it is, comes first.
YEAR_0 = "0000-"
YEAR_0_EXAMPLES = [
    Difference("toml::duplicate-key", YEAR_0, "a = 0000-01-01\nb = 1\nb = 2\n", 3, 1),
    Difference("toml::missing-value", YEAR_0, "a = [0000-01-01]\nb =\nc = 1\n", 2, 1),
]
