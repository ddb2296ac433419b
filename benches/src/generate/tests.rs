use super::SHAPES;

#[test]
fn shapes_parse() {
    for shape in SHAPES {
        let text = shape.text();
        if let Err(error) = toml_core::parse(&text) {
            panic!("{}: {error}", shape.name);
        }
    }
}

#[test]
fn shapes_have_their_size() {
    for shape in SHAPES {
        let length = shape.text().len();
        let most = shape.bytes + shape.bytes / 10 + 500;
        assert!(
            (shape.bytes..=most).contains(&length),
            "{}: {length} bytes instead of {} to {most}",
            shape.name,
            shape.bytes
        );
    }
}

#[test]
fn shapes_are_the_same_every_time() {
    for shape in SHAPES {
        assert_eq!(shape.text(), shape.text(), "{}", shape.name);
        assert_ne!(
            shape.text_of(2, shape.bytes),
            shape.text(),
            "{}",
            shape.name
        );
    }
}

#[test]
fn shapes_grow_and_shrink() {
    for shape in SHAPES.iter().filter(|shape| shape.name != "wide-table") {
        for bytes in [2_000, 300_000] {
            let text = shape.text_of(7, bytes);
            assert!(toml_core::parse(&text).is_ok(), "{} of {bytes}", shape.name);
        }
    }
}
