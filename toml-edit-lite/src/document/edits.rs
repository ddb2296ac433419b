//! The edits of a document, each one on its own: applied and parsed at once.

use std::cmp::Ordering;

use toml_core::{Document, Value, ValueRef};

use crate::document::DocumentMut;
use crate::error::Error;
use crate::format::FormatOptions;
use crate::new_value::NewValue;
use crate::path::IntoPath;
use crate::plan::splice::Splice;
use crate::transaction::{ArrayLines, MergePolicy};

/// The document as a whole.
impl DocumentMut {
    /// Formats the document, as [`format`](crate::format()) does with its text; what
    /// [`FormatOptions::parse`] says gives way to how the document was parsed. [`patches`](Self::patches) tells what has changed.
    ///
    /// ```
    /// use toml_edit_lite::{DocumentMut, FormatOptions};
    ///
    /// let mut document = DocumentMut::parse("# mine\na=1\nb = [ 2 ]\n")?;
    /// document.fmt(&FormatOptions::default())?;
    /// assert_eq!(document.as_str(), "# mine\na = 1\nb = [2]\n");
    /// # Ok::<(), toml_edit_lite::Error>(())
    /// ```
    ///
    /// # Errors
    /// `WouldBreak`, which would be a mistake of the formatter.
    pub fn fmt(&mut self, options: &FormatOptions) -> Result<(), Error> {
        self.edit(|tx| tx.fmt(options))
    }
}

/// Tables and values.
impl DocumentMut {
    /// Sets the value at a path.
    ///
    /// A value that is there keeps its key, spacing, comments and way of writing; a table or array changes only where the
    /// new one differs. Where nothing is there, tables are made on the way, and the new key goes to the end of
    /// its table: as a line in the style of the others, a table under a header if its siblings have headers,
    /// else as dotted keys or in braces as they are.
    ///
    /// # Errors
    /// `NotATable` or `NotAnArray` where the path leads through another value; `NoSuchIndex`; `WouldBreak`.
    pub fn set(&mut self, path: impl IntoPath, value: impl Into<NewValue>) -> Result<(), Error> {
        self.edit(|tx| tx.set(path, value))
    }

    /// Adds a key to a table, before another one of its keys and the comments of that.
    ///
    /// # Errors
    /// `NoSuchKey`, `KeyExists`, `WouldBreak`.
    pub fn insert_before(
        &mut self,
        sibling: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert_before(sibling, key, value))
    }

    /// Adds a key to a table, behind another one of its keys.
    ///
    /// # Errors
    /// `NoSuchKey`, `KeyExists`, `WouldBreak`; `NoPlace` for a plain value behind a table with a header.
    pub fn insert_after(
        &mut self,
        sibling: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert_after(sibling, key, value))
    }

    /// Adds a key to a table, before the one at a 0-based index in file order, or at the end.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotATable`, `KeyExists`, `WouldBreak`.
    pub fn insert_at(
        &mut self,
        table: impl IntoPath,
        index: usize,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert_at(table, index, key, value))
    }

    /// Adds a key to a table at its alphabetical place, if the keys are sorted, else at the end.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotATable`, `KeyExists`, `WouldBreak`.
    pub fn insert_sorted(
        &mut self,
        table: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert_sorted(table, key, value))
    }

    /// Puts whole lines into a table as they are: comments, blank lines, pairs, sections whose headers name the whole path.
    ///
    /// What they say is up to the caller; nothing but the document's validity is checked. Line ends become those of
    /// the document.
    ///
    /// ```
    /// use toml_edit_lite::{DocumentMut, Splice};
    ///
    /// let mut document = DocumentMut::parse("[a]\nx = 1\n\n[a.b]\n\n[c]\n")?;
    /// document.splice("a", Splice::Body, "\n# more\ny = 2\n")?;
    /// document.splice("a", Splice::Sections, "[a.d] # new\n")?;
    /// assert_eq!(document.as_str(), "[a]\nx = 1\n\n# more\ny = 2\n\n[a.b]\n\n[a.d] # new\n\n[c]\n");
    /// # Ok::<(), toml_edit_lite::Error>(())
    /// ```
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`; `NoLines` where the item has no such place; `WouldBreak`.
    pub fn splice(&mut self, path: impl IntoPath, splice: Splice, text: &str) -> Result<(), Error> {
        self.edit(|tx| tx.splice(path, splice, text))
    }

    /// Removes an item with its lines, the comments right above and the one beside it.
    ///
    /// The table or array that it was in stays, even if nothing is left in it.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`; `IsRoot`.
    pub fn remove(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.remove(path))
    }

    /// Removes everything in a table or array.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`; `NotACollection` for a plain value.
    pub fn clear(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.clear(path))
    }

    /// Gives an item another key, in its place, in every header and dotted key that names it.
    ///
    /// # Errors
    /// `NoSuchKey`, `KeyExists`; `IsRoot`; `NoKey` for an element of an array.
    pub fn rename(&mut self, path: impl IntoPath, key: &str) -> Result<(), Error> {
        self.edit(|tx| tx.rename(path, key))
    }

    /// Sorts the keys of a table: its lines with their comments, and the sections of its tables among each other.
    ///
    /// Lines without a key stay where they are. Tables inside are not sorted.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotATable`.
    pub fn sort_keys(
        &mut self,
        table: impl IntoPath,
        compare: impl FnMut(&str, &str) -> Ordering,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.sort_keys(table, compare))
    }

    /// Moves an item with its text and comments to another place; tables are made on the way as [`set`](Self::set) does.
    ///
    /// A new path that ends in an index puts the item before that element, or at the end, of an array as it is before the
    /// move; within one array, the item gets that index.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`; `KeyExists` where the new path leads to something; `IntoItself`; `WouldBreak`.
    pub fn move_to(&mut self, path: impl IntoPath, new_path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.move_to(path, new_path))
    }

    /// Puts an item with its text and comments at another place, too; tables are made on the way as [`set`](Self::set) does.
    ///
    /// A new path that ends in an index puts it before that element, or at the end, of an array.
    ///
    /// # Errors
    /// As [`move_to`](Self::move_to).
    pub fn copy_to(&mut self, path: impl IntoPath, new_path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.copy_to(path, new_path))
    }

    /// Writes a table, or an array of tables, in braces behind a key. Its comments move above that line.
    ///
    /// # Errors
    /// `NoSuchKey`; `NotATable`; `IsRoot`; `WouldBreak`.
    pub fn to_inline(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.to_inline(path))
    }

    /// Writes a table, or an array of tables in brackets, under a header of its own, behind the other sections of its table.
    ///
    /// # Errors
    /// `NoSuchKey`; `NotATable`; `IsRoot`; `InBraces` for what stands inside of them.
    pub fn to_table(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.to_table(path))
    }

    /// Writes a table as dotted keys in the body of the one that it is in.
    ///
    /// # Errors
    /// `NoSuchKey`; `NotATable`; `IsRoot`; `InBraces` for what stands inside of them.
    pub fn to_dotted(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.to_dotted(path))
    }

    /// Lays another document over this one: keys that are new come with their comments and texts, tables are merged, and
    /// for any other value that both have, `policy` says what becomes of it.
    ///
    /// # Errors
    /// `WouldBreak`, where the other document has syntax that this one's version does not know.
    pub fn merge(&mut self, other: &Document<'_>, policy: MergePolicy) -> Result<(), Error> {
        self.edit(|tx| tx.merge(other, policy))
    }

    /// Makes the data equal to a table with the smallest change: what differs is set, what is new added, what is gone
    /// removed. Everything else stays, comments among it.
    ///
    /// # Errors
    /// `NotATable` for a value that is none; `WouldBreak`.
    pub fn update_from_value(&mut self, value: &Value) -> Result<(), Error> {
        self.edit(|tx| tx.update_from_value(value))
    }

    /// [`update_from_value`](Self::update_from_value) with anything that is `Serialize`.
    ///
    /// # Errors
    /// As there; `NotSerializable`.
    #[cfg(feature = "serde")]
    pub fn update_from<T: serde_core::Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.update_from(value))
    }
}

/// Arrays. What is said of brackets holds for `[[arrays of tables]]`, whose elements are sections.
impl DocumentMut {
    /// Adds an element to the end of an array.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`, `WouldBreak`.
    pub fn push(&mut self, array: impl IntoPath, value: impl Into<NewValue>) -> Result<(), Error> {
        self.edit(|tx| tx.push(array, value))
    }

    /// Adds an element to an array before the one at a 0-based index; an index that is the length adds to the end.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`, `NoSuchIndex`, `WouldBreak`.
    pub fn insert(
        &mut self,
        array: impl IntoPath,
        index: usize,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert(array, index, value))
    }

    /// Adds elements to an array before the one at a 0-based index; an index that is the length adds to the end.
    ///
    /// # Errors
    /// As [`insert`](Self::insert).
    pub fn insert_all<V: Into<NewValue>>(
        &mut self,
        array: impl IntoPath,
        index: usize,
        values: impl IntoIterator<Item = V>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.insert_all(array, index, values))
    }

    /// Adds an element to an array at its place, if the elements are sorted, else at the end.
    ///
    /// Numbers are compared by value, strings by their bytes, other values by how they are written.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn push_sorted(
        &mut self,
        array: impl IntoPath,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.push_sorted(array, value))
    }

    /// Removes the elements of an array that `keep` says no to.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`.
    pub fn retain(
        &mut self,
        array: impl IntoPath,
        keep: impl FnMut(ValueRef<'_>) -> bool,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.retain(array, keep))
    }

    /// Removes the elements of an array that are the same data as one before them.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`.
    pub fn dedup(&mut self, array: impl IntoPath) -> Result<(), Error> {
        self.edit(|tx| tx.dedup(array))
    }

    /// Sorts the elements of an array; those that are equal stay in order. Comments go with their elements.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`.
    pub fn sort(
        &mut self,
        array: impl IntoPath,
        compare: impl FnMut(ValueRef<'_>, ValueRef<'_>) -> Ordering,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.sort(array, compare))
    }

    /// Puts the element at `order[n]` to the place of the `n`th, both 0-based. Comments and sub-tables go along.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`; `NotAPermutation` where `order` does not name each element once.
    pub fn reorder(&mut self, array: impl IntoPath, order: &[usize]) -> Result<(), Error> {
        self.edit(|tx| tx.reorder(array, order))
    }

    /// Swaps two elements of an array by their 0-based indexes.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`, `NoSuchIndex`.
    pub fn swap(&mut self, array: impl IntoPath, one: usize, other: usize) -> Result<(), Error> {
        self.edit(|tx| tx.swap(array, one, other))
    }

    /// Puts each element of an array in brackets on a line of its own, or all on one line.
    ///
    /// # Errors
    /// `NoSuchKey`, `NotAnArray`; `CommentInTheWay` where an array with comments is to be on one line.
    pub fn set_lines(&mut self, array: impl IntoPath, lines: ArrayLines) -> Result<(), Error> {
        self.edit(|tx| tx.set_lines(array, lines))
    }
}
