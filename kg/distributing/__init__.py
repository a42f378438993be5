"""A build on a cluster: partitions of documents in, shards of N-Quads and a manifest out."""

from kg.distributing.driving import Distributed, distribute
from kg.distributing.manifest import check_folder

__all__ = ["Distributed", "check_folder", "distribute"]
