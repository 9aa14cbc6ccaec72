//! The catalogue: which files there are, by the folder that they belong to.
//!
//! What a file is for follows from its name, so a folder with the same names as before is not gone through again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::base::{At, Code, Diagnostic, SourcePath, has_ignored_part, is_slug, original_of, proposed_name};
use crate::cache::{KnownListing, Memory};
use crate::input::{InputFolder, Inputs};
use crate::model::{self, NameOf, find_clashes, is_reserved, reserved};
use crate::parse::municipality::Site;
use crate::parse::{Role, SHARED};

/// The files of the source folder, by what they are for.
#[derive(Debug)]
pub struct Catalogue {
    /// `content/site.yaml`, whether it exists or not.
    pub site: SourcePath,
    /// Does it exist?
    pub has_site: bool,
    /// The files of each municipality.
    pub municipalities: BTreeMap<String, Arc<KnownListing>>,
    /// The shared files.
    pub shared: Option<Arc<KnownListing>>,
    /// What is wrong with the way that the files lie.
    pub diagnostics: Vec<Diagnostic>,
}

impl Catalogue {
    /// Sorts the files; what is known of a folder's names is remembered.
    pub fn of(inputs: &dyn Inputs, old: &Memory, next: &mut Memory) -> Self {
        let site = SourcePath::new("content/site.yaml");
        let mut catalogue = Self {
            has_site: inputs.exists(&site),
            site,
            municipalities: BTreeMap::new(),
            shared: None,
            diagnostics: alike(inputs.folders()),
        };
        for folder in inputs.folders().iter().filter(|folder| !has_ignored_part(&folder.name)) {
            if let Some(original) = copied_folder(inputs, &folder.name) {
                let path = SourcePath::new(&folder.name);
                catalogue.diagnostics.push(model::copy(&path, &original, "folder"));
                continue;
            }
            let known = old.listings.get(&folder.name).filter(|known| known.listing == folder.listing);
            let listing = known.cloned().unwrap_or_else(|| Arc::new(list(folder)));
            catalogue.diagnostics.extend(listing.diagnostics.iter().cloned());
            next.listings.insert(folder.name.clone(), listing.clone());
            match folder.name.strip_prefix("content/") {
                Some(SHARED) => catalogue.shared = Some(listing),
                Some(id) if listing.is_municipality => {
                    catalogue.municipalities.insert(id.to_string(), listing);
                }
                _ => {}
            }
        }
        if !catalogue.has_site {
            catalogue.diagnostics.push(Diagnostic::anywhere(Code::NoSite));
        }
        catalogue.check_folders();
        catalogue
    }

    /// The municipality of a site that has only one.
    pub fn only_one(&self) -> Option<&str> {
        let mut ids = self.municipalities.keys();
        ids.next().filter(|_| ids.next().is_none()).map(String::as_str)
    }

    /// The files of a municipality.
    pub fn files(&self, id: &str) -> &[(SourcePath, Role)] {
        self.municipalities.get(id).map_or(&[], |listing| &listing.files)
    }

    pub fn shared_files(&self) -> &[(SourcePath, Role)] {
        self.shared.as_ref().map_or(&[], |listing| &listing.files)
    }

    /// The folders of municipalities that lie where the region's pages in another language do. Where there is one municipality there is no
    /// region, and its front page can lie there.
    pub fn called_like_languages(&self, site: &Site) -> impl Iterator<Item = Diagnostic> {
        let has_region = self.only_one().is_none();
        let ids = self.municipalities.keys().filter(move |id| has_region && site.languages.contains(id));
        ids.map(|id| reserved(&SourcePath::new(&format!("content/{id}")), id))
    }

    fn check_folders(&mut self) {
        let no_config = |listing: &KnownListing| {
            !listing.files.iter().any(|(_, role)| matches!(role, Role::Municipality { .. }))
        };
        for (id, files) in &self.municipalities {
            let folder = SourcePath::new(&format!("content/{id}"));
            if no_config(files) {
                self.diagnostics
                    .push(Diagnostic::new(Code::NotAMunicipality, &folder, At::File).with("folder", &folder));
            }
            if !is_slug(id) {
                let diagnostic = Diagnostic::new(Code::BadName, &folder, At::File);
                self.diagnostics.push(diagnostic.with("name", id).with("proposal", proposed_name(id)));
            } else if is_reserved(id, NameOf::Folder, []) {
                self.diagnostics.push(reserved(&folder, id));
            } else {
                self.diagnostics.extend(model::name_fault(&folder, id, id));
            }
        }
        self.municipalities.retain(|id, files| is_slug(id) && !no_config(files));
    }
}

/// What the files of a folder are for. Copies of files beside their originals are left out, so that nothing of them is published; a
/// picture's is told where it is known whether a text shows it.
fn list(folder: &InputFolder) -> KnownListing {
    let mut listing = KnownListing {
        listing: folder.listing,
        files: Vec::with_capacity(folder.paths.len()),
        is_municipality: false,
        diagnostics: Vec::new(),
    };
    let mut left_out: HashSet<&SourcePath> = HashSet::new();
    for path in folder.paths.iter() {
        let Some(role) = Role::of(path) else {
            left_out.insert(path);
            continue;
        };
        listing.is_municipality |= role.owner().is_some_and(|owner| !owner.is_empty() && owner != SHARED);
        if !matches!(role, Role::Image { .. } | Role::Attachment { .. } | Role::Theme { .. })
            && let Some(original) = model::original(path, &folder.paths)
        {
            listing.diagnostics.push(model::copy(path, &original, "file"));
            left_out.insert(path);
            continue;
        }
        match role {
            Role::Site => {}
            Role::Stray { proposal, .. } => {
                let proposal = proposal.unwrap_or_else(|| "none".to_string());
                let stray = Diagnostic::new(Code::StrayFile, path, At::File).with("proposal", proposal);
                listing.diagnostics.push(stray);
            }
            Role::Theme { .. } => listing.diagnostics.extend(model::file_name_fault(path, &role)),
            role => {
                listing.diagnostics.extend(model::file_name_fault(path, &role));
                listing.files.push((path.clone(), role));
            }
        }
    }
    let kept = |paths: &[SourcePath]| {
        paths.iter().filter(|path| !left_out.contains(path)).cloned().collect::<Vec<_>>()
    };
    let clashes =
        if left_out.is_empty() { find_clashes(&folder.paths) } else { find_clashes(&kept(&folder.paths)) };
    listing.diagnostics.extend(clashes);
    listing
}

/// The folder of `content/` that this one is a copy of.
pub fn copied_folder(inputs: &dyn Inputs, name: &str) -> Option<SourcePath> {
    let name = name.strip_prefix("content/")?;
    let exists = |other: &str| other != SHARED && inputs.folder(&format!("content/{other}")).is_some();
    let original = original_of(name, exists)?;
    Some(SourcePath::new(&format!("content/{original}")))
}

/// Clashes between the files of folders whose own names clash, such as `Botkyrka` and `botkyrka`.
fn alike(folders: &[InputFolder]) -> Vec<Diagnostic> {
    let mut named: HashMap<String, Vec<&InputFolder>> = HashMap::new();
    let is_content =
        |folder: &&InputFolder| folder.name.starts_with("content/") && !has_ignored_part(&folder.name);
    for folder in folders.iter().filter(is_content) {
        let folded = folder.name.nfc().collect::<String>().to_lowercase();
        named.entry(folded).or_default().push(folder);
    }
    let together = |folders: Vec<&InputFolder>| -> Vec<Diagnostic> {
        let alone: HashSet<Diagnostic> =
            folders.iter().flat_map(|folder| find_clashes(&folder.paths)).collect();
        let paths: Vec<SourcePath> = folders.iter().flat_map(|folder| folder.paths.iter().cloned()).collect();
        let mut found = find_clashes(&paths);
        found.retain(|clash| !alone.contains(clash));
        found
    };
    let clashing = named.into_values().filter(|folders| folders.len() > 1);
    clashing.flat_map(together).collect()
}
