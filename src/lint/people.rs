//! People where a function belongs: private mail addresses, and the names of persons as who is responsible. A person moves on, falls ill
//! and has a right not to stand there; a function answers for years.

use std::ops::Range;

use super::prose::{Prose, Run};
use super::{ItemText, PhoneBook, TextFindings, links};
use crate::base::{At, Code, Diagnostic, Email, Seg, SourcePath, key};
use crate::model::Folder;
use crate::parse::contacts;
use crate::parse::values::Text as Words;

/// Where people have their own mail.
const PRIVATE: [&str; 30] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.se",
    "outlook.com",
    "outlook.se",
    "live.com",
    "live.se",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "yahoo.com",
    "yahoo.se",
    "ymail.com",
    "aol.com",
    "gmx.com",
    "mail.com",
    "proton.me",
    "protonmail.com",
    "tutanota.com",
    "telia.com",
    "spray.se",
    "comhem.se",
    "bredband.net",
    "bredband2.com",
    "tele2.se",
    "home.se",
    "passagen.se",
    "swipnet.se",
];

/// How names of families end, and hardly anything else.
const FAMILIES: [&str; 10] =
    ["sson", "ström", "qvist", "kvist", "gren", "blom", "lind", "lund", "berg", "stedt"];

/// What an organisation's name holds and a person's does not.
const ORGANISATIONS: [&str; 30] = [
    "enhet",
    "förvaltning",
    "kommun",
    "region",
    "nämnd",
    "central",
    "förskola",
    "skola",
    "mottagning",
    "vård",
    "hälso",
    "social",
    "familj",
    "team",
    "grupp",
    "kontor",
    "avdelning",
    "församling",
    "förening",
    "bolag",
    "stiftelse",
    "kultur",
    "fritid",
    "barn",
    "stöd",
    "kyrka",
    "center",
    "centrum",
    "service",
    "redaktion",
];

/// The given names that most people in Sweden have, of old and new Swedes.
const NAMES: &str = "adam agneta ahmed aisha alex alexander alexandra ali alice alicia amanda amina amira anders andreas anette \
    anita anja ann anna anne anneli annelie annette annika anton arne arvid astrid axel barbro bengt berit birgit birgitta bo britt \
    britta camilla carin carina carl caroline catarina cecilia charlotte christian christina christer dan daniel david ebba edvin eleonor \
    elin elina elisabet elisabeth ella ellen elsa emelie emil emily emma erik erika ester eva fatima felicia felix filip fredrik frida \
    gabriel gabriella gunilla gunnar gustav göran hanna hannah hans hassan helen helena henrik hussein håkan ibrahim ida inga inger \
    ingrid irene isabella isak jakob jan jenny jens jessica joakim johan johanna johannes john jonas josefin josefine julia karin karl \
    karolina katarina kent kerstin khadija kjell klara kristina kristoffer lars lena lennart linda linnea linnéa lisa louise lovisa lucas \
    ludvig magdalena magnus maja malin margareta maria marianne marie martin mats matilda matthias mattias michael mikael mohamed \
    mohammad mohammed moa mona monica monika nathalie nils nina nora ola olivia olof omar oscar oskar patrik per pernilla peter petra \
    pia rasmus rebecka robert robin roland rolf sabina samira sandra sanna sara sarah sebastian simon siv sofia sofie stefan stina sven \
    susanne therese thomas tomas tobias ulf ulla ulrika viktor viktoria victoria wilma yasmin ylva yvonne zahra åke åsa";

/// Longer texts than this are not looked through for the name of whom a number goes to.
const LONG: usize = 400;

/// Looks at a folder's fields.
pub fn lint(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(config) = &folder.config {
        let email = config.value.contact.email.as_ref();
        found
            .extend(email.and_then(|email| of_mail(email, &config.path, vec![key("contact"), key("email")])));
    }
    for centre in &folder.centres {
        let (path, value) = (&centre.path, &centre.value);
        found.extend(value.email.as_ref().and_then(|email| of_mail(email, path, vec![key("email")])));
        found.extend(value.owner.as_ref().and_then(|owner| of_owner(owner, path)));
        for (index, activity) in value.activities.iter().enumerate() {
            let email = activity.registration.as_ref().and_then(|registration| registration.email.as_ref());
            let way = || vec![key("activities"), Seg::Index(index), key("registration"), key("email")];
            found.extend(email.and_then(|email| of_mail(email, path, way())));
        }
        for (index, image) in value.images.iter().enumerate() {
            let way = [key("images"), Seg::Index(index), key("consent")];
            found.extend(image.consent.as_ref().and_then(|consent| of_consent(consent, path, &way)));
        }
    }
    for (path, text) in folder.articles() {
        found.extend(text.published_by.and_then(|by| of_name(by, path, vec![key("published_by")])));
    }
    for news in &folder.news {
        let consent = news.value.image.as_ref().and_then(|image| image.consent.as_ref());
        let way = [key("image"), key("consent")];
        found.extend(consent.and_then(|consent| of_consent(consent, &news.path, &way)));
    }
    found
}

/// Looks at the mail addresses of a text.
pub fn lint_text(text: &ItemText<'_>, findings: &mut TextFindings<'_>) {
    let Prose { links, .. } = &text.prose;
    for link in links {
        let address = link.target.strip_prefix("mailto:").unwrap_or(&link.target);
        let address = address.split('?').next().unwrap_or_default();
        if is_private(address) {
            let diagnostic = findings.at(Code::PrivateAddress, link.span.clone());
            findings.found.push(diagnostic.with("address", address));
        }
    }
    let covered = links::covered(&text.prose);
    lint_runs(text.runs(), &covered, findings);
}

/// Looks at runs of words; where links stand is told of elsewhere.
pub fn lint_runs<'r>(
    runs: impl Iterator<Item = &'r Run>,
    covered: &[Range<usize>],
    findings: &mut TextFindings<'_>,
) {
    for run in runs {
        lint_run(run, covered, findings);
    }
}

fn lint_run(run: &Run, covered: &[Range<usize>], findings: &mut TextFindings<'_>) {
    if !run.text.contains('@') {
        return;
    }
    let mut start = 0;
    for word in run.text.split_inclusive(char::is_whitespace) {
        let address = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_private(address) {
            let at = start + word.find(address).unwrap_or(0);
            let at = run.at(&(at..at + address.len()));
            let is_in_link = |span: &Range<usize>| {
                links::link_at(covered, span.start).is_some_and(|link| span.end <= link.end)
            };
            // A link's own text was told of above.
            if !matches!(&at, At::Span(span) if is_in_link(span)) {
                let diagnostic = Diagnostic::new(Code::PrivateAddress, findings.path, at);
                findings.found.push(diagnostic.with("address", address));
            }
        }
        start += word.len();
    }
}

fn is_private(address: &str) -> bool {
    let Some((_, host)) = address.rsplit_once('@') else { return false };
    PRIVATE.contains(&host.to_lowercase().as_str())
}

fn of_mail(email: &Email, path: &SourcePath, way: Vec<Seg>) -> Option<Diagnostic> {
    let address = email.as_str();
    let private = is_private(address);
    private.then(|| Diagnostic::new(Code::PrivateAddress, path, At::Value(way)).with("address", address))
}

fn of_owner(owner: &Words, path: &SourcePath) -> Option<Diagnostic> {
    let way = super::way_in(&[Seg::Key("owner".to_string())], None);
    owner.each().find_map(|(lang, text)| of_name(text, path, super::way_in(&way, lang)))
}

/// Where a consent is kept says whose it is, but not the name: it stays in the file when the consent is taken back.
fn of_consent(consent: &Words, path: &SourcePath, way: &[Seg]) -> Option<Diagnostic> {
    consent.each().find_map(|(lang, text)| {
        let name = person_in(text)?;
        let at = At::Value(super::way_in(way, lang));
        let diagnostic = Diagnostic::new(Code::PersonNamed, path, at).with("name", name);
        Some(diagnostic.with("field", "consent"))
    })
}

/// How many runs before a number may have the name of whom it goes to: the cells of a row.
const BESIDE: usize = 3;

/// Mobile numbers beside people's names, as lists of staff have them: told once a file. A number that a file of the site has is the service's.
pub fn lint_mobiles(texts: &[ItemText<'_>], book: &PhoneBook) -> Vec<Diagnostic> {
    texts.iter().filter_map(|text| mobiles(text, book)).collect()
}

fn mobiles(text: &ItemText<'_>, book: &PhoneBook) -> Option<Diagnostic> {
    let runs: Vec<&Run> = text.runs().collect();
    // Each run is looked through once, however many numbers stand in it and behind it.
    let mut known: Vec<Option<bool>> = vec![None; runs.len()];
    let mut first: Option<(At, String)> = None;
    let mut count = 0;
    for (index, run) in runs.iter().enumerate() {
        for contact in contacts::find(&run.text) {
            let contacts::ContactKind::Phone(number) = &contact.what else { continue };
            let is_mobile =
                ["+4670", "+4672", "+4673", "+4676", "+4679"].iter().any(|start| number.starts_with(start));
            if !is_mobile || !book.owners(number).is_empty() {
                continue;
            }
            let mut near = index.saturating_sub(BESIDE)..=index;
            let mut names = |at: usize| {
                let look = || {
                    runs.get(at).is_some_and(|run| run.text.len() < LONG && person_in(&run.text).is_some())
                };
                known.get_mut(at).is_some_and(|known| *known.get_or_insert_with(look))
            };
            if !near.any(&mut names) {
                continue;
            }
            count += 1;
            let written = run.text.get(contact.range.clone()).unwrap_or_default().to_string();
            first.get_or_insert_with(|| (run.at(&contact.range), written));
        }
    }
    let (at, number) = first?;
    let diagnostic = Diagnostic::new(Code::PrivateMobile, text.path, at);
    Some(diagnostic.with("number", number).with("count", count))
}

fn of_name(text: &str, path: &SourcePath, way: Vec<Seg>) -> Option<Diagnostic> {
    let field = way.first().and_then(Seg::key).unwrap_or_default().to_string();
    if let Some(address) =
        text.split_whitespace().find(|word| is_private(word.trim_matches(['(', ')', '<', '>', ','])))
    {
        return Some(Diagnostic::new(Code::PrivateAddress, path, At::Value(way)).with("address", address));
    }
    let name = person_in(text)?;
    Some(Diagnostic::new(Code::PersonNamed, path, At::Value(way)).with("name", name).with("field", field))
}

/// The name of a person in a text: one that people are given with another after it, or alone, or one that ends as families are called.
fn person_in(text: &str) -> Option<&str> {
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-') && {
            let lower = word.to_lowercase();
            word.chars().skip(1).any(char::is_lowercase)
                && !ORGANISATIONS.iter().any(|part| lower.contains(part))
        }
    };
    let is_given = |word: &str| {
        let first = word.split('-').next().unwrap_or_default().to_lowercase();
        NAMES.split_whitespace().any(|name| name == first)
    };
    let is_family = |word: &str| FAMILIES.iter().any(|end| word.to_lowercase().ends_with(end));
    let parts = text.split([',', ';', '/', '(', ')', ':']).map(str::trim).filter(|part| !part.is_empty());
    for part in parts {
        let words: Vec<&str> = part.split_whitespace().collect();
        if let [only] = words.as_slice()
            && is_name(only)
            && is_given(only)
        {
            return Some(part);
        }
        // `anna.andersson@kommunen.se` and `A. Andersson`.
        if let [only] = words.as_slice()
            && let Some((name, _)) = only.split_once('@')
            && let Some((given, family)) = name.split_once('.')
            && (is_given(given) || is_family(family))
            && !ORGANISATIONS.iter().any(|part| name.to_lowercase().contains(part))
        {
            return Some(part);
        }
        let is_initial =
            |word: &str| word.len() < 4 && word.ends_with('.') && word.starts_with(char::is_uppercase);
        if let [initial, family] = words.as_slice()
            && is_initial(initial)
            && is_name(family)
            && is_family(family)
        {
            return Some(part);
        }
        let pair = words.windows(2).position(|pair| {
            let are_names = is_name(pair[0]) && is_name(pair[1]);
            are_names
                && (is_given(pair[0]) || words.len() == 2 && pair[1].ends_with("sson") && is_family(pair[1]))
        });
        if let Some(at) = pair {
            let start = part.find(words[at])?;
            return part.get(start..);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_known_from_functions() {
        for (text, name) in [
            ("Anna Andersson", Some("Anna Andersson")),
            ("Enhetschef Anna Andersson", Some("Anna Andersson")),
            ("Åsa Ek, familjeenheten", Some("Åsa Ek")),
            ("Ann-Marie Lind", Some("Ann-Marie Lind")),
            ("Svetlana Karlsson", Some("Svetlana Karlsson")),
            ("Maria", Some("Maria")),
            ("Fatima Ali (verksamhetschef)", Some("Fatima Ali")),
            ("A. Andersson", Some("A. Andersson")),
            ("anna.andersson@kommunen.example", Some("anna.andersson@kommunen.example")),
            ("familjecentral.norr@kommunen.example", None),
            ("Socialförvaltningen", None),
            ("Region Stockholm", None),
            ("Botkyrka kommun", None),
            ("Öppna förskolan i Fittja", None),
            ("Familjecentralen Fittja", None),
            ("Maria församling", None),
            ("Maria Förskola", None),
            ("Barn- och Ungdomsförvaltningen", None),
            ("Kommunikationsenheten, Botkyrka kommun", None),
            ("BVC Eva", None),
        ] {
            assert_eq!(person_in(text), name, "{text}");
        }
        assert!(
            is_private("anna@gmail.com")
                && is_private("a@Hotmail.se")
                && !is_private("info@kommunen.example")
        );
    }
}
