//! Python's collector of cycles, which has nothing to find in what is being read.
//!
//! Before Python 3.12 it runs whenever some 700 lists and dicts are new, and looks through all that
//! there are so far; then it runs between the steps of Python's own code only.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyAny;

/// Sources of this many bytes and more may hold enough lists and dicts for it to matter.
const LEAST_SOURCE: usize = 4096;

/// Keeps the collector from running until it is dropped.
///
/// No code but ours may run meanwhile: it would do so without a collector.
pub(super) struct Pause<'py> {
    enable: Option<&'py Bound<'py, PyAny>>,
}

impl<'py> Pause<'py> {
    /// Stops the collector for a source of this many bytes, if it is running.
    pub(super) fn begin(py: Python<'py>, length: usize) -> PyResult<Self> {
        // Asking for the version takes longer than all the rest.
        static IS_EAGER: OnceLock<bool> = OnceLock::new();
        static ENABLE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        static DISABLE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        static IS_ENABLED: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let is_eager = || *IS_EAGER.get_or_init(|| py.version_info() < (3, 12));
        if length < LEAST_SOURCE || !is_eager() {
            return Ok(Self { enable: None });
        }
        if !IS_ENABLED
            .import(py, "gc", "isenabled")?
            .call0()?
            .is_truthy()?
        {
            return Ok(Self { enable: None });
        }
        DISABLE.import(py, "gc", "disable")?.call0()?;
        let enable = Some(ENABLE.import(py, "gc", "enable")?);
        Ok(Self { enable })
    }
}

impl Drop for Pause<'_> {
    fn drop(&mut self) {
        if let Some(enable) = self.enable {
            // It takes no arguments and cannot fail.
            drop(enable.call0());
        }
    }
}
