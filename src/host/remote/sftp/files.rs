//! Single files on a server, each in its careful form. Nothing is done through a link below the target's folder.

use std::sync::Arc;

use russh_sftp::client::error::Error;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};

use super::super::far::{FarError, link_in_the_way, said_of, too_large, too_short};
use super::super::folders::{Known, KnownFolders, note, of, ways};
use super::login::{SshLink, is_absent};

/// What is written in one go: every server takes so much.
const PIECE: usize = 32 * 1024;

/// What is read in one go.
const MOST_READ: u32 = 64 * 1024;

/// So many pieces of a file are under way at once: a server far away takes tens of milliseconds for each.
const AHEAD: usize = 16;

/// No folder has more names.
const MOST_NAMES: usize = 1 << 20;

/// No folder is told in more answers, of some hundred names each.
const MOST_ANSWERS: usize = 1 << 14;

/// No disk has longer names, in bytes.
const LONGEST_NAME: usize = 255;

/// So many answers may bring less than this of a file.
const SHORT_ANSWERS: usize = 64;
const SHORT: usize = 1024;

/// What a server said of a file.
pub fn trouble(error: &Error, path: &str) -> FarError {
    match error {
        Error::Status(status) => match status.status_code {
            StatusCode::NoConnection | StatusCode::ConnectionLost => {
                FarError::passing(said_of(path, "connection lost"))
            }
            _ => FarError::lasting(said_of(path, error)),
        },
        Error::Limited(said) => FarError::lasting(said_of(path, said)),
        _ => FarError::passing(said_of(path, error)),
    }
}

/// Is the connection of no use any more?
pub fn is_lost(error: &FarError) -> bool {
    error.may_pass
}

/// What lies there, by itself.
pub async fn look(link: &SshLink, path: &str) -> Result<Option<FileAttributes>, FarError> {
    match link.files.lstat(path).await {
        Ok(attributes) => Ok(Some(attributes.attrs)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(trouble(&error, path)),
    }
}

/// Is there a folder, and no link to one? Those above are looked at too, each once.
pub async fn has_folder(
    link: &SshLink,
    top: &str,
    folder: &str,
    known: &KnownFolders,
) -> Result<bool, FarError> {
    for part in ways(folder) {
        if of(known, part).is_some() {
            continue;
        }
        let path = format!("{top}/{part}");
        match look(link, &path).await? {
            None => return Ok(false),
            Some(attributes) if attributes.is_symlink() => return Err(link_in_the_way(&path)),
            Some(_) => note(known, part, Known::There),
        }
    }
    Ok(true)
}

/// Makes a folder and those above it that are not there.
pub async fn make_folder(
    link: &SshLink,
    top: &str,
    folder: &str,
    known: &KnownFolders,
) -> Result<(), FarError> {
    let mut above = Some(Known::There);
    for part in ways(folder) {
        if let Some(is) = of(known, part) {
            above = Some(is);
            continue;
        }
        let path = format!("{top}/{part}");
        let is_there = match above {
            Some(Known::Made) => None,
            _ => look(link, &path).await?,
        };
        above = match is_there {
            Some(attributes) if attributes.is_symlink() => return Err(link_in_the_way(&path)),
            Some(_) => Some(Known::There),
            None => Some(made(link, &path).await?),
        };
        note(known, part, above.unwrap_or(Known::There));
    }
    Ok(())
}

async fn made(link: &SshLink, path: &str) -> Result<Known, FarError> {
    match link.files.mkdir(path, FileAttributes::empty()).await {
        Ok(_) => Ok(Known::Made),
        // Another hand made it at the same moment.
        Err(error) => match look(link, path).await? {
            Some(attributes) if attributes.is_dir() => Ok(Known::There),
            Some(attributes) if attributes.is_symlink() => Err(link_in_the_way(path)),
            _ => Err(trouble(&error, path)),
        },
    }
}

/// Reads a plain file of at most so many bytes.
pub async fn read(link: &Arc<SshLink>, path: &str, most: u64) -> Result<Option<Vec<u8>>, FarError> {
    let Some(attributes) = look(link, path).await? else { return Ok(None) };
    if attributes.is_symlink() {
        return Err(link_in_the_way(path));
    }
    if attributes.size.is_some_and(|size| size > most) {
        return Err(too_large(path));
    }
    let failed = |error: Error| trouble(&error, path);
    let handle =
        link.files.open(path, OpenFlags::READ, FileAttributes::empty()).await.map_err(failed)?.handle;
    let mut bytes: Vec<u8> = Vec::new();
    // The first answer says how much the server gives at a time.
    let (mut answers, mut piece, mut count) = (0, MOST_READ, 1);
    'whole: loop {
        let asked = pieces(link, &handle, (bytes.len() as u64, piece, count)).await;
        for answer in asked {
            // A server that gives byte after byte would hold the program for days.
            answers += 1;
            if answers > SHORT_ANSWERS + bytes.len() / SHORT {
                return Err(too_large(path));
            }
            let data = match answer {
                Ok(data) if data.is_empty() => break 'whole,
                Ok(data) => data,
                Err(Error::Status(status)) if status.status_code == StatusCode::Eof => break 'whole,
                Err(error) => return Err(failed(error)),
            };
            bytes.extend_from_slice(&data);
            if bytes.len() as u64 > most {
                return Err(too_large(path));
            }
            // What was asked for behind a short one does not follow on it.
            if data.len() < piece as usize {
                piece = u32::try_from(data.len()).unwrap_or(piece);
                break;
            }
        }
        let left = attributes.size.unwrap_or_default().saturating_sub(bytes.len() as u64);
        count = usize::try_from(left.div_ceil(u64::from(piece))).unwrap_or(AHEAD).clamp(1, AHEAD);
    }
    let _ = link.files.close(handle).await;
    Ok(Some(bytes))
}

/// Some pieces of an open file, asked for at once: from where, how long each, and how many.
async fn pieces(
    link: &Arc<SshLink>,
    handle: &str,
    (from, piece, count): (u64, u32, usize),
) -> Vec<Result<Vec<u8>, Error>> {
    let ask = |number: u64| {
        let (link, handle) = (Arc::clone(link), handle.to_string());
        async move {
            let read = link.files.read(handle, from + number * u64::from(piece), piece).await;
            read.map(|data| data.data)
        }
    };
    side_by_side((0..count as u64).map(ask)).await
}

/// Does some things on a connection at once, and gives what came of each, in their order. All have ended then.
async fn side_by_side<T: Send + 'static>(
    works: impl Iterator<Item = impl Future<Output = Result<T, Error>> + Send + 'static>,
) -> Vec<Result<T, Error>> {
    let tasks: Vec<_> = works.map(tokio::spawn).collect();
    let mut ended = Vec::with_capacity(tasks.len());
    for task in tasks {
        ended.push(task.await.unwrap_or_else(|error| Err(Error::IO(error.to_string()))));
    }
    ended
}

/// The names in a folder.
pub async fn names(link: &SshLink, path: &str) -> Result<Vec<String>, FarError> {
    let failed = |error: Error| trouble(&error, path);
    let handle = match link.files.opendir(path).await {
        Ok(handle) => handle.handle,
        Err(error) if is_absent(&error) => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut found = Vec::new();
    // Counted is what comes, and not what is of use.
    let (mut answers, mut count) = (0, 0);
    while answers < MOST_ANSWERS && count < MOST_NAMES {
        answers += 1;
        match link.files.readdir(handle.as_str()).await {
            Ok(names) if names.files.is_empty() => break,
            Ok(names) => {
                count += names.files.len();
                let names = names.files.into_iter().map(|file| file.filename);
                let is_name = |name: &String| name.len() <= LONGEST_NAME && name != "." && name != "..";
                found.extend(names.filter(is_name));
            }
            Err(Error::Status(status)) if status.status_code == StatusCode::Eof => break,
            Err(error) => return Err(failed(error)),
        }
    }
    let _ = link.files.close(handle).await;
    Ok(found)
}

/// Writes a new file and checks how long it is. Gives its handle, which is still open.
pub async fn write_new(link: &Arc<SshLink>, path: &str, bytes: &[u8]) -> Result<String, FarError> {
    let failed = |error: Error| trouble(&error, path);
    let flags = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::EXCLUDE;
    let handle = link.files.open(path, flags, FileAttributes::empty()).await.map_err(failed)?.handle;
    write_at(link, (handle.as_str(), path), 0, bytes).await?;
    let length = link.files.fstat(handle.as_str()).await.map_err(failed)?.attrs.size;
    if length.is_some_and(|length| length != bytes.len() as u64) {
        return Err(too_short(path));
    }
    Ok(handle)
}

/// Writes at a place of an open file.
pub async fn write_at(
    link: &Arc<SshLink>,
    (handle, path): (&str, &str),
    from: u64,
    bytes: &[u8],
) -> Result<(), FarError> {
    let mut offset = from;
    for some in bytes.chunks(PIECE * AHEAD) {
        let pieces = some.chunks(PIECE).map(|piece| {
            let (link, handle, at, piece) = (Arc::clone(link), handle.to_string(), offset, piece.to_vec());
            offset += piece.len() as u64;
            async move { link.files.write(handle, at, piece).await }
        });
        let written = side_by_side(pieces).await;
        // All have ended before it is said that one failed.
        if let Some(error) = written.into_iter().find_map(Result::err) {
            return Err(trouble(&error, path));
        }
    }
    Ok(())
}

/// Moves a file to its place, over what lies there: in one step where the server can, else with what lay there moved away first.
pub async fn move_over(link: &SshLink, from: &str, to: &str) -> Result<(), FarError> {
    if link.renames_over {
        return match link.files.extended("posix-rename@openssh.com", two(from, to)).await {
            Ok(Packet::Status(status)) if status.status_code == StatusCode::Ok => Ok(()),
            Ok(Packet::Status(status)) => Err(trouble(&Error::Status(status), to)),
            Ok(_) => Err(trouble(&Error::UnexpectedPacket, to)),
            Err(error) => Err(trouble(&error, to)),
        };
    }
    let Err(error) = link.files.rename(from, to).await else { return Ok(()) };
    let old = format!("{from}-old");
    if look(link, to).await?.is_none() || link.files.rename(to, old.as_str()).await.is_err() {
        return Err(trouble(&error, to));
    }
    if let Err(error) = link.files.rename(from, to).await {
        // What lay there comes back.
        let _ = link.files.rename(old.as_str(), to).await;
        return Err(trouble(&error, to));
    }
    let _ = link.files.remove(old).await;
    Ok(())
}

/// Two names as the protocol writes them.
fn two(one: &str, other: &str) -> Vec<u8> {
    let mut data = Vec::with_capacity(one.len() + other.len() + 8);
    for name in [one, other] {
        data.extend_from_slice(&u32::try_from(name.len()).unwrap_or_default().to_be_bytes());
        data.extend_from_slice(name.as_bytes());
    }
    data
}
