//! The table of differences is true, line by line.

use super::differences::is_deliberate;
use super::{DIFFERENCES, Disagreement, PEERS, check_peers, read, same_outcome};

#[test]
fn every_difference_is_seen_in_its_example() {
    for difference in DIFFERENCES {
        let peer = PEERS.iter().find(|peer| peer.name == difference.peer);
        let peer = peer.expect("the peer is there").read;
        let source = difference.example;
        let (ours, theirs) = (read(source), peer(source));
        assert!(!same_outcome(&ours, &theirs), "{source:?}: {ours:?}");
        assert_eq!(check_peers(source), Ok(()), "{source:?}");
    }
}

#[test]
fn no_difference_explains_other_data() {
    let source = "a = '''b\r\n'''\nc = 1";
    let theirs = read("a = \"b\"\nc = 2").map_err(|error| error.to_string());
    let peer = |source: &str| read(&source.replace('1', "2")).map_err(|error| error.to_string());
    let case = Disagreement {
        source,
        ours: &read(source),
        theirs: &theirs,
        peer,
    };
    for peer in PEERS {
        assert!(!is_deliberate(peer.name, case), "{}", peer.name);
    }
}
