"""Choosing a password: what is wrong is said in our words."""

import pytest

OUD = "oud-wachtwoord-123"
NIEUW = "nieuw-wachtwoord-1"


@pytest.fixture
def change(client_for, anna):
    """change(old, new, again): what Anna gets when she sends these."""
    anna.set_password(OUD)
    anna.save()
    client = client_for(anna)

    def post(oud, nieuw, nog_eens):
        velden = {"oldpassword": oud, "password1": nieuw, "password2": nog_eens}
        return client.post("/account/wachtwoord/", velden)

    return post


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        (("verkeerd", NIEUW, NIEUW), {"oldpassword": ["Dit is niet uw huidige wachtwoord. Vul het opnieuw in."]}),
        ((OUD, NIEUW, f"{NIEUW}2"), {"password2": ["Vul twee keer hetzelfde wachtwoord in."]}),
        (
            ("", "", ""),
            {
                "oldpassword": ["Vul uw huidige wachtwoord in."],
                "password1": ["Vul een nieuw wachtwoord in."],
                "password2": ["Vul het nieuwe wachtwoord nog een keer in."],
            },
        ),
    ],
)
def test_what_is_wrong(change, velden, fouten):
    response = change(*velden)
    assert (response.status_code, response.context["form"].errors) == (422, fouten)


KORT = "Maak uw wachtwoord langer. Gebruik minstens 12 tekens."
BEKEND = "Kies een ander wachtwoord. Veel mensen gebruiken dit wachtwoord, daarom is het te raden."
CIJFERS = "Gebruik in uw wachtwoord ook letters."


@pytest.mark.parametrize(
    ("nieuw", "fouten"),
    [
        ("kort", [KORT]),
        ("123456", [KORT, BEKEND, CIJFERS]),
        ("anna@voorbeeld.nl", ["Kies een wachtwoord dat niet lijkt op uw e-mailadres."]),
    ],
)
def test_a_password_that_is_easy_to_guess(change, nieuw, fouten):
    assert change(OUD, nieuw, nieuw).context["form"].errors == {"password1": fouten}


def test_who_guesses_the_old_password_has_to_wait(change):
    statussen = [change("verkeerd", NIEUW, NIEUW).status_code for _ in range(11)]
    assert (statussen, change(OUD, NIEUW, NIEUW).status_code) == ([422] * 10 + [429], 429)
