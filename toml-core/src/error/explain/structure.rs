//! What may be defined where, and how often.

use super::{Example, Explanation, section};

pub(super) static DUPLICATE_KEY: Explanation = Explanation {
    summary: "a key that is defined twice in one table",
    rule: "A key has one value. Keys are compared without their quotes, so that `name` and \
           `\"name\"` are the same key.",
    example: Some(Example::new(
        "name = \"ada\"\nage = 36\nname = \"grace\"\n",
        "name = \"ada\"\nage = 36\n",
    )),
    section: section::KEYS,
};

pub(super) static DUPLICATE_TABLE: Explanation = Explanation {
    summary: "a table that is defined twice",
    rule: "A table has one header, and all of its keys are below it. A table that dotted keys \
           have made gets no header at all.",
    example: Some(Example::new(
        "[server]\nhost = \"::1\"\n\n[client]\n\n[server]\nport = 80\n",
        "[server]\nhost = \"::1\"\nport = 80\n\n[client]\n",
    )),
    section: section::TABLE,
};

pub(super) static NOT_A_TABLE: Explanation = Explanation {
    summary: "a plain value used as a table",
    rule: "A key holds either a value or a table. A dotted key or header only leads through \
           tables.",
    example: Some(Example::new(
        "server = \"alpha\"\nserver.port = 80\n",
        "server.name = \"alpha\"\nserver.port = 80\n",
    )),
    section: section::KEYS,
};

pub(super) static TABLE_IS_ARRAY: Explanation = Explanation {
    summary: "`[name]` for an array of tables",
    rule: "Every element of an array of tables has the header `[[name]]`. A table and an array of \
           tables cannot have the same name.",
    example: Some(Example::new(
        "[[server]]\nport = 80\n\n[server]\nport = 443\n",
        "[[server]]\nport = 80\n\n[[server]]\nport = 443\n",
    )),
    section: section::ARRAY_OF_TABLES,
};

pub(super) static ARRAY_IS_TABLE: Explanation = Explanation {
    summary: "`[[name]]` for what is no array of tables",
    rule: "`[[name]]` adds an element to an array of tables, and makes the array if there is \
           none. It cannot add to a table or to anything else that has this name.",
    example: Some(Example::new(
        "[server]\nport = 80\n\n[[server]]\nport = 443\n",
        "[[server]]\nport = 80\n\n[[server]]\nport = 443\n",
    )),
    section: section::ARRAY_OF_TABLES,
};

pub(super) static STATIC_ARRAY_EXTENDED: Explanation = Explanation {
    summary: "an addition to an array in brackets",
    rule: "An array that is written as a value is complete where its bracket closes. Headers and \
           dotted keys can neither add an element nor add to one of its tables.",
    example: Some(Example::new(
        "servers = [{ port = 80 }]\n\n[[servers]]\nport = 443\n",
        "servers = [{ port = 80 }, { port = 443 }]\n",
    )),
    section: section::ARRAY_OF_TABLES,
};

pub(super) static INLINE_TABLE_EXTENDED: Explanation = Explanation {
    summary: "an addition to an inline table",
    rule: "An inline table is complete where its brace closes. Headers and dotted keys cannot add \
           to it.",
    example: Some(Example::new(
        "server = { host = \"::1\" }\nserver.port = 80\n",
        "server = { host = \"::1\", port = 80 }\n",
    )),
    section: section::INLINE_TABLE,
};

pub(super) static HEADER_TABLE_EXTENDED: Explanation = Explanation {
    summary: "a dotted key into a table that has a header",
    rule: "What has a `[header]` is defined below that header. Dotted keys elsewhere cannot add \
           to it.",
    example: Some(Example::new(
        "[server.tls]\ncert = \"a.pem\"\n\n[server]\ntls.key = \"a.key\"\n",
        "[server.tls]\ncert = \"a.pem\"\nkey = \"a.key\"\n\n[server]\n",
    )),
    section: section::TABLE,
};
