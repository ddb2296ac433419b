//! What a person sees of an error, whole.

use serde::Deserialize;
use toml_serde::UnknownFields;
use toml_serde::config::{Config, Env, Secret, Variables};

use crate::{Folder, errors_of};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is read in vain")]
struct Settings {
    name: String,
    server: Server,
    #[serde(default)]
    database: Option<Database>,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    level: Level,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is read in vain")]
struct Server {
    host: String,
    port: u16,
    #[serde(default)]
    tags: Vec<u8>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is read in vain")]
struct Database {
    user: String,
    password: Secret<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "it is read in vain")]
enum Source {
    Git { git: String },
    Path { path: String },
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    #[default]
    Info,
    Debug,
}

const DEFAULTS: &str = "name = \"app\"\n\n[server]\nhost = \"localhost\"\nport = 80\n";

fn local(text: &str) -> (Folder, Config) {
    let folder = Folder::with(&[
        ("config/default.toml", DEFAULTS),
        ("config/local.toml", text),
    ]);
    let config = Config::new()
        .file(folder.path("config/default.toml"))
        .optional_file(folder.path("config/local.toml"));
    (folder, config)
}

fn variables(list: &[(&str, &str)]) -> Env {
    Env::new("APP").variables(list.to_vec())
}

macro_rules! reports {
    ($($name:ident: $file:expr $(, |$config:ident| $change:expr)?;)*) => {$(
        #[test]
        fn $name() {
            let (folder, config) = local($file);
            $(let config = {
                let $config = config;
                $change
            };)?
            insta::assert_snapshot!(stringify!($name), errors_of::<Settings>(&folder, &config));
        }
    )*};
}

reports! {
    // Values that the type does not take, by layer.
    value_in_a_file: "# mine\n[server]\nport = \"http\"\n";
    value_in_a_variable: "", |config| config.env(variables(&[("APP__SERVER__PORT", "http")]));
    value_in_a_variable_out_of_range: "", |config| config.env(variables(&[("APP__SERVER__PORT", "80000")]));
    value_in_a_list_of_a_variable: "", |config| config.env(variables(&[("APP__SERVER__TAGS", "1, x, 3")]));
    value_in_an_override: "", |config| config.set("server.port=-1");
    value_in_defaults: "", |_config| Config::new().text("defaults", "name = 'x'\nserver = { host = 1, port = 2 }").set("name=y");
    value_in_an_array: "[server]\ntags = [\n  1,\n  'x',\n]";
    variant_in_a_variable: "", |config| config.env(variables(&[("APP__LEVEL", "verbose")]));
    variants_untagged: "[[sources]]\ngit = 1\n[[sources]]\nfile = 'x'\n";
    several_at_once: "name = 1\n[server]\nhost = true\n", |config| config
        .env(variables(&[("APP__SERVER__PORT", "http")]))
        .set("level=9");

    // Values that are missing.
    missing_everywhere: "", |_config| Config::new().text("defaults", "name = 'x'").env(variables(&[])).set("server.port=1");
    missing_and_settable_in_files: "[database]\nuser = 'me'\n";
    missing_and_misspelt: "[database]\nuser = 'me'\npasword = 1\n";
    missing_since_deleted: "[server]\nhost = \"@delete\"\n";
    missing_table: "", |_config| Config::new().text("defaults", "name = 'x'");

    // Types that change.
    type_of_a_scalar_changes: "[server]\nport = \"http\"\nhost = 1\n", |config| config.set("server.port=x");
    type_of_a_table_changes: "server = \"localhost:80\"\n";
    type_on_the_way_changes: "", |config| config.set("name.first=x");

    // What is not TOML, or not there.
    file_is_not_toml: "[server]\nport = 80 80\nhost = localhost\n[server]\n";
    file_is_missing: "", |_config| Config::new().file("nowhere/app.toml");
    override_without_a_value: "", |config| config.set("server.port");
    override_of_no_element: "[server]\ntags = [1]\n", |config| config.set("server.tags[2]=1");
    profile_is_a_path: "", |config| config.file("app.{profile}.toml").profile("../x");
    rule_is_no_path: "", |config| config.append("a..b");

    // Keys that nobody knows.
    unknown_in_a_file: "[server]\nprot = 8080\n", |config| config.unknown_fields(UnknownFields::Deny);
    unknown_in_a_variable: "", |config| config.env(variables(&[("APP__SERVER__PROT", "1")])).unknown_fields(UnknownFields::Deny);
    unknown_in_an_override: "", |config| config.set("sever.port=1").unknown_fields(UnknownFields::Deny);

    // Variables in strings.
    interpolation_unset: "[server]\nhost = \"http://${HOST}/${PATH_OF:-}\"\n", |config| config.interpolate(none());
    interpolation_behind_escapes: "[server]\nhost = \"\\u00e4\\t${HOST}\"\n", |config| config.interpolate(none());
    interpolation_unclosed: "[server]\nhost = \"${HOST\"\n", |config| config.interpolate(none());
    interpolation_of_no_name: "[server]\nhost = \"${1 + 1}\"\n", |config| config.interpolate(none());
    interpolation_of_a_wrong_type: "[server]\nport = \"${PORT}\"\n", |config| config.interpolate(Variables::new([("PORT", "http")]));

    // Secrets.
    secret_of_a_wrong_type: "[database]\nuser = 'me'\npassword = \"hunter2\"\n";
    secret_beside_an_error: "database = { user = 1, password = 77 }\n";
    secret_in_a_variable: "[database]\nuser = 'me'\n", |config| config.env(variables(&[("APP__DATABASE__PASSWORD", "hunter2")]));
    secret_in_an_override: "[database]\nuser = 'me'\n", |config| config.set("database.password=hunter2");
    secret_by_its_path: "name = 1\n[server]\nhost = 2\n", |config| config.secret("name").secret("server");
}

fn none() -> Variables {
    Variables::new::<String, String>([])
}
