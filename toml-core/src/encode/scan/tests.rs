use alloc::vec;

use super::{is_bare, is_bare_key, needs_escape, needs_no_escape};

#[test]
fn every_byte_is_found_at_every_offset_of_every_length() {
    for length in 1..50 {
        for offset in 0..length {
            let mut text = vec![b'x'; length];
            for byte in 0..=255 {
                text[offset] = byte;
                assert_eq!(is_bare_key(&text), is_bare(byte), "{text:?}");
                assert_eq!(needs_no_escape(&text), !needs_escape(byte), "{text:?}");
            }
        }
    }
}

#[test]
fn nothing_is_a_string_and_no_bare_key() {
    assert!(needs_no_escape(b""));
    assert!(!is_bare_key(b""));
}
