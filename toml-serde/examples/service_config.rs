//! A service reads its configuration, and tells all that is wrong with it at once.
//!
//! `cargo run -p toml-serde --example service_config [FILE]`; without a file, a broken one that is built in.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Deserialize;
use toml_serde::{Options, Spanned, UnknownFields, from_str_all_with};

/// The configuration of a web service.
#[derive(Debug, Deserialize)]
struct Config {
    listen: SocketAddr,
    #[serde(default = "four")]
    workers: u8,
    tls: Option<Tls>,
    #[serde(default)]
    log: Log,
    #[serde(default)]
    routes: BTreeMap<String, Route>,
}

#[derive(Debug, Deserialize)]
struct Tls {
    certificate: PathBuf,
    key: PathBuf,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Log {
    Off,
    #[default]
    Errors,
    All,
}

/// `"/static"`, or a table.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Route {
    Folder(Spanned<PathBuf>),
    Proxy {
        to: Spanned<String>,
        timeout: Option<u32>,
    },
}

fn four() -> u8 {
    4
}

const BROKEN: &str = "\
listen = 'localhost'          # a socket address needs a port
worker = 8
log = 'error'

[tls]
certificate = '/etc/tls/cert.pem'

[routes]
'/static' = './public'
'/api' = { to = 'http://127.0.0.1:9000', timeout = '5s' }
";

/// Tells what the service is going to do.
fn report(config: &Config, source: &str) {
    let Config {
        listen,
        workers,
        log,
        ..
    } = config;
    println!("listens on {listen} with {workers} workers, logs {log:?}");
    if let Some(Tls { certificate, key }) = &config.tls {
        println!(
            "encrypts with {} and {}",
            certificate.display(),
            key.display()
        );
    }
    for (route, target) in &config.routes {
        let (target, span) = match target {
            Route::Folder(path) => (path.get_ref().display().to_string(), path.span()),
            Route::Proxy { to, timeout } => {
                let seconds = timeout.unwrap_or(30);
                (format!("{to} within {seconds} s"), to.span())
            }
        };
        let line = source[..span.start].lines().count();
        println!("serves {route} from {target} (line {line})");
    }
}

fn main() -> ExitCode {
    let source = match std::env::args().nth(1) {
        None => BROKEN.to_owned(),
        Some(path) => match std::fs::read_to_string(&path) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        },
    };
    let options = Options {
        unknown_fields: UnknownFields::Deny,
        ..Options::default()
    };
    match from_str_all_with::<Config>(&source, options) {
        Ok(config) => {
            report(&config, &source);
            ExitCode::SUCCESS
        }
        Err(errors) => {
            eprintln!("{errors}");
            ExitCode::FAILURE
        }
    }
}
