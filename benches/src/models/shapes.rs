//! Keys that take more than one shape, and values of any shape.
//!
//! Which it is depends on the kind of the value alone, so nothing is read twice.

mod any;
mod list_or;
mod setting;
mod text_or;

pub(crate) use any::Any;
pub(crate) use list_or::ListOr;
pub(crate) use setting::Setting;
pub(crate) use text_or::TextOr;
