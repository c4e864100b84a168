"""What results can be narrowed to, as addresses say it: a word of the URL for each filter and each value.

Pages say slugs of the wording (``linh-vuc=hinh-su``), data says codes (``field=criminal``).
"""

from __future__ import annotations

from dataclasses import dataclass

from app import kinds, places
from app.faults import BadParameter
from app.kinds import codes
from app.kinds.codes import CodeList
from app.public.parameters import Given
from app.search.filters import ALL
from app.vietnamese import fold, words
from app.web.language import N_, _


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One filter: its name in `app.search.filters`, in the address of a page, in that of data, and its title.

    ``codes`` are its values, where they are codes.
    """

    filter: str
    page: str
    data: str
    title: str
    codes: CodeList | None = None

    def slugs(self) -> dict[str, str]:
        """Return slug -> code."""
        known = self.codes.pairs if self.codes else ()
        return {slug(wording): code for code, wording in known if code != ALL}

    def word(self, value: str) -> str:
        """Return the word of a page's address for ``value``."""
        return slug(self.codes.wording(value)) if self.codes else value

    def label(self, value: str) -> str:
        """Return how people read ``value``."""
        if self.codes:
            wording = _(self.codes.wording(value))
            return wording[:1].upper() + wording[1:]
        if self.filter == "kind":
            kind = kinds.of_path(value)
            return _(kind.sheet) if kind else value
        commune = places.commune(value)
        return commune.name if commune else value


NARROWINGS = (
    Narrowing("kind", "loai", "kind", N_("Loại")),
    Narrowing("commune", "xa", "commune", N_("Xã, phường")),
    Narrowing("field", "linh-vuc", "field", N_("Việc cần giúp"), codes.FIELDS_OF_LAW),
    Narrowing("form", "hinh-thuc", "form", N_("Hình thức"), codes.FORMS_OF_AID),
    Narrowing("language", "ngon-ngu", "language", N_("Ngôn ngữ"), codes.LANGUAGES),
    Narrowing("gender", "gioi-tinh", "gender", N_("Muốn gặp"), codes.GENDER),
)
CODED = tuple(one.filter for one in NARROWINGS if one.codes)
BY_FILTER = {one.filter: one for one in NARROWINGS}

OPEN = "mo-cua"


def slug(wording: str) -> str:
    """``tham gia tố tụng`` to ``tham-gia-to-tung``."""
    return "-".join(words(fold(wording)))


def coded(given: Given, narrowing: Narrowing) -> str:
    """Return the code that a page's parameter means, "" where it is not given. Raises BadParameter."""
    word, slugs = given.get(narrowing.page), narrowing.slugs()
    if word is None:
        return ""
    if word not in slugs:
        raise BadParameter(
            narrowing.page, _("Không có lựa chọn này; có thể chọn: %(known)s.", known=", ".join(slugs))
        )
    return slugs[word]
