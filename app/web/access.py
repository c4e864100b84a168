"""Who may ask for what: each route stands in exactly one list, and a test tries them all.

The desk's door lets in by these lists and by nothing else: a route that stands in none answers nobody.
"""

from __future__ import annotations

from app.accounts.permissions import (
    ADMINISTRATOR,
    APPROVE,
    AUDITOR,
    DESK_ROLES,
    PROPOSE,
    READ,
    roles_that,
)

PUBLIC = "public"
FORMS = "forms"  # of the public: those of feedback/, which alone may be sent
ANYBODY = "anybody"  # at the desk, before one has signed in
SIGNED_IN = "signed_in"
READERS = "readers"  # who may see what only staff see of the register
WRITERS = "writers"
APPROVERS = "approvers"
PEOPLE_READERS = "people_readers"
PEOPLE = "people"  # who adds, disables and resets accounts
AUDITORS = "auditors"

AUDIENCES: dict[str, frozenset[str]] = {
    SIGNED_IN: frozenset(DESK_ROLES),
    READERS: roles_that(READ),
    WRITERS: roles_that(PROPOSE),
    APPROVERS: roles_that(APPROVE),
    PEOPLE_READERS: frozenset({ADMINISTRATOR, AUDITOR}),
    PEOPLE: frozenset({ADMINISTRATOR}),
    AUDITORS: frozenset({AUDITOR}),
}
"""audience -> the roles that belong to it."""

LISTS: dict[str, tuple[str, ...]] = {
    PUBLIC: (
        "assets.file",
        "public.home",
        "public.search",
        "public.search_data",
        "public.official_list",
        "public.official_list_json",
        "public.official_list_csv",
        "public.official_list_xlsx",
        "public.official_list_pdf",
        "public.official_list_docx",
        "public.embedding",
        "public.embedded_list",
        "public.embedded_commune",
        "public.embedded_centre",
        "public.listing",
        "public.listing_data",
        "public.history",
        "public.attached_file",
        "public.entitlement",
        "public.entitlement_kept",
        "public.without_network",
        "public.worker",
        "public.manifest",
        "public.translated_home",
        "public.translated_search",
        "public.translated_listing",
        "public.translated_entitlement",
        "public.all_problems",
        "public.one_problem",
        "public.communes",
        "public.commune",
        "public.commune_notice",
        "public.check",
        "public.service_figures",
        "public.about",
        "public.accessibility",
        "public.site_map",
        "public.edition",
        "public.publications",
        "public.publications_data",
        "public.publication",
        "public.publication_data",
        "public.publication_file",
        "public.publication_csv",
        "public.publication_xlsx",
        "public.publications_feed",
        "public.whole_ledger",
        "public.open_data",
        "public.data_dictionary",
        "public.hsds_data",
        "public.dcat_catalogue",
        "public.frictionless_package",
        "public.business_card",
        "public.every_change",
        "public.comparison",
        "public.comparison_data",
        "public.comparison_csv_file",
        "public.suggestions",
        "public.alive",
        "public.ready",
        "public.robots",
        "public.sitemap",
        "public.api.listings",
        "public.api.listing",
        "public.api.versions",
        "public.api.search",
        "public.api.publications",
        "public.api.publication",
        "public.api.entries",
    ),
    FORMS: (
        "feedback.mistake",
        "feedback.reporting_mistake",
        "feedback.money",
        "feedback.reporting_money",
        "feedback.satisfaction",
        "feedback.rating",
    ),
    ANYBODY: (
        "desk.sign_in",
        "desk.signing_in",
        "desk.invitation",
        "desk.accepting",
    ),
    READERS: (
        "desk.tasks",
        "desk.listings",
        "desk.listing",
        "desk.review_change",
        "desk.preview",
        "desk.pile",
        "desk.event",
        "desk.reports",
    ),
    WRITERS: (
        "desk.begin_new",
        "desk.begin",
        "desk.begin_again",
        "desk.change",
        "desk.save",
        "desk.autosave",
        "desk.drop",
        "desk.new_event",
        "desk.record_event",
        "desk.answer_event",
        "desk.take_back_event",
        "desk.workbooks",
        "desk.empty_workbook",
        "desk.filled_workbook",
        "desk.hand_in",
        "desk.workbook",
        "desk.propose_workbook",
        "desk.corrected_workbook",
        "desk.discard_workbook",
        "desk.drop_change_set",
        "desk.close_report",
    ),
    APPROVERS: (
        "desk.approve",
        "desk.approve_several",
        "desk.send_back",
        "desk.publishing",
        "desk.publish_chosen",
        "desk.undo_publication",
    ),
    SIGNED_IN: (
        "desk.home",
        "desk.sign_out",
        "desk.own",
        "desk.password",
        "desk.changing_password",
        "desk.new_codes",
        "desk.end_sign_in",
    ),
    AUDITORS: (
        "desk.deeds",
        "desk.deeds_csv",
    ),
    PEOPLE_READERS: (
        "desk.people",
        "desk.account",
    ),
    PEOPLE: (
        "desk.new_account",
        "desk.adding_account",
        "desk.change_role",
        "desk.disable",
        "desk.enable",
        "desk.reset",
        "desk.name_deputy",
        "desk.end_deputy",
    ),
}

ACCESS: dict[str, str] = {route: audience for audience, routes in LISTS.items() for route in routes}
