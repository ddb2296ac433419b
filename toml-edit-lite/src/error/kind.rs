//! The list of reasons, with their codes and words.

/// Why an edit was refused. Each variant is one thing that a caller can put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing is at the path.
    NoSuchKey,
    /// The array has no element of that index.
    NoSuchIndex,
    /// The table has a key of that name already.
    KeyExists,
    /// The path leads through, or the edit needs, a table where there is another value.
    NotATable,
    /// The path leads through, or the edit needs, an array where there is another value.
    NotAnArray,
    /// The edit needs a table or an array where there is a plain value.
    NotACollection,
    /// The edit needs a key where the item is an element of an array.
    NoKey,
    /// The item stands between brackets or braces, where no table can have a header or lines of its own.
    InBraces,
    /// The edit cannot be done with the document itself, only with what is in it.
    IsRoot,
    /// The new place is inside the item that is to be moved.
    IntoItself,
    /// The list of indexes does not name each element once.
    NotAPermutation,
    /// The value has no place there: a table with a header cannot stand before a plain value.
    NoPlace,
    /// Whole lines cannot go there: the item is in brackets or braces, or has no header or body of its own.
    NoLines,
    /// A comment inside the item would have no place in its new form.
    CommentInTheWay,
    /// The text would not be a comment: it has a newline or a control character.
    NotAComment,
    /// The item has no line of its own that a comment could stand on.
    NoCommentPlace,
    /// The path is not a dotted key with indexes.
    InvalidPath,
    /// The fragment is not a TOML value.
    InvalidFragment,
    /// The source is not a TOML document.
    InvalidDocument,
    /// The result would not be a TOML document: `rule` would be broken.
    WouldBreak {
        /// The rule of TOML that the new text would break.
        rule: toml_core::ErrorKind,
    },
    /// The value, or the path, nests deeper than any document may.
    TooDeep,
    /// The edit would change the same bytes twice; a mistake of this crate, which is caught before it does harm.
    Overlapping,
    /// The value cannot be written as TOML.
    NotSerializable,
    /// The document was not opened from a file.
    NoFile,
    /// The file is not what it was when it was opened or last saved.
    ChangedOnDisk,
    /// The operating system refused to read or write.
    Io,
}

impl ErrorKind {
    /// The stable code of the reason, such as `toml::edit::no-such-key`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSuchKey => "toml::edit::no-such-key",
            Self::NoSuchIndex => "toml::edit::no-such-index",
            Self::KeyExists => "toml::edit::key-exists",
            Self::NotATable => "toml::edit::not-a-table",
            Self::NotAnArray => "toml::edit::not-an-array",
            Self::NotACollection => "toml::edit::not-a-collection",
            Self::NoKey => "toml::edit::no-key",
            Self::InBraces => "toml::edit::in-braces",
            Self::IsRoot => "toml::edit::is-root",
            Self::IntoItself => "toml::edit::into-itself",
            Self::NotAPermutation => "toml::edit::not-a-permutation",
            Self::NoPlace => "toml::edit::no-place",
            Self::NoLines => "toml::edit::no-lines",
            Self::CommentInTheWay => "toml::edit::comment-in-the-way",
            Self::NotAComment => "toml::edit::not-a-comment",
            Self::NoCommentPlace => "toml::edit::no-comment-place",
            Self::InvalidPath => "toml::edit::invalid-path",
            Self::InvalidFragment => "toml::edit::invalid-fragment",
            Self::InvalidDocument => "toml::edit::invalid-document",
            Self::WouldBreak { .. } => "toml::edit::would-break",
            Self::TooDeep => "toml::edit::too-deep",
            Self::Overlapping => "toml::edit::overlapping",
            Self::NotSerializable => "toml::edit::not-serializable",
            Self::NoFile => "toml::edit::no-file",
            Self::ChangedOnDisk => "toml::edit::changed-on-disk",
            Self::Io => "toml::edit::io",
        }
    }

    /// The reason in one lower-case line without full stop.
    #[must_use]
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::NoSuchKey => "no such key",
            Self::NoSuchIndex => "no such index",
            Self::KeyExists => "the key exists already",
            Self::NotATable => "not a table",
            Self::NotAnArray => "not an array",
            Self::NotACollection => "neither a table nor an array",
            Self::NoKey => "an element of an array has no key",
            Self::InBraces => "a table between braces cannot have lines of its own",
            Self::IsRoot => "the document itself cannot be edited like this",
            Self::IntoItself => "an item cannot be moved into itself",
            Self::NotAPermutation => "the new order does not name each element once",
            Self::NoPlace => "a plain value cannot stand behind a table with a header",
            Self::NoLines => "the item has no lines of its own there",
            Self::CommentInTheWay => "a comment inside would have no place",
            Self::NotAComment => "a comment is one line without control characters",
            Self::NoCommentPlace => "no comment can stand there",
            Self::InvalidPath => "not a path",
            Self::InvalidFragment => "not a TOML value",
            Self::InvalidDocument => "not a TOML document",
            Self::WouldBreak { .. } => "the document would not be TOML any more",
            Self::TooDeep => "nested too deep",
            Self::Overlapping => "the edit would change the same bytes twice",
            Self::NotSerializable => "the value cannot be written as TOML",
            Self::NoFile => "the document has no file",
            Self::ChangedOnDisk => "the file has changed on disk",
            Self::Io => "the file cannot be read or written",
        }
    }

    /// What to do about it, where there is more to say than the message does.
    #[must_use]
    pub const fn help(self) -> Option<&'static str> {
        Some(match self {
            Self::NoSuchKey => "look with `contains` first, or add it with `set`",
            Self::KeyExists => "change its value with `set`, or remove it first",
            Self::CommentInTheWay => "remove the comment, or keep the item on lines of its own",
            Self::NotAComment => "give each line of a comment on its own, without `#`",
            Self::InvalidPath => "quote keys that are not bare, or give the path as segments",
            Self::NoFile => "write the text of `as_str` where it belongs",
            Self::ChangedOnDisk => "open it again, or save with `Overwrite::Always`",
            _ => return None,
        })
    }
}
