//! Serde's errors as `miette` shows them.

use std::collections::BTreeMap;

use miette::{GraphicalReportHandler, GraphicalTheme};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only errors are looked at")]
enum Dependency {
    Version(String),
    Git { git: String, depth: Option<u8> },
}

fn report(source: &str) -> String {
    let error = toml_serde::from_str::<BTreeMap<String, Dependency>>(source);
    let error = error
        .expect_err("the document does not fit")
        .into_graphical();
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let mut text = String::new();
    let rendered = handler.with_width(80).render_report(&mut text, &error);
    rendered.expect("a report can be rendered");
    text
}

#[test]
fn error_is_a_diagnostic_with_its_source_and_its_reasons() {
    insta::assert_snapshot!(report(
        "one = '1'\ntwo = { git = 'https://git.test/two', depth = 'deep' }\n"
    ));
}

#[test]
fn error_of_syntax_is_a_diagnostic_with_help() {
    insta::assert_snapshot!(report("one = '1'\ntwo = 2.0.1\n"));
}
