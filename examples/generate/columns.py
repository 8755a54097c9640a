"""The files of the delivery: their columns, their words, their encodings."""

from __future__ import annotations

from dataclasses import dataclass, field

YES, NO = "Ja", "Nej"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of one record type.

    `columns` gives header and field in the order of the rows; a field `key` is the key alone. `key` names the key
    columns where they are fields too. `words` are the file's own words for choices, by field; `shown` are the Danish
    labels of the schemas, which a profile need not explain.
    """

    name: str
    record: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    shown: dict[str, dict[str, str]] = field(default_factory=dict)
    encoding: str = "utf-8"
    grouped: frozenset[str] = frozenset()

    @property
    def key_columns(self) -> tuple[str, ...]:
        """The headers that make the key."""
        return self.key or tuple(header for header, name in self.columns if name == "key")


_SOURCES = {"building_fund": "Landsbyggefonden", "ministry": "ministeriet"}
_KINDS = {
    "prevention": "forebyggelsesområde",
    "vulnerable": "udsat boligområde",
    "parallel_society": "parallelsamfund",
    "transformation": "omdannelsesområde",
}
_BENEFITS = {
    "none": "ingen ydelse",
    "sho_benefit": "selvforsørgelses- og hjemrejseydelse",
    "transition_benefit": "overgangsydelse",
    "education_benefit": "uddannelseshjælp",
    "cash_benefit": "kontanthjælp",
    "unemployment_benefit": "arbejdsløshedsdagpenge",
    "sickness_benefit": "sygedagpenge",
    "resource_benefit": "ressourceforløbsydelse",
    "other": "anden ydelse",
}
_LETTINGS = {
    "waiting_list": "Venteliste",
    "flexible": "Fleksibel",
    "assignment": "Anvist af kommunen",
    "internal": "Intern oprykning",
    "exchange": "Bytte",
    "rehousing": "Genhusning",
    "shared": "Delebolig",
    "priority_right": "Anden fortrinsret",
}

FILES = (
    File(
        name="organisations",
        record="organisation",
        columns=(("Boligorganisation nr.", "key"), ("Navn", "name")),
    ),
    File(name="areas", record="area", columns=(("Område nr.", "key"), ("Navn", "name"))),
    File(
        name="estates",
        record="estate",
        encoding="windows-1252",
        columns=(
            ("Afdeling nr.", "key"),
            ("Afdelingens navn", "name"),
            ("Boligorganisation nr.", "organisation"),
            ("Område nr.", "area"),
        ),
    ),
    File(
        name="designations",
        record="designation",
        columns=(
            ("Udpegning nr.", "key"),
            ("Område nr.", "area"),
            ("Udpeget som", "kind"),
            ("Gælder fra", "in_force_from"),
            ("Gælder til", "in_force_to"),
            ("Offentliggjort den", "published_on"),
            ("Registreret den", "registered_on"),
            ("Kilde", "source"),
        ),
        shown={"kind": _KINDS},
    ),
    File(
        name="development_plans",
        record="development_plan",
        columns=(
            ("Plan nr.", "key"),
            ("Område nr.", "area"),
            ("Grundlag", "ground"),
            ("Gælder fra", "in_force_from"),
            ("Gælder til", "in_force_to"),
            ("Offentliggjort den", "published_on"),
        ),
        shown={"ground": {"former_transformation": "tidligere omdannelsesområde", "other": "andet grundlag"}},
    ),
    File(
        name="area_figures",
        record="area_figures",
        columns=(
            ("Områdetal nr.", "key"),
            ("Område nr.", "area"),
            ("Liste pr.", "list_of"),
            ("Beboere", "residents"),
            ("Ikke-vestlige lande (%)", "non_western_share"),
            ("Uden for arbejdsmarkedet, snit af 2 år (%)", "outside_work_share"),
            ("Dømte, snit af 2 år (%)", "convicted_share"),
            ("Dømte i hele landet, snit af 2 år (%)", "national_convicted_share"),
            ("Højst grundskole 30-59 år (%)", "basic_school_share"),
            ("Indkomst i % af regionens", "income_share"),
            ("Lister i træk som parallelsamfund", "lists_in_a_row"),
        ),
    ),
    File(
        name="key_figures",
        record="key_figures",
        columns=(
            ("Nøgletal nr.", "key"),
            ("Afdeling nr.", "estate"),
            ("Kilde", "source"),
            ("Opgjort den", "observed_on"),
            ("Offentliggjort den", "published_on"),
            ("Registreret den", "registered_on"),
            ("Beboere", "residents"),
            ("Uden for arbejdsmarkedet 18-64 år (%)", "outside_work_share"),
            ("Uden for arbejdsmarkedet 15-64 år (%)", "outside_work_share_15_64"),
            ("Dømte (%)", "convicted_share"),
            ("Højst grundskole 30-59 år (%)", "basic_school_share"),
            ("Indkomst i procent af regionens", "income_share"),
        ),
        shown={"source": _SOURCES},
        grouped=frozenset({"residents"}),
    ),
    File(
        name="rehousing_periods",
        record="rehousing_period",
        columns=(
            ("Periode nr.", "key"),
            ("Afdeling nr.", "estate"),
            ("Omfang", "scope"),
            ("Fra", "in_force_from"),
            ("Til", "in_force_to"),
        ),
        shown={"scope": {"major": "større", "minor": "mindre"}},
    ),
    File(
        name="placements",
        record="placement",
        columns=(
            ("Indplacering nr.", "key"),
            ("Afdeling nr.", "estate"),
            ("Inddeling", "classification"),
            ("Niveau", "class"),
            ("Gælder fra", "in_force_from"),
            ("Gælder til", "in_force_to"),
        ),
    ),
    File(
        name="dwellings",
        record="dwelling",
        columns=(
            ("Bolig nr.", "key"),
            ("Afdeling nr.", "estate"),
            ("Boligtype", "kind"),
            ("Værelser", "rooms"),
            ("Areal m2", "area_m2"),
            ("Husleje pr. måned", "rent"),
            ("Ibrugtaget den", "in_use_from"),
        ),
        shown={"kind": {"family": "familiebolig", "youth": "ungdomsbolig"}},
        grouped=frozenset({"rent"}),
    ),
    File(
        name="vacancies",
        record="vacancy",
        columns=(
            ("Ledighed nr.", "key"),
            ("Bolig nr.", "dwelling"),
            ("Ledig den", "vacant_on"),
            ("Opsagt den", "notice_on"),
            ("Reserveret til genhusning", "reserved_for_rehousing"),
        ),
    ),
    File(
        name="offers",
        record="offer",
        columns=(("Tilbud nr.", "key"), ("Ledighed nr.", "vacancy"), ("Stillet til rådighed den", "offered_on")),
    ),
    File(
        name="answers",
        record="answer",
        columns=(
            ("Svar nr.", "key"),
            ("Tilbud nr.", "offer"),
            ("Besvaret den", "answered_on"),
            ("Kommunens svar", "decision"),
        ),
        words={"decision": {"accepted": "Ja tak", "declined": "Nej tak"}},
    ),
    File(
        name="assignments",
        record="assignment",
        columns=(
            ("Anvisning nr.", "key"),
            ("Bolig nr.", "dwelling"),
            ("Ledighed nr.", "vacancy"),
            ("Husstand nr.", "household"),
            ("Anvist den", "assigned_on"),
            ("Opfylder særlige kriterier", "special_criteria_met"),
            ("Hjemmel i § 59", "legal_basis"),
        ),
        shown={"legal_basis": {"agreement": "aftale", "youth": "ungdomsbolig"}},
    ),
    File(
        name="lettings",
        record="letting",
        columns=(
            ("Udlejning nr.", "key"),
            ("Bolig nr.", "dwelling"),
            ("Ledighed nr.", "vacancy"),
            ("Husstand nr.", "household"),
            ("Udlejet den", "let_on"),
            ("Udlejet efter", "letting_type"),
            ("Kriterier", "criteria_set"),
            ("Inden for egen afdeling", "within_estate"),
        ),
        words={"letting_type": _LETTINGS},
        shown={"criteria_set": {"none": "uden kriterier", "ordinary": "almindelige", "tightened": "skærpede"}},
    ),
    File(
        name="households",
        record="household",
        columns=(("Husstand nr.", "key"), ("Antal personer", "size")),
    ),
    File(
        name="members",
        record="household_member",
        columns=(
            ("Medlem nr.", "key"),
            ("Husstand nr.", "household"),
            ("Født den", "born_on"),
            ("Statsborgerskab", "citizenship"),
            ("Studerende", "student"),
            ("Løsladt den", "released_on"),
            ("Udskrevet fra ungdomsinstitution den", "released_from_youth_institution_on"),
            ("Lejemål ophævet for misligholdelse den", "lease_ended_for_breach_on"),
            ("Modtager førtidspension", "disability_pension"),
            ("Timer om ugen", "weekly_hours"),
            ("Fuldtidsansat", "full_time"),
            ("Dømt den", "convicted_on"),
        ),
        shown={"citizenship": {"danish": "dansk", "eu_eea_swiss": "EU, EØS eller Schweiz", "other": "andet"}},
    ),
    File(
        name="benefit_months",
        record="benefit_month",
        columns=(("Medlem nr.", "member"), ("Måned", "month"), ("Ydelse", "benefit")),
        key=("Medlem nr.", "Måned"),
        shown={"benefit": _BENEFITS},
    ),
    File(
        name="attestations",
        record="attestation",
        columns=(
            ("Erklæring nr.", "key"),
            ("Udsagn", "statement"),
            ("Om en", "subject_type"),
            ("Nr.", "subject_key"),
            ("Bekræftet", "value"),
            ("Erklæret den", "attested_on"),
            ("Erklæret af", "attested_by"),
        ),
    ),
)
