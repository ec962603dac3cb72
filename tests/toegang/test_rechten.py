"""The table of roles and rights."""

from bouwstenen.toegang.rechten import ROLLEN, Recht, rechten_bij


def test_each_role_may_what_the_table_says():
    lezen, reageren, invullen = {Recht.LEZEN}, {Recht.LEZEN, Recht.REAGEREN}, set(Recht) - {Recht.BEHEREN}
    assert {rol: set(ROLLEN[rol].rechten) for rol in ROLLEN} == {
        "lezer": lezen, "teamcoach": reageren, "beleidsadviseur": invullen, "beheerder": set(Recht)
    }  # fmt: skip


def test_roles_add_up():
    assert rechten_bij([]) == frozenset()
    assert rechten_bij(["lezer", "teamcoach"]) == {Recht.LEZEN, Recht.REAGEREN}
