//! What a person sees of an error, beside what the crate `toml` says of the same.
//!
//! `INSTA_UPDATE=always cargo test -p toml-serde --test errors` writes the snapshots anew; read
//! them before they are committed.
#![expect(dead_code, reason = "the types are there to be read in vain")]

use serde::de::DeserializeOwned;

/// Reads a document in vain, by ours and by `toml`, and gives all three texts.
fn report<T: DeserializeOwned>(source: &str) -> String {
    let ours = match toml_serde::from_str::<T>(source) {
        Ok(_) => "no error".to_string(),
        Err(error) => error.to_string(),
    };
    let theirs = match toml::from_str::<T>(source) {
        Ok(_) => "no error".to_string(),
        Err(error) => error.to_string(),
    };
    let kind = std::any::type_name::<T>().replace("errors::types::", "");
    let kind = kind
        .replace("alloc::string::", "")
        .replace("alloc::vec::", "");
    let kind = kind.replace("alloc::collections::btree::map::", "");
    format!(
        "# from_str::<{kind}>\n{source}\n\n# toml-serde\n{ours}\n\n# toml\n{}\n",
        theirs.trim_end()
    )
}

/// One test for each case: its name, its type, its document.
macro_rules! cases {
    ($($name:ident: $type:ty = $source:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), crate::report::<$type>($source));
        }
    )*};
}

mod cases;
mod types;
