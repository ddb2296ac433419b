//! Where values and keys may stand in the source.

use toml_core::{
    ArrayForm, Document, IntegerBase, KeyRef, Kind, ParseOptions, Span, StringForm, TableForm,
    TableRef, ValueRef, Version,
};

use super::ensure;

/// Checks every span of a document, the raw text at it, and lookup by key.
///
/// Keys and values lie inside their inline parents and never overlap, a key stands before its
/// value with only `=` between them, siblings are in file order, and the raw text of a scalar or a
/// key reads as the same scalar or key by itself.
///
/// # Errors
/// The first violation.
pub fn check_spans(document: &Document<'_>, version: Version) -> Result<(), String> {
    let source = document.source();
    let root = document.root();
    let bom = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let whole = Span::new(bom, source.len() as u32);
    ensure!(
        root.as_value().span() == whole,
        "the root is at {}",
        root.as_value().span()
    );
    ensure!(
        root.form() == TableForm::Root,
        "the root is {:?}",
        root.form()
    );
    let check = Check {
        source,
        options: ParseOptions {
            version,
            max_depth: ParseOptions::MAX_DEPTH_LIMIT,
            ..ParseOptions::default()
        },
    };
    let mut places = Vec::new();
    check.table(root, whole, &mut places)?;
    disjoint(places)
}

/// One run over a document.
struct Check<'d> {
    source: &'d str,
    options: ParseOptions,
}

impl<'d> Check<'d> {
    /// Checks the entries of a table that stand in the same inline table, or in no inline value.
    ///
    /// `places` collects what stands there: keys with their values, and headers.
    fn table(
        &self,
        table: TableRef<'d>,
        within: Span,
        places: &mut Vec<Span>,
    ) -> Result<(), String> {
        let mut before = 0;
        for (key, value) in table {
            self.key(key, within)?;
            ensure!(
                before <= key.span().start,
                "key `{}` stands out of order",
                key.raw()
            );
            before = key.span().end;
            let found = table.get(&key).map(ValueRef::span);
            ensure!(
                found == Some(value.span()),
                "lookup of key `{}` finds {found:?}",
                key.raw()
            );
            self.value(value, within, places)?;
        }
        ensure!(
            table.iter().count() == table.len(),
            "a table of {} items lies",
            table.len()
        );
        Ok(())
    }

    /// Checks a value that stands in the source range `within`.
    fn value(
        &self,
        value: ValueRef<'d>,
        within: Span,
        places: &mut Vec<Span>,
    ) -> Result<(), String> {
        let span = value.span();
        ensure!(
            self.source.get(span.range()) == Some(value.raw()),
            "raw text is not at {span}"
        );
        ensure!(within.contains(span), "{span} is not within {within}");
        match (value.array_form(), value.table_form()) {
            (None, None) => {
                places.push(self.entry(value)?);
                self.scalar(value)
            }
            (Some(ArrayForm::Inline), _) => {
                places.push(self.entry(value)?);
                self.inline_array(value)
            }
            (_, Some(TableForm::Inline)) => {
                places.push(self.entry(value)?);
                let mut places = Vec::new();
                let table = value.as_table().ok_or("an inline table is none")?;
                self.table(table, inside(value, "{", "}")?, &mut places)?;
                disjoint(places)
            }
            (Some(ArrayForm::OfTables), _) => self.array_of_tables(value, within, places),
            (_, Some(form)) => self.open_table(value, form, within, places),
        }
    }

    /// A table that is made of headers or dotted keys, and has no extent of its own.
    fn open_table(
        &self,
        value: ValueRef<'d>,
        form: TableForm,
        within: Span,
        places: &mut Vec<Span>,
    ) -> Result<(), String> {
        if form == TableForm::Header {
            let quotes = if value.key().is_some() {
                ("[", "]")
            } else {
                ("[[", "]]")
            };
            inside(value, quotes.0, quotes.1)?;
            places.push(value.span());
        } else {
            let key = value.key().map(KeyRef::span);
            ensure!(
                key == Some(value.span()),
                "a table without header is not at its key {key:?}"
            );
        }
        let table = value.as_table().ok_or("a table is none")?;
        self.table(table, within, places)
    }

    fn array_of_tables(
        &self,
        value: ValueRef<'d>,
        within: Span,
        places: &mut Vec<Span>,
    ) -> Result<(), String> {
        let array = value.as_array().ok_or("an array of tables is none")?;
        let first = array.get(0).map(ValueRef::span);
        ensure!(
            first == Some(value.span()),
            "an array of tables is not at its first header"
        );
        let mut before = 0;
        for element in array {
            ensure!(
                element.table_form() == Some(TableForm::Header),
                "an element has no header"
            );
            ensure!(
                before <= element.span().start,
                "element {} stands out of order",
                element.span()
            );
            before = element.span().end;
            self.value(element, within, places)?;
        }
        Ok(())
    }

    fn inline_array(&self, value: ValueRef<'d>) -> Result<(), String> {
        let within = inside(value, "[", "]")?;
        let array = value.as_array().ok_or("an inline array is none")?;
        let mut places = Vec::new();
        for element in array {
            ensure!(element.key().is_none(), "an element has a key");
            self.value(element, within, &mut places)?;
        }
        ensure!(
            array.len() == places.len(),
            "an array of {} elements lies",
            array.len()
        );
        ensure!(
            places.is_sorted(),
            "elements of {} stand out of order",
            value.span()
        );
        disjoint(places)
    }

    /// The place of a value together with its key, and what is between them.
    fn entry(&self, value: ValueRef<'d>) -> Result<Span, String> {
        let Some(key) = value.key() else {
            return Ok(value.span());
        };
        let (start, end) = (key.span().end, value.span().start);
        ensure!(
            start < end,
            "key {} does not stand before value {}",
            key.span(),
            value.span()
        );
        let between = &self.source[Span::new(start, end).range()];
        ensure!(
            between.trim_matches([' ', '\t']) == "=",
            "{between:?} is between key and value"
        );
        Ok(Span::new(key.span().start, value.span().end))
    }

    fn key(&self, key: KeyRef<'d>, within: Span) -> Result<(), String> {
        let span = key.span();
        ensure!(within.contains(span), "key {span} is not within {within}");
        ensure!(
            self.source.get(span.range()) == Some(key.raw()),
            "raw key is not at {span}"
        );
        if let Some(text) = key.text_span() {
            ensure!(
                &self.source[text.range()] == key.as_str(),
                "key text is not at {text}"
            );
        }
        let alone = format!("{} = 1", key.raw());
        let again = self
            .options
            .parse(&alone)
            .map_err(|error| format!("{alone:?}: {error}"))?;
        let read = again
            .root()
            .keys()
            .next()
            .map(|again| again.as_str().to_string());
        ensure!(
            read.as_deref() == Some(key.as_str()),
            "key {alone:?} reads as {read:?}"
        );
        Ok(())
    }

    fn scalar(&self, value: ValueRef<'d>) -> Result<(), String> {
        check_form(value)?;
        if let Some(text) = value.text_span() {
            ensure!(
                value.span().contains(text),
                "text {text} is not within {}",
                value.span()
            );
            ensure!(
                Some(&self.source[text.range()]) == value.as_str(),
                "text is not at {text}"
            );
        }
        let alone = format!("x = {}", value.raw());
        let again = self
            .options
            .parse(&alone)
            .map_err(|error| format!("{alone:?}: {error}"))?;
        let again = again.root().get("x").ok_or("a key is lost")?;
        let same = super::same_value(&again.to_value(), &value.to_value());
        ensure!(same, "{alone:?} reads as {again:?}");
        ensure!(
            again.raw() == value.raw(),
            "{alone:?} has other raw text, {}",
            again.raw()
        );
        Ok(())
    }
}

/// The raw text begins as its form says.
fn check_form(value: ValueRef<'_>) -> Result<(), String> {
    let start = match (value.kind(), value.string_form(), value.integer_base()) {
        (Kind::String, Some(StringForm::Basic), _) => "\"",
        (Kind::String, Some(StringForm::Literal), _) => "'",
        (Kind::String, Some(StringForm::MultilineBasic), _) => "\"\"\"",
        (Kind::String, Some(StringForm::MultilineLiteral), _) => "'''",
        (Kind::Integer, _, Some(IntegerBase::Hexadecimal)) => "0x",
        (Kind::Integer, _, Some(IntegerBase::Octal)) => "0o",
        (Kind::Integer, _, Some(IntegerBase::Binary)) => "0b",
        (Kind::Integer, _, Some(IntegerBase::Decimal))
        | (Kind::Float | Kind::Boolean | Kind::Datetime, ..) => "",
        other => return Err(format!("{other:?} is the form of {}", value.raw())),
    };
    ensure!(
        value.raw().starts_with(start),
        "{} does not start with {start}",
        value.raw()
    );
    Ok(())
}

/// The source range between the brackets of a value.
fn inside(value: ValueRef<'_>, open: &str, close: &str) -> Result<Span, String> {
    let (span, raw) = (value.span(), value.raw());
    let between = raw
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close));
    ensure!(
        between.is_some(),
        "{raw:?} does not stand between {open} and {close}"
    );
    let brackets = open.len() as u32;
    Ok(Span::new(span.start + brackets, span.end - brackets))
}

/// No two places share a byte.
fn disjoint(mut places: Vec<Span>) -> Result<(), String> {
    places.sort_unstable();
    match places.windows(2).find(|pair| pair[0].end > pair[1].start) {
        Some(pair) => Err(format!("{} and {} overlap", pair[0], pair[1])),
        None => Ok(()),
    }
}
