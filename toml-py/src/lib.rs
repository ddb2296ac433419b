//! The native half of the Python package `toml_py`.
//!
//! ```text
//!  str, bytes, file ──▶ input ──▶ toml_core::parse ──▶ read: tree to dict ──▶ Python
//!                                       │ error
//!                                       ▼
//!                                error: TOMLDecodeError
//!
//!  Mapping ──▶ write: objects as toml_core's Data ──▶ toml_core::encode::tomli_w ──▶ str, file
//! ```
//!
//! Knows both kinds of objects and nothing else: no rule of the grammar, no spelling of a value.

mod edit;
mod error;
mod input;
mod kit;
mod read;
mod write;

use pyo3::prelude::*;

/// What `toml_py` is made of; import that.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::edit::Editor;
    #[pymodule_export]
    use crate::kit::Kit;
    #[pymodule_export]
    use crate::read::{load, loads};
    #[pymodule_export]
    use crate::write::{dump, dumps};

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
