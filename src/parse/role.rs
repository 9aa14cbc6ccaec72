//! What a file is for, by where it lies.

use crate::base::{SourcePath, has_ignored_part};

/// What a file of the source folder is for. `owner` is the municipality's folder, or `_shared`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// `content/site.yaml`.
    Site,
    /// `content/<owner>/municipality.yaml`.
    Municipality {
        /// The folder.
        owner: String,
    },
    /// `content/<owner>/centres/<id>.yaml`.
    Centre {
        /// The folder.
        owner: String,
        /// The centre's id.
        id: String,
    },
    /// `content/<owner>/news/….md`.
    News {
        /// The folder.
        owner: String,
    },
    /// `content/<owner>/pages/….md`.
    Page {
        /// The folder.
        owner: String,
    },
    /// `content/<owner>/images/…`.
    Image {
        /// The folder.
        owner: String,
    },
    /// `content/<owner>/files/…`: a document that texts link to.
    Attachment {
        /// The folder.
        owner: String,
    },
    /// `content/<owner>/map.geojson`.
    Map {
        /// The folder.
        owner: String,
    },
    /// `themes/<theme>/…`.
    Theme {
        /// The theme's folder.
        theme: String,
    },
    /// Nothing reads it; what was perhaps meant.
    Stray {
        /// The folder, empty at the top of `content/`.
        owner: String,
        /// A folder or ending that would have been right.
        proposal: Option<String>,
    },
}

/// The folder that every municipality shows.
pub const SHARED: &str = "_shared";

/// The file that a map is drawn on.
pub const MAP: &str = "map.geojson";

impl Role {
    /// The role of a file; none for what lies neither in `content/` nor in `themes/`, and for what is nobody's content.
    pub fn of(path: &SourcePath) -> Option<Self> {
        if has_ignored_part(path.as_str()) {
            return None;
        }
        let parts: Vec<&str> = path.as_str().split('/').collect();
        let stray =
            |owner: &str, proposal: Option<String>| Self::Stray { owner: owner.to_string(), proposal };
        Some(match parts.as_slice() {
            ["themes", theme, _, ..] => Self::Theme { theme: (*theme).to_string() },
            ["content", "site.yaml"] => Self::Site,
            ["content", name] => stray("", (*name == "site.yml").then(|| "site.yaml".to_string())),
            ["content", owner, "municipality.yaml"] if *owner != SHARED => {
                Self::Municipality { owner: (*owner).to_string() }
            }
            ["content", owner, MAP] => Self::Map { owner: (*owner).to_string() },
            ["content", owner, "centres", name] if *owner != SHARED => match name.strip_suffix(".yaml") {
                Some(id) => Self::Centre { owner: (*owner).to_string(), id: id.to_string() },
                None => stray(owner, with_ending(name, &[".yaml", ".yml"], ".yaml")),
            },
            ["content", owner, "news", name] if name.ends_with(".md") => {
                Self::News { owner: (*owner).to_string() }
            }
            ["content", owner, "pages", name] if name.ends_with(".md") => {
                Self::Page { owner: (*owner).to_string() }
            }
            ["content", owner, "news" | "pages", name] => {
                stray(owner, with_ending(name, &[".md", ".markdown", ".txt"], ".md"))
            }
            ["content", owner, "images", ..] => Self::Image { owner: (*owner).to_string() },
            ["content", owner, "files", _, ..] => Self::Attachment { owner: (*owner).to_string() },
            ["content", owner, rest @ ..] => stray(owner, propose(rest)),
            _ => return None,
        })
    }

    /// The folder that the file belongs to.
    pub fn owner(&self) -> Option<&str> {
        match self {
            Self::Municipality { owner }
            | Self::Centre { owner, .. }
            | Self::News { owner }
            | Self::Page { owner }
            | Self::Image { owner }
            | Self::Attachment { owner }
            | Self::Map { owner }
            | Self::Stray { owner, .. } => Some(owner),
            Self::Site | Self::Theme { .. } => None,
        }
    }
}

/// A name with the ending that it should have: in small letters, and without the `.txt` that Notepad puts after it.
fn with_ending(name: &str, endings: &[&str], right: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let bare = lower.strip_suffix(".txt").filter(|bare| bare.contains('.')).unwrap_or(&lower);
    let length = endings.iter().find_map(|ending| bare.strip_suffix(ending)).map(str::len)?;
    name.get(..length).map(|stem| format!("{stem}{right}"))
}

/// Is it what others call the file of a map?
fn is_called_map(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = ["geojson", "json", "geojson.txt", "geojson.json"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending)?.strip_suffix('.'));
    stem.is_some_and(|stem| stem == "map" || stem.contains("karta")) || lower.ends_with(".geojson")
}

fn propose(rest: &[&str]) -> Option<String> {
    match rest {
        ["municipality.yml"] => Some("municipality.yaml".to_string()),
        [name] if is_called_map(name) => Some(MAP.to_string()),
        [folder, name] => {
            let near = crate::base::nearest(folder, ["centres", "news", "pages", "images", "files"])?;
            (near != *folder).then(|| format!("{near}/{name}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_follows_from_the_place() {
        let role = |path: &str| Role::of(&SourcePath::new(path));
        assert_eq!(role("content/site.yaml"), Some(Role::Site));
        assert_eq!(
            role("content/botkyrka/centres/fittja.yaml"),
            Some(Role::Centre { owner: "botkyrka".into(), id: "fittja".into() })
        );
        assert_eq!(
            role("content/_shared/news/2026-01-01-x.md"),
            Some(Role::News { owner: "_shared".into() })
        );
        assert!(
            matches!(role("content/botkyrka/centers/x.yaml"), Some(Role::Stray { proposal: Some(p), .. }) if p == "centres/x.yaml")
        );
        assert!(matches!(role("content/botkyrka/notes.txt"), Some(Role::Stray { proposal: None, .. })));
        for (path, right) in [
            ("centres/fittja.yml", "fittja.yaml"),
            ("centres/fittja.yaml.txt", "fittja.yaml"),
            ("centres/Fittja.YAML", "Fittja.yaml"),
            ("news/2026-01-01-x.md.txt", "2026-01-01-x.md"),
            ("pages/om.MD", "om.md"),
            ("pages/om.txt", "om.md"),
        ] {
            let stray = Role::Stray { owner: "botkyrka".into(), proposal: Some(right.into()) };
            assert_eq!(role(&format!("content/botkyrka/{path}")), Some(stray), "{path}");
        }
        assert_eq!(role("content/botkyrka/.DS_Store"), None);
        assert_eq!(role("README.md"), None);
    }
}
