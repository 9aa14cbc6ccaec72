//! `publish.yaml`: where the site is published to, by name.

mod address;
mod bucket;
mod secrets;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use super::encoding::decode;
use super::files::forms;
use super::record::{As, Checked, record};
use super::trail::Trail;
use super::{Places, yaml};
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Report, SourcePath, byte_order_mark, is_slug, slug_of};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

pub use address::{ServerAddress, Way};
pub use bucket::S3Target;

/// The file's name, beside `content/`.
pub const TARGETS: &str = "publish.yaml";

record! {
    /// A target: a folder or a server.
    pub struct PublishTarget {
        /// A folder, also of a share.
        folder: Option<String> as Option<As<forms::Words>> => folder,
        /// A folder on a server that is reached by SFTP: `user@host:folder`.
        sftp: Option<ServerAddress> as Option<As<forms::Words>> => sftp,
        /// The server's key, as `ssh-keygen -l` shows it: `SHA256:…`.
        host_key: Option<String> as Option<As<forms::Words>> => host_key,
        /// The file with the person's own key.
        key_file: Option<String> as Option<forms::Words>,
        /// A folder on a server that is reached by FTPS, that is FTP over TLS: `user@host/folder`.
        ftps: Option<ServerAddress> as Option<As<forms::Words>> => ftps,
        /// The print of the only certificate that the server may have.
        certificate: Option<String> as Option<As<forms::Words>> => certificate,
        /// A bucket of an S3.
        s3: Option<S3Target>,
        /// The address that readers see it at; the site's when left out.
        base_url: Option<AbsoluteUrl>,
    }
    after is_one_kind
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
    let text = &*secrets::masked(decode(bytes, &mut report).unwrap_or_default());
    let start = byte_order_mark(text);
    let written = yaml::read::<WrittenTargets>(text.get(start..).unwrap_or_default(), start, &mut report);
    let targets = written.and_then(|written| PublishTargets::check(written, &Trail::TOP, &mut report));
    let places = Places::of(text, &path);
    let mut found = report.into_diagnostics();
    found.iter_mut().for_each(|diagnostic| diagnostic.place = places.find(&diagnostic.at));
    (targets.filter(|_| !found.iter().any(Diagnostic::is_error)), found)
}

/// The kinds of targets, and for each the fields that go with it alone.
const KINDS: [(&str, &[&str]); 4] =
    [("folder", &[]), ("sftp", &["host_key", "key_file"]), ("ftps", &["certificate"]), ("s3", &[])];

impl PublishTarget {
    /// Where it is, in a line.
    pub fn place(&self) -> String {
        let server = self.sftp.as_ref().or(self.ftps.as_ref()).map(ToString::to_string);
        let bucket = self.s3.as_ref().map(|s3| format!("{}: {}", s3.host(), s3.bucket));
        self.folder.clone().or(server).or(bucket).unwrap_or_default()
    }

    fn has(&self, field: &str) -> bool {
        match field {
            "folder" => self.folder.is_some(),
            "sftp" => self.sftp.is_some(),
            "ftps" => self.ftps.is_some(),
            "s3" => self.s3.is_some(),
            "host_key" => self.host_key.is_some(),
            "key_file" => self.key_file.is_some(),
            "certificate" => self.certificate.is_some(),
            _ => false,
        }
    }
}

fn is_one_kind(target: PublishTarget, at: &Trail, report: &mut Report) -> Option<PublishTarget> {
    let kinds: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).filter(|kind| target.has(kind)).collect();
    let is_told = report.has_told_within(&at.value());
    if kinds.len() != 1 && !is_told {
        let kind = if kinds.is_empty() { "none" } else { "both" };
        let words = report.add(Code::BadTarget, at.value()).with("kind", kind).with("value", at.field());
        words.with("proposal", "none");
    }
    let others = KINDS.iter().filter(|(kind, _)| !kinds.is_empty() && !kinds.contains(kind));
    for (kind, fields) in others {
        for field in fields.iter().filter(|field| target.has(field)) {
            let words = report.add(Code::BadTarget, at.key(field).name()).with("kind", "only");
            words.with("value", field).with("other", kind).with("proposal", "none");
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

fn sftp(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<ServerAddress>> {
    server(written, Way::Sftp, at, report)
}

fn ftps(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<ServerAddress>> {
    server(written, Way::Ftps, at, report)
}

fn server(
    written: Option<As<forms::Words>>,
    way: Way,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<ServerAddress>> {
    let Some(written) = written else { return Some(None) };
    let address = ServerAddress::parse(written.0.trim(), way);
    if address.is_none() {
        // A line with a password is not shown again: what is said may end up in a log.
        let (kind, place) = match address::has_password(&written.0) {
            true => ("password", At::File),
            false if address::is_plain_ftp(&written.0) => ("plain-ftp", at.value()),
            false => (way.word(), at.value()),
        };
        let words = report.add(Code::BadTarget, place).with("kind", kind).with("value", way.word());
        words.with("proposal", "none");
    }
    // Without an address all else of the target says nothing.
    address.map(Some)
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

/// A print as `openssl x509 -fingerprint -sha256` shows it, in one form: `SHA256:AB:CD:…`.
fn certificate(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    let Some(written) = written else { return Some(None) };
    let print = print_of(&written.0);
    if print.is_none() {
        let words = report.add(Code::BadTarget, at.value()).with("kind", "certificate");
        words.with("value", written.0.trim()).with("proposal", "none");
    }
    Some(print)
}

fn print_of(text: &str) -> Option<String> {
    const NAMES: [&str; 4] = ["sha256 fingerprint=", "sha-256:", "sha256:", "sha256="];
    let lower = text.trim().to_lowercase();
    let digits = NAMES.iter().find_map(|name| lower.strip_prefix(name)).unwrap_or(&lower);
    let digits: Vec<char> = digits.chars().filter(|c| *c != ':' && !c.is_whitespace()).collect();
    let is_print = digits.len() == 64 && digits.iter().all(char::is_ascii_hexdigit);
    let pairs = digits.chunks(2).map(|pair| pair.iter().collect::<String>().to_uppercase());
    is_print.then(|| format!("SHA256:{}", pairs.collect::<Vec<_>>().join(":")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_of_a_certificate_is_read_as_programs_show_it() {
        let bytes = ["0A"; 32].join(":");
        let right = Some(format!("SHA256:{bytes}"));
        for text in [
            format!("SHA256:{bytes}"),
            format!("sha256 Fingerprint={}", bytes.to_lowercase()),
            bytes.replace(':', ""),
            format!("SHA-256: {bytes}"),
        ] {
            assert_eq!(print_of(&text), right, "{text}");
        }
        for text in ["", "SHA256:", "SHA256:0A", &format!("SHA1:{bytes}"), &format!("{bytes}0A")] {
            assert_eq!(print_of(text), None, "{text}");
        }
    }
}
