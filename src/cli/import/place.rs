//! Where what is brought in goes: `botkyrka/fittja`, or the file of the centre.

use super::{Halt, Import};
use crate::base::{Code, Diagnostic, nearest};
use crate::cli::{ERRORS, USAGE};
use crate::import::TextPlace;
use crate::model::{Folder, Sourced};
use crate::parse::SHARED;
use crate::parse::centre::Centre;
use crate::scaffold;

/// A centre that activities are for.
pub struct CentrePlace<'a> {
    /// The municipality's folder.
    pub owner: &'a str,
    /// The centre.
    pub centre: &'a Sourced<Centre>,
}

/// What people call the folders of news and of pages, and whether it is that of pages.
const FOLDERS: [(&str, bool); 4] = [("news", false), ("nyheter", false), ("pages", true), ("sidor", true)];

impl Import<'_> {
    /// The folder of news or pages that was named; none where a centre was.
    pub(super) fn text_place(&self) -> Result<Option<TextPlace<'_>>, Halt> {
        let parts = parts(self.arguments.to.as_deref().unwrap_or_default());
        let [.., last] = parts.as_slice() else { return Ok(None) };
        let Some((_, is_page)) = FOLDERS.iter().find(|(name, _)| name == last) else { return Ok(None) };
        let owner = match (parts.as_slice(), self.survey.municipalities.as_slice()) {
            ([owner, _], _) if *owner == SHARED => SHARED,
            ([owner, _], _) => self.folder(owner)?.id.as_str(),
            ([_], [only]) => only.id.as_str(),
            _ => {
                let ids = self.survey.municipalities.iter().map(|folder| format!("{}/{last}", folder.id));
                let told = Diagnostic::anywhere(Code::NeedsValue).with("what", "import");
                let choices = ids.collect::<Vec<_>>().join(", ");
                return Err((told.with("choices", choices).with("example", ""), USAGE));
            }
        };
        Ok(Some(TextPlace { owner, is_page: *is_page }))
    }

    /// The centre that was named, or the only one.
    pub(super) fn place(&self) -> Result<CentrePlace<'_>, Halt> {
        let all: Vec<CentrePlace<'_>> = self
            .survey
            .municipalities
            .iter()
            .flat_map(|folder| folder.centres.iter().map(|centre| CentrePlace { owner: &folder.id, centre }))
            .collect();
        let Some(given) = self.arguments.to.as_deref() else {
            let choices: Vec<String> =
                all.iter().map(|place| format!("{}/{}", place.owner, place.centre.value.id)).collect();
            let mut all = all;
            return match (all.pop(), all.is_empty()) {
                (Some(only), true) => Ok(only),
                _ => {
                    let told = Diagnostic::anywhere(Code::NeedsValue).with("what", "import");
                    Err((told.with("choices", choices.join(", ")).with("example", ""), USAGE))
                }
            };
        };
        let parts = parts(given);
        let (owner, name) = match parts.as_slice() {
            [owner, "centres", name] | [owner, name] => (Some(self.folder(owner)?), *name),
            [name] => (None, *name),
            _ => (None, given),
        };
        let among = |place: &&CentrePlace<'_>| owner.is_none_or(|owner| owner.id == place.owner);
        let id = scaffold::centre_id(name);
        let is_it = |place: &&CentrePlace<'_>| {
            let own = &place.centre.value.id;
            own == name || *own == id
        };
        let mut found: Vec<&CentrePlace<'_>> = all.iter().filter(among).filter(is_it).collect();
        match (found.pop(), found.is_empty()) {
            (Some(place), true) => Ok(CentrePlace { owner: place.owner, centre: place.centre }),
            (Some(_), false) => {
                let choices: Vec<String> = all
                    .iter()
                    .filter(is_it)
                    .map(|place| format!("{}/{}", place.owner, place.centre.value.id))
                    .collect();
                let told = Diagnostic::anywhere(Code::NeedsValue).with("what", "import");
                Err((told.with("choices", choices.join(", ")).with("example", ""), USAGE))
            }
            (None, _) => {
                let ids = all.iter().filter(among).map(|place| place.centre.value.id.as_str());
                let told = Diagnostic::anywhere(Code::NoSuchCentre).with("centre", name);
                let told = told.with("municipality", owner.map_or("", |owner| owner.id.as_str()));
                Err((told.proposing(nearest(name, ids)), ERRORS))
            }
        }
    }

    /// The municipality that was named.
    fn folder(&self, name: &str) -> Result<&Folder, Halt> {
        let id = scaffold::municipality_id(name);
        let mut folders = self.survey.municipalities.iter();
        folders.find(|folder| folder.id == name || folder.id == id).ok_or_else(|| {
            let ids = self.survey.municipalities.iter().map(|folder| folder.id.as_str());
            let told = Diagnostic::anywhere(Code::NoSuchMunicipality).with("name", name);
            (told.with("proposal", nearest(name, ids).unwrap_or("none")), ERRORS)
        })
    }
}

/// The parts of what was written: `content/botkyrka/centres/fittja.yaml` as well as `botkyrka/fittja`.
fn parts(given: &str) -> Vec<&str> {
    let given = given.trim().trim_start_matches("./").trim_start_matches("content/").trim_end_matches('/');
    let given = given.strip_suffix(".yaml").unwrap_or(given);
    given.split(['/', '\\']).filter(|part| !part.is_empty()).collect()
}
