use std::cell::Cell;
use std::time::Duration;

use super::{Comparison, Plan, Samples, geometric_mean, median};

#[test]
fn median_of_odd_even_and_none() {
    assert!((median([3.0, 1.0, 2.0]) - 2.0).abs() < 1e-12);
    assert!((median([4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < 1e-12);
    assert!(median([]).is_nan());
}

#[test]
fn geometric_mean_of_a_ratio_and_its_inverse_is_one() {
    assert!((geometric_mean([4.0, 0.25]) - 1.0).abs() < 1e-12);
    assert!(geometric_mean([]).is_nan());
}

#[test]
fn samples_give_both_the_same_number_of_turns() {
    let plan = Plan {
        passes: 1,
        rounds: 4,
        turn: Duration::ZERO,
    };
    let (ours, peers) = (Cell::new(0), Cell::new(0));
    let mut samples = Samples::default();
    samples.take(
        plan,
        || ours.set(ours.get() + 1),
        || peers.set(peers.get() + 1),
    );
    assert_eq!(ours.get(), peers.get());
}

#[test]
fn comparison_is_the_median_of_the_ratios() {
    let samples = Samples(vec![(1.0, 2.0), (2.0, 8.0), (4.0, 12.0)]);
    let outcome = Comparison {
        ours: 2.0,
        peer: 8.0,
        ratio: 3.0,
    };
    assert_eq!(samples.compare(), outcome);
}
