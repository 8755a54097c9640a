"""All the files of the delivery: those of the lettings, and those of what lasts, of meetings and of new building."""

from __future__ import annotations

from .columns import FILES, File

ALL_FILES = (
    *FILES,
    File(
        name="youth_tenancies",
        record="youth_tenancy",
        columns=(
            ("Lejemål nr.", "key"),
            ("Bolig nr.", "dwelling"),
            ("Husstand nr.", "household"),
            ("Begynder den", "starts_on"),
            ("Fraflyttet den", "ends_on"),
            ("Anvist af kommunen", "municipally_assigned"),
            ("Lejegrundlag", "basis"),
            ("Opsagt den", "terminated_on"),
            ("Uddannelse ophørt den", "education_ended_on"),
            ("I ordinær beskæftigelse fra", "ordinary_employment_from"),
            ("Uddannelsesperspektiv ophørt den", "prospect_ended_on"),
        ),
        shown={"basis": {"student": "under uddannelse", "special_need": "særligt behov"}},
    ),
    File(
        name="study_checks",
        record="study_check",
        columns=(
            ("Kontrol nr.", "key"),
            ("Lejemål nr.", "tenancy"),
            ("Anmodet den", "requested_on"),
            ("Besvaret den", "answered_on"),
            ("Uddannelse dokumenteret", "study_documented"),
            ("Fortsættelse godkendt", "approved"),
            ("Opsagt den", "terminated_on"),
        ),
    ),
    File(
        name="extension_approvals",
        record="extension_approval",
        columns=(("Godkendelse nr.", "key"), ("Lejemål nr.", "tenancy"), ("Godkendt den", "approved_on")),
    ),
    File(
        name="step_down_leases",
        record="step_down_lease",
        columns=(
            ("Udslusningslejemål nr.", "key"),
            ("Bolig nr.", "dwelling"),
            ("Husstand nr.", "household"),
            ("Begynder den", "starts_on"),
            ("Ophørt den", "ended_on"),
        ),
    ),
    File(
        name="step_down_terms",
        record="step_down_term",
        columns=(
            ("Udslusningsperiode nr.", "key"),
            ("Udslusningslejemål nr.", "lease"),
            ("Aftalt den", "agreed_on"),
            ("Udløber den", "ends_on"),
            ("Afløst den", "replaced_on"),
            ("Betalingsevne vurderet den", "assessed_on"),
            ("I stand til at betale", "able_to_pay"),
            ("Anmodet om opsigelse den", "termination_requested_on"),
            ("Opsagt den", "terminated_on"),
        ),
    ),
    File(
        name="meetings",
        record="meeting",
        columns=(
            ("Møde nr.", "key"),
            ("Afholdt den", "held_on"),
            ("Mødeforum", "forum"),
            ("Mødeniveau", "level"),
            ("Mødeform", "form"),
            ("Boligorganisation nr.", "organisation"),
        ),
        words={
            "forum": {
                "boligforum": "Boligforum",
                "follow_up_group": "Følgegruppen",
                "steering_dialogue": "Styringsdialog",
                "dialogue_on_new_build": "Dialogmøde om nybyggeri",
                "preparatory": "Forberedende møde",
            }
        },
        shown={
            "level": {"administrative": "administrativt", "political": "politisk"},
            "form": {"joint": "fælles", "separate": "hver for sig"},
        },
    ),
    File(
        name="reports",
        record="report",
        columns=(
            ("Rapport nr.", "key"),
            ("Afleveret den", "delivered_on"),
            ("Rapporttype", "kind"),
            ("Boligorganisation nr.", "organisation"),
            ("Viser anvisninger", "shows_assignments"),
            ("Viser udlejninger", "shows_lettings"),
            ("Viser den boligsociale venteliste", "shows_waiting_list"),
            ("Viser kriterierne for udpegning", "shows_criteria"),
            ("Viser den demografiske udvikling", "shows_demography"),
        ),
        shown={
            "kind": {
                "key_figures": "nøgletalsmåling",
                "step_down_overview": "oversigt over udslusningsboliger",
                "midterm_evaluation": "midtvejsevaluering",
                "renegotiation_started": "genforhandling indledt",
            }
        },
    ),
    File(
        name="letting_agreements",
        record="letting_agreement",
        columns=(
            ("Udlejningsaftale nr.", "key"),
            ("Boligorganisation nr.", "organisation"),
            ("Indgået den", "agreed_on"),
            ("Gælder fra", "in_force_from"),
            ("Gælder til", "in_force_to"),
            ("Aftalt andel (%)", "flexible_share"),
            ("Oprykning går forud", "internal_list_first"),
        ),
    ),
    File(
        name="letting_criteria",
        record="letting_criterion",
        columns=(
            ("Kriterium nr.", "key"),
            ("Boligorganisation nr.", "organisation"),
            ("Afdeling nr.", "estate"),
            ("Vedtaget den", "adopted_on"),
            ("Kriterium", "kind"),
        ),
        shown={
            "kind": {
                "employment": "fast arbejde",
                "education": "uddannelse",
                "elderly": "ældre",
                "divorced": "skilsmisseramte",
                "no_convictions": "ingen domme",
                "education_level": "uddannelsesniveau",
                "other": "andet kriterium",
            }
        },
    ),
    File(
        name="grants",
        record="grant",
        columns=(
            ("Tilsagn nr.", "key"),
            ("Ordning", "scheme"),
            ("Ansøgningsrunde", "application_round"),
            ("Ansøgt den", "applied_on"),
            ("Bevilget den", "granted_on"),
        ),
        shown={"scheme": {"rent_reduction": "nedsættelse af huslejen", "building": "opførelse af boliger"}},
    ),
    File(
        name="subsidies",
        record="subsidy",
        columns=(
            ("Tilskud nr.", "key"),
            ("Tilsagn nr.", "grant"),
            ("Bolig nr.", "dwelling"),
            ("Ydet fra", "paid_from"),
            ("Husleje ved tildelingen", "rent_when_awarded"),
        ),
        grouped=frozenset({"rent_when_awarded"}),
    ),
    File(
        name="building_projects",
        record="building_project",
        columns=(("Byggeprojekt nr.", "key"), ("Navn", "name"), ("Byggeform", "building_form")),
        shown={"building_form": {"new_estate": "ny selvstændig afdeling", "infill": "fortætning"}},
    ),
    File(
        name="new_dwellings",
        record="new_dwelling",
        columns=(
            ("Ny bolig nr.", "key"),
            ("Byggeprojekt nr.", "building_project"),
            ("Bolig nr.", "dwelling"),
            ("Afleveret den", "handed_over_on"),
            ("Stillet til rådighed den", "offered_on"),
            ("Udlejet første gang den", "first_let_on"),
        ),
    ),
)
