//! The place of an error, where serde does not tell.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml_serde::from_str;

fn message<'de, T: Deserialize<'de>>(source: &'de str) -> String {
    let error = from_str::<T>(source).err();
    error.map_or_else(String::new, |error| error.to_string())
}

fn even<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let number = u8::deserialize(deserializer)?;
    if number % 2 == 1 {
        return Err(D::Error::custom("the number must be even"));
    }
    Ok(number)
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Percent;

impl TryFrom<String> for Percent {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.strip_suffix('%') {
            Some(_) => Ok(Self),
            None => Err(format!("`{text}` has no percent sign")),
        }
    }
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
struct Root {
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
struct Flat {
    #[serde(default, deserialize_with = "even")]
    number: u8,
    percent: Option<Percent>,
    deep: Option<Deep>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
struct Deep {
    list: Vec<u8>,
    date: Option<u8>,
}

#[test]
fn error_of_a_function_is_at_its_value() {
    assert_eq!(
        message::<BTreeMap<String, Flat>>("[a]\nnumber = 3 # odd\n"),
        "\
the number must be even at a.number, line 2 column 10
  |
2 | number = 3 # odd
  |          ^"
    );
    assert_eq!(
        message::<BTreeMap<String, Flat>>("[a]\npercent = '5'"),
        "\
`5` has no percent sign at a.percent, line 2 column 11
  |
2 | percent = '5'
  |           ^^^"
    );
}

#[test]
fn error_under_flatten_is_at_the_only_value_it_can_be_about() {
    assert_eq!(
        message::<Root>("number = 2\n[deep]\nlist = [1, 2, 'x']"),
        "\
invalid type: string \"x\", expected u8 at deep.list[2], line 3 column 15
  |
3 | list = [1, 2, 'x']
  |               ^^^"
    );
    assert_eq!(
        message::<Root>("[deep]\nlist = [1, 2, 2000]\n"),
        "\
invalid value: integer `2000`, expected u8 at deep.list[2], line 2 column 15
  |
2 | list = [1, 2, 2000]
  |               ^^^^"
    );
}

#[test]
fn error_under_flatten_is_at_the_table_where_it_could_be_about_several() {
    assert_eq!(
        message::<BTreeMap<String, Root>>("[a]\nnumber = 'x'\npercent = 'x'"),
        "\
invalid type: string \"x\", expected u8 at a, line 1 column 1
  |
1 | [a]
  | ^^^"
    );
}

#[test]
fn date_time_is_called_one() {
    assert_eq!(
        message::<BTreeMap<String, Deep>>("a = { list = [], date = 1979-05-27 }"),
        "\
invalid type: date-time `1979-05-27`, expected u8 at a.date, line 1 column 25
  |
1 | a = { list = [], date = 1979-05-27 }
  |                         ^^^^^^^^^^"
    );
    assert_eq!(
        message::<Root>("number = 1979-05-27"),
        "\
invalid type: date-time `1979-05-27`, expected u8 at number, line 1 column 10
  |
1 | number = 1979-05-27
  |          ^^^^^^^^^^"
    );
}

#[test]
fn missing_key_is_at_its_table() {
    assert_eq!(
        message::<BTreeMap<String, Deep>>("[a]\nlist = []\n[ b ] # here\n"),
        "\
missing field `list` at b, line 3 column 1
  |
3 | [ b ] # here
  | ^^^^^"
    );
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
#[expect(dead_code, reason = "only errors are looked at")]
enum Tagged {
    File { path: String, size: u8 },
}

#[test]
fn error_in_a_tagged_enum_is_at_the_value() {
    assert_eq!(
        message::<BTreeMap<String, Tagged>>("[a]\nkind = 'File'\npath = 'p'\nsize = 'big'"),
        "\
invalid type: string \"big\", expected u8 at a.size, line 4 column 8
  |
4 | size = 'big'
  |        ^^^^^"
    );
    assert_eq!(
        message::<BTreeMap<String, Tagged>>("[a]\nkind = 'Flie'\npath = 'p'"),
        "\
unknown variant `Flie`, expected `File` at a.kind, line 2 column 8
  |
2 | kind = 'Flie'
  |        ^^^^^^
help: did you mean `File`?"
    );
}

#[test]
fn integers_beyond_their_type_are_told_as_written() {
    assert_eq!(
        message::<BTreeMap<String, i64>>("a = 9223372036854775808"),
        "\
invalid value: integer `9223372036854775808`, expected i64 at a, line 1 column 5
  |
1 | a = 9223372036854775808
  |     ^^^^^^^^^^^^^^^^^^^"
    );
    let source = "a = 0xffff_ffff_ffff_ffff_ffff";
    assert!(message::<BTreeMap<String, u64>>(source).starts_with(
        "invalid type: integer `0xffff_ffff_ffff_ffff_ffff`, expected u64 at a, line 1 column 5"
    ));
    let wide: BTreeMap<String, u128> = from_str(source).unwrap();
    assert_eq!(wide["a"], 0xffff_ffff_ffff_ffff_ffff);
    let max: BTreeMap<String, u64> = from_str("a = 18446744073709551615").unwrap();
    assert_eq!(max["a"], u64::MAX);
    assert!(
        message::<BTreeMap<String, u128>>("a = 340282366920938463463374607431768211456")
            .starts_with("the integer does not fit in 128 bits at a, line 1 column 5")
    );
}

#[test]
fn element_too_many_for_a_tuple_is_told() {
    assert_eq!(
        message::<BTreeMap<String, (u8, u8)>>("a = [1, 2, 3]"),
        "\
invalid length 3, expected an array of 2 at a, line 1 column 5
  |
1 | a = [1, 2, 3]
  |     ^^^^^^^^^"
    );
}
