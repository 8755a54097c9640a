"""What a measure counts, to rows that may be shown: the number or share, beside what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from klausul.findings.context import Context, called
from klausul.findings.model import MeasureShown
from klausul.findings.naming import cite, entity_label, identity, variant_label
from klausul.findings.shown import show_count, spoken
from klausul_dsl import typed
from klausul_dsl.measures import Measured, MeasureResult
from klausul_dsl.prose import show_number
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Entity


def measures_from(result: MeasureResult, context: Context) -> Iterator[MeasureShown]:
    """A row for each group and period of a measure in one variant."""
    measure = context.policy.measures[result.measure]
    clauses = cite(measure.references, context.registers)
    told = context.tell(measure, result.variant)
    named = variant_label(result.variant, context.policy)
    kind = context.vocabulary.entities[measure.entity]
    for row in result.rows:
        key = called(row.entity, row.key, context) if row.key else ""
        yield MeasureShown(
            id=identity(measure.agreement, measure.name, result.variant, row.entity, key, row.period),
            agreement=measure.agreement,
            measure=measure.name,
            label=spoken(measure.label),
            clauses=clauses,
            told=told,
            entity=row.entity,
            entity_label=entity_label(context.vocabulary, row.entity),
            key=key,
            period=row.period,
            least=row.least,
            most=row.most,
            fewest=row.fewest,
            widest=row.widest,
            counted_label=kind.plural,
            share=measure.counts is not None,
            counted=Text(*(_counted(measure, row, kind, language) for language in LANGUAGES)),
            expected=_expected(measure.expected, row),
            still_open=row.still_open,
            variant=result.variant,
            variant_label=named,
            chosen=result.chosen,
        )


def _counted(measure: typed.Measure, row: Measured, kind: Entity, language: Language) -> str:
    """`84 of 120 vacancies (70.0 %)`, `from 80 to 84 of 120 vacancies (from 66.6 % to 70.0 %)`, `84 vacancies`."""
    noun = (kind.singular if row.widest == 1 else kind.plural)[language]
    numbers = _span(show_count(row.least, language), show_count(row.most, language), language)
    if measure.counts is None:
        return f"{numbers} {noun}"
    whole = "–".join(dict.fromkeys(show_count(number, language) for number in (row.fewest, row.widest)))
    share = _share(row, language)
    return f"{numbers} {'af' if language == 'da' else 'of'} {whole} {noun}" + (f" ({share})" if share else "")


def _span(first: str, last: str, language: Language) -> str:
    """One number, or from the one to the other."""
    if first == last:
        return first
    return f"fra {first} til {last}" if language == "da" else f"from {first} to {last}"


def _share(row: Measured, language: Language) -> str:
    """Between which shares it lies, with one decimal, cut off: the counted of all there may be, and the other way."""
    surely_not = max(0, row.fewest - row.most)
    if not row.widest or not row.most + surely_not:
        return ""
    shares = (Fraction(row.least, row.widest), Fraction(row.most, row.most + surely_not))
    return _span(_percent(shares[0], language), _percent(shares[1], language), language)


def _percent(share: Fraction, language: Language) -> str:
    tenths = 1000 * share.numerator // share.denominator
    return f"{tenths // 10}{',' if language == 'da' else '.'}{tenths % 10} %"


def _expected(expected: typed.Expected | None, row: Measured) -> Text:
    """The number it is shown against; a share of nothing is not expected."""
    if expected is None or (expected.denominator and not row.widest):
        return Text("", "")
    return Text(*(_number(expected, language) for language in LANGUAGES))


def _number(expected: typed.Expected, language: Language) -> str:
    if expected.percent:
        said = f"{show_number(expected.numerator * 100 / expected.denominator, language)} %"
    elif expected.denominator:
        said = f"{expected.numerator.numerator}/{expected.denominator * expected.numerator.denominator}"
    else:
        said = show_number(expected.numerator, language)
    about = "ca." if language == "da" else "about"
    return f"{about} {said}" if expected.about else said
