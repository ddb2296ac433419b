//! The two programs of the toml-test protocol, run as processes.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value as Json, json};

const DECODER: &str = env!("CARGO_BIN_EXE_toml-test-decoder");
const ENCODER: &str = env!("CARGO_BIN_EXE_toml-test-encoder");

/// Runs a program on an input.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    // A program that rejects its arguments does not read its input.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

/// Exit code and both outputs of a program that writes text.
fn outcome(output: &Output) -> (Option<i32>, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).expect("programs write UTF-8");
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn decode(source: &str) -> Json {
    let output = run(DECODER, &[], source.as_bytes());
    let (code, stdout, stderr) = outcome(&output);
    assert_eq!((code, stderr), (Some(0), ""), "{source}");
    serde_json::from_str(stdout).expect("the decoder writes JSON")
}

#[test]
fn decoder_of_every_type_writes_tagged_json() {
    let source = "
        s = 'é'
        i = -1
        f = 1e3
        b = true
        [t]
        odt = 1979-05-27 07:32:00.5Z
        ldt = 1979-05-27T07:32:00
        d = 1979-05-27
        t = 07:32:00
        a = [1, [], {}]
        [[aot]]
    ";
    let expected = json!({
        "s": { "type": "string", "value": "é" },
        "i": { "type": "integer", "value": "-1" },
        "f": { "type": "float", "value": "1000.0" },
        "b": { "type": "bool", "value": "true" },
        "t": {
            "odt": { "type": "datetime", "value": "1979-05-27T07:32:00.5Z" },
            "ldt": { "type": "datetime-local", "value": "1979-05-27T07:32:00" },
            "d": { "type": "date-local", "value": "1979-05-27" },
            "t": { "type": "time-local", "value": "07:32:00" },
            "a": [{ "type": "integer", "value": "1" }, [], {}],
        },
        "aot": [{}],
    });
    assert_eq!(decode(source), expected);
}

#[test]
fn decoder_of_nothing_writes_an_empty_object() {
    assert_eq!(decode(""), json!({}));
}

#[test]
fn decoder_of_invalid_toml_fails_with_the_message() {
    let output = run(DECODER, &[], b"a = 1\na = 2\n");
    let expected = (Some(1), "", "duplicate key `a` at a, line 2 column 1\n");
    assert_eq!(outcome(&output), expected);
}

#[test]
fn decoder_of_bytes_that_are_not_utf_8_fails() {
    let output = run(DECODER, &[], b"a = '\xff'");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn decoder_accepts_toml_1_1_only_when_asked() {
    let source = b"a = { b = 1,\n }";
    assert_eq!(run(DECODER, &[], source).status.code(), Some(1));
    assert_eq!(
        run(DECODER, &["--toml", "1.0"], source).status.code(),
        Some(1)
    );
    let output = run(DECODER, &["--toml", "1.1"], source);
    let (code, stdout, _) = outcome(&output);
    assert_eq!(code, Some(0));
    let json: Json = serde_json::from_str(stdout).expect("the decoder writes JSON");
    assert_eq!(
        json,
        json!({ "a": { "b": { "type": "integer", "value": "1" } } })
    );
}

#[test]
fn encoder_writes_what_the_decoder_reads() {
    let json = json!({
        "a key": { "type": "string", "value": "line\nline \"quoted\" \u{1}" },
        "": { "type": "float", "value": "-inf" },
        "table": { "type": { "type": "datetime", "value": "1979-05-27T00:32:00.999999-07:00" } },
        "mixed": [{ "type": "bool", "value": "false" }, [], {}, [{ "x": {} }]],
        "tables": [{ "x": { "type": "integer", "value": "9223372036854775807" } }, {}],
    });
    let output = run(ENCODER, &["--toml", "1.1"], json.to_string().as_bytes());
    let (code, stdout, stderr) = outcome(&output);
    assert_eq!((code, stderr), (Some(0), ""));
    assert_eq!(decode(stdout), json);
}

#[test]
fn encoder_of_what_is_not_tagged_json_fails() {
    let wrong = [
        "",
        "[]",
        r#"{"a": 1}"#,
        r#"{"a": {"type": "integer", "value": "1.5"}}"#,
        r#"{"a": {"type": "date-local", "value": "07:32:00"}}"#,
        r#"{"a": {"type": "nonsense", "value": "1"}}"#,
    ];
    for input in wrong {
        let output = run(ENCODER, &[], input.as_bytes());
        let (code, stdout, stderr) = outcome(&output);
        assert_eq!((code, stdout), (Some(1), ""), "{input}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
    }
}

#[test]
fn programs_reject_arguments_that_they_do_not_know() {
    for program in [DECODER, ENCODER] {
        for arguments in [&["--toml"][..], &["--toml", "2"], &["file.toml"]] {
            let output = run(program, arguments, b"");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        }
    }
}
