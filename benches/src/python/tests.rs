use serde_json::{Value, json};

use super::{Outcome, Question};

fn row(name: &str, bytes: u32, ratios: [Value; 2]) -> Value {
    let [slow, fast] = ratios;
    json!({ "name": name, "bytes": bytes, "seconds": 1e-5, "ratios": { "fast": fast, "slow": slow } })
}

fn outcome() -> Outcome {
    let rows = [
        row("small", 100, [json!(99.0), json!(99.0)]),
        row("one", 1000, [json!(20.0), json!(0.5)]),
        row("two", 4000, [json!(80.0), json!("rejects")]),
    ];
    let many = |editor: &str, times: Value| json!({ "name": "appends", "editor": editor, "sizes": [500, 1000, 2000], "times": times });
    Outcome(json!({
        "import": 0.0015,
        "versions": ["CPython 3.11.7", "slow 1.0"],
        "reading": rows,
        "writing": [],
        "editing": rows,
        "many edits": [
            many("ours", json!([500.4, 510.0, 550.44])),
            many("slow", json!([1000.0, 2000.0, 4000.0])),
            many("wrong", json!(["differs", "differs", "differs"])),
        ],
    }))
}

#[test]
fn figures_that_are_in_no_table() {
    let outcome = outcome();
    assert!((outcome.import_seconds() - 0.0015).abs() < f64::EPSILON);
    assert_eq!(outcome.versions(), ["CPython 3.11.7", "slow 1.0"]);
}

#[test]
fn grid_has_means_of_what_is_large_enough() {
    let expected = "\
| input              |  KB | MB/s |    fast | slow |
|--------------------|----:|-----:|--------:|-----:|
| small              | 0.1 |   10 |    99.0 | 99.0 |
| one                | 1.0 |  100 |    0.50 | 20.0 |
| two                | 4.0 |  400 | rejects | 80.0 |
| **geometric mean** |     |  200 |    0.50 | 40.0 |
| **worst**          |     |      |    0.50 | 20.0 |
";
    let grid = outcome().to_grid(Question::Reading);
    assert_eq!(grid.to_string(), expected);
}

#[test]
fn grid_of_edits_has_times() {
    let expected = "\
| input              |  KB |   µs |    fast | slow |
|--------------------|----:|-----:|--------:|-----:|
| small              | 0.1 | 10.0 |    99.0 | 99.0 |
| one                | 1.0 | 10.0 |    0.50 | 20.0 |
| two                | 4.0 | 10.0 | rejects | 80.0 |
| **geometric mean** |     |      |    0.50 | 40.0 |
| **worst**          |     |      |    0.50 | 20.0 |
";
    let grid = outcome().to_grid(Question::Editing);
    assert_eq!(grid.to_string(), expected);
}

#[test]
fn grid_of_many_edits_has_growth() {
    let expected = "\
| many edits, ns/edit | library |     500 |    1000 |    2000 | largest / smallest |
|---------------------|--------:|--------:|--------:|--------:|-------------------:|
| appends             |    ours |     500 |     510 |     550 |               1.10 |
| appends             |    slow |    1000 |    2000 |    4000 |               4.00 |
| appends             |   wrong | differs | differs | differs |                  - |
";
    let grid = outcome().to_grid_of_many_edits();
    assert_eq!(grid.to_string(), expected);
}
