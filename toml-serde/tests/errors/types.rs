//! The types that the documents are read into.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::num::NonZeroU8;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
pub(crate) struct Config {
    title: String,
    server: Server,
    #[serde(default)]
    users: Vec<User>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Server {
    host: IpAddr,
    port: u16,
    workers: Option<NonZeroU8>,
    #[serde(default, deserialize_with = "percentage")]
    load: u8,
    mode: Option<Mode>,
}

fn percentage<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let number = u8::deserialize(deserializer)?;
    if number > 100 {
        return Err(D::Error::custom("a percentage is at most 100"));
    }
    Ok(number)
}

#[derive(Deserialize)]
pub(crate) enum Mode {
    Fast,
    Slow { delay: u8 },
    Window(u8, u8),
    Other(String),
}

#[derive(Deserialize)]
pub(crate) struct User {
    name: String,
    #[serde(flatten)]
    contact: Contact,
}

#[derive(Deserialize)]
pub(crate) struct Contact {
    email: Option<Email>,
    age: Option<u8>,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Email;

impl TryFrom<String> for Email {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.contains('@') {
            return Ok(Self);
        }
        Err(format!("`{text}` is no e-mail address, it has no `@`"))
    }
}

#[derive(Deserialize)]
pub(crate) struct Manifest {
    package: Package,
    #[serde(default)]
    dependencies: BTreeMap<String, Dependency>,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    name: String,
    source: Option<Source>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Dependency {
    Version(String),
    Registry {
        version: String,
        optional: Option<bool>,
    },
    Git {
        git: String,
        rev: Option<String>,
    },
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Source {
    Git { url: String, depth: u8 },
    Path { path: String },
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "value")]
pub(crate) enum Setting {
    Number(i64),
    Switch(bool),
}

pub(crate) type Numbers = BTreeMap<String, Vec<i8>>;
pub(crate) type Ports = BTreeMap<u16, String>;
pub(crate) type Settings = BTreeMap<String, Setting>;
pub(crate) type Pairs = BTreeMap<String, (u8, String)>;
pub(crate) type Letters = BTreeMap<String, char>;
