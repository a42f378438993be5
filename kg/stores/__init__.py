"""Quads in, SPARQL out: graph files and stores on disk, queried by the embedded Oxigraph."""
