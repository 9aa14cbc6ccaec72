//! A bucket of an S3, as people write it.

use crate::base::{Code, Report};
use crate::parse::files::forms;
use crate::parse::record::{As, record};
use crate::parse::trail::Trail;

/// Amazon's own, where no other is named.
const AMAZON: &str = "amazonaws.com";

/// Where Amazon keeps a bucket in Sweden, and what others call the one region that they have.
const STOCKHOLM: &str = "eu-north-1";
const ANY: &str = "us-east-1";

record! {
    /// A bucket of S3, or a part of one.
    pub struct S3Target {
        /// The bucket's name.
        bucket: String as As<forms::Words> => bucket,
        /// The address of the S3, where it is not Amazon's.
        endpoint: Option<String> as Option<As<forms::Words>> => endpoint,
        /// The region that the bucket lies in.
        region: Option<String> as Option<As<forms::Words>> => word,
        /// What the names of all objects begin with.
        prefix: Option<String> as Option<As<forms::Words>> => prefix,
    }
}

impl S3Target {
    /// The address of the S3.
    pub fn endpoint(&self) -> String {
        self.endpoint.clone().unwrap_or_else(|| format!("https://s3.{}.{AMAZON}", self.region()))
    }

    /// Its host, with a port where it has one of its own.
    pub fn host(&self) -> String {
        let endpoint = self.endpoint();
        let rest = endpoint.split_once("://").map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_string()
    }

    /// Is it Amazon's?
    #[cfg(any(feature = "s3", test))]
    pub fn is_amazons(&self) -> bool {
        self.host().ends_with(AMAZON)
    }

    /// The region, or what stands for one.
    pub fn region(&self) -> &str {
        let usual = if self.endpoint.is_some() { ANY } else { STOCKHOLM };
        self.region.as_deref().unwrap_or(usual)
    }
}

fn is_word(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !text.is_empty() && text.len() <= 255 && text.chars().all(is_letter)
}

fn bucket(written: As<forms::Words>, at: &Trail, report: &mut Report) -> Option<String> {
    let bucket = written.0.trim().to_string();
    if !is_word(&bucket) {
        tell("bucket", &bucket, at, report);
    }
    is_word(&bucket).then_some(bucket)
}

fn word(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    written.map(|written| bucket(written, at, report)).map_or(Some(None), |word| word.map(Some))
}

/// An address with TLS; one of this computer may be without.
fn endpoint(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    let Some(written) = written else { return Some(None) };
    let endpoint = written.0.trim().trim_end_matches('/');
    let (scheme, rest) = endpoint.split_once("://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let name = host
        .strip_prefix('[')
        .and_then(|host| host.split(']').next())
        .unwrap_or_else(|| host.split(':').next().unwrap_or_default());
    let is_here = matches!(name, "localhost" | "127.0.0.1" | "::1");
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_:/[]~%".contains(c);
    let is_good =
        !name.is_empty() && rest.chars().all(is_plain) && (scheme == "https" || scheme == "http" && is_here);
    if !is_good {
        // A key may stand in it.
        tell("endpoint", "", at, report);
    }
    is_good.then(|| Some(endpoint.to_string()))
}

fn prefix(written: Option<As<forms::Words>>, at: &Trail, report: &mut Report) -> Option<Option<String>> {
    let Some(written) = written else { return Some(None) };
    let prefix = written.0.trim().trim_matches('/').to_string();
    let is_good = prefix.len() <= 255
        && prefix.split('/').all(|part| is_word(part) && !part.trim_matches('.').is_empty());
    if !is_good {
        tell("prefix", &prefix, at, report);
    }
    is_good.then_some(Some(prefix))
}

fn tell(kind: &str, value: &str, at: &Trail, report: &mut Report) {
    let words = report.add(Code::BadTarget, at.value()).with("kind", kind);
    words.with("value", value).with("proposal", "none");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_amazons_in_sweden() {
        let none = S3Target { bucket: "familj".into(), endpoint: None, region: None, prefix: None };
        assert_eq!(none.endpoint(), "https://s3.eu-north-1.amazonaws.com");
        assert!(none.is_amazons());
        let other = S3Target { endpoint: Some("https://s3.example:9000/x".into()), ..none };
        assert_eq!((other.host().as_str(), other.region()), ("s3.example:9000", "us-east-1"));
        assert!(!other.is_amazons());
    }
}
