//! How one layer is put over another.

use toml_serde::config::Config;

use crate::merged;

fn layers(texts: &[&str]) -> Config {
    let numbered = texts.iter().enumerate();
    numbered.fold(Config::new(), |config, (at, text)| {
        config.text(format!("layer {at}"), *text)
    })
}

#[test]
fn tables_are_merged_key_by_key() {
    let config = layers(&[
        "a = 1\n[t]\nx = 1\ny = { p = 1, q = 2 }\n[t.z]\ndeep = true",
        "[t]\ny.q = 3\ny.r = 4\nnew = 5\n[u]\nv = 1",
        "t.z.deep = false",
    ]);
    assert_eq!(
        merged(&config),
        "a = 1\n\n[t]\nx = 1\nnew = 5\n\n[t.y]\np = 1\nq = 3\nr = 4\n\n[t.z]\ndeep = false\n\n[u]\nv = 1\n"
    );
}

#[test]
fn scalars_and_arrays_replace() {
    let config = layers(&[
        "a = [1, 2, 3]\nb = 1\n[[c]]\nx = 1\n[[c]]\nx = 2",
        "a = [4]\nb = 2\n[[c]]\nx = 3",
    ]);
    assert_eq!(merged(&config), "a = [4]\nb = 2\n\n[[c]]\nx = 3\n");
}

#[test]
fn integer_and_float_replace_each_other() {
    let config = layers(&["a = 1\nb = 1.5", "a = 1.5\nb = 1"]);
    assert_eq!(merged(&config), "a = 1.5\nb = 1\n");
}

#[test]
fn arrays_append_where_asked() {
    let config = layers(&[
        "[server]\ntags = [1, 2]\nrest = [1]",
        "[server]\ntags = [3]\nrest = [2]",
    ])
    .append("server.tags")
    .set("server.tags=[4, 5]");
    assert_eq!(
        merged(&config),
        "[server]\ntags = [1, 2, 3, 4, 5]\nrest = [2]\n"
    );
}

#[test]
fn tables_of_arrays_merge_by_a_key_where_asked() {
    let config = layers(&[
        "[[plugin]]\nname = 'a'\nlevel = 1\n[[plugin]]\nname = 'b'\n[[plugin]]\nlevel = 9",
        "[[plugin]]\nname = 'b'\nlevel = 2\n[[plugin]]\nname = 'c'\n[[plugin]]\nname = 'a'\nextra = true",
        "[[plugin]]\nname = 'c'\nlevel = 3",
    ])
    .merge_by("plugin", "name");
    assert_eq!(
        merged(&config),
        "\
[[plugin]]
name = \"a\"
level = 1
extra = true

[[plugin]]
name = \"b\"
level = 2

[[plugin]]
level = 9

[[plugin]]
name = \"c\"
level = 3
"
    );
}

#[test]
fn rules_reach_into_the_elements_of_arrays() {
    let config = layers(&[
        "s = [{ n = 1, tags = ['a'] }]",
        "s = [{ n = 1, tags = ['b'] }]",
    ])
    .merge_by("s", "n")
    .append("s.tags");
    assert_eq!(merged(&config), "[[s]]\nn = 1\ntags = [\"a\", \"b\"]\n");
}

#[test]
fn table_is_replaced_where_asked() {
    let config = layers(&["[t]\na = 1\nb = 2", "[t]\nc = 3"]).replace("t");
    assert_eq!(merged(&config), "[t]\nc = 3\n");
}

#[test]
fn type_may_change_where_allowed() {
    let config = layers(&["lto = true\n[t]\na = 1", "lto = 'thin'\nt = 1"]);
    assert_eq!(config.load().expect_err("two changes").as_slice().len(), 2);
    let config = config.allow_type_change("lto").allow_type_change("t");
    assert_eq!(merged(&config), "lto = \"thin\"\nt = 1\n");
}

#[test]
fn marker_deletes_what_was_set_before() {
    let config = layers(&[
        "a = 1\nb = 2\n[t]\nx = 1\ny = 2\n[u]\nz = 1",
        "a = '@delete'\nu = '@delete'\nnever = '@delete'\n[t]\nx = '@delete'\nw.v = '@delete'",
    ]);
    assert_eq!(merged(&config), "b = 2\n\n[t]\ny = 2\n\n[t.w]\n");
    let again = config.text("again", "a = 3\nu.z = 4");
    assert_eq!(
        merged(&again),
        "a = 3\nb = 2\n\n[t]\ny = 2\n\n[t.w]\n\n[u]\nz = 4\n"
    );
}

#[test]
fn marker_deletes_in_overrides_and_may_be_another() {
    let config = layers(&["a = 1\nb = '@delete'"]).set("a=@delete");
    assert_eq!(merged(&config), "");
    let config = layers(&["a = 1\nb = '@delete'\nc = [1, 2, 3]"]).delete_marker(Some("~"));
    assert_eq!(
        merged(&config.clone().set("a=~").set("c[1]=~")),
        "b = \"@delete\"\nc = [1, 3]\n"
    );
    assert_eq!(
        merged(
            &config
                .delete_marker(None)
                .set("a='~'")
                .allow_type_change("a")
        ),
        "a = \"~\"\nb = \"@delete\"\nc = [1, 2, 3]\n"
    );
}

#[test]
fn order_is_that_of_the_first_layer_that_has_a_key() {
    let config = layers(&["b = 1\na = 1", "c = 1\na = 2\nb = 2"]);
    assert_eq!(merged(&config), "b = 2\na = 2\nc = 1\n");
}

#[test]
fn large_tables_are_merged_like_small_ones() {
    let text = |keys: std::ops::Range<usize>, value: &str| {
        let lines: Vec<_> = keys.map(|at| format!("key-{at} = \"{value}\"\n")).collect();
        lines.concat()
    };
    let config = layers(&[
        &text(0..300, "a"),
        &text(100..400, "b"),
        &text(399..500, "c"),
    ]);
    let expected = [text(0..100, "a"), text(100..399, "b"), text(399..500, "c")];
    assert_eq!(merged(&config), expected.concat());
}

/// Keys may come in any order: each finds its place, and what is deleted is no entry.
#[test]
fn keys_in_reverse_and_in_disorder_find_their_places() {
    const KEYS: i64 = 20_000;
    let line = |key: i64, layer: i64| format!("k{key} = {}\n", key * 10 + layer);
    let delete = |key: i64| format!("k{key} = '@delete'\n");
    let first: String = (0..KEYS).map(|key| line(key, 0)).collect();
    let reverse: String = (0..KEYS).rev().step_by(2).map(|key| line(key, 1)).collect();
    let disorder: String = (0..KEYS)
        .map(|at| at * 7919 % KEYS)
        .filter(|key| key % 3 == 0)
        .map(|key| line(key, 2))
        .collect();
    let deleted: String = (0..KEYS).filter(|key| key % 5 == 0).map(delete).collect();
    let table = Config::new()
        .text("first", first)
        .text("reverse", reverse)
        .text("disorder", disorder)
        .text("deleted", deleted)
        .load()
        .unwrap()
        .to_table();
    let expected = (0..KEYS).filter(|key| key % 5 != 0).map(|key| {
        let layer = match key {
            key if key % 3 == 0 => 2,
            key if key % 2 == 1 => 1,
            _ => 0,
        };
        (format!("k{key}"), toml_serde::Value::from(key * 10 + layer))
    });
    let found: Vec<_> = table.into_iter().collect();
    assert_eq!(found, expected.collect::<Vec<_>>());
}

/// Text with escapes is kept as long as the configuration, so that it can be borrowed, too.
#[test]
fn text_with_escapes_is_borrowed_from_what_was_loaded() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Settings<'c> {
        name: &'c str,
        #[serde(borrow)]
        names: std::collections::BTreeMap<&'c str, Vec<&'c str>>,
    }

    let loaded = Config::new()
        .text(
            "first",
            "name = 'x'\nnames = {\"\\u0061\" = [\"\\u0062\", 'c']}",
        )
        .text("second", "name = \"\\u0079\"")
        .load()
        .unwrap();
    let settings: Settings<'_> = loaded.extract().unwrap();
    let names = [("a", vec!["b", "c"])].into();
    assert_eq!(settings, Settings { name: "y", names });
}
