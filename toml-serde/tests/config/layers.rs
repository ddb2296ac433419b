//! Which layers there are, and in which order they win.

use serde::{Deserialize, Serialize};
use toml_serde::Version;
use toml_serde::config::{Config, Discover, Layer, Stop};

use crate::{Folder, merged};

#[derive(Serialize)]
struct Defaults {
    host: &'static str,
    port: u16,
    proxy: Option<&'static str>,
}

const DEFAULTS: Defaults = Defaults {
    host: "localhost",
    port: 80,
    proxy: None,
};

#[test]
fn defaults_are_what_the_value_has() {
    let config = Config::new().defaults(&DEFAULTS).expect("a table");
    assert_eq!(merged(&config), "host = \"localhost\"\nport = 80\n");
}

#[test]
fn defaults_that_are_no_table_are_an_error() {
    let error = Config::new().defaults(&1).expect_err("an integer");
    assert_eq!(
        error.to_string(),
        toml_serde::to_string(&1)
            .expect_err("an integer")
            .to_string()
    );
}

#[test]
fn later_layers_win() {
    let folder = Folder::with(&[("a.toml", "host = 'a'\nport = 1"), ("b.toml", "port = 2")]);
    let config = Config::new()
        .defaults(&DEFAULTS)
        .expect("a table")
        .file(folder.path("a.toml"))
        .file(folder.path("b.toml"));
    assert_eq!(merged(&config), "host = \"a\"\nport = 2\n");
    let reversed = Config::new()
        .file(folder.path("b.toml"))
        .file(folder.path("a.toml"))
        .defaults(&DEFAULTS)
        .expect("a table");
    assert_eq!(merged(&reversed), "port = 80\nhost = \"localhost\"\n");
}

#[test]
fn optional_file_need_not_be_there() {
    let folder = Folder::with(&[]);
    let config = Config::new()
        .text("x", "a = 1")
        .optional_file(folder.path("a.toml"));
    assert_eq!(merged(&config), "a = 1\n");
    folder.write("a.toml", "a = 2");
    assert_eq!(merged(&config), "a = 2\n");
}

#[test]
fn first_file_is_the_first_that_is_there() {
    let folder = Folder::with(&[("b.toml", "a = 'b'"), ("c.toml", "a = 'c'")]);
    let paths = ["a.toml", "b.toml", "c.toml"].map(|name| folder.path(name));
    let config = Config::new().first_file(paths);
    assert_eq!(merged(&config), "a = \"b\"\n");
    let none = Config::new().first_file([folder.path("x.toml"), folder.path("y.toml")]);
    assert_eq!(merged(&none), "");
}

#[test]
fn folder_is_read_in_the_order_of_names() {
    let folder = Folder::with(&[
        ("conf.d/20-b.toml", "last = 'b'\nb = 1"),
        ("conf.d/10-a.toml", "last = 'a'\na = 1"),
        ("conf.d/.hidden.toml", "last = 'hidden'"),
        ("conf.d/30-c.conf", "last = 'conf'"),
        ("conf.d/40-d.toml/nested.toml", "last = 'nested'"),
    ]);
    let config = Config::new().folder(folder.path("conf.d"));
    assert_eq!(merged(&config), "last = \"b\"\na = 1\nb = 1\n");
    let loaded = config.load().expect("a configuration");
    let files: Vec<_> = loaded.files().collect();
    assert_eq!(
        files,
        [
            folder.path("conf.d/10-a.toml"),
            folder.path("conf.d/20-b.toml")
        ]
    );
    assert_eq!(merged(&Config::new().folder(folder.path("no.d"))), "");
}

#[test]
fn profile_chooses_files() {
    let folder = Folder::with(&[
        ("app.dev.toml", "a = 'dev'"),
        ("app.prod.toml", "a = 'prod'"),
    ]);
    let config = Config::new()
        .text("x", "a = 'none'")
        .file(folder.path("app.{profile}.toml"));
    assert_eq!(merged(&config), "a = \"none\"\n");
    assert_eq!(merged(&config.clone().profile("dev")), "a = \"dev\"\n");
    assert_eq!(merged(&config.clone().profile("prod")), "a = \"prod\"\n");
    let errors = config.profile("test").load().expect_err("no such file");
    assert_eq!(
        folder.shorten(&errors.to_string()),
        "file app.test.toml not found"
    );
}

#[test]
fn discovery_takes_the_nearest_and_stops_at_the_repository() {
    let folder = Folder::with(&[
        ("app.toml", "a = 'outside'"),
        ("repo/.git/HEAD", ""),
        ("repo/src/deep/x", ""),
    ]);
    let start = folder.path("repo/src/deep");
    let discover = Discover::new("app.toml")
        .starting_in(&start)
        .home(folder.path("elsewhere"));
    assert_eq!(merged(&Config::new().discover(discover.clone())), "");
    assert_eq!(
        merged(&Config::new().discover(discover.clone().until(Stop::Root))),
        "a = \"outside\"\n"
    );
    let home = discover
        .clone()
        .home(folder.path("repo/src"))
        .until(Stop::Home);
    assert_eq!(merged(&Config::new().discover(home)), "");
    folder.write("repo/app.toml", "a = 'repository'");
    assert_eq!(
        merged(&Config::new().discover(discover.clone())),
        "a = \"repository\"\n"
    );
    folder.write("repo/src/app.toml", "a = 'source'");
    assert_eq!(
        merged(&Config::new().discover(discover)),
        "a = \"source\"\n"
    );
}

#[test]
fn version_is_that_of_files_and_texts() {
    let config = Config::new().text("x", "a = {\n  b = 1,\n}");
    let errors = config.load().expect_err("TOML 1.1");
    assert_eq!(errors.as_slice().len(), 1);
    assert_eq!(merged(&config.version(Version::V1_1)), "[a]\nb = 1\n");
}

#[test]
fn file_that_is_not_utf8_is_told_with_its_place() {
    let folder = Folder::with(&[]);
    std::fs::write(folder.path("a.toml"), b"a = 1\nb = \"\xff\"\n").expect("a file");
    let errors = Config::new()
        .file(folder.path("a.toml"))
        .load()
        .expect_err("no UTF-8");
    let place = errors.as_slice()[0].place().expect("a place");
    assert_eq!((place.line(), place.column()), (2, 6));
    assert_eq!(place.file(), Some(folder.path("a.toml").as_path()));
}

#[test]
fn folder_in_the_place_of_a_file_is_an_error() {
    let folder = Folder::with(&[("a.toml/x", "")]);
    let errors = Config::new()
        .optional_file(folder.path("a.toml"))
        .load()
        .expect_err("a folder");
    let text = folder.shorten(&errors.to_string());
    assert!(text.starts_with("cannot read a.toml: "), "{text}");
}

#[test]
fn everything_is_read_anew_by_each_load() {
    let folder = Folder::with(&[("a.toml", "a = 1")]);
    let config = Config::new().file(folder.path("a.toml"));
    assert_eq!(merged(&config), "a = 1\n");
    folder.write("a.toml", "a = 2");
    assert_eq!(merged(&config), "a = 2\n");
}

#[test]
fn values_are_borrowed_from_what_was_loaded() {
    #[derive(Deserialize)]
    struct Borrowed<'c> {
        name: &'c str,
        escaped: &'c str,
        variable: &'c str,
    }

    let loaded = Config::new()
        .text("x", "name = 'n'\nescaped = \"a\\tb\"")
        .set("variable=v")
        .load()
        .expect("a configuration");
    let borrowed: Borrowed<'_> = loaded.extract().expect("all keys");
    assert_eq!(
        (borrowed.name, borrowed.escaped, borrowed.variable),
        ("n", "a\tb", "v")
    );
}

#[test]
fn layers_say_what_they_are() {
    let layers = [
        (Layer::Text("defaults".into()), "defaults"),
        (Layer::File("a/b.toml".into()), "a/b.toml"),
        (
            Layer::Variable("APP__A".into()),
            "environment variable APP__A",
        ),
        (Layer::Override("a=1".into()), "override 'a=1'"),
    ];
    for (layer, text) in layers {
        assert_eq!(layer.to_string(), text);
    }
}
