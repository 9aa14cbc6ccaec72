//! Tries links to other websites, for `check --external`: the only time that fcsite asks anything of the network.
//!
//! Polite: it says who it is, asks for the head of a page first, one at a time of each server with a pause between, and remembers what
//! works for a week. Bounded: in time for each link and for all, in number, in redirects, and no page is ever read. Content is not
//! trusted, so an address that only works on this computer or within a network is told of and never asked: a page could else make the
//! editor's computer ask its neighbours.

mod address;
mod inward;
mod known;
mod visit;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::base::{Code, Diagnostic, Phrase};
use crate::build::Observer;
use crate::lint::OutsideLink;
use address::{on_the_wire, server_of};
use known::Known;
pub use visit::Visit;
use visit::Visitor;

/// How hard it tries.
#[derive(Clone, Debug)]
pub struct Policy {
    /// How long a server may take to answer.
    pub patience: Duration,
    /// The pause between two questions to the same server.
    pub pause: Duration,
    /// How long all of it may take.
    pub whole: Duration,
    /// How many links are tried at the most.
    pub most: usize,
    /// How many servers are asked at the same time.
    pub at_once: usize,
    /// For how many days what works is remembered.
    pub days: i64,
    /// May it ask this computer and the internal network? For tests, whose servers are there.
    pub asks_within: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            patience: Duration::from_secs(15),
            pause: Duration::from_secs(1),
            whole: Duration::from_secs(600),
            most: 2_000,
            at_once: 8,
            days: 7,
            asks_within: false,
        }
    }
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Tried {
    /// What does not work or has moved.
    pub diagnostics: Vec<Diagnostic>,
    /// How many addresses were asked.
    pub asked: usize,
    /// How many were known to work from before.
    pub remembered: usize,
    /// How many were not tried, because there were too many or time was out.
    pub left: usize,
    /// Not one server could be found: this computer is most likely offline.
    pub is_offline: bool,
}

/// Tries links. What is known to work from the last days is not asked again.
pub fn try_links(links: &[OutsideLink], policy: &Policy, root: &Path, today: Date) -> Tried {
    try_and_show(links, policy, (root, today), &Unseen)
}

/// Nobody watches.
struct Unseen;

impl Observer for Unseen {}

/// The same, with somebody who watches how far it has come.
pub fn try_and_show(
    links: &[OutsideLink],
    policy: &Policy,
    (root, today): (&Path, Date),
    observer: &dyn Observer,
) -> Tried {
    let mut known = Known::load(root, today, policy.days);
    let mut addresses: BTreeMap<String, Vec<&OutsideLink>> = BTreeMap::new();
    for link in links {
        addresses.entry(on_the_wire(&link.url).unwrap_or_else(|| link.url.clone())).or_default().push(link);
    }
    let mut tried = Tried::default();
    let mut visits: BTreeMap<String, Visit> = BTreeMap::new();
    let mut servers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for address in addresses.keys() {
        if on_the_wire(address).is_none() {
            visits.insert(address.clone(), Visit::Broken(Phrase::new("link-address")));
        } else if let Some(visit) = known.get(address) {
            tried.remembered += 1;
            visits.insert(address.clone(), visit);
        } else if servers.values().map(Vec::len).sum::<usize>() < policy.most {
            servers.entry(server_of(address)).or_default().push(address.clone());
        } else {
            tried.left += 1;
        }
    }
    let (asked, left) = ask_all(servers.into_values().collect(), policy, observer);
    tried.asked = asked.len();
    tried.left += left;
    tried.is_offline = !asked.is_empty()
        && asked.iter().all(|(_, visit)| visit.is_out_of_reach())
        && !reaches_one(visits.keys().filter(|address| known.get(address).is_some()), policy);
    for (address, visit) in asked {
        known.keep(&address, &visit);
        visits.insert(address, visit);
    }
    known.save();
    if !tried.is_offline {
        let told = |(address, visit): (&String, &Visit)| tell(&addresses[address], visit);
        tried.diagnostics = visits.iter().flat_map(told).collect();
    }
    tried
}

/// Can one of the servers be reached that could the last days? Where only a dead link was left to try, that alone does not mean offline.
fn reaches_one<'a>(addresses: impl Iterator<Item = &'a String>, policy: &Policy) -> bool {
    const SOME: usize = 3;
    let one_each: BTreeMap<String, &String> =
        addresses.map(|address| (server_of(address), address)).collect();
    let visitor = Visitor::new(policy);
    one_each.values().take(SOME).any(|address| !visitor.visit(address).is_out_of_reach())
}

/// Asks the servers, some at a time and each one thing after the other. What was asked, and how many were not.
fn ask_all(
    servers: Vec<Vec<String>>,
    policy: &Policy,
    observer: &dyn Observer,
) -> (Vec<(String, Visit)>, usize) {
    let began = Instant::now();
    let total = servers.iter().map(Vec::len).sum();
    let visitor = Visitor::new(policy);
    let left = AtomicUsize::new(0);
    let queue = Mutex::new(servers.into_iter());
    let done: Mutex<Vec<(String, Visit)>> = Mutex::default();
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(addresses) = next() {
            for address in addresses {
                if began.elapsed() >= policy.whole {
                    left.fetch_add(1, Ordering::Relaxed);
                    continue;
                }
                let visit = visitor.visit(&address);
                let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                done.push((address, visit));
                observer.progress(done.len(), total);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..policy.at_once.max(1) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by(|(one, _), (other, _)| one.cmp(other));
    (done, left.into_inner())
}

fn tell(links: &[&OutsideLink], visit: &Visit) -> Vec<Diagnostic> {
    let each = |link: &&OutsideLink| {
        let diagnostic = match visit {
            Visit::Fine => return None,
            Visit::Moved(new) => link.diagnostic(Code::ExternalLinkMoved).with("new", new),
            Visit::Within => link.diagnostic(Code::ExternalLinkInternal),
            Visit::Broken(reason) => {
                link.diagnostic(Code::ExternalLinkBroken).saying("reason", Phrase::clone(reason))
            }
        };
        (!diagnostic.is_turned_off(&link.off)).then_some(diagnostic)
    };
    links.iter().filter_map(each).collect()
}
