//! The folder in which one size is measured; removed at the end unless it shall be kept, and not earlier: on ext4 a file made where one has
//! just been removed costs several times as much.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes away with this value, unless it is to be kept.
pub struct Workshop {
    pub root: PathBuf,
    keep: bool,
}

impl Workshop {
    /// A new folder for one size: in `keep` if that is given, else a temporary one in `dir`.
    pub fn new(dir: &Path, keep: Option<&Path>, size: usize) -> Result<Self, Box<dyn Error>> {
        let root = match keep {
            Some(folder) => folder.join(size.to_string()),
            None => dir.join(format!("fcsite-bench-{}-{size}", std::process::id())),
        };
        if root.exists() {
            return Err(format!("{} is already there", root.display()).into());
        }
        fs::create_dir_all(root.join("out")).map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Self { root, keep: keep.is_some() })
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        if let Err(error) = fs::remove_dir_all(&self.root) {
            eprintln!("bench: {}: {error}", self.root.display());
        }
    }
}

/// Makes the next build or server a first one: what fcsite remembers is moved to `aside`, which must not exist yet. It may hold a whole
/// site, and removing that would be charged to what is measured next.
pub fn forget(site: &Path, aside: &Path) -> Result<(), Box<dyn Error>> {
    let memory = site.join(".fcsite");
    if memory.exists() {
        fs::rename(&memory, aside).map_err(|error| format!("{}: {error}", memory.display()))?;
    }
    Ok(())
}
