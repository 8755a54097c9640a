"""The MkDocs plugin: a page for each clause of each agreement, an index of each, and a page for each code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from klausul.library import Loaded, agreements, load_agreement, registered
from klausul.site.agreement_page import agreement_page
from klausul.site.ambiguity_page import ambiguity_page
from klausul.site.clause_page import clause_page
from klausul.site.code_pages import FAMILIES, code_index, code_page, codes
from klausul.site.marks import headed, slug
from klausul.site.sentence_page import sentence_page
from klausul_dsl.diagnostics import render

log = get_plugin_logger(__name__)


class KlausulConfig(Config):  # type: ignore[no-untyped-call]
    """The setting in mkdocs.yml: a folder of agreements (the shipped ones by default)."""

    policies = Type(str, default="")


class KlausulPlugin(BasePlugin[KlausulConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated pages, and their places in the navigation."""

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        root = Path(config.config_file_path).parent
        folder = root / self.config.policies if self.config.policies else None
        chapters: list[Any] = []
        for path in agreements(folder).values():
            loaded = load_agreement(path.as_posix())
            if loaded.policy is None or loaded.shelf is None:
                for diagnostic in loaded.diagnostics:
                    log.warning(render(diagnostic, loaded.sources, "da"))
                continue
            chapters.append(self._agreement(loaded, files, config))
        errors = self._codes(files, config)
        if config.nav is not None:
            config.nav = [*config.nav, *([{"Aftaler": chapters}] if chapters else []), {"Fejlkoder": errors}]
        return files

    def _agreement(self, loaded: Loaded, files: Files, config: MkDocsConfig) -> dict[str, Any]:
        policy = loaded.policy
        assert policy is not None
        name = policy.agreement.name
        base = f"aftaler/{slug(name)}"
        held = registered(loaded)
        for diagnostic in held.diagnostics:
            log.warning(render(diagnostic, held.sources, "da"))
        listed = held.listed
        _add(files, config, f"{base}/index.md", agreement_page(loaded, listed))
        pages: list[Any] = [{"Oversigt": f"{base}/index.md"}]
        if listed.sentences:
            _add(files, config, f"{base}/saetninger.md", sentence_page(loaded, listed))
            pages.append({"Hver sætning": f"{base}/saetninger.md"})
        if listed.ambiguities:
            _add(files, config, f"{base}/uklarheder.md", ambiguity_page(loaded, listed))
            pages.append({"Uklarheder": f"{base}/uklarheder.md"})
        register = loaded.registers.get(name)
        for clause in register.clauses.values() if register else ():
            uri = f"{base}/{slug(clause.id)}.md"
            _add(files, config, uri, clause_page(clause, name, loaded, listed))
            pages.append({headed(clause.id, clause.title.da): uri})
        return {policy.agreement.title.da: pages}

    def _codes(self, files: Files, config: MkDocsConfig) -> list[Any]:
        _add(files, config, "koder/index.md", code_index())
        chapters: dict[str, list[Any]] = {}
        for code in codes():
            _add(files, config, f"koder/{code.code}.md", code_page(code))
            page = {f"{code.code} {code.title.da}": f"koder/{code.code}.md"}
            chapters.setdefault(FAMILIES[code.code[:2]], []).append(page)
        return [{"Oversigt": "koder/index.md"}, *({family: pages} for family, pages in chapters.items())]


def _add(files: Files, config: MkDocsConfig, uri: str, lines: Iterator[str]) -> None:
    files.append(File.generated(config, uri, content="\n".join(lines) + "\n"))
