//! Virtual environments with the Python package of this repository in them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::shell::{self, Result, root, target};

/// The oldest Python that everything here runs on.
const OLDEST: (u32, u32) = (3, 11);

/// A virtual environment below the target folder.
pub(crate) struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// An empty environment, in the place of an earlier one.
    pub(crate) fn fresh(name: &str) -> Result<Self> {
        let folder = target().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
        }
        let mut create = Command::new(interpreter()?);
        shell::run(create.args(["-m", "venv"]).arg(&folder))?;
        Ok(Self { folder })
    }

    /// Builds the wheel as any user would, and installs it.
    pub(crate) fn install_package(&self) -> Result<()> {
        let mut install = self.pip_install();
        shell::run(install.arg("--no-deps").arg(root().join("toml-py")))
    }

    /// Packs the source archive that users get, and installs that.
    pub(crate) fn install_archive(&self) -> Result<()> {
        let folder = target().join("sdist");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
        }
        let mut pack = self.program("maturin");
        pack.args(["sdist", "--manifest-path"]);
        pack.arg(root().join("toml-py/Cargo.toml"));
        shell::run(pack.arg("--out").arg(&folder))?;
        let mut entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let archive = entries.next().ok_or("maturin has written no archive")?;
        let mut install = self.pip_install();
        shell::run(install.arg("--no-deps").arg(archive.path()))
    }

    /// Installs what a requirements file of this repository lists.
    pub(crate) fn install_requirements(&self, file: &str) -> Result<()> {
        shell::run(self.pip_install().arg("-r").arg(root().join(file)))
    }

    /// A program of the environment, run at the root of the repository.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.path_of(name));
        command.current_dir(root());
        command
    }

    /// Where a program of the environment is.
    pub(crate) fn path_of(&self, name: &str) -> PathBuf {
        let programs = if cfg!(windows) { "Scripts" } else { "bin" };
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.folder.join(programs).join(file)
    }

    /// `pip install`; what cargo builds for it is kept for the next time.
    fn pip_install(&self) -> Command {
        let mut command = self.program("python");
        command.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]);
        command.env("CARGO_TARGET_DIR", target().join("python"));
        command
    }
}

/// A Python that is new enough: `TOML_PYTHON` if it is set, else the first of the usual names.
fn interpreter() -> Result<PathBuf> {
    let (major, minor) = OLDEST;
    if let Some(python) = std::env::var_os("TOML_PYTHON") {
        return Ok(PathBuf::from(python));
    }
    let check = format!("import sys; sys.exit(sys.version_info < ({major}, {minor}))");
    let is_new_enough = |name: &&str| {
        let status = Command::new(name).args(["-c", &check]).status();
        status.is_ok_and(|status| status.success())
    };
    let found = ["python3", "python"].into_iter().find(is_new_enough);
    found.map(PathBuf::from).ok_or_else(|| {
        format!("Python {major}.{minor} or newer is needed, as `python3` or TOML_PYTHON")
    })
}
