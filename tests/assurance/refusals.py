"""A check of Schemathesis's kind: what is asked as declared is refused only for what no schema can tell.

Its own one knows no such reason, and is left out for this one.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import schemathesis

if TYPE_CHECKING:
    from schemathesis import Case, CheckContext, Response

BEYOND_SCHEMAS = {
    "cursor": "it is copied from the page before, and signed",
    "as_of": "a day to come has no register",
    "commune": "it must be one of this province",
}


@schemathesis.check
def refused_only_for_what_no_schema_tells(_ctx: CheckContext, response: Response, case: Case) -> None:
    """Fail where a request as declared is refused because of any other parameter."""
    if not case.meta or not case.meta.generation.mode.is_positive:
        return
    if response.status_code == HTTPStatus.BAD_REQUEST:
        refused = response.json()["error"].get("parameter")
        assert refused in BEYOND_SCHEMAS, f"{refused} was refused: {response.text}"
