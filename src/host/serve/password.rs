//! A password for a site that is shown to others before it is published (HTTP Basic authentication, RFC 7617).
//!
//! It is made here, long enough that nobody finds it by trying, and new each time; nobody chooses one that they have elsewhere. What is sent over
//! the network can be read on the way, as the site can.

use std::fmt;
use std::io;

use axum::http::header::{AUTHORIZATION, HeaderMap};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::host::ground;

/// How a browser is told to ask for it.
pub const ASKS: &str = "Basic realm=\"fcsite\", charset=\"UTF-8\"";

/// What it is made of: nothing that is taken for something else when it is read aloud.
const LETTERS: &[u8; 32] = b"abcdefghjkmnopqrstuvwxyz23456789";

/// Groups, and the length of each: sixty bits.
const GROUPS: (usize, usize) = (3, 4);

/// A password. It is shown on purpose alone.
#[derive(Clone)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password")
    }
}

impl Password {
    /// A new one. An error where the system has no chance to give.
    pub fn new() -> io::Result<Self> {
        let mut chance = [0; GROUPS.0 * GROUPS.1];
        ground::fill_with_chance(&mut chance)?;
        let group = |bytes: &[u8]| -> String {
            bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
        };
        Ok(Self(chance.chunks(GROUPS.1).map(group).collect::<Vec<_>>().join("-")))
    }

    /// To be told to whom the site is shown.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// Does a request have it? The name beside it does not matter.
    pub fn is_in(&self, headers: &HeaderMap) -> bool {
        let mut all = headers.get_all(AUTHORIZATION).iter();
        let (Some(only), None) = (all.next(), all.next()) else { return false };
        let given = only.to_str().ok().and_then(|text| {
            let (kind, text) = text.split_once(' ')?;
            let decoded = STANDARD.decode(text.trim()).ok().filter(|_| kind.eq_ignore_ascii_case("basic"))?;
            let at = decoded.iter().position(|byte| *byte == b':')?;
            Some(blake3::hash(decoded.get(at + 1..)?))
        });
        // Hashes are compared in constant time.
        given.is_some_and(|given| given == blake3::hash(self.0.as_bytes()))
    }
}
