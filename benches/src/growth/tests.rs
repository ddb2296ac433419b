use toml_core::ParseOptions;

use super::{Row, SHAPES, Shape, size_name};

#[test]
fn shapes_parse() {
    for shape in SHAPES {
        for bytes in [0, 5_000] {
            let text = shape.text(bytes);
            if let Err(error) = toml_core::parse(&text) {
                panic!("{} of {bytes}: {error}", shape.name);
            }
            assert!(text.len() < bytes + 500, "{}: {}", shape.name, text.len());
        }
    }
}

#[test]
fn nesting_is_at_the_limit() {
    let text = Shape::find("nesting").expect("nesting").text(1);
    let options = ParseOptions {
        max_depth: ParseOptions::default().max_depth - 1,
        ..ParseOptions::default()
    };
    assert!(options.parse(&text).is_err());
}

fn row(times: &[f64], instructions: Option<f64>) -> Row {
    Row {
        name: "x",
        times: times.to_vec(),
        instructions,
    }
}

#[test]
fn verdict_looks_at_the_last_step() {
    let verdict = |times: [f64; 3]| row(&times, None).verdict();
    assert_eq!(verdict([1.0, 1.1, 1.3]), "linear");
    assert_eq!(verdict([1.0, 2.0, 2.1]), "linear beyond the caches");
    assert_eq!(verdict([1.0, 2.0, 4.0]), "GROWS");
}

#[test]
fn verdict_believes_instructions() {
    let verdict = |instructions| row(&[1.0, 2.0, 4.0], Some(instructions)).verdict();
    assert_eq!(verdict(1.02), "linear, waits for memory");
    assert_eq!(verdict(4.0), "GROWS");
}

#[test]
fn size_names_are_short() {
    assert_eq!([1 << 16, 1 << 20].map(size_name), ["64 KB", "1 MB"]);
}
