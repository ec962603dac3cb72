"""Template filters of the NL Design System template pack; the work is in bouwstenen/nlds."""

from django import template

from bouwstenen.nlds import fouten, velden

register = template.Library()

register.filter("fout_anker", velden.fout_anker)
register.filter("soort", velden.soort)
register.filter("is_eigen", velden.is_eigen)
register.filter("is_opties", velden.is_opties)
register.filter("beschreven_door", velden.beschreven_door)
register.filter("invoer", velden.invoer)
register.filter("opties", velden.opties)
register.filter("fouten", fouten.fouten)
