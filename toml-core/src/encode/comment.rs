//! Comments to text.

use alloc::string::String;

/// Appends a text as comment lines (TOML 1.0.0, "Comment").
///
/// Each line of the text becomes a line of its own, `# ` and the text without white space at its end,
/// with a newline behind it; an empty line becomes `#`. Control characters other than the tab, which
/// no comment can hold, become U+FFFD, the replacement character.
///
/// ```
/// use toml_core::encode::encode_comment;
///
/// let mut text = String::new();
/// encode_comment("Where to listen.\n\nA bell: \u{7}", &mut text);
/// assert_eq!(text, "# Where to listen.\n#\n# A bell: \u{fffd}\n");
/// ```
pub fn encode_comment(text: &str, out: &mut String) {
    for line in text.lines() {
        out.push('#');
        let line = line.trim_end();
        if !line.is_empty() {
            out.push(' ');
        }
        out.extend(line.chars().map(|character| match character {
            '\t' => character,
            _ if character.is_ascii_control() => char::REPLACEMENT_CHARACTER,
            _ => character,
        }));
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(text: &str) -> String {
        let mut out = String::new();
        encode_comment(text, &mut out);
        out
    }

    #[test]
    fn comment_of_no_lines() {
        assert_eq!(encode(""), "");
    }

    #[test]
    fn comment_with_every_kind_of_newline() {
        assert_eq!(encode("a\r\n\n b\n"), "# a\n#\n#  b\n");
    }

    #[test]
    fn comment_with_every_control_character_parses() {
        let text: String = (0..=0x9f).filter_map(char::from_u32).collect();
        let comment = encode(&text);
        assert_eq!(comment.lines().count(), 2);
        assert!(crate::parse(&comment).is_ok());
    }
}
