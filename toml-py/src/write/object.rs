//! Python objects as data that `toml-core` can write.

use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTime,
    PyTuple, PyType,
};
use toml_core::encode::tomli_w::{Data, View};

use super::datetimes;
use super::entries::{self, Choices, NoneValues};
use super::trouble::Trouble;

/// A Python object, and how the caller wants it.
pub(super) struct Object<'py> {
    object: Bound<'py, PyAny>,
    choices: Choices,
}

/// What an object is, or what is wrong with it: in a box, since it is rare and large.
type Viewed<'py> = Result<View<Object<'py>>, Box<Trouble>>;

impl<'py> Object<'py> {
    pub(super) fn new(object: Bound<'py, PyAny>, choices: Choices) -> Self {
        Self { object, choices }
    }

    fn elements(&self, elements: impl Iterator<Item = Bound<'py, PyAny>>) -> View<Self> {
        let element = |element| Self::new(element, self.choices);
        View::Array(elements.map(element).collect())
    }
}

/// Exact types are told by a comparison of pointers; all others are looked at more closely.
impl<'py> Data for Object<'py> {
    type Text = PyBackedStr;
    type Error = Box<Trouble>;

    #[inline]
    fn view(&self) -> Viewed<'py> {
        let object = &self.object;
        if let Ok(text) = object.cast_exact::<PyString>() {
            return text_of(text.clone()).map(View::String);
        }
        if let Ok(dict) = object.cast_exact::<PyDict>() {
            return entries::of_dict(dict, self.choices).map(View::Table);
        }
        if let Ok(list) = object.cast_exact::<PyList>() {
            return Ok(self.elements(list.iter()));
        }
        if let Ok(boolean) = object.cast_exact::<PyBool>() {
            return Ok(View::Boolean(boolean.is_true()));
        }
        if let Ok(integer) = object.cast_exact::<PyInt>() {
            return integer_of(integer);
        }
        if let Ok(float) = object.cast_exact::<PyFloat>() {
            return Ok(View::Float(float.value()));
        }
        self.view_other()
    }
}

impl<'py> Object<'py> {
    /// The date types, tuples, and the subclasses of all types.
    #[inline(never)]
    fn view_other(&self) -> Viewed<'py> {
        let object = &self.object;
        if let Ok(tuple) = object.cast::<PyTuple>() {
            return Ok(self.elements(tuple.iter()));
        }
        if let Ok(datetime) = object.cast::<PyDateTime>() {
            return datetimes::datetime_of(datetime).map(View::Datetime);
        }
        if let Ok(date) = object.cast::<PyDate>() {
            return datetimes::date_of(date).map(View::Datetime);
        }
        if let Ok(time) = object.cast::<PyTime>() {
            return datetimes::time_of(time).map(View::Datetime);
        }
        if let Ok(text) = object.cast::<PyString>() {
            return text_of(text.clone()).map(View::String);
        }
        if let Ok(integer) = object.cast::<PyInt>() {
            return integer_of(integer);
        }
        if let Ok(float) = object.cast::<PyFloat>() {
            return Ok(View::Float(float.value()));
        }
        if object.is_instance_of::<PyList>() {
            let elements: Vec<_> = object.try_iter()?.collect::<PyResult<_>>()?;
            return Ok(self.elements(elements.into_iter()));
        }
        if let Ok(mapping) = object.cast::<PyMapping>() {
            return entries::of_mapping(mapping, self.choices).map(View::Table);
        }
        self.view_rare()
    }

    /// What tells itself only by modules that may not be imported yet.
    #[cold]
    fn view_rare(&self) -> Viewed<'py> {
        static ENUM: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        static ARRAY: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let (object, py) = (&self.object, self.object.py());
        if object.is_none() && self.choices.none_values == NoneValues::Skip {
            return Err(Trouble::NoneInArray.into());
        }
        if object.is_instance(ENUM.import(py, "enum", "Enum")?)? {
            let value = object.getattr("value")?;
            if !value.is_instance(ENUM.import(py, "enum", "Enum")?)? {
                return Self::new(value, self.choices).view();
            }
        }
        let array = ARRAY.import(py, "toml_py._edit", "Array")?;
        if object.is_instance(array)? {
            let elements: Vec<_> = object.try_iter()?.collect::<PyResult<_>>()?;
            return Ok(self.elements(elements.into_iter()));
        }
        let decimal = DECIMAL.import(py, "decimal", "Decimal")?;
        if object.is_instance(decimal)? {
            return decimal_of(object, decimal);
        }
        let name = object.get_type().qualname()?.to_string();
        Err(Trouble::Unsupported(name).into())
    }
}

/// The text of a string, whatever a subclass makes of it.
#[inline]
pub(super) fn text_of(text: Bound<'_, PyString>) -> Result<PyBackedStr, Box<Trouble>> {
    PyBackedStr::try_from(text).map_err(|error| Trouble::LoneSurrogate(error).into())
}

#[inline]
fn integer_of<'py>(integer: &Bound<'py, PyInt>) -> Viewed<'py> {
    match integer.extract::<i64>() {
        Ok(integer) => Ok(View::Integer(integer)),
        Err(error) if error.is_instance_of::<PyOverflowError>(integer.py()) => {
            // The digits as `int` has them, whatever a subclass makes of them.
            let digits = integer
                .py()
                .get_type::<PyInt>()
                .call_method1("__repr__", (integer,))?;
            Ok(View::WideInteger(digits.extract()?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Numbers that are not finite are floats, as only these have words for them.
fn decimal_of<'py>(object: &Bound<'py, PyAny>, class: &Bound<'py, PyType>) -> Viewed<'py> {
    if object.call_method0("is_nan")?.is_truthy()? {
        return Ok(View::Float(f64::NAN));
    }
    if object.call_method0("is_infinite")?.is_truthy()? {
        return Ok(View::Float(object.extract()?));
    }
    let text = class.call_method1("__str__", (object,))?;
    Ok(View::Decimal(text.extract()?))
}
