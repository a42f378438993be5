"""Names that several places have mean the one that the document tells."""

import pytest

from kg.model.document import Document
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.pipeline import Pipeline
from kg.recognition import parse_documents
from kg.resolution import resolve

CASES = [
    (
        "Factory opens\n\nNorvik Group opened a plant in Suzhou, Anhui, on Monday.",
        "Suzhou",
        "city/suzhou-anhui",
    ),
    (
        "Factory opens\n\nNorvik Group opened a plant in Suzhou, Jiangsu, on Monday.",
        "Suzhou",
        "city/suzhou",
    ),
    (
        "Norvik Group opened a plant in Suzhou on Monday. Officials of Anhui Province came to the ceremony.",
        "Suzhou",
        "city/suzhou-anhui",
    ),
    (
        "Suzhou city in Anhui province will build a dry port. Suzhou has no port yet.",
        "Suzhou",
        "city/suzhou-anhui",
    ),
    (
        "Trains left Hefei and Bengbu for Suzhou last week, the operator said.",
        "Suzhou",
        "city/suzhou-anhui",
    ),
    ("Norvik Group opened a plant in Suzhou on Monday.", "Suzhou", "city/suzhou"),
    ("A battery maker moved to Fuzhou, Jiangxi, last year.", "Fuzhou", "city/fuzhou-jiangxi"),
    ("Ships left Fuzhou and Xiamen on Monday.", "Fuzhou", "city/fuzhou"),
    ("Taizhou in Zhejiang Province exports valves.", "Taizhou", "city/taizhou-zhejiang"),
    ("Coal from Yulin, Shaanxi, went by rail to the coast.", "Yulin", "city/yulin-shaanxi"),
    (
        "Carmakers invest in Georgia. Workers in Atlanta and Savannah welcomed the plants.",
        "Georgia",
        "province/georgia",
    ),
    (
        "Protests went on in Tbilisi on Monday. The government of Georgia passed the law in May.",
        "Georgia",
        "country/georgia",
    ),
    (
        "The senator won the primaries in Georgia and Alabama on Tuesday.",
        "Georgia",
        "province/georgia",
    ),
    (
        "Leaders of Georgia, Armenia and Azerbaijan met in Baku on Monday.",
        "Georgia",
        "country/georgia",
    ),
    (
        "The prime minister of Georgia visited the United States on Monday.",
        "Georgia",
        "country/georgia",
    ),
    ("A steelworks in Birmingham, Alabama, will close.", "Birmingham", "city/birmingham-alabama"),
    (
        "A steelworks in Birmingham will close, the mayor said. Alabama lost many jobs.",
        "Birmingham",
        "city/birmingham-alabama",
    ),
    (
        "Birmingham council sold its airport shares. London and Leeds may follow, ministers in Britain said.",
        "Birmingham",
        "city/birmingham",
    ),
    (
        "Norvik Group employs 300 people in Hyderabad, Pakistan.",
        "Hyderabad",
        "city/hyderabad-pakistan",
    ),
    (
        "Norvik Group employs 300 people in Hyderabad. India is its largest market.",
        "Hyderabad",
        "city/hyderabad",
    ),
    (
        "Floods hit Karachi and Hyderabad on Friday, officials in Sindh said.",
        "Hyderabad",
        "city/hyderabad-pakistan",
    ),
    ("Pakistan's second city of Sindh is Hyderabad.", "Hyderabad", "city/hyderabad-pakistan"),
    (
        "Shots were heard in Tripoli on Monday. Lebanon sent soldiers to the city.",
        "Tripoli",
        "city/tripoli-lebanon",
    ),
    ("Shots were heard in Tripoli on Monday. Libya closed the airport.", "Tripoli", "city/tripoli"),
    ("Ministers met in Tripoli, Beirut and Sidon.", "Tripoli", "city/tripoli-lebanon"),
    (
        "Pilgrims walk to Santiago in Galicia every summer.",
        "Santiago",
        "city/santiago-de-compostela",
    ),
    ("Copper prices moved shares in Santiago, Chile, on Monday.", "Santiago", "city/santiago"),
    (
        "The hurricane hit Santiago in Cuba at night. Havana was spared.",
        "Santiago",
        "city/santiago-de-cuba",
    ),
    ("Chip designers in San Jose, California, hire again.", "San Jose", "city/san-jose"),
    (
        "The president of Costa Rica spoke in San Jose on Monday.",
        "San Jose",
        "city/san-jose-costa-rica",
    ),
    (
        "The legislature met in Victoria, British Columbia, on Monday.",
        "Victoria",
        "city/victoria-british-columbia",
    ),
    (
        "The premier opened a tunnel in Melbourne, Victoria, on Monday.",
        "Victoria",
        "province/victoria",
    ),
    ("A shipyard in Cordoba, Spain, won the order.", "Cordoba", "city/cordoba-spain"),
    ("Farmers near Cordoba sold soy to Buenos Aires, Argentina said.", "Cordoba", "city/cordoba"),
    (
        "Ford's plant in Valencia will build one car less. Spain's government was told in Madrid.",
        "Valencia",
        "city/valencia-spain",
    ),
    (
        "Refinery workers in Valencia and Caracas went on strike across Venezuela.",
        "Valencia",
        "city/valencia",
    ),
    ("A mill in Portland, Maine, burnt down.", "Portland", "city/portland-maine"),
    ("Chip plants near Portland, Ore., expand.", "Portland", "city/portland"),
    (
        "A start-up in Cambridge, Massachusetts, raised $20 million.",
        "Cambridge",
        "city/cambridge-massachusetts",
    ),
    (
        "A start-up in Cambridge raised 20 million pounds. Ministers in London praised it.",
        "Cambridge",
        "city/cambridge",
    ),
    (
        "Cargill opened a mill in Barcelona, Venezuela, in 1998.",
        "Barcelona",
        "city/barcelona-venezuela",
    ),
    (
        "The ferry from Cartagena to Oran starts in May, Spain's transport ministry said.",
        "Cartagena",
        "city/cartagena-spain",
    ),
    ("The refinery of Cartagena, Colombia, is full.", "Cartagena", "city/cartagena"),
    ("Bottlers in Merida, Mexico, stopped work.", "Merida", "city/merida"),
    ("The army left Leon and Managua, Nicaragua said.", "Leon", "city/leon-nicaragua"),
    (
        "A yard in Kingston, Ontario, will be sold. Kingston has waited for years.",
        "Kingston",
        "city/kingston-canada",
    ),
    (
        "Drones hit an oil depot near St. Petersburg, Russia said.",
        "St. Petersburg",
        "city/st-petersburg",
    ),
    (
        "The cruise line moves to St. Petersburg, Florida.",
        "St. Petersburg",
        "city/st-petersburg-florida",
    ),
    ("The senator flew to Paris, Texas, for the rally.", "Paris", "city/paris-texas"),
    ("The governor of Texas flew to Paris on Monday.", "Paris", "city/paris"),
    ("The University of Idaho in Moscow, Idaho, got a grant.", "Moscow", "city/moscow-idaho"),
    ("Voters in Athens, Georgia, queued for hours.", "Athens", "city/athens-georgia"),
    ("A cable plant in London, Ontario, closed.", "London", "city/london-ontario"),
    ("A foundry in Toledo, Ohio, was sold to Norvik Group.", "Toledo", "city/toledo-ohio"),
    ("Data centres rise in Columbus, Georgia, and Macon.", "Columbus", "city/columbus-georgia"),
    (
        "Norvik Group bought a mill in Springfield, Illinois.",
        "Springfield",
        "city/springfield-illinois",
    ),
    (
        "Norvik Group opened a plant in Suzhou, China. The governor of Anhui spoke.",
        "Suzhou",
        "city/suzhou-anhui",
    ),
    ("Norvik Group opened a plant in Xi'an, China, on Monday.", "Xi'an", "city/xian"),
    ("Norvik Group opened a plant in Wuxi, China, on Monday.", "Wuxi", "city/wuxi"),
    (
        "A mill near Kokkola will close, Finland said.",
        "Kokkola",
        "city/kokkola-central-ostrobothnia-region-finland",
    ),
]


@pytest.fixture(scope="module")
def recognized(pipeline: Pipeline) -> dict[str, Recognized]:
    """The documents of all cases, read together."""
    texts = [text for text, _, _ in CASES]
    documents = [Document(identifier=f"case-{n}", text=text) for n, text in enumerate(texts)]
    parsed = parse_documents(documents, pipeline.model)
    return {
        document.text: pipeline.recognizer.recognize(document, parse)
        for document, parse in zip(documents, parsed, strict=True)
    }


def list_names(recognized: Recognized, name: str) -> list[Mention]:
    """The mentions of this name."""
    return [m for m in recognized.mentions if m.text == name and m.kind is MentionKind.NAME]


@pytest.mark.parametrize(("text", "name", "entry_id"), CASES)
def test_the_document_decides(
    recognized: dict[str, Recognized], text: str, name: str, entry_id: str
) -> None:
    """What stands beside the name counts most, then places named elsewhere, then size."""
    found = list_names(recognized[text], name)
    assert found
    assert {mention.known_as for mention in found} == {entry_id}


def find_choice(pipeline: Pipeline, text: str, name: str) -> tuple[str, str, float] | None:
    """Which place the name means, why and how surely."""
    document = Document(identifier="case", text=text)
    parsed = next(parse_documents([document], pipeline.model))
    (mention, *_) = list_names(pipeline.recognizer.recognize(document, parsed), name)
    choice = mention.choice
    return (choice.full, choice.reason, choice.score) if choice else None


@pytest.mark.parametrize(
    ("text", "name", "choice"),
    [
        (
            "Norvik Group opened a plant in Suzhou, Anhui, on Monday.", "Suzhou",
            ("Suzhou, Anhui, China", "Anhui beside it", 0.95),
        ),
        (
            "Norvik Group opened a plant in Suzhou on Monday. Officials of Anhui came.", "Suzhou",
            (
                "Suzhou, Anhui, China",
                "Anhui named in the document, not Suzhou, Jiangsu, China",
                0.85,
            ),
        ),
        (
            "Norvik Group opened a plant in Suzhou on Monday.", "Suzhou",
            (
                "Suzhou, Jiangsu, China",
                "nothing but its size, not Suzhou, Anhui, China",
                0.4,
            ),
        ),
        ("Norvik Group opened a plant in Hangzhou on Monday.", "Hangzhou", None),
        ("The minister flew to Paris on Monday.", "Paris", None),
    ],
)  # fmt: skip
def test_a_choice_tells_its_reason_and_how_sure_it_is(
    pipeline: Pipeline, text: str, name: str, choice: tuple[str, str, float] | None
) -> None:
    """Size alone is no more than a guess; a name of one place needs no choice."""
    assert find_choice(pipeline, text, name) == choice


def test_one_name_may_mean_two_places(pipeline: Pipeline) -> None:
    """What stands beside a name holds for it and for those that follow."""
    text = "Birmingham, Alabama, is a twin town of Birmingham in England. Birmingham in England is older."
    document = Document(identifier="case", text=text)
    parsed = next(parse_documents([document], pipeline.model))
    found = list_names(pipeline.recognizer.recognize(document, parsed), "Birmingham")
    assert [m.known_as for m in found] == ["city/birmingham-alabama", *["city/birmingham"] * 2]


def test_the_choice_is_a_judgement(pipeline: Pipeline) -> None:
    """It stands with the other judgements, with name, place, score and reason."""
    document = Document(identifier="case", text="Norvik Group opened a plant in Suzhou, Anhui.")
    resolution = resolve([pipeline.read(document)], pipeline.ontology, pipeline.find_known)
    told = [(j.left, j.right, j.left_id, j.reason, j.score) for j in resolution.judgements]
    assert told == [
        ("Suzhou", "Suzhou, Anhui, China", "city/suzhou-anhui", "Anhui beside it", 0.95)
    ]


def test_a_town_is_linked_only_where_the_document_tells_it(pipeline: Pipeline) -> None:
    """Names of many towns stay what the text says of them: a place, and no more."""
    text = "Norvik Group closed its mill in Springfield on Monday. Nothing else is known."
    document = Document(identifier="case", text=text)
    parsed = next(parse_documents([document], pipeline.model))
    known = [m for m in pipeline.recognizer.recognize(document, parsed).mentions if m.choice]
    assert [m.choice.score for m in known if m.choice] == [0.4]
