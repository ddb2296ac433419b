//! How values are written: the choices that a [`SerializerBuilder`](super::SerializerBuilder) has.

use toml_core::StringForm;
use toml_core::encode::{Newlines, can_encode_as, choose_string_form, encode_string_by};

/// Whether strings may be written between single quotes, without escapes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LiteralStrings {
    /// `'C:\path'`, where that saves escapes.
    #[default]
    ToSaveEscapes,
    /// Never: `"C:\\path"`.
    Never,
}

/// Whether tables may be written as dotted keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DottedKeys {
    /// Never, each table has a header.
    #[default]
    Never,
    /// Tables that hold plain values and nothing else are: `point.x = 1`.
    PlainTables,
}

/// How a document is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) style: Style,
    /// Tables nested deeper are inline; the root is at 0.
    pub(super) inline_depth: usize,
    pub(super) dotted_keys: DottedKeys,
}

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) literals: LiteralStrings,
    pub(super) newlines: Newlines,
    pub(super) arrays: ArrayStyle,
}

/// How an array is spread over lines.
#[derive(Clone, Copy, Debug)]
pub(super) enum ArrayStyle {
    /// `[1, 2]`
    OneLine,
    /// One element per line where there are two or more, four spaces in front of each, however deep
    /// the arrays nest: as the crate `toml` has it.
    Pretty,
    /// One element per line where the array is wider.
    Fit {
        /// The number of columns that the line may have.
        columns: u32,
        /// Spaces in front of an element for each array that it is in.
        indent: u8,
    },
}

impl Layout {
    pub(super) const DEFAULT: Self = Self {
        style: Style::DEFAULT,
        inline_depth: usize::MAX,
        dotted_keys: DottedKeys::Never,
    };
}

impl Style {
    pub(super) const DEFAULT: Self = Self {
        literals: LiteralStrings::ToSaveEscapes,
        newlines: Newlines::Keep,
        arrays: ArrayStyle::OneLine,
    };

    #[inline]
    pub(super) fn encode_str(self, text: &str, out: &mut String) {
        encode_string_by(text, |text| self.choose_form(text), out);
    }

    /// The form of a text that has something to escape.
    #[cold]
    fn choose_form(self, text: &str) -> StringForm {
        let has_lines = self.newlines == Newlines::Keep && text.contains('\n');
        match (self.literals, has_lines) {
            (LiteralStrings::Never, false) => StringForm::Basic,
            (LiteralStrings::Never, true) => StringForm::MultilineBasic,
            (LiteralStrings::ToSaveEscapes, true) => choose_string_form(text, self.newlines),
            (LiteralStrings::ToSaveEscapes, false) => self.choose_for_line(text),
        }
    }

    /// The form of a text that is to stay on one line: the first that spares escapes, if any.
    ///
    /// Only a text with both kinds of quotes comes to three of them.
    fn choose_for_line(self, text: &str) -> StringForm {
        let form = choose_string_form(text, Newlines::Escape);
        let is_plain = self.newlines == Newlines::Keep && !text.contains(char::is_control);
        if form == StringForm::Literal || !is_plain {
            form
        } else if !text.contains('\\') && !text.contains("\"\"\"") && !text.ends_with('"') {
            StringForm::MultilineBasic
        } else if can_encode_as(text, StringForm::MultilineLiteral) && !text.ends_with('\'') {
            StringForm::MultilineLiteral
        } else {
            form
        }
    }
}
