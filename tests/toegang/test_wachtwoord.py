"""Choosing a password: what is wrong is said in our words."""

from django.urls import reverse


def test_two_different_passwords(client_for, anna):
    anna.set_password("oud-wachtwoord-123")
    anna.save()
    velden = {"oldpassword": "oud-wachtwoord-123", "password1": "nieuw-wachtwoord-1", "password2": "nieuw-wachtwoord-2"}
    response = client_for(anna).post(reverse("account_change_password"), velden)
    assert response.context["form"].errors == {"password2": ["Vul twee keer hetzelfde wachtwoord in."]}


def test_a_password_that_is_too_short_says_so(client_for, anna):
    anna.set_password("oud-wachtwoord-123")
    anna.save()
    velden = {"oldpassword": "oud-wachtwoord-123", "password1": "kort", "password2": "kort"}
    response = client_for(anna).post(reverse("account_change_password"), velden)
    assert list(response.context["form"].errors) == ["password1"]
