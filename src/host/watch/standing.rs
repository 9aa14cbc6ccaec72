//! What stands at the paths of the watched folders, and on what kind of file system.
//!
//! A path says nothing about which folder it is: one may be renamed away and another put in its place. Device, inode and time of
//! birth do; the last because an inode's number is given away again at once.

use std::io;
use std::path::Path;

use crate::host::ground::{self, FileKind, Ground, Identity, Place};
use crate::host::source::FOLDERS;

/// Which folders are the source folder and those in it that a build reads.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Standing {
    source: Option<(u64, Identity)>,
    folders: [Option<(u64, Identity)>; FOLDERS.len()],
}

impl Standing {
    /// Looks at the folders.
    pub fn at(source: &Path) -> Self {
        // The person may have given a link to the source folder; inside it none is followed.
        let Ok(ground) = Ground::open(source) else { return Self::default() };
        let identity = |place: Place| {
            let look = place.look().ok().filter(|look| look.kind == FileKind::Folder)?;
            Some((look.number.0, place.identity().ok()?))
        };
        let source = ground.place();
        Self { folders: FOLDERS.map(|folder| identity(source.join(folder))), source: identity(source) }
    }

    /// Whether there is no source folder.
    pub fn is_gone(&self) -> bool {
        self.source.is_none()
    }
}

/// Whether a folder lies there below the source folder, and no link to one, nor one on the way. One that cannot be looked at may be.
pub fn is_folder(root: &Path, folder: &Path) -> io::Result<bool> {
    match Ground::open(root).and_then(|ground| ground.place().join(folder).look()) {
        Ok(look) => Ok(look.kind == FileKind::Folder),
        Err(error) if ground::is_absent(&error) || ground::is_link(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The kind of a file system that others write to without an event here, if the source folder or a folder in it lies on one.
#[cfg(target_os = "linux")]
pub fn shared(source: &Path) -> Option<&'static str> {
    let kind = |place: Place| {
        // The numbers are those of linux/magic.h and of the drivers themselves; 32 bits wide, signed on some machines.
        match place.file_system().ok()? {
            0x6969 => Some("NFS"),
            0x517b | 0xff53_4d42 | 0xfe53_4d42 => Some("SMB"),
            0x0102_1997 => Some("9P"),
            0x6573_5546 => Some("FUSE"),
            0x00c3_6400 => Some("Ceph"),
            0x5346_414f | 0x6b41_4653 => Some("AFS"),
            0x786f_4256 => Some("VirtualBox"),
            _ => None,
        }
    };
    let source = Ground::open(source).ok()?.place();
    kind(source.clone()).or_else(|| FOLDERS.iter().find_map(|folder| kind(source.join(folder))))
}

/// Other systems tell of shared folders by events, or are not asked.
#[cfg(not(target_os = "linux"))]
pub fn shared(_source: &Path) -> Option<&'static str> {
    None
}
