//! A connection to a server of FTPS. No password goes out before its certificate is accepted, and none without TLS.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::sync::Arc;

use suppaftp::types::Response;
use suppaftp::{FtpError, ImplFtpStream, Mode, Status, TransferStream};

use super::super::asks::{Refused, Secret};
use super::super::far::{FarError, said_of, told};
use super::limit::{LinkLimit, PATIENCE};
use super::tls::{CertificateKeeper, CertificatePin, FtpsConnector, FtpsStream, TlsSession};
use crate::base::Phrase;
use crate::parse::targets::ServerAddress;

/// The port on which TLS begins with the first byte.
const IMPLICIT: u16 = 990;

/// Who logs in, where, and by what the server is known.
#[derive(Clone, Debug)]
pub struct FtpsLogin {
    /// The server and the account.
    pub address: ServerAddress,
    /// Its certificate.
    pub pin: CertificatePin,
    /// The password, once it was given.
    pub password: Option<String>,
    /// What the server's TLS sessions are like; it is found out at the first connection.
    pub session: TlsSession,
}

/// What a server answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FtpsReply {
    /// Its number.
    pub code: u16,
    /// All of it.
    pub text: String,
}

impl FtpsReply {
    /// Was it done?
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.code)
    }

    /// Does the server not know the command?
    pub fn is_unknown(&self) -> bool {
        matches!(self.code, 500 | 501 | 502 | 504)
    }

    /// What to say of it.
    pub fn trouble(&self, path: &str) -> FarError {
        let reason = said_of(path, self.text.lines().next().unwrap_or_default());
        if (400..500).contains(&self.code) { FarError::passing(reason) } else { FarError::lasting(reason) }
    }
}

impl From<Response> for FtpsReply {
    fn from(response: Response) -> Self {
        let text = String::from_utf8_lossy(&response.body).into_owned();
        let code = text.get(..3).and_then(|code| code.parse().ok()).unwrap_or_default();
        Self { code, text }
    }
}

/// An open connection.
pub struct FtpsLink {
    stream: ImplFtpStream<FtpsStream>,
    limit: Arc<LinkLimit>,
    /// What its TLS session is like.
    pub session: TlsSession,
    uploads: u32,
    /// Does the server list folders in the form that programs read?
    pub lists_facts: bool,
}

impl FtpsLink {
    /// Connects and logs in.
    pub fn open(
        login: &FtpsLogin,
        limit: &Arc<LinkLimit>,
    ) -> Result<(Self, Arc<CertificateKeeper>), Refused> {
        limit.begin(0);
        let keeper = CertificateKeeper::new(login.pin.clone());
        let opened = match Self::enter(login, limit, &keeper) {
            Err(Refused::Failed(error))
                if login.session == TlsSession::Kept && &*error.reason.key == "target-no-handshake" =>
            {
                limit.reset();
                let login = FtpsLogin { session: TlsSession::Spent, ..login.clone() };
                Self::enter(&login, limit, &keeper)
            }
            opened => opened,
        };
        limit.end();
        match opened {
            Err(Refused::Failed(_)) if limit.is_late() => Err(Refused::Failed(late(&login.address.host))),
            opened => opened.map(|link| (link, keeper)),
        }
    }

    fn enter(
        login: &FtpsLogin,
        limit: &Arc<LinkLimit>,
        keeper: &Arc<CertificateKeeper>,
    ) -> Result<Self, Refused> {
        let address = &login.address;
        let settings = keeper.settings(login.session).map_err(|error| no_server(address, &error))?;
        let connector = FtpsConnector::new(settings, Arc::clone(limit));
        let (socket, at) = connect(address).map_err(|error| no_server(address, &error))?;
        let stream = if address.port == IMPLICIT {
            drop(socket);
            ImplFtpStream::connect_secure_implicit(at, connector, &address.host)
        } else {
            limit.bind(&socket).map_err(|error| no_server(address, &error))?;
            let plain =
                ImplFtpStream::connect_with_stream(socket).map_err(|error| no_server(address, &error))?;
            plain.into_secure(connector, &address.host)
        };
        let stream = stream.map_err(|error| insecure(login, keeper, &error))?;
        let mut link = Self {
            stream: bound(stream, at, limit),
            limit: Arc::clone(limit),
            session: login.session,
            uploads: 0,
            lists_facts: false,
        };
        if address.port == IMPLICIT {
            link.protect(address)?;
        }
        link.log_in(login)?;
        link.settle(address, at)?;
        Ok(link)
    }

    /// Data go over TLS too.
    fn protect(&mut self, address: &ServerAddress) -> Result<(), Refused> {
        for command in ["PBSZ 0", "PROT P"] {
            let reply = self.ask(command).map_err(|error| no_server(address, &error))?;
            if !reply.is_good() {
                return Err(failed("target-no-tls", address));
            }
        }
        Ok(())
    }

    fn log_in(&mut self, login: &FtpsLogin) -> Result<(), Refused> {
        let address = &login.address;
        let Some(password) = &login.password else { return Err(Refused::Needs(Secret::Password)) };
        let broken = |error: FtpError| no_server(address, &error);
        let mut reply = self.ask(&format!("USER {}", address.user)).map_err(broken)?;
        if reply.code == 331 {
            reply = self.ask(&format!("PASS {password}")).map_err(broken)?;
        }
        match reply.code {
            230..=232 => Ok(()),
            // There are too many just now.
            400..=499 => Err(Refused::Failed(reply.trouble(&address.host))),
            _ => {
                let reason = Phrase::new("target-not-let-in-ftps").with("host", address.server());
                Err(Refused::Wrong(Secret::Password, FarError::lasting(reason)))
            }
        }
    }

    /// Asks what the server can, and sets what all files are sent with.
    fn settle(&mut self, address: &ServerAddress, at: SocketAddr) -> Result<(), Refused> {
        let broken = |error: FtpError| no_server(address, &error);
        let known = self.ask("FEAT").map_err(broken)?.text.to_uppercase();
        let has = |name: &str| known.lines().any(|line| line.trim().split([' ', ';']).next() == Some(name));
        self.lists_facts = has("MLST") || has("MLSD");
        if has("UTF8") {
            // Some want to be told, and others say that it is so anyhow.
            self.ask("OPTS UTF8 ON").map_err(broken)?;
        }
        if has("EPSV") || at.is_ipv6() {
            self.stream.set_mode(Mode::ExtendedPassive);
        }
        let reply = self.ask("TYPE I").map_err(broken)?;
        if reply.is_good() { Ok(()) } else { Err(Refused::Failed(reply.trouble(&address.host))) }
    }

    /// Something begins that moves so many bytes.
    pub fn begin(&self, bytes: u64) {
        self.limit.begin(bytes);
    }

    /// It is done, and how long the server took is known.
    pub fn end<T>(&self, done: Result<T, FarError>, host: &str) -> Result<T, FarError> {
        self.limit.end();
        match done {
            Err(_) if self.limit.is_late() => Err(late(host)),
            done => done,
        }
    }

    /// Gives a command, and what was answered to it.
    pub fn ask(&mut self, command: &str) -> Result<FtpsReply, FtpError> {
        match self.stream.custom_command(command, &[]) {
            Ok(response) | Err(FtpError::UnexpectedResponse(response)) => Ok(response.into()),
            Err(error) => Err(error),
        }
    }

    /// Has its TLS session been good for as much as it can be trusted to be? Servers hand out two tickets with a connection, and none for a file that
    /// they are given.
    pub fn is_spent(&self) -> bool {
        self.session == TlsSession::Spent && self.uploads > 0
    }

    /// Gives a command that bytes follow.
    pub fn send(&mut self, command: &str, bytes: &[u8]) -> Result<FtpsReply, FtpError> {
        self.uploads += 1;
        let mut stream = match self.data(command)? {
            Ok(stream) => stream,
            Err(reply) => return Ok(reply),
        };
        let written = stream.write_all(bytes).and_then(|()| stream.flush());
        let done = ended(stream)?;
        // What the server said is more than that the pipe broke.
        written
            .map_err(FtpError::ConnectionError)
            .or_else(|error| if done.is_good() { Err(error) } else { Ok(()) })?;
        Ok(done)
    }

    /// Gives a command that is answered with bytes: at the most so many, and one more where there are.
    pub fn receive(&mut self, command: &str, most: u64) -> Result<Result<Vec<u8>, FtpsReply>, FtpError> {
        let mut stream = match self.data(command)? {
            Ok(stream) => stream,
            Err(reply) => return Ok(Err(reply)),
        };
        let mut bytes = Vec::new();
        match (&mut stream).take(most.saturating_add(1)).read_to_end(&mut bytes) {
            // Some servers close the line without a word. Whether it was all is seen by the length.
            Err(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
                return Err(FtpError::ConnectionError(error));
            }
            _ => {}
        }
        if bytes.len() as u64 > most {
            return Ok(Ok(bytes));
        }
        let done = ended(stream)?;
        Ok(if done.is_good() { Ok(bytes) } else { Err(done) })
    }

    fn data(&mut self, command: &str) -> Result<Result<TransferStream<FtpsStream>, FtpsReply>, FtpError> {
        match self.stream.custom_data_command(command, &[Status::AboutToSend, Status::AlreadyOpen]) {
            Ok((_, stream)) => Ok(Ok(stream)),
            Err(FtpError::UnexpectedResponse(response)) => Ok(Err(response.into())),
            Err(error) => Err(error),
        }
    }
}

/// What a server says at the end of a data connection.
fn ended(stream: TransferStream<FtpsStream>) -> Result<FtpsReply, FtpError> {
    match stream.finish() {
        Ok(()) => Ok(FtpsReply { code: 226, text: String::new() }),
        Err(FtpError::UnexpectedResponse(response)) => Ok(response.into()),
        Err(error) => Err(error),
    }
}

/// Data go to the host that the commands go to, whatever host the server names.
fn bound(
    mut stream: ImplFtpStream<FtpsStream>,
    at: SocketAddr,
    limit: &Arc<LinkLimit>,
) -> ImplFtpStream<FtpsStream> {
    stream.set_passive_nat_workaround(true);
    let limit = Arc::clone(limit);
    stream.passive_stream_builder(move |named| {
        let to = SocketAddr::new(at.ip(), named.port());
        let socket = TcpStream::connect_timeout(&to, PATIENCE).map_err(FtpError::ConnectionError)?;
        limit.bind(&socket).map_err(FtpError::ConnectionError)?;
        let _ = socket.set_nodelay(true);
        Ok(socket)
    })
}

/// A socket to the first of a server's addresses that answers.
fn connect(address: &ServerAddress) -> io::Result<(TcpStream, SocketAddr)> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for at in (address.host.as_str(), address.port).to_socket_addrs()? {
        match TcpStream::connect_timeout(&at, PATIENCE) {
            Ok(socket) => {
                let _ = socket.set_nodelay(true);
                return Ok((socket, at));
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn late(host: &str) -> FarError {
    FarError::lasting(Phrase::new("target-slow").with("host", host))
}

fn no_server(address: &ServerAddress, error: &dyn std::fmt::Display) -> Refused {
    let reason = Phrase::new("target-no-server").with("host", address.server()).with("said", told(error));
    Refused::Failed(FarError::passing(reason))
}

fn failed(key: &'static str, address: &ServerAddress) -> Refused {
    Refused::Failed(FarError::lasting(Phrase::new(key).with("host", address.server())))
}

/// Why there is no TLS.
fn insecure(login: &FtpsLogin, keeper: &CertificateKeeper, error: &FtpError) -> Refused {
    let address = &login.address;
    match (keeper.refused(), error) {
        (Some(shown), _) if login.pin == CertificatePin::Nothing => {
            Refused::NewKey { print: shown.print, is_other: false }
        }
        (Some(shown), _) => {
            let reason = Phrase::new("target-certificate-changed").with("host", address.server());
            Refused::Failed(FarError::lasting(reason.with("print", shown.print)))
        }
        (None, FtpError::UnexpectedResponse(_)) => failed("target-no-tls", address),
        (None, error) => {
            let reason = Phrase::new("target-no-handshake").with("host", address.server());
            let reason = reason.with("said", told(error));
            Refused::Failed(FarError::passing(reason))
        }
    }
}
