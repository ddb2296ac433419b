//! `toml!`: every form compared with what the parser makes of the same text.

use toml_serde::value::Datetime;
use toml_serde::{Table, Value, toml};

/// The table of a text.
fn parsed(source: &str) -> Table {
    source.parse().expect("TOML")
}

#[test]
fn empty_source_is_an_empty_table() {
    assert_eq!(toml! {}, Table::new());
}

#[test]
fn scalars_are_what_they_are_in_toml() {
    let table = toml! {
        text = "line\n \"two\" \u{20AC}"
        raw = r"C:\folder"
        int = 5_000_000_000
        hex = 0xDEAD_BEEF
        oct = 0o755
        bin = 0b1101
        min = -9_223_372_036_854_775_808
        max = +9_223_372_036_854_775_807
        float = 3.5
        exponent = 6.626e-34
        signed = -0.01
        plus = +1.0
        yes = true
        no = false
    };
    let source = r#"
        text = "line\n \"two\" \u20AC"
        raw = 'C:\folder'
        int = 5_000_000_000
        hex = 0xDEAD_BEEF
        oct = 0o755
        bin = 0b1101
        min = -9_223_372_036_854_775_808
        max = +9_223_372_036_854_775_807
        float = 3.5
        exponent = 6.626e-34
        signed = -0.01
        plus = +1.0
        yes = true
        no = false
    "#;
    assert_eq!(table, parsed(source));
}

#[test]
fn special_floats_keep_their_signs() {
    let table = toml! {
        infinite = [inf, +inf, -inf]
        a = inf
        b = -inf
        nan = [nan, +nan, -nan]
        inline = { a = -nan, b = +inf, c = nan }
    };
    assert_eq!(
        table["infinite"],
        Value::from([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY])
    );
    assert_eq!(
        (&table["a"], &table["b"]),
        (&f64::INFINITY.into(), &f64::NEG_INFINITY.into())
    );
    let signs = |value: &Value| {
        value
            .as_float()
            .map(|float| (float.is_nan(), float.is_sign_negative()))
    };
    let nans: Vec<_> = table["nan"].as_array().unwrap().iter().map(signs).collect();
    assert_eq!(
        nans,
        [Some((true, false)), Some((true, false)), Some((true, true))]
    );
    assert_eq!(signs(&table["inline"]["a"]), Some((true, true)));
    assert_eq!(table["inline"]["b"], f64::INFINITY);
}

#[test]
fn datetimes_of_all_forms() {
    let table = toml! {
        odt1 = 1979-05-27T07:32:00Z
        odt2 = 1979-05-27T00:32:00-07:00
        odt3 = 1979-05-27T00:32:00.999999-07:00
        odt4 = 1979-05-27 07:32:00Z
        odt5 = 1979-05-27 00:32:00.5+05:30
        odt6 = 1979-05-27T00:32:00+05:30
        odt7 = 1979-05-27 00:32:00-08:00
        ldt1 = 1979-05-27T07:32:00
        ldt2 = 1979-05-27T00:32:00.999999
        ldt3 = 1979-05-27 07:32:00.25
        ld1 = 1979-05-27
        08 = 2001-08-09
        lt1 = 07:32:00
        lt2 = 00:32:00.5
        last = 08:09:08
    };
    let source = "
        odt1 = 1979-05-27T07:32:00Z
        odt2 = 1979-05-27T00:32:00-07:00
        odt3 = 1979-05-27T00:32:00.999999-07:00
        odt4 = 1979-05-27 07:32:00Z
        odt5 = 1979-05-27 00:32:00.5+05:30
        odt6 = 1979-05-27T00:32:00+05:30
        odt7 = 1979-05-27 00:32:00-08:00
        ldt1 = 1979-05-27T07:32:00
        ldt2 = 1979-05-27T00:32:00.999999
        ldt3 = 1979-05-27 07:32:00.25
        ld1 = 1979-05-27
        08 = 2001-08-09
        lt1 = 07:32:00
        lt2 = 00:32:00.5
        last = 08:09:08
    ";
    assert_eq!(table, parsed(source));
    assert_eq!(
        table["odt1"],
        "1979-05-27T07:32:00Z".parse::<Datetime>().unwrap()
    );
}

#[test]
fn datetimes_in_arrays_and_inline_tables() {
    let table = toml! {
        dates = [1979-05-27, 1979-05-27T07:32:00Z, 07:32:00, 1979-05-27 07:32:00-08:00,]
        inline = { a = 1979-05-27 00:32:00.5+05:30, b = 00:32:00.5, c = 1979-05-27, d = 1 }
        tables = [{ at = 07:32:00 }, { at = 1979-05-27T00:32:00.999 }]
    };
    let source = "
        dates = [1979-05-27, 1979-05-27T07:32:00Z, 07:32:00, 1979-05-27 07:32:00-08:00,]
        inline = { a = 1979-05-27 00:32:00.5+05:30, b = 00:32:00.5, c = 1979-05-27, d = 1 }
        tables = [{ at = 07:32:00 }, { at = 1979-05-27T00:32:00.999 }]
    ";
    assert_eq!(table, parsed(source));
}

#[test]
fn keys_of_all_forms() {
    let table = toml! {
        type = "a word of Rust"
        _ = 1
        _under_score = 2
        dev-dependencies = 3
        a.b-c.d = -4
        a."b c".d = 5
        "" = 6
        "quoted \"key\"" = 7
        1234 = 8
        007 = 9
        2024-05-06 = 10
        3.14159 = "pi"
        v.1.2.x = 11
        true = 12
        inf = 13
        r."1.2" = 14
    };
    let source = r#"
        type = "a word of Rust"
        _ = 1
        _under_score = 2
        dev-dependencies = 3
        a.b-c.d = -4
        a."b c".d = 5
        "" = 6
        "quoted \"key\"" = 7
        1234 = 8
        007 = 9
        2024-05-06 = 10
        3.14159 = "pi"
        v.1.2.x = 11
        true = 12
        inf = 13
        r."1.2" = 14
    "#;
    assert_eq!(table, parsed(source));
    assert_eq!(table.keys().next().unwrap(), "type");
}

#[test]
fn headers_of_all_forms() {
    let table = toml! {
        title = "headers" // A comment of Rust.

        [package]
        name = "toml"
        rank = -1

        [empty]

        [target."cfg(unix)".dev-dependencies]
        x.version = "1"
        /* another */
        [a.b.c]
        d = 1
        [a]
        e = 2
        [a.b]
        f = 3

        [[fruit]]
        name = "apple"
        [fruit.physical]
        color = "red"
        [[fruit.variety]]
        name = "red delicious"
        [[fruit.variety]]
        name = "granny smith"

        [[fruit]]
        name = "banana"
        [[fruit.variety]]
        ripe = 2001-08-09

        [[last.empty-one]]
    };
    let source = "
        title = 'headers'
        [package]
        name = 'toml'
        rank = -1
        [empty]
        [target.'cfg(unix)'.dev-dependencies]
        x.version = '1'
        [a.b.c]
        d = 1
        [a]
        e = 2
        [a.b]
        f = 3
        [[fruit]]
        name = 'apple'
        [fruit.physical]
        color = 'red'
        [[fruit.variety]]
        name = 'red delicious'
        [[fruit.variety]]
        name = 'granny smith'
        [[fruit]]
        name = 'banana'
        [[fruit.variety]]
        ripe = 2001-08-09
        [[last.empty-one]]
    ";
    assert_eq!(table, parsed(source));
}

#[test]
fn arrays_and_inline_tables_of_all_forms() {
    let table = toml! {
        none = []
        no_keys = {}
        numbers = [1, -2, +3, 4.5, -6.5,]
        signed_first = [-1, 2]
        nested = [[1, 2], ["a", [true, []]], [{}]]
        mixed = [
            1,
            { a = -1, "b c".d = [1], e-f = { g = -inf } },
            "three",
        ]
        point = { x = 1, y = 2 }
        dotted = { a.b = 1, a.c = -2, }
    };
    let source = r#"
        none = []
        no_keys = {}
        numbers = [1, -2, +3, 4.5, -6.5,]
        signed_first = [-1, 2]
        nested = [[1, 2], ["a", [true, []]], [{}]]
        mixed = [
            1,
            { a = -1, "b c".d = [1], e-f = { g = -inf } },
            "three",
        ]
        point = { x = 1, y = 2 }
        dotted = { a.b = 1, a.c = -2 }
    "#;
    assert_eq!(table, parsed(source));
}

#[test]
fn variables_and_expressions_are_values() {
    let count = 3_u16;
    let name = String::from("x");
    let inner = toml! { y = 1 };
    let table = toml! {
        count = count
        double = (u64::from(count) * 2)
        negative = (-1)
        letter = 'l'
        [t]
        list = [name, (vec![1.5, 2.5])]
        inner = (inner)
        value = { of = (Value::from(true)) }
    };
    let source = "
        count = 3
        double = 6
        negative = -1
        letter = 'l'
        [t]
        list = ['x', [1.5, 2.5]]
        inner = { y = 1 }
        value = { of = true }
    ";
    assert_eq!(table, parsed(source));
}

#[test]
fn key_set_twice_has_its_last_value() {
    let table = toml! {
        a = 1
        b = { c = 1, c = 2 }
        a = 2
        [d]
        x = 1
        [b.e]
        f = 1
        [d]
        y = 2
    };
    let source = "
        a = 2
        b = { c = 2, e = { f = 1 } }
        d = { x = 1, y = 2 }
    ";
    assert_eq!(table, parsed(source));
}

#[test]
fn sixty_entries_that_take_a_step_each() {
    let table = toml! {
        a00 = 1979-05-27 a01 = 07:32:00.5 a02 = 1979-05-27 07:32:00-08:00
        a03 = 1979-05-27 a04 = 07:32:00.5 a05 = 1979-05-27 07:32:00-08:00
        a06 = 1979-05-27 a07 = 07:32:00.5 a08 = 1979-05-27 07:32:00-08:00
        a09 = 1979-05-27 a10 = 07:32:00.5 a11 = 1979-05-27 07:32:00-08:00
        a12 = 1979-05-27 a13 = 07:32:00.5 a14 = 1979-05-27 07:32:00-08:00
        a15 = 1979-05-27 a16 = 07:32:00.5 a17 = 1979-05-27 07:32:00-08:00
        a18 = 1979-05-27 a19 = 07:32:00.5 a20 = 1979-05-27 07:32:00-08:00
        a21 = 1979-05-27 a22 = 07:32:00.5 a23 = 1979-05-27 07:32:00-08:00
        a24 = 1979-05-27 a25 = 07:32:00.5 a26 = 1979-05-27 07:32:00-08:00
        a27 = 1979-05-27 a28 = 07:32:00.5 a29 = 1979-05-27 07:32:00-08:00
        a30 = 1979-05-27 a31 = 07:32:00.5 a32 = 1979-05-27 07:32:00-08:00
        a33 = 1979-05-27 a34 = 07:32:00.5 a35 = 1979-05-27 07:32:00-08:00
        a36 = 1979-05-27 a37 = 07:32:00.5 a38 = 1979-05-27 07:32:00-08:00
        a39 = 1979-05-27 a40 = 07:32:00.5 a41 = 1979-05-27 07:32:00-08:00
        a42 = 1979-05-27 a43 = 07:32:00.5 a44 = 1979-05-27 07:32:00-08:00
        a45 = 1979-05-27 a46 = 07:32:00.5 a47 = 1979-05-27 07:32:00-08:00
        a48 = 1979-05-27 a49 = 07:32:00.5 a50 = 1979-05-27 07:32:00-08:00
        a51 = 1979-05-27 a52 = 07:32:00.5 a53 = 1979-05-27 07:32:00-08:00
        a54 = 1979-05-27 a55 = 07:32:00.5 a56 = 1979-05-27 07:32:00-08:00
        a57 = 1979-05-27 a58 = 07:32:00.5 a59 = 1979-05-27 07:32:00-08:00
    };
    assert_eq!(table.len(), 60);
    assert_eq!(
        table["a59"],
        "1979-05-27T07:32:00-08:00".parse::<Datetime>().unwrap()
    );
}

#[test]
#[should_panic(expected = "`2001-02-30` in `toml!` is no date-time: day 30 is out of range")]
fn impossible_date_panics() {
    let _ = toml! { day = 2001-02-30 };
}
