//! Scalars: their type, range, length, format and pattern in words, and placeholders that fit.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroI64;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file, placeholders_fit_the_schema};

#[derive(JsonSchema, Deserialize)]
struct Integers {
    byte: u8,
    small: i16,
    middle: i32,
    large: i64,
    index: usize,
    count: u32,
    not_zero: std::num::NonZeroU8,
    maybe: Option<NonZeroI64>,
    #[schemars(range(min = 5, max = 9))]
    some: u64,
    #[schemars(range(max = -3))]
    cold: i64,
    #[schemars(extend("exclusiveMinimum" = 10, "multipleOf" = 11))]
    stepped: i64,
}

#[test]
fn integers_tell_their_range() {
    example_is::<Integers>(
        "\
# Required: integer from 0 to 255.
#byte = 0

# Required: integer from -32768 to 32767.
#small = 0

# Required: integer from -2147483648 to 2147483647.
#middle = 0

# Required: integer.
#large = 0

# Required: integer of at least 0.
#index = 0

# Required: integer from 0 to 4294967295.
#count = 0

# Required: integer from 1 to 255.
#not_zero = 1

# Optional: integer other than 0.
#maybe = 1

# Required: integer from 5 to 9.
#some = 5

# Required: integer of at most -3.
#cold = -3

# Required: integer above 10 that is a multiple of 11.
#stepped = 11
",
    );
    placeholders_fit_the_schema::<Integers>();
}

#[derive(JsonSchema, Deserialize)]
struct Floats {
    ratio: f64,
    #[schemars(range(min = 0.5, max = 1.0))]
    share: f32,
    #[schemars(extend("exclusiveMinimum" = 0.0, "exclusiveMaximum" = 2.5))]
    open: f64,
}

#[test]
fn floats_tell_their_range() {
    example_is::<Floats>(
        "\
# Required: number.
#ratio = 0.0

# Required: number from 0.5 to 1.0.
#share = 0.5

# Required: number above 0.0 below 2.5.
#open = 1.0
",
    );
    placeholders_fit_the_schema::<Floats>();
}

#[derive(JsonSchema, Deserialize)]
struct Strings {
    plain: String,
    one: char,
    path: PathBuf,
    ip: IpAddr,
    #[schemars(length(min = 3))]
    long: String,
    #[schemars(length(min = 2, max = 5))]
    between: Option<String>,
    #[schemars(length(max = 5))]
    short: String,
    #[schemars(regex(pattern = r"^\d+$"), example = &"42")]
    digits: String,
    #[schemars(email)]
    mail: String,
    #[schemars(url)]
    site: String,
    #[schemars(extend("format" = "semver"))]
    version: String,
}

#[test]
fn strings_tell_length_format_and_pattern() {
    example_is::<Strings>(
        r#"# Required: string.
#plain = ""

# Required: string of 1 character.
#one = "x"

# Required: string.
#path = ""

# Required: IP address.
#ip = "127.0.0.1"

# Required: string of at least 3 characters.
#long = "xxx"

# Optional: string of 2 to 5 characters.
#between = "xx"

# Required: string of at most 5 characters.
#short = ""

# Required: string that matches `^\d+$`.
#digits = "42"

# Required: e-mail address.
#mail = "name@example.com"

# Required: URI.
#site = "https://example.com/"

# Required: string in the format `semver`.
#version = ""
"#,
    );
    placeholders_fit_the_schema::<Strings>();
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(default)]
struct Defaults {
    host: String,
    pattern: String,
    port: u16,
    ratio: f32,
    ratios: Vec<f32>,
    whole: f64,
    on: bool,
    maybe: Option<u8>,
    address: Ipv6Addr,
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            host: "local\nhost".to_owned(),
            pattern: r"\d".to_owned(),
            port: 80,
            ratio: 0.1,
            ratios: vec![0.1, 0.25, 1e-7],
            whole: 3.0,
            on: true,
            maybe: Some(0),
            address: Ipv6Addr::LOCALHOST,
        }
    }
}

#[test]
fn defaults_become_values() {
    example_is::<Defaults>(
        r#"host = "local\nhost"
pattern = '\d'

# Integer from 0 to 65535.
port = 80

ratio = 0.1
ratios = [0.1, 0.25, 1e-7]
whole = 3.0
on = true

# Integer from 0 to 255.
maybe = 0

# IPv6 address.
address = "::1"
"#,
    );
    example_reads_as_the_empty_file::<Defaults>();
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct NotInToml {
    #[serde(default = "largest")]
    limit: u64,
    #[serde(default = "infinite")]
    ratio: f64,
    #[serde(default)]
    maybe: Option<u8>,
    #[serde(default = "holes")]
    holes: Vec<Option<u8>>,
    #[serde(default)]
    nothing: (),
}

fn largest() -> u64 {
    u64::MAX
}

fn infinite() -> f64 {
    f64::INFINITY
}

fn holes() -> Vec<Option<u8>> {
    vec![Some(1), None]
}

#[test]
fn default_that_toml_has_no_value_for_is_told() {
    example_is::<NotInToml>(
        "\
# Optional: integer of at least 0. Default: 18446744073709551615.
#limit = 0

# Optional: number.
#ratio = 0.0

# Optional: integer from 0 to 255.
#maybe = 0

# Optional: array of integers from 0 to 255. Default: [1,null].
#holes = []
",
    );
}
