"""A corpus read: documents to readings, in this process or in workers, by journal and cache."""

from kg.corpus.kept import Read
from kg.corpus.reading import CorpusReader

__all__ = ["CorpusReader", "Read"]
