"""The nouns of kg, in the order data flows: Document, Mention, Claim, Entity, Statement. Plain Python, no I/O."""
