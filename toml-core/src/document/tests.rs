use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::*;
use crate::{ErrorKind, IntegerRange, ParseOptions, Span, parse};

const SOURCE: &str = "title = 'x'\n\"a.b\" = [1, [2, 3], {c = -1}]\n[server]\nport = 80\n[[fruit]]\nname = 'apple'\n[[fruit]]\n";

#[test]
fn paths_find_what_they_name() {
    let document = parse(SOURCE).unwrap();
    let integer = |path: &str| document.get(path).and_then(|value| value.as_i64());
    assert_eq!(integer("server.port"), Some(80));
    assert_eq!(integer(" server . \"port\" "), Some(80));
    assert_eq!(integer("'a.b'[0]"), Some(1));
    assert_eq!(integer("'a.b'[1][1]"), Some(3));
    assert_eq!(integer("'a.b'[1][-2]"), Some(2));
    assert_eq!(integer("'a.b'[-1].c"), Some(-1));
    assert_eq!(
        document.get("fruit[0].name").and_then(|name| name.as_str()),
        Some("apple")
    );
    assert_eq!(document.get("").map(|root| root.kind()), Some(Kind::Table));
}

#[test]
fn elements_of_long_arrays_are_found_by_index() {
    let inner: Vec<String> = (0..20).map(|at| at.to_string()).collect();
    let inner = format!("[{}]", inner.join(", "));
    let outer = vec![inner.as_str(); 18].join(", ");
    let tables = "[[t]]\nlist = [1, 2]\n[[t.u]]\n".repeat(40);
    let source = format!("short = [1, 2]\nlong = [{outer}]\n{tables}");
    let document = parse(&source).unwrap();
    let mut open = vec![document.root().as_value()];
    let mut lengths = Vec::new();
    while let Some(value) = open.pop() {
        open.extend(value.children());
        let Some(array) = value.as_array() else {
            continue;
        };
        let found = (0..array.len() + 2).map(|at| array.get(at).map(ValueRef::id));
        let expected = array.iter().map(|element| Some(element.id()));
        assert!(found.eq(expected.chain([None, None])));
        lengths.push(array.len());
    }
    lengths.sort_unstable();
    let expected = [vec![1; 40], vec![2; 41], vec![18], vec![20; 18], vec![40]].concat();
    assert_eq!(lengths, expected);
}

#[test]
fn ids_rise_from_each_value_to_the_next() {
    let document =
        parse("a.x = 1\nb = [1, {c = 2, d = 3}, 4]\n[t.u]\n[v]\nw = 1\n[t]\nz = 1\n[t.y]\n")
            .unwrap();
    let mut tables = vec![document.root().as_value()];
    let mut seen = 0;
    while let Some(table) = tables.pop() {
        let ids: Vec<_> = table.children().map(|child| child.id()).collect();
        assert!(ids.is_sorted(), "{ids:?}");
        seen += ids.len();
        tables.extend(table.children());
    }
    assert_eq!(seen, 14);
    assert_eq!(document.value_count(), 15);
}

#[test]
fn next_value_goes_round_and_keys_are_compared_decoded() {
    let document = parse("a = 1\n'b' = 2\n\"\\u0063\" = 3\n").unwrap();
    let first = document.get("a").unwrap();
    let round = [
        first,
        first.next_around(),
        first.next_around().next_around(),
    ];
    let numbers: Vec<_> = round.iter().filter_map(|value| value.as_i64()).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(round[2].next_around().id(), first.id());
    for (value, key) in round.iter().zip(["a", "b", "c"]) {
        let same: Vec<_> = ["a", "b", "c", "'b'", "", "ab"]
            .into_iter()
            .filter(|other| value.has_key(other))
            .collect();
        assert_eq!(same, [key]);
    }
    assert!(!document.root().as_value().has_key(""));
}

#[test]
fn paths_that_lead_nowhere_find_nothing() {
    let document = parse(SOURCE).unwrap();
    for path in [
        "x",
        "title.x",
        "title[0]",
        "'a.b'[3]",
        "'a.b'[-4]",
        "a.b",
        "server..port",
        "server.",
        "[",
        "[x]",
        "a b",
    ] {
        assert!(document.get(path).is_none(), "{path}");
    }
    assert_eq!(
        Path::parse("a..b").map_err(|error| error.kind()),
        Err(ErrorKind::MissingKey)
    );
    assert_eq!(
        Path::parse("a[b]").map_err(|error| error.kind()),
        Err(ErrorKind::InvalidNumber)
    );
}

#[test]
fn paths_display_as_they_parse() {
    for path in ["a.b[0][-1].c", "\"a.b\".c", "", "[0].a", "\"\""] {
        assert_eq!(
            Path::parse(path).map(|path| path.to_string()).as_deref(),
            Ok(path)
        );
    }
}

#[test]
fn views_are_two_words() {
    assert_eq!(size_of::<ValueRef<'_>>(), 2 * size_of::<usize>());
    assert_eq!(size_of::<TableRef<'_>>(), 2 * size_of::<usize>());
}

#[test]
fn spans_slice_the_source() {
    let document = parse(SOURCE).unwrap();
    let spans = |path: &str| {
        let value = document.get(path).unwrap();
        let key = value.key().map(|key| (key.raw(), key.as_str()));
        (key, value.raw())
    };
    assert_eq!(spans("title"), (Some(("title", "title")), "'x'"));
    assert_eq!(
        spans("'a.b'"),
        (Some(("\"a.b\"", "a.b")), "[1, [2, 3], {c = -1}]")
    );
    assert_eq!(spans("'a.b'[1]"), (None, "[2, 3]"));
    assert_eq!(spans("server"), (Some(("server", "server")), "[server]"));
    assert_eq!(spans("fruit[1]"), (None, "[[fruit]]"));
    assert_eq!(document.root().as_value().span(), Span::of(0, SOURCE.len()));
    let header = document
        .get("server")
        .and_then(|server| server.as_table()?.header_span());
    assert_eq!(header, Some(Span::new(42, 50)));
}

#[test]
fn iteration_is_in_file_order_and_sized() {
    let document = parse(SOURCE).unwrap();
    let root = document.root();
    assert_eq!(root.iter().len(), 4);
    assert_eq!(
        root.keys().map(|key| key.to_string()).collect::<Vec<_>>(),
        ["title", "a.b", "server", "fruit"]
    );
    let kinds: Vec<Kind> = root.values().map(|value| value.kind()).collect();
    assert_eq!(kinds, [Kind::String, Kind::Array, Kind::Table, Kind::Array]);
}

#[test]
fn documents_can_outlive_their_source() {
    let owned = {
        let source = SOURCE.to_string();
        let document = parse(&source).unwrap();
        assert_eq!(document.borrowed_source(), Some(SOURCE));
        document.into_owned()
    };
    assert_eq!(owned.borrowed_source(), None);
    assert_eq!(
        owned.get("server.port").and_then(|port| port.as_i64()),
        Some(80)
    );
}

#[test]
fn indexing_reads_owned_values() {
    let document = parse(SOURCE).unwrap();
    assert_eq!(document["server"]["port"].as_i64(), Some(80));
    assert_eq!(document["a.b"][1][0].as_i64(), Some(2));
}

#[test]
fn debug_shows_data() {
    let document = parse("a = [1, 'x']\nb.c = 1979-05-27").unwrap();
    assert_eq!(
        format!("{document:?}"),
        r#"{"a": [1, "x"], "b": {"c": 1979-05-27}}"#
    );
}

#[test]
fn integers_beyond_64_bits_are_read_where_asked_for() {
    let source = "a = 18446744073709551615\nb = -170141183460469231731687303715884105728\n"
        .to_string()
        + "c = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff\nd = 7\n"
        + "e = 340282366920938463463374607431768211456\n";
    assert_eq!(
        crate::parse(&source).unwrap_err().kind(),
        crate::ErrorKind::IntegerOutOfRange
    );
    let options = ParseOptions {
        integers: IntegerRange::Unlimited,
        ..ParseOptions::default()
    };
    let document = options.parse(&source).unwrap();
    let read = |key| {
        let value = document.get(key).unwrap();
        assert_eq!(value.kind(), Kind::Integer);
        (value.as_i64(), value.as_i128(), value.as_u128())
    };
    let max = u64::MAX;
    assert_eq!(read("a"), (None, Some(max.into()), Some(max.into())));
    assert_eq!(read("b"), (None, Some(i128::MIN), None));
    assert_eq!(read("c"), (None, None, Some(u128::MAX)));
    assert_eq!(read("d"), (Some(7), Some(7), Some(7)));
    assert_eq!(read("e"), (None, None, None));
    let text = Value::from("340282366920938463463374607431768211456");
    assert_eq!(document.to_table()["e"], text);
}

#[test]
fn lone_value_may_have_trivia_round_it_and_nothing_else() {
    let parse = |source| crate::parse_value(source).map(|lone| lone.value().to_value());
    assert_eq!(parse(" # one\n 'a' \n"), Ok(Value::from("a")));
    assert_eq!(
        parse("{ a.b = [1, {}] }").map(|value| value.to_string()),
        Ok("{ a = { b = [1, {}] } }".to_string())
    );
    let wrong = |source| parse(source).unwrap_err().to_string();
    assert_eq!(
        ["1 2", "", "a = 1", "[1"].map(wrong),
        [
            "expected the end of the line, found `2` at line 1 column 3",
            "expected a value, found the end of the line at line 1 column 1",
            "a string value needs quotes, found `a` at line 1 column 1",
            "array is not closed at line 1 column 1",
        ]
    );
}
