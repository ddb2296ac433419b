"""Tests of `toml_py.tomlkit`, beside tomlkit."""
