//! `[tool]`: the tools that many projects use have types of their own, all others are [`Any`].

mod coverage;
mod hatch;
mod mypy;
mod poetry;
mod pytest;
mod ruff;
mod setuptools;
mod uv;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml_spanner::Toml;

use coverage::Coverage;
use hatch::Hatch;
use mypy::Mypy;
use poetry::Poetry;
use pytest::Pytest;
use ruff::Ruff;
use setuptools::Setuptools;
use uv::Uv;

use super::super::shapes::Any;

/// The tables of all tools.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Toml)]
#[toml(Toml)]
pub(super) struct Tools {
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<Coverage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hatch: Option<Hatch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mypy: Option<Mypy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poetry: Option<Poetry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pytest: Option<Pytest>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ruff: Option<Ruff>,
    #[serde(skip_serializing_if = "Option::is_none")]
    setuptools: Option<Setuptools>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uv: Option<Uv>,
    #[serde(flatten)]
    #[toml(flatten)]
    others: BTreeMap<String, Any>,
}

/// By hand: `flatten` of serde would keep every table until the end to read it once more, while
/// that of `toml-spanner` reads what is left as it comes.
impl<'de> Deserialize<'de> for Tools {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ToolsVisitor)
    }
}

struct ToolsVisitor;

impl<'de> Visitor<'de> for ToolsVisitor {
    type Value = Tools;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of tools")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tools, A::Error> {
        let mut tools = Tools::default();
        while let Some(name) = entries.next_key::<String>()? {
            match name.as_str() {
                "coverage" => tools.coverage = Some(entries.next_value()?),
                "hatch" => tools.hatch = Some(entries.next_value()?),
                "mypy" => tools.mypy = Some(entries.next_value()?),
                "poetry" => tools.poetry = Some(entries.next_value()?),
                "pytest" => tools.pytest = Some(entries.next_value()?),
                "ruff" => tools.ruff = Some(entries.next_value()?),
                "setuptools" => tools.setuptools = Some(entries.next_value()?),
                "uv" => tools.uv = Some(entries.next_value()?),
                _ => drop(tools.others.insert(name, entries.next_value()?)),
            }
        }
        Ok(tools)
    }
}
