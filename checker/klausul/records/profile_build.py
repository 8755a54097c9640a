"""A valid YAML tree to a Profile: names resolved against the vocabulary, settings inherited from the outside in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

from klausul.records.cleaning import clean, header_name
from klausul.records.convert import Refusal, amount_reader, converter
from klausul.records.dates import DateForm, date_form, rival
from klausul.records.profile import Column, Control, FieldSource, FileSource, Form, Profile, RecordSource
from klausul.records.remedies import suggest
from klausul.records.yaml_tree import Mapping, Scalar, Sequence, Tree
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Text, name_of
from klausul_dsl.values import Coverage
from klausul_dsl.vocabulary import Entity, Field, Vocabulary, entity_words

_DEFAULT = Form(
    decimal=",",
    thousands=None,
    dates=(),
    yes=frozenset({"ja", "yes"}),
    no=frozenset({"nej", "no"}),
    missing=frozenset(),
    choices={},
)
_BACKWARDS = Text("den slutter, før den begynder", "it ends before it begins")
_BEYOND = Text("leverancen er lavet den {day}", "the delivery was made on {day}")
_NO_ORDER = Text("“{other}” læser samme tekst som en anden dag", "“{other}” reads the same text as another day")


def build_profile(tree: Mapping, vocabulary: Vocabulary) -> tuple[Profile | None, list[Diagnostic]]:
    """The profile that a tree valid by `profile.schema.json` states, and what is wrong with its names and settings."""
    builder = _Builder(vocabulary)
    profile = builder.profile(tree)
    problems = sorted(builder.problems, key=lambda problem: problem.span)
    return (None if problems else profile), problems


class _Builder:
    """Collects problems while the tree is read from the outside in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.problems: list[Diagnostic] = []
        self.types = {name: name for name in vocabulary.entities}
        self.type_names = [_name_of(entity.singular) for entity in vocabulary.entities.values()]
        for entity in vocabulary.entities.values():
            for language in LANGUAGES:
                self.types |= dict.fromkeys(entity_words(entity, language), entity.name)

    def report(self, code: str, span: Span, **facts: str | int | Text) -> None:
        self.problems.append(diagnose(code, span, (), **facts))

    def profile(self, tree: Mapping) -> Profile:
        form = self.form(tree, _DEFAULT)
        delivered = date.fromisoformat(_text(tree, "delivered_on"))
        complete, spans = self.complete(tree.get("complete"), delivered)
        as_of = _text(tree, "as_of")
        return Profile(
            policy=_text(tree, "policy").strip() or None,
            policy_span=_place(tree, "policy"),
            delivered_on=delivered,
            as_of=date.fromisoformat(as_of) if as_of else None,
            complete=complete,
            complete_spans=spans,
            files=self.files(tree, form),
        )

    def complete(self, tree: Tree | None, delivered: date) -> tuple[dict[str, Coverage], dict[str, Span]]:
        coverage: dict[str, Coverage] = {}
        spans: dict[str, Span] = {}
        for word, (span, limits) in tree.entries.items() if isinstance(tree, Mapping) else ():
            entity = self.entity(word, span)
            if entity is None or not isinstance(limits, Mapping):
                continue
            first, last = _text(limits, "from"), _text(limits, "to")
            start = date.fromisoformat(first) if first else None
            end = date.fromisoformat(last) if last else delivered
            reason = _BACKWARDS if start and start > end else None
            if end > delivered:
                day = delivered.isoformat()
                reason = Text(_BEYOND.da.format(day=day), _BEYOND.en.format(day=day))
            if reason is not None:
                self.report("K715", span, first=first or "…", last=end.isoformat(), reason=reason)
            coverage[entity.name] = Coverage(start, end)
            spans[entity.name] = span
        return coverage, spans

    def files(self, tree: Mapping, form: Form) -> tuple[FileSource, ...]:
        files: list[FileSource] = []
        names: set[str] = set()
        for item in _items(tree.get("files")):
            if not isinstance(item, Mapping):
                continue
            file = self.file(item, tree, form)
            if file.name.casefold() in names:
                self.report("K722", file.span, file=file.name)
            names.add(file.name.casefold())
            files.append(file)
        return tuple(files)

    def file(self, tree: Mapping, outer: Mapping, form: Form) -> FileSource:
        name, span = _text(tree, "file"), _place(tree, "file")
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if name.startswith("/") or ".." in parts or PureWindowsPath(name).drive:
            self.report("K721", span, file=name)
        form = self.form(tree, form)
        delimiter = _text(tree, "delimiter") or _text(outer, "delimiter")
        return FileSource(
            name=name,
            encoding=_text(tree, "encoding") or _text(outer, "encoding"),
            delimiter="\t" if delimiter == "tab" else delimiter,
            skip=int(_text(tree, "skip") or 0),
            may_be_empty=_text(tree, "may_be_empty") == "true",
            control=self.control(tree.get("control"), form),
            form=form,
            records=tuple(
                record
                for item in _items(tree.get("records"))
                if isinstance(item, Mapping) and (record := self.record(item, form)) is not None
            ),
            span=span,
        )

    def control(self, tree: Tree | None, form: Form) -> Control | None:
        if not isinstance(tree, Mapping):
            return None
        read = amount_reader(form)
        rows, sums = _text(tree, "rows"), tree.get("sum")
        totals = []
        for header, (span, value) in sums.entries.items() if isinstance(sums, Mapping) else ():
            written = value.text if isinstance(value, Scalar) else ""
            amount = read(clean(written))
            if amount is None:
                self.report("K718", value.span, value=written, field=header, remedy=_AS_A_CELL)
            else:
                totals.append((Column(header=header_name(header), span=span), amount))
        return Control(rows=int(rows) if rows else None, sums=tuple(totals), span=_place(tree, "rows"))

    def record(self, tree: Mapping, form: Form) -> RecordSource | None:
        span = _place(tree, "type")
        entity = self.entity(_text(tree, "type"), span)
        if entity is None:
            return None
        key = tree.get("key")
        when = tree.get("when")
        return RecordSource(
            record=entity.name,
            key=tuple(_column(item) for item in (_items(key) or (key,)) if isinstance(item, Scalar)),
            fields=self.fields(tree.get("fields"), entity, form),
            when=_column(when) if isinstance(when, Scalar) else None,
            repeats=_text(tree, "repeats") == "true",
            form=form,
            span=span,
        )

    def entity(self, word: str, span: Span) -> Entity | None:
        name = self.types.get(word) or self.types.get(name_of(word))
        if name is None:
            self.report("K709", span, name=word, remedy=suggest(word, self.type_names))
            return None
        return self.vocabulary.entities[name]

    def fields(self, tree: Tree | None, entity: Entity, form: Form) -> tuple[FieldSource, ...]:
        names = {name: name for name in entity.fields}
        for item in entity.fields.values():
            names |= {name_of(item.label[language]): item.name for language in LANGUAGES}
        labels = [_name_of(item.label) for item in entity.fields.values() if item.name not in entity.key]
        found: dict[str, FieldSource] = {}
        for word, (span, value) in tree.entries.items() if isinstance(tree, Mapping) else ():
            name = names.get(word) or names.get(name_of(word))
            if name is None:
                self.report("K710", span, name=word, record=_entity_name(entity), remedy=suggest(word, labels))
            elif name in found or name in entity.key:
                self.report("K714", span, field=word)
            else:
                found[name] = self.field(value, entity.fields[name], form, span)
        return tuple(found.values())

    def field(self, tree: Tree, field: Field, form: Form, span: Span) -> FieldSource:
        if not isinstance(tree, Mapping):
            column = _column(tree) if isinstance(tree, Scalar) else None
            return FieldSource(field=field.name, column=column, constant=None, form=form, span=span)
        form = replace(self.form(tree, form), choices=self.choices(tree.get("choices"), field))
        header, constant = tree.get("column"), tree.get("value")
        if (header is None) == (constant is None):
            self.report("K717", span, field=field.label)
        text = constant.text if isinstance(constant, Scalar) else None
        if text is not None and isinstance(converter(field, form)(text), Refusal | None):
            remedy = suggest(text, field.options.values(), form.choices) if field.options else _AS_A_CELL
            self.report("K718", _place(tree, "value"), value=text, field=field.label, remedy=remedy)
        return FieldSource(
            field=field.name,
            column=_column(header) if isinstance(header, Scalar) else None,
            constant=text,
            form=form,
            span=span,
        )

    def choices(self, tree: Tree | None, field: Field) -> dict[str, str]:
        options: dict[str, str] = {option: option for option in field.options}
        for option, label in field.options.items():
            options |= dict.fromkeys((label.da, label.en, name_of(label.da), name_of(label.en)), option)
        found: dict[str, str] = {}
        for text, (_, value) in tree.entries.items() if isinstance(tree, Mapping) else ():
            word = value.text if isinstance(value, Scalar) else ""
            if word in options:
                found[clean(text)] = options[word]
            else:
                remedy = suggest(word, field.options.values())
                self.report("K711", value.span, value=word, field=field.label, remedy=remedy)
        return found

    def form(self, tree: Mapping, outer: Form) -> Form:
        """The form that settings of this level make of the outer one."""
        thousands = _text(tree, "thousands")
        form = replace(
            outer,
            decimal=_text(tree, "decimal") or outer.decimal,
            thousands=(None if thousands == "none" else thousands) if thousands else outer.thousands,
            dates=self.dates(tree) if tree.get("dates") else outer.dates,
            yes=_words(tree, "yes") if tree.get("yes") else outer.yes,
            no=_words(tree, "no") if tree.get("no") else outer.no,
            missing=_marks(tree) if tree.get("missing") else outer.missing,
        )
        if form.decimal == form.thousands and (tree.get("decimal") or tree.get("thousands")):
            place = _place(tree, "thousands" if tree.get("thousands") else "decimal")
            self.report("K713", place, sign=form.decimal)
        self.refuse_doubles(tree, form)
        return form

    def refuse_doubles(self, tree: Mapping, form: Form) -> None:
        missing = frozenset(mark.casefold() for mark in form.missing)
        sets = (("yes", form.yes), ("no", form.no), ("missing", missing))
        for index, (first, words) in enumerate(sets):
            for second, others in sets[index + 1 :]:
                written = next((name for name in (second, first) if tree.get(name)), None)
                for word in sorted(words & others) if written else ():
                    self.report("K716", _place(tree, written or first), word=word, first=first, second=second)

    def dates(self, tree: Mapping) -> tuple[DateForm, ...]:
        forms: list[DateForm] = []
        for item in _items(tree.get("dates")):
            if not isinstance(item, Scalar):
                continue
            form = date_form(item.text)
            if isinstance(form, Text):
                self.report("K712", item.span, format=item.text, reason=form)
                continue
            forms.append(form)
            pair = rival(tuple(forms))
            if pair is not None:
                other = pair[0].written
                reason = Text(_NO_ORDER.da.format(other=other), _NO_ORDER.en.format(other=other))
                self.report("K712", item.span, format=item.text, reason=reason)
                forms.pop()
        return tuple(forms)


_AS_A_CELL = Text(
    "skriv værdien, som den ville stå i en celle efter denne profil",
    "write the value as it would stand in a cell by this profile",
)


def _name_of(label: Text) -> Text:
    return Text(name_of(label.da), name_of(label.en))


def _entity_name(entity: Entity) -> Text:
    return Text(f"“{entity.singular.da}”", f"“{entity.singular.en}”")


def _items(tree: Tree | None) -> tuple[Tree, ...]:
    return tree.items if isinstance(tree, Sequence) else ()


def _text(tree: Mapping, name: str) -> str:
    value = tree.get(name)
    return value.text if isinstance(value, Scalar) else ""


def _place(tree: Mapping, name: str) -> Span:
    value = tree.get(name)
    return value.span if value is not None else tree.span


def _column(tree: Scalar) -> Column:
    return Column(header=header_name(tree.text), span=tree.span)


def _words(tree: Mapping, name: str) -> frozenset[str]:
    return frozenset(clean(item.text).casefold() for item in _items(tree.get(name)) if isinstance(item, Scalar))


def _marks(tree: Mapping) -> frozenset[str]:
    return frozenset(clean(item.text) for item in _items(tree.get("missing")) if isinstance(item, Scalar))
