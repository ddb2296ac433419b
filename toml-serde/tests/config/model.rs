//! Any layers, merged as a plain model of maps merges them; and the origin of each value decodes to that value.

use proptest::prelude::*;
use toml_serde::config::{Config, Loaded};
use toml_serde::{Table, Value};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::from),
        "[a-z\\\\\"é\n ]{0,6}".prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-1e6..1e6).prop_map(Value::from),
        Just(Value::from(
            "1979-05-27"
                .parse::<toml_serde::value::Datetime>()
                .expect("a date")
        )),
    ]
}

/// Few keys, so that layers meet.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![Just("a"), Just("b"), Just("c-d"), Just("e f"), Just("é")].prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|entries| Value::Table(entries.into_iter().collect())),
        ]
    })
}

fn layer() -> impl Strategy<Value = Table> {
    prop::collection::vec((key(), value()), 0..5).prop_map(|entries| entries.into_iter().collect())
}

/// What a layer does to what is there.
fn merge(into: &mut Table, layer: &Table) {
    for (key, value) in layer {
        match (into.get_mut(key.as_str()), value) {
            (Some(Value::Table(into)), Value::Table(layer)) => merge(into, layer),
            (Some(there), value) => *there = value.clone(),
            (None, value) => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
}

/// A configuration in which any type may change.
fn config(layers: &[Table]) -> Config {
    let mut config = Config::new();
    let mut paths = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        config = config.text(format!("layer {at}"), layer.to_string());
        collect_paths(layer, "", &mut paths);
    }
    paths
        .iter()
        .fold(config, |config, path| config.allow_type_change(path))
}

fn collect_paths(table: &Table, prefix: &str, paths: &mut Vec<String>) {
    for (key, value) in table {
        let mut path = prefix.to_owned();
        if !path.is_empty() {
            path.push('.');
        }
        toml_core::encode::encode_key(key, &mut path);
        if let Value::Table(table) = value {
            collect_paths(table, &path, paths);
        }
        paths.push(path);
    }
}

/// The origin of each value that is no table is the text of that value.
fn check_origins(loaded: &Loaded, value: &Value, path: &str) {
    if let Value::Table(table) = value {
        for (key, value) in table {
            let mut inner = path.to_owned();
            if !path.is_empty() {
                inner.push('.');
            }
            toml_core::encode::encode_key(key, &mut inner);
            check_origins(loaded, value, &inner);
        }
        return;
    }
    let origin = loaded.origin(path).expect("an origin");
    let raw = origin.place().raw();
    let is_array_of_tables = raw.starts_with("[[") && raw.ends_with("]]");
    if !is_array_of_tables || !value.is_array() {
        let found = toml_core::parse_value(raw)
            .expect("a value")
            .value()
            .to_value();
        assert_eq!(&found, value, "{path}");
    }
    if let Value::Array(elements) = value {
        for (at, element) in elements.iter().enumerate() {
            check_origins(loaded, element, &format!("{path}[{at}]"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn layers_merge_as_maps_do(layers in prop::collection::vec(layer(), 0..5)) {
        let mut expected = Table::new();
        for layer in &layers {
            merge(&mut expected, layer);
        }
        let loaded = config(&layers).load().expect("layers");
        prop_assert_eq!(loaded.to_table(), expected.clone());
        prop_assert_eq!(loaded.extract::<Table>().expect("values"), expected.clone());
        check_origins(&loaded, &Value::Table(expected.clone()), "");
        let explained: Table = toml_serde::from_str(&loaded.explain()).expect("TOML");
        prop_assert_eq!(explained, expected);
    }

    #[test]
    fn any_texts_and_overrides_do_not_panic(
        texts in prop::collection::vec("[a-b=.\\[\\]{}\"'#\\$\\\\@ \n0-1]{0,24}", 0..4),
        overrides in prop::collection::vec("[a-b=.\\[\\]{}\"'\\$ 0-1-]{0,12}", 0..4),
    ) {
        let variables = toml_serde::config::Variables::new([("a", "b")]);
        let config = texts.iter().fold(Config::new(), |config, text| config.text("x", text.as_str()));
        let config = config.set_all(overrides).append("a").merge_by("b", "a").rename("a.b", "b.a", "1").interpolate(variables);
        match config.extract::<Table>() {
            Ok(table) => drop(table),
            Err(errors) => prop_assert!(!errors.to_string().is_empty()),
        }
        if let Ok(loaded) = config.load() {
            prop_assert!(toml_serde::from_str::<Table>(&loaded.explain()).is_ok());
        }
    }
}
