//! What a server asks of the person who publishes: whether its key is right, and secrets. No secret is ever written anywhere, nor said in a
//! message.

use std::fmt;

use super::far::FarError;
use crate::base::Phrase;
use crate::parse::targets::ServerAddress;

/// Asks the person who publishes.
pub struct Asks<'a> {
    /// Is this the server's key?
    pub is_key: &'a dyn Fn(&AskedKey<'_>) -> bool,
    /// A secret; none where nobody is there.
    pub secret: &'a dyn Fn(Secret, &AskingServer<'_>) -> Option<String>,
}

impl Asks<'_> {
    /// The person says that a key is the right one, or it ends there.
    pub fn accept(&self, key: &AskedKey<'_>) -> Result<(), FarError> {
        let refused = if key.is_other { "target-other-key" } else { "target-new-key" };
        let refused = Phrase::new(refused).with("host", key.host).with("print", key.print);
        if (self.is_key)(key) { Ok(()) } else { Err(FarError::lasting(refused)) }
    }

    /// A secret that a server needs.
    pub fn needed(&self, secret: Secret, asker: &AskingServer<'_>) -> Result<String, FarError> {
        let key = if asker.keeps_back(secret) { "target-not-met" } else { "target-needs-secret" };
        let none = || FarError::lasting(Phrase::new(key).with("host", asker.address.server()));
        (self.secret)(secret, asker).ok_or_else(none)
    }

    /// Another in the place of one that was wrong. The same again would be refused again, and some servers shut the door for that.
    pub fn another(
        &self,
        (secret, asker): (Secret, &AskingServer<'_>),
        (wrong, error): (Option<&String>, FarError),
    ) -> Result<String, FarError> {
        (self.secret)(secret, asker).filter(|given| wrong != Some(given)).ok_or(error)
    }
}

/// A key, or a certificate, that a person is asked about.
#[derive(Clone, Copy, Debug)]
pub struct AskedKey<'a> {
    /// The server.
    pub host: &'a str,
    /// The print of its key.
    pub print: &'a str,
    /// Does this computer know the server by another? Then the file says that this is the right one, and it may be anybody's.
    pub is_other: bool,
}

impl AskedKey<'_> {
    /// What is asked.
    pub fn question(&self) -> Phrase {
        let key = if self.is_other { "publish-other-key" } else { "publish-new-key" };
        Phrase::new(key).with("host", self.host).with("print", self.print)
    }
}

/// The key that a server is known by.
pub struct KeyPin<'a> {
    /// The print of the key that was accepted before.
    pub known: Option<String>,
    /// Keeps the one that was accepted at first sight.
    pub keep: &'a dyn Fn(&str),
}

/// How often a person may type a secret.
pub const MOST_TRIES: u32 = 4;

/// The secrets that a server asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Secret {
    /// The password of the account.
    Password,
    /// The words that a key file is locked with.
    KeyWords,
}

impl Secret {
    /// The message that asks for it.
    pub fn question(self) -> &'static str {
        match self {
            Self::Password => "publish-password",
            Self::KeyWords => "publish-key-words",
        }
    }

    /// What the environment has of it, for this server. A password goes to a server that the person has met, or that they named beside it in
    /// `FCSITE_SERVER`: a repository from elsewhere may name any server, any port of it, and the print of its key. The words of a key leave this
    /// computer never.
    pub fn given(self, asker: &AskingServer<'_>) -> Option<String> {
        match self {
            Self::Password => of_environment(PASSWORD).filter(|_| asker.may_have_password()),
            Self::KeyWords => of_environment("FCSITE_KEY_PASSPHRASE"),
        }
    }
}

const PASSWORD: &str = "FCSITE_PASSWORD";

#[expect(clippy::disallowed_methods, reason = "the person who publishes gives it by the environment")]
/// What the environment has of a name.
pub fn of_environment(variable: &str) -> Option<String> {
    std::env::var(variable).ok().filter(|given| !given.is_empty())
}

/// A server that asks for a secret.
#[derive(Clone, Copy, Debug)]
pub struct AskingServer<'a> {
    /// Where it is, and who logs in.
    pub address: &'a ServerAddress,
    /// Has this person been there before? Its key was accepted here, or is in their list of known servers.
    pub is_met: bool,
    /// The print of the only key or certificate that it may have; none where the system, or the person's list of known servers, says that it is good.
    pub print: Option<&'a str>,
}

/// For whom a secret was typed: it is given to no other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecretFor {
    /// The server, its key, and who logs in there.
    pub server: String,
    /// With what of theirs. The words of a key are no password.
    pub secret: Secret,
}

impl fmt::Display for SecretFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.secret.question(), self.server)
    }
}

impl AskingServer<'_> {
    /// For whom a secret is that is typed now. It is compared as it stands: another server could be named so that it had the same fingerprint.
    pub fn whom(&self, secret: Secret) -> SecretFor {
        let ServerAddress { user, host, port, usual_port, .. } = self.address;
        // No part but the last has blanks in it. The usual port tells how the server is reached.
        let server = format!("{user} {host} {port} {usual_port} {}", self.print.unwrap_or_default());
        SecretFor { server, secret }
    }

    /// May it be given what the environment has?
    pub fn may_have_password(&self) -> bool {
        let is_named = |named: String| self.address.is_named(&named);
        self.is_met || of_environment("FCSITE_SERVER").is_some_and(is_named)
    }

    /// Is there a password that was kept back?
    pub fn keeps_back(&self, secret: Secret) -> bool {
        secret == Secret::Password && !self.may_have_password() && of_environment(PASSWORD).is_some()
    }
}

/// Why there is no connection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// The server shows a key that a person has to say yes to.
    NewKey {
        /// Its print.
        print: String,
        /// See [`AskedKey::is_other`].
        is_other: bool,
    },
    /// A secret is needed.
    Needs(Secret),
    /// The one that was given is wrong, and what to say of it.
    Wrong(Secret, FarError),
    /// Anything else.
    Failed(FarError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_for_one_server_with_one_key_one_account_and_one_kind_of_login() {
        let address = |user: &str, host: &str, port: u16, usual_port: u16, folder: &str| ServerAddress {
            user: user.into(),
            host: host.into(),
            port,
            usual_port,
            folder: folder.into(),
        };
        let whom = |address: &ServerAddress, print: Option<&str>, secret: Secret| {
            AskingServer { address, is_met: false, print }.whom(secret).to_string()
        };
        let own = address("webb", "a.example", 22, 22, "x");
        let asked = whom(&own, Some("SHA256:A"), Secret::Password);
        // Another folder of the same is as good.
        assert_eq!(
            whom(&address("webb", "a.example", 22, 22, "y"), Some("SHA256:A"), Secret::Password),
            asked
        );
        for other in [
            address("bo", "a.example", 22, 22, "x"),
            address("webb", "b.example", 22, 22, "x"),
            address("webb", "a.example", 2222, 22, "x"),
            address("webb", "a.example", 22, 21, "x"),
        ] {
            assert_ne!(whom(&other, Some("SHA256:A"), Secret::Password), asked, "{other:?}");
        }
        for print in [None, Some("SHA256:B")] {
            assert_ne!(whom(&own, print, Secret::Password), asked, "{print:?}");
        }
        assert_ne!(whom(&own, Some("SHA256:A"), Secret::KeyWords), asked);
    }
}
