//! The environment in which the Python package is measured.

use crate::python::Environment;
use crate::shell::Result;

/// Installs the package of today and its peers.
pub(super) fn environment() -> Result<Environment> {
    let environment = Environment::fresh("venv-bench-python")?;
    environment.install_requirements("benches/python/requirements.txt")?;
    environment.install_package()?;
    Ok(environment)
}
