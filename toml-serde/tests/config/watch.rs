//! Configurations that are read again when their files change.

use std::fs;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde::Deserialize;
use toml_serde::config::{Config, Errors, WatchError, Watcher};

use crate::Folder;

/// How long a change may take to be told; a test fails after it.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Deserialize, PartialEq)]
struct Settings {
    port: u16,
    #[serde(default)]
    host: String,
}

type Changes = Receiver<Result<Arc<Settings>, Errors>>;

fn watch(config: &Config) -> (Watcher<Settings>, Changes) {
    let (sender, changes) = channel();
    let watcher = config.watch(move |change| sender.send(change).expect("a receiver"));
    (watcher.expect("a configuration"), changes)
}

/// The next change, as `port host` or the first line of the errors.
fn next(changes: &Changes) -> String {
    match changes.recv_timeout(PATIENCE).expect("a change") {
        Ok(settings) => format!("{} {}", settings.port, settings.host),
        Err(errors) => errors
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

#[test]
fn change_is_handed_over_when_it_is_valid() {
    let folder = Folder::with(&[("app.toml", "port = 1"), ("other/x", "")]);
    let config = Config::new()
        .file(folder.path("app.toml"))
        .optional_file(folder.path("local.toml"))
        .folder(folder.path("conf.d"));
    let (watcher, changes) = watch(&config);
    assert_eq!(watcher.current().port, 1);

    folder.replace("app.toml", "port = 2");
    assert_eq!(next(&changes), "2 ");
    assert_eq!(watcher.current().port, 2);

    folder.replace("app.toml", "port = 'x'");
    assert_eq!(
        next(&changes),
        "invalid type: string \"x\", expected u16 at port"
    );
    assert_eq!(watcher.current().port, 2);

    folder.replace("app.toml", "port = ");
    assert_eq!(
        next(&changes),
        "expected a value, found the end of the line at port"
    );
    assert_eq!(watcher.current().port, 2);

    folder.replace("app.toml", "port = 3");
    assert_eq!(next(&changes), "3 ");

    folder.replace("local.toml", "host = 'local'");
    assert_eq!(next(&changes), "3 local");

    folder.replace("conf.d/a.toml", "host = 'a'");
    assert_eq!(next(&changes), "3 a");

    folder.replace("conf.d/b.toml", "host = 'b'");
    assert_eq!(next(&changes), "3 b");

    fs::remove_dir_all(folder.path("conf.d")).expect("a folder");
    assert_eq!(next(&changes), "3 local");

    fs::remove_file(folder.path("app.toml")).expect("a file");
    let error = folder.shorten(&next(&changes));
    assert_eq!(error, "file app.toml not found");
    assert_eq!(watcher.current().port, 3);
}

#[test]
fn what_changes_no_text_is_not_told() {
    let folder = Folder::with(&[("app.toml", "port = 1")]);
    let (watcher, changes) = watch(&Config::new().file(folder.path("app.toml")));
    folder.replace("app.toml", "port = 1");
    folder.replace("unrelated.toml", "port = 2");
    folder.replace("app.toml", "port = 3");
    assert_eq!(next(&changes), "3 ");
    drop(watcher);
    // The callback, and with it the sender, is gone: nothing else was told.
    assert_eq!(changes.iter().count(), 0);
}

#[test]
fn configuration_that_is_wrong_to_begin_with_is_an_error() {
    let folder = Folder::with(&[("app.toml", "port = 'x'")]);
    let config = Config::new().file(folder.path("app.toml"));
    match config.watch::<Settings>(|_| {}) {
        Err(WatchError::Config(errors)) => assert_eq!(errors.as_slice().len(), 1),
        other => panic!("{other:?}"),
    }
}
