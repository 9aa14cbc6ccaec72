//! A file that is being written, beside those that it may take the place of. It goes where nobody keeps it.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Seek as _, SeekFrom};

use crate::host::ground::{Place, TEMPORARY};

/// A file on its way.
pub(super) struct ArchiveDraft {
    place: Place,
    /// The file, open.
    pub file: File,
    is_kept: Cell<bool>,
}

impl ArchiveDraft {
    /// A new one in a folder.
    pub fn new(folder: &Place) -> io::Result<Self> {
        let (place, _) = folder.join("x").temporary()?;
        let is_kept = Cell::new(false);
        // What is written is read again before it is kept.
        let file = place.find_lock().inspect_err(|_| drop(place.remove_file()))?;
        Ok(Self { place, file, is_kept })
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.place.name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// From its beginning.
    pub fn rewound(&self) -> io::Result<&File> {
        (&self.file).seek(SeekFrom::Start(0))?;
        Ok(&self.file)
    }

    /// From now on the journal says what becomes of it.
    pub fn keep(&self) {
        self.is_kept.set(true);
    }
}

impl Drop for ArchiveDraft {
    fn drop(&mut self) {
        if !self.is_kept.get() {
            // What is left the next one removes.
            let _ = self.place.remove_file();
        }
    }
}

/// Is this the name of a draft?
pub(super) fn is_draft(name: &str) -> bool {
    let number = name.strip_prefix(TEMPORARY).unwrap_or_default();
    number.len() == 16 && number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
