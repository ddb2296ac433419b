//! Rules from the explanations of `toml-core`.

use std::fmt::Write as _;

use toml_core::{ErrorKind, Example};

use super::log::{Configuration, Level, Rule, Text};
use crate::render::{printable, sentence};

/// The rule of a kind of error.
pub(super) fn of(kind: ErrorKind) -> Rule {
    let explanation = kind.explanation();
    Rule {
        id: kind.code(),
        name: pascal_case(kind.code()),
        short_description: Text::plain(sentence(explanation.summary)),
        full_description: Text::plain(explanation.rule),
        help_uri: explanation.section.map(|section| section.url),
        help: help(kind),
        default_configuration: Configuration {
            level: Level::Error,
        },
    }
}

/// The rule with its examples, as plain text and as Markdown.
fn help(kind: ErrorKind) -> Text {
    let explanation = kind.explanation();
    let mut text = explanation.rule.to_string();
    if kind.is_valid_in_1_1() {
        text.push_str("\n\nTOML 1.1 accepts it.");
    }
    let mut markdown = text.clone();
    if let Some(Example { wrong, right }) = explanation.example {
        let wrong = printable(&String::from_utf8_lossy(wrong));
        // Writing to a string cannot fail.
        for (heading, code) in [("Wrong:", &*wrong), ("Right:", right)] {
            let _ = write!(text, "\n\n{heading}\n{}", code.trim_end());
            let _ = write!(markdown, "\n\n{heading}\n\n```toml\n{code}```");
        }
    }
    if let Some(section) = explanation.section {
        let (name, url) = (section.name, section.url);
        let _ = write!(text, "\n\nSpecification: {name}, {url}");
        let _ = write!(markdown, "\n\nSpecification: [{name}]({url})");
    }
    Text {
        text,
        markdown: Some(markdown),
    }
}

/// `DuplicateKey` for `toml::duplicate-key`.
fn pascal_case(code: &str) -> String {
    let words = code.trim_start_matches("toml::").split('-');
    let capitalised = words.flat_map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        [first.to_ascii_uppercase(), rest.to_string()]
    });
    capitalised.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_from_explanation() {
        let rule = of(ErrorKind::NullValue);
        assert_eq!((rule.id, &*rule.name), ("toml::null-value", "NullValue"));
        assert_eq!(rule.short_description.text, "A null value.");
        assert_eq!(
            rule.help.markdown.as_deref().unwrap_or_default(),
            "TOML has no value for nothing. Leave out the key, and let the program use its \
             default.\n\nWrong:\n\n```toml\nproxy = null\nport = 80\n```\n\nRight:\n\n```toml\n\
             port = 80\n```\n\nSpecification: \
             [Key/Value Pair](https://toml.io/en/v1.0.0#keyvalue-pair)"
        );
        assert_eq!(of(ErrorKind::EscapeSince1_1).name, "EscapeSince11");
    }
}
