//! Booleans, numbers, characters and bytes.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::Serialize;

use crate::{assert_refuses, assert_writes};

#[test]
fn integers_of_all_widths() {
    #[derive(Serialize)]
    struct Integers {
        a: (i8, i16, i32, i64, i128),
        b: (u8, u16, u32, u64, u128),
        c: isize,
        d: usize,
    }
    let least = Integers {
        a: (i8::MIN, i16::MIN, i32::MIN, i64::MIN, -1),
        b: (0, 0, 0, 0, 0),
        c: -1,
        d: 0,
    };
    let expected = "\
a = [-128, -32768, -2147483648, -9223372036854775808, -1]
b = [0, 0, 0, 0, 0]
c = -1
d = 0
";
    assert_writes(&least, expected);
    let greatest = Integers {
        a: (i8::MAX, i16::MAX, i32::MAX, i64::MAX, 1),
        b: (u8::MAX, u16::MAX, u32::MAX, i64::MAX as u64, 1),
        c: 1,
        d: 1,
    };
    let expected = "\
a = [127, 32767, 2147483647, 9223372036854775807, 1]
b = [255, 65535, 4294967295, 9223372036854775807, 1]
c = 1
d = 1
";
    assert_writes(&greatest, expected);
}

#[test]
fn integers_beyond_64_bits_are_written_as_they_are() {
    #[derive(Serialize)]
    struct Integers {
        a: u64,
        b: u128,
        c: i128,
    }
    let integers = Integers {
        a: u64::MAX,
        b: u128::MAX,
        c: i128::MIN,
    };
    let expected = "\
a = 18446744073709551615
b = 340282366920938463463374607431768211455
c = -170141183460469231731687303715884105728
";
    assert_eq!(toml_serde::to_string(&integers).unwrap(), expected);
}

#[test]
fn floats_are_as_short_as_they_can_be() {
    #[derive(Serialize)]
    struct Floats {
        single: [f32; 4],
        double: [f64; 6],
        special: [f64; 5],
    }
    let floats = Floats {
        single: [0.1, 1.0, -3.5, 16_777_216.0],
        double: [0.1, 1.0, -0.0, 1e15, 1e16, 2.5e-7],
        special: [f64::INFINITY, f64::NEG_INFINITY, f64::NAN, -f64::NAN, 0.0],
    };
    let expected = "\
single = [0.1, 1.0, -3.5, 16777216.0]
double = [0.1, 1.0, -0.0, 1000000000000000.0, 1e16, 2.5e-7]
special = [inf, -inf, nan, nan, 0.0]
";
    assert_writes(&floats, expected);
}

#[test]
fn characters_booleans_and_bytes() {
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(&[0, 255])
        }
    }
    #[derive(Serialize)]
    struct Scalars {
        chars: [char; 4],
        bytes: Bytes,
        yes: bool,
        no: bool,
        nested: [Bytes; 1],
    }
    let scalars = Scalars {
        chars: ['a', '"', '\n', '\u{1f600}'],
        bytes: Bytes,
        yes: true,
        no: false,
        nested: [Bytes],
    };
    let expected = "\
chars = [\"a\", '\"', \"\"\"

\"\"\", \"\u{1f600}\"]
bytes = [0, 255]
yes = true
no = false
nested = [[0, 255]]
";
    assert_writes(&scalars, expected);
}

#[test]
fn newtypes_are_what_they_hold() {
    #[derive(Serialize)]
    struct Meters(f64);
    #[derive(Serialize)]
    struct Tags(Vec<Meters>);
    #[derive(Serialize)]
    struct Root(BTreeMap<&'static str, Tags>);

    let root = Root(BTreeMap::from([(
        "x",
        Tags(vec![Meters(1.5), Meters(2.0)]),
    )]));
    assert_writes(&root, "x = [1.5, 2.0]\n");
}

#[test]
fn units_are_refused() {
    #[derive(Serialize)]
    struct Unit;
    #[derive(Serialize)]
    struct Holder<T> {
        a: [T; 1],
    }
    let message = "TOML has nothing to write `()` as at a[0]";
    assert_refuses(&Holder { a: [()] }, message);
    let message = "TOML has nothing to write the unit struct `Unit` as at a[0]";
    assert_refuses(&Holder { a: [Unit] }, message);
    let phantom = Holder {
        a: [PhantomData::<i32>],
    };
    let message = "TOML has nothing to write the unit struct `PhantomData` as at a[0]";
    assert_refuses(&phantom, message);
}
