//! What the service wants to know, and the layers that tell it.

use std::path::Path;

use serde::Deserialize;
use toml_serde::UnknownFields;
use toml_serde::config::{Config, RelativePathBuf, Secret};

/// The configuration of the service.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is shown only")]
pub(crate) struct Settings {
    name: String,
    log: Level,
    server: Server,
    database: Database,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Info,
    Debug,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is shown only")]
struct Server {
    address: String,
    port: u16,
    workers: u8,
    tls: Option<Tls>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is shown only")]
struct Tls {
    certificate: RelativePathBuf,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is shown only")]
struct Database {
    url: String,
    password: Secret<String>,
}

/// Which files are read.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    Config,
    /// Files with mistakes.
    Broken,
}

/// The layers below variables and overrides.
pub(crate) fn config(folder: &Path, which: Which) -> Config {
    let (defaults, name) = match which {
        Which::Config => (include_str!("defaults.toml"), "config"),
        Which::Broken => (include_str!("broken/defaults.toml"), "broken"),
    };
    Config::new()
        .text("defaults.toml", defaults)
        .file(folder.join(name).join("app.toml"))
        .optional_file(folder.join(name).join("local.toml"))
        .rename("server.bind", "server.address", "2.0")
        .unknown_fields(match which {
            Which::Config => UnknownFields::Collect,
            Which::Broken => UnknownFields::Deny,
        })
}
