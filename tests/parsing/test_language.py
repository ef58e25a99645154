"""Is a text that is not Dutch refused, and only then?"""

import pytest

from checker.errors import DocumentError
from checker.parsing.language import check_language

DUTCH = (
    "De medewerker gaat zorgvuldig om met de gegevens van collega's en klanten. Het is niet toegestaan om deze "
    "gegevens zonder toestemming te delen met anderen, ook niet via sociale media of in een besloten groep. "
)
ENGLISH = (
    "Employees must not share confidential information with anyone outside the company. The company will monitor the "
    "use of its systems and may take disciplinary action when this policy is violated by an employee or contractor. "
)
GERMAN = (
    "Die Mitarbeiter dürfen vertrauliche Informationen nicht an Dritte weitergeben. Der Arbeitgeber kann die Nutzung "
    "der Systeme überwachen, und bei einem Verstoß gegen diese Richtlinie wird eine Abmahnung ausgesprochen. "
)
FRENCH = (
    "Les employés ne doivent pas partager des informations confidentielles avec des personnes qui ne sont pas dans "
    "l'entreprise. La direction peut contrôler l'utilisation des systèmes pour la sécurité et le respect des règles. "
)
POLISH = "Pracownicy nie mogą udostępniać poufnych informacji osobom spoza firmy bez zgody przełożonego. " * 8


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH, POLISH])
def test_another_language_is_refused(text):
    with pytest.raises(DocumentError, match="niet in het Nederlands"):
        check_language(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        "Social media policy for all employees.",
        DUTCH + "Ons bring your own device en clean desk policy, de security awareness training en de helpdesk tools.",
        "Plaats nooit content over collega's. Deel geen wachtwoorden. Gebruik privacy-instellingen. Meld incidenten "
        "bij HR. Vermijd discussies. Respecteer auteursrecht. Bewaar bedrijfsinformatie veilig. ",
    ],
)
def test_dutch_text_passes_without_warning(text):
    assert check_language(text, "a.txt") == ()


def test_a_text_that_is_half_english_passes_with_a_warning():
    assert [warning.code for warning in check_language(DUTCH + ENGLISH, "a.txt")] == ["mixed_language"]
