"""Store: a folder that keeps what was read of documents, and the graph of them all."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import StoreError
from kg.graph import Summary
from kg.growing.adding import Reader
from kg.growing.committing import commit
from kg.growing.content import load_content
from kg.growing.makers import parse_options, parse_run
from kg.growing.removing import find_given
from kg.growing.workshop import Workshop
from kg.model.document import Outcome
from kg.model.provenance import Run
from kg.pipeline import BuildOptions, Pipeline, Progress
from kg.rdf.writing import write_graph
from kg.resources import digest_code
from kg.stores.entity_rows import EntityRows, StatementRows
from kg.stores.graph_folder import (
    mend_graph,
)
from kg.stores.locking import hold_writing
from kg.stores.store_file import (
    StoreFile,
    check_folder,
    open_store_file,
    read_store_file,
    tell_failures,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a run did to a store: an outcome for each input; `anew` documents were read again.

    `documents` is how many the store has now, `notes` are warnings of the ledger, `spent` are seconds
    by stage, in all processes together.
    """

    outcomes: tuple[Outcome, ...]
    documents: int
    anew: int = 0
    notes: tuple[str, ...] = ()
    spent: Mapping[str, float] = field(default_factory=dict)


class Store:
    """A store folder; it is made when documents are first added.

    What it holds depends on the documents and options alone: not on the order in which they came,
    nor on those that were there and went.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._pipeline: Pipeline | None = None

    @property
    def options(self) -> BuildOptions:
        """The options that its graph is made with; those of kg while there is none."""
        if not (self.folder / "store.db").is_file():
            return BuildOptions()
        with self._read() as file:
            return parse_options(file.find_fact("options"))

    def add(
        self,
        paths: Sequence[str | Path],
        *,
        options: BuildOptions | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Growth:
        """Reads files and folders and puts their documents in, in place of those of their names.

        Documents that are there with the same content are `unchanged`. Other options than the
        store's, or another version of what reads, make all its documents be read anew. Until all is
        done the store is as it was; of a run that was stopped the next one reads nothing again.
        """
        check_folder(self.folder)
        pipeline = self._load(options or self.options)
        run = pipeline.describe_run()
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._write() as file:
            shop = Workshop(file, pipeline)
            reader = Reader(shop, pipeline.digest_readers(), on_progress)
            reader.read([str(path) for path in paths])
            with pipeline.stopwatch.measure("resolution"):
                commit(shop, self.folder, run, removed=reader.removed, added=reader.added)
            spent = {**reader.spent, **pipeline.stopwatch.take()}
            return replace(_describe(shop, reader.outcomes, reader.anew), spent=spent)

    def remove(self, paths: Sequence[str | Path]) -> Growth:
        """Takes documents out, by their identifiers or by a folder or file that they came from.

        One that is not there is an outcome that failed. Nothing is read for it.
        """
        with self._write() as file:
            run = self._get_run(file)
            shop = Workshop(file, self._load(parse_options(file.find_fact("options"))))
            self._check_makers(file, shop.pipeline, run)
            outcomes, numbers = find_given(list(shop.documents.list_all(live=True)), paths)
            commit(shop, self.folder, run, removed=numbers, added=set())
            return _describe(shop, outcomes)

    def write(self, path: str | Path) -> None:
        """Writes the graph as a file, byte for byte that of a build of its documents."""
        with self._read() as file:
            shop = Workshop(file, self._load(parse_options(file.find_fact("options"))))
            write_graph(load_content(shop, self._get_run(file)), path)

    def summary(self, outcomes: Iterable[Outcome] = ()) -> Summary:
        """Counts of the whole graph; those of documents and words are of the outcomes."""
        told = list(outcomes)
        with self._read() as file:
            counts = StatementRows(file).count()
            types = EntityRows(file).count()
        return Summary(
            documents=dict(sorted(Counter(outcome.status.value for outcome in told).items())),
            words=sum(outcome.words for outcome in told),
            entities=types,
            statements=counts["predicate"],
            modalities=counts["modality"],
        )

    def _load(self, options: BuildOptions) -> Pipeline:
        """The stages; those of the last call where the options are the same."""
        if self._pipeline is None or self._pipeline.options != options:
            self._pipeline = Pipeline(options)
        return self._pipeline

    @contextmanager
    def _write(self) -> Iterator[StoreFile]:
        check_folder(self.folder)
        if not self.folder.is_dir():
            raise StoreError(f"There is no store '{self.folder}'; kg build --store makes one.")
        with (
            tell_failures(self.folder),
            hold_writing(self.folder),
            open_store_file(self.folder) as file,
        ):
            mend_graph(file, self.folder)
            yield file

    @contextmanager
    def _read(self) -> Iterator[StoreFile]:
        with tell_failures(self.folder), read_store_file(self.folder) as file:
            file.connection.execute("BEGIN")  # one state for all that is asked
            yield file

    def _get_run(self, file: StoreFile) -> Run:
        noted = file.find_fact("run")
        if noted is None:
            raise StoreError(f"The store '{self.folder}' has no graph yet; add documents to it.")
        return parse_run(noted)

    def _check_makers(self, file: StoreFile, pipeline: Pipeline, run: Run) -> None:
        """Raises StoreError where the code or names have changed since the graph was made."""
        now = (
            digest_code(),
            pipeline.ontology.digest,
            pipeline.gazetteer.digest,
            pipeline.ledger.digest,
        )
        noted = (run.ontology_digest, run.gazetteer_digest, file.find_fact("ledger"))
        if now != (file.find_fact("code"), *noted):
            raise StoreError(
                f"The store '{self.folder}' was made by another version of kg;"
                " run kg build --store on it first, which reads its documents anew."
            )


def _describe(shop: Workshop, outcomes: list[Outcome], anew: int = 0) -> Growth:
    live = len(shop.documents.list_live())
    return Growth(outcomes=tuple(outcomes), documents=live, anew=anew, notes=shop.list_notes())
