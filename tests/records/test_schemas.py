"""The schemas of the record types keep the rules that `schemas/vocabulary.schema.json` and the language set them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from klausul_dsl.text import LANGUAGES, name_of
from klausul_dsl.vocabulary import Entity, FactKind, Lasting, Vocabulary, VocabularyError, vocabulary_from

SCHEMAS = Path(__file__).parents[2] / "schemas"
PATHS = sorted((SCHEMAS / "records").glob("*.schema.json"))


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary_from([_load(path) for path in PATHS])


def test_the_annotation_has_a_valid_schema() -> None:
    Draft202012Validator.check_schema(_load(SCHEMAS / "vocabulary.schema.json"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_schema_keeps_to_the_annotation(path: Path) -> None:
    schema = _load(path)
    Draft202012Validator.check_schema(schema)
    problems = Draft202012Validator(_load(SCHEMAS / "vocabulary.schema.json")).iter_errors(schema)
    assert [f"{error.json_path}: {error.message}" for error in problems] == []
    assert path.name == f"{schema['title']}.schema.json"
    assert schema["required"] == schema["x-klausul"]["key"]
    for field in schema["properties"].values():
        assert set(field.get("enum", ())) == set(field["x-klausul"].get("options", ()))


def test_english_labels_are_the_canonical_names(words: Vocabulary) -> None:
    for entity in words.entities.values():
        for item in (*entity.fields.values(), *entity.dated.values()):
            assert name_of(item.label.en) == item.name
            for option, label in item.options.items():
                assert name_of(label.en) == option


def test_options_have_different_labels(words: Vocabulary) -> None:
    for entity in words.entities.values():
        for item in entity.fields.values():
            for language in LANGUAGES:
                labels = [name_of(label[language]) for label in item.options.values()]
                assert len(labels) == len(set(labels))


def assert_points_home(entity: Entity, words: Vocabulary) -> None:
    if entity.reference_date is not None:
        assert entity.reference_date in entity.fields
    if entity.timing is not None:
        timing = entity.timing
        named = (timing.subject, timing.start, timing.end, timing.published)
        assert {name for name in named if name is not None} <= set(entity.fields)
    for fact in entity.dated.values():
        source = words.entities[fact.record]
        assert source.timing is not None
        assert fact.via is None or fact.via in entity.fields
        assert fact.value is None or fact.value in source.fields
        assert fact.none is None or fact.none in fact.options
        for name, option in fact.filter.items():
            assert option in source.fields[name].options


def test_names_in_the_annotation_exist(words: Vocabulary) -> None:
    for entity in words.entities.values():
        assert_points_home(entity, words)


def test_what_lasts_says_from_when_to_when(words: Vocabulary) -> None:
    lasting = {entity.name: entity.lasts for entity in words.entities.values() if entity.lasts is not None}
    assert lasting == {
        "youth_tenancy": Lasting("starts_on", "ends_on"),
        "step_down_lease": Lasting("starts_on", "ended_on"),
    }
    for name, span in lasting.items():
        assert words.entities[name].fields[span.end].kind is FactKind.EVENT_DATE
        assert words.entities[name].timing is None


@pytest.mark.parametrize("last", ["dwelling", "never"])
def test_a_record_lasts_by_its_own_dates(last: str) -> None:
    schemas = [_load(path) for path in PATHS]
    tenancy = next(schema for schema in schemas if schema["title"] == "youth_tenancy")
    tenancy["x-klausul"]["lasts"]["to"] = last
    with pytest.raises(VocabularyError, match=f"youth_tenancy lasts by {last}, which is not one of its dates"):
        vocabulary_from(schemas)


def test_the_estate_or_the_organisation_of_a_record_is_not_in_doubt(words: Vocabulary) -> None:
    """A count per estate needs one way from the record to the estate, and no more."""
    for name in ("youth_tenancy", "study_check", "extension_approval", "step_down_lease", "step_down_term"):
        assert len(words.routes(name, "estate")) == 1, name
    for name in ("meeting", "report"):
        assert words.routes(name, "organisation") == [("organisation",)]
