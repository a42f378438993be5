"""Tables of cases as YAML beside their test: groups of cases, known failures with their reason."""

from pathlib import Path
from typing import Any

import pytest
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there


def read_table(path: Path) -> list[Any]:
    """One pytest parameter a case, in order; the file maps a group's name to a list of cases.

    A case is a text or a mapping. One with `because` is a known failure: it must fail (strict
    xfail), so that whoever mends it has to take the reason away. The id is "group: text".
    """
    groups: dict[str, list[Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  both are safe
    return [_make_param(group, case) for group, cases in groups.items() for case in cases]


def _make_param(group: str, case: Any) -> Any:
    fields = {"text": case} if isinstance(case, str) else dict(case)
    reason = fields.pop("because", None)
    marks = [pytest.mark.xfail(strict=True, reason=str(reason))] if reason else []
    return pytest.param(fields, id=f"{group}: {fields['text']}", marks=marks)
