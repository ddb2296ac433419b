//! Reads tagged JSON, writes TOML, as toml-test asks of an encoder.

fn main() -> std::process::ExitCode {
    toml_tests::protocol::run(toml_tests::protocol::encode)
}
