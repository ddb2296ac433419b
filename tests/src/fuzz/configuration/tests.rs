//! Where an input is cut.

use super::pieces;

#[test]
fn pieces_are_between_lines_that_say_what_they_are() {
    let source = "a = 1\n#% set\na=2\n#%text \n# % no line\nb = '#%'\n#% 1.1";
    let expected = [
        ("", "a = 1\n"),
        ("set", "\na=2\n"),
        ("text", "\n# % no line\nb = '#%'\n"),
        ("1.1", ""),
    ];
    assert_eq!(pieces(source), expected);
}

#[test]
fn first_piece_may_be_empty() {
    assert_eq!(pieces(""), [("", "")]);
    assert_eq!(pieces("#% env\nA=1"), [("", ""), ("env", "\nA=1")]);
    assert_eq!(pieces("#%\n#%"), [("", ""), ("", "\n"), ("", "")]);
}
