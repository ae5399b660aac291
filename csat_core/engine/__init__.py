"""The engine: the only way to responses. Three questions and the tables of pairs, each within a scope."""

from csat_core.engine.duck import DuckEngine
from csat_core.engine.recoding import POOLED
from csat_core.engine.scoped import Engine, ScopedEngine

__all__ = ["POOLED", "DuckEngine", "Engine", "ScopedEngine"]
