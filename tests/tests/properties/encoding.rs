//! What `encode` writes, in every format that it offers, reads as the same data.

use proptest::prelude::*;
use proptest::sample::select;
use toml_core::encode::{self, ArrayLayout, DigitCase, EncodeOptions, IntegerFormat, Newlines};
use toml_core::{Document, IntegerBase, StringForm, parse};
use toml_tests::{invariants, tagged};

use crate::{config, fail, values};

const FORMS: [StringForm; 4] = [
    StringForm::Basic,
    StringForm::Literal,
    StringForm::MultilineBasic,
    StringForm::MultilineLiteral,
];

const BASES: [IntegerBase; 4] = [
    IntegerBase::Decimal,
    IntegerBase::Hexadecimal,
    IntegerBase::Octal,
    IntegerBase::Binary,
];

/// The document `x = text`.
fn read(text: &str) -> Result<Document<'static>, TestCaseError> {
    let document = parse(&format!("x = {text}\n"))
        .map_err(|error| fail(format!("{error}: {text}")))?
        .into_owned();
    prop_assert!(document.root().len() == 1, "more than one key: {text}");
    Ok(document)
}

fn options() -> impl Strategy<Value = EncodeOptions> {
    let arrays = prop_oneof![
        Just(ArrayLayout::OneLine),
        (0_u8..9).prop_map(|indent| ArrayLayout::OnePerLine { indent }),
    ];
    let strings = select(vec![Newlines::Escape, Newlines::Keep]);
    (strings, arrays).prop_map(|(strings, arrays)| EncodeOptions { strings, arrays })
}

fn integer_format() -> impl Strategy<Value = IntegerFormat> {
    let case = select(vec![DigitCase::Lower, DigitCase::Upper]);
    (select(&BASES[..]), any::<u8>(), 0_u8..6, case).prop_map(|(base, width, group, case)| {
        IntegerFormat {
            base,
            width,
            group,
            case,
        }
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn encoded_document_reads_as_the_same_data(table in values::table()) {
        invariants::check_encode(&table).map_err(fail)?;
    }

    #[test]
    fn encoded_document_with_options_reads_as_the_same_data(table in values::table(), options in options()) {
        let text = options.encode_document(&table);
        let document = parse(&text).map_err(|error| fail(format!("{error}:\n{text}")))?;
        prop_assert!(invariants::same_table(&table, &document.to_table()), "{text}");
    }

    #[test]
    fn encoded_value_reads_as_the_same_data(value in values::value(), options in options()) {
        for text in [encode::encode_value(&value), options.encode_value(&value)] {
            let again = read(&text)?["x"].clone();
            prop_assert!(invariants::same_value(&value, &again), "{again:?} from {text}");
        }
    }

    #[test]
    fn encoded_value_is_on_one_line(value in values::value()) {
        let text = encode::encode_value(&value);
        prop_assert!(!text.contains('\n'), "{text}");
    }

    #[test]
    fn encoded_string_has_the_form_that_was_named(text in values::text(), form in select(&FORMS[..])) {
        let mut encoded = String::new();
        let taken = encode::encode_string_as(&text, form, &mut encoded);
        prop_assert_eq!(taken == form, encode::can_encode_as(&text, form));
        let document = read(&encoded)?;
        let value = document.root().get("x");
        prop_assert_eq!(value.and_then(toml_core::ValueRef::as_str), Some(text.as_str()));
        prop_assert_eq!(value.and_then(toml_core::ValueRef::string_form), Some(taken));
    }

    #[test]
    fn encoded_integer_has_the_base_that_was_named(number in any::<i64>(), format in integer_format()) {
        let mut encoded = String::new();
        encode::encode_integer_as(number, format, &mut encoded);
        let document = read(&encoded)?;
        let value = document.root().get("x");
        prop_assert_eq!(value.and_then(toml_core::ValueRef::as_i64), Some(number));
        let base = if number < 0 { IntegerBase::Decimal } else { format.base };
        prop_assert_eq!(value.and_then(toml_core::ValueRef::integer_base), Some(base));
    }

    #[test]
    fn encoded_f32_reads_as_the_same_number(bits in any::<u32>()) {
        let number = f32::from_bits(bits);
        let mut encoded = String::new();
        encode::encode_f32(number, &mut encoded);
        let document = read(&encoded)?;
        let again = document["x"].as_f64().map(|again| again as f32);
        prop_assert!(again.is_some_and(|again| again.to_bits() == bits || again.is_nan() && number.is_nan()));
    }

    #[test]
    fn tagged_json_reads_as_the_same_data(table in values::table()) {
        let again = tagged::to_table(&tagged::from_table(&table)).map_err(fail)?;
        prop_assert!(invariants::same_table(&table, &again), "{again:?}");
    }

    #[test]
    fn displayed_value_reads_as_the_same_data(value in values::value()) {
        let again = read(&value.to_string())?["x"].clone();
        prop_assert!(invariants::same_value(&value, &again), "{again:?} from {value}");
    }
}
