//! File names that some systems cannot tell apart.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::{At, Code, Diagnostic, SourcePath, is_slug, slug_of};

/// Names of content that differ only in case or in how accents are stored: on one system two files, on another one. And
/// names whose slug another file already has.
pub fn find_clashes(paths: &[SourcePath]) -> Vec<Diagnostic> {
    let plain = |path: &SourcePath| {
        path.as_str().split('/').all(|part| part.split('.').all(is_slug) || part == "_shared")
    };
    let odd: Vec<&SourcePath> = paths.iter().filter(|path| !plain(path)).collect();
    if odd.is_empty() {
        return Vec::new();
    }
    let folded = |path: &SourcePath| path.as_str().nfc().collect::<String>().to_lowercase();
    let mut first: HashMap<String, &SourcePath> = HashMap::new();
    for path in paths.iter().filter(|path| plain(path)) {
        first.insert(path.as_str().to_string(), path);
    }
    let mut found = Vec::new();
    for path in odd {
        let slugged = format!("{}/{}.{}", path.folder(), slug_of(path.stem()), path.extension());
        for key in [folded(path), slugged] {
            match first.get(&key) {
                Some(other) if *other != path => {
                    let diagnostic = Diagnostic::new(Code::Clash, path, At::File);
                    found.push(diagnostic.with("url", &key).with("other", other));
                    break;
                }
                _ => {
                    first.insert(key, path);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_case_or_accents_alone_clash_and_both_are_named() {
        let paths: Vec<SourcePath> = [
            "content/a/pages/Om.md",
            "content/a/pages/om.md",
            "content/a/pages/sk\u{f6}ta.md",
            "content/a/pages/sko\u{308}ta.md",
        ]
        .into_iter()
        .map(SourcePath::new)
        .collect();
        let found = find_clashes(&paths);
        assert_eq!(found.len(), 2);
        assert!(found[0].args.iter().any(|(_, value)| value.as_str() == "content/a/pages/om.md"));
        assert!(
            find_clashes(&[
                SourcePath::new("content/a/pages/om.en.md"),
                SourcePath::new("content/a/pages/om.md")
            ])
            .is_empty()
        );
    }
}
