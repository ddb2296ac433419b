//! The name that somebody may have meant.

#[cfg(test)]
mod tests;

/// The name that is most like a misspelt one, if any is at all like it.
///
/// ```
/// use toml_core::de::nearest_name;
///
/// assert_eq!(nearest_name("dependancies", ["dependencies", "features"]), Some("dependencies"));
/// assert_eq!(nearest_name("dev_dependencies", ["dev-dependencies"]), Some("dev-dependencies"));
/// assert_eq!(nearest_name("cats", ["dependencies", "features"]), None);
/// ```
#[must_use]
pub fn nearest_name<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    /// One edit in this many characters still counts as alike.
    const CHARACTERS_PER_EDIT: usize = 3;
    let folded = |name: &str| name.to_lowercase().replace(['-', ' '], "_");
    let name = folded(name);
    let limit = name.chars().count() / CHARACTERS_PER_EDIT;
    let distance = |known: &str| strsim::osa_distance(&name, &folded(known));
    let measured = known.into_iter().map(|known| (distance(known), known));
    let (distance, nearest) = measured.min_by_key(|(distance, _)| *distance)?;
    (distance <= limit).then_some(nearest)
}
