"""`kg query posts --as-of`: who held which post on a day, as far as documents tell."""

import pyoxigraph as ox
import pytest
from asking.world import BELGIUM, Told, make_store, person, post, year

from kg.errors import QueryError
from kg.model.claim import Modality
from kg.queries import load_queries
from kg.stores.results import Table

JANE, JOHN, ANN = "Jane Doe", "John Roe", "Ann Poe"
TOLD = [
    post(JANE, "Mayor", "2021-03-01"),
    post(JANE, "Mayor", "2022-06-30"),
    post(JOHN, "Mayor", "2024-03-01"),
    post(ANN, "Trade Minister", "2024-03-01", BELGIUM, startTime=year("2015"), endTime=year("2019")),
    post(JANE, "Trade Minister", "2024-03-01", BELGIUM, startTime=year("2020")),
    post("Max Moe", "Mayor", "2021-03-01", endTime=".."),
    post("Lee Loo", "Mayor"),
    Told(person("Bo Bay"), "holdsPost", BELGIUM, "2021-03-01", {"title": "Mayor"}, Modality.PLANNED),
    post("Ada Ash", "rector", "2019-05-01"),
    post("Ada Ash", "Rector", "2023-05-01", endTime=".."),
    post("Eve Elm", "envoy", "2024-03-01", time=year("2018")),
]  # fmt: skip
STORE = make_store(TOLD)


def ask(day: str) -> set[tuple[str, str, str, str]]:
    """Who held what on a day, with the days from and until which that is known."""
    answer = load_queries()["posts"].run(STORE, {"as_of": day} if day else {})
    assert isinstance(answer, Table)
    columns = [
        answer.variables.index(name) for name in ("who", "held", "known_from", "known_until")
    ]
    return {
        tuple(
            term.value if isinstance(term, ox.Literal) else ""
            for term in map(row.__getitem__, columns)
        )  # type: ignore[misc]
        for row in answer.rows
    }


MAYOR_JANE = (JANE, "known", "2021-03-01", "2022-06-30")
MINISTER_ANN = (ANN, "known", "2015", "2019")
RECTOR = ("Ada Ash", "last known", "2019-05-01", "2019-05-01")


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2014-12-31", set()),
        ("2015-01-01", {MINISTER_ANN}),
        ("2019-12-31", {MINISTER_ANN, RECTOR}),
        ("2018", {MINISTER_ANN, ("Eve Elm", "known", "2018-01-01", "2018-12-31")}),
        ("2021-03-01", {MAYOR_JANE, (JANE, "known", "2020", "2024-03-01"), RECTOR}),
        ("2022-06-30", {MAYOR_JANE, (JANE, "known", "2020", "2024-03-01"), RECTOR}),
        (
            "2024-02-29",
            {
                (JANE, "last known", "2021-03-01", "2022-06-30"),
                (JANE, "known", "2020", "2024-03-01"),
            },
        ),
        (
            "2024-03-01",
            {
                (JANE, "last known", "2021-03-01", "2022-06-30"),
                (JOHN, "known", "2024-03-01", "2024-03-01"),
                (JANE, "known", "2020", "2024-03-01"),
            },
        ),
    ],
)
def test_who_held_a_post_on_a_day(day: str, holders: set[tuple[str, str, str, str]]) -> None:
    """Those told to have begun and not to have ended; plans, former holders and undated texts are none."""
    assert ask(day) == holders


def test_without_a_day_every_post_shows_what_is_known_of_its_time() -> None:
    """Nothing is left out, and nothing is made up where no time is told."""
    rows = ask("")
    assert len({row[0] for row in rows}) == 8
    assert ("Lee Loo", "", "", "") in rows
    assert ("Max Moe", "", "", "before 2021-03-01") in rows
    assert {row[1] for row in rows} == {""}


def test_a_day_is_a_date() -> None:
    """Anything else is told."""
    with pytest.raises(QueryError, match="no date"):
        ask("yesterday")
