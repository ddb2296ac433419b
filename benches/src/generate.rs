//! Texts of realistic shapes, made from a seed: the same bytes on every machine and every day.
//!
//! Each generator takes a [`Random`] and the size in bytes at which it may stop.

mod config;
mod lock;
mod manifest;
mod numbers;
mod random;
mod strings;
mod tables;
mod words;

#[cfg(test)]
mod tests;

pub use random::Random;

/// A shape, and the size of the text that stands for it.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is called in tables, in `instructions.json` and behind `--filter`.
    pub name: &'static str,
    /// The text is at least so many bytes long, and little longer.
    pub bytes: usize,
    make: fn(&mut Random, usize) -> String,
}

/// All shapes.
pub const SHAPES: &[Shape] = &[
    shape("lock-file", 200_000, lock::cargo_lock),
    shape("python-lock", 150_000, lock::python_lock),
    shape("manifest", 12_000, manifest::manifest),
    shape("pyproject", 8_000, manifest::pyproject),
    shape("service", 4_000, config::service),
    shape("i18n", 60_000, strings::i18n),
    shape("nested", 16_000, tables::nested),
    shape("small-tables", 100_000, tables::small),
    shape("wide-table", 300_000, tables::wide),
    shape("integers", 100_000, numbers::integers),
    shape("floats", 100_000, numbers::floats),
    shape("date-times", 50_000, numbers::datetimes),
    shape("multi-line", 80_000, strings::multi_line),
    shape("escapes", 40_000, strings::escapes),
];

const fn shape(name: &'static str, bytes: usize, make: fn(&mut Random, usize) -> String) -> Shape {
    Shape { name, bytes, make }
}

impl Shape {
    /// The shape of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// The text that stands for the shape.
    #[must_use]
    pub fn text(&self) -> String {
        self.text_of(1, self.bytes)
    }

    /// Another text of the shape, of at least so many bytes.
    #[must_use]
    pub fn text_of(&self, seed: u64, bytes: usize) -> String {
        let mut random = Random::new(seed.wrapping_mul(0x0100_0000_01b3) ^ self.bytes as u64);
        (self.make)(&mut random, bytes)
    }
}
