"""Templates compile, import only what they use, and hold no word that a translator would not be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from jinja2 import Environment, nodes

from tests.house.checkout import APP, place, templates

READER = Environment(
    extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True
)
MARKS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
DATA_BLOCK = re.compile(r"<script\b.*?</script>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&#?\w+;")
SPOKEN = re.compile(r'\b(?:alt|title|placeholder|aria-label)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]+")


def parsed(path: Path) -> nodes.Template:
    return READER.parse(path.read_text(encoding="utf-8"), filename=str(path))


def unmarked_data(source: str) -> str:
    """Return what the template says outside ``{% trans %}``, with ``⟨⟩`` for each expression."""
    said, in_trans, opening = [], False, False
    for _line, kind, value in READER.lex(source):
        if kind == "block_begin":
            opening = True
        elif opening and kind == "name":
            opening, in_trans = False, (in_trans or value == "trans") and value != "endtrans"
        elif kind == "variable_begin":
            said.append("⟨⟩")
        elif kind == "data" and not in_trans:
            said.append(value)
    return "".join(said)


def unmarked_words(source: str) -> Iterator[str]:
    """Yield each run of text, and each attribute read aloud, that holds a word no translator is shown."""
    data = DATA_BLOCK.sub("", unmarked_data(source))
    for tag in TAG.findall(data):
        yield from (spoken for spoken in SPOKEN.findall(tag) if WORD.search(spoken))
    for text in TAG.split(data):
        if WORD.search(ENTITY.sub("", text)):
            yield text.strip()


def unmarked_strings(node: nodes.Node) -> Iterator[str]:
    """Yield Vietnamese strings inside expressions that are not given to gettext."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Call) and isinstance(child.node, nodes.Name) and child.node.name in MARKS:
            continue
        if isinstance(child, nodes.Const) and isinstance(child.value, str) and not child.value.isascii():
            yield child.value
        yield from unmarked_strings(child)


def imported(template: nodes.Template) -> set[str]:
    whole = {node.target for node in template.find_all(nodes.Import)}
    single = (name for node in template.find_all(nodes.FromImport) for name in node.names)
    return whole | {name if isinstance(name, str) else name[1] for name in single}


def test_every_template_compiles(empty: Flask) -> None:
    for name in empty.jinja_env.list_templates():
        assert empty.jinja_env.get_template(name)


def test_no_template_imports_what_it_does_not_use() -> None:
    unused = [
        f"{place(path)} imports {name}"
        for path in templates()
        for name in sorted(imported(parsed(path)) - {used.name for used in parsed(path).find_all(nodes.Name)})
    ]
    assert not unused, f"take the import out: {unused}"


def test_every_word_of_a_page_is_marked_for_translation() -> None:
    unmarked = [
        f"{place(path)} says {' '.join(words.split())!r}"
        for path in templates(".html")
        for words in unmarked_words(path.read_text(encoding="utf-8"))
    ]
    assert not unmarked, "wrap it in {% trans %} or _():\n  " + "\n  ".join(unmarked)


def test_every_vietnamese_string_in_an_expression_is_marked_for_translation() -> None:
    unmarked = [
        f"{place(path)} says {text!r}" for path in templates() for text in unmarked_strings(parsed(path))
    ]
    assert not unmarked, "wrap it in _():\n  " + "\n  ".join(unmarked)


def test_a_percent_sign_in_marked_text_is_written_twice() -> None:
    """Once, it would begin a format there, which breaks the page only when it is shown."""
    single = [
        f"{place(path)} says {said!r}"
        for path in templates(".html")
        for said in re.findall(r"_\('([^']*)'", path.read_text(encoding="utf-8"))
        if re.search(r"%(?![%(])", said.replace("%%", ""))
    ]
    assert not single, f"write %% in _(): {single}"


def test_templates_stand_in_their_own_folder() -> None:
    stray = [place(path) for path in APP.rglob("*.html")]
    assert not stray, f"the rules for templates look only into templates/: {stray}"


def test_an_unmarked_word_is_seen_and_a_marked_one_let_be() -> None:
    marked = (
        '<a title="{{ _("Tên") }}" class="x">{% trans n=1 %}một {{ n }}{% endtrans %}&nbsp;– {{ so }}</a>'
    )
    assert list(unmarked_words(marked)) == []
    assert list(unmarked_words('<p title="Tên">{# ghi chú #}{% if a > b %}Xin{% endif %}</p>')) == [
        "Tên",
        "Xin",
    ]
    assert list(unmarked_strings(READER.parse('{{ _("Tên") }}{{ "Số" if a else "so" }}'))) == ["Số"]
