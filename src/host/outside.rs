//! Tries links to other websites, for `check --external`: the only time that fcsite asks anything of the network.
//!
//! Polite: it says who it is, asks for the head of a page first, one at a time of each server with a pause between, and remembers what
//! works for a week. Bounded: in time for each link and for all, in number, in redirects, and no page is ever read. Content is not
//! trusted, so an address that only works on this computer or within a network is told of and never asked: a page could else make the
//! editor's computer ask its neighbours. Behind a proxy, which looks names up by itself, a name is looked up here too and refused where it
//! leads inward; a name that only the proxy knows is left to the proxy and to what that lets one reach.

mod address;
mod inward;
mod known;
mod visit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;

use crate::base::{Code, Diagnostic, Phrase};
use crate::build::Observer;
use crate::host::clock;
use crate::host::hands::side_by_side;
use crate::lint::OutsideLink;
use address::{host_of, on_the_wire, server_of};
pub(in crate::host) use inward::{Inward, Outward};
use known::KnownLinks;
pub use visit::Visit;
use visit::Visitor;

/// How hard it tries.
#[derive(Clone, Debug)]
pub struct Policy {
    /// How long a server may take to answer.
    pub patience: Duration,
    /// The pause between two questions to the same server.
    pub pause: Duration,
    /// How long all of it may take: what is under way then is broken off.
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

/// Does an address lead to this computer or an internal network, by what it says, or, where there is time for a look, by its name?
pub(in crate::host) fn host_leads_within(address: &str, patience: Option<Duration>) -> bool {
    inward::says_within(address)
        || patience.is_some_and(|patience| inward::leads_within(&host_of(address), patience))
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
    /// Not one server could be found, of several: this computer is most likely offline.
    pub is_offline: bool,
}

impl Tried {
    /// Was there something to try, and nothing was learned? A check that says nothing then has not found that all is well.
    pub fn is_in_vain(&self) -> bool {
        self.is_offline || self.left > 0 && self.asked + self.remembered == 0
    }
}

/// Tries links. What is known to work from the last days is not asked again.
pub fn try_links(links: &[OutsideLink], policy: &Policy, root: &Path, today: Date) -> Tried {
    try_and_show(links, policy, (root, today), &Unwatched)
}

/// Nobody watches.
struct Unwatched;

impl Observer for Unwatched {}

/// The same, with somebody who watches how far it has come.
pub(crate) fn try_and_show(
    links: &[OutsideLink],
    policy: &Policy,
    (root, today): (&Path, Date),
    observer: &dyn Observer,
) -> Tried {
    let deadline = clock::instant() + policy.whole;
    let mut known = KnownLinks::load(root, today, policy.days);
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
    let visitor = Visitor::new(policy, deadline);
    let (asked, left) = ask_all(servers.into_values().collect(), &visitor, policy.at_once, observer);
    tried.asked = asked.len();
    tried.left += left;
    tried.is_offline = looks_offline(&asked)
        && !reaches_one(visits.keys().filter(|address| known.get(address).is_some()), &visitor);
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

/// Is the computer offline, by what came of all that was asked? One dead server says nothing of the network, and neither do two; when the
/// system says that there is no way out, one is enough.
fn looks_offline(asked: &[(String, Visit)]) -> bool {
    const SEVERAL: usize = 3;
    let sent: Vec<_> = asked.iter().filter(|(_, visit)| visit.was_sent_out()).collect();
    let hosts: BTreeSet<String> = sent.iter().map(|(address, _)| host_of(address)).collect();
    // Where there is no IPv6, there is no way to an address of it, and all is well.
    let is_cut_off = sent.iter().any(|(address, visit)| {
        matches!(visit, Visit::Broken(reason) if &*reason.key == "link-network")
            && !host_of(address).starts_with('[')
    });
    sent.iter().all(|(_, visit)| visit.is_out_of_reach()) && (hosts.len() >= SEVERAL || is_cut_off)
}

/// Can one of the servers be reached that could the last days? Where only dead links were left to try, they alone do not mean offline.
fn reaches_one<'a>(addresses: impl Iterator<Item = &'a String>, visitor: &Visitor) -> bool {
    const SOME: usize = 3;
    let one_each: BTreeMap<String, &String> =
        addresses.map(|address| (server_of(address), address)).collect();
    let is_there = |address: &String| visitor.visit(address).is_some_and(|visit| !visit.is_out_of_reach());
    one_each.values().take(SOME).any(|address| is_there(address))
}

/// Asks the servers, some at a time and each one thing after the other. What was asked, and how many were not for lack of time.
fn ask_all(
    servers: Vec<Vec<String>>,
    visitor: &Visitor,
    at_once: usize,
    observer: &dyn Observer,
) -> (Vec<(String, Visit)>, usize) {
    let total = servers.iter().map(Vec::len).sum();
    let left = AtomicUsize::new(0);
    let queue = Mutex::new(servers.into_iter());
    let done: Mutex<Vec<(String, Visit)>> = Mutex::default();
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(addresses) = next() {
            for address in addresses {
                let Some(visit) = visitor.visit(&address) else {
                    left.fetch_add(1, Ordering::Relaxed);
                    continue;
                };
                let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                done.push((address, visit));
                observer.progress(done.len(), total);
            }
        }
    };
    side_by_side(at_once, work);
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by(|(one, _), (other, _)| one.cmp(other));
    (done, left.into_inner())
}

fn tell(links: &[&OutsideLink], visit: &Visit) -> Vec<Diagnostic> {
    let each = |link: &&OutsideLink| {
        let diagnostic = match visit {
            Visit::Fine | Visit::Unclear => return None,
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
