//! What is measured is the same edit.

use super::paths::Target;
use super::set_and_print;

#[test]
fn both_set_the_same_value() {
    let source = "# c\n[a]\nb = 1 # one\nc = \"x\"   # two\n[[d]]\ne = true\n";
    let target = Target::find(source).expect("there are values");
    assert_eq!(target.path.to_string(), "a.c");
    let expected = source.replace("\"x\"", "\"one text\"");
    assert_eq!(set_and_print(source, &target), expected);
    assert_eq!(target.set_with_toml_edit(source), Some(expected));
}
