//! A folder on a server as a target, over SFTP. One connection carries four files at a time; where it breaks, another is made.

mod files;
mod key;
mod login;

use std::future::Future;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use russh_sftp::protocol::{FileAttributes, OpenFlags};
use tokio::runtime::Handle;
use tokio::sync::oneshot;

use self::login::{Login, SshLink, is_known, is_same};
use super::asks::{AskedKey, AskingServer, Asks, KeyPin, MOST_TRIES, Refused, Secret};
use super::far::{Far, FarError, LONGEST_TOP, PARTS, said_of};
use super::folders::KnownFolders;
use super::path::FarPath;
use crate::base::Phrase;
use crate::host::ground;
use crate::parse::targets::{PublishTarget, ServerAddress};

/// How long anything may take: the largest document over the slowest line.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// How long a server may take to name what is in a folder: a hundred thousand names, of some hundred each, from far away.
const LONGEST_LISTING: Duration = Duration::from_secs(2 * 60);

/// A folder on a server.
pub struct FarServer {
    runtime: Runtime,
    login: Arc<Login>,
    link: Mutex<Option<Arc<SshLink>>>,
    top: String,
    journal_path: FarPath,
    journal: Mutex<Option<OpenJournal>>,
    folders: Arc<KnownFolders>,
    token: u64,
    next: AtomicUsize,
}

/// The journal, open on a connection.
#[derive(Clone)]
struct OpenJournal {
    link: Arc<SshLink>,
    handle: String,
    length: u64,
}

/// What runs the connection, in a thread of its own.
struct Runtime {
    handle: Handle,
    _stop: oneshot::Sender<()>,
}

impl Runtime {
    fn start() -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel::<()>();
        thread::Builder::new().name("sftp".into()).spawn(move || {
            // It ends when the other end is dropped.
            let _ = runtime.block_on(stopped);
        })?;
        Ok(Self { handle, _stop: stop })
    }

    /// Does something there, and waits for it.
    fn run<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> Option<T> {
        let (tell, told) = mpsc::sync_channel(1);
        self.handle.spawn(async move {
            let _ = tell.send(work.await);
        });
        told.recv().ok()
    }
}

fn late() -> FarError {
    FarError::passing(said_of("sftp", "timed out"))
}

fn ended() -> FarError {
    FarError::passing(said_of("sftp", "ended"))
}

impl FarServer {
    /// Connects to a server.
    pub fn open(
        (target, address): (&PublishTarget, &ServerAddress),
        source: &Path,
        pin: &KeyPin<'_>,
        journal_path: FarPath,
        asks: &Asks<'_>,
    ) -> Result<Self, FarError> {
        let failed = |error: std::io::Error| FarError::of_system(&error, &address.host);
        let home = std::env::home_dir().unwrap_or_default();
        let usual = ["id_ed25519", "id_ecdsa", "id_rsa"].map(|name| home.join(".ssh").join(name));
        let mut login = Login {
            address: address.clone(),
            pinned: target.host_key.clone().or_else(|| pin.known.clone()),
            known: pin.known.clone(),
            is_accepted: false,
            is_met: is_met(target.host_key.as_deref(), pin.known.as_deref(), address),
            source: source.to_path_buf(),
            key_file: target.key_file.as_ref().map(|file| super::at_home(source, file)),
            usual_keys: usual.to_vec(),
            password: Mutex::default(),
            key_words: Mutex::default(),
            opened: Mutex::default(),
        };
        let runtime = Runtime::start().map_err(failed)?;
        let mut tries = 0;
        let (login, link) = loop {
            tries += 1;
            let shared = Arc::new(login);
            match runtime.run(login::connect(Arc::clone(&shared))).ok_or_else(ended)? {
                Ok(link) => break (shared, Arc::new(link)),
                Err(Refused::Wrong(_, error)) if tries >= MOST_TRIES => return Err(error),
                Err(refused) => login = answered(&shared, refused, pin.keep, asks)?,
            }
        };
        if let (false, Some(print)) = (login.is_met, login.pinned.as_deref().filter(|_| login.has_password()))
        {
            // A person gave this server their password, so they have met it now.
            (pin.keep)(print);
        }
        let top = runtime.run(find_top(Arc::clone(&link), address.folder.clone())).ok_or_else(ended)??;
        let token = ground::unguessable().map_err(failed)?;
        Ok(Self {
            runtime,
            login,
            link: Mutex::new(Some(link)),
            top,
            journal_path,
            journal: Mutex::default(),
            folders: Arc::default(),
            token,
            next: AtomicUsize::new(0),
        })
    }

    /// The connection, made anew where it broke.
    fn link(&self) -> Result<Arc<SshLink>, FarError> {
        let mut link = self.link.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(link) = link.as_ref() {
            return Ok(Arc::clone(link));
        }
        let connected = self.runtime.run(login::connect(Arc::clone(&self.login))).ok_or_else(ended)?;
        let made = connected.map_err(|refused| match refused {
            Refused::Failed(error) | Refused::Wrong(_, error) => error,
            Refused::NewKey { .. } | Refused::Needs(_) => {
                FarError::lasting(Phrase::new("target-not-let-in").with("host", self.login.address.server()))
            }
        })?;
        let made = Arc::new(made);
        *link = Some(Arc::clone(&made));
        Ok(made)
    }

    /// Does something on the connection. One that broke is given up.
    fn on<T, F>(&self, work: impl FnOnce(Arc<SshLink>) -> F) -> Result<T, FarError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, FarError>> + Send + 'static,
    {
        self.within(LONGEST, work)
    }

    /// The same, as long as it may take: each answer comes within bounds of its own, and a server may give a little with each.
    fn within<T, F>(&self, longest: Duration, work: impl FnOnce(Arc<SshLink>) -> F) -> Result<T, FarError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, FarError>> + Send + 'static,
    {
        let link = self.link()?;
        let work = work(Arc::clone(&link));
        let work = async move { tokio::time::timeout(longest, work).await.unwrap_or_else(|_| Err(late())) };
        let result = self.runtime.run(work).unwrap_or_else(|| Err(ended()));
        if result.as_ref().is_err_and(files::is_lost) {
            let mut current = self.link.lock().unwrap_or_else(PoisonError::into_inner);
            if current.as_ref().is_some_and(|current| Arc::ptr_eq(current, &link)) {
                *current = None;
            }
        }
        result
    }

    fn path(&self, path: &FarPath) -> String {
        format!("{}/{path}", self.top)
    }

    fn part(&self) -> String {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        format!("{}/{PARTS}/{:016x}-{number}", self.top, self.token)
    }
}

/// Has the person met a server: without a key in the file it is asked about, or known; that of a file may be anybody's.
fn is_met(written: Option<&str>, accepted: Option<&str>, address: &ServerAddress) -> bool {
    written.is_none_or(|written| {
        accepted.is_some_and(|accepted| is_same(accepted, written)) || is_known(address, written)
    })
}

/// What a person says to what a server asked; an error where it ends there.
fn answered(login: &Login, refused: Refused, pin: &dyn Fn(&str), asks: &Asks<'_>) -> Result<Login, FarError> {
    let taken = |kept: &Mutex<Option<String>>| kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut next = Login {
        address: login.address.clone(),
        pinned: login.pinned.clone(),
        known: login.known.clone(),
        is_accepted: login.is_accepted,
        is_met: login.is_met,
        source: login.source.clone(),
        key_file: login.key_file.clone(),
        usual_keys: login.usual_keys.clone(),
        password: Mutex::new(taken(&login.password)),
        key_words: Mutex::new(taken(&login.key_words)),
        opened: Mutex::default(),
    };
    let print = login.pinned.as_deref();
    let asker = AskingServer { address: &login.address, is_met: login.is_met, print };
    match refused {
        Refused::Failed(error) => return Err(error),
        Refused::NewKey { print, is_other } => {
            asks.accept(&AskedKey { host: &login.address.server(), print: &print, is_other })?;
            pin(&print);
            next.pinned = Some(print);
            (next.is_accepted, next.is_met) = (true, true);
        }
        Refused::Wrong(secret, error) => {
            let kept = if secret == Secret::Password { &mut next.password } else { &mut next.key_words };
            let wrong = taken(kept);
            *kept = Mutex::new(Some(asks.another((secret, &asker), (wrong.as_ref(), error))?));
        }
        Refused::Needs(secret) => {
            let given = asks.needed(secret, &asker)?;
            match secret {
                Secret::Password => next.password = Mutex::new(Some(given)),
                Secret::KeyWords => next.key_words = Mutex::new(Some(given)),
            }
        }
    }
    Ok(next)
}

/// The folder, by its whole path. It must be there. Links on the way to it are the server's own.
async fn find_top(link: Arc<SshLink>, folder: String) -> Result<String, FarError> {
    let missing = || FarError::lasting(Phrase::new("target-no-folder").with("path", &folder));
    let named = if folder.is_empty() { "." } else { folder.as_str() };
    let found = link.files.realpath(named).await.map_err(|_| missing())?;
    let top = found.files.into_iter().next().ok_or_else(missing)?.filename;
    if top.len() > LONGEST_TOP || top.contains(char::is_control) {
        return Err(missing());
    }
    match link.files.stat(top.as_str()).await {
        Ok(attributes) if attributes.attrs.is_dir() => Ok(top.trim_end_matches('/').to_string()),
        _ => Err(missing()),
    }
}

impl Far for FarServer {
    fn read(&self, path: &FarPath, most: u64) -> Result<Option<Vec<u8>>, FarError> {
        let path = self.path(path);
        self.on(|link| async move { files::read(&link, &path, most).await })
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, FarError> {
        let (top, folder, known) = (self.top.clone(), folder.to_string(), Arc::clone(&self.folders));
        self.within(LONGEST_LISTING, |link| async move {
            if !files::has_folder(&link, &top, &folder, &known).await? {
                return Ok(Vec::new());
            }
            files::names(&link, format!("{top}/{folder}").trim_end_matches('/')).await
        })
    }

    fn put(&self, path: &FarPath, bytes: &[u8]) -> Result<(), FarError> {
        let (top, known, part, place) =
            (self.top.clone(), Arc::clone(&self.folders), self.part(), self.path(path));
        let folder = path.folders().next().unwrap_or_default().to_string();
        let bytes = bytes.to_vec();
        self.on(|link| async move {
            files::make_folder(&link, &top, PARTS, &known).await?;
            files::make_folder(&link, &top, &folder, &known).await?;
            let handle = files::write_new(&link, &part, &bytes).await?;
            link.files.close(handle).await.map_err(|error| files::trouble(&error, &part))?;
            let moved = files::move_over(&link, &part, &place).await;
            if moved.is_err() {
                let _ = link.files.remove(part).await;
            }
            moved
        })
    }

    fn create(&self, path: &FarPath, bytes: &[u8]) -> Result<bool, FarError> {
        let (place, bytes) = (self.path(path), bytes.to_vec());
        self.on(|link| async move {
            match files::write_new(&link, &place, &bytes).await {
                Ok(handle) => {
                    link.files.close(handle).await.map_err(|error| files::trouble(&error, &place))?;
                    Ok(true)
                }
                // The protocol has no word for a file that is there already.
                Err(error) => match files::look(&link, &place).await? {
                    Some(_) => Ok(false),
                    None => Err(error),
                },
            }
        })
    }

    fn remove(&self, path: &FarPath) -> Result<(), FarError> {
        let (top, known, place) = (self.top.clone(), Arc::clone(&self.folders), self.path(path));
        let folder = path.folders().next().unwrap_or_default().to_string();
        self.on(|link| async move {
            if !files::has_folder(&link, &top, &folder, &known).await? {
                return Ok(());
            }
            match link.files.remove(place.as_str()).await {
                Err(error) if !login::is_absent(&error) => Err(files::trouble(&error, &place)),
                _ => Ok(()),
            }
        })
    }

    fn remove_folder(&self, folder: &str) {
        let (top, folder, known) = (self.top.clone(), folder.to_string(), Arc::clone(&self.folders));
        // One that others have something in stays, and one behind a link is not ours.
        let _ = self.on(|link| async move {
            if files::has_folder(&link, &top, &folder, &known).await? {
                let _ = link.files.rmdir(format!("{top}/{folder}")).await;
            }
            Ok(())
        });
    }

    fn begin_journal(&self, text: &[u8]) -> Result<(), FarError> {
        let (top, known, part) = (self.top.clone(), Arc::clone(&self.folders), self.part());
        let (place, text, length) = (self.path(&self.journal_path), text.to_vec(), text.len() as u64);
        let open = self.on(|link| async move {
            files::make_folder(&link, &top, PARTS, &known).await?;
            let handle = files::write_new(&link, &part, &text).await?;
            files::move_over(&link, &part, &place).await?;
            Ok(OpenJournal { link, handle, length })
        })?;
        *self.journal.lock().unwrap_or_else(PoisonError::into_inner) = Some(open);
        Ok(())
    }

    fn note(&self, lines: &[u8]) -> Result<(), FarError> {
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(open) = journal.clone() else { return Ok(()) };
        let (place, lines) = (self.path(&self.journal_path), lines.to_vec());
        let noted = self.on(|link| async move {
            // On another connection than the one that it was opened on it is opened again.
            let handle = if Arc::ptr_eq(&link, &open.link) {
                open.handle
            } else {
                let opened = link.files.open(place.as_str(), OpenFlags::WRITE, FileAttributes::empty()).await;
                let handle = opened.map_err(|error| files::trouble(&error, &place))?.handle;
                let found = link.files.fstat(handle.as_str()).await;
                // Meanwhile somebody else may have begun a journal of their own.
                match found.map_err(|error| files::trouble(&error, &place))?.attrs.size {
                    Some(size) if size < open.length => {
                        return Err(FarError::lasting(Phrase::new("target-taken-over")));
                    }
                    _ => handle,
                }
            };
            files::write_at(&link, (handle.as_str(), place.as_str()), open.length, &lines).await?;
            Ok(OpenJournal { link, handle, length: open.length + lines.len() as u64 })
        });
        *journal = Some(noted?);
        Ok(())
    }

    fn tidy(&self) -> Result<(), FarError> {
        let (top, known) = (self.top.clone(), Arc::clone(&self.folders));
        self.on(|link| async move {
            if !files::has_folder(&link, &top, PARTS, &known).await? {
                return Ok(());
            }
            let parts = format!("{top}/{PARTS}");
            for name in files::names(&link, &parts).await? {
                if !name.contains('/') {
                    let _ = link.files.remove(format!("{parts}/{name}")).await;
                }
            }
            let _ = link.files.rmdir(parts).await;
            // It is made again at need.
            known.lock().unwrap_or_else(PoisonError::into_inner).remove(PARTS);
            Ok(())
        })
    }
}
