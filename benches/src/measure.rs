//! Two things in turns: A B, B A, A B …, each turn long enough to time, the median of the rounds.
//!
//! In turns, because two blocks one after the other are not alike: the clock of the processor
//! moves, other programs come and go, and what the first block does to the heap flatters the second.

#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

/// How long to measure.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many times to go through everything: what disturbs one pass leaves the others alone.
    pub passes: u32,
    /// How many times each of the two has its turn in a pass.
    pub rounds: u32,
    /// How long a turn is to last; a single run may take longer.
    pub turn: Duration,
}

impl Plan {
    /// What RESULTS.md is made with.
    pub const FULL: Self = Self {
        passes: 5,
        rounds: 7,
        turn: Duration::from_millis(4),
    };
    /// A first impression.
    pub const QUICK: Self = Self {
        passes: 1,
        rounds: 7,
        turn: Duration::from_millis(2),
    };
}

/// How two things compare. Times are in nanoseconds for one run, medians over the rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The time of ours.
    pub ours: f64,
    /// The time of the peer.
    pub peer: f64,
    /// How many times faster ours is: the median of the rounds' ratios.
    pub ratio: f64,
}

/// The times of ours and of the peer, round by round.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<(f64, f64)>);

impl Samples {
    /// Runs both in turns, for one pass.
    pub fn take(&mut self, plan: Plan, mut ours: impl FnMut(), mut peer: impl FnMut()) {
        let our_runs = runs_per_turn(plan.turn, &mut ours);
        let peer_runs = runs_per_turn(plan.turn, &mut peer);
        for round in 0..plan.rounds {
            if round % 2 == 0 {
                let our_time = time(our_runs, &mut ours);
                self.0.push((our_time, time(peer_runs, &mut peer)));
            } else {
                let peer_time = time(peer_runs, &mut peer);
                self.0.push((time(our_runs, &mut ours), peer_time));
            }
        }
    }

    /// The medians over all rounds.
    #[must_use]
    pub fn compare(&self) -> Comparison {
        Comparison {
            ours: median(self.0.iter().map(|(ours, _)| *ours)),
            peer: median(self.0.iter().map(|(_, peer)| *peer)),
            ratio: median(self.0.iter().map(|(ours, peer)| peer / ours)),
        }
    }
}

/// How often something has to run to fill a turn. Runs it at least twice, so that it is warm.
pub fn runs_per_turn(turn: Duration, action: &mut impl FnMut()) -> u32 {
    action();
    let mut runs = 1;
    loop {
        let start = Instant::now();
        for _ in 0..runs {
            action();
        }
        let elapsed = start.elapsed();
        if elapsed >= turn / 4 || runs > u32::MAX / 4 {
            let one = elapsed.as_secs_f64() / f64::from(runs);
            return whole(turn.as_secs_f64() / one);
        }
        runs *= 4;
    }
}

/// The time of one run, in nanoseconds.
pub fn time(runs: u32, action: &mut impl FnMut()) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        action();
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(runs)
}

/// The middle one of some numbers, the mean of the middle two, or NaN for none.
pub fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => numbers[middle],
        _ => f64::midpoint(numbers[middle - 1], numbers[middle]),
    }
}

/// The geometric mean of some numbers, NaN for none.
pub fn geometric_mean(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0_u32);
    for number in numbers {
        sum += number.ln();
        count += 1;
    }
    (sum / f64::from(count)).exp()
}

/// The next whole number, at least 1.
#[expect(
    clippy::cast_sign_loss,
    reason = "what is below 1 has just been made 1"
)]
fn whole(number: f64) -> u32 {
    number.round().max(1.0) as u32
}
