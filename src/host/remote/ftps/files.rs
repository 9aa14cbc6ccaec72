//! Single files on a server, each in its careful form. Nothing is done through a link below the target's folder, as far as the server tells of links.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use suppaftp::FtpError;

use super::super::far::{FarError, LONGEST_TOP, link_in_the_way, said_of, too_large, too_short};
use super::super::folders::{Known, KnownFolders, NamesRoom, note, of, ways};
use super::super::path::parted;
use super::link::{FtpsLink, FtpsReply};
use super::listing::{self, FtpsKind};
use crate::base::Phrase;

/// No list of a folder is longer, in bytes.
const MOST_OF_A_LIST: u64 = 32 << 20;

/// What is known of the folders of a target.
#[derive(Default)]
pub struct FtpsFolders {
    known: KnownFolders,
    /// What was in them when they were first listed.
    listed: Mutex<HashMap<String, BTreeMap<String, FtpsKind>>>,
    room: NamesRoom,
}

/// What went wrong with a connection.
pub fn trouble(error: &FtpError, path: &str) -> FarError {
    FarError::passing(said_of(path, error))
}

/// The folder, by its whole path. It must be there. Links on the way to it are the server's own.
pub fn find_top(link: &mut FtpsLink, folder: &str) -> Result<String, FarError> {
    let missing = || FarError::lasting(Phrase::new("target-no-folder").with("path", folder));
    if !folder.is_empty() && !ask(link, &format!("CWD {folder}"), folder)?.is_good() {
        return Err(missing());
    }
    let reply = ask(link, "PWD", folder)?;
    let (start, end) = (reply.text.find('"'), reply.text.rfind('"'));
    let (Some(start), Some(end)) = (start, end) else { return Err(missing()) };
    let top = reply.text.get(start + 1..end).map(|top| top.replace("\"\"", "\"")).ok_or_else(missing)?;
    let is_good = reply.is_good() && top.len() <= LONGEST_TOP && !top.contains(char::is_control);
    if is_good { Ok(top.trim_end_matches('/').to_string()) } else { Err(missing()) }
}

fn ask(link: &mut FtpsLink, command: &str, path: &str) -> Result<FtpsReply, FarError> {
    link.ask(command).map_err(|error| trouble(&error, path))
}

/// What lies in a folder; none where there is no folder.
pub fn list(link: &mut FtpsLink, path: &str) -> Result<Option<Vec<(String, FtpsKind)>>, FarError> {
    let path = if path.is_empty() { "/" } else { path };
    let failed = |error: FtpError| trouble(&error, path);
    if !ask(link, &format!("CWD {path}"), path)?.is_good() {
        return Ok(None);
    }
    // The folder is not named in the command: what stands there may be taken for options.
    let commands: &[&str] = if link.lists_facts { &["MLSD"] } else { &["LIST -a", "LIST"] };
    for command in commands {
        match link.receive(command, MOST_OF_A_LIST).map_err(failed)? {
            Ok(bytes) if bytes.len() as u64 > MOST_OF_A_LIST => return Err(too_large(path)),
            Ok(bytes) if link.lists_facts => return Ok(Some(listing::facts(&bytes))),
            Ok(bytes) => return Ok(Some(listing::lines(&bytes))),
            Err(reply) if reply.code < 500 => return Err(reply.trouble(path)),
            Err(_) => {}
        }
    }
    Ok(Some(Vec::new()))
}

impl FtpsFolders {
    /// What a folder is by the list of the one above; none where it is not there. Each folder is listed once.
    fn kind(&self, link: &mut FtpsLink, top: &str, folder: &str) -> Result<Option<FtpsKind>, FarError> {
        let (above, name) = parted(folder);
        let kind = |listed: &HashMap<String, BTreeMap<String, FtpsKind>>| {
            listed.get(above).map(|entries| entries.get(name).copied())
        };
        if let Some(kind) = kind(&self.listed.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(kind);
        }
        let entries = list(link, format!("{top}/{above}").trim_end_matches('/'))?.unwrap_or_default();
        if !self.room.take(entries.iter().map(|(name, _)| name.as_str())) {
            return Err(too_large(&format!("{top}/{above}")));
        }
        let mut listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        listed.insert(above.to_string(), entries.into_iter().collect());
        Ok(kind(&listed).flatten())
    }

    /// Is there a folder, and no link to one? Those above are looked at too, each once.
    pub fn has(&self, link: &mut FtpsLink, top: &str, folder: &str) -> Result<bool, FarError> {
        for part in ways(folder) {
            if of(&self.known, part).is_some() {
                continue;
            }
            match self.kind(link, top, part)? {
                None => return Ok(false),
                Some(FtpsKind::Link) => return Err(link_in_the_way(&format!("{top}/{part}"))),
                Some(FtpsKind::Plain) => note(&self.known, part, Known::There),
            }
        }
        Ok(true)
    }

    /// Makes a folder and those above it that are not there.
    pub fn make(&self, link: &mut FtpsLink, top: &str, folder: &str) -> Result<(), FarError> {
        for part in ways(folder) {
            if of(&self.known, part).is_some() {
                continue;
            }
            let path = format!("{top}/{part}");
            let reply = ask(link, &format!("MKD {path}"), &path)?;
            let is = if reply.is_good() { Known::Made } else { self.standing(link, (top, part), &reply)? };
            note(&self.known, part, is);
        }
        Ok(())
    }

    /// A folder that could not be made, since it is there, or another hand made it at the same moment.
    fn standing(
        &self,
        link: &mut FtpsLink,
        (top, folder): (&str, &str),
        reply: &FtpsReply,
    ) -> Result<Known, FarError> {
        let path = format!("{top}/{folder}");
        match self.kind(link, top, folder)? {
            Some(FtpsKind::Link) => Err(link_in_the_way(&path)),
            Some(FtpsKind::Plain) => Ok(Known::There),
            // Not when it was listed, or the server does not show what begins with a dot.
            None if ask(link, &format!("CWD {path}"), &path)?.is_good() => Ok(Known::There),
            None => Err(reply.trouble(&path)),
        }
    }

    /// What is known of a folder is true no more.
    pub fn forget(&self, folder: &str) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(folder);
        self.listed.lock().unwrap_or_else(PoisonError::into_inner).remove(parted(folder).0);
    }
}

/// How long a file is; none where there is no file. A server that does not tell says nothing of either.
pub fn size(link: &mut FtpsLink, path: &str) -> Result<FtpsSize, FarError> {
    let reply = ask(link, &format!("SIZE {path}"), path)?;
    match reply.code {
        213 => {
            let number = reply.text.get(4..).and_then(|text| text.trim().parse().ok());
            Ok(number.map_or(FtpsSize::Untold, FtpsSize::Is))
        }
        550 => Ok(FtpsSize::Absent),
        _ if reply.is_unknown() => Ok(FtpsSize::Untold),
        _ => Err(reply.trouble(path)),
    }
}

/// What a server says of the length of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FtpsSize {
    /// It is so long.
    Is(u64),
    /// There is none.
    Absent,
    /// The server does not tell.
    Untold,
}

/// Reads a file of at most so many bytes.
pub fn read(link: &mut FtpsLink, path: &str, most: u64) -> Result<Option<Vec<u8>>, FarError> {
    let size = size(link, path)?;
    match size {
        FtpsSize::Is(size) if size > most => return Err(too_large(path)),
        FtpsSize::Absent if is_hidden_only(link, path)? => return Ok(None),
        _ => {}
    }
    match link.receive(&format!("RETR {path}"), most).map_err(|error| trouble(&error, path))? {
        Ok(bytes) if bytes.len() as u64 > most => Err(too_large(path)),
        Ok(bytes) if matches!(size, FtpsSize::Is(size) if size != bytes.len() as u64) => Err(too_short(path)),
        Ok(bytes) => Ok(Some(bytes)),
        Err(reply) if reply.code == 550 && is_hidden_only(link, path)? => Ok(None),
        Err(reply) => Err(reply.trouble(path)),
    }
}

/// Is a file that cannot be read not there? FTP has one number for both; what its folder lists tells them apart.
fn is_hidden_only(link: &mut FtpsLink, path: &str) -> Result<bool, FarError> {
    let (above, name) = parted(path);
    let entries = list(link, above)?.unwrap_or_default();
    Ok(entries.iter().all(|(entry, _)| entry != name))
}

/// Writes a file and checks how long it is.
pub fn write(link: &mut FtpsLink, path: &str, bytes: &[u8]) -> Result<(), FarError> {
    let reply = link.send(&format!("STOR {path}"), bytes).map_err(|error| trouble(&error, path))?;
    if !reply.is_good() {
        return Err(reply.trouble(path));
    }
    match size(link, path)? {
        FtpsSize::Is(size) if size == bytes.len() as u64 => Ok(()),
        FtpsSize::Untold => Ok(()),
        _ => Err(too_short(path)),
    }
}

/// Moves a file to its place, over what lies there: in one step where the server does that, else with what lay there moved away first.
pub fn move_over(link: &mut FtpsLink, from: &str, to: &str) -> Result<(), FarError> {
    let refused = rename(link, from, to)?;
    if refused.is_good() {
        return Ok(());
    }
    let old = format!("{from}-old");
    if size(link, to)? == FtpsSize::Absent || !rename(link, to, &old)?.is_good() {
        return Err(refused.trouble(to));
    }
    let moved = rename(link, from, to)?;
    if !moved.is_good() {
        // What lay there comes back.
        let _ = rename(link, &old, to);
        return Err(moved.trouble(to));
    }
    ask(link, &format!("DELE {old}"), to).map(drop)
}

fn rename(link: &mut FtpsLink, from: &str, to: &str) -> Result<FtpsReply, FarError> {
    let reply = ask(link, &format!("RNFR {from}"), from)?;
    if reply.code == 350 { ask(link, &format!("RNTO {to}"), to) } else { Ok(reply) }
}

/// Removes a file. What is gone already is as good.
pub fn remove(link: &mut FtpsLink, path: &str) -> Result<(), FarError> {
    let reply = ask(link, &format!("DELE {path}"), path)?;
    if reply.is_good() || reply.code == 550 && is_hidden_only(link, path)? {
        return Ok(());
    }
    Err(reply.trouble(path))
}

/// Adds to a file. False: the server does not do that.
pub fn append(link: &mut FtpsLink, path: &str, bytes: &[u8]) -> Result<bool, FarError> {
    let reply = link.send(&format!("APPE {path}"), bytes).map_err(|error| trouble(&error, path))?;
    match reply.code {
        _ if reply.is_good() => Ok(true),
        500..600 => Ok(false),
        _ => Err(reply.trouble(path)),
    }
}
