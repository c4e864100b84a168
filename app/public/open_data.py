"""What can be taken away from here and how: files, examples, terms; and every field of every kind."""

from __future__ import annotations

from flask import render_template

from app.kinds import KINDS, Field, Kind, Seen
from app.opendata import about
from app.opendata.columns import columns
from app.opendata.examples import CHECKING, examples
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.lists import FORMATS, LISTS
from app.public.words import Link
from app.web import site
from app.web.language import N_, _
from app.web.links import base_url

FILES = (
    (
        "/cong-bo/thay-doi.csv",
        N_("Mọi thay đổi từ trước đến nay (CSV)"),
        N_("mỗi dòng một trường đã đổi: cũ, mới, văn bản"),
    ),
    ("/so-sanh", N_("So sánh hai lần công bố, hai ngày"), N_("trang, JSON và CSV")),
    ("/du-lieu/so-cong-bo.zip", N_("Cả sổ công bố (ZIP)"), N_("kèm chương trình kiểm tra trên máy của bạn")),
    (
        "/cong-bo.atom",
        N_("Tin về các lần công bố (Atom)"),
        N_("thêm ?loai=luat-su hoặc ?xa=mã xã để theo dõi riêng"),
    ),
    ("/du-lieu/api", N_("API"), N_("tìm và lọc từng mục, không cần đăng ký")),
    ("/du-lieu/hsds.json", "HSDS 3.0", N_("nơi trợ giúp theo chuẩn của Open Referral")),
    ("/du-lieu/datapackage.json", "Data Package", N_("mô tả từng cột của các tệp CSV")),
    ("/du-lieu/dcat.jsonld", "DCAT", N_("mô tả cho các cổng dữ liệu mở")),
)
SEEN = {Seen.LIST: N_("danh sách, tệp tải về"), Seen.PAGE: N_("chỉ trang riêng của mục")}


@public.get("/du-lieu")
def open_data() -> str:
    """Tell a journalist what there is to take, how to use it, how to cite it and how to check it."""
    parameters.read()
    as_of.show(AsOf())
    site.canonical("/du-lieu")
    lists = [
        [_(listed.heading), *(Link(name, f"{listed.path}.{suffix}") for name, suffix in FORMATS.items())]
        for listed in LISTS.values()
    ]
    return render_template(
        "open_data.html",
        formats=list(FORMATS),
        lists=lists,
        files=[[Link(_(name), path), _(what)] for path, name, what in FILES],
        examples=examples(base_url()),
        checking=CHECKING,
        terms=about.stated(),
    )


@public.get("/du-lieu/tu-dien")
def data_dictionary() -> str:
    """Show every public field of every kind: its key, its label, its type, where it stands, its codes."""
    parameters.read()
    as_of.show(AsOf())
    site.canonical("/du-lieu/tu-dien")
    return render_template("dictionary.html", kinds=[(kind, _fields(kind)) for kind in KINDS])


def _fields(kind: Kind) -> list[list[object]]:
    page_only = [field for field in kind.public_fields if field.seen is Seen.PAGE]
    return [_row(field, kind) for field in [*columns(kind), *page_only]]


def _row(field: Field, kind: Kind) -> list[object]:
    return [
        field.key,
        field.vi,
        field.type.name,
        _(SEEN[field.seen]),
        about.note(field, kind) or _("không có"),
    ]
