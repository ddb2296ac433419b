"""Whether two pieces of data are the same, types and signs of zero included."""

from __future__ import annotations

import math
from typing import Any


def same(one: Any, other: Any) -> bool:
    """Tell whether data is the same; NaN is, and `1`, `1.0` and `True` are three things."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return one == other and math.copysign(1, one) == math.copysign(1, other)
    if hasattr(one, "tzinfo"):
        return bool(one == other) and one.tzinfo == other.tzinfo
    return bool(one == other)


def same_unordered(one: Any, other: Any) -> bool:
    """Tell whether data is the same, but for the order of keys."""
    return same(in_order(one), in_order(other))


def in_order(data: Any) -> Any:
    """Sort the keys of all tables."""
    if isinstance(data, dict):
        return {key: in_order(data[key]) for key in sorted(data)}
    if isinstance(data, list):
        return [in_order(element) for element in data]
    return data
