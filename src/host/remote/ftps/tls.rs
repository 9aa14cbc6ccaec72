//! TLS of FTPS: whose certificate is accepted, and streams that resume the session of their connection.
//!
//! A certificate is good that `publish.yaml` names, that a person accepted at first sight, or that the system itself holds for good. Servers want
//! to see that a data connection comes from whom they know: it goes on with the TLS session of its own control connection. A session of TLS 1.2
//! is good for all of them. Of TLS 1.3 each goes on with a ticket of its own, and servers hand out few; so it is spoken where there is nothing else.

use std::net::TcpStream;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::version::{TLS12, TLS13};
use rustls::{
    CertificateError, ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme,
    StreamOwned,
};
use rustls_platform_verifier::Verifier;
use sha2::{Digest as _, Sha256};
use suppaftp::{FtpError, FtpResult, TlsConnector, TlsStream};

use super::limit::LinkLimit;

/// For how many data connections a TLS session is good.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TlsSession {
    /// For all (TLS 1.2).
    Kept,
    /// For the few that the server has handed out tickets for (TLS 1.3).
    Spent,
}

/// What is known of a server's certificate beforehand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CertificatePin {
    /// Nothing: the system says whether it is good.
    Nothing,
    /// It stands in `publish.yaml`, and no other is good.
    Written(String),
    /// A person accepted it at first sight; one that the system holds for good may take its place.
    Accepted(String),
    /// The system held it for good before, and must do so again.
    Verified,
}

/// The word that is kept of a server whose certificate the system holds for good.
const VERIFIED: &str = "verified";

impl CertificatePin {
    /// By what stands in the file, and what is kept.
    pub fn of(written: Option<&str>, kept: Option<&str>) -> Self {
        match (written, kept) {
            (Some(print), _) => Self::Written(print.to_string()),
            (None, Some(VERIFIED)) => Self::Verified,
            (None, Some(print)) => Self::Accepted(print.to_string()),
            (None, None) => Self::Nothing,
        }
    }

    /// The print of the certificate that is known; none where it is for the system to say which is good.
    pub fn print(&self) -> Option<&str> {
        match self {
            Self::Written(print) | Self::Accepted(print) => Some(print),
            Self::Nothing | Self::Verified => None,
        }
    }
}

/// A certificate that a server showed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownCertificate {
    /// Its print.
    pub print: String,
    /// Does the system hold it for good?
    is_verified: bool,
    /// Is it accepted?
    is_good: bool,
}

impl ShownCertificate {
    /// What is kept of it once a person has met its server.
    pub fn kept(&self) -> &str {
        if self.is_verified { VERIFIED } else { &self.print }
    }
}

/// The system's certificates, which are some hundred files: they are read once, and not for each of many connections. Where there are none they are
/// looked for again.
fn system_certificates(provider: &Arc<CryptoProvider>) -> Option<Arc<Verifier>> {
    static READ: OnceLock<Arc<Verifier>> = OnceLock::new();
    let read = || Verifier::new(Arc::clone(provider)).ok().map(Arc::new);
    READ.get().cloned().or_else(|| read().map(|found| READ.get_or_init(|| found).clone()))
}

/// Looks at certificates.
#[derive(Debug)]
pub struct CertificateKeeper {
    provider: Arc<CryptoProvider>,
    /// None where the system has no certificates at all.
    system: Option<Arc<Verifier>>,
    pin: CertificatePin,
    shown: Mutex<Option<ShownCertificate>>,
}

impl CertificateKeeper {
    /// One who knows this beforehand.
    pub fn new(pin: CertificatePin) -> Arc<Self> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let system = system_certificates(&provider);
        Arc::new(Self { provider, system, pin, shown: Mutex::default() })
    }

    /// The certificate that was shown last.
    pub fn shown(&self) -> Option<ShownCertificate> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The certificate that was not accepted, if that is why a connection failed.
    pub fn refused(&self) -> Option<ShownCertificate> {
        self.shown().filter(|shown| !shown.is_good)
    }

    /// The settings of a connection, with a memory of sessions of its own.
    pub fn settings(self: &Arc<Self>, session: TlsSession) -> Result<Arc<ClientConfig>, Error> {
        let version = if session == TlsSession::Kept { &TLS12 } else { &TLS13 };
        let settings = ClientConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_protocol_versions(&[version])?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(self) as Arc<dyn ServerCertVerifier>)
            .with_no_client_auth();
        Ok(Arc::new(settings))
    }
}

/// As `openssl x509 -fingerprint -sha256` shows it.
fn print_of(certificate: &CertificateDer<'_>) -> String {
    let pairs: Vec<String> = Sha256::digest(certificate).iter().map(|byte| format!("{byte:02X}")).collect();
    format!("SHA256:{}", pairs.join(":"))
}

impl ServerCertVerifier for CertificateKeeper {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        status: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let print = print_of(certificate);
        let by_system =
            |system: &Verifier| system.verify_server_cert(certificate, others, name, status, now).is_ok();
        let is_verified = self.system.as_deref().is_some_and(by_system);
        let is_good = match &self.pin {
            CertificatePin::Written(pinned) => *pinned == print,
            CertificatePin::Accepted(pinned) => *pinned == print || is_verified,
            CertificatePin::Nothing | CertificatePin::Verified => is_verified,
        };
        let shown = ShownCertificate { print, is_verified, is_good };
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        let refused = Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure);
        is_good.then(ServerCertVerified::assertion).ok_or(refused)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Turns the sockets of a connection into TLS: first that of its commands, then those of its data.
#[derive(Debug)]
pub struct FtpsConnector {
    settings: Arc<ClientConfig>,
    limit: Arc<LinkLimit>,
}

impl FtpsConnector {
    /// That of one connection.
    pub fn new(settings: Arc<ClientConfig>, limit: Arc<LinkLimit>) -> Self {
        Self { settings, limit }
    }
}

impl TlsConnector for FtpsConnector {
    type Stream = FtpsStream;

    fn connect(&self, domain: &str, mut socket: TcpStream) -> FtpResult<FtpsStream> {
        self.limit.bind(&socket).map_err(FtpError::ConnectionError)?;
        let insecure = |error: &dyn std::fmt::Display| FtpError::SecureError(error.to_string());
        let name = ServerName::try_from(domain.to_string()).map_err(|error| insecure(&error))?;
        let settings = Arc::clone(&self.settings);
        let mut connection = ClientConnection::new(settings, name).map_err(|error| insecure(&error))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut socket).map_err(|error| insecure(&error))?;
        }
        Ok(FtpsStream { stream: StreamOwned::new(connection, socket) })
    }
}

/// A stream over TLS.
#[derive(Debug)]
pub struct FtpsStream {
    stream: StreamOwned<ClientConnection, TcpStream>,
}

impl TlsStream for FtpsStream {
    type InnerStream = StreamOwned<ClientConnection, TcpStream>;

    fn tcp_stream(self) -> FtpResult<TcpStream> {
        self.stream.sock.try_clone().map_err(FtpError::ConnectionError)
    }

    fn get_ref(&self) -> &TcpStream {
        &self.stream.sock
    }

    fn mut_ref(&mut self) -> &mut Self::InnerStream {
        &mut self.stream
    }
}

impl Drop for FtpsStream {
    fn drop(&mut self) {
        self.stream.conn.send_close_notify();
        while self.stream.conn.wants_write() {
            if self.stream.conn.write_tls(&mut self.stream.sock).is_err() {
                return;
            }
        }
    }
}
