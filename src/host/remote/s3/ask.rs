//! Questions to an S3, signed: what is asked, its answer bounded in bytes and in time.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusty_s3::actions::{DeleteObject, GetObject, HeadObject, PutObject};
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};

use super::super::far::{FarError, said_of, too_short};
use super::answer;
use crate::base::Phrase;
use crate::base::content_type::content_type;
use crate::parse::targets::S3Target;
use crate::servers::kept;

/// How long a question holds, by its signature.
const HOLDS: Duration = Duration::from_secs(900);

/// How long something may take that moves no files.
const WHOLE: Duration = Duration::from_secs(40);

/// A file may be as slow as this, in bytes a second.
const SLOWEST: u64 = 8 * 1024;

/// No refusal and no list of names is longer, in bytes.
const MOST_OF_A_REFUSAL: u64 = 64 * 1024;
const MOST_OF_A_LIST: u64 = 8 << 20;

/// An S3, with whoever asks it.
pub struct S3Door {
    agent: Agent,
    bucket: Bucket,
    keys: Credentials,
}

/// Is an object put only where there is none?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum S3Put {
    /// Whatever lies there.
    Over,
    /// Only where nothing does, as far as the server can.
    New,
}

impl S3Door {
    /// The one of a target. None: its address is none.
    pub fn new(target: &S3Target, keys: Credentials) -> Option<Self> {
        let endpoint = target.endpoint().parse().ok()?;
        // Amazon wants the bucket in the name of the host; others know it in the path, and some there alone.
        let style = if target.is_amazons() && !target.bucket.contains('.') {
            UrlStyle::VirtualHost
        } else {
            UrlStyle::Path
        };
        let bucket = Bucket::new(endpoint, style, target.bucket.clone(), target.region().to_string()).ok()?;
        // The system's own certificates: a municipality's network may have one of its own.
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .user_agent(concat!("fcsite/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false);
        Some(Self { agent: config.build().new_agent(), bucket, keys })
    }

    /// Reads an object of at most so many bytes.
    pub fn get(&self, key: &str, most: u64) -> Result<Option<Vec<u8>>, FarError> {
        let url = GetObject::new(&self.bucket, Some(&self.keys), key).sign(HOLDS);
        let asked = self.agent.get(url.as_str()).config().timeout_global(Some(patience(most))).build().call();
        let mut answer = asked.map_err(|error| broken(&error, key))?;
        match answer.status().as_u16() {
            200 => read(&mut answer, most, key).map(Some),
            404 if is_no_object(&mut answer) => Ok(None),
            _ => Err(refused(&mut answer, key)),
        }
    }

    /// Puts an object, and looks whether it came whole. False: one is there that must not be replaced.
    pub fn put(&self, key: &str, bytes: &[u8], how: S3Put) -> Result<bool, FarError> {
        let digest = md5::compute(bytes);
        let url = PutObject::new(&self.bucket, Some(&self.keys), key).sign(HOLDS);
        let mut asked = self
            .agent
            .put(url.as_str())
            .header("content-type", content_type(key))
            .header("cache-control", kept(key))
            .header("content-md5", STANDARD.encode(digest.0));
        if how == S3Put::New {
            asked = asked.header("if-none-match", "*");
        }
        let patience = patience(bytes.len() as u64);
        let asked = asked.config().timeout_global(Some(patience)).build().send(bytes);
        let mut answer = asked.map_err(|error| broken(&error, key))?;
        let tag = header(&answer, "etag").trim_matches('"').to_string();
        match (answer.status().as_u16(), how) {
            (200, _) if tag == format!("{digest:x}") => Ok(true),
            // An object that the server encrypts has another tag.
            (200, _) => self.has_length(key, bytes.len() as u64).map(|()| true),
            (409 | 412, S3Put::New) => Ok(false),
            // It cannot do that.
            (501, S3Put::New) => self.put(key, bytes, S3Put::Over),
            _ => Err(refused(&mut answer, key)),
        }
    }

    fn has_length(&self, key: &str, length: u64) -> Result<(), FarError> {
        let url = HeadObject::new(&self.bucket, Some(&self.keys), key).sign(HOLDS);
        let asked = self.agent.head(url.as_str()).config().timeout_global(Some(WHOLE)).build().call();
        let mut answer = asked.map_err(|error| broken(&error, key))?;
        if answer.status().as_u16() != 200 {
            return Err(refused(&mut answer, key));
        }
        let is_whole = header(&answer, "content-length").parse() == Ok(length);
        let short = too_short(key);
        is_whole.then_some(()).ok_or(short)
    }

    /// Removes an object. What is gone already is as good.
    pub fn delete(&self, key: &str) -> Result<(), FarError> {
        let url = DeleteObject::new(&self.bucket, Some(&self.keys), key).sign(HOLDS);
        let asked = self.agent.delete(url.as_str()).config().timeout_global(Some(WHOLE)).build().call();
        let mut answer = asked.map_err(|error| broken(&error, key))?;
        match answer.status().as_u16() {
            200 | 204 => Ok(()),
            404 if is_no_object(&mut answer) => Ok(()),
            _ => Err(refused(&mut answer, key)),
        }
    }

    /// A part of the keys that begin with something, each as far as the next slash after it where `is_folder`.
    pub fn list(
        &self,
        prefix: &str,
        is_folder: bool,
        from: Option<&str>,
    ) -> Result<answer::S3Page, FarError> {
        let mut ask = GetObject::new(&self.bucket, Some(&self.keys), "");
        ask.query_mut().insert("list-type", "2");
        ask.query_mut().insert("encoding-type", "url");
        ask.query_mut().insert("prefix", prefix);
        if is_folder {
            ask.query_mut().insert("delimiter", "/");
        }
        if let Some(from) = from {
            ask.query_mut().insert("continuation-token", from);
        }
        let url = ask.sign(HOLDS);
        let asked = self.agent.get(url.as_str()).config().timeout_global(Some(WHOLE)).build().call();
        let shown = format!("{}/{prefix}", self.bucket.name());
        let mut answer = asked.map_err(|error| broken(&error, &shown))?;
        if answer.status().as_u16() != 200 {
            return Err(refused(&mut answer, &shown));
        }
        let bytes = read(&mut answer, MOST_OF_A_LIST, &shown)?;
        let damaged = || FarError::lasting(Phrase::new("target-no-s3").with("host", self.host()));
        answer::page(&bytes).ok_or_else(damaged)
    }

    fn host(&self) -> String {
        self.bucket.base_url().host_str().unwrap_or_default().to_string()
    }
}

fn patience(bytes: u64) -> Duration {
    WHOLE + Duration::from_secs(bytes / SLOWEST)
}

fn header<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn read(answer: &mut Response<Body>, most: u64, key: &str) -> Result<Vec<u8>, FarError> {
    answer.body_mut().with_config().limit(most).read_to_vec().map_err(|error| match error {
        Error::BodyExceedsLimit(_) => super::super::far::too_large(key),
        error => broken(&error, key),
    })
}

/// Is it the object that is not there, and not the bucket?
fn is_no_object(answer: &mut Response<Body>) -> bool {
    let said = read(answer, MOST_OF_A_REFUSAL, "").unwrap_or_default();
    !answer::refusal(&said).is_some_and(|said| said.starts_with("NoSuchBucket"))
}

/// Why a server did not do something.
fn refused(answer: &mut Response<Body>, key: &str) -> FarError {
    let status = answer.status();
    let said = read(answer, MOST_OF_A_REFUSAL, key).ok().and_then(|bytes| answer::refusal(&bytes));
    let reason = said_of(key, said.unwrap_or_else(|| status.to_string()));
    let may_pass = status.is_server_error() || matches!(status.as_u16(), 408 | 409 | 429);
    if may_pass { FarError::passing(reason) } else { FarError::lasting(reason) }
}

/// Why there was no answer. The address with its signature is not told.
fn broken(error: &Error, key: &str) -> FarError {
    match error {
        Error::BadUri(_) => FarError::lasting(said_of(key, "address")),
        error => FarError::passing(said_of(key, error)),
    }
}
