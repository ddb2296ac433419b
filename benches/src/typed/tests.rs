use super::toml::is_same_data;
use super::{Comparison, Outcome, Row, Task, run};
use crate::inputs::{self, Input, Origin};
use crate::measure::Plan;

const SHORT: Plan = Plan {
    passes: 1,
    rounds: 1,
    turn: std::time::Duration::ZERO,
};

fn generated(name: &str) -> Vec<Input> {
    let mut inputs = inputs::generated();
    inputs.retain(|input| input.name == name);
    inputs
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn lock_files_are_read_twice_and_written_once() {
    let inputs = generated("lock-file");
    let outcome = run(Task::Read, &inputs, SHORT);
    assert_eq!(names(&outcome), ["lock-file", "lock-file, borrowed"]);
    let outcome = run(Task::Write, &inputs, SHORT);
    assert_eq!(names(&outcome), ["lock-file"]);
}

#[test]
fn generated_inputs_are_read_and_written_alike_by_all() {
    let inputs = inputs::generated();
    for task in Task::ALL {
        for row in run(*task, &inputs, SHORT).rows {
            let reasons: Vec<&str> = row.cells.iter().filter_map(|it| it.err()).collect();
            assert_eq!(reasons, [""; 0], "{task:?} {}", row.name);
        }
    }
}

#[test]
fn inputs_without_a_type_are_only_read_as_values() {
    let inputs = generated("escapes");
    assert_eq!(names(&run(Task::Read, &inputs, SHORT)), [""; 0]);
    assert_eq!(names(&run(Task::Value, &inputs, SHORT)), ["escapes"]);
}

#[test]
fn inputs_that_do_not_fit_their_type_are_left_out() {
    let text = "[package]\nshade = 'b'\n".to_string();
    let input = Input::new("Cargo.toml", Origin::Generated, text).expect("TOML");
    assert_eq!(names(&run(Task::Read, &[input], SHORT)), [""; 0]);
}

#[test]
fn data_is_the_same_in_any_order() {
    assert!(is_same_data("a = 1\nb = [nan]", "b = [ nan ]\na = 1"));
    assert!(!is_same_data("a = 1", "a = 1.0"));
    assert!(!is_same_data("a = 1", "a = 1\nb = 2"));
}

#[test]
fn grid_has_means_and_reasons() {
    let cell = |ratio| {
        Ok(Comparison {
            ours: 1000.0,
            peer: 1000.0 * ratio,
            ratio,
        })
    };
    let row = |name: &str, cells| Row {
        name: name.to_string(),
        bytes: 1000,
        is_counted: true,
        cells,
    };
    let outcome = Outcome {
        task: Task::Value,
        rows: vec![
            row("a", vec![cell(2.0), Err("rejects")]),
            row("b", vec![cell(8.0), cell(3.0)]),
        ],
    };
    let expected = "\
| input              |  KB | MB/s | toml | toml-spanner |
|--------------------|----:|-----:|-----:|-------------:|
| a                  | 1.0 | 1000 | 2.00 |      rejects |
| b                  | 1.0 | 1000 | 8.00 |         3.00 |
| **geometric mean** |     | 1000 | 4.00 |         3.00 |
| **worst**          |     |      | 2.00 |         3.00 |
";
    assert_eq!(outcome.to_grid().to_string(), expected);
}
