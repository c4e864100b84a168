"""Who may ask for what: each route stands in exactly one list, and a test tries them all."""

from __future__ import annotations

PUBLIC = "public"

ACCESS: dict[str, str] = dict.fromkeys(
    (
        "assets.file",
        "public.home",
        "public.search",
        "public.search_data",
        "public.official_list",
        "public.official_list_json",
        "public.official_list_csv",
        "public.official_list_xlsx",
        "public.listing",
        "public.listing_data",
        "public.history",
        "public.attached_file",
        "public.about",
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
    PUBLIC,
)
