use super::{Language, PEERS, Peer, without_panic_reports};
use crate::inputs::{self, Input, Origin};

fn peer(name: &str) -> &'static Peer {
    PEERS.iter().find(|peer| peer.name == name).expect(name)
}

fn input(text: &str) -> Input {
    Input::new("x", Origin::Generated, text.to_string()).expect("TOML")
}

/// The peers that say that they read all of TOML; the others may leave inputs out.
#[test]
fn peers_agree_with_us_on_the_generated_inputs() {
    let inputs = inputs::generated();
    for name in ["toml-spanner", "toml DeTable", "toml_edit", "toml Table"] {
        for input in &inputs {
            assert_eq!(
                peer(name).source(input),
                Ok(input.text.as_str()),
                "{name} on {}",
                input.name
            );
        }
    }
}

#[test]
fn peers_agree_with_us_on_a_plain_input() {
    let input = input("a = 'b'\n[c]\nd = [1, 2.5, true]\n[[e]]\nf.g = {}\n");
    for peer in PEERS {
        let source = match peer.language {
            Language::Toml => Some(input.text.as_str()),
            Language::Json => input.json.as_deref(),
        };
        assert_eq!(peer.source(&input).ok(), source, "{}", peer.name);
    }
}

#[test]
fn peers_that_reject_an_input_are_found() {
    let input = input("day = 2024-01-01");
    let verdict = without_panic_reports(|| peer("toml-span").source(&input));
    assert_eq!(verdict, Err("rejects"));
}
