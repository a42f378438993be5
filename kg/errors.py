"""The errors that kg raises for its callers: one class a meaning, each message says what, where and the mend."""


class KgError(Exception):
    """Base of every error that kg raises on purpose; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(KgError):
    """Wrong arguments or settings; nothing was written."""

    exit_code = 2


class RuleError(KgError):
    """A rule, lexicon or gazetteer file that cannot be used; the message names file and line."""

    exit_code = 2


class OntologyError(KgError):
    """The ontology lacks or contradicts something that the code needs."""

    exit_code = 2


class ModelError(KgError):
    """No usable spaCy model."""

    exit_code = 2


class TermError(KgError):
    """A text that cannot become an IRI or a literal."""


class QueryError(KgError):
    """A SPARQL query that does not parse, is not allowed, or has no such name."""

    exit_code = 2


class GraphError(KgError):
    """A graph file or store that cannot be read."""

    exit_code = 2


class StoreError(KgError):
    """A store that another run is writing, or that is none; nothing was changed."""

    exit_code = 2


class LockedError(KgError):
    """An output that another run is writing; nothing was changed."""

    exit_code = 2


class OutputError(KgError):
    """An output that could not be written; the file that stood there before is untouched."""


class DocumentError(KgError):
    """One document that cannot be read. `kind` is from the closed list of ErrorKind."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
