"""What `kg rules explain` prints: claims with their rules, and the rules that nearly fired."""

from kg.model.claim import Claim, Literal, Reading
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.wording import format_quantity


def describe_reading(reading: Reading, trace: list[str]) -> str:
    """The mentions, then each claim with its rules, then why other rules did not fire."""
    lines = ["Mentions:"]
    lines += [f"  {_describe_mention(m)}" for m in reading.mentions] or ["  none"]
    lines.append("Claims:")
    lines += [line for claim in reading.claims for line in _describe_claim(claim)] or ["  none"]
    lines.append("Rules that nearly fired:")
    lines += [f"  {line}" for line in sorted(set(trace))] or ["  none"]
    return "\n".join(lines)


def _describe_mention(mention: Mention) -> str:
    if isinstance(mention.value, Quantity):
        return f"{mention.text}: {format_quantity(mention.value)}"
    if isinstance(mention.value, Period):
        return f"{mention.text}: {mention.value.edtf}"
    if mention.kind is MentionKind.POST:
        return f"{mention.text}: title of a post"
    kind = "" if mention.kind is MentionKind.NAME else f" ({mention.kind})"
    return f"{mention.text}: {mention.type or 'unresolved'}{kind}"


def _describe_claim(claim: Claim) -> list[str]:
    target = claim.object.value if isinstance(claim.object, Literal) else claim.object.text
    lines = [f"  {claim.subject.text} -- {claim.predicate} -> {target}"]
    for qualifier in claim.qualifiers:
        value = qualifier.value
        if isinstance(value, Quantity):
            text = format_quantity(value)
        elif isinstance(value, Period):
            text = value.edtf
        else:
            text = value.text if isinstance(value, Mention) else value
        lines.append(f"      {qualifier.name}: {text}")
    speaker = f", says {claim.attributed_to.text}" if claim.attributed_to else ""
    lines.append(f"      {claim.modality}, confidence {claim.confidence:.2f}{speaker}")
    lines.append(f"      rules: {', '.join(claim.rules)}")
    return lines
