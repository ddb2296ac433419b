//! A valid document with one statement broken: the others must still be there.

use std::io::Write as _;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use toml_core::Value;

use crate::recover;

/// Documents tried.
const CASES: u32 = 4000;

/// Of a hundred documents, how many must keep all their other statements.
const REQUIRED: u32 = 95;

/// What is done to a statement.
#[derive(Clone, Debug)]
enum Damage {
    /// The character at this share of its length is gone.
    Drop(f64),
    /// A character is added there.
    Add(f64, char),
    /// Its line end is gone.
    Join,
}

/// The text of a value, over one line or several.
fn value() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        (-5000_i64..5000).prop_map(|n| n.to_string()),
        (0..5000_u32).prop_map(|n| format!("0x{n:x}")),
        (-50.0..50.0_f64).prop_map(|x| format!("{x:.3}")),
        any::<bool>().prop_map(|b| b.to_string()),
        "[a-z ,:/#=.]{0,20}".prop_map(|text| format!("\"{text}\"")),
        "[a-z ,:/#=.]{0,20}".prop_map(|text| format!("'{text}'")),
        Just("\"a \\\"quoted\\\" word\"".to_string()),
        Just("1979-05-27T07:32:00Z".to_string()),
        Just("\"\"\"\nseveral\nlines\n\"\"\"".to_string()),
    ];
    let array = |items: Vec<String>| format!("[{}]", items.join(", "));
    let lines = |items: Vec<String>| format!("[\n    {},\n]", items.join(",\n    "));
    let table = |items: Vec<String>| {
        let pairs = items
            .iter()
            .enumerate()
            .map(|(at, item)| format!("k{at} = {item}"));
        format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
    };
    let plain = || "[a-z0-9]{1,8}".prop_map(|text| format!("\"{text}\""));
    let items = || {
        prop::collection::vec(
            prop_oneof![plain(), (0..99_u8).prop_map(|n| n.to_string())],
            1..5,
        )
    };
    prop_oneof![
        6 => scalar,
        2 => items().prop_map(array),
        1 => items().prop_map(lines),
        2 => items().prop_map(table),
    ]
}

fn damage() -> impl Strategy<Value = Damage> {
    let extra = prop::sample::select("\"'[]{}=,.#x1 \\".chars().collect::<Vec<_>>());
    prop_oneof![
        (0.0..1.0_f64).prop_map(Damage::Drop),
        (0.0..1.0_f64, extra).prop_map(|(at, extra)| Damage::Add(at, extra)),
        Just(Damage::Join),
    ]
}

/// Breaks a statement, whose text ends with a newline.
fn apply(damage: &Damage, statement: &str) -> String {
    let place = |share: f64| {
        let count = statement.chars().count() - 1;
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "short texts"
        )]
        let nth = (share * count as f64) as usize;
        statement.char_indices().nth(nth).map_or(0, |(at, _)| at)
    };
    let mut text = statement.to_string();
    match damage {
        Damage::Drop(share) => drop(text.remove(place(*share))),
        Damage::Add(share, extra) => text.insert(place(*share), *extra),
        Damage::Join => drop(text.pop()),
    }
    text
}

/// A document of statements in three tables; each statement with the path of its key.
fn statements(values: &[String]) -> Vec<(String, String)> {
    let statement = |(at, value): (usize, &String)| {
        let path = format!("t{}.key{at}", at % 3);
        (path, format!("key{at} = {value}\n"))
    };
    let mut all: Vec<_> = values.iter().enumerate().map(statement).collect();
    all.sort_by_key(|(path, _)| path[..2].to_string());
    all
}

/// The document, with the text of one statement replaced.
fn document(statements: &[(String, String)], broken: usize, text: &str) -> String {
    let mut source = String::new();
    let mut table = "";
    for (at, (path, statement)) in statements.iter().enumerate() {
        if path[..2] != *table {
            table = &path[..2];
            source.extend(["\n[", table, "]\n"]);
        }
        source += if at == broken { text } else { statement };
    }
    source
}

/// Whether all statements but the broken one are read as from the whole document.
///
/// A statement that the damage has joined with the next takes that one along.
fn others_survive(statements: &[(String, String)], broken: usize, damage: &Damage) -> bool {
    let whole = document(statements, broken, &statements[broken].1);
    let (whole, errors) = recover(&whole);
    assert_eq!(errors, []);
    let source = document(statements, broken, &apply(damage, &statements[broken].1));
    let (found, _) = recover(&source);
    let concerned = match damage {
        Damage::Join => broken..broken + 2,
        _ => broken..broken + 1,
    };
    let value =
        |document: &toml_core::Document<'_>, path: &str| document.get(path).map(Value::from);
    statements.iter().enumerate().all(|(at, (path, _))| {
        concerned.contains(&at) || value(&found, path) == value(&whole, path)
    })
}

#[test]
fn one_broken_statement_leaves_the_others() {
    let mut runner = TestRunner::deterministic();
    let strategy = (
        prop::collection::vec(value(), 4..14),
        any::<prop::sample::Index>(),
        damage(),
    );
    let mut survived = 0;
    for _ in 0..CASES {
        let tree = strategy
            .new_tree(&mut runner)
            .expect("the strategy filters nothing");
        let (values, broken, damage) = tree.current();
        let statements = statements(&values);
        let broken = broken.index(statements.len());
        survived += u32::from(others_survive(&statements, broken, &damage));
    }
    let _ = writeln!(
        std::io::stderr(),
        "recovery: {survived} of {CASES} documents with one broken statement keep all others"
    );
    assert!(survived * 100 >= CASES * REQUIRED, "{survived} of {CASES}");
}
