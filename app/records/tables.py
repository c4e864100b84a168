"""Which table holds a kind: the one list that accepting and reading records go by."""

from __future__ import annotations

from app.records.law import Eligibility, Notice, Procedure
from app.records.listing import Listing
from app.records.offices import Branch, Centre, Organisation
from app.records.persons import AidOfficer, Collaborator, Consultant, Lawyer
from app.records.site import Banner, Recording, ShownFigure, Vocabulary

TABLES: dict[str, type[Listing]] = {
    "centre": Centre,
    "branch": Branch,
    "organisation": Organisation,
    "aid_officer": AidOfficer,
    "lawyer": Lawyer,
    "consultant": Consultant,
    "collaborator": Collaborator,
    "procedure": Procedure,
    "eligibility": Eligibility,
    "notice": Notice,
    "vocabulary": Vocabulary,
    "banner": Banner,
    "recording": Recording,
    "shown_figure": ShownFigure,
}
