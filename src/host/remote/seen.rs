//! What readers get: after a publication the front page and some changed pages are asked for over HTTP, and compared with what was sent.

use std::io::Read as _;
use std::time::Duration;

use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use super::path::FarPath;
use super::plan::Planned;
use crate::base::Phrase;

/// No page is larger.
const MOST: u64 = 16 << 20;

/// How many changed pages are asked for, beside the front page.
const PAGES: usize = 3;

const PATIENCE: Duration = Duration::from_secs(15);

/// A page that readers do not get as it was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unlike {
    /// Its address.
    pub address: String,
    /// Why.
    pub reason: Phrase,
}

/// The pages that are asked for: the front page, and some that were put.
pub fn pages(planned: &Planned) -> Vec<FarPath> {
    let front = FarPath::parse("index.html").filter(|front| planned.next.contains_key(front));
    let put = planned.changed.iter().chain(&planned.new);
    let other = put.filter(|path| path.as_str() != "index.html" && path.as_str().ends_with("/index.html"));
    front.into_iter().chain(other.take(PAGES).cloned()).collect()
}

/// Asks for pages, and says which are not what was sent. `base` is the site's address, without a slash at its end.
pub fn compare(base: &str, pages: &[(FarPath, Vec<u8>)]) -> Vec<Unlike> {
    // The system's own certificates: a municipality's network may have one of its own.
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let name = concat!("fcsite/", env!("CARGO_PKG_VERSION"), " (looks at what it published)");
    let config = Agent::config_builder()
        .user_agent(name)
        .tls_config(tls)
        .timeout_global(Some(PATIENCE))
        .max_redirects(0);
    let agent: Agent = config.max_redirects_will_error(false).http_status_as_error(false).build().into();
    pages.iter().filter_map(|(path, bytes)| one(&agent, base, path, bytes)).collect()
}

fn one(agent: &Agent, base: &str, path: &FarPath, bytes: &[u8]) -> Option<Unlike> {
    let shown = path.as_str();
    let folder = shown.strip_suffix("index.html").unwrap_or(shown);
    let address = format!("{base}/{folder}");
    let unlike = |reason| Some(Unlike { address: address.clone(), reason });
    let answer = agent.get(&address).header("cache-control", "no-cache").call();
    let mut answer = match answer {
        Ok(answer) => answer,
        Err(error) => return unlike(Phrase::new("seen-no-answer").with("said", error)),
    };
    let status = answer.status().as_u16();
    if status != 200 {
        return unlike(Phrase::new("seen-status").with("status", status));
    }
    let mut found = Vec::with_capacity(bytes.len());
    match answer.body_mut().as_reader().take(MOST).read_to_end(&mut found) {
        Ok(_) if found == bytes => None,
        Ok(_) => unlike(Phrase::new("seen-other")),
        Err(error) => unlike(Phrase::new("seen-no-answer").with("said", error)),
    }
}
