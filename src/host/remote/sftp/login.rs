//! A connection to a server: its key is checked first, then the person logs in, by an agent, a key file or a password.
//!
//! No secret is ever written anywhere, nor said in a message.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use russh::Preferred;
use russh::client::{self, AuthResult, KeyboardInteractiveAuthResponse};
use russh::keys::agent::AgentIdentity;
use russh::keys::agent::client::{AgentClient, AgentStream};
use russh::keys::known_hosts::known_host_keys;
use russh::keys::{
    Algorithm, EcdsaCurve, HashAlg, PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate,
    check_known_hosts,
};
use russh_sftp::client::{Config, RawSftpSession};
use russh_sftp::protocol::StatusCode;

use super::super::asks::{Refused, Secret};
use super::super::far::{FarError, told};
use super::key::{KeyFault, key_of};
use crate::base::Phrase;
use crate::parse::targets::ServerAddress;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Servers close the door after six tries, of which the password is one too.
const MOST_AGENTS_KEYS: usize = 3;
const MOST_KEY_FILES: usize = 2;

/// Renames over what lies there, in one step.
const POSIX_RENAME: &str = "posix-rename@openssh.com";

/// Who logs in, where, and with what.
#[derive(Debug)]
pub struct Login {
    /// The server and the account.
    pub address: ServerAddress,
    /// The only key that the server may have; else one that this computer knows it by.
    pub pinned: Option<String>,
    /// The one that this computer knows it by.
    pub known: Option<String>,
    /// Has the person just said that the pinned one is right?
    pub is_accepted: bool,
    /// Has this person been there before?
    pub is_met: bool,
    /// The source folder: no link in it leads to a key.
    pub source: PathBuf,
    /// The file with the person's key.
    pub key_file: Option<PathBuf>,
    /// Keys that lie where SSH looks for them.
    pub usual_keys: Vec<PathBuf>,
    /// The password and the key's words, once they were given.
    pub password: Mutex<Option<String>>,
    /// The same for a key.
    pub key_words: Mutex<Option<String>>,
    /// The key that words have opened: that takes long, and there are several connections.
    pub opened: Mutex<Option<(String, Arc<PrivateKey>)>>,
}

impl Login {
    /// Does this computer know the server by another key than one that the file names?
    fn is_other(&self, print: &str) -> bool {
        let listed = listed_prints(&self.address);
        let by_another = self.known.as_ref().map_or(!listed.is_empty(), |known| !is_same(known, print));
        by_another && !self.is_accepted && !listed.iter().any(|listed| is_same(listed, print))
    }

    /// The key in a file, with the words that open it.
    fn open(&self, file: &Path, words: Option<&str>) -> Result<Arc<PrivateKey>, KeyFault> {
        let Some(words) = words else { return key_of((&self.source, file), None) };
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, key)) = &*opened
            && known == words
        {
            return Ok(Arc::clone(key));
        }
        let key = key_of((&self.source, file), Some(words))?;
        *opened = Some((words.to_string(), Arc::clone(&key)));
        Ok(key)
    }

    /// Was a password given?
    pub fn has_password(&self) -> bool {
        self.password.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// An open connection.
pub struct SshLink {
    /// The files of the server.
    pub files: RawSftpSession,
    /// Can it rename over a file?
    pub renames_over: bool,
    // It ends when this is dropped.
    _connection: client::Handle<Keeper>,
}

/// Looks at the server's key.
pub struct Keeper {
    login: Arc<Login>,
    seen: Arc<Mutex<Option<Refused>>>,
}

impl client::Handler for Keeper {
    type Error = russh::Error;

    async fn check_server_key(&mut self, shown: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        let refused = match shown {
            PublicKeyOrCertificate::PublicKey { key, .. } => {
                let print = key.fingerprint(HashAlg::Sha256).to_string();
                let address = &self.login.address;
                match &self.login.pinned {
                    Some(pinned) if is_same(pinned, &print) => {
                        self.login.is_other(&print).then_some(Refused::NewKey { print, is_other: true })
                    }
                    Some(_) => Some(changed(address, &print)),
                    None => match check_known_hosts(&address.host, address.port, key) {
                        Ok(true) => None,
                        Ok(false) => Some(Refused::NewKey { print, is_other: false }),
                        Err(russh::keys::Error::KeyChanged { .. }) => Some(changed(address, &print)),
                        // A list of known servers that cannot be read knows none.
                        Err(_) => Some(Refused::NewKey { print, is_other: false }),
                    },
                }
            }
            PublicKeyOrCertificate::Certificate(_) => Some(failed("target-key-unknown", &self.login.address)),
        };
        let is_good = refused.is_none();
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = refused;
        Ok(is_good)
    }
}

/// Are two prints the same? Some tools write the `=` at the end.
pub fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('=') == other.trim_end_matches('=')
}

fn changed(address: &ServerAddress, print: &str) -> Refused {
    let reason = Phrase::new("target-key-changed").with("host", address.server()).with("print", print);
    Refused::Failed(FarError::lasting(reason))
}

fn failed(key: &'static str, address: &ServerAddress) -> Refused {
    Refused::Failed(FarError::lasting(Phrase::new(key).with("host", address.server())))
}

/// Does the person's list of known servers have a server with the key of a print?
pub fn is_known(address: &ServerAddress, print: &str) -> bool {
    listed_prints(address).iter().any(|listed| is_same(listed, print))
}

/// The prints of the keys that the person's list of known servers has of a server.
fn listed_prints(address: &ServerAddress) -> Vec<String> {
    let known = known_host_keys(&address.host, address.port).unwrap_or_default();
    known.iter().map(|(_, key)| key.fingerprint(HashAlg::Sha256).to_string()).collect()
}

/// Connects and logs in.
pub async fn connect(login: Arc<Login>) -> Result<SshLink, Refused> {
    let late = || {
        let reason = Phrase::new("target-no-server").with("host", login.address.server()).with("said", "");
        Refused::Failed(FarError::passing(reason))
    };
    // The connection, with all that is asked and answered, must come to its end.
    tokio::time::timeout(PATIENCE * 2, enter(Arc::clone(&login))).await.map_err(|_| late())?
}

/// Servers have a key of each kind, and show the first that both sides know. The one that this computer knows the server by may be another.
async fn enter(login: Arc<Login>) -> Result<SshLink, Refused> {
    let first = match knock(&login, known_kinds(&login)).await {
        Err(refused) if login.pinned.is_some() && is_key_changed(&refused) => refused,
        result => return result,
    };
    for kinds in [&ED25519[..], &ECDSA, &RSA] {
        match knock(&login, kinds.to_vec()).await {
            // It has no key of this kind, or that one is another too.
            Err(refused) if is_key_changed(&refused) || is_unreached(&refused) => {}
            result => return result,
        }
    }
    Err(first)
}

const ED25519: [Algorithm; 1] = [Algorithm::Ed25519];
const ECDSA: [Algorithm; 3] = [
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 },
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP384 },
    Algorithm::Ecdsa { curve: EcdsaCurve::NistP521 },
];
const RSA: [Algorithm; 2] =
    [Algorithm::Rsa { hash: Some(HashAlg::Sha512) }, Algorithm::Rsa { hash: Some(HashAlg::Sha256) }];

/// The kinds of keys that a server is asked for: first those that the list of known servers has of it, as `ssh` does.
fn known_kinds(login: &Login) -> Vec<Algorithm> {
    let address = &login.address;
    let known = known_host_keys(&address.host, address.port).unwrap_or_default();
    let is_known = |kind: &Algorithm| known.iter().any(|(_, key)| is_of_kind(&key.algorithm(), kind));
    let all = ED25519.into_iter().chain(ECDSA).chain(RSA);
    let (mut kinds, others): (Vec<_>, Vec<_>) = all.partition(is_known);
    kinds.extend(others);
    kinds
}

fn is_of_kind(key: &Algorithm, kind: &Algorithm) -> bool {
    let is_rsa = |kind: &Algorithm| matches!(kind, Algorithm::Rsa { .. });
    key == kind || is_rsa(key) && is_rsa(kind)
}

fn is_key_changed(refused: &Refused) -> bool {
    matches!(refused, Refused::Failed(error) if &*error.reason.key == "target-key-changed")
}

fn is_unreached(refused: &Refused) -> bool {
    matches!(refused, Refused::Failed(error) if &*error.reason.key == "target-no-server")
}

async fn knock(login: &Arc<Login>, kinds: Vec<Algorithm>) -> Result<SshLink, Refused> {
    let address = &login.address;
    let config = client::Config {
        keepalive_interval: Some(Duration::from_secs(15)),
        nodelay: true,
        preferred: Preferred { key: Cow::Owned(kinds), ..Preferred::default() },
        ..client::Config::default()
    };
    let seen = Arc::new(Mutex::new(None));
    let keeper = Keeper { login: Arc::clone(login), seen: Arc::clone(&seen) };
    let connected = client::connect(Arc::new(config), (address.host.as_str(), address.port), keeper).await;
    let mut connection = connected.map_err(|error| {
        let refused = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
        refused.unwrap_or_else(|| no_server(address, &error))
    })?;
    log_in(login, &mut connection).await?;
    let broken = |error: russh::Error| no_server(address, &error);
    let channel = connection.channel_open_session().await.map_err(broken)?;
    channel.request_subsystem(true, "sftp").await.map_err(broken)?;
    let config = Config { request_timeout_secs: PATIENCE.as_secs(), ..Config::default() };
    let files = RawSftpSession::new_with_config(channel.into_stream(), config);
    let version = files.init().await.map_err(|_| failed("target-no-sftp", address))?;
    let renames_over = version.extensions.contains_key(POSIX_RENAME);
    Ok(SshLink { files, renames_over, _connection: connection })
}

fn no_server(address: &ServerAddress, error: &russh::Error) -> Refused {
    let reason = Phrase::new("target-no-server").with("host", address.server()).with("said", told(error));
    Refused::Failed(FarError::passing(reason))
}

async fn log_in(login: &Login, connection: &mut client::Handle<Keeper>) -> Result<(), Refused> {
    if login.key_file.is_none() && by_agent(login, connection).await {
        return Ok(());
    }
    if by_key(login, connection).await? || by_password(login, connection).await? {
        return Ok(());
    }
    let reason = Phrase::new("target-not-let-in").with("host", login.address.server());
    Err(Refused::Wrong(Secret::Password, FarError::lasting(reason)))
}

/// By a key that an agent has.
async fn by_agent(login: &Login, connection: &mut client::Handle<Keeper>) -> bool {
    #[cfg(unix)]
    let agent = AgentClient::connect_env().await.map(AgentClient::dynamic);
    #[cfg(windows)]
    let agent =
        AgentClient::connect_named_pipe(r"\\.\pipe\openssh-ssh-agent").await.map(AgentClient::dynamic);
    let Ok(mut agent) = agent else { return false };
    let Ok(keys) = agent.request_identities().await else { return false };
    for identity in keys.into_iter().take(MOST_AGENTS_KEYS) {
        let AgentIdentity::PublicKey { key, .. } = identity else { continue };
        if by_agents_key(login, connection, (&mut agent, key)).await {
            return true;
        }
    }
    false
}

type Agent = AgentClient<Box<dyn AgentStream + Send + Unpin>>;

async fn by_agents_key(
    login: &Login,
    connection: &mut client::Handle<Keeper>,
    (agent, key): (&mut Agent, russh::keys::PublicKey),
) -> bool {
    let hash = connection.best_supported_rsa_hash().await.ok().flatten().flatten();
    let hash = hash.filter(|_| key.algorithm().is_rsa());
    let entered = connection.authenticate_publickey_with(login.address.user.as_str(), key, hash, agent).await;
    entered.is_ok_and(|result| result.success())
}

/// By the key of a file.
async fn by_key(login: &Login, connection: &mut client::Handle<Keeper>) -> Result<bool, Refused> {
    let files = login.key_file.iter().chain(login.usual_keys.iter().filter(|_| login.key_file.is_none()));
    let mut tried = 0;
    for file in files {
        if tried == MOST_KEY_FILES {
            break;
        }
        let words = login.key_words.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_given = login.key_file.is_some();
        let key = match login.open(file, words.as_deref()) {
            Ok(key) => key,
            Err(KeyFault::Locked) if is_given && words.is_none() => {
                return Err(Refused::Needs(Secret::KeyWords));
            }
            Err(KeyFault::Dear) => {
                let reason = Phrase::new("target-dear-key").with("path", file.display());
                return Err(Refused::Failed(FarError::lasting(reason)));
            }
            Err(_) if is_given && words.is_some() => {
                let reason = Phrase::new("target-wrong-words").with("path", file.display());
                return Err(Refused::Wrong(Secret::KeyWords, FarError::lasting(reason)));
            }
            Err(_) if is_given => {
                let reason = Phrase::new("target-bad-key").with("path", file.display());
                return Err(Refused::Failed(FarError::lasting(reason)));
            }
            // One of the usual places, with a lock or nothing.
            Err(_) => continue,
        };
        let hash = connection.best_supported_rsa_hash().await.ok().flatten().flatten();
        let key = PrivateKeyWithHashAlg::new(key, hash);
        tried += 1;
        let entered = connection.authenticate_publickey(login.address.user.as_str(), key).await;
        if entered.is_ok_and(|result| result.success()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// By a password, in either of the two ways that servers ask for one.
async fn by_password(login: &Login, connection: &mut client::Handle<Keeper>) -> Result<bool, Refused> {
    let Some(password) = login.password.lock().unwrap_or_else(PoisonError::into_inner).clone() else {
        return Err(Refused::Needs(Secret::Password));
    };
    let user = login.address.user.as_str();
    let entered = connection.authenticate_password(user, password.as_str()).await;
    if entered.is_ok_and(|result: AuthResult| result.success()) {
        return Ok(true);
    }
    let mut asked = connection.authenticate_keyboard_interactive_start(user, None::<String>).await;
    for _ in 0..3 {
        match asked {
            Ok(KeyboardInteractiveAuthResponse::Success) => return Ok(true),
            Ok(KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. }) => {
                let answers = prompts.iter().map(|_| password.clone()).collect();
                asked = connection.authenticate_keyboard_interactive_respond(answers).await;
            }
            _ => return Ok(false),
        }
    }
    Ok(false)
}

/// Is it said that nothing lies there?
pub fn is_absent(error: &russh_sftp::client::error::Error) -> bool {
    matches!(error, russh_sftp::client::error::Error::Status(status) if status.status_code == StatusCode::NoSuchFile)
}
