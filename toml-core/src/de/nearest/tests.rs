use super::nearest_name;

#[test]
fn nearest_name_ignores_case_and_the_kind_of_dash() {
    assert_eq!(
        nearest_name("Dev_Deps", ["dev-deps", "dep"]),
        Some("dev-deps")
    );
    assert_eq!(nearest_name("x", ["y"]), None);
    assert_eq!(nearest_name("port", ["host", "name"]), None);
}
