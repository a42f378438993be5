from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.readers.boilerplate import _load_patterns, find_boilerplate

from .making import write

BODY = "Acme Port opened a terminal on Monday."


def list_ignored(text: str) -> list[str]:
    """The passages that are set aside."""
    return [text[span.start : span.end] for span in find_boilerplate(text)]


@pytest.mark.parametrize(
    "passage",
    [
        "By continuing to browse our site you agree to our use of cookies.",
        "You can change your cookie settings through your browser.",
        "We use cookies to improve your experience.",
        "This website uses cookies.",
        "By signing up you agree to our Privacy Policy and Terms of Service.",
        "For any inquiries, please email desk@harbour.example",
        "For media enquiries contact Jane Doe on 555 0100.",
        "For more information, visit www.harbour.example.",
        "Photo: Jane Doe",
        "Photo by Jane Doe/Harbour Daily",
        "© 2025 Harbour Daily",
        "Copyright 2025 Harbour Daily. All rights reserved.",
        "Read more: Beta Works wins a contract",
        "Also read: Beta Works wins a contract",
        "Share this article",
        "Share this:",
        "Share on Facebook Twitter",
        "Subscribe",
        "Subscribe to our newsletter for daily updates",
        "Sign up for our free alerts",
        "Follow us on Twitter",
        "ADVERTISEMENT",
        "desk@harbour.example",
        "Email: desk@harbour.example",
        "Editor: Jane Doe",
        "Tags: ports, terminals",
        "Reporting by Jane Doe; Editing by John Roe",
        "-ENDS-",
        "[END]",
        "— TWN",
        "###",
        "Published: 27th February 2025 08:43 AM  |   Last Updated: 27th February 2025 09:10 AM   |  A+A-",
        "By Harbour News Service",
        "By Jane Doe | Staff Writer",
        "Follow The Harbour Daily channel on WhatsApp",
        "Now we are on Telegram too. Follow us for updates",
        "Stay up to date on all the latest Newtown news with The Harbour Daily App.",
        "For all the latest business news, download the Harbour app",
        "TAGS Acme Port Newtown terminals",
        "Illustrative image",
        "Representational picture of a terminal",
        "Continue reading below",
        "Story continues below this advertisement",
        "Our Standards: The Harbour Trust Principles.",
        "(This story has not been edited by Harbour staff and is auto-generated from a syndicated feed.)",
        "About the author: Jane Doe is a reporter at the Harbour Daily.",
        "You've reached your limit of 5 free articles this month.",
        "This article is for subscribers only.",
        "Home > News > Business",
        "Legal Disclaimer:",
    ],
)
def test_line_of_the_page_is_set_aside(passage: str) -> None:
    """A line of boilerplate is set aside as a whole, and its neighbours are not touched."""
    assert list_ignored(f"{BODY}\n{passage}\n\n{BODY}") == [passage]


@pytest.mark.parametrize(
    ("line", "ignored"),
    [
        ("The terminal opened. (Photo/Zheng Bo)", "(Photo/Zheng Bo)"),
        ("The terminal opened. (Photo: Harbour Daily)", "(Photo: Harbour Daily)"),
        ("The terminal opened. (Xinhua/Zheng Bo)", "(Xinhua/Zheng Bo)"),
        ("(Bloomberg) -- The terminal opened.", "(Bloomberg) --"),
        ("(TARKA - Harbour News) Acme opened the terminal.", "(TARKA - Harbour News)"),
        ("The terminal opened. (Photo | HD)", "(Photo | HD)"),
        ("The terminal opened. (Xinhua)", " (Xinhua)"),
        ("It opened in four years. (Newtown/Aug25/2025)", "(Newtown/Aug25/2025)"),
        ("The terminal opened. — TWN", " — TWN"),
        ("The terminal opened.” – TWN/HD", " – TWN/HD"),
        ("The terminal opened. -- Tarka News Service", " -- Tarka News Service"),
        ("The terminal opened. /TARKA/", " /TARKA/"),
        ("The terminal opened. (TWN)", " (TWN)"),
        ("NEWTOWN, Nov. 26 (Xinhua) -- The terminal opened.", "NEWTOWN, Nov. 26 (Xinhua) --"),
        ("HARBOURDAILY – Acme opened the terminal.", "HARBOURDAILY –"),
    ],
)
def test_credit_inside_a_line_is_set_aside(line: str, ignored: str) -> None:
    """A credit or dateline inside a line is set aside, and its sentence is not."""
    assert list_ignored(f"{BODY}\n{line}") == [ignored]


@pytest.mark.parametrize(
    "sentence",
    [
        "(It opened late) Acme said so.",
        "Published in 2020, the plan foresees a port of 40 berths.",
        "By Monday the staff writers had left the paper.",
        "Follow-on orders on the order of 3 million came from Acme Port.",
        "Stay cables of the bridge were replaced in 2025.",
        "About the authority little is known.",
        "Home Affairs Minister Jane Doe opened the terminal.",
        "Continue the work, the minister told Acme Port.",
        "This report has been edited by the ministry since 2020.",
        "Subscribers to the service rose to 3 million.",
        "The regulator fined Acme for its use of cookies without consent.",
        "Officials opened inquiries into the accident, and police made inquiries in Newtown.",
        "For inquiries into corruption, the state set up a commission in 2024.",
        "Parliament passed a law on privacy policy and terms of use on Monday.",
        "The Associated Press (AP) reported on Monday that Acme opened the terminal.",
        "Copyright law will be reformed in 2026, the ministry said.",
        "Share prices of Acme rose by 5 percent on Monday.",
        "Photos of the opening show the mayor, said Jane Doe.",
        "A photo taken by satellite shows the port.",
        "Related companies of Acme will invest in the port.",
        "More from the fund will go to Newtown, the mayor said.",
        "Editors of three papers met the president.",
        "Sign up to the treaty, the president told ministers.",
        "The company (Acme/Beta) opened the terminal.",
        "Read the report, the minister said.",
        "Acme Port (Newtown) opened a terminal.",
        "The terminal opened. - Newtown",
        "The terminal was opened by the port authority (TWN)",
        "The war ends.",
    ],
)
def test_sentence_stays(sentence: str) -> None:
    """Ordinary sentences with the words of boilerplate are news."""
    assert list_ignored(f"{BODY}\n{sentence}\n\n{sentence} {BODY}") == []


def test_notice_ends_with_its_sentence() -> None:
    """Of a line that holds news and a notice, the notice alone is set aside."""
    notice = "By using this site you agree to our use of cookies."
    assert list_ignored(f"{BODY} {notice} {BODY}") == [notice]


def test_related_block_ends_at_the_next_sentence() -> None:
    """A heading of related articles takes the headlines after it, up to a sentence."""
    text = f"{BODY}\n\nRelated articles\n\nBeta wins\nGamma loses\n\n{BODY}\nDelta rises"
    assert list_ignored(text) == ["Related articles", "Beta wins", "Gamma loses"]


LINES = (BODY, "Photo: X", "Related news", "Short line", "", "(Xinhua)", "We use cookies", "©", " ")


@given(st.lists(st.sampled_from(LINES)).map("\n".join))
def test_spans_are_sorted_and_apart(text: str) -> None:
    """Spans lie in the text, in order, and never touch."""
    spans = find_boilerplate(text)
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("inline: []\n", "exactly the sections"),
        (
            "inline: [{id: a, pattern: x}]\nlines: [{id: a}]\nblocks: x\nnotices: x\n",
            "needs exactly",
        ),
        (
            "inline: [{id: bad, pattern: '('}]\nlines: [{id: a, pattern: x}]\n"
            "blocks: [{id: a, pattern: x}]\nnotices: [{id: a, pattern: x, hint: h}]\n",
            "pattern of 'bad'",
        ),
    ],
)
def test_bad_patterns_name_their_file(tmp_path: Path, content: str, problem: str) -> None:
    """A pattern file that cannot be used is an error that names it."""
    path = write(tmp_path / "patterns.yaml", content)
    with pytest.raises(RuleError, match=problem) as caught:
        _load_patterns(path)
    assert str(path) in str(caught.value)
