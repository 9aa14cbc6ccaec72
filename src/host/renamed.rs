//! Centres that published data know by an id which they would lose: their files were renamed, and do not say so.
//!
//! Who reads our data keeps a centre by its id: a map would show two, a list of favourites none. What the output has of a municipality's
//! centres is compared with what it gets. The old file may be anybody's by now, so nothing follows from it but an error: the same centre is one
//! with the same name or street, under an id that was not there before.
//!
//! Of an output that only the person who writes sees (`serve`, `edit`) no data are known to anybody. What others know lies where a build puts it, so
//! what is served is compared with that: who renames a file is told while the site is on the screen, and not on the day of publishing.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};

use super::ground::{Ground, Place};
use crate::base::{At, Code, Diagnostic, SourcePath};

/// Where a build publishes unless it is told otherwise, below the source folder.
pub const PUBLIC: &str = "public";

/// Where a municipality's centres lie as data, below its folder.
const DATA: &str = "/data/familjecentraler.json";

/// The data of more centres than a municipality has, in bytes and in centres.
const MOST: u64 = 16 << 20;
const MOST_CENTRES: usize = 10_000;

/// What was found while files were handed to an output.
#[derive(Default, Debug)]
pub(super) struct Renamed(Mutex<Vec<Diagnostic>>);

/// What a build published before, for who builds into another folder.
pub(super) struct PublicSite(Option<Place>);

impl PublicSite {
    /// What lies beside this source folder. No link in it is followed.
    pub fn of(source: &Path) -> Self {
        Self(Ground::open(source).ok().map(|ground| ground.place().join(PUBLIC)))
    }

    /// What a file has there; nothing where there is none, or it has more bytes than `most`.
    pub fn had(&self, path: &str, most: u64) -> Option<Vec<u8>> {
        self.0.as_ref()?.join(path).read(most).ok()
    }
}

/// A centre, as data tell of it.
#[derive(PartialEq, Debug)]
struct PublishedCentre {
    /// Its id, without the code of the municipality.
    id: String,
    name: String,
    street: String,
    /// The name of its page, which is its file's.
    page: String,
}

impl Renamed {
    /// Looks at a file that is handed to the output. `had` reads what lies there now.
    pub fn look(&self, path: &str, bytes: &[u8], had: impl FnOnce(u64) -> Option<Vec<u8>>) {
        let Some(municipality) = path.strip_suffix(DATA) else { return };
        let Some(old) = had(MOST) else { return };
        let found = compare(municipality, &centres(&old), &centres(bytes));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
    }

    /// What was found, in the order of the files.
    pub fn found(self) -> Vec<Diagnostic> {
        let mut found = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        found.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        found
    }
}

/// The centres that lost their id, at the files that have them now.
fn compare(municipality: &str, old: &[PublishedCentre], new: &[PublishedCentre]) -> Vec<Diagnostic> {
    let ids = |centres: &[PublishedCentre]| centres.iter().map(|one| one.id.clone()).collect::<HashSet<_>>();
    let (had, has) = (ids(old), ids(new));
    // The first centre of each name and of each street, among those that have an id which was not there.
    let (mut names, mut streets) = (HashMap::new(), HashMap::new());
    for (place, one) in new.iter().enumerate().filter(|(_, one)| !had.contains(&one.id)) {
        names.entry(one.name.as_str()).or_insert(place);
        streets.entry(one.street.as_str()).or_insert(place);
    }
    let lost = old.iter().filter(|one| !has.contains(&one.id));
    let one = |lost: &PublishedCentre| {
        let by_street = streets.get(lost.street.as_str()).filter(|_| !lost.street.is_empty());
        let now = new.get(*names.get(lost.name.as_str()).into_iter().chain(by_street).min()?)?;
        let file = SourcePath::new(&format!("content/{municipality}/centres/{}.yaml", now.page));
        let diagnostic = Diagnostic::new(Code::CentreRenamed, &file, At::File);
        Some(diagnostic.with("old", &lost.id).with("file", format!("{}.yaml", lost.id)))
    };
    lost.filter_map(one).collect()
}

/// A centre as it stands in the data; what else stands there is passed over.
#[derive(Deserialize, Default)]
#[serde(default)]
struct CentreRecord {
    source: Option<String>,
    id: Option<String>,
    name: Option<String>,
    street: Option<String>,
    visit_url: Option<String>,
}

impl CentreRecord {
    fn centre(self) -> Option<PublishedCentre> {
        let id = self.id?.strip_prefix(&format!("{}-", self.source?))?.to_string();
        let page = self.visit_url?.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_string();
        let is_plain = |name: &str| crate::base::is_slug(name);
        (is_plain(&id) && is_plain(&page)).then(|| PublishedCentre {
            id,
            name: self.name.unwrap_or_default(),
            street: self.street.unwrap_or_default(),
            page,
        })
    }
}

/// The centres of a file, one after the other, so that no more of it is in memory than they are.
struct CentreRecords(Vec<PublishedCentre>);

impl<'de> Deserialize<'de> for CentreRecords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = CentreRecords;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("centres")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<CentreRecords, A::Error> {
                let (mut found, mut count) = (Vec::new(), 0);
                while let Some(record) = records.next_element::<CentreRecord>()? {
                    count += 1;
                    if count > MOST_CENTRES {
                        return Err(A::Error::invalid_length(count, &"fewer centres"));
                    }
                    found.extend(record.centre());
                }
                Ok(CentreRecords(found))
            }
        }
        deserializer.deserialize_seq(Each)
    }
}

/// The centres of a file of data; none of what is no such file.
fn centres(bytes: &[u8]) -> Vec<PublishedCentre> {
    serde_json::from_slice::<CentreRecords>(bytes).map_or_else(|_| Vec::new(), |records| records.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn data(all: &[(&str, &str, &str, &str)]) -> Vec<u8> {
        let record = |(id, name, street, page): &(&str, &str, &str, &str)| {
            json!({"source": "0001", "id": format!("0001-{id}"), "name": name, "street": street,
                "visit_url": format!("https://a.example/familjecentraler/{page}/")})
        };
        serde_json::to_vec(&all.iter().map(record).collect::<Vec<_>>()).unwrap()
    }

    fn lost(old: &[(&str, &str, &str, &str)], new: &[(&str, &str, &str, &str)]) -> Vec<String> {
        let found = compare("alfa", &centres(&data(old)), &centres(&data(new)));
        let told = |one: &Diagnostic| format!("{} {}", one.file.as_ref().unwrap(), one.args[0].1.as_str());
        found.iter().map(told).collect()
    }

    #[test]
    fn a_centre_with_the_same_name_or_street_under_another_id_has_lost_its_own() {
        let old = [("torget", "Torget", "Torget 1", "torget"), ("ek", "Eken", "", "ek")];
        let (kept, other) = (old[1], ("ny", "Nya", "Ny 2", "ny"));
        assert_eq!(lost(&old, &[("t", "Torget", "Ny 2", "t"), kept]), ["content/alfa/centres/t.yaml torget"]);
        assert_eq!(
            lost(&old, &[("t", "Nya", "Torget 1", "t"), kept]),
            ["content/alfa/centres/t.yaml torget"]
        );
        assert!(lost(&old, &old).is_empty());
        assert!(lost(&old, &[("torget", "Torget", "Torget 1", "t"), kept]).is_empty(), "it kept its id");
        assert!(lost(&old, &[kept]).is_empty(), "it was taken away");
        assert!(lost(&old, &[kept, other]).is_empty(), "it was taken away, and there is another");
        assert!(
            lost(&old, &[("ny", "Nya", "", "ny"), old[0]]).is_empty(),
            "no street is no street in common"
        );
    }

    #[test]
    fn what_is_no_data_of_ours_says_nothing() {
        for odd in [
            "",
            "{}",
            "[1, null, {\"id\": 4}]",
            "[{\"source\": \"1\", \"id\": \"1-../x\", \"visit_url\": \"a/b/\"}]",
        ] {
            assert_eq!(centres(odd.as_bytes()), []);
        }
        let many = format!("[{}{{}}]", "{\"\":0},".repeat(MOST_CENTRES));
        assert!(serde_json::from_str::<CentreRecords>(&many).is_err());
        assert!(serde_json::from_str::<CentreRecords>(&many.replacen("{\"\":0},", "", 1)).is_ok());
    }
}
