use super::{Input, Origin, all, matching};

#[test]
fn inputs_have_names_of_their_own() {
    let mut names: Vec<String> = all().into_iter().map(|input| input.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn inputs_hold_the_repository_and_every_shape() {
    let names: Vec<String> = all().into_iter().map(|input| input.name).collect();
    for name in [
        "./Cargo.lock",
        "./toml-core/Cargo.toml",
        "lock-file",
        "escapes",
    ] {
        assert!(names.iter().any(|it| it == name), "{name}");
    }
}

#[test]
fn inputs_can_be_filtered() {
    let names: Vec<String> = matching(Some("-file"))
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert!(names.contains(&"lock-file".to_string()), "{names:?}");
    assert!(!names.contains(&"escapes".to_string()), "{names:?}");
}

#[test]
fn json_writes_dates_as_strings() {
    let text = "day = 2024-02-03\n[a]\nb = [1, 2.5, true, \"x\"]".to_string();
    let json = Input::new("x", Origin::Generated, text).and_then(|input| input.json);
    // As data: the order of members depends on the features that other crates ask of serde_json.
    let found: Option<serde_json::Value> = json.and_then(|json| serde_json::from_str(&json).ok());
    let expected = serde_json::json!({"day": "2024-02-03", "a": {"b": [1, 2.5, true, "x"]}});
    assert_eq!(found, Some(expected));
}

#[test]
fn json_of_infinity_is_none() {
    let input = Input::new("x", Origin::Generated, "a = inf".to_string());
    assert_eq!(input.and_then(|input| input.json), None);
}

#[test]
fn text_that_is_not_toml_is_no_input() {
    assert!(Input::new("x", Origin::Generated, "a = ".to_string()).is_none());
}
