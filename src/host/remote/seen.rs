//! What readers get: after a publication the front page and some changed pages are asked for over HTTP, and compared with what was sent.
//!
//! The address stands in the repository, so it may be anybody's: one that leads to this computer or an internal network is asked when the person
//! who publishes says so (`--look`), and not of itself.

use std::io::Read as _;
use std::time::Duration;

use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error};

use super::far::told;
use super::path::FarPath;
use super::plan::Planned;
use crate::base::Phrase;
use crate::host::outside::{Inward, Outward, host_leads_within};

/// No page is larger.
const MOST: u64 = 16 << 20;

/// How many changed pages are asked for, beside the front page.
const PAGES: usize = 3;

const PATIENCE: Duration = Duration::from_secs(15);

/// How long a name may take to be looked up, where a proxy does that for the question itself.
const NAME_PATIENCE: Duration = Duration::from_secs(5);

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

/// Asks for pages, and says which are not what was sent. `base` is the site's address, without a slash at its end; `looks_within` says that it may
/// lead to this computer or an internal network.
pub fn compare((base, looks_within): (&str, bool), pages: &[(FarPath, Vec<u8>)]) -> Vec<Unlike> {
    // The system's own certificates: a municipality's network may have one of its own.
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let name = concat!("fcsite/", env!("CARGO_PKG_VERSION"), " (looks at what it published)");
    let config = Agent::config_builder()
        .user_agent(name)
        .tls_config(tls)
        .timeout_global(Some(PATIENCE))
        .max_redirects(0);
    let config = config.max_redirects_will_error(false).http_status_as_error(false).build();
    let within = || vec![Unlike { address: format!("{base}/"), reason: Phrase::new("seen-within") }];
    // A proxy looks names up by itself.
    if !looks_within && host_leads_within(base, config.proxy().is_some().then_some(NAME_PATIENCE)) {
        return within();
    }
    let agent = Agent::with_parts(config, DefaultConnector::default(), Outward::new(looks_within));
    let mut unlike = Vec::new();
    for (path, bytes) in pages {
        match one(&agent, base, path, bytes) {
            Ok(found) => unlike.extend(found),
            // So do all others.
            Err(Inward) => return within(),
        }
    }
    unlike
}

fn one(agent: &Agent, base: &str, path: &FarPath, bytes: &[u8]) -> Result<Option<Unlike>, Inward> {
    let shown = path.as_str();
    let folder = shown.strip_suffix("index.html").unwrap_or(shown);
    let address = format!("{base}/{folder}");
    let unlike = |reason| Ok(Some(Unlike { address: address.clone(), reason }));
    let answer = agent.get(&address).header("cache-control", "no-cache").call();
    let mut answer = match answer {
        Ok(answer) => answer,
        Err(Error::Other(inner)) if inner.is::<Inward>() => return Err(Inward),
        Err(error) => return unlike(Phrase::new("seen-no-answer").with("said", told(error))),
    };
    let status = answer.status().as_u16();
    if status != 200 {
        return unlike(Phrase::new("seen-status").with("status", status));
    }
    let mut found = Vec::with_capacity(bytes.len());
    match answer.body_mut().as_reader().take(MOST).read_to_end(&mut found) {
        Ok(_) if found == bytes => Ok(None),
        Ok(_) => unlike(Phrase::new("seen-other")),
        Err(error) => unlike(Phrase::new("seen-no-answer").with("said", told(error))),
    }
}
