//! Targets, opened by their kind. A folder that is no place for a site is refused.

use std::path::{Path, PathBuf};

use super::asks::{Asks, KeyPin};
use super::far::{Far, FarError};
use super::folder::FarFolder;
use super::look::journal_path;
use crate::base::Phrase;
use crate::host::ground;
use crate::host::hidden::{self, Hidden};
use crate::parse::targets::{PublishTarget, S3Target, ServerAddress};

/// Opens a target: the site is built from the source folder into the output.
pub fn open(
    (source, output, hidden): (&Path, Option<&Path>, &Hidden),
    (name, target): (&str, &PublishTarget),
    asks: &Asks<'_>,
) -> Result<Box<dyn Far>, FarError> {
    if let Some(folder) = &target.folder {
        let path = at_home(source, folder);
        refuse_own((source, output), &path)?;
        return Ok(Box::new(FarFolder::open(source, &path, journal_path()?)?));
    }
    if let Some(s3) = &target.s3 {
        let (known, keep) = met(hidden, name, &s3.host())?;
        return s3_target(s3, &KeyPin { known, keep: &keep });
    }
    let address = target.sftp.as_ref().or(target.ftps.as_ref());
    let address =
        address.ok_or_else(|| FarError::lasting(Phrase::new("target-no-folder").with("path", name)))?;
    let (known, keep) = met(hidden, name, &format!("{}:{}", address.host, address.port))?;
    let pin = KeyPin { known, keep: &keep };
    if target.ftps.is_some() {
        ftps((target, address), &pin, asks)
    } else {
        sftp((target, address), source, &pin, asks)
    }
}

/// The key that was accepted at first sight, for this server and no other, and what keeps one. One that cannot be read is not asked for anew.
fn met<'a>(
    hidden: &'a Hidden,
    name: &str,
    server: &str,
) -> Result<(Option<String>, impl Fn(&str) + use<'a>), FarError> {
    let place = format!("published/{name}/host-key");
    let server = format!("{server} ");
    let kept = hidden.find_here(&place, 1000).map_err(|error| FarError::of_system(&error, &place))?;
    let kept = kept.and_then(|bytes| String::from_utf8(bytes).ok());
    let known = kept.and_then(|kept| kept.strip_prefix(&server).map(str::to_string));
    let keep = move |print: &str| drop(hidden.write_here(&place, format!("{server}{print}").as_bytes()));
    Ok((known, keep))
}

#[cfg(feature = "sftp")]
fn sftp(
    target: (&PublishTarget, &ServerAddress),
    source: &Path,
    pin: &KeyPin<'_>,
    asks: &Asks<'_>,
) -> Result<Box<dyn Far>, FarError> {
    Ok(Box::new(super::sftp::FarServer::open(target, source, pin, journal_path()?, asks)?))
}

#[cfg(feature = "ftps")]
fn ftps(
    target: (&PublishTarget, &ServerAddress),
    pin: &KeyPin<'_>,
    asks: &Asks<'_>,
) -> Result<Box<dyn Far>, FarError> {
    Ok(Box::new(super::ftps::FarFtps::open(target, pin, journal_path()?, asks)?))
}

#[cfg(feature = "s3")]
fn s3_target(s3: &S3Target, pin: &KeyPin<'_>) -> Result<Box<dyn Far>, FarError> {
    Ok(Box::new(super::s3::FarS3::open(s3, pin, journal_path()?)?))
}

#[cfg(not(feature = "sftp"))]
fn sftp(
    (_, address): (&PublishTarget, &ServerAddress),
    _: &Path,
    _: &KeyPin<'_>,
    _: &Asks<'_>,
) -> Result<Box<dyn Far>, FarError> {
    Err(without("SFTP", &address.host))
}

#[cfg(not(feature = "ftps"))]
fn ftps(
    (_, address): (&PublishTarget, &ServerAddress),
    _: &KeyPin<'_>,
    _: &Asks<'_>,
) -> Result<Box<dyn Far>, FarError> {
    Err(without("FTPS", &address.host))
}

#[cfg(not(feature = "s3"))]
fn s3_target(s3: &S3Target, _: &KeyPin<'_>) -> Result<Box<dyn Far>, FarError> {
    Err(without("S3", s3.host()))
}

/// What this program was built without.
#[cfg(not(all(feature = "sftp", feature = "ftps", feature = "s3")))]
fn without(kind: &str, host: impl std::fmt::Display) -> FarError {
    FarError::lasting(Phrase::new("target-without").with("kind", kind).with("host", host))
}

/// A path that a person wrote: from the source folder, or from their own.
pub fn at_home(source: &Path, path: &str) -> PathBuf {
    match path.strip_prefix("~/") {
        Some(rest) => std::env::home_dir().unwrap_or_default().join(rest),
        None => source.join(path),
    }
}

/// What is published lies apart from what it is made of.
pub fn refuse_own((source, output): (&Path, Option<&Path>), target: &Path) -> Result<(), FarError> {
    let own = || FarError::lasting(Phrase::new("target-own-folder").with("path", target.display()));
    let failed =
        |path: &Path, error: std::io::Error| FarError::of_system(&error, &path.display().to_string());
    let link_of = |path: &Path| ground::link_of(source, path).map_err(|error| failed(path, error));
    let real = |path: &Path| match ground::real(path) {
        Err(error) if ground::is_absent(&error) => Ok(None),
        // Whether it is one of our own folders cannot be told.
        result => result.map(Some).map_err(|error| failed(path, error)),
    };
    // Who reads `folder: ut` takes it for a folder there.
    if let Some(link) = link_of(target)? {
        return Err(FarError::lasting(Phrase::new("target-link").with("path", link.display())));
    }
    // An output that is a link is refused by the build, which names it; where it leads to is nothing of ours.
    let output = match output {
        Some(output) if link_of(output)?.is_none() => real(output)?,
        _ => None,
    };
    let Some(source) = real(source)? else { return Ok(()) };
    // One that is not there yet may be made, and where it would lie its nearest folder says.
    let mut nearest = None;
    for above in target.ancestors() {
        let here = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        nearest = real(here)?.zip(target.strip_prefix(above).ok());
        if nearest.is_some() {
            break;
        }
    }
    let Some((above, rest)) = nearest else { return Ok(()) };
    if rest.components().any(|part| !matches!(part, std::path::Component::Normal(_))) {
        return Err(own());
    }
    let target = above.join(rest);
    let inner = ["content", "themes", "public", hidden::NAME];
    let is_inside = inner.iter().any(|name| target.starts_with(source.join(name)))
        || output.is_some_and(|output| target.starts_with(output));
    let home = std::env::home_dir().map_or(Ok(None), |home| real(&home))?;
    let is_home = home.is_some_and(|home| home.starts_with(&target));
    if source.starts_with(&target) || is_inside || is_home {
        return Err(own());
    }
    if is_of_programs(&source, &target) {
        return Err(FarError::lasting(Phrase::new("target-of-program").with("path", target.display())));
    }
    Ok(())
}

/// Does a folder belong to a program? `.git` of whatever folder does, and what begins with a dot in the source folder.
fn is_of_programs(source: &Path, target: &Path) -> bool {
    let names = |path: &Path| {
        path.components().map(|part| part.as_os_str().to_string_lossy().to_lowercase()).collect::<Vec<_>>()
    };
    let within = target.strip_prefix(source).map(names).unwrap_or_default();
    names(target).iter().any(|name| name == ".git") || within.iter().any(|name| name.starts_with('.'))
}
