"""The mail with an invitation."""

import logging
from typing import Any

from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from bouwstenen.core.tekst import schoon
from bouwstenen.toegang.store.uitnodigingen import token_van

logger = logging.getLogger(__name__)


def mail_uitnodiging(request: HttpRequest, uitnodiging: Any) -> bool:
    """Send it, after the invitation was saved; False when the mail server does not take it."""
    link = request.build_absolute_uri(reverse("toegang_uitnodiging", args=[token_van(uitnodiging)]))
    context = {"uitnodiging": uitnodiging, "link": link}
    onderwerp = schoon(render_to_string("mail/uitnodiging_onderwerp.txt", context))
    mail = EmailMessage(
        subject=" ".join(onderwerp.split()),  # a subject is one line, whatever a gemeente is called
        body=render_to_string("mail/uitnodiging.txt", context),
        to=[uitnodiging.email],
        reply_to=[uitnodiging.uitgenodigd_door.email],
    )
    try:
        mail.send()
    except OSError:  # also every error of smtplib
        logger.warning("The mail of uitnodiging %s could not be sent.", uitnodiging.pk, exc_info=True)
        return False
    return True
