//! Which list of an output this person's fcsite wrote.
//!
//! The list comes along with a copy of the output, and so do the files that it names, with whatever times and fingerprints somebody wished.
//! So a seal of the list, its time included, is kept in the caller's own folder. Only a file of a sealed list is taken for what the
//! list says of it; of any other list each file is compared with what it shall be, byte for byte.

use super::manifest::Manifest;
use super::target::OutputTarget;
use crate::base::Fingerprint;
use crate::host::hidden::Hidden;

/// What a seal is made of: a hash and a time.
const LENGTH: u64 = 48;

/// Where the seal of an output's list is kept.
#[derive(Debug)]
pub(super) struct Lists {
    hidden: Option<Hidden>,
    name: String,
}

impl Lists {
    /// That of an output. Without a folder nothing is sealed.
    pub fn of(hidden: Option<Hidden>, target: &OutputTarget) -> Self {
        let name = Fingerprint::of(target.output.path().as_os_str().as_encoded_bytes());
        Self { hidden, name: format!("lists/{name}") }
    }

    /// Did we write this list, and nobody since?
    pub fn is_ours(&self, manifest: &Manifest) -> bool {
        let known = || self.hidden.as_ref()?.read(&self.name, LENGTH);
        manifest.sealed_bytes().is_some_and(|bytes| known().is_some_and(|known| known == bytes))
    }

    /// Seals a list. Where that cannot be, the next build compares every file.
    pub fn seal(&self, manifest: &Manifest) {
        if let (Some(hidden), Some(bytes)) = (&self.hidden, manifest.sealed_bytes()) {
            let _ = hidden.write(&self.name, &bytes);
        }
    }
}
