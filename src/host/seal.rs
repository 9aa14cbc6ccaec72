//! What this computer wrote itself, told from what only looks so.
//!
//! `.fcsite`, the output and what lies beside it come along with a repository, so anybody may have written them, right checksums included.
//! What is to be believed without being made anew is sealed: a BLAKE3 hash with a key that lies in the person's own state
//! folder and in no repository. What has no seal that fits is as good as not there; a build then costs what a first one costs.

use std::env;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::ground::{self, Ground, Place};

/// The length of a seal in bytes.
pub const LENGTH: usize = blake3::OUT_LEN;

/// The length of the key in bytes.
const KEY: usize = blake3::KEY_LEN;

const KEY_FILE: &str = "key";

/// The right to seal, if the person has a key.
#[derive(Clone, Debug, Default)]
pub struct Seal {
    key: Option<Arc<[u8; KEY]>>,
    trouble: Option<Arc<SealTrouble>>,
}

/// Why the person's key was not to be had: what was sealed before cannot be told from what was not.
#[derive(Debug)]
pub struct SealTrouble {
    /// The folder that it lies in.
    pub folder: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

impl SealTrouble {
    /// Is it said of a folder that one is never let into, or that is not to be had here? Then nothing was kept there before either.
    pub fn is_lasting(&self) -> bool {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let error = &self.error;
        error.raw_os_error().is_none()
            || ground::is_absent(error)
            || ground::is_link(error)
            || matches!(error.kind(), PermissionDenied | QuotaExceeded | ReadOnlyFilesystem | StorageFull)
    }
}

impl Seal {
    /// With the person's key, which is made at first need. Where none can be kept nothing is sealed, and nothing believed.
    pub fn of_person() -> Self {
        static SEAL: OnceLock<Seal> = OnceLock::new();
        let found = || match state_folder().map(|folder| (key(&folder), folder)) {
            None => Self::default(),
            Some((Ok(key), _)) => Self { key: Some(Arc::new(key)), trouble: None },
            Some((Err(error), folder)) => {
                Self { key: None, trouble: Some(Arc::new(SealTrouble { folder, error })) }
            }
        };
        SEAL.get_or_init(found).clone()
    }

    /// The same for a build of this source folder. A key that lies in what is built is nobody's secret, and is not used.
    pub fn of_person_for(source: &Path) -> Self {
        if state_folder_for(source).is_some() { Self::of_person() } else { Self::default() }
    }

    /// Can anything be sealed?
    pub fn is_there(&self) -> bool {
        self.key.is_some()
    }

    /// Why there is no key, where there might have been one.
    pub fn trouble(&self) -> Option<&SealTrouble> {
        self.trouble.as_deref()
    }

    /// The seal of some bytes in their role: the same bytes have another in another.
    pub fn of(&self, role: &str, bytes: &[u8]) -> Option<[u8; LENGTH]> {
        Some(*self.hash(role, bytes)?.as_bytes())
    }

    fn hash(&self, role: &str, bytes: &[u8]) -> Option<blake3::Hash> {
        let mut hasher = blake3::Hasher::new_keyed(self.key.as_deref()?);
        // The role's length ends it: no bytes and role are those of another pair. The bytes come first, since their long runs are hashed
        // many at once only from the beginning.
        hasher.update(bytes).update(role.as_bytes()).update(&role.len().to_le_bytes());
        Some(hasher.finalize())
    }

    /// The same as text.
    pub fn text_of(&self, role: &str, bytes: &[u8]) -> Option<String> {
        Some(self.hash(role, bytes)?.to_hex().to_string())
    }

    /// Did this person seal these bytes in this role?
    pub fn fits(&self, role: &str, bytes: &[u8], seal: &[u8]) -> bool {
        // Compared in constant time.
        let seal = <[u8; LENGTH]>::try_from(seal).map(blake3::Hash::from_bytes);
        matches!((self.hash(role, bytes), seal), (Some(hash), Ok(seal)) if hash == seal)
    }
}

/// The person's own folder for what is kept of this source folder. `None`: there is none, or it lies in what is built, where anybody may have
/// written it.
pub fn state_folder_for(source: &Path) -> Option<PathBuf> {
    let folder = state_folder()?;
    (!ground::is_within(source, &folder)).then_some(folder)
}

#[expect(clippy::disallowed_methods, reason = "the person's own folder is named by the environment")]
/// Where programs keep such things for a person, on each system.
fn state_folder() -> Option<PathBuf> {
    let given = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = |inner: &str| Some(env::home_dir().filter(|home| home.is_absolute())?.join(inner));
    let folder = if cfg!(windows) {
        given("LOCALAPPDATA")
    } else if cfg!(target_vendor = "apple") {
        home("Library/Application Support")
    } else {
        given("XDG_STATE_HOME").or_else(|| home(".local/state"))
    };
    Some(folder?.join("fcsite"))
}

fn key(folder: &Path) -> io::Result<[u8; KEY]> {
    let (folder, _) = Ground::make(folder)?;
    let place = folder.place().join(KEY_FILE);
    read(&place).or_else(|_| {
        // Where two begin at once, the key of one is both's.
        let written = write(&place);
        // That none is there is said by what could not be written.
        read(&place)
            .map_err(|error| if ground::is_absent(&error) { written.err().unwrap_or(error) } else { error })
    })
}

fn read(place: &Place) -> io::Result<[u8; KEY]> {
    place.read(KEY as u64)?.try_into().map_err(|_| io::ErrorKind::InvalidData.into())
}

fn write(place: &Place) -> io::Result<()> {
    let mut key = [0; KEY];
    ground::fill_with_chance(&mut key)?;
    let (part, mut file) = place.temporary()?;
    // Its name comes last and over none: whoever reads it finds it whole.
    let written = only_mine(&file).and_then(|()| file.write_all(&key)).and_then(|()| part.link(place));
    let _ = part.remove_file();
    written
}

#[cfg(unix)]
fn only_mine(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn only_mine(_: &std::fs::File) -> io::Result<()> {
    Ok(())
}
