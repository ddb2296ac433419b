"""Two functions in turns, as `benches/src/measure.rs` has it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Action = Callable[[], object]


@dataclass(frozen=True)
class Plan:
    """How long to measure: passes over all inputs, rounds in a pass, seconds for a turn."""

    passes: int
    rounds: int
    turn: float


FULL = Plan(passes=5, rounds=7, turn=0.004)
QUICK = Plan(passes=1, rounds=7, turn=0.002)


class Samples:
    """The times of ours and of a peer, in seconds for one run, round by round."""

    def __init__(self) -> None:
        self.pairs: list[tuple[float, float]] = []

    def take(self, plan: Plan, ours: Action, peer: Action) -> None:
        """Run both in turns, for one pass."""
        our_runs = runs_per_turn(plan.turn, ours)
        peer_runs = runs_per_turn(plan.turn, peer)
        for number in range(plan.rounds):
            if number % 2 == 0:
                our_time = time_of(our_runs, ours)
                peer_time = time_of(peer_runs, peer)
            else:
                peer_time = time_of(peer_runs, peer)
                our_time = time_of(our_runs, ours)
            self.pairs.append((our_time, peer_time))

    def ours(self) -> float:
        """Return the median time of ours."""
        return statistics.median(ours for ours, _ in self.pairs)

    def ratio(self) -> float:
        """Return how many times faster ours is: the median of the rounds' ratios."""
        return statistics.median(peer / ours for ours, peer in self.pairs)


def runs_per_turn(turn: float, action: Action) -> int:
    """Return how often something has to run to fill a turn. Run it at least twice."""
    action()
    runs = 1
    while True:
        elapsed = time_of(runs, action) * runs
        if elapsed >= turn / 4:
            return max(1, round(turn / elapsed * runs))
        runs *= 4


def time_of(runs: int, action: Action) -> float:
    """Return the time that the processor takes for one run, whatever else it is busy with."""
    start = time.process_time()
    for _ in range(runs):
        action()
    return (time.process_time() - start) / runs
