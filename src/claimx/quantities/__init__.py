"""How much: finds the quantities of a Doc, whatever they are said of, by whom and for when."""

from claimx.quantities.component import QuantityFinder, TextReading

__all__ = ["QuantityFinder", "TextReading"]
