//! The formatter: every option by whole texts before and after, and its limits.

mod cases;
mod limits;
