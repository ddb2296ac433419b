use super::settings;
use super::{Case, run};
use crate::measure::Plan;

#[test]
fn layers_have_five_kilobytes_together() {
    let bytes: usize = (0..3).map(|layer| settings::layer(layer).len()).sum();
    assert!((4_500..5_500).contains(&bytes), "{bytes}");
    assert_eq!(settings::variables().len(), 10);
}

#[test]
fn all_come_to_the_same_struct() {
    let plan = Plan {
        passes: 1,
        rounds: 1,
        turn: std::time::Duration::ZERO,
    };
    let outcome = run(plan, None).expect("files");
    let cases: Vec<_> = outcome.0.iter().map(|row| row.case).collect();
    assert_eq!(cases, Case::ALL);
}
