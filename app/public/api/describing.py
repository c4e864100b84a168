"""The API described by itself: OpenAPI 3.1 for programs, one page of our own for people."""

from __future__ import annotations

from flask import Response, jsonify, render_template

from app.catalogue.api import Json
from app.opendata.json_schema import SCHEMAS
from app.public import as_of
from app.public.api.declared import OPERATIONS, Operation, Parameter, operation
from app.public.as_of import AsOf
from app.public.door import public
from app.public.parameters import Given, read
from app.web import site
from app.web.language import N_, _
from app.web.limits import PER_SECOND
from app.web.links import base_url

_ERROR = {
    "description": "An error, in the one shape that every error has.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
}


@operation("/openapi.json", N_("Bản mô tả này, theo OpenAPI 3.1."), answers="Description")
def openapi(given: Given) -> Response:
    """Answer with the description of the API, made from what the views declare."""
    as_of.show(AsOf())
    return jsonify(description(base_url()))


@public.get("/du-lieu/api")
def api_page() -> str:
    """Tell people what the API answers and how to ask."""
    read()
    as_of.show(AsOf())
    site.canonical("/du-lieu/api")
    return render_template(
        "api.html",
        operations=[(one, list(map(_row, one.parameters))) for one in OPERATIONS],
        base=f"{base_url()}/api/v1",
        per_second=PER_SECOND,
    )


def description(base: str) -> Json:
    """Return the API below ``base`` as OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Register of legal-aid providers",
            "version": "1",
            "description": "Stable within v1: keys may be added, never removed or renamed.",
        },
        "servers": [{"url": f"{base}/api/v1"}],
        "paths": {one.path: {"get": _get(one)} for one in OPERATIONS},
        "components": {"schemas": SCHEMAS, "responses": {"Error": _ERROR}},
    }


def _get(one: Operation) -> Json:
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": {"type": type_}, "example": example}
        for name, type_, example in one.in_path
    ]
    in_query = [
        {"name": each.name, "in": "query", "description": each.says, "schema": each.schema}
        for each in one.parameters
    ]
    answer = {"schema": {"$ref": f"#/components/schemas/{one.answers}"}}
    return {
        "operationId": one.name,
        "summary": one.says,
        "parameters": in_path + in_query,
        "responses": {
            "200": {"description": one.says, "content": {"application/json": answer}},
            "4XX": {"$ref": "#/components/responses/Error"},
            "5XX": {"$ref": "#/components/responses/Error"},
        },
    }


def _row(one: Parameter) -> list[str]:
    schema = one.schema
    if "enum" in schema:
        may_be = ", ".join(schema["enum"])
    elif "maximum" in schema:
        may_be = _("%(least)s đến %(most)s", least=schema["minimum"], most=schema["maximum"])
    else:
        may_be = {"date": _("ngày, như 2026-03-01")}.get(schema.get("format", ""), _("chữ"))
    return [one.name, _(one.says), may_be]
