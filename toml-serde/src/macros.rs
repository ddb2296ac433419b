//! `toml!`: TOML in Rust source, taken apart when the program is compiled.
//!
//! The tokens are munched from the front, one entry a step, and what is left goes to the next step.
//! Runs of entries whose values are one token tree each, which most are, go in a single step: the
//! recursion limit of macros is 128.
//!
//! What a step takes is decided by its state, the word behind `@`:
//! `document` has entries and headers, `table` entries with a comma in front of each, `array` elements with
//! a comma in front of each. All three end their steps in `$to.put(…)`; the types behind it are in
//! [`build`], where the one rule is that macros are to expand to little.

pub mod build;

/// A [`Table`](crate::Table) written as TOML.
///
/// All of TOML that Rust's own rules for tokens let through: dotted, quoted and bare keys, `[headers]` and
/// `[[headers]]`, arrays and inline tables, date-times, `inf` and `nan`. Strings are those of Rust, with double
/// quotes or raw, and comments too, `//`. A value may also be the name of a variable, or any expression in
/// parentheses, of a type that serde can read from: a number, a text, a `Vec`, a [`Value`](crate::Value).
///
/// ```
/// let patience = 30;
/// let config = toml_serde::toml! {
///     title = "Example"
///     born = 1979-05-27T07:32:00-08:00
///
///     [server.limits]
///     ports = [8000, 0x1F41]
///     load = { low = -1.5, high = inf }
///     patience = (patience * 2)
///
///     [[dev-dependencies]]
///     "cfg(unix)".version = "1.0"
/// };
///
/// assert_eq!(config["server"]["limits"]["ports"][1], 8001);
/// assert_eq!(config["server"]["limits"]["patience"], 60);
/// assert_eq!(config["dev-dependencies"][0]["cfg(unix)"]["version"], "1.0");
/// ```
///
/// What is no TOML does not compile, and the error says from where on:
///
/// ```compile_fail
/// toml_serde::toml! { ports = [8000 8001] }
/// // error: expected a value between the commas of an array, found `8000 8001`
/// ```
///
/// Of a key that is set twice, the last value counts; a header that comes twice goes on with its table.
///
/// # Panics
/// When a date-time is none (`2001-02-30`), and when a variable or expression has no place in TOML (`u64::MAX`).
#[macro_export]
macro_rules! toml {
    ($($toml:tt)*) => {{
        let mut root = $crate::macros::build::Root::new();
        $crate::__toml!(@document root $($toml)*);
        root.finish()
    }};
}

/// The steps of [`toml!`](crate::toml).
#[doc(hidden)]
#[macro_export]
macro_rules! __toml {
    // The states, each from what ends it to what goes wrong in it.

    (@document $to:ident) => {};
    (@document $to:ident $($($k:tt $(- $d:tt)*).+ = $v:tt)+) => {
        $($to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value $v));)+
    };
    (@document $to:ident
        $($k:ident $(- $d:tt)* $(. $k2:tt $(- $d2:tt)*)* = $v:tt)+
        [$($header:tt)+] $($rest:tt)*
    ) => {
        $($to.put(
            $crate::__toml!(@path $k $(- $d)* $(. $k2 $(- $d2)*)*),
            $crate::__toml!(@value $v),
        );)+
        $crate::__toml!(@document $to [$($header)+] $($rest)*);
    };
    (@document $to:ident [[$($k:tt $(- $d:tt)*).+]] $($rest:tt)*) => {
        $to.begin_element($crate::__toml!(@path $($k $(- $d)*).+));
        $crate::__toml!(@document $to $($rest)*);
    };
    (@document $to:ident [$($k:tt $(- $d:tt)*).+] $($rest:tt)*) => {
        $to.begin_table($crate::__toml!(@path $($k $(- $d)*).+));
        $crate::__toml!(@document $to $($rest)*);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ = - $v:tt $($rest:tt)*) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value - $v));
        $crate::__toml!(@document $to $($rest)*);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ = + $v:tt $($rest:tt)*) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value + $v));
        $crate::__toml!(@document $to $($rest)*);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ = $year:tt - $($rest:tt)+) => {
        $crate::__toml!(@datetime document $to [$($k $(- $d)*).+] $year - $($rest)+);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ = $hour:tt : $($rest:tt)+) => {
        $crate::__toml!(@datetime document $to [$($k $(- $d)*).+] $hour : $($rest)+);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ = $v:tt $($rest:tt)*) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value $v));
        $crate::__toml!(@document $to $($rest)*);
    };
    (@document $to:ident $($k:tt $(- $d:tt)*).+ =) => {
        ::core::compile_error!(::core::concat!(
            "`", ::core::stringify!($($k $(- $d)*).+), " =` has no value behind it",
        ))
    };
    (@document $to:ident $found:tt $($rest:tt)*) => {
        ::core::compile_error!(::core::concat!(
            "expected `key = value` or a `[header]`, found `",
            ::core::stringify!($found $($rest)*), "`",
        ))
    };

    (@table $to:ident) => {};
    (@table $to:ident $(, $($k:tt $(- $d:tt)*).+ = $v:tt)+ $(,)?) => {
        $($to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value $v));)+
    };
    (@table $to:ident ,) => {};
    (@table $to:ident , $($k:tt $(- $d:tt)*).+ = - $v:tt $(, $($rest:tt)*)?) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value - $v));
        $crate::__toml!(@table $to $(, $($rest)*)?);
    };
    (@table $to:ident , $($k:tt $(- $d:tt)*).+ = + $v:tt $(, $($rest:tt)*)?) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value + $v));
        $crate::__toml!(@table $to $(, $($rest)*)?);
    };
    (@table $to:ident , $($k:tt $(- $d:tt)*).+ = $v:tt $(, $($rest:tt)*)?) => {
        $to.put($crate::__toml!(@path $($k $(- $d)*).+), $crate::__toml!(@value $v));
        $crate::__toml!(@table $to $(, $($rest)*)?);
    };
    (@table $to:ident , $($k:tt $(- $d:tt)*).+ = $year:tt - $($rest:tt)+) => {
        $crate::__toml!(@datetime table $to [$($k $(- $d)*).+] $year - $($rest)+);
    };
    (@table $to:ident , $($k:tt $(- $d:tt)*).+ = $hour:tt : $($rest:tt)+) => {
        $crate::__toml!(@datetime table $to [$($k $(- $d)*).+] $hour : $($rest)+);
    };
    (@table $to:ident , $($found:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "expected `key = value` between the commas of an inline table, found `",
            ::core::stringify!($($found)+), "`",
        ))
    };
    (@table $to:ident $($found:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "expected a comma between the entries of an inline table, found `",
            ::core::stringify!($($found)+), "`",
        ))
    };

    (@array $to:ident) => {};
    (@array $to:ident $(, $v:tt)+ $(,)?) => {
        $($to.put(&[], $crate::__toml!(@value $v));)+
    };
    (@array $to:ident ,) => {};
    (@array $to:ident , - $v:tt $(, $($rest:tt)*)?) => {
        $to.put(&[], $crate::__toml!(@value - $v));
        $crate::__toml!(@array $to $(, $($rest)*)?);
    };
    (@array $to:ident , + $v:tt $(, $($rest:tt)*)?) => {
        $to.put(&[], $crate::__toml!(@value + $v));
        $crate::__toml!(@array $to $(, $($rest)*)?);
    };
    (@array $to:ident , $v:tt $(, $($rest:tt)*)?) => {
        $to.put(&[], $crate::__toml!(@value $v));
        $crate::__toml!(@array $to $(, $($rest)*)?);
    };
    (@array $to:ident , $year:tt - $($rest:tt)+) => {
        $crate::__toml!(@datetime array $to [] $year - $($rest)+);
    };
    (@array $to:ident , $hour:tt : $($rest:tt)+) => {
        $crate::__toml!(@datetime array $to [] $hour : $($rest)+);
    };
    (@array $to:ident , $($found:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "expected a value between the commas of an array, found `",
            ::core::stringify!($($found)+), "`",
        ))
    };
    (@array $to:ident $($found:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "expected a comma between the elements of an array, found `",
            ::core::stringify!($($found)+), "`",
        ))
    };

    // A date-time, and on in the state it was found in.

    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt : $min:tt : $s:tt - $zh:tt : $zm:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d : $min : $s - $zh : $zm]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt : $min:tt : $s:tt + $zh:tt : $zm:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d : $min : $s + $zh : $zm]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt : $min:tt : $s:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d : $min : $s]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt $h:tt : $min:tt : $s:tt - $zh:tt : $zm:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d T $h : $min : $s - $zh : $zm]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt $h:tt : $min:tt : $s:tt + $zh:tt : $zm:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d T $h : $min : $s + $zh : $zm]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt
        $y:tt - $m:tt - $d:tt $h:tt : $min:tt : $s:tt $($rest:tt)*
    ) => {
        $crate::__toml!(@put $to $key [$y - $m - $d T $h : $min : $s]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt $y:tt - $m:tt - $d:tt $($rest:tt)*) => {
        $crate::__toml!(@put $to $key [$y - $m - $d]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt $h:tt : $min:tt : $s:tt $($rest:tt)*) => {
        $crate::__toml!(@put $to $key [$h : $min : $s]);
        $crate::__toml!(@$state $to $($rest)*);
    };
    (@datetime $state:ident $to:ident $key:tt $($found:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "expected a date or time such as `1979-05-27` or `07:32:00`, found `",
            ::core::stringify!($($found)+), "`",
        ))
    };

    (@put $to:ident [$($key:tt)*] [$($part:tt)+]) => {
        $to.put(
            $crate::__toml!(@path $($key)*),
            $crate::macros::build::datetime(::core::concat!($(::core::stringify!($part)),+)),
        )
    };

    // Keys.

    (@path) => { &[] };
    (@path $($k:tt $(- $d:tt)*).+) => {
        &[$(&[$crate::__toml!(@piece $k) $(, $crate::__toml!(@piece $d))*][..]),+]
    };
    (@piece $name:ident) => {
        $crate::macros::build::Piece::Bare(::core::stringify!($name))
    };
    (@piece _) => {
        $crate::macros::build::Piece::Bare("_")
    };
    (@piece $quoted:literal) => {
        $crate::macros::build::Piece::literal(::core::stringify!($quoted), ::core::concat!($quoted))
    };
    (@piece $found:tt) => {
        ::core::compile_error!(::core::concat!(
            "expected a key, found `", ::core::stringify!($found), "`",
        ))
    };

    // Values.

    (@value {}) => {
        $crate::Value::Table($crate::Table::new())
    };
    (@value { $($entry:tt)+ }) => {{
        let mut table = $crate::macros::build::Root::new();
        $crate::__toml!(@table table , $($entry)+);
        $crate::Value::Table(table.finish())
    }};
    (@value []) => {
        $crate::Value::Array($crate::value::Array::new())
    };
    (@value [ $($element:tt)+ ]) => {{
        let mut array = $crate::macros::build::Elements::new();
        $crate::__toml!(@array array , $($element)+);
        $crate::Value::Array(array.finish())
    }};
    (@value $(+)? inf) => {
        $crate::Value::Float(::core::primitive::f64::INFINITY)
    };
    (@value - inf) => {
        $crate::Value::Float(::core::primitive::f64::NEG_INFINITY)
    };
    (@value $(+)? nan) => {
        $crate::Value::Float(::core::primitive::f64::NAN.copysign(1.0))
    };
    (@value - nan) => {
        $crate::Value::Float(::core::primitive::f64::NAN.copysign(-1.0))
    };
    (@value - $number:literal) => {
        $crate::macros::build::literal(-$number)
    };
    (@value $(+)? $literal:literal) => {
        $crate::macros::build::literal($literal)
    };
    (@value - $number:tt) => {
        $crate::macros::build::value(-$number)
    };
    (@value + $number:tt) => {
        $crate::macros::build::value($number)
    };
    (@value $expression:tt) => {
        $crate::macros::build::value($expression)
    };
}
