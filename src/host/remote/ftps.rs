//! A folder on a server as a target, over FTPS: FTP that is encrypted by TLS. FTP has one transfer at a time on a connection, so there are as many
//! connections as files go out side by side, or as the server lets one have.

mod files;
mod limit;
mod link;
mod listing;
mod tls;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use self::files::{FtpsFolders, FtpsSize};
use self::limit::LinkWatch;
use self::link::{FtpsLink, FtpsLogin};
use self::tls::{CertificatePin, TlsSession};
use super::asks::{AskedKey, AskingServer, Asks, KeyPin, MOST_TRIES, Refused};
use super::far::{Far, FarError, PARTS};
use super::path::FarPath;
use crate::base::Phrase;
use crate::host::{clock, ground};
use crate::parse::targets::{PublishTarget, ServerAddress};

/// How many connections there are at the most.
const MOST_LINKS: usize = 4;

/// One that was not used for so long may have been closed by the server.
const IDLE: Duration = Duration::from_secs(60);

/// How long another computer may take to make a file that none may have twice, and how often is looked.
const MAKING: u32 = 6;
const APART: Duration = Duration::from_secs(1);

/// A folder on a server.
pub struct FarFtps {
    login: FtpsLogin,
    links: Mutex<FtpsLinks>,
    freed: Condvar,
    watch: LinkWatch,
    top: String,
    journal_path: FarPath,
    journal: Mutex<Option<Vec<u8>>>,
    folders: FtpsFolders,
    token: u64,
    next: AtomicUsize,
}

/// The connections.
struct FtpsLinks {
    free: Vec<(FtpsLink, Instant)>,
    open: usize,
    most: usize,
}

/// The login that the next try is made with, after what a person says to what a server asked; an error where it ends there.
fn answered(
    login: FtpsLogin,
    refused: Refused,
    (is_met, pin): (bool, &KeyPin<'_>),
    asks: &Asks<'_>,
) -> Result<FtpsLogin, FarError> {
    let known = login.pin.clone();
    let asker = AskingServer { address: &login.address, is_met, print: known.print() };
    match refused {
        Refused::Failed(error) => Err(error),
        Refused::NewKey { print, is_other } => {
            asks.accept(&AskedKey { host: &login.address.server(), print: &print, is_other })?;
            (pin.keep)(&print);
            Ok(FtpsLogin { pin: CertificatePin::Accepted(print), ..login })
        }
        Refused::Needs(secret) => Ok(FtpsLogin { password: Some(asks.needed(secret, &asker)?), ..login }),
        Refused::Wrong(secret, error) => {
            let password = asks.another((secret, &asker), (login.password.as_ref(), error))?;
            Ok(FtpsLogin { password: Some(password), ..login })
        }
    }
}

impl FarFtps {
    /// Connects to a server.
    pub fn open(
        (target, address): (&PublishTarget, &ServerAddress),
        pin: &KeyPin<'_>,
        journal_path: FarPath,
        asks: &Asks<'_>,
    ) -> Result<Self, FarError> {
        let failed = |error: std::io::Error| FarError::of_system(&error, &address.host);
        let watch = LinkWatch::start().map_err(failed)?;
        let written = target.certificate.as_deref();
        let mut kept = pin.known.clone();
        // The file may be anybody's: where this computer knows the server by another certificate, its person says which is right.
        if let Some(print) = written.filter(|written| kept.as_deref().is_some_and(|kept| kept != *written)) {
            asks.accept(&AskedKey { host: &address.server(), print, is_other: true })?;
            (pin.keep)(print);
            kept = Some(print.to_string());
        }
        let known = CertificatePin::of(written, kept.as_deref());
        let session = TlsSession::Kept;
        let mut login = FtpsLogin { address: address.clone(), pin: known, password: None, session };
        let mut tries = 0;
        let (mut link, shown) = loop {
            tries += 1;
            match FtpsLink::open(&login, &watch.limit()) {
                Ok((link, keeper)) => break (link, keeper.shown()),
                Err(Refused::Wrong(_, error)) if tries > MOST_TRIES => return Err(error),
                Err(refused) => {
                    // A certificate of the file may be anybody's, and one that the system holds for good is of anybody's server.
                    let is_met = match &login.pin {
                        CertificatePin::Written(print) => kept.as_ref() == Some(print),
                        CertificatePin::Nothing => false,
                        CertificatePin::Accepted(_) | CertificatePin::Verified => true,
                    };
                    login = answered(login, refused, (is_met, pin), asks)?;
                }
            }
        };
        if let Some(shown) = shown {
            // A person gave this server their password, so they have met it now.
            let kept = if written.is_some() { &shown.print } else { shown.kept() };
            (pin.keep)(kept);
        }
        login.session = link.session;
        link.begin(0);
        let found = files::find_top(&mut link, &address.folder);
        let top = link.end(found, &address.host)?;
        let token = ground::unguessable().map_err(failed)?;
        let links = FtpsLinks { free: vec![(link, clock::instant())], open: 1, most: MOST_LINKS };
        Ok(Self {
            login,
            links: Mutex::new(links),
            freed: Condvar::new(),
            watch,
            top,
            journal_path,
            journal: Mutex::default(),
            folders: FtpsFolders::default(),
            token,
            next: AtomicUsize::new(0),
        })
    }

    fn links(&self) -> MutexGuard<'_, FtpsLinks> {
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection that nobody uses: one that is there, a new one, or, where the server has enough of them, one that becomes free.
    fn take(&self) -> Result<FtpsLink, FarError> {
        let mut links = self.links();
        let mut tries = 0;
        loop {
            while let Some((link, used)) = links.free.pop() {
                if clock::instant().saturating_duration_since(used) < IDLE {
                    return Ok(link);
                }
                links.open -= 1;
            }
            if links.open < links.most {
                links.open += 1;
                drop(links);
                let opened = FtpsLink::open(&self.login, &self.watch.limit());
                links = self.links();
                let error = match opened {
                    Ok((link, _)) => return Ok(link),
                    Err(refused) => self.refused(refused),
                };
                links.open -= 1;
                if links.open > 0 {
                    // Servers let nobody have more than some connections.
                    links.most = links.open;
                    continue;
                }
                if tries == MOST_TRIES || !error.may_pass {
                    return Err(error);
                }
                // One that was closed may count for a moment more.
                tries += 1;
                drop(links);
                thread::sleep(APART);
                links = self.links();
                continue;
            }
            // It is looked now and then: who gave up left room for another.
            let waited = self.freed.wait_timeout(links, APART);
            links = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn refused(&self, refused: Refused) -> FarError {
        match refused {
            Refused::Failed(error) => error,
            // The password was right before, so there are too many connections.
            Refused::Wrong(_, error) => FarError { may_pass: true, ..error },
            Refused::NewKey { .. } | Refused::Needs(_) => FarError::lasting(
                Phrase::new("target-not-let-in-ftps").with("host", self.login.address.server()),
            ),
        }
    }

    /// Does something on a connection that moves so many bytes. One that broke is given up.
    fn on<T>(
        &self,
        bytes: u64,
        work: impl FnOnce(&mut FtpsLink) -> Result<T, FarError>,
    ) -> Result<T, FarError> {
        let mut link = self.take()?;
        link.begin(bytes);
        let done = work(&mut link);
        let is_lost = link.is_spent() || done.as_ref().is_err_and(|error| error.may_pass);
        let done = link.end(done, &self.login.address.host);
        if is_lost {
            drop(link);
            self.links().open -= 1;
        } else {
            self.links().free.push((link, clock::instant()));
        }
        self.freed.notify_one();
        done
    }

    fn path(&self, path: &FarPath) -> String {
        format!("{}/{path}", self.top)
    }

    fn part(&self) -> String {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        format!("{}/{PARTS}/{:016x}-{number}", self.top, self.token)
    }

    /// Puts a file whose folder is there.
    fn put_there(&self, link: &mut FtpsLink, place: &str, bytes: &[u8]) -> Result<(), FarError> {
        let part = self.part();
        self.folders.make(link, &self.top, PARTS)?;
        let moved = files::write(link, &part, bytes).and_then(|()| files::move_over(link, &part, place));
        if moved.as_ref().is_err_and(|error| !error.may_pass) {
            let _ = files::remove(link, &part);
        }
        moved
    }

    /// Makes the folder that says that a file is being made. False: another computer is about to make it.
    fn begin_making(&self, link: &mut FtpsLink, guard: &str) -> Result<bool, FarError> {
        let reply = link.ask(&format!("MKD {guard}")).map_err(|error| files::trouble(&error, guard))?;
        match reply.is_good() {
            true => Ok(true),
            false if link.ask(&format!("CWD {guard}")).is_ok_and(|reply| reply.is_good()) => Ok(false),
            false => Err(reply.trouble(guard)),
        }
    }

    fn make_once(&self, link: &mut FtpsLink, place: &str, bytes: &[u8]) -> Result<bool, FarError> {
        if files::read(link, place, bytes.len() as u64 * 2)?.is_some() {
            return Ok(false);
        }
        self.put_there(link, place, bytes)?;
        // A folder that says it may have been left by one that was killed, and be taken for such by two at once.
        Ok(files::read(link, place, bytes.len() as u64 * 2)?.as_deref() == Some(bytes))
    }
}

impl Far for FarFtps {
    fn read(&self, path: &FarPath, most: u64) -> Result<Option<Vec<u8>>, FarError> {
        let place = self.path(path);
        self.on(most, |link| files::read(link, &place, most))
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, FarError> {
        self.on(0, |link| {
            if !self.folders.has(link, &self.top, folder)? {
                return Ok(Vec::new());
            }
            let found = files::list(link, format!("{}/{folder}", self.top).trim_end_matches('/'))?;
            Ok(found.unwrap_or_default().into_iter().map(|(name, _)| name).collect())
        })
    }

    fn put(&self, path: &FarPath, bytes: &[u8]) -> Result<(), FarError> {
        let place = self.path(path);
        self.on(bytes.len() as u64, |link| {
            self.folders.make(link, &self.top, path.folders().next().unwrap_or_default())?;
            self.put_there(link, &place, bytes)
        })
    }

    /// FTP makes no file only where there is none, but folders: one is made for the moment, so that of two computers one alone goes on.
    fn create(&self, path: &FarPath, bytes: &[u8]) -> Result<bool, FarError> {
        let place = self.path(path);
        let guard = format!("{place}-new");
        for look in 0..=MAKING {
            if self.on(0, |link| self.begin_making(link, &guard))? {
                let made = self.on(0, |link| self.make_once(link, &place, bytes));
                let _ = self.on(0, |link| {
                    link.ask(&format!("RMD {guard}")).map_err(|error| files::trouble(&error, &guard))
                });
                return made;
            }
            if look + 1 == MAKING {
                // It was left by one that was killed.
                let _ = self.on(0, |link| {
                    link.ask(&format!("RMD {guard}")).map_err(|error| files::trouble(&error, &guard))
                });
            } else {
                thread::sleep(APART);
            }
        }
        Ok(false)
    }

    fn remove(&self, path: &FarPath) -> Result<(), FarError> {
        let place = self.path(path);
        self.on(0, |link| {
            let folder = path.folders().next().unwrap_or_default();
            if self.folders.has(link, &self.top, folder)? { files::remove(link, &place) } else { Ok(()) }
        })
    }

    fn remove_folder(&self, folder: &str) {
        // One that others have something in stays, and one behind a link is not ours.
        let _ = self.on(0, |link| {
            if self.folders.has(link, &self.top, folder)? {
                let place = format!("{}/{folder}", self.top);
                link.ask(&format!("RMD {place}")).map_err(|error| files::trouble(&error, &place))?;
                self.folders.forget(folder);
            }
            Ok(())
        });
    }

    fn begin_journal(&self, text: &[u8]) -> Result<(), FarError> {
        let place = self.path(&self.journal_path);
        self.on(text.len() as u64, |link| self.put_there(link, &place, text))?;
        *self.journal.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.to_vec());
        Ok(())
    }

    fn note(&self, lines: &[u8]) -> Result<(), FarError> {
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(text) = journal.as_mut() else { return Ok(()) };
        let place = self.path(&self.journal_path);
        let bytes = (text.len() + lines.len()) as u64;
        self.on(bytes, |link| {
            match files::size(link, &place)? {
                // Meanwhile somebody else may have begun a journal of their own, or ended this one.
                FtpsSize::Is(size) if size >= text.len() as u64 => {}
                FtpsSize::Untold => {}
                _ => return Err(FarError::lasting(Phrase::new("target-taken-over"))),
            }
            if !files::append(link, &place, lines)? {
                self.put_there(link, &place, &[text.as_slice(), lines].concat())?;
            }
            Ok(())
        })?;
        text.extend_from_slice(lines);
        Ok(())
    }

    fn tidy(&self) -> Result<(), FarError> {
        self.on(0, |link| {
            if !self.folders.has(link, &self.top, PARTS)? {
                return Ok(());
            }
            let parts = format!("{}/{PARTS}", self.top);
            for (name, _) in files::list(link, &parts)?.unwrap_or_default() {
                let part = format!("{parts}/{name}");
                link.ask(&format!("DELE {part}")).map_err(|error| files::trouble(&error, &part))?;
            }
            link.ask(&format!("RMD {parts}")).map_err(|error| files::trouble(&error, &parts))?;
            // It is made again at need.
            self.folders.forget(PARTS);
            Ok(())
        })
    }
}
