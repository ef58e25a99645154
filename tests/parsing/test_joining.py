"""How are line ends with a hyphen joined?"""

import pytest

from checker.parsing.joining import join_lines


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("bewaart de gege-", "vens van"), "bewaart de gegevens van"),
        (("neem contact op met de HR-", "afdeling"), "neem contact op met de HR-afdeling"),
        (("via e-", "mail"), "via e-mail"),
        (("het in-", "en uitloggen"), "het in- en uitloggen"),
        (("de Noord-", "Hollandse vestiging"), "de Noord-Hollandse vestiging"),
        (("de privé-", "instellingen"), "de privé-instellingen"),
        (("het be-", "oordelen"), "het beoordelen"),
        (("cre\u00ad", "atief"), "creatief"),
        (("bij niet-", "nakoming"), "bij niet-nakoming"),
        (("zonder", "koppelteken"), "zonder koppelteken"),
        (("een streepje -", "los"), "een streepje - los"),
    ],
)
def test_a_hyphen_stays_only_where_the_word_has_one(lines, expected):
    assert join_lines(lines) == expected


def test_the_rest_of_the_document_settles_a_doubt():
    assert join_lines(("sociale-", "mediabeleid"), frozenset({"sociale-mediabeleid"})) == "sociale-mediabeleid"
