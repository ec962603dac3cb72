"""Closes the explanation that a main page shows on a first visit."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.toegang.store.uitleg import close_uitleg


@require_POST
@requires()
def uitleg(request: WijkteamRequest) -> HttpResponse:
    """Close one explanation for good, and go back to its page."""
    close_uitleg(sleutel=request.POST.get("sleutel", ""), door=request.user)
    terug = request.POST.get("next", "")
    return HttpResponseRedirect(terug if url_has_allowed_host_and_scheme(terug, allowed_hosts=None) else "/")
