"""A register that never was: a thousand listings drawn by lot over the real communes of another province.

One seed, one register, on every machine. It is made to be searched, so it holds only what a search reads.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app import kinds, places
from app.canonical import Document
from app.kinds.codes import FIELDS_OF_LAW, LANGUAGES

PROVINCE = "08"
LISTINGS = 1_000
SEED = 1977

_DRAWN: dict[str, Any] = tomllib.loads(Path(__file__).with_name("drawn.toml").read_text(encoding="utf-8"))
_FIELDS = [code for code in FIELDS_OF_LAW.order if code not in ("other", "*")]
_SPOKEN = [code for code in LANGUAGES.order if code != "viet"]
_TITLES = ("judge", "prosecutor", "investigator", "enforcement_officer", "legal_official")

_EVERY = {"status": "active", "effective_from": "2024-01-01", "confirmed_on": "2026-06-01"}
_HOURS = {"weekly": {day: [["07:30", "11:30"], ["13:30", "17:00"]] for day in ("mon", "tue", "wed", "thu")}}
_ALL_FORMS = ["litigation", "advice", "representation"]
_BRANCHES = 8
_WITH_OFFICES = 0.6
"""The share of communes in which an office may stand."""


def listings(count: int = LISTINGS, province: str = PROVINCE, seed: int = SEED) -> list[tuple[str, Document]]:
    """Return ``count`` listings as id and document: a tenth are offices, the others people reached there."""
    lot = _Lot(Random(seed), province)
    offices = [*lot.state_offices(), *lot.organisations(count // 10)]
    return [*offices, *lot.people(count - len(offices))]


@dataclass
class _Lot:
    random: Random
    province: str
    _serials: dict[str, int] = field(default_factory=dict)
    _practices: list[str] = field(default_factory=list)
    _consultancies: list[str] = field(default_factory=list)
    _state: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        communes = list(places.communes(self.province))
        self.random.shuffle(communes)
        self._communes = communes[: round(len(communes) * _WITH_OFFICES)]

    def state_offices(self) -> Iterator[tuple[str, Document]]:
        """Yield the centre and its branches, each in a commune of its own."""
        province = places.province_name(self.province)
        centre = f"Trung tâm trợ giúp pháp lý nhà nước {province[0].lower()}{province[1:]}"
        yield self._add("centre", self._office(self._communes[0], name=centre), self._state)
        for ordinal, commune in enumerate(self._communes[1 : _BRANCHES + 1], start=1):
            around = [one.code for one in places.neighbours(commune.code, 8)]
            name = f"Chi nhánh số {ordinal} {centre}"
            branch = self._office(commune, name=name, ordinal=ordinal, centre="TT-01")
            branch["service_communes"] = [commune.code, *around]
            yield self._add("branch", branch, self._state)

    def organisations(self, count: int) -> Iterator[tuple[str, Document]]:
        """Yield law practices and consultancies; one in twenty is suspended or gave its place to another."""
        first, second = _DRAWN["first"].split(), _DRAWN["second"].split()
        names = [f"{one} {other}" for one in first for other in second if one != other]
        self.random.shuffle(names)
        for number in range(1, count + 1):
            made = self._organisation(names[number % len(names)], number)
            ended = number % 40 == 39
            if ended:
                made |= _ended(f"{number}/TB-STP") | {"successor": f"TC-{number + 1:03d}"}
            elif number % 40 == 19:
                made |= {"status": "suspended", "suspended_on": "2026-03-01"}
            if number % 25 == 7:
                made["former_names"] = [f"Văn phòng luật sư {names[-number % len(names)]}"]
            consultancy = made["organisation_type"] == "legal_consultancy"
            kept = self._consultancies if consultancy else self._practices
            yield self._add("organisation", made, [] if ended else kept)

    def people(self, count: int) -> Iterator[tuple[str, Document]]:
        """Yield lawyers mostly; the other kinds in their usual proportion."""
        for _ in range(count):
            (kind,) = self.random.choices(
                ("lawyer", "aid_officer", "consultant", "collaborator"), (70, 12, 10, 8)
            )
            yield self._add(kind, self._person(kind))

    def _add(self, kind: str, document: Document, kept: list[str] | None = None) -> tuple[str, Document]:
        self._serials[kind] = self._serials.get(kind, 0) + 1
        listing_id = kinds.find(kind).public_id(self._serials[kind])
        if kept is not None:
            kept.append(listing_id)
        return listing_id, document

    def _organisation(self, name: str, number: int) -> Document:
        practice = self.random.random() < 0.75
        style = self.random.choice(("Văn phòng luật sư", "Văn phòng luật sư", "Công ty luật TNHH"))
        about: Document = {
            "name": f"{style if practice else 'Trung tâm tư vấn pháp luật'} {name}",
            "organisation_type": "law_practice" if practice else "legal_consultancy",
            "representative": self._name(self.random.choice(("male", "female"))),
            "licence_number": f"{number:02d}.{self.random.randrange(10, 99)}/TP/ĐKHĐ",
            "intake": "direct",
            "scope": "Vụ việc của người cư trú tại tỉnh",
            "beneficiaries": ["*"],
        }
        if not practice:
            about |= {"parent_body": self._one_of("parent_bodies"), "forms_of_aid": ["advice"]}
        made = self._office(self.random.choice(self._communes), **about)
        made["fields_of_law"] = self._fields(2, 4)
        return made | self._participation(number)

    def _participation(self, number: int) -> Document:
        if self.random.random() < 0.4:
            signed = {"contract_signed_on": "2025-02-01", "contract_to": "2028-01-31"}
            return {"participation": "contract", "contract_number": f"{number:03d}/2025/HĐ-TGPL", **signed}
        return {"participation": "registration", "certificate_number": f"{number:03d}/GĐK-TGPL"}

    def _office(self, commune: places.Commune, **about: Any) -> Document:
        former = self.random.choice(places.former_of(commune.code) or (None,))
        serial = sum(self._serials.values())
        street = self._one_of("streets")
        return {
            **_EVERY,
            "address": f"Số {self.random.randrange(1, 300)} đường {street}",
            "commune": commune.code,
            "phone": f"0207{6_000_000 + serial * 7:07d}",
            "opening_hours": _HOURS,
            "languages": ["viet", *self.random.sample(_SPOKEN, self.random.randrange(1, 4))],
            "forms_of_aid": _ALL_FORMS,
            "fields_of_law": ["*"],
            **({"old_address": f"{former.ward}, {former.district}"} if former else {}),
            **about,
        }

    def _person(self, kind: str) -> Document:
        gender = self.random.choice(("male", "female"))
        person = {
            **_EVERY,
            "name": self._name(gender),
            "gender": gender,
            "experience_since": f"{self.random.randrange(1995, 2023)}",
            "specialities": self._fields(1, 3),
            "forms_of_aid": _ALL_FORMS,
        }
        ended = _ended("12/QĐ-STP") if self.random.random() < 0.04 else {}
        return person | getattr(self, f"_as_{kind}")() | ended

    def _as_aid_officer(self) -> Document:
        return {"workplace": self.random.choice(self._state), "appointed_by": "Ủy ban nhân dân tỉnh"}

    def _as_lawyer(self) -> Document:
        bar = {"bar": f"Đoàn luật sư tỉnh {self._short()}"}
        if self.random.random() < 0.6 and self._practices:
            practice = self.random.choice(self._practices)
            assigned = {"engagements": ["assigned"], "contact_via": practice, "organisation": practice}
            return bar | assigned
        number = f"{self._serials.get('lawyer', 0) + 1}/HĐ-TT"
        signed = {"contract_number": number, "contract_signed_on": "2025-02-01", "contract_to": "2028-01-31"}
        return bar | signed | {"engagements": ["contract"], "contact_via": self.random.choice(self._state)}

    def _as_consultant(self) -> Document:
        organisation = self.random.choice(self._consultancies or self._practices)
        return {"organisation": organisation, "forms_of_aid": ["advice"]}

    def _as_collaborator(self) -> Document:
        served = [one.code for one in self.random.sample(self._communes, 2)]
        title = self.random.choice(_TITLES)
        return {"centre": "TT-01", "former_title": title, "communes": served, "forms_of_aid": ["advice"]}

    def _name(self, gender: str) -> str:
        words = _DRAWN["families"], _DRAWN[gender]["middles"], _DRAWN[gender]["given"]
        return " ".join(self.random.choice(one.split()) for one in words)

    def _one_of(self, key: str) -> str:
        return " ".join(self.random.choice(_DRAWN[key].split(",")).split())

    def _fields(self, least: int, most: int) -> list[str]:
        chosen = self.random.sample(_FIELDS, self.random.randrange(least, most + 1))
        return [one for one in _FIELDS if one in chosen]

    def _short(self) -> str:
        return places.province_name(self.province).removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _ended(number: str) -> Document:
    return {"status": "ended", "ended_on": "2026-02-01", "end_basis_number": number}
