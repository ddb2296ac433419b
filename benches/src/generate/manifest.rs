//! Manifests: `Cargo.toml` and `pyproject.toml`, with the comments that people leave in them.

use std::fmt::Write as _;

use super::Random;
use super::words;

/// `Cargo.toml`: a package, then dependencies and features until the size is reached.
pub(super) fn manifest(random: &mut Random, bytes: usize) -> String {
    let name = words::name(random, "-");
    let mut text = format!(
        "[package]\nname = \"{name}\"\nversion = \"{}\"\nedition = \"2024\"\ndescription = \"{}\"\nlicense = \"MIT OR Apache-2.0\"\nrepository = \"https://example.org/source\"\nreadme = \"README.md\"\nkeywords = [\"{}\", \"{}\", \"cli\"]\nrust-version = \"1.89\"\n\n[lib]\nname = \"{}\"\nbench = false\n",
        words::version(random),
        words::sentence(random, 9),
        random.pick(words::NOUNS),
        random.pick(words::ADJECTIVES),
        name.replace('-', "_"),
    );
    let mut number = 0;
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let _ = write!(text, "\n[{section}]\n");
        let end = text.len() + bytes / 5;
        while text.len() < end {
            number += 1;
            push_dependency(random, &mut text, number);
        }
    }
    text.push_str("\n[features]\ndefault = [\"std\"]\nstd = []\n");
    while text.len() < bytes {
        number += 1;
        let feature = words::name(random, "-");
        let _ = writeln!(
            text,
            "{feature}-{number} = [\"{}\", \"dep:{}\", \"{}/std\"]",
            words::name(random, "-"),
            words::name(random, "-"),
            random.pick(words::NOUNS)
        );
    }
    text.push_str(
        "\n[profile.release]\nlto = true\ncodegen-units = 1\n\n[lints]\nworkspace = true\n",
    );
    text
}

fn push_dependency(random: &mut Random, text: &mut String, number: u32) {
    if random.one_in(10) {
        let _ = writeln!(text, "# {}", words::sentence(random, 8));
    }
    let name = format!("{}{number}", words::name(random, "-"));
    let version = words::version(random);
    let _ = match random.below(6) {
        0 | 1 => writeln!(text, "{name} = \"{version}\""),
        2 => writeln!(
            text,
            "{name} = {{ version = \"{version}\", default-features = false, features = [\"{}\", \"{}\"] }}",
            random.pick(words::NOUNS),
            random.pick(words::ADJECTIVES)
        ),
        3 => writeln!(
            text,
            "{name} = {{ path = \"../{name}\", version = \"{version}\" }}"
        ),
        4 => writeln!(
            text,
            "{name} = {{ version = \"{version}\", optional = true }} # {}",
            words::sentence(random, 4)
        ),
        _ => writeln!(text, "{name}.workspace = true"),
    };
}

/// `pyproject.toml`: the project, then one tool after the other.
pub(super) fn pyproject(random: &mut Random, bytes: usize) -> String {
    let mut text = format!(
        "[build-system]\nrequires = [\"hatchling>=1.27\", \"hatch-vcs\"]\nbuild-backend = \"hatchling.build\"\n\n[project]\nname = \"{}\"\ndynamic = [\"version\"]\ndescription = '{}'\nreadme = \"README.md\"\nrequires-python = \">=3.9\"\nlicense = \"BSD-3-Clause\"\nauthors = [\n    {{ name = \"Grace Example\", email = \"grace@example.org\" }},\n]\nclassifiers = [\n    \"Development Status :: 5 - Production/Stable\",\n    \"Programming Language :: Python :: 3 :: Only\",\n    \"Typing :: Typed\",\n]\n",
        words::name(random, "-"),
        words::sentence(random, 8),
    );
    push_python_dependencies(random, &mut text, bytes / 4);
    text.push_str("\n[project.urls]\nHomepage = \"https://example.org\"\n\"Bug Tracker\" = \"https://example.org/issues\"\n");
    text.push_str("\n[tool.pytest.ini_options]\nminversion = \"8.0\"\naddopts = [\"-ra\", \"--strict-markers\", \"--cov-report=term-missing\"]\nxfail_strict = true\nfilterwarnings = [\n    \"error\",\n    'ignore:.*distutils Version classes.*:DeprecationWarning',\n]\n");
    text.push_str("\n[tool.ruff]\nline-length = 88\ntarget-version = \"py39\"\nlint.select = [\"E\", \"F\", \"I\", \"UP\", \"B\"]\n\n[tool.ruff.lint.per-file-ignores]\n");
    let end = text.len() + bytes / 6;
    while text.len() < end {
        let _ = writeln!(
            text,
            "\"src/{}/{:02x}/*.py\" = [\"E501\", \"S{}\"]  # {}",
            words::name(random, "_"),
            text.len(),
            random.between(100, 700),
            words::sentence(random, 5)
        );
    }
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        push_override(random, &mut text, number);
    }
    text
}

fn push_python_dependencies(random: &mut Random, text: &mut String, bytes: usize) {
    let end = text.len() + bytes;
    text.push_str("dependencies = [\n");
    while text.len() < end {
        let name = words::name(random, "-");
        let version = words::version(random);
        let _ = match random.below(4) {
            0 => writeln!(text, "    \"{name}>={version}; python_version < '3.11'\","),
            1 => writeln!(
                text,
                "    \"{name}[{}]~={version}\",  # {}",
                random.pick(words::NOUNS),
                words::sentence(random, 4)
            ),
            _ => writeln!(text, "    \"{name}>={version}\","),
        };
    }
    text.push_str("]\n");
}

fn push_override(random: &mut Random, text: &mut String, number: u32) {
    if random.one_in(3) {
        let module = words::name(random, "_");
        let _ = write!(
            text,
            "\n[[tool.mypy.overrides]]\nmodule = [\"{module}.*\", \"tests.{module}\"]\nignore_missing_imports = true\ndisallow_untyped_defs = false\n"
        );
    } else {
        let _ = write!(
            text,
            "\n[tool.{}{number}]\nenabled = {}\nmax-{} = {}\nexclude = [\"build\", \"docs/{}\"]\n# {}\nmode = '{}'\n",
            words::name(random, "-"),
            random.one_in(2),
            random.pick(words::NOUNS),
            random.between(1, 500),
            random.pick(words::NOUNS),
            words::sentence(random, 10),
            random.pick(words::ADJECTIVES)
        );
    }
}
