"""What the documents say is so: their code and commands run, their tables are whole."""

import contextlib
import doctest
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from claimx import model
from claimx.cli.main import app
from claimx.exporters import EXPORTERS
from claimx.exporters.csv import COLUMNS, column_name
from claimx.lexicon import KINDS
from command import run

_ROOT = Path(__file__).parents[1]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(language: str) -> list[object]:
    return [
        pytest.param(block, id=f"{page.name}:{number}")
        for page in _PAGES
        for number, (found, block) in enumerate(_BLOCK.findall(page.read_text("utf-8")))
        if found == language
    ]


def _page(name: str) -> str:
    return (_ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's reader has it: `corpus/`, an article, and own words."""
    (tmp_path / "corpus").symlink_to(_ROOT / "corpus")
    (tmp_path / "article.txt").write_text("The flood killed 12 people on Monday, police said.")
    words = [
        block for name, block in _BLOCK.findall(_PAGES[0].read_text("utf-8")) if name == "toml"
    ]
    (tmp_path / "mine.toml").write_text("".join(words))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("block", _blocks("pycon"))
def test_a_session_gives_what_it_shows(block: str) -> None:
    session = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    told = io.StringIO()
    failed, tried = doctest.DocTestRunner().run(session, out=told.write)
    assert tried
    assert not failed, told.getvalue()


@pytest.mark.parametrize("block", _blocks("python"))
@pytest.mark.usefixtures("folder")
def test_python_code_runs(block: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102  our own documents
    assert shown.getvalue()


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
@pytest.mark.usefixtures("folder")
def test_commands_run(page: Path) -> None:
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    lines = [line for name, block in blocks if name == "sh" for line in block.splitlines()]
    for line in lines:
        program, *arguments = shlex.split(line)
        if program == "make":
            assert f"\n{arguments[0]}: " in (_ROOT / "Makefile").read_text(encoding="utf-8")
            continue
        assert program == "claimx", line
        ran = run(*arguments)
        assert ran.code == 0, f"{line}\n{ran.err}"


def _commands(app: typer.Typer, prefix: str = "claimx") -> Iterator[str]:
    for command in app.registered_commands:
        yield f"{prefix} {command.name or getattr(command.callback, '__name__', '')}"
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from _commands(group.typer_instance, f"{prefix} {group.name}")


def test_every_command_is_documented() -> None:
    page = _page("command-line.md")
    assert [name for name in _commands(app) if f"| `{name}" not in page] == []


def test_every_format_and_column_is_documented() -> None:
    page = _page("command-line.md")
    assert [name for name in EXPORTERS if f"`--format {name}`" not in page] == []
    assert [path for path in COLUMNS if f"`{column_name(path)}`" not in page] == []


@pytest.mark.parametrize(
    "record",
    [
        model.Claim,
        model.Quantity,
        model.Source,
        model.Period,
        model.FieldConfidence,
        model.Mention,
        model.Timex,
        model.Attribution,
        model.Veto,
        model.Document,
    ],
)
def test_every_field_is_documented(record: type[model.Claim]) -> None:
    section = rf"^##+ {record.__name__}\n(.*?)(?=^##|\Z)"
    found = re.search(section, _page("record.md"), re.MULTILINE | re.DOTALL)
    assert found, f"record.md has no section {record.__name__}"
    assert [one.name for one in fields(record) if f"`{one.name}`" not in found[1]] == []


def test_every_kind_of_lexicon_entry_is_documented() -> None:
    page = _page("lexicons.md")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in page] == []


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
