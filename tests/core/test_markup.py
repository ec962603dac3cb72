"""The light markup of text answers, and that nothing else becomes HTML."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bouwstenen.core.markup import to_html
from bouwstenen.core.tekst import schoon
from bouwstenen.templatetags.wijkteam import opmaak

ALLOWED = {"p", "ul", "ol", "li", "strong", "br"}
MARKUP = st.text(st.sampled_from("ab1 \n\t*_-+.)(•<>&\"'`[]!#|\\=~{}/:"), max_size=120).map(schoon)


class Seen(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("een\n\ntwee", "<p>een</p>\n<p>twee</p>\n"),
        ("een\ntwee", "<p>een<br>\ntwee</p>\n"),
        ("**vet** en *niet schuin* en _ook niet_", "<p><strong>vet</strong> en *niet schuin* en _ook niet_</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("• a\n• b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("# geen kop", "<p># geen kop</p>\n"),
        ("[tekst](http://example.nl)", "<p>[tekst](http://example.nl)</p>\n"),
        ("![plaatje](file:///etc/passwd)", "<p>![plaatje](file:///etc/passwd)</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("{{ geheim }} &amp; `code`", "<p>{{ geheim }} &amp;amp; `code`</p>\n"),
        ("", ""),
    ],
)
def test_to_html(tekst, html):
    assert to_html(tekst) == html


@given(MARKUP)
@example("- " * 30 + "diep")
@example("\n".join("  " * diepte + f"- {diepte}" for diepte in range(30)))
def test_only_our_tags_and_no_text_is_lost(tekst):
    seen = Seen(to_html(tekst))
    assert seen.tags - ALLOWED == set()
    assert seen.attributes - {"start"} == set()
    assert re.sub("[^ab]", "", seen.text) == re.sub("[^ab]", "", tekst)


@pytest.mark.parametrize("stuk", ["*a ", "**", "- ", "1. ", "_a*", "[", "<a ", "a\n", "- a\n", "* * a\n"])
def test_a_text_of_full_length_takes_little_time(stuk):
    start = time.perf_counter()
    to_html((stuk * 100_000)[:100_000])
    assert time.perf_counter() - start < 5


def test_opmaak_marks_the_result_as_html_and_takes_nothing_for_empty():
    assert opmaak("**a**").__html__() == "<p><strong>a</strong></p>\n"
    assert opmaak(None) == ""
