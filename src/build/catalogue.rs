//! The catalogue: which files there are, by the folder that they belong to.
//!
//! What a file is for follows from its name, so a folder with the same names as before is not gone through again.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::base::{At, Code, Diagnostic, SourcePath, is_slug, slug_of};
use crate::cache::{KnownListing, Memory};
use crate::input::{InputFolder, Inputs};
use crate::model::find_clashes;
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
        for folder in inputs.folders() {
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

    /// The files of a municipality.
    pub fn files(&self, id: &str) -> &[(SourcePath, Role)] {
        self.municipalities.get(id).map_or(&[], |listing| &listing.files)
    }

    /// The shared files.
    pub fn shared_files(&self) -> &[(SourcePath, Role)] {
        self.shared.as_ref().map_or(&[], |listing| &listing.files)
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
                self.diagnostics.push(diagnostic.with("name", id).with("proposal", slug_of(id)));
            } else if is_reserved(id) {
                self.diagnostics
                    .push(Diagnostic::new(Code::ReservedName, &folder, At::File).with("name", id));
            }
        }
        self.municipalities.retain(|id, files| is_slug(id) && !no_config(files));
    }
}

/// What the files of a folder are for.
fn list(folder: &InputFolder) -> KnownListing {
    let mut listing = KnownListing {
        listing: folder.listing,
        files: Vec::with_capacity(folder.paths.len()),
        is_municipality: false,
        diagnostics: find_clashes(&folder.paths),
    };
    for path in folder.paths.iter() {
        match Role::of(path) {
            None | Some(Role::Theme { .. } | Role::Site) => {}
            Some(Role::Stray { owner, proposal }) => {
                let proposal = proposal.unwrap_or_else(|| "none".to_string());
                let stray = Diagnostic::new(Code::StrayFile, path, At::File).with("proposal", proposal);
                listing.diagnostics.push(stray);
                listing.is_municipality |= !owner.is_empty() && owner != SHARED;
            }
            Some(role) => {
                listing.is_municipality |= role.owner().is_some_and(|owner| owner != SHARED);
                listing.files.push((path.clone(), role));
            }
        }
    }
    listing
}

/// Clashes between the files of folders whose own names clash, such as `Botkyrka` and `botkyrka`.
fn alike(folders: &[InputFolder]) -> Vec<Diagnostic> {
    let mut named: HashMap<String, Vec<&InputFolder>> = HashMap::new();
    for folder in folders.iter().filter(|folder| folder.name.starts_with("content/")) {
        let folded = folder.name.nfc().collect::<String>().to_lowercase();
        named.entry(folded).or_default().push(folder);
    }
    let together = |folders: Vec<&InputFolder>| -> Vec<Diagnostic> {
        let alone: Vec<Diagnostic> = folders.iter().flat_map(|folder| find_clashes(&folder.paths)).collect();
        let paths: Vec<SourcePath> = folders.iter().flat_map(|folder| folder.paths.iter().cloned()).collect();
        let mut found = find_clashes(&paths);
        found.retain(|clash| !alone.contains(clash));
        found
    };
    let clashing = named.into_values().filter(|folders| folders.len() > 1);
    clashing.flat_map(together).collect()
}

/// Folders that the region's own pages lie in.
/// Is this a name that fcsite gives a folder of the region's own?
pub fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

const RESERVED: [&str; 5] = ["nyheter", "tillganglighet", "assets", "api", "familjecentraler"];
