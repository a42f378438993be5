"""How values read on the page: numbers, quantities, terms."""

from decimal import Decimal, InvalidOperation, localcontext

from kg.model.quantity import format_number

_COMPARATORS = {
    "=": "",
    ">": "more than ",
    "<": "less than ",
    "~": "about ",
    ">=": "at least ",
    "<=": "up to ",
}
_MAGNITUDES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_MOST_DIGITS = 60
_SHORT = Decimal("0.0001")


def format_value(value: Decimal) -> str:
    """A number for people: "2.72 trillion", "94.5", "12,500"; never rounded."""
    with localcontext(prec=3 * _MOST_DIGITS):
        for size, word in _MAGNITUDES:
            scaled = value / size
            if abs(scaled) >= 1 and scaled == scaled.quantize(_SHORT):
                return f"{format_number(scaled)} {word}"
    whole, point, fraction = format_number(value).partition(".")
    return (
        f"{int(whole):,}{point}{fraction}"
        if whole.lstrip("-") not in {"", "0"}
        else format_number(value)
    )


def format_quantity(
    value: Decimal, unit: str = "", comparator: str = "=", upper: Decimal | None = None
) -> str:
    """A quantity for people: "more than 10 billion CNY", "2 to 3 years", "94.5%"."""
    number = (
        format_value(value) if upper is None else f"{format_value(value)} to {format_value(upper)}"
    )
    joined = f"{number}{unit}" if unit == "%" else f"{number} {unit}".rstrip()
    return f"{_COMPARATORS.get(comparator, '')}{joined}"


def format_change(value: Decimal) -> str:
    """A signed change in per cent: "up 94.5%", "down 3%", "unchanged"."""
    if value == 0:
        return "unchanged"
    return f"{'up' if value > 0 else 'down'} {format_value(abs(value))}%"


def find_decimal(text: str | None) -> Decimal | None:
    """The number a text holds, or None; "NaN", infinities and numbers of absurd size are none.

    Written out, "1e999999999" would fill the memory.
    """
    try:
        number = Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
    if number is None or not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    return number


def format_term(name: str) -> str:
    """A term's name as words where the ontology has no label: "holdsPost" is "holds post"."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name)
    return spaced.replace("_", " ").replace("-", " ").strip() or name


def capitalize_first(text: str) -> str:
    """The text with a capital at its start; the rest is left as it is."""
    return text[:1].upper() + text[1:]
