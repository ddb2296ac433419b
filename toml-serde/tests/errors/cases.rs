//! The documents.

use crate::types::{Config, Letters, Manifest, Numbers, Pairs, Ports, Settings};

cases! {
    // A value of a wrong type.
    string_for_integer: Config = "title = 'x'\n[server]\nhost = '::1'\nport = \"abc\"  # a comment\n";
    integer_for_string: Config = "title = 42";
    array_for_string: Config = "title = [\n  'a',\n  'b',\n]";
    table_for_string: Config = "[title]\ntext = 'x'";
    string_for_table: Config = "title = 'x'\nserver = \"localhost:80\"";
    table_for_array: Config = "title = 'x'\nserver = { host = '::1', port = 1 }\n[users]\nname = 'a'";
    datetime_for_integer: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1979-05-27";
    float_for_integer: Numbers = "a = [1, 2.0]";
    boolean_for_character: Letters = "a = true";
    string_for_character: Letters = "a = 'ab'";

    // A value that is out of range, or that the type does not take.
    integer_too_large: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 70_000";
    integer_negative: Numbers = "a = [1, -129]";
    integer_beyond_64_bits: Numbers = "a = [9_223_372_036_854_775_808]";
    zero_for_nonzero: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nworkers = 0";
    address_malformed: Config = "title = 'x'\nserver = { host = 'localhost', port = 1 }";
    function_of_the_user: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nload = 101";
    conversion_of_the_user: Config = "title = 'x'\nserver = { host = '::1', port = 1 }\n[[users]]\nname = 'a'\nemail = 'nobody'";

    // Keys.
    key_missing: Config = "title = 'x'\n[server]\nhost = '::1'\n";
    key_missing_in_root: Config = "# nothing yet\n";
    key_missing_in_an_inline_table: Manifest = "package = { nam = 'x' }";
    key_missing_in_an_array_of_tables: Config = "title = 'x'\nserver = { host = '::1', port = 1 }\n[[users]]\nname = 'a'\n[[users]]\nage = 3";
    key_unknown: Config = "title = 'x'\n[server]\nhost = '::1'\nprot = 80\n";
    key_of_a_wrong_type: Ports = "80 = 'http'\nhttps = 'https'";

    // Enums.
    variant_unknown: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode = 'Fsat'";
    variant_of_two_keys: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode = { Fast = {}, Slow = {} }";
    variant_without_its_content: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode = 'Slow'";
    variant_with_a_wrong_field: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode.Slow.delay = 'x'";
    variant_too_short: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode = { Window = [1] }";
    variant_for_an_integer: Config = "title = 'x'\n[server]\nhost = '::1'\nport = 1\nmode = 3";
    untagged_without_match: Manifest = "package.name = 'x'\n[dependencies]\nserde = { version = '1', optional = 'yes' }";
    untagged_integer: Manifest = "package.name = 'x'\n[dependencies]\nserde = 1";
    internally_tagged_field: Manifest = "[package]\nname = 'x'\nsource = { kind = 'git', url = 'u', depth = 'deep' }";
    internally_tagged_unknown: Manifest = "[package]\nname = 'x'\n[package.source]\nkind = 'svn'\nurl = 'u'";
    internally_tagged_without_tag: Manifest = "[package]\nname = 'x'\n[package.source]\nurl = 'u'";
    adjacently_tagged_content: Settings = "[debug]\ntype = 'Switch'\nvalue = 'on'";

    // Where serde buffers.
    flattened_field: Config = "title = 'x'\nserver = { host = '::1', port = 1 }\n[[users]]\nname = 'a'\nage = 300";

    // Lengths.
    tuple_too_short: Pairs = "a = [1]";
    tuple_too_long: Pairs = "a = [1, 'x', 2]";

    // Text that is not TOML.
    not_toml: Config = "title = x y";
    not_closed: Config = "title = 'x'\nserver = { host = '::1', port = 1\n";
    key_twice: Config = "title = 'x'\ntitle = 'y'";
    newer_toml: Config = "title = 'x'\nserver = {\n  host = '::1',\n  port = 1,\n}";

    // Awkward text.
    wide_line: Numbers = "before = [11111111111111111111, 22222222222222222222, 33, 44, 55, 66, 77, 88, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111]";
    not_ascii: Letters = "ключ = 'много'\t# ещё";
}
