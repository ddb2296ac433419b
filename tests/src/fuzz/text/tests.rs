//! Which options the start of a text chooses.

use super::leading_number;

#[test]
fn number_of_a_text_is_in_the_comment_at_its_start() {
    let cases = [
        ("", 0),
        ("a = 1 #7", 0),
        ("#", 0),
        ("# 7", 0),
        ("#7", 7),
        ("#17 options\na = 1", 17),
        // As many digits as always fit.
        ("#99999999999999999999", 9_999_999_999_999_999_999),
    ];
    for (source, number) in cases {
        assert_eq!(leading_number(source), number, "{source:?}");
    }
}
