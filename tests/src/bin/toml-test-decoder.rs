//! Reads TOML, writes tagged JSON, as toml-test asks of a decoder.

fn main() -> std::process::ExitCode {
    toml_tests::protocol::run(toml_tests::protocol::decode)
}
