"""The sample graph with any texts put in place of its names, titles, identifiers and links."""

import dataclasses

from kg.model.statement import Evidence, Statement, StatementQualifier
from kg.rdf.content import GraphContent

from .sample import CONTENT


def make_hostile(text: str) -> GraphContent:
    """The sample's content with `text` as every label, alias, title, identifier, link and quote."""
    identifiers = {
        document.identifier: f"{document.identifier}{text}" for document in CONTENT.documents
    }
    return dataclasses.replace(
        CONTENT,
        documents=tuple(
            dataclasses.replace(
                document,
                identifier=identifiers[document.identifier],
                title=text,
                url=text,
                publisher=text,
                language=text,
            )
            for document in CONTENT.documents
        ),
        entities=tuple(
            dataclasses.replace(
                entity,
                label=text,
                aliases=(f"alias {text}",),
                documents=tuple(identifiers[name] for name in entity.documents),
            )
            for entity in CONTENT.entities
        ),
        statements=tuple(
            _make_hostile_statement(statement, text, identifiers)
            for statement in CONTENT.statements
        ),
    )


def _make_hostile_statement(
    statement: Statement, text: str, identifiers: dict[str, str]
) -> Statement:
    return dataclasses.replace(
        statement,
        rules=(text,),
        qualifiers=tuple(
            StatementQualifier(
                name=qualifier.name,
                value=text if isinstance(qualifier.value, str) else qualifier.value,
            )
            for qualifier in statement.qualifiers
        ),
        evidence=tuple(
            Evidence(document=identifiers[e.document], span=e.span, quote=text)
            for e in statement.evidence
        ),
    )
