//! The builder of serializers that lay text out otherwise.

use serde_core::Serialize;
use toml_core::encode::Newlines;

use super::style::{ArrayStyle, Layout};
use super::{Buffer, DottedKeys, Error, LiteralStrings, Serializer};

/// Spaces in front of the elements of an array that is spread over lines.
const INDENT: u8 = 4;

/// How to lay out a document.
///
/// ```
/// use toml_serde::ser::{DottedKeys, Serializer};
///
/// #[derive(serde::Serialize)]
/// struct Window {
///     size: Size,
///     colors: [&'static str; 3],
/// }
///
/// #[derive(serde::Serialize)]
/// struct Size {
///     width: u32,
///     height: u32,
/// }
///
/// let window = Window {
///     size: Size { width: 800, height: 600 },
///     colors: ["black", "white", "red"],
/// };
/// let text = Serializer::builder()
///     .dotted_keys(DottedKeys::PlainTables)
///     .array_width(20)
///     .indent(2)
///     .to_string(&window)?;
/// let expected = r#"size.width = 800
/// size.height = 600
/// colors = [
///   "black",
///   "white",
///   "red",
/// ]
/// "#;
/// assert_eq!(text, expected);
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SerializerBuilder {
    layout: Layout,
    indent: u8,
}

impl SerializerBuilder {
    /// The layout of [`to_string`](super::to_string).
    pub(super) const fn new() -> Self {
        Self {
            layout: Layout::DEFAULT,
            indent: INDENT,
        }
    }

    /// The layout of [`to_string_pretty`](super::to_string_pretty).
    pub(super) const fn pretty() -> Self {
        let mut builder = Self::new();
        builder.layout.style.arrays = ArrayStyle::Pretty;
        builder
    }

    /// Spaces in front of the elements of an array that is spread over lines, for each array that
    /// they are in; 4 unless set.
    #[must_use]
    pub fn indent(mut self, spaces: u8) -> Self {
        self.indent = spaces;
        self
    }

    /// Columns that a line with an array may have, its key and the comma behind it included.
    ///
    /// A wider array of two or more elements is spread over lines, one element on each; so is an
    /// array that holds one that is. 0 spreads all of two or more elements, `usize::MAX` none,
    /// which is the default. A column is a character.
    #[must_use]
    pub fn array_width(mut self, columns: usize) -> Self {
        self.layout.style.arrays = match u32::try_from(columns) {
            Ok(columns) => ArrayStyle::Fit { columns, indent: 0 },
            Err(_) => ArrayStyle::OneLine,
        };
        self
    }

    /// Whether strings may be written between single quotes; where that saves escapes unless set.
    #[must_use]
    pub fn literal_strings(mut self, literals: LiteralStrings) -> Self {
        self.layout.style.literals = literals;
        self
    }

    /// What becomes of the newlines in strings; kept, by strings over several lines, unless set.
    #[must_use]
    pub fn multiline_strings(mut self, newlines: Newlines) -> Self {
        self.layout.style.newlines = newlines;
        self
    }

    /// Writes tables that are nested deeper inline; the root is at 0, so 0 leaves no headers.
    ///
    /// The tables of an array are as deep as a table in its place would be, and the fields of an
    /// enum variant count as one table with the enum. No limit unless set.
    #[must_use]
    pub fn inline_depth(mut self, depth: usize) -> Self {
        self.layout.inline_depth = depth;
        self
    }

    /// Whether tables may be written as dotted keys; never unless set.
    #[must_use]
    pub fn dotted_keys(mut self, dotted_keys: DottedKeys) -> Self {
        self.layout.dotted_keys = dotted_keys;
        self
    }

    /// A serializer that appends to a buffer.
    pub fn build(self, buffer: &mut Buffer) -> Serializer<'_> {
        let mut layout = self.layout;
        if let ArrayStyle::Fit { indent, .. } = &mut layout.style.arrays {
            *indent = self.indent;
        }
        buffer.begin(layout);
        Serializer { buffer }
    }

    /// A value as a TOML document.
    ///
    /// # Errors
    /// As for [`to_string`](super::to_string).
    pub fn to_string<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Error> {
        let mut buffer = Buffer::new();
        value.serialize(self.build(&mut buffer))?;
        Ok(buffer.into_text())
    }
}
