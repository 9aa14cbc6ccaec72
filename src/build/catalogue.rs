//! The catalogue: which files there are, by the folder that they belong to.

use std::collections::BTreeMap;

use crate::base::{At, Code, Diagnostic, SourcePath, is_slug, slug_of};
use crate::input::Inputs;
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
    pub municipalities: BTreeMap<String, Vec<(SourcePath, Role)>>,
    /// The shared files.
    pub shared: Vec<(SourcePath, Role)>,
    /// What is wrong with the way that the files lie.
    pub diagnostics: Vec<Diagnostic>,
}

impl Catalogue {
    /// Sorts the files.
    pub fn of(inputs: &dyn Inputs) -> Self {
        let mut catalogue = Self {
            site: SourcePath::new("content/site.yaml"),
            has_site: false,
            municipalities: BTreeMap::new(),
            shared: Vec::new(),
            diagnostics: find_clashes(inputs.paths()),
        };
        for path in inputs.paths() {
            match Role::of(path) {
                None | Some(Role::Theme { .. }) => {}
                Some(Role::Site) => catalogue.has_site = true,
                Some(Role::Stray { owner, proposal }) => catalogue.add_stray(path, &owner, proposal),
                Some(role) => {
                    let owner = role.owner().unwrap_or_default().to_string();
                    let files = if owner == SHARED {
                        &mut catalogue.shared
                    } else {
                        catalogue.municipalities.entry(owner).or_default()
                    };
                    files.push((path.clone(), role));
                }
            }
        }
        if !catalogue.has_site {
            catalogue.diagnostics.push(Diagnostic::anywhere(Code::NoSite));
        }
        catalogue.check_folders();
        catalogue
    }

    fn add_stray(&mut self, path: &SourcePath, owner: &str, proposal: Option<String>) {
        let proposal = proposal.unwrap_or_else(|| "none".to_string());
        self.diagnostics.push(Diagnostic::new(Code::StrayFile, path, At::File).with("proposal", proposal));
        if !owner.is_empty() && owner != SHARED {
            self.municipalities.entry(owner.to_string()).or_default();
        }
    }

    fn check_folders(&mut self) {
        let no_config = |files: &Vec<(SourcePath, Role)>| {
            !files.iter().any(|(_, role)| matches!(role, Role::Municipality { .. }))
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
            } else if RESERVED.contains(&id.as_str()) {
                self.diagnostics
                    .push(Diagnostic::new(Code::ReservedName, &folder, At::File).with("name", id));
            }
        }
        self.municipalities.retain(|id, files| is_slug(id) && !no_config(files));
    }
}

/// Folders that the region's own pages lie in.
const RESERVED: [&str; 5] = ["nyheter", "tillganglighet", "assets", "api", "familjecentraler"];
