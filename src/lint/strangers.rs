//! What belongs to another centre than the one that a text is about. A number that was changed stays behind in the texts; where another centre still
//! has it, it is a number of the site, and a parent reaches the wrong house. Words in braces that came along with a copy do the same.
//!
//! Where the other centre, or what it does, is named in the text too, its number belongs there. A text that is about no centre says nothing.

use std::collections::HashSet;

use super::fields::way_in;
use super::phones::{self, Owner, PhoneBook, PhoneUse};
use super::subjects::{KnownSubjects, Subjects, TextSubject};
use super::{ItemText, LintGround};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::model::{Folder, name_of, texts};
use crate::parse::centre::Centre;
use crate::parse::fills::{self, Fill};

/// A number that more centres and services have is a switchboard, and nobody's own.
const SWITCHBOARD: usize = 10;

/// Looks at the numbers that somebody typed in the texts of a folder, and at words in braces.
pub(super) fn lint(
    folder: &Folder,
    texts: &[ItemText<'_>],
    uses: &[PhoneUse],
    ground: LintGround<'_>,
) -> Vec<Diagnostic> {
    let known = KnownSubjects::of(folder, texts, ground.centres);
    let looked = LookedText { folder, known, ground };
    let mut found = looked.numbers(uses);
    found.extend(looked.fills(texts));
    found
}

struct LookedText<'a> {
    folder: &'a Folder,
    known: KnownSubjects<'a>,
    ground: LintGround<'a>,
}

impl LookedText<'_> {
    fn numbers(&self, uses: &[PhoneUse]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut told: HashSet<(&SourcePath, &str, bool)> = HashSet::new();
        let mut before: Option<(&SourcePath, Subjects)> = None;
        for phone in uses {
            let owners = self.ground.phones.owners(&phone.number);
            if owners.len() > SWITCHBOARD {
                continue;
            }
            // A number of the municipality's, or of another one, may be anybody's.
            let is_of_centres =
                owners.iter().all(|owner| owner.municipality == self.folder.id && owner.centre.is_some());
            if owners.is_empty() || !is_of_centres {
                continue;
            }
            // The uses of a file follow each other.
            if before.as_ref().is_none_or(|(path, _)| **path != phone.path) {
                before = Some((&phone.path, self.known.subjects(&phone.path)));
            }
            let Some(subject) = before.as_ref().and_then(|(_, subjects)| subjects.at(&phone.at)) else {
                continue;
            };
            let is_stranger = |owner: &Owner| {
                let centre = owner.centre.as_deref().and_then(|id| self.known.centre(id));
                centre.is_some_and(|centre| self.known.is_stranger(subject, centre))
            };
            if let Some(owner) = owners.first().filter(|_| owners.iter().all(is_stranger))
                && told.insert((&phone.path, &phone.number, phone.is_field))
            {
                let fill = || self.own_fill(subject, owner);
                // Where so many are strange nobody reads what each of them might have been.
                let fill = (found.len() < phones::COMPARED).then(fill).flatten();
                found.extend(self.tell_of_number(phone, (subject, owner), fill));
            }
        }
        found
    }

    fn tell_of_number(
        &self,
        phone: &PhoneUse,
        (subject, owner): (&TextSubject, &Owner),
        fill: Option<String>,
    ) -> Option<Diagnostic> {
        let usual = phones::usual(self.folder, phone);
        let (proposal, removable) = match usual.filter(|_| phone.is_field) {
            Some((number, is_shown)) => (Some(number), is_shown),
            None => (fill, false),
        };
        let other = self.known.centre(owner.centre.as_deref()?)?;
        let diagnostic = self.tell((&phone.path, phone.at.clone()), &phone.written, (subject, other));
        let diagnostic = diagnostic.with("kind", if phone.is_field { "field" } else { "number" });
        let diagnostic = diagnostic.with("removable", if removable { "yes" } else { "no" });
        Some(diagnostic.with("proposal", proposal.as_deref().unwrap_or("none")))
    }

    /// Words in braces for the same number of a centre that the text is about: of the same service, or else the centre's own.
    fn own_fill(&self, subject: &TextSubject, owner: &Owner) -> Option<String> {
        let book: &PhoneBook = self.ground.phones;
        let about: Vec<String> = subject.about.iter().cloned().collect();
        let own = book.of_centres(&self.folder.id, &about);
        let same = own.iter().find(|own| own.service == owner.service);
        let own = same.or_else(|| own.iter().find(|own| own.service.is_none()))?;
        own.fill(&self.folder.id)
    }

    /// Words in braces that ask for what another centre has.
    fn fills(&self, texts: &[ItemText<'_>]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for text in texts {
            let refs = self.known.refs(text.path);
            let of_body = refs.into_iter().flat_map(|refs| &refs.fills);
            let mut all: Vec<(At, Fill)> =
                of_body.map(|asked| (At::Span(asked.span.clone()), asked.fill.clone())).collect();
            let heads = [("title", Some(text.title)), ("lead", text.lead)];
            all.extend(heads.into_iter().flat_map(|(name, head)| {
                fills::find(head.unwrap_or_default())
                    .into_iter()
                    .map(move |(_, fill)| (At::field(name), fill))
            }));
            self.fills_of(text.path, all, &mut found);
        }
        for centre in &self.folder.centres {
            let mut all = Vec::new();
            texts::of_centre(&centre.value, &mut |text, at, _| {
                let At::Value(way) = at.value() else { return };
                for (lang, text) in text.each().filter(|(_, text)| text.contains('{')) {
                    let at = At::Value(way_in(&way, lang));
                    all.extend(fills::find(text).into_iter().map(|(_, fill)| (at.clone(), fill)));
                }
            });
            self.fills_of(&centre.path, all, &mut found);
        }
        found
    }

    /// Looks at those of a file.
    fn fills_of(&self, path: &SourcePath, all: Vec<(At, Fill)>, found: &mut Vec<Diagnostic>) {
        let mut told: HashSet<(String, String)> = HashSet::new();
        let all: Vec<(At, Fill, &Centre)> = all
            .into_iter()
            .filter(|(_, fill)| fill.asked.is_some())
            .filter_map(|(at, fill)| self.centre_of(&fill).map(|centre| (at, fill, centre)))
            .collect();
        if all.is_empty() {
            return;
        }
        let subjects = self.known.subjects(path);
        for (at, fill, centre) in all {
            let Some(subject) = subjects.at(&at).filter(|subject| subject.is_declared) else { continue };
            let about = subject.about.iter().cloned().collect::<Vec<_>>().join(",");
            // What came along with a copy is told once: the rest is of the same kind.
            if self.known.is_stranger(subject, centre) && told.insert((about, centre.id.clone())) {
                let diagnostic = self.tell((path, at), &fill.written, (subject, centre));
                let diagnostic = diagnostic.with("kind", "fill").with("removable", "no");
                let proposal = self.own_words(&fill, subject);
                found.push(diagnostic.with("proposal", proposal.as_deref().unwrap_or("none")));
            }
        }
    }

    /// The centre of the folder that words in braces name.
    fn centre_of(&self, fill: &Fill) -> Option<&Centre> {
        let names = match fill.names.as_slice() {
            [place, centre, ..] if *place == self.folder.id => [Some(centre), Some(place)],
            names => [names.first(), None],
        };
        names.into_iter().flatten().find_map(|name| self.known.centre(name))
    }

    /// The same words for the centre that the text is about.
    fn own_words(&self, fill: &Fill, subject: &TextSubject) -> Option<String> {
        let own = self.known.centre(subject.about.first().filter(|_| subject.about.len() == 1)?)?;
        let has_service =
            |name: &&String| own.services.iter().any(|one| name_of(one, own, self.ground.own) == **name);
        let service = fill.names.iter().skip(1).last().filter(has_service);
        let service = service.map(|name| format!("/{name}")).unwrap_or_default();
        Some(format!("{{{} {}{service}}}", fill.word, own.id))
    }

    fn tell(
        &self,
        (path, at): (&SourcePath, At),
        written: &str,
        (subject, other): (&TextSubject, &Centre),
    ) -> Diagnostic {
        let name = |centre: &Centre| centre.name.in_language(self.ground.own, self.ground.own).0.to_string();
        let about = subject.about.iter().filter_map(|id| self.known.centre(id)).map(name);
        let diagnostic = Diagnostic::new(Code::PhoneOfAnother, path, at).with("number", written);
        diagnostic.with("about", about.collect::<Vec<_>>().join(", ")).with("other", name(other))
    }
}
