//! What callers see: paths, errors, patches, transactions, looking at comments.

use toml_edit_lite::{DocumentMut, Error, ErrorKind, NewValue, Patch, Path, Raw, Segment, Span};

fn parse(source: &str) -> DocumentMut {
    DocumentMut::parse(source).expect("the source is TOML")
}

#[test]
fn paths_are_texts_segments_or_keys() -> Result<(), Error> {
    let mut document = parse("[a]\n\"b.c\" = [1, 2]\n");
    document.set("a.'b.c'[0]", 3)?;
    document.set(["a", "d.e"], 4)?;
    let segments = [
        Segment::Key("a".to_owned()),
        Segment::Key("b.c".to_owned()),
        Segment::Index(-1),
    ];
    document.set(&segments, 5)?;
    document.push(Path::from(segments[..2].to_vec()), 6)?;
    assert_eq!(document.as_str(), "[a]\n\"b.c\" = [3, 5, 6]\n\"d.e\" = 4\n");
    assert_eq!(
        document.get("a.'b.c'[-1]").and_then(|value| value.as_i64()),
        Some(6)
    );
    assert!(document.contains(["a", "d.e"]));
    assert!(!document.contains("a.d.e"));
    Ok(())
}

#[test]
fn values_are_data_or_texts() -> Result<(), Error> {
    let mut document = parse("");
    document.set("a", "text")?;
    document.set("b", vec![1, 2])?;
    document.set("c", toml_serde::toml! { x = 1 })?;
    document.set("d", Raw::parse(" 0xFF # comment")?)?;
    let value = NewValue::from(toml_core::Value::from(1.5));
    document.set("e", value)?;
    assert_eq!(
        document.as_str(),
        "a = \"text\"\nb = [1, 2]\nd = 0xFF\ne = 1.5\n\n[c]\nx = 1\n"
    );
    Ok(())
}

#[test]
fn errors_have_a_path_and_a_reason() {
    let mut document = parse("[a]\nb = 1\n");
    let mut error = |path: &str| document.remove(path).expect_err("it is not there");
    let missing = error("a.c");
    assert_eq!(missing.kind(), ErrorKind::NoSuchKey);
    assert_eq!(
        missing.path().map(ToString::to_string).as_deref(),
        Some("a.c")
    );
    assert_eq!(missing.to_string(), "no such key at a.c");
    assert_eq!(missing.kind().code(), "toml::edit::no-such-key");
    assert_eq!(error("a.b.c").to_string(), "not a table at a.b");
    assert_eq!(
        error("a..b").to_string(),
        "not a path: expected a key, found `.`"
    );
    let broken = document
        .set("a.b", Raw::parse("{ x = 1, }").expect("TOML 1.1"))
        .expect_err("TOML 1.0");
    let rule = toml_core::ErrorKind::TrailingCommaSince1_1;
    assert_eq!(broken.kind(), ErrorKind::WouldBreak { rule });
    assert_eq!(document.as_str(), "[a]\nb = 1\n");
}

#[test]
fn deep_values_are_refused_without_recursion() {
    let mut value = toml_core::Value::from(1);
    for _ in 0..600 {
        value = toml_core::Value::from(vec![value]);
    }
    let mut document = parse("a = 1\n");
    let outcome = document.set("a", value);
    assert_eq!(
        outcome.map_err(|error| error.kind()),
        Err(ErrorKind::TooDeep)
    );
}

#[test]
fn long_paths_are_refused_without_recursion() {
    let path = |length: usize| vec![Segment::Key("a".to_owned()); length];
    let mut document = parse("b = 1\n");
    let mut kind = |length: usize| document.set(path(length), 1).map_err(|error| error.kind());
    let rule = toml_core::ErrorKind::TooDeep;
    assert_eq!(kind(513), Err(ErrorKind::WouldBreak { rule }));
    assert_eq!(kind(514), Err(ErrorKind::TooDeep));
    assert_eq!(kind(128), Ok(()));
    assert_eq!(
        document.get(path(128)).and_then(|value| value.as_i64()),
        Some(1)
    );
}

#[test]
fn patches_tell_what_has_changed() -> Result<(), Error> {
    let mut document = parse("a = 1\nb = 'x' # c\n");
    assert_eq!(document.patches(), []);
    document.set("b", "yy")?;
    document.set("a", 22)?;
    document.set("c", true)?;
    let patch = |start, end, text: &str| Patch {
        span: Span::new(start, end),
        text: text.to_owned(),
    };
    assert_eq!(
        document.patches(),
        [
            patch(4, 5, "22"),
            patch(10, 13, "'yy'"),
            patch(18, 18, "c = true\n")
        ]
    );
    document.checkpoint();
    document.set("b", "z")?;
    document.set("b", "zz")?;
    assert_eq!(document.patches(), [patch(11, 15, "'zz'")]);
    Ok(())
}

#[test]
fn transaction_is_all_or_nothing() -> Result<(), Error> {
    let source = "a = 1\n\n[t]\nlist = [1]\n";
    let mut document = parse(source);
    document.set("a", 1)?;
    let outcome = document.edit(|tx| {
        tx.set("a", 2)?;
        tx.push("t.list", 2)?;
        tx.rename("t", "u")?;
        assert!(tx.contains("u.list[1]")?);
        tx.remove("t")
    });
    assert_eq!(
        outcome.map_err(|error| error.kind()),
        Err(ErrorKind::NoSuchKey)
    );
    assert_eq!(document.as_str(), source);
    assert_eq!(document.patches(), []);
    let count = document.edit(|tx| {
        tx.set("a", 2)?;
        tx.push("t.list", 2)?;
        tx.push("t.list", 3)?;
        tx.set("t.x", 1)?;
        tx.set("t.y.z", 2)?;
        tx.set("t.list[-1]", 4)?;
        Ok(tx.view()?.root().len())
    })?;
    assert_eq!(count, 2);
    assert_eq!(
        document.as_str(),
        "a = 2\n\n[t]\nlist = [1, 2, 4]\nx = 1\n\n[t.y]\nz = 2\n"
    );
    Ok(())
}

#[test]
fn comments_are_found_where_they_belong() {
    let document = parse(
        "# Licence.\n# Mine.\n\n# About a.\na = 1 # one\nb = [\n  # About 2.\n  2, # two\n]\n\n# About t.\n[t] #t\n#x\n\n# The end.\n",
    );
    assert_eq!(document.preamble(), ["Licence.", "Mine."]);
    assert_eq!(document.comments_above("a"), ["About a."]);
    assert_eq!(document.comment("a").as_deref(), Some("one"));
    assert_eq!(document.comment("b"), None);
    assert_eq!(document.comments_above("b[0]"), ["About 2."]);
    assert_eq!(document.comment("b[0]").as_deref(), Some("two"));
    assert_eq!(document.comments_above("t"), ["About t."]);
    assert_eq!(document.header_comment("t").as_deref(), Some("t"));
    assert_eq!(document.header_comment("a"), None);
    assert_eq!(document.epilogue(), ["The end."]);
}

#[cfg(feature = "serde")]
#[test]
fn structs_update_documents() -> Result<(), Error> {
    #[derive(serde::Serialize)]
    struct Server {
        host: &'static str,
        ports: Vec<u16>,
    }

    let mut document =
        parse("# The server.\nhost = 'a' # here\nports = [\n  1, # one\n]\nold = true\n");
    let server = Server {
        host: "b",
        ports: vec![1, 2],
    };
    document.update_from(&server)?;
    assert_eq!(
        document.as_str(),
        "# The server.\nhost = 'b' # here\nports = [\n  1, # one\n  2,\n]\n"
    );
    document.set("copy", NewValue::serialize(&server)?)?;
    assert_eq!(
        document.get("copy.ports[1]").and_then(|port| port.as_i64()),
        Some(2)
    );
    let error = document.update_from(&5).expect_err("not a table");
    assert_eq!(error.kind(), ErrorKind::NotATable);
    Ok(())
}

#[cfg(feature = "miette")]
#[test]
fn errors_are_diagnostics() {
    use miette::Diagnostic;

    let error = DocumentMut::parse("a = 01\n").expect_err("a leading zero");
    let code = Diagnostic::code(&error).map(|code| code.to_string());
    assert_eq!(code.as_deref(), Some("toml::edit::invalid-document"));
    let cause = error.diagnostic_source().and_then(Diagnostic::code);
    assert_eq!(
        cause.map(|code| code.to_string()).as_deref(),
        Some("toml::leading-zero")
    );
}

#[test]
fn transaction_that_has_failed_is_not_committed() -> Result<(), Error> {
    let mut document = parse("a = 1\n");
    let broken = Raw::parse("{ b = 1, }")?;
    let outcome = document.edit(|tx| {
        tx.set("x", 1)?;
        tx.set("y", broken)?;
        // Applies what waits, and fails.
        assert!(tx.view().is_err());
        assert!(tx.set("z", 1).is_ok() || tx.view().is_err());
        Ok(())
    });
    let kind = outcome.err().map(|error| error.kind());
    assert!(
        matches!(kind, Some(ErrorKind::WouldBreak { .. })),
        "{kind:?}"
    );
    assert_eq!(document.as_str(), "a = 1\n");
    assert_eq!(document.patches(), []);
    Ok(())
}

#[test]
fn edit_that_is_refused_leaves_the_others() -> Result<(), Error> {
    let mut document = parse("a = 1\n");
    document.edit(|tx| {
        tx.set("x", 1)?;
        assert!(tx.rename("y", "z").is_err());
        tx.set("z", 1)
    })?;
    assert_eq!(document.as_str(), "a = 1\nx = 1\nz = 1\n");
    Ok(())
}

#[test]
fn transaction_that_panics_leaves_the_document_as_it_was() {
    let mut document = parse("a = 1\n");
    let edits = std::panic::AssertUnwindSafe(|| {
        document.edit(|tx| -> Result<(), Error> {
            tx.set("x", 1)?;
            tx.view()?;
            std::panic::panic_any("of the caller");
        })
    });
    assert!(std::panic::catch_unwind(edits).is_err());
    assert_eq!(document.as_str(), "a = 1\n");
    assert_eq!(document.patches(), []);
}

#[test]
fn patches_that_undo_one_another_are_gone() -> Result<(), Error> {
    let mut document = parse("a = 1\nb = 2\n");
    document.set("a", 2)?;
    document.set("a", 1)?;
    assert_eq!(document.patches(), []);
    document.set("b", 3)?;
    document.set("a", 2)?;
    document.set("a", 1)?;
    assert_eq!(
        document.patches(),
        [Patch {
            span: Span::new(10, 11),
            text: "3".to_owned()
        }]
    );
    Ok(())
}

#[test]
fn transaction_shows_what_it_did() -> Result<(), Error> {
    let mut document = parse("# top\n\n# about t\n[t] # beside t\na = [1]\n\n# end\n");
    document.edit(|tx| {
        tx.set("t.a[0]", 2)?;
        assert_eq!(tx.get("t.a[0]")?.and_then(|value| value.as_i64()), Some(2));
        assert!(tx.get("t.b")?.is_none());
        assert_eq!(tx.comment("t")?.as_deref(), Some("beside t"));
        assert_eq!(tx.comments_above("t")?, ["about t"]);
        assert_eq!(tx.preamble()?, ["top"]);
        assert_eq!(tx.epilogue()?, ["end"]);
        tx.set_header_comment("t", Some("new"))?;
        assert_eq!(tx.header_comment("t")?.as_deref(), Some("new"));
        let kind = tx.set_header_comment("t.a", Some("no")).err();
        assert_eq!(
            kind.map(|error| error.kind()),
            Some(ErrorKind::NoCommentPlace)
        );
        tx.set(
            [Segment::Key("t".to_owned()), Segment::Key("b".to_owned())],
            3,
        )
    })?;
    assert_eq!(
        document.as_str(),
        "# top\n\n# about t\n[t] # new\na = [2]\nb = 3\n\n# end\n"
    );
    Ok(())
}

#[test]
fn errors_name_the_index_and_the_item() -> Result<(), Error> {
    let mut document = parse("a = [1]\n");
    let path = |outcome: Result<(), Error>| {
        let error = outcome.expect_err("the edit is refused");
        (error.kind(), error.path().map(ToString::to_string))
    };
    let no_such = (ErrorKind::NoSuchIndex, Some("a[3]".to_owned()));
    assert_eq!(path(document.insert("a", 3, 1)), no_such);
    assert_eq!(path(document.swap("a", 0, 3)), no_such);
    let (kind, at) = path(document.set("a[0]", Raw::parse("{ b = 1, }")?));
    assert!(matches!(kind, ErrorKind::WouldBreak { .. }), "{kind:?}");
    assert_eq!(at.as_deref(), Some("a[0]"));
    let not_a_collection = (ErrorKind::NotACollection, Some("a[0]".to_owned()));
    assert_eq!(path(document.clear("a[0]")), not_a_collection);
    Ok(())
}

#[test]
fn indexes_from_the_end_count_what_is_there_by_then() -> Result<(), Error> {
    let mut document = parse("a = [1, 2, 3]\nb = [[1], [2]]\n");
    document.edit(|tx| {
        tx.set("a[-1]", 30)?;
        tx.set("a[-2]", 20)?;
        tx.push("a", 4)?;
        tx.set("a[-1]", 40)?;
        tx.remove("a[-4]")?;
        tx.set("a[-3]", 21)?;
        tx.push("b[-1]", 5)?;
        tx.push("b[-1]", 6)?;
        tx.set("b[-1][-1]", 7)?;
        assert!(tx.set("a[-9]", 1).is_err());
        assert!(tx.set("new[-1]", 1).is_err());
        tx.set("new", vec![1, 2])?;
        tx.set("new[-1]", 3)
    })?;
    assert_eq!(
        document.as_str(),
        "a = [21, 30, 40]\nb = [[1], [2, 5, 7]]\nnew = [1, 3]\n"
    );
    Ok(())
}

#[test]
fn elements_leave_by_the_index_that_they_have_by_then() -> Result<(), Error> {
    let mut document =
        parse("a = [\n  0, # zero\n  1,\n  2, # two\n  3,\n  4,\n]\nb = [0, 1, 2]\n");
    document.edit(|tx| {
        tx.remove("a[3]")?;
        tx.remove("a[0]")?;
        tx.remove("a[0]")?;
        assert!(tx.remove("a[2]").is_err());
        tx.remove("b[-1]")?;
        tx.remove("b[-1]")?;
        tx.remove("b[-1]")
    })?;
    assert_eq!(document.as_str(), "a = [\n  2, # two\n  4,\n]\nb = []\n");
    let mut document = parse("[[t]]\nn = 0\n\n[[t]]\nn = 1\n[t.x]\n\n[[t]]\nn = 2\n");
    document.edit(|tx| {
        tx.set("t[2].m", 3)?;
        tx.remove("t[2].n")?;
        tx.remove("t[0]")?;
        tx.remove("t[0]")
    })?;
    assert_eq!(document.as_str(), "[[t]]\nm = 3\n");
    document.edit(|tx| {
        tx.push("t", toml_serde::toml! { n = 4 })?;
        tx.remove("t[0]")?;
        tx.remove("t[0]")
    })?;
    assert_eq!(document.as_str(), "t = []\n");
    Ok(())
}

#[test]
fn keys_come_and_go_together() -> Result<(), Error> {
    let mut document =
        parse("[[p]]\na = 1 # one\nb = 2\n\n[[p]]\na = 3\nb = 4 # four\n\n[t]\nx.y = 1\n");
    document.edit(|tx| {
        for at in 0..2 {
            let item = |key: &str| {
                [
                    Segment::Key("p".to_owned()),
                    Segment::Index(at),
                    Segment::Key(key.to_owned()),
                ]
            };
            tx.set(item("c"), at)?;
            tx.remove(item("b"))?;
        }
        tx.remove("t.x.y")?;
        tx.set("t.x.z", 2)?;
        tx.set("t.x.y", 3)
    })?;
    assert_eq!(
        document.as_str(),
        "[[p]]\na = 1 # one\nc = 0\n\n[[p]]\na = 3\nc = 1\n\n[t]\nx = { z = 2, y = 3 }\n"
    );
    Ok(())
}
