//! What the fuzz targets check, on stable: their corpus, the inputs that once failed, and generated cases.

mod generated;
mod replay;

use std::panic::{AssertUnwindSafe, catch_unwind};

use toml_tests::fuzz::Target;

/// Runs a target, and gives a violation or a panic as a text.
fn run(target: &Target, bytes: &[u8]) -> Result<(), String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.check)(bytes)));
    outcome.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or(panic.downcast_ref::<&str>().copied());
        Err(format!("panicked: {}", text.unwrap_or("without a text")))
    })
}
