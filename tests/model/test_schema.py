"""Claims as plain data: they come back as they were, and the shipped schema describes them."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import claimx
from claimx.errors import InputError
from claimx.model import Claim, Extraction
from claimx.model.schema import json_schema


@pytest.fixture
def plain(extraction: Extraction) -> dict[str, Any]:
    return extraction.claims[0].to_dict()


def test_a_claim_comes_back_from_plain_data(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    through_json = json.loads(json.dumps(claim.to_dict()))
    assert Claim.from_dict(through_json) == claim


def test_keys_are_the_field_names_and_dates_are_iso(plain: dict[str, Any]) -> None:
    assert set(plain) == set(Claim.__slots__)
    assert plain["date"]["first"] == "2025-03-09"
    assert plain["sources"][1]["role"] == "relay"


def test_the_schema_describes_a_claim(plain: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(plain, json_schema())


@pytest.mark.parametrize(
    ("field", "value"), [("stance", "guessed"), ("confidence", "high"), ("sentence", None)]
)
def test_the_schema_refuses_what_is_no_claim(
    plain: dict[str, Any], field: str, value: object
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain | {field: value}, json_schema())


def test_the_schema_describes_what_extract_returns() -> None:
    schema = jsonschema.Draft202012Validator(json_schema())
    articles = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))[:4]
    texts = [article.read_text(encoding="utf-8") for article in articles]
    claims = [claim for found in claimx.pipe(texts) for claim in found]
    assert len(claims) > 50
    for claim in claims:
        schema.validate(claim.to_dict())


def test_the_shipped_schema_is_current() -> None:
    shipped = files("claimx.model").joinpath("claim.schema.json").read_text(encoding="utf-8")
    assert json.loads(shipped) == json_schema(), "run: make schema"


def test_from_dict_names_the_first_field_that_is_wrong(plain: dict[str, Any]) -> None:
    plain["quantity"]["low"] = "forty"
    with pytest.raises(InputError, match=r"Claim: quantity\.low: "):
        Claim.from_dict(plain)
