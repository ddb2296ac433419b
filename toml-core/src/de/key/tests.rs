use alloc::string::{String, ToString};

use serde::Deserialize;

use super::KeyDeserializer;

fn read<'de, T: Deserialize<'de>>(key: &str) -> Result<T, String> {
    T::deserialize(KeyDeserializer::transient(key)).map_err(|error| error.to_string())
}

#[derive(Debug, PartialEq, Deserialize)]
enum Color {
    Red,
    #[serde(rename = "dark blue")]
    DarkBlue,
    Other(String),
}

#[derive(Debug, PartialEq, Deserialize)]
struct Port(u16);

#[test]
fn key_is_read_as_what_is_asked_for() {
    assert_eq!(read("a"), Ok("a".to_string()));
    assert_eq!(read("-5"), Ok(-5_i8));
    assert_eq!(read(&u128::MAX.to_string()), Ok(u128::MAX));
    assert_eq!(read("1.5"), Ok(1.5));
    assert_eq!(read("true"), Ok(true));
    assert_eq!(read("é"), Ok('é'));
    assert_eq!(read("80"), Ok(Some(Port(80))));
    assert_eq!(read("Red"), Ok(Color::Red));
    assert_eq!(read("dark blue"), Ok(Color::DarkBlue));
    assert_eq!(
        read("1979-05-27"),
        Ok(crate::Date::new(1979, 5, 27).unwrap())
    );
}

#[test]
fn borrowed_key_is_not_copied() {
    let source = String::from("key");
    let key = <&str>::deserialize(KeyDeserializer::borrowed(&source)).unwrap();
    assert_eq!(key.as_ptr(), source.as_ptr());
    let bytes = <&[u8]>::deserialize(KeyDeserializer::borrowed(&source)).unwrap();
    assert_eq!(bytes, b"key");
    let variant = Color::deserialize(KeyDeserializer::borrowed("Red")).unwrap();
    assert_eq!(variant, Color::Red);
    assert_eq!(
        read::<&str>("key").unwrap_err(),
        "invalid type: string \"key\", expected a borrowed string"
    );
}

#[test]
fn other_keys_are_errors() {
    assert_eq!(
        read::<u8>("256").unwrap_err(),
        "invalid value: string \"256\", expected a key that is a u8"
    );
    assert_eq!(
        read::<bool>("yes").unwrap_err(),
        "invalid value: string \"yes\", expected a key that is a boolean"
    );
    assert_eq!(
        read::<Color>("Rad").unwrap_err(),
        "unknown variant `Rad`, expected one of `Red`, `dark blue`, `Other`\n\
         help: did you mean `Red`?"
    );
    assert_eq!(
        read::<Color>("Other").unwrap_err(),
        "invalid type: unit variant, expected newtype variant"
    );
    assert_eq!(
        read::<[u8; 2]>("a").unwrap_err(),
        "invalid type: string \"a\", expected an array of length 2"
    );
}
