//! The names of fields and fixed values, in the program's English and in the Swedish of those who write.
//!
//! One table. What reads files turns each name into the program's before anything else looks; what writes files and messages for people
//! takes the Swedish from here. A name means what its place lets it mean: `typ` is `kind` where there is a field of that name, else
//! `type`. Case, hyphens, blanks, underscores and the dots over å, ä and ö make no difference.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A name in English, the types that it is for (all of them, where none is named), and its Swedish names. The first is the one that
/// is written.
struct Name {
    english: &'static str,
    of: &'static [&'static str],
    swedish: &'static [&'static str],
}

/// Declares names: `english: "svenska" "annat"`, or `english of Type Type: "svenska"`.
macro_rules! names {
    ($($english:literal $(of $($of:ident)+)?: $($swedish:literal)*;)*) => {
        &[$(Name { english: $english, of: &[$($(stringify!($of)),+)?], swedish: &[$($swedish),*] },)*]
    };
}

/// Names of fields. What is for some types stands before what is for all.
const FIELDS: &[Name] = names! {
    "title": "rubrik" "titel";
    "name": "namn";
    "base_url": "webbadress";
    "organisation": "organisation";
    "organisation_number": "organisationsnummer";
    "data_licence": "datalicens" "licens";
    "data_issued": "öppna data sedan";
    "language": "språk";
    "languages": "språkversioner" "språk";
    "theme": "tema";
    "code": "kod" "kommunkod";
    "region": "region";
    "contact": "kontakt";
    "phone": "telefon" "telefonnummer" "tel";
    "email": "e-post" "mejl" "mail" "e-postadress" "mejladress";
    "url": "länk" "webbplats" "adress på webben" "webbadress" "hemsida";
    "phone_hours": "telefontider" "telefontid";
    "holidays": "helgdagar";
    "public": "röda dagar";
    "eves": "aftnar";
    "allowed_hosts": "tillåtna värdar";
    "synonyms": "synonymer";
    "navigation" of Page: "i menyn" "meny";
    "navigation": "meny";
    "page": "sida";
    "look": "utseende";
    "colour": "färg" "kulör";
    "logo": "logotyp" "logga" "logo";
    "font": "typsnitt" "teckensnitt";
    "centre": "familjecentral";
    "notices": "meddelanden";
    "body": "text";
    "links": "länkar";
    "accessibility_statement": "tillgänglighetsredogörelse";
    "assessed_on": "bedömd";
    "updated_on": "uppdaterad";
    "method": "metod";
    "issues": "brister";
    "what": "vad";
    "wcag": "wcag";
    "alternative": "alternativ";
    "fix_by": "åtgärdas";
    "disproportionate_burden": "oskäligt betungande";
    "motivation": "motivering";
    "out_of_scope": "undantag från lagen";
    "feedback_url": "återkoppling";
    "status": "status";
    "type": "typ";
    "planned_opening": "planerad öppning";
    "opened": "öppnade";
    "address": "adress";
    "street": "gata" "gatuadress";
    "postal_code": "postnummer";
    "city": "ort" "postort";
    "entrance": "ingång" "entré";
    "geo": "läge" "karta";
    "lat": "lat" "latitud";
    "lon": "lon" "longitud";
    "services": "verksamheter" "tjänster";
    "kind" of News: "slag" "typ";
    "kind": "typ" "slag";
    "operator": "drivs av";
    "access": "besök" "tillgång";
    "hours": "öppettider" "tider";
    "seasons": "perioder" "säsonger";
    "exceptions": "avvikelser" "undantag";
    "closed": "stängt";
    "reason": "orsak" "anledning";
    "activities": "aktiviteter";
    "id": "id";
    "description": "beskrivning";
    "day": "dag" "veckodag";
    "days": "dagar" "veckodagar";
    "weeks": "veckor" "vecka";
    "dates" of ExceptionFile: "datum";
    "repeat": "upprepas";
    "except": "utom";
    "cancelled": "inställt" "inställda";
    "moved": "flyttat" "flyttade";
    "service": "verksamhet";
    "registration": "anmälan";
    "opens": "öppnar";
    "closes": "sista dag" "stänger";
    "full": "fullt" "fullbokat";
    "cost": "kostnad" "pris";
    "place": "plats" "lokal";
    "for": "för" "för vem";
    "valid_from": "startar";
    "valid_to": "slutar";
    "age_months": "ålder i månader" "ålder";
    "min": "från" "lägst";
    "max": "till" "högst";
    "from": "från";
    "until" of News Page: "gäller till" "till";
    "until": "till" "gäller till";
    "to": "till";
    "spoken_languages": "språk vi talar";
    "premises": "lokalen" "lokaler";
    "step_free": "utan trappsteg";
    "lift": "hiss";
    "accessible_toilet": "tillgänglig toalett";
    "changing_table": "skötbord";
    "hearing_loop": "hörslinga";
    "breastfeeding_place": "plats att amma" "amningsplats";
    "warm_food": "värma mat";
    "fridge": "kylskåp";
    "pram_room": "barnvagnsrum";
    "cafe_cost": "fikakostnad" "fika";
    "note": "anmärkning";
    "getting_there": "hitta hit";
    "transit": "buss och tåg" "kollektivtrafik" "buss";
    "car": "bil";
    "pram_parking": "barnvagn";
    "images": "bilder";
    "src": "fil";
    "alt": "alt" "alt-text" "beskrivning";
    "credit": "foto" "fotograf";
    "consent": "samtycke";
    "decorative": "dekorativ";
    "owner": "ansvarig";
    "reviewed": "kontrollerad" "granskad";
    "aliases": "gamla adresser" "alias";
    "formerly": "hette förut" "tidigare namn";
    "date": "datum";
    "dates": "datum";
    "lead": "ingress";
    "category": "kategori";
    "centres": "familjecentraler";
    "image": "bild";
    "published_by": "publicerad av";
    "author": "författare";
    "updated": "uppdaterad";
    "expires": "går ut";
    "draft": "utkast";
    "related": "läs också";
    "weight": "ordning";
    "checks": "granskning";
    "off": "av";
    "retention": "arkivering" "gallring";
    "news": "nyheter";
    "pages": "sidor";
    "lists": "listor";
    "documents": "dokument" "handlingar";
    "pictures": "bilder";
    "data": "data" "öppna data";
    "design": "utformning";
    "archive": "arkiv";
    "folder": "mapp";
    "sftp": "sftp";
    "host_key": "värdnyckel" "serverns nyckel";
    "key_file": "nyckelfil";
    "ftps": "ftps";
    "certificate": "certifikat";
    "s3": "s3";
    "bucket": "bucket";
    "endpoint": "endpoint";
    "prefix": "prefix";
};

/// Fixed values, by the type that they are of.
const VALUES: &[Name] = names! {
    "planned" of Status: "planerad";
    "open" of Status: "öppen" "öppet";
    "temporarily_closed" of Status: "tillfälligt stängd" "tillfälligt stängt";
    "closed" of Status: "stängd" "nedlagd" "stängt" "nedlagt";
    "family_centre" of CentreType: "familjecentral";
    "family_centre_like" of CentreType: "familjecentralsliknande" "familjecentralsliknande verksamhet";
    "maternal_health" of ServiceKind: "barnmorska" "mödrahälsovård" "mvc" "bmm" "barnmorskemottagning" "mödravård";
    "child_health" of ServiceKind: "bvc" "barnhälsovård" "barnavårdscentral";
    "open_preschool" of ServiceKind: "öppen förskola" "öppna förskolan";
    "social_services" of ServiceKind: "socialtjänst" "socialtjänsten";
    "breastfeeding" of ServiceKind: "amning" "amningsmottagning";
    "health_centre" of ServiceKind: "vårdcentral";
    "other" of ServiceKind: "annat" "annan";
    "region" of OperatorType: "region" "regionen";
    "municipality" of OperatorType: "kommun" "kommunen";
    "private_for_region" of OperatorType: "privat för regionen";
    "other" of OperatorType: "annan" "annat";
    "drop_in" of Access: "drop-in" "öppet" "öppen";
    "booking" of Access: "bokning" "tidsbokning";
    "both" of Access: "båda";
    "news" of NewsKind: "nyhet";
    "notice" of NewsKind: "meddelande";
    "closed" of HolidayRule: "stängt" "stängd";
    "open" of HolidayRule: "öppet" "öppen";
    "warn" of HolidayRule: "varna";
    "keep" of Retention: "bevara" "bevaras";
    "discard" of Retention: "gallra" "gallras";
    "cc0" of DataLicence: "cc0";
    "cc-by" of DataLicence: "cc-by";
    "sans" of HeadingFont: "linjär" "utan seriffer" "sanserif";
    "serif" of HeadingFont: "antikva" "seriff" "med seriffer";
    "rounded" of HeadingFont: "rundad" "rund";
    "fully" of Compliance: "helt";
    "partially" of Compliance: "delvis";
    "not_compliant" of Compliance: "inte";
    "self" of Method: "egen" "själv" "själva";
    "external" of Method: "extern";
};

/// The boxes of a text, by the word after the three colons.
const BOXES: &[Name] = names! {
    "fact": "fakta" "faktaruta";
    "more": "mer";
    "centre": "familjecentral";
    "contacts": "kontakter";
};

/// The words for true and false, the written ones first.
const TRUTHS: [(&str, bool); 6] =
    [("ja", true), ("nej", false), ("sant", true), ("falskt", false), ("yes", true), ("no", false)];

/// A name without what makes no difference.
pub fn fold(name: &str) -> String {
    let kept = name.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '_' | '-' | '\u{2010}' | '\u{2011}'));
    let plain = kept.flat_map(char::to_lowercase).map(|c| match c {
        'å' | 'ä' | 'à' => 'a',
        'ö' => 'o',
        'é' | 'è' => 'e',
        other => other,
    });
    // The ring and the dots may be characters of their own, as a Mac writes them.
    plain.filter(|c| !matches!(c, '\u{30a}' | '\u{308}' | '\u{301}')).collect()
}

/// What names may mean, by their folded forms.
type Meanings = HashMap<String, Vec<&'static Name>>;

fn meanings_of(names: &'static [Name]) -> Meanings {
    let mut meanings = Meanings::new();
    for name in names {
        for written in name.swedish.iter().chain([&name.english]) {
            let known = meanings.entry(fold(written)).or_default();
            if !known.iter().any(|other| std::ptr::eq(*other, name)) {
                known.push(name);
            }
        }
    }
    meanings
}

fn fields() -> &'static Meanings {
    static MEANINGS: OnceLock<Meanings> = OnceLock::new();
    MEANINGS.get_or_init(|| meanings_of(FIELDS))
}

fn values() -> &'static Meanings {
    static MEANINGS: OnceLock<Meanings> = OnceLock::new();
    MEANINGS.get_or_init(|| meanings_of(VALUES))
}

impl Name {
    fn is_of(&self, of: &str) -> bool {
        self.of.is_empty() || self.of.contains(&of)
    }
}

fn meant(meanings: &Meanings, written: &str, (of, known): (&str, &[&'static str])) -> Option<&'static str> {
    let names = meanings.get(&fold(written))?;
    let fitting = names.iter().filter(|name| name.is_of(of));
    fitting.map(|name| name.english).find(|english| known.contains(english))
}

/// The field that a name means among those of a type, by the program's name.
pub(crate) fn field(of: &str, known: &'static [&'static str], written: &str) -> Option<&'static str> {
    let exact = known.iter().copied().find(|name| *name == written);
    exact.or_else(|| meant(fields(), written, (of, known)))
}

/// The same, where the type's fields are known by a question alone.
pub(crate) fn field_among(of: &str, is_known: impl Fn(&str) -> bool, written: &str) -> Option<&'static str> {
    let names = fields().get(&fold(written))?;
    names.iter().filter(|name| name.is_of(of)).map(|name| name.english).find(|english| is_known(english))
}

/// The value that a word means among those of a type, by the program's name.
pub(crate) fn value(of: &str, known: &'static [&'static str], written: &str) -> Option<&'static str> {
    let exact = known.iter().copied().find(|name| *name == written);
    exact.or_else(|| meant(values(), written, (of, known)))
}

/// The box that a word means, by the program's name.
pub(crate) fn box_of(written: &str) -> Option<&'static str> {
    let folded = fold(written);
    let mut names = BOXES.iter();
    names.find(|name| names_of(name).any(|name| fold(name) == folded)).map(|name| name.english)
}

/// All that boxes are called, in both languages.
pub(crate) fn boxes() -> impl Iterator<Item = &'static str> {
    BOXES.iter().flat_map(names_of)
}

fn names_of(name: &Name) -> impl Iterator<Item = &'static str> {
    [name.english].into_iter().chain(name.swedish.iter().copied())
}

/// What a word for true or false means.
pub(crate) fn truth(written: &str) -> Option<bool> {
    let folded = written.to_lowercase();
    TRUTHS.iter().find(|(word, _)| *word == folded).map(|(_, truth)| *truth)
}

/// May a name, wherever it stands, mean this field?
pub fn may_mean(written: &str, english: &str) -> bool {
    written == english
        || fields().get(&fold(written)).is_some_and(|names| names.iter().any(|name| name.english == english))
}

/// The field that a name means below another one, where no type is at hand: what reads the values of any file meets each under the name
/// that rules are written for. None where it means no field.
pub(crate) fn field_below(parent: Option<&str>, written: &str) -> Option<&'static str> {
    let names = fields().get(&fold(written))?;
    let meant = |english: &str| names.iter().map(|name| name.english).find(|known| *known == english);
    let first: &[&str] = match parent {
        Some("age_months") => &["min", "max"],
        Some("operator") => &["type"],
        Some("services") => &["kind"],
        Some("notices") => &["until", "body"],
        Some("images" | "image") => &["alt"],
        Some("activities") => &["language", "to"],
        _ => &["type", "languages", "to"],
    };
    first.iter().find_map(|english| meant(english)).or_else(|| Some(names.first()?.english))
}

/// The folded forms of the names that may mean a field.
pub(crate) fn forms_of(english: &str) -> impl Iterator<Item = String> {
    FIELDS
        .iter()
        .filter(move |name| name.english == english)
        .flat_map(|name| name.swedish)
        .map(|name| fold(name))
}

/// Is it a Swedish name of a field, and no English one?
pub fn is_swedish(written: &str) -> bool {
    let folded = fold(written);
    let is_english = |names: &Vec<&Name>| names.iter().any(|name| fold(name.english) == folded);
    fields().get(&folded).is_some_and(|names| !is_english(names))
}

/// The Swedish name of a field of a type.
pub fn swedish_field(of: &str, english: &str) -> Option<&'static str> {
    swedish(FIELDS, of, english)
}

/// The Swedish name of a value of a type.
pub(crate) fn swedish_value(of: &str, english: &str) -> Option<&'static str> {
    swedish(VALUES, of, english)
}

fn swedish(names: &'static [Name], of: &str, english: &str) -> Option<&'static str> {
    names.iter().find(|name| name.english == english && name.is_of(of))?.swedish.first().copied()
}

/// All Swedish names of a field of a type.
pub fn swedish_names(of: &str, english: &str) -> &'static [&'static str] {
    FIELDS.iter().find(|name| name.english == english && name.is_of(of)).map_or(&[], |name| name.swedish)
}

/// All Swedish names of a value of a type.
pub(crate) fn swedish_values(of: &str, english: &str) -> &'static [&'static str] {
    VALUES.iter().find(|name| name.english == english && name.is_of(of)).map_or(&[], |name| name.swedish)
}

/// All Swedish names of a value, of whatever type it is.
pub fn values_of(english: &str) -> Vec<&'static str> {
    let of_value = VALUES.iter().filter(|name| name.english == english);
    of_value.flat_map(|name| name.swedish.iter().copied()).collect()
}

/// The words for true and false.
pub(crate) fn truths() -> impl Iterator<Item = (&'static str, bool)> {
    TRUTHS.into_iter()
}

/// Everything that a word may mean, a field or a value of whatever type.
pub fn meanings(written: &str) -> impl Iterator<Item = &'static str> {
    let folded = fold(written);
    let of = |table: &'static Meanings| table.get(&folded).into_iter().flatten().map(|name| name.english);
    of(fields()).chain(of(values())).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_what_its_place_lets_it_mean() {
        assert_eq!(field("Service", &["kind", "name"], "typ"), Some("kind"));
        assert_eq!(field("Operator", &["type", "name"], "Typ"), Some("type"));
        assert_eq!(field("Centre", &["postal_code"], "Post-nummer"), Some("postal_code"));
        assert_eq!(field("Centre", &["hours"], "oppettider"), Some("hours"));
        assert_eq!(field("Centre", &["hours"], "O\u{308}ppettider"), Some("hours"));
        assert_eq!(field("Centre", &["name"], "telefon"), None);
        assert_eq!(field("Ages", &["min", "max"], "till"), Some("max"));
        assert_eq!(field("Notice", &["from", "until"], "till"), Some("until"));
        assert_eq!(value("Status", &["open", "closed"], "Stängt"), Some("closed"));
        assert_eq!(value("Access", &["drop_in", "booking"], "öppet"), Some("drop_in"));
        assert_eq!(field_below(Some("notices"), "text"), Some("body"));
        assert_eq!(field_below(Some("age_months"), "till"), Some("max"));
        assert_eq!(field_below(Some("services"), "typ"), Some("kind"));
        assert_eq!(field_below(None, "title"), Some("title"));
        assert_eq!(field_below(None, "okänt"), None);
        assert_eq!(
            (box_of("Fakta"), box_of("FACT"), box_of("mer")),
            (Some("fact"), Some("fact"), Some("more"))
        );
        assert_eq!((box_of("contact"), box_of("")), (None, None));
        assert_eq!((truth("Ja"), truth("nej"), truth("kanske")), (Some(true), Some(false), None));
    }

    #[test]
    fn case_blanks_hyphens_underscores_and_dots_make_no_difference() {
        for name in FIELDS {
            for swedish in name.swedish {
                let plain = swedish.replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e");
                let decomposed =
                    swedish.replace('å', "a\u{30a}").replace('ä', "a\u{308}").replace('ö', "o\u{308}");
                for form in [
                    swedish.to_uppercase(),
                    swedish.replace(' ', "_"),
                    swedish.replace(' ', "-"),
                    swedish.replace(' ', ""),
                    plain,
                    decomposed,
                ] {
                    assert!(may_mean(&form, name.english), "{form} for {}", name.english);
                }
            }
        }
    }

    #[test]
    fn no_swedish_name_of_a_type_stands_for_two_of_its_values() {
        for name in VALUES {
            for swedish in name.swedish {
                let same = |other: &&Name| {
                    other.of == name.of && other.swedish.iter().any(|one| fold(one) == fold(swedish))
                };
                assert_eq!(VALUES.iter().filter(same).count(), 1, "{swedish} of {:?}", name.of);
            }
        }
    }
}
