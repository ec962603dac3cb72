"""What a user reads when a request as a whole can't be taken in."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import bad_request as standaard

TE_VEEL = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Too much text or too many fields is something to mend (422); anything else is no request at all (400)."""
    if isinstance(exception, TE_VEEL):
        return HttpResponse(render_to_string("422.html"), status=422)
    return standaard(request, exception)
