//! The macro `toml!`.

use crate::toml::{self, Table, Value};

/// Asserts that tokens make the table that the text is.
#[track_caller]
fn assert_table(actual: &Table, text: &str) {
    assert_eq!(*actual, text.parse().expect("TOML"));
}

#[test]
fn values_of_every_type() {
    let table = toml::toml! {
        string = "a"
        raw = r"\d"
        integer = 1
        grouped = 1_000
        hex = 0xff
        float = 1.5
        yes = true
        no = false
        array = [1, "a", [true]]
        inline = { x = 1, y = "b" }
    };
    assert_table(
        &table,
        r#"string = "a"
        raw = '\d'
        integer = 1
        grouped = 1_000
        hex = 0xff
        float = 1.5
        yes = true
        no = false
        array = [1, "a", [true]]
        inline = { x = 1, y = "b" }"#,
    );
}

#[test]
fn signs() {
    let table = toml::toml! {
        negative = -1
        positive = +1
        float = -1.5
        list = [-1, +2, -0.5]
        inline = { a = -1, b = +2 }
    };
    let text = "negative = -1\npositive = 1\nfloat = -1.5\nlist = [-1, 2, -0.5]\ninline = { a = -1, b = 2 }";
    assert_table(&table, text);
}

#[test]
fn special_floats() {
    let table = toml::toml! {
        a = inf
        b = -inf
        c = +inf
        d = nan
        e = -nan
        list = [inf, -inf]
    };
    let float = |key: &str| table[key].as_float().unwrap();
    let [a, b, c] = ["a", "b", "c"].map(|key| table[key].clone());
    assert_eq!(a, Value::Float(f64::INFINITY));
    assert_eq!(b, Value::Float(f64::NEG_INFINITY));
    assert_eq!(c, a);
    assert!(float("d").is_nan() && float("d").is_sign_positive());
    assert!(float("e").is_nan() && float("e").is_sign_negative());
    assert_eq!(
        table["list"],
        Value::from(vec![f64::INFINITY, f64::NEG_INFINITY])
    );
}

#[test]
fn datetimes() {
    let table = toml::toml! {
        utc = 1979-05-27T07:32:00Z
        offset = 1979-05-27T00:32:00-07:00
        fraction = 1979-05-27T00:32:00.999999-07:00
        local = 1979-05-27T07:32:00
        local_fraction = 1979-05-27T00:32:00.999999
        date = 1979-05-27
        time = 07:32:00
        time_fraction = 00:32:00.999999
    };
    assert_table(
        &table,
        r"utc = 1979-05-27T07:32:00Z
        offset = 1979-05-27T00:32:00-07:00
        fraction = 1979-05-27T00:32:00.999999-07:00
        local = 1979-05-27T07:32:00
        local_fraction = 1979-05-27T00:32:00.999999
        date = 1979-05-27
        time = 07:32:00
        time_fraction = 00:32:00.999999",
    );
}

#[test]
fn datetimes_with_a_space() {
    let table = toml::toml! {
        utc = 1979-05-27 07:32:00Z
        offset = 1979-05-27 00:32:00-07:00
        fraction = 1979-05-27 00:32:00.999999-07:00
        local = 1979-05-27 07:32:00
        local_fraction = 1979-05-27 00:32:00.999999
    };
    assert_table(
        &table,
        r"utc = 1979-05-27T07:32:00Z
        offset = 1979-05-27T00:32:00-07:00
        fraction = 1979-05-27T00:32:00.999999-07:00
        local = 1979-05-27T07:32:00
        local_fraction = 1979-05-27T00:32:00.999999",
    );
}

#[test]
fn datetimes_in_arrays_and_inline_tables() {
    let table = toml::toml! {
        list = [
            1979-05-27T00:32:00.999999-07:00,
            1979-05-27 00:32:00-07:00,
            1979-05-27T07:32:00Z,
            1979-05-27 00:32:00.5,
            1979-05-27,
            00:32:00.999999,
            07:32:00,
        ]
        inline = { a = 1979-05-27T07:32:00-07:00, b = 1979-05-27, c = 07:32:00, d = 1979-05-27 07:32:00 }
    };
    assert_table(
        &table,
        r"list = [1979-05-27T00:32:00.999999-07:00, 1979-05-27T00:32:00-07:00, 1979-05-27T07:32:00Z,
            1979-05-27T00:32:00.5, 1979-05-27, 00:32:00.999999, 07:32:00]
        inline = { a = 1979-05-27T07:32:00-07:00, b = 1979-05-27, c = 07:32:00, d = 1979-05-27T07:32:00 }",
    );
}

#[test]
fn keys() {
    let table = toml::toml! {
        bare = 1
        with-dash = 2
        two-dashes-here = 3
        "quoted key" = 4
        a.b.c = 5
        a.b-d."e f" = 6
        inline = { x.y = 7, "z z" = 8, k-l = 9 }
        type = 10
    };
    assert_table(
        &table,
        r#"bare = 1
        with-dash = 2
        two-dashes-here = 3
        "quoted key" = 4
        a.b.c = 5
        a.b-d."e f" = 6
        inline = { x.y = 7, "z z" = 8, k-l = 9 }
        type = 10"#,
    );
}

#[test]
fn headers() {
    let table = toml::toml! {
        top = 1
        [a]
        x = 1
        [a.b-c]
        x = 2
        [target."cfg(unix)".dependencies]
        libc = "0.2"
        [empty]
    };
    let text = "top = 1\n[a]\nx = 1\n[a.b-c]\nx = 2\n[target.\"cfg(unix)\".dependencies]\nlibc = \"0.2\"\n[empty]";
    assert_table(&table, text);
}

#[test]
fn arrays_of_tables() {
    let table = toml::toml! {
        [[bin]]
        name = "a"
        [[bin]]
        name = "b"
        [bin.sub]
        x = 1
        [[bin.list]]
        y = 2
        [[bin.list]]
        [[bin]]
    };
    assert_table(
        &table,
        r#"[[bin]]
        name = "a"
        [[bin]]
        name = "b"
        [bin.sub]
        x = 1
        [[bin.list]]
        y = 2
        [[bin.list]]
        [[bin]]"#,
    );
}

#[test]
fn empty_and_nested_containers() {
    let table = toml::toml! {
        array = []
        inline = {}
        nested = [[], {}, [[1,],], { a = [{ b = {} }] }]
    };
    assert_table(
        &table,
        "array = []\ninline = {}\nnested = [[], {}, [[1]], { a = [{ b = {} }] }]",
    );
}

#[test]
fn expressions_in_parentheses() {
    let name = String::from("computed");
    let table = toml::toml! {
        sum = (1 + 2)
        name = (name.as_str())
        list = [(2 * 3)]
    };
    assert_table(&table, "sum = 3\nname = 'computed'\nlist = [6]");
}

#[test]
fn comments_and_types() {
    let table: Table = toml::toml! {
        // As in Rust.
        a = 1 /* here, too */
    };
    assert_table(&table, "a = 1");
}
