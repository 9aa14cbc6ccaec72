//! Which files and folders are nobody's content: what editors, systems, file servers and synchronising programs leave behind.
//!
//! One list for all rooms, since two lists differ sooner or later: a backup copy that the scan lets be and the catalogue warns of, a folder of a
//! file server that stops the build. It goes by the name of a file or folder alone, in any case, as Windows and Macs do.

/// Folders and files of systems and file servers, in small letters.
const NAMES: [&str; 30] = [
    // Windows
    "desktop.ini",
    "thumbs.db",
    "thumbs.db:encryptable",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "$recycle.bin",
    "recycler",
    "recycled",
    "system volume information",
    "found.000",
    // Macs
    "icon\r",
    "__macosx",
    "desktop db",
    "desktop df",
    "network trash folder",
    "temporary items",
    "thevolumesettingsfolder",
    // file servers: Synology, QNAP
    "@eadir",
    "@tmp",
    "@recycle",
    "@recently-snapshot",
    "@sharebin",
    "#recycle",
    "#snapshot",
    "synofile_thumb",
    // Linux
    "lost+found",
    // version control of older days, and what vim tries a folder with
    "cvs",
    "_svn",
    "4913",
    "5036",
];

/// Endings of files that are set aside, half written or half loaded, in small letters.
const ENDINGS: [&str; 19] = [
    "bak",
    "backup",
    "bck",
    "old",
    "orig",
    "rej",
    "save",
    "swp",
    "swo",
    "swn",
    "swx",
    "swpx",
    "tmp",
    "temp",
    "part",
    "partial",
    "filepart",
    "crdownload",
    "opdownload",
];

/// Is this file or folder, by its name, nobody's content?
///
/// Everything that begins with a dot is the system's or an editor's (`.DS_Store`, `._x.jpg`, `.x.md.swp`, `.#x.md`, `.git`, `.stfolder`,
/// `.Trash-1000`), and so is what begins or ends with a tilde (`~$x.docx`, `x.md~`).
pub fn is_ignored(name: &str) -> bool {
    if name.starts_with(['.', '~']) || name.ends_with('~') {
        return true;
    }
    if name.len() > 2 && name.starts_with('#') && name.ends_with('#') {
        return true;
    }
    if let Some((_, ending)) = name.rsplit_once('.')
        && (ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) || is_made_while_saving(ending))
    {
        return true;
    }
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Is a part of this path, written with `/`, ignored?
pub fn has_ignored_part(path: &str) -> bool {
    path.split('/').any(is_ignored)
}

/// The endings of files that stand beside the real one for a moment: a Mac's `x.md.sb-1a2b3c4d-xyz`, JetBrains' `x.md___jb_tmp___`.
fn is_made_while_saving(ending: &str) -> bool {
    let on_a_mac = ending.get(..3) == Some("sb-") && ending.len() > 8;
    on_a_mac || ending.ends_with("___jb_tmp___") || ending.ends_with("___jb_old___")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_systems_and_servers_leave_is_ignored_in_any_case() {
        for name in [
            // editors: vim, Emacs, nano, Notepad++, JetBrains, a Mac's save, git and patch
            "saker.md~",
            ".saker.md.swp",
            "saker.md.swp",
            ".#saker.md",
            "#saker.md#",
            "saker.md.save",
            "saker.md.bak",
            "saker.md.BAK",
            "saker.md.old",
            "saker.md.orig",
            "saker.md.rej",
            "4913",
            "saker.md.sb-1a2b3c4d-XyZ123",
            "saker.md___jb_tmp___",
            "saker.md.un~",
            // offices
            "~$saker.docx",
            "~WRD0001.tmp",
            ".~lock.saker.odt#",
            "~saker.tmp",
            // systems and servers
            "Thumbs.db",
            "thumbs.db",
            "DESKTOP.INI",
            ".DS_Store",
            "._saker.md",
            "Icon\r",
            ".directory",
            "@eaDir",
            "#recycle",
            "$RECYCLE.BIN",
            "System Volume Information",
            "__MACOSX",
            ".Trash-1000",
            "lost+found",
            ".Spotlight-V100",
            ".fseventsd",
            "@Recycle",
            "#snapshot",
            "Network Trash Folder",
            // synchronising and version control
            ".git",
            ".gitignore",
            ".svn",
            ".stfolder",
            ".stversions",
            ".stignore",
            ".syncthing.saker.md.tmp",
            "~syncthing~saker.md.tmp",
            ".dropbox.cache",
            ".owncloudsync.log",
            ".sync_1a2b.db",
            ".tmp.drivedownload",
            "saker.md.part",
            "saker.jpg.crdownload",
            "saker.md.filepart",
        ] {
            assert!(is_ignored(name), "{name:?}");
        }
    }

    #[test]
    fn what_somebody_wrote_is_not() {
        for name in [
            "saker.md",
            "2026-11-21-saker.en.md",
            "fittja.yaml",
            "lek.png",
            "Foto.JPG",
            "botkyrka",
            "_shared",
            "site.yaml",
            "bak",
            "old",
            "part.md",
            "tmp.md",
            "#1.jpg",
            "#",
            "##",
            "sb-1.md",
            "orig.yaml",
            "saker (1).md",
        ] {
            assert!(!is_ignored(name), "{name:?}");
        }
        assert!(has_ignored_part("content/botkyrka/images/@eaDir/lek.png"));
        assert!(!has_ignored_part("content/botkyrka/images/lek.png"));
    }

    #[test]
    fn what_a_system_makes_by_itself_is_ignored_too() {
        for name in
            ["desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "icon\r", "@eadir", ".directory"]
        {
            assert!(is_ignored(name), "{name:?}");
        }
        assert!(is_ignored(".DS_Store") && is_ignored("._index.html"));
    }
}
