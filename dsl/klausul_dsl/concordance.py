"""The registers of sentences and ambiguities against the policy: what either has that the other lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Reference, Register, Status, parse_reference, show_clause
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.sentences import Ambiguity, Name, Sentence, Sentences, Treatment, extent
from klausul_dsl.text import LANGUAGES, Text, name_of

Declared: TypeAlias = (
    t.Norm
    | t.Measure
    | t.Definition
    | t.Parameter
    | t.Classification
    | t.Branch
    | t.Placement
    | t.Reading
    | t.Agreement
)
"""What a sentence may be stated by."""
UNDECIDED = frozenset({"undetermined", "uncovered", "unknown", "conflict"})
"""What an example comes to where the text does not answer."""


def concord(policy: t.Policy, register: Register, listed: Sentences) -> Iterator[Diagnostic]:
    """What is wrong with the registers of an agreement, each at its place; nothing where it has none."""
    names = declared(policy)
    if listed.sentences:
        yield from _each_once(listed.sentences)
        for sentence in listed.sentences:
            yield from _sentence(sentence, policy, register, names)
        yield from _unnamed_norms(policy, listed, names)
        yield from _contradicted(register, listed)
    if listed.ambiguities:
        yield from _each_once(listed.ambiguities)
        for ambiguity in listed.ambiguities:
            yield from _ambiguity(ambiguity, policy, register)
        yield from _unnamed_readings(policy, listed)


def declared(policy: t.Policy) -> dict[str, Declared]:
    """What a sentence may name: by canonical name and by the name in each language, an act's with the act before it."""
    found: dict[str, Declared] = {}
    for agreement, item in _items(policy):
        for name in {item.name, *(name_of(item.label[language]) for language in LANGUAGES)}:
            found.setdefault(name if agreement == policy.agreement.name else f"{agreement} {name}", item)
    return found


def named(name: Name, names: Mapping[str, Declared]) -> Declared | None:
    """What of a policy a name is of; `names` as `declared` gives them."""
    return names.get(_key(name))


def stated_by(sentence: Sentence, names: Mapping[str, Declared]) -> tuple[Declared, ...]:
    """What of a policy states a sentence; `names` as `declared` gives them."""
    return tuple(names[_key(name)] for name in sentence.rules if _key(name) in names)


def _items(policy: t.Policy) -> Iterator[tuple[str, Declared]]:
    """Everything with a name, with the agreement that declares it."""
    homes = _homes(policy)
    own = policy.agreement.name
    for norm in (*policy.norms.values(), *policy.measures.values()):
        yield norm.agreement, norm
    for placement in policy.placements.values():
        yield placement.agreement, placement
    valued: tuple[t.Definition | t.Parameter | t.Reading, ...] = (
        *policy.definitions.values(),
        *policy.parameters.values(),
        *policy.readings.values(),
    )
    for item in valued:
        yield homes.get(item.span.file, own), item
    for classification in policy.classifications.values():
        home = homes.get(classification.span.file, own)
        yield home, classification
        for branch in classification.branches:
            yield home, branch
    yield own, policy.agreement


def _homes(policy: t.Policy) -> dict[str, str]:
    """The agreement of each file: that of the folder in which it stands."""
    folders = {agreement.span.file.rpartition("/")[0]: name for name, agreement in policy.agreements.items()}
    files = {
        item.span.file
        for items in (policy.definitions, policy.parameters, policy.readings, policy.classifications)
        for item in items.values()
    }
    return {
        file: name
        for file in files
        for folder, name in sorted(folders.items(), key=lambda entry: len(entry[0]))
        if file.startswith(f"{folder}/" if folder else "")
    }


def _key(name: Name) -> str:
    """A name as `declared` writes it: an act's name and a blank before it where it is of an act."""
    act, blank, word = name.word.strip().rpartition(" ")
    return f"{name_of(act)} {name_of(word)}" if blank else name_of(word)


def _contradicted(register: Register, listed: Sentences) -> Iterator[Diagnostic]:
    """The clauses whose status is another than their sentences come to, each told at its first sentence."""
    for clause in register.clauses.values():
        own = [item for item in listed.sentences if _canonical(item.clause.word) == clause.id]
        told = _contradiction(clause, own) if own else None
        if told is not None:
            yield diagnose("K856", own[0].span, clause=_shown(clause.id), status=clause.status.value, told=told)


def _contradiction(clause: Clause, own: Sequence[Sentence]) -> Text | None:
    """What the sentences of a clause say against its status."""
    found = extent(own)
    if clause.status is not Status.CHECKED:
        if found.checked:
            number = found.checked
            return Text(f"{number} af dens sætninger kontrolleres", f"{number} of its sentences are checked")
        if not any(sentence.status is clause.status for sentence in own):
            return Text("ingen af dens sætninger har den status", "none of its sentences has that status")
    elif not found.checked:
        return Text("ingen af dens sætninger kontrolleres", "none of its sentences is checked")
    elif clause.reason is None and not found.full:
        return Text(
            f"kun {found.whole} af dens {found.sentences} sætninger kontrolleres helt, og den har intet forbehold",
            f"only {found.whole} of its {found.sentences} sentences are checked in full, and it has no reservation",
        )
    return None


def _each_once(entries: tuple[Sentence, ...] | tuple[Ambiguity, ...]) -> Iterator[Diagnostic]:
    counted: Counter[str] = Counter()
    for entry in entries:
        counted[entry.id] += 1
        if counted[entry.id] == 2:
            yield diagnose("K842", entry.span, id=entry.id)


def _sentence(
    sentence: Sentence, policy: t.Policy, register: Register, names: Mapping[str, Declared]
) -> Iterator[Diagnostic]:
    yield from _clause(sentence.clause, register)
    clause = _canonical(sentence.clause.word)
    for name in sentence.rules:
        item = names.get(_key(name))
        if item is None:
            yield diagnose("K844", name.span, name=name.word, suggestion=did_you_mean(_key(name), names))
        elif not isinstance(item, t.Agreement) and not _states(item, clause, policy):
            yield diagnose("K845", name.span, name=name.word, clause=_shown(clause))
    if sentence.status is Status.CHECKED and not any(_judges(names.get(_key(name))) for name in sentence.rules):
        yield diagnose("K847", sentence.span, id=sentence.id)


def _clause(name: Name, register: Register) -> Iterator[Diagnostic]:
    if _canonical(name.word) not in register.clauses:
        known = [_shown(clause) for clause in register.clauses]
        yield diagnose("K843", name.span, clause=name.word, suggestion=did_you_mean(name.word, known))


def _canonical(word: str) -> str:
    found = parse_reference(word)
    return found[1] if found else word


def _shown(clause: str) -> Text:
    return Text(*(show_clause(clause, language) for language in LANGUAGES))


def _states(item: Declared, clause: str, policy: t.Policy) -> bool:
    """Whether an item cites the clause; what an act declares states the act's own clauses, and need not."""
    references: tuple[Reference, ...] = () if isinstance(item, t.Agreement) else item.references
    if isinstance(item, t.Classification):
        references += tuple(reference for branch in item.branches for reference in branch.references)
    own = policy.agreement.name
    cited = {reference.clause for reference in references if reference.register == own}
    return clause in cited or (bool(references) and not cited)


def _judges(item: Declared | None) -> bool:
    """Whether an item has a say in an outcome: a norm, or one of the values and classes that norms are made of."""
    return item is not None and not isinstance(item, t.Measure | t.Reading)


def _unnamed_norms(policy: t.Policy, listed: Sentences, names: Mapping[str, Declared]) -> Iterator[Diagnostic]:
    stated = {id(item) for sentence in listed.sentences for item in stated_by(sentence, names)}
    placed = {item.classification for item in policy.placements.values() if id(item) in stated}
    for norm in (*policy.norms.values(), *policy.measures.values()):
        own = norm.agreement == policy.agreement.name
        if own and id(norm) not in stated and not (isinstance(norm, t.Placement) and norm.classification in placed):
            yield diagnose("K846", norm.span, name=Text(*(norm.label[language] for language in LANGUAGES)))


def _ambiguity(ambiguity: Ambiguity, policy: t.Policy, register: Register) -> Iterator[Diagnostic]:
    for name in ambiguity.clauses:
        yield from _clause(name, register)
    readings = []
    for name in ambiguity.readings:
        reading = _reading(name, policy)
        if reading is None:
            known = [
                Text(*(name_of(item.label[language]) for language in LANGUAGES)) for item in policy.readings.values()
            ]
            yield diagnose("K848", name.span, name=name.word, suggestion=did_you_mean(name.word, known))
        else:
            readings.append(reading.name)
    witnesses = []
    for name in ambiguity.examples:
        found = [example for example in policy.examples if name.word in (example.title.da, example.title.en)]
        if not found:
            titles = [example.title for example in policy.examples]
            yield diagnose("K849", name.span, name=name.word, suggestion=did_you_mean(name.word, titles))
        witnesses += found
    if len(readings) == len(ambiguity.readings) and (witnesses or not ambiguity.examples):
        yield from _witnessed(ambiguity, tuple(readings), witnesses)


def _witnessed(ambiguity: Ambiguity, readings: tuple[str, ...], witnesses: list[t.Example]) -> Iterator[Diagnostic]:
    """That the outcome of a witness turns on each reading, or is open where the text says nothing."""
    match ambiguity.treatment:
        case Treatment.READING:
            for reading in readings:
                if not any(_turns_on(example, reading) for example in witnesses):
                    yield diagnose("K850", ambiguity.span, id=ambiguity.id)
        case Treatment.GAP:
            if not any(item.verdict in UNDECIDED for example in witnesses for item in example.expectations):
                yield diagnose("K850", ambiguity.span, id=ambiguity.id)
        case Treatment.NO_EFFECT:
            pass


def _turns_on(example: t.Example, reading: str) -> bool:
    """Whether an example comes to something else at one answer to a reading than at another, or than by default."""
    named = {item.verdict for item in example.expectations if any(name == reading for name, _ in item.readings)}
    others = {item.verdict for item in example.expectations if all(name != reading for name, _ in item.readings)}
    return len(named) > 1 or bool(named and others - named)


def _reading(name: Name, policy: t.Policy) -> t.Reading | None:
    word = name_of(name.word.strip().rpartition(" ")[2])
    for reading in policy.readings.values():
        if word in (reading.name, *(name_of(reading.label[language]) for language in LANGUAGES)):
            return reading
    return None


def _unnamed_readings(policy: t.Policy, listed: Sentences) -> Iterator[Diagnostic]:
    named = {found.name for item in listed.ambiguities for name in item.readings if (found := _reading(name, policy))}
    homes = _homes(policy)
    for reading in policy.readings.values():
        own = homes.get(reading.span.file, policy.agreement.name) == policy.agreement.name
        if own and reading.name not in named:
            yield diagnose("K851", reading.span, name=Text(*(name_of(reading.label[lang]) for lang in LANGUAGES)))
