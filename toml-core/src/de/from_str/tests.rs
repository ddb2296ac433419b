use alloc::string::ToString;

use crate::{Table, Value};

#[test]
fn document_is_a_table() {
    assert_eq!(
        "[a]\nb = 1".parse::<Table>(),
        Ok(Table::from([("a", Table::from([("b", 1)]))]))
    );
}

#[test]
fn value_is_what_stands_behind_equals() {
    assert_eq!("[1, 2]".parse::<Value>(), Ok(Value::from([1, 2])));
    assert_eq!("'a'".parse::<Value>(), Ok(Value::from("a")));
}

#[test]
fn errors_show_the_line() {
    let error = "a = 1\nb = [".parse::<Table>().unwrap_err();
    assert!(error.as_syntax().is_some());
    assert_eq!(error.to_string().lines().nth(2), Some("2 | b = ["));
    let error = "a = 1".parse::<Value>().unwrap_err();
    assert_eq!(error.to_string().lines().nth(2), Some("1 | a = 1"));
}
