//! The Python package as its users get it: built by pip from the source archive into a new
//! environment, then tested there.

use crate::python::Environment;
use crate::shell::{self, Result, cargo, root, target};

/// Where the tests are, which is where their configuration is.
const TESTS: &str = "toml-py/tests";

pub(super) fn run() -> Result<()> {
    let environment = Environment::fresh("venv-test-python")?;
    environment.install_requirements("toml-py/tests/requirements.txt")?;
    environment.install_archive()?;
    test(&environment)?;
    check_types(&environment)
}

/// Runs `pytest` on all tests, with the files of toml-test.
fn test(environment: &Environment) -> Result<()> {
    let folder = target().join("toml-test");
    let mut export = cargo(&["run", "--quiet", "--package", "toml-tests"]);
    export.args(["--all-features", "--example", "export_toml_test", "--"]);
    shell::run(export.arg(&folder))?;
    let mut pytest = environment.program("python");
    pytest.args(["-m", "pytest", "--quiet", TESTS]);
    shell::run(pytest.env("TOML_TEST_FOLDER", &folder))
}

/// The stubs are those of the module, and type checkers accept the tests and the examples.
fn check_types(environment: &Environment) -> Result<()> {
    let tests = root().join(TESTS);
    let mut stubtest = environment.program("python");
    shell::run(
        stubtest
            .args(["-m", "mypy.stubtest", "toml_py"])
            .current_dir(&tests),
    )?;
    let mut mypy = environment.program("python");
    shell::run(mypy.args(["-m", "mypy", "."]).current_dir(&tests))?;
    let mut pyright = environment.program("pyright");
    pyright
        .arg("--pythonpath")
        .arg(environment.path_of("python"));
    shell::run(pyright.current_dir(&tests))
}
