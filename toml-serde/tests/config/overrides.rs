//! Overrides as `--set` has them.

use toml_serde::config::Config;

use crate::merged;

#[test]
fn value_is_toml_or_else_text() {
    let config = Config::new().set_all([
        "a=1",
        "b = \"x\" ",
        "c=x y",
        "d=[1, 'two']",
        "e.f.g=true",
        "e.\"h.i\"=1979-05-27",
        "j={ k = 1 }",
        "l=",
        "m=a=b",
        "'n=o'.p=1",
    ]);
    assert_eq!(
        merged(&config),
        "\
a = 1
b = \"x\"
c = \"x y\"
d = [1, \"two\"]
l = \"\"
m = \"a=b\"

[e]
\"h.i\" = 1979-05-27

[e.f]
g = true

[j]
k = 1

[\"n=o\"]
p = 1
"
    );
}

#[test]
fn elements_that_are_there_can_be_set() {
    let config = Config::new()
        .text("x", "a = [1, 2, 3]\n[[s]]\np = 1\n[[s]]\np = 2")
        .set_all(["a[0]=4", "a[-1]=5", "s[1].p=6", "s[0].q=7"]);
    assert_eq!(
        merged(&config),
        "a = [4, 2, 5]\n\n[[s]]\np = 1\nq = 7\n\n[[s]]\np = 6\n"
    );
}

#[test]
fn what_is_no_assignment_is_an_error_of_its_own() {
    for text in ["", "a", "=1", "a..b=1", "a b=1", "[a]", "a[0]"] {
        let errors = Config::new().set(text).load().expect_err(text);
        assert_eq!(
            errors.as_slice()[0].message(),
            "an override is a path, `=` and a value, such as `server.port=80`",
            "{text}"
        );
    }
}

#[test]
fn index_without_an_array_is_an_error() {
    let errors = Config::new().set("a[0]=1").load().expect_err("no array");
    assert_eq!(errors.as_slice()[0].message(), "there is no array");
}
