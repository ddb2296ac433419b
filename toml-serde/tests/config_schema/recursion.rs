//! Types that contain themselves: shown once, and named where they come again.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_of_reads_back, example_with_variants_is};

#[derive(JsonSchema, Deserialize, Serialize)]
struct Root {
    name: String,
    next: Option<Box<Root>>,
    children: Vec<Root>,
    /// By name.
    #[serde(default)]
    by_name: BTreeMap<String, Root>,
}

#[test]
fn root_in_itself_is_the_file() {
    example_is::<Root>(
        r#"# Required: string.
#name = ""

# Optional: table with the keys of this file.
#next = {}

# Required: array of tables with the keys of this file.
#children = []

# By name.
[by_name]
# Keys of your choice: table with the keys of this file.
#name = {}
"#,
    );
}

#[derive(JsonSchema, Deserialize)]
struct Config {
    tree: Tree,
    trees: Vec<Tree>,
    menu: Option<Menu>,
}

/// A tree.
#[derive(JsonSchema, Deserialize)]
struct Tree {
    leaf: Option<bool>,
    left: Option<Box<Tree>>,
}

#[derive(JsonSchema, Deserialize)]
struct Menu {
    #[serde(default)]
    entries: Vec<Entry>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Entry {
    title: String,
    submenu: Option<Box<Entry>>,
}

#[test]
fn type_in_itself_is_named_by_its_table() {
    example_is::<Config>(
        r#"# A tree.
[tree]
# Optional: boolean.
#leaf = false

# A tree.
# Optional: table with the keys of `tree`.
#left = {}

# A tree.
# Required: array of tables.
#[[trees]]
# Optional: boolean.
#leaf = false

# A tree.
# Optional: table with the keys of `trees`.
#left = {}

# Optional.
#[menu]

# Optional: array of tables.
#[[menu.entries]]
# Required: string.
#title = ""

# Optional: table with the keys of `menu.entries`.
#submenu = {}
"#,
    );
}

#[derive(JsonSchema, Deserialize)]
struct Filters {
    filter: Filter,
}

#[derive(JsonSchema, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Filter {
    All,
    Name(String),
    Not(Box<Filter>),
    Any(Vec<Filter>),
}

#[test]
fn enum_in_itself_ends() {
    example_with_variants_is::<Filters>(
        r#"# Required: "all" or table.
#filter = "all"

#[filter]

# Variant:
# Required: string.
#name = ""

# Variant:
# Required: "all" or table.
#not = "all"

# Variant:
# Required: array of "all" or tables.
#any = []
"#,
    );
}

#[derive(JsonSchema, Deserialize)]
struct Nested(Vec<Nested>);

#[derive(JsonSchema, Deserialize)]
struct Arrays {
    nested: Nested,
}

#[test]
fn array_of_itself_is_described_as_far_as_it_makes_sense() {
    example_is::<Arrays>(
        "\
# Required: array of arrays of arrays of arrays of arrays.
#nested = []
",
    );
}

#[test]
fn values_of_a_type_in_itself_are_all_written() {
    let leaf = |name: &str| Root {
        name: name.to_owned(),
        next: None,
        children: Vec::new(),
        by_name: BTreeMap::new(),
    };
    let mut root = leaf("root");
    root.next = Some(Box::new(leaf("next")));
    root.children = vec![leaf("first"), leaf("second")];
    root.children[1].next = Some(Box::new(leaf("last")));
    root.by_name.insert("a b".to_owned(), leaf("named"));
    example_of_reads_back(&root);
}

#[test]
fn values_deeper_than_tables_are_shown_are_written_inline() {
    let mut root = None;
    for depth in 0..100 {
        root = Some(Box::new(Root {
            name: depth.to_string(),
            next: root,
            children: Vec::new(),
            by_name: BTreeMap::new(),
        }));
    }
    example_of_reads_back(&*root.expect("a hundred of them"));
}
