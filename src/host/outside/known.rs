//! What is known of outside links from the last days, in `.fcsite/links` of the source folder. It may be deleted at any time.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use serde::{Deserialize, Serialize};

use super::Visit;
use super::address::on_the_wire;
use crate::host::hidden::Hidden;

/// What is larger was not written by us: it holds at the most some thousand addresses.
const MOST_BYTES: u64 = 16 << 20;

const NAME: &str = "links";

/// What is known.
pub struct KnownLinks {
    hidden: Hidden,
    today: Date,
    links: BTreeMap<String, KnownAddress>,
}

/// What is known of an address.
#[derive(Serialize, Deserialize)]
struct KnownAddress {
    /// The day that it was asked.
    asked: Date,
    /// Where it leads for good, when that is elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
}

impl KnownLinks {
    /// What was learned within the last days. What cannot be read is as good as nothing.
    pub fn load(root: &Path, today: Date, days: i64) -> Self {
        let hidden = Hidden::of(root);
        let read = || serde_json::from_slice(&hidden.read(NAME, MOST_BYTES)?).ok();
        let mut links: BTreeMap<String, KnownAddress> = read().unwrap_or_default();
        let oldest = today.checked_sub(days.days()).unwrap_or(today);
        links.retain(|_, entry| {
            entry.asked > oldest
                && entry.asked.until((Unit::Day, today)).is_ok_and(|span| span.get_days() >= 0)
                && entry.moved.as_deref().is_none_or(|moved| on_the_wire(moved).as_deref() == Some(moved))
        });
        Self { hidden, today, links }
    }

    /// What is known of an address.
    pub fn get(&self, address: &str) -> Option<Visit> {
        let entry = self.links.get(address)?;
        Some(entry.moved.clone().map_or(Visit::Fine, Visit::Moved))
    }

    /// Remembers what works. What does not is asked again the next time, since it may have been mended, and so is what nobody knows of.
    pub fn keep(&mut self, address: &str, visit: &Visit) {
        let moved = match visit {
            Visit::Fine => None,
            Visit::Moved(new) => Some(new.clone()),
            Visit::Unclear | Visit::Within | Visit::Broken(_) => return,
        };
        self.links.insert(address.to_string(), KnownAddress { asked: self.today, moved });
    }

    /// Writes it down. Where that cannot be, the next check takes longer.
    pub fn save(&self) {
        if let Ok(bytes) = serde_json::to_vec(&self.links) {
            let _ = self.hidden.write(NAME, &bytes);
        }
    }
}
