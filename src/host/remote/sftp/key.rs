//! The person's key, from a file.
//!
//! Which file it is may stand in a repository from elsewhere, and so may the file itself: how dear its lock is to open is looked at first.

use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pkcs8::EncryptedPrivateKeyInfoRef;
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::Kdf as PbesKdf;
use russh::keys::ssh_key::Kdf;
use russh::keys::{Error, PrivateKey, decode_secret_key};

use crate::base::allowance;
use crate::host::ground::Ground;

/// No file of a key is longer, in bytes: one of RSA with sixteen thousand bits is not.
const MOST_OF_A_KEY: u64 = 16 * 1024;

/// How often the words may be stirred before they open a key: by bcrypt (`ssh-keygen -a`; a hundredth of a second each), by PBKDF2, and by those
/// that also take memory (scrypt, Argon2), in kilobytes at once and altogether.
const MOST_BCRYPT: u32 = 1000;
const MOST_PBKDF2: u32 = 10_000_000;
const MOST_KILOBYTES: u64 = 256 * 1024;
const MOST_STIRRED: u64 = 4 * 1024 * 1024;

/// Why a key is not to be had.
#[derive(Debug)]
pub enum KeyFault {
    /// It needs words.
    Locked,
    /// Its lock takes more than anybody would wait.
    Dear,
    /// It is none, or these are not its words.
    Other,
}

/// The key in a file. A device or a pipe would never end, and no link of the repository is followed.
pub fn key_of((source, file): (&Path, &Path), words: Option<&str>) -> Result<Arc<PrivateKey>, KeyFault> {
    let bytes = Ground::file_from(source, file).and_then(|file| file.read(MOST_OF_A_KEY));
    let text = String::from_utf8(bytes.map_err(|_| KeyFault::Other)?).map_err(|_| KeyFault::Other)?;
    let text = as_judged(&text).unwrap_or(text);
    if words.is_none() && is_locked(&text) {
        return Err(KeyFault::Locked);
    }
    if words.is_some() {
        if is_dear(&text).ok_or(KeyFault::Other)? {
            return Err(KeyFault::Dear);
        }
        allowance::unlocked();
    }
    match decode_secret_key(&text, words) {
        Ok(key) => Ok(Arc::new(key)),
        Err(Error::KeyIsEncrypted) => Err(KeyFault::Locked),
        Err(_) => Err(KeyFault::Other),
    }
}

/// Does it need words? Of a key of OpenSSH its reader says so.
fn is_locked(text: &str) -> bool {
    let encryption = text.lines().find_map(|line| line.strip_prefix("Encryption: "));
    let is_putty =
        text.starts_with("PuTTY-User-Key-File-") && encryption.is_some_and(|kind| kind.trim() != "none");
    is_putty || text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
}

/// The kinds of keys whose bytes say how dear they are to open.
const JUDGED: [&str; 4] = ["OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY"];

/// A key of these kinds with nothing in the file but its bytes: whoever reads it next, and leaves out other lines than is done here, reads the same.
fn as_judged(text: &str) -> Option<String> {
    let kind =
        JUDGED.into_iter().find(|kind| text.lines().any(|line| line == format!("-----BEGIN {kind}-----")))?;
    let body = STANDARD.encode(body_of(text)?);
    is_single(text).then(|| format!("-----BEGIN {kind}-----\n{body}\n-----END {kind}-----\n"))
}

/// Of two keys in one file nobody knows which is opened.
fn is_single(text: &str) -> bool {
    text.lines().filter(|line| line.contains("-----BEGIN ")).count() == 1
}

/// Does it take too long to open a key with words? None where that cannot be told.
fn is_dear(text: &str) -> Option<bool> {
    if text.trim().starts_with("PuTTY-User-Key-File-") {
        let number = |name: &str| -> u64 {
            let values = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            values.filter_map(|value| value.parse().ok()).max().unwrap_or_default()
        };
        return Some(is_much(number("Argon2-Memory"), number("Argon2-Passes")));
    }
    let begin = text.lines().find(|line| line.contains("-----BEGIN ")).filter(|_| is_single(text))?;
    match begin {
        "-----BEGIN OPENSSH PRIVATE KEY-----" => {
            let key = PrivateKey::from_bytes(&body_of(text)?).ok()?;
            Some(matches!(key.kdf(), Kdf::Bcrypt { rounds, .. } if *rounds > MOST_BCRYPT))
        }
        "-----BEGIN ENCRYPTED PRIVATE KEY-----"
        | "-----BEGIN PRIVATE KEY-----"
        | "-----BEGIN EC PRIVATE KEY-----" => {
            let bytes = body_of(text)?;
            // Any other is opened by no words.
            let Ok(key) = EncryptedPrivateKeyInfoRef::try_from(&*bytes) else { return Some(false) };
            let EncryptionScheme::Pbes2(scheme) = &key.encryption_algorithm else { return Some(false) };
            Some(match &scheme.kdf {
                PbesKdf::Pbkdf2(stirred) => stirred.iteration_count > MOST_PBKDF2,
                PbesKdf::Scrypt(stirred) => {
                    let blocks = u64::from(stirred.block_size).saturating_mul(stirred.cost_parameter);
                    is_much(blocks / 8, stirred.parallelization.into())
                }
                _ => return None,
            })
        }
        // What PEM was locked with before that is quick.
        _ => Some(false),
    }
}

fn is_much(kilobytes: u64, times: u64) -> bool {
    kilobytes > MOST_KILOBYTES || kilobytes.saturating_mul(times) > MOST_STIRRED
}

/// The bytes between the two lines of a key.
fn body_of(text: &str) -> Option<Vec<u8>> {
    let lines = text.lines().skip_while(|line| !line.starts_with("-----BEGIN ")).skip(1);
    let body: String = lines.take_while(|line| !line.starts_with("-----END ")).map(str::trim).collect();
    STANDARD.decode(body).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]

    use std::fs;

    use super::*;

    const WORDS: &str = "ord";

    /// What `ssh-keygen -a 1` wrote.
    const OPENSSH: &str = "\
-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABAXMSklRX
4u3Pgxl5fMzujWAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIIlv+/hpdAGiQFqw
QV+8vQj9CJMyC8qNbNjNH7v1V0fQAAAAkP0tgq81icds/1xzqmZ2kcmmBZpW38WUdKvBPR
hq/dOdREg1yJGzAENrO4Zwb7UdcPPvhgAq7PLVmGnoHLsc+FeFRx//C1XGcYYbpIlh5TYX
INXS7Fv+QADD/ngv0Fs+wc+5Ro/0x3nzQjH8JEh3CRReGNmPmkwo2KayDOwVf/yPAgfXnl
OwhV9AsEiXd7z8YQ==
-----END OPENSSH PRIVATE KEY-----\n";

    /// What `openssl pkcs8` wrote: with 2,048 rounds of PBKDF2 and with twenty million, and with scrypt of sixteen megabytes.
    const PBKDF2: &str = "\
MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAir0jVLHE/QkAICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEELHJj1BboL8PorUodXA7MfAEQCyy
Q+8FmD01UzJdzD/yqmCQhKsl7IJbqphkgH7Cmu3cMmpCVpKg90JMp/KmksvqapP7
saCVCgQH7RHDKfFjsDE=";
    const MUCH_PBKDF2: &str = "\
MIGdMFkGCSqGSIb3DQEFDTBMMCsGCSqGSIb3DQEFDDAeBAjqbOko+pmcCgIEATEt
ADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQ4nhQvDooeB0IyghvU8gtJgRA
ObLwmnjmt/CavUCKgagOqBYH5/YyxgGLJibkBR2qPSGFP6Fxy6P6fJ3m/owX0DsO
OtTPPKptptYVud73rv2XzQ==";
    const SCRYPT: &str = "\
MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAgcOzW4q1yI5AICQAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBC9ZJQ1kfHLJ6vq9AwvIDPKBEAK1c3vdfhogJq7
nA177wKqza2EirMUaKyBaAPBstf9raM8w406IN7XEvi5PnjAWz6lkWcBOk0OCkGc
wpRjd1zU";

    fn pem(body: &str, kind: &str) -> String {
        format!("-----BEGIN {kind} KEY-----\n{body}\n-----END {kind} KEY-----\n")
    }

    /// The same key, of which is said that it takes so many rounds.
    fn of_rounds(rounds: u32) -> String {
        const BEFORE: usize = 15 + 4 + 10 + 4 + 6 + 4 + 4 + 16;
        let mut bytes = body_of(OPENSSH).unwrap();
        assert_eq!(bytes[BEFORE..BEFORE + 4], [0, 0, 0, 1]);
        bytes[BEFORE..BEFORE + 4].copy_from_slice(&rounds.to_be_bytes());
        pem(&STANDARD.encode(bytes), "OPENSSH PRIVATE")
    }

    /// The same key, of which is said that it takes as much as its numbers can say.
    fn of_much_scrypt() -> String {
        let mut bytes = body_of(&pem(SCRYPT, "ENCRYPTED PRIVATE")).unwrap();
        let at = bytes.windows(6).position(|six| six == [2, 1, 8, 2, 1, 1]).unwrap();
        bytes[at..at + 6].copy_from_slice(&[2, 1, 127, 2, 1, 127]);
        STANDARD.encode(bytes)
    }

    fn putty(memory: u64, passes: u64) -> String {
        format!(
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\nArgon2-Memory: 8192\nArgon2-Memory: {memory}\nArgon2-Passes: {passes}\n"
        )
    }

    #[test]
    fn a_key_whose_lock_takes_too_long_to_open_is_not_tried() {
        assert_eq!(is_dear(OPENSSH), Some(false));
        assert_eq!(
            [1000, 1001, u32::MAX].map(|rounds| is_dear(&of_rounds(rounds))),
            [Some(false), Some(true), Some(true)]
        );
        for kind in ["ENCRYPTED PRIVATE", "PRIVATE", "EC PRIVATE"] {
            let of = |body: &str| is_dear(&pem(body, kind));
            assert_eq!(
                [PBKDF2, SCRYPT, MUCH_PBKDF2, &of_much_scrypt()].map(of),
                [false, false, true, true].map(Some),
                "{kind}"
            );
        }
        assert_eq!(
            [(8192, 21), (8192, 600), (1 << 32, 1)].map(|(memory, passes)| is_dear(&putty(memory, passes))),
            [false, true, true].map(Some)
        );
        assert_eq!(is_dear(&format!("{OPENSSH}{}", of_rounds(u32::MAX))), None, "two keys");
    }

    #[test]
    fn a_key_opens_with_its_words_and_with_no_others() {
        let folder = tempfile::TempDir::new().unwrap();
        let open = |text: &str, words| {
            fs::write(folder.path().join("key"), text).unwrap();
            key_of((folder.path(), &folder.path().join("key")), words)
        };
        assert!(open(OPENSSH, Some(WORDS)).is_ok());
        assert!(open(&OPENSSH.replace('\n', "\r\n"), Some(WORDS)).is_ok());
        // Some readers leave lines out that begin with a blank, and others do not.
        let dear = of_rounds(u32::MAX);
        let begin = dear.lines().next().unwrap();
        let cheap = dear.replace(begin, &format!("{begin}\n {}", STANDARD.encode(body_of(OPENSSH).unwrap())));
        for text in
            [cheap.as_str(), &format!("{OPENSSH}{dear}"), &format!(" {dear}"), &format!("{begin}\n{dear}")]
        {
            assert!(open(text, Some(WORDS)).is_err(), "{text}");
        }
        assert!(matches!(open(OPENSSH, None), Err(KeyFault::Locked)));
        assert!(matches!(open(OPENSSH, Some("andra")), Err(KeyFault::Other)));
        assert!(matches!(open(&of_rounds(u32::MAX), Some(WORDS)), Err(KeyFault::Dear)));
        for body in [PBKDF2, SCRYPT] {
            let text = pem(body, "ENCRYPTED PRIVATE");
            assert!(open(&text, Some(WORDS)).is_ok());
            assert!(matches!(open(&text, None), Err(KeyFault::Locked)));
        }
        assert!(matches!(open(&putty(8192, 21), None), Err(KeyFault::Locked)));
        assert!(matches!(open(&" ".repeat(20_000), None), Err(KeyFault::Other)));
    }
}
