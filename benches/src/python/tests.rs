use serde_json::json;

use super::{Direction, Outcome};

#[test]
fn grid_has_means_of_what_is_large_enough() {
    let row = |name: &str, bytes: u32, ratios: [serde_json::Value; 2]| {
        let [slow, fast] = ratios;
        json!({ "name": name, "bytes": bytes, "seconds": 1e-5, "ratios": { "fast": fast, "slow": slow } })
    };
    let outcome = Outcome(json!({
        "import": 0.0015,
        "versions": ["CPython 3.11.7", "slow 1.0"],
        "reading": [
            row("small", 100, [json!(99.0), json!(99.0)]),
            row("one", 1000, [json!(20.0), json!(0.5)]),
            row("two", 4000, [json!(80.0), json!("rejects")]),
        ],
        "writing": [],
    }));
    assert!((outcome.import_seconds() - 0.0015).abs() < f64::EPSILON);
    assert_eq!(outcome.versions(), ["CPython 3.11.7", "slow 1.0"]);
    let expected = "\
| input              |  KB | MB/s |    fast | slow |
|--------------------|----:|-----:|--------:|-----:|
| small              | 0.1 |   10 |    99.0 | 99.0 |
| one                | 1.0 |  100 |    0.50 | 20.0 |
| two                | 4.0 |  400 | rejects | 80.0 |
| **geometric mean** |     |  200 |    0.50 | 40.0 |
| **worst**          |     |      |    0.50 | 20.0 |
";
    assert_eq!(outcome.to_grid(Direction::Reading).to_string(), expected);
}
