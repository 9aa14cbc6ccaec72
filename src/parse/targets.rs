//! `publish.yaml`: where the site is published to, by name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::encoding::decode;
use super::files::forms;
use super::record::{As, Checked, record};
use super::trail::Trail;
use super::{Places, yaml};
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Report, SourcePath, byte_order_mark, is_slug, slug_of};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// The file's name, beside `content/`.
pub const TARGETS: &str = "publish.yaml";

record! {
    /// A target: a folder or a server.
    pub struct PublishTarget {
        /// A folder, also of a share.
        folder: Option<String> as Option<As<forms::Words>> => folder,
        /// A folder on a server that is reached by SFTP: `user@host:folder`.
        sftp: Option<SftpAddress> as Option<As<forms::Words>> => sftp_address,
        /// The server's key, as `ssh-keygen -l` shows it: `SHA256:…`.
        host_key: Option<String> as Option<As<forms::Words>> => host_key,
        /// The file with the person's own key.
        key_file: Option<String> as Option<forms::Words>,
        /// The address that readers see it at; the site's when left out.
        base_url: Option<AbsoluteUrl>,
    }
    after is_one_kind
}

/// `user@host:port/folder`, taken apart.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SftpAddress {
    /// Who logs in.
    pub user: String,
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The folder; relative to the person's own unless it begins with a slash.
    pub folder: String,
}

/// All targets by their names, and the archive.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PublishTargets {
    /// The targets.
    pub targets: BTreeMap<String, PublishTarget>,
    /// The folder of the archive that each publication is added to.
    pub archive: Option<String>,
}

/// The archive's name among the targets, in both languages. No target is called so.
const ARCHIVE: [&str; 2] = ["archive", "arkiv"];

/// As the file has them.
pub struct WrittenTargets {
    targets: BTreeMap<String, <PublishTarget as Checked>::Written>,
    archive: Option<String>,
}

impl<'de> Deserialize<'de> for WrittenTargets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;

        impl<'de> Visitor<'de> for Each {
            type Value = WrittenTargets;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenTargets, A::Error> {
                let mut written = WrittenTargets { targets: BTreeMap::new(), archive: None };
                while let Some(name) = map.next_key::<String>()? {
                    if ARCHIVE.contains(&name.as_str()) {
                        written.archive = Some(map.next_value()?);
                    } else {
                        written.targets.insert(name, map.next_value()?);
                    }
                }
                Ok(written)
            }
        }

        deserializer.deserialize_map(Each)
    }
}

impl JsonSchema for WrittenTargets {
    fn schema_name() -> Cow<'static, str> {
        "PublishTargets".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let target = generator.subschema_for::<<PublishTarget as Checked>::Written>();
        let archive = generator.subschema_for::<forms::Words>();
        schemars::json_schema!({
            "type": "object",
            "minProperties": 1,
            "properties": {"archive": archive},
            "additionalProperties": target,
        })
    }
}

impl Checked for PublishTargets {
    type Written = WrittenTargets;
    type Value = Self;

    fn check(written: WrittenTargets, at: &Trail, report: &mut Report) -> Option<Self> {
        let mut targets = BTreeMap::new();
        for (name, written) in written.targets {
            let at = at.key(&name);
            if !is_slug(&name) {
                let proposal = slug_of(&name);
                let words = report.add(Code::BadTarget, at.name()).with("kind", "name").with("value", &name);
                words.proposing(Some(proposal).filter(|proposal| !proposal.is_empty()));
            }
            let target = PublishTarget::check(written, &at, report);
            targets.extend(target.map(|target| (name.clone(), target)));
        }
        Some(Self { targets, archive: written.archive.filter(|archive| !archive.trim().is_empty()) })
    }
}

/// Reads the file.
pub fn parse_targets(bytes: &[u8]) -> (Option<PublishTargets>, Vec<Diagnostic>) {
    let path = SourcePath::new(TARGETS);
    let mut report = Report::on(&path);
    let text = &*masked(decode(bytes, &mut report).unwrap_or_default());
    let start = byte_order_mark(text);
    let written = yaml::read::<WrittenTargets>(text.get(start..).unwrap_or_default(), start, &mut report);
    let targets = written.and_then(|written| PublishTargets::check(written, &Trail::TOP, &mut report));
    let places = Places::of(text, &path);
    let mut found = report.into_diagnostics();
    found.iter_mut().for_each(|diagnostic| diagnostic.place = places.find(&diagnostic.at));
    (targets.filter(|_| !found.iter().any(Diagnostic::is_error)), found)
}

/// The text without what may be a secret: a part of its lines is shown on the terminal, and ends in logs. As long as before, so that places are
/// the same.
fn masked(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    for secret in secrets(text) {
        masked.to_mut().replace_range(secret.clone(), &"x".repeat(secret.len()));
    }
    masked
}

/// Where a password may stand: after a word for one, or between a name and `@`.
fn secrets(text: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 6] = ["pass", "lösen", "secret", "hemlig", "token", "pwd"];
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if let Some((name, _)) = line.split_once(':') {
            let lower = name.to_lowercase();
            if WORDS.iter().any(|word| lower.contains(word)) {
                let from = start + name.len() + 1;
                let blanks = text.get(from..end).map_or(0, |value| value.len() - value.trim_start().len());
                found.push(from + blanks..end);
            } else if let Some(range) = in_address(line) {
                found.push(start + range.start..start + range.end);
            }
        }
        start += line.len();
    }
    found
}

/// The password of the last address in a line: what stands between `:` and `@`, with neither blanks nor slashes.
fn in_address(line: &str) -> Option<Range<usize>> {
    let end = line.rfind('@')?;
    let start = line.get(..end)?.rfind(':')? + 1;
    let is_one = line.get(start..end)?.chars().all(|c| !c.is_whitespace() && c != '/');
    (is_one && start < end).then_some(start..end)
}

fn is_one_kind(target: PublishTarget, at: &Trail, report: &mut Report) -> Option<PublishTarget> {
    let kinds = usize::from(target.folder.is_some()) + usize::from(target.sftp.is_some());
    let is_told = report.has_told_within(&at.value());
    if kinds != 1 && !is_told {
        let kind = if kinds == 0 { "none" } else { "both" };
        report
            .add(Code::BadTarget, at.value())
            .with("kind", kind)
            .with("value", at.field())
            .with("proposal", "none");
    }
    for (field, is_given) in
        [("host_key", target.host_key.is_some()), ("key_file", target.key_file.is_some())]
    {
        if is_given && target.sftp.is_none() && target.folder.is_some() {
            let words = report.add(Code::BadTarget, at.key(field).name()).with("kind", "only-sftp");
            words.with("value", field).with("proposal", "none");
        }
    }
    Some(target)
}

/// A folder, and no address.
fn folder(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    let Some(written) = written else { return Some(None) };
    let is_address = written.0.contains("://");
    if is_address {
        report
            .add(Code::BadTarget, at.value())
            .with("kind", "sftp")
            .with("value", "")
            .with("proposal", "none");
    }
    (!is_address).then_some(Some(written.0))
}

fn sftp_address(
    written: Option<As<forms::Words>>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<SftpAddress>> {
    let Some(written) = written else { return Some(None) };
    let address = SftpAddress::parse(written.0.trim());
    if address.is_none() {
        // A line with a password is not shown again: what is said may end up in a log.
        let is_secret = has_password(&written.0);
        let (kind, place) = if is_secret { ("password", At::File) } else { ("sftp", at.value()) };
        report.add(Code::BadTarget, place).with("kind", kind).with("value", "").with("proposal", "none");
    }
    // Without an address all else of the target says nothing.
    address.map(Some)
}

/// Does a password stand in an address? It is not shown again.
fn has_password(address: &str) -> bool {
    let bare = address.trim().trim_start_matches("sftp://");
    bare.split_once('@').is_some_and(|(user, _)| user.contains(':'))
}

impl SftpAddress {
    /// `user@host:folder` as scp has it, or `sftp://user@host:port/folder`.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_url, bare) = match text.strip_prefix("sftp://") {
            Some(bare) => (true, bare),
            None => (false, text),
        };
        let (user, rest) = bare.split_once('@')?;
        let (host, rest) = split_host(rest)?;
        let (port, folder) = match rest.strip_prefix(':') {
            Some(rest) if is_url || rest.split('/').next().is_some_and(is_port) => {
                let (port, folder) = rest.split_once('/')?;
                (port.parse().ok().filter(|port| *port > 0)?, folder.to_string())
            }
            Some(folder) => (22, folder.to_string()),
            None if is_url || rest.starts_with('/') => (22, rest.strip_prefix('/')?.to_string()),
            None => return None,
        };
        let is_word =
            |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
        let is_good =
            is_word(user) && !user.contains(':') && is_word(host) && !folder.contains(char::is_control);
        is_good.then(|| Self { user: user.into(), host: host.into(), port, folder })
    }
}

fn is_port(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A host's name, or an address of IPv6 in brackets, and what follows.
fn split_host(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']');
    }
    let Range { end, .. } = 0..text.find([':', '/'])?;
    Some(text.split_at(end))
}

fn host_key(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    let Some(written) = written else { return Some(None) };
    let key = written.0.trim().to_string();
    let is_print = key.strip_prefix("SHA256:").is_some_and(|print| {
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/';
        print.trim_end_matches('=').len() == 43 && print.trim_end_matches('=').chars().all(is_base64)
    });
    if !is_print {
        report
            .add(Code::BadTarget, at.value())
            .with("kind", "host-key")
            .with("value", &key)
            .with("proposal", "none");
    }
    Some(Some(key).filter(|_| is_print))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_in_the_forms_that_scp_and_browsers_have() {
        let parse = |text: &str| {
            SftpAddress::parse(text).map(|address| (address.user, address.host, address.port, address.folder))
        };
        let of =
            |port, folder: &str| Some(("webb".into(), "server.example".into(), port, folder.to_string()));
        assert_eq!(parse("webb@server.example:familj"), of(22, "familj"));
        assert_eq!(parse("webb@server.example:/var/www"), of(22, "/var/www"));
        assert_eq!(parse("webb@server.example:2222/familj"), of(2222, "familj"));
        assert_eq!(parse("webb@server.example/familj"), of(22, "familj"));
        assert_eq!(parse("sftp://webb@server.example/familj"), of(22, "familj"));
        assert_eq!(parse("sftp://webb@server.example:2222//var/www"), of(2222, "/var/www"));
        assert_eq!(parse("webb@[::1]:2222/x").map(|address| address.1), Some("::1".into()));
        for bad in [
            "",
            "server.example:familj",
            "webb@server.example",
            "webb:hemligt@server.example:x",
            "@x:y",
            "webb@:y",
            "a b@c:d",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
