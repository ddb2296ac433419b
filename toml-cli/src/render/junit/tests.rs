//! The report, read back with an XML parser: elements and attributes that readers document.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;

use super::*;
use crate::render::samples::{self, FILES, NORMAL, errors};

/// An element: depth, name, attributes, text.
#[derive(Debug)]
struct Element {
    depth: usize,
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

fn element(depth: usize, start: &BytesStart<'_>) -> Element {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let key = text_of(attribute.key.as_ref());
        let value = text_of(&attribute.value);
        (key, unescape(&value).expect("escapes").into_owned())
    };
    let attributes = start.attributes().map(|a| attribute(a.expect("attribute")));
    Element {
        depth,
        name: text_of(start.name().as_ref()),
        attributes: attributes.collect(),
        text: String::new(),
    }
}

fn text_of(text: impl AsRef<str>) -> String {
    text.as_ref().to_string()
}

/// All elements of a document, in their order.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut elements: Vec<Element> = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => {
                elements.push(element(depth, &start));
                depth += 1;
            }
            Event::Empty(start) => elements.push(element(depth, &start)),
            Event::End(_) => depth -= 1,
            Event::Text(text) => {
                if let Some(last) = elements.last_mut() {
                    last.text.push_str(&text_of(&*text));
                }
            }
            Event::GeneralRef(reference) => {
                let name = format!("&{};", text_of(&*reference));
                if let Some(last) = elements.last_mut() {
                    last.text.push_str(&unescape(&name).expect("an entity"));
                }
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

/// Whether XML 1.0 allows a character (production 2, `Char`).
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn junit_snapshot() {
    samples::snapshot("junit", &samples::run(&Junit::new(NORMAL)));
}

#[test]
fn junit_counts_and_attributes() {
    let xml = samples::run(&Junit::new(NORMAL));
    assert!(xml.chars().all(is_xml), "{xml}");
    let elements = elements(&xml);
    let count = |name: &str| elements.iter().filter(|e| e.name == name).count();
    assert_eq!((count("testsuites"), count("testsuite")), (1, 1));
    assert_eq!(count("testcase"), 1 + FILES.len());
    let known = [
        (
            "testsuites",
            &["errors", "failures", "name", "tests", "time"][..],
        ),
        (
            "testsuite",
            &["errors", "failures", "name", "tests", "time"],
        ),
        ("testcase", &["classname", "file", "name"]),
        ("failure", &["message", "type"]),
        ("error", &["message", "type"]),
    ];
    for element in &elements {
        let (_, attributes) = known
            .iter()
            .find(|(name, _)| *name == element.name)
            .expect("a known element");
        let found: Vec<&String> = element.attributes.keys().collect();
        assert_eq!(found, *attributes);
    }
    for suite in &elements[..2] {
        assert_eq!(suite.attributes["tests"], count("testcase").to_string());
        assert_eq!(suite.attributes["failures"], count("failure").to_string());
        assert_eq!(suite.attributes["errors"], count("error").to_string());
    }
}

#[test]
fn junit_cases_in_order() {
    let xml = samples::run(&Junit::new(NORMAL));
    let elements = elements(&xml);
    let mut elements = elements.iter().skip(2).peekable();
    let case = elements.next().expect("the missing file");
    assert_eq!(case.attributes["name"], "gone, %.toml");
    assert_eq!(elements.next().map(|e| &*e.name), Some("error"));
    for (name, source) in FILES {
        let case = elements.next().expect("a case a file");
        assert_eq!((case.depth, &*case.name), (2, "testcase"));
        assert_eq!(case.attributes["name"], visible(name));
        let errors = errors(source);
        let Some(first) = errors.first() else {
            continue;
        };
        let failure = elements.next().expect("a failure");
        assert_eq!((failure.depth, &*failure.name), (3, "failure"));
        assert_eq!(failure.attributes["type"], first.code());
        for error in &errors {
            let (at, code) = (error.start(), error.code());
            let place = format!(
                "{}:{}:{}: error[{code}]: ",
                visible(name),
                at.line,
                at.column
            );
            assert!(failure.text.contains(&place), "{}", failure.text);
        }
    }
    assert!(elements.next().is_none());
}

#[test]
fn junit_quiet_has_no_passed_cases() {
    let xml = samples::run(&Junit::new(Verbosity::Quiet));
    assert!(!xml.contains("valid.toml\""), "{xml}");
    assert!(xml.contains(&format!("tests=\"{}\"", FILES.len())), "{xml}");
}
