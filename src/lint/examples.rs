//! Addresses, numbers and names that were made up for examples, and that are still there on a site that is somebody's.
//!
//! They are right as far as a build can tell, and lead readers nowhere. What is told is what can belong to nobody: the names that RFC 2606
//! keeps for examples, the numbers that the Swedish Post and Telecom Authority keeps for films and books, and what `init` wrote. As long
//! as a site is nothing but the example, all of that is as it should be; and one whose own address is made up is tried out, so that no more
//! is told than that the address is the one that `init` wrote.

use super::{LintGround, OutsideLink, SiteStage};
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::municipality::{
    EXAMPLE_ADDRESS, EXAMPLE_CODE, EXAMPLE_NAME, Municipality, Site, is_example_name,
    is_kept_for_examples as is_example,
};
use crate::parse::values::Phone;

/// Where a new statement says that readers report what they cannot use. A law demands that it works.
const FORM: &str = "https://kommunen.example/rapportera";

/// Area codes and beginnings of the numbers that nobody has, each for the last two digits: 08-465 004 00 to 08-465 004 99.
const PHONES: [&str; 3] = ["08465004", "03139006", "04062804"];

/// How far a site has come.
pub fn stage(site: Option<&Site>, folders: &[Folder]) -> SiteStage {
    let mut configs = folders.iter().filter_map(|folder| folder.config.as_ref());
    let is_tried = |site: &Site| is_example(&site.base_url.host());
    let is_own = configs.any(|config| !config.value.is_example());
    match site {
        // An address of one's own is for readers, whatever else was left as it was.
        Some(site) if !is_tried(site) => SiteStage::Real,
        Some(site) if is_own || !site.is_example() => SiteStage::Tried,
        None if is_own => SiteStage::Real,
        _ => SiteStage::Example,
    }
}

/// Looks at the settings of the whole site; its links to other websites are known already.
pub fn lint_site(site: &Site, links: &[OutsideLink], ground: LintGround<'_>) -> Vec<Diagnostic> {
    if ground.stage == SiteStage::Example {
        return Vec::new();
    }
    let path = SourcePath::new("content/site.yaml");
    let mut told = ToldFile { path: &path, found: Vec::new() };
    if site.base_url.base() == EXAMPLE_ADDRESS {
        told.tell(&["base_url"], "base", EXAMPLE_ADDRESS);
    }
    if is_example_name(&site.organisation) {
        told.tell(&["organisation"], "name", EXAMPLE_NAME);
    }
    let mut found = told.found;
    found.extend(lint_links(links, ground));
    found
}

/// Looks at the links to other websites: on a site for readers at all of them, on one that is tried out at those that `new` wrote.
fn lint_links(links: &[OutsideLink], ground: LintGround<'_>) -> Vec<Diagnostic> {
    let is_told = |link: &&OutsideLink| match ground.stage {
        SiteStage::Example => false,
        SiteStage::Tried => link.url == FORM,
        SiteStage::Real => AbsoluteUrl::parse(&link.url).is_ok_and(|url| is_example(&url.host())),
    };
    let tell = |link: &OutsideLink| {
        let diagnostic = Diagnostic::new(Code::PlaceholderText, &link.path, link.at.clone());
        diagnostic.with("kind", "address").with("value", &link.url)
    };
    links.iter().filter(is_told).map(tell).collect()
}

/// Looks at a folder; its links to other websites are known already.
pub fn lint(folder: &Folder, links: &[OutsideLink], ground: LintGround<'_>) -> Vec<Diagnostic> {
    if ground.stage == SiteStage::Example {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some(config) = &folder.config {
        let mut told = ToldFile { path: &config.path, found: Vec::new() };
        if config.value.is_example() && !ground.alone {
            // All else in it is the example's too.
            told.tell(&["name"], "municipality", &format!("content/{}", folder.id));
            return told.found;
        }
        tell_identity(&config.value, &mut told);
        if ground.stage == SiteStage::Real {
            told.address(&["base_url"], config.value.base_url.as_ref());
            let contact = &config.value.contact;
            told.email(&["contact", "email"], contact.email.as_ref().map(crate::base::Email::as_str));
            told.phone(&["contact", "phone"], contact.phone.as_ref());
        }
        found.extend(told.found);
    }
    found.extend(lint_links(links, ground));
    if ground.stage == SiteStage::Tried {
        return found;
    }
    for centre in &folder.centres {
        let mut told = ToldFile { path: &centre.path, found: Vec::new() };
        told.email(&["email"], centre.value.email.as_ref().map(crate::base::Email::as_str));
        told.phone(&["phone"], centre.value.phone.as_ref());
        for (index, service) in centre.value.services.iter().enumerate() {
            told.phone(&["services", &index.to_string(), "phone"], service.phone.as_ref());
        }
        found.extend(told.found);
    }
    found
}

/// The name and the code that `init` wrote.
fn tell_identity(config: &Municipality, told: &mut ToldFile<'_>) {
    if is_example_name(&config.name) {
        told.tell(&["name"], "name", EXAMPLE_NAME);
    }
    if config.code == EXAMPLE_CODE {
        told.tell(&["code"], "code", EXAMPLE_CODE);
    }
}

/// What is told of a file.
struct ToldFile<'a> {
    path: &'a SourcePath,
    found: Vec<Diagnostic>,
}

impl ToldFile<'_> {
    fn tell(&mut self, way: &[&str], kind: &'static str, value: &str) {
        let seg = |step: &&str| step.parse().map_or_else(|_| Seg::Key((*step).to_string()), Seg::Index);
        let at = At::Value(way.iter().map(seg).collect());
        let diagnostic = Diagnostic::new(Code::PlaceholderText, self.path, at);
        self.found.push(diagnostic.with("kind", kind).with("value", value));
    }

    fn address(&mut self, way: &[&str], url: Option<&AbsoluteUrl>) {
        if let Some(url) = url.filter(|url| is_example(&url.host())) {
            self.tell(way, "address", url.as_str());
        }
    }

    fn email(&mut self, way: &[&str], email: Option<&str>) {
        if let Some(email) = email.filter(|email| is_example(email.rsplit('@').next().unwrap_or_default())) {
            self.tell(way, "address", email);
        }
    }

    fn phone(&mut self, way: &[&str], phone: Option<&Phone>) {
        if let Some(shown) = phone.map(Phone::shown).filter(|shown| is_made_up(shown)) {
            self.tell(way, "phone", &shown);
        }
    }
}

/// Is a phone number one of those that can be nobody's?
fn is_made_up(shown: &str) -> bool {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    PHONES.iter().any(|beginning| digits.len() == beginning.len() + 2 && digits.starts_with(beginning))
        || digits
            .strip_prefix("0701740")
            .and_then(|rest| rest.parse::<u16>().ok())
            .is_some_and(|number| digits.len() == 10 && (605..700).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_for_examples_is_known_and_what_looks_like_it_is_not() {
        for host in ["kommunen.example", "EXAMPLE.com", "www.example.org"] {
            assert!(is_example(host), "{host}");
        }
        for host in ["example.se", "anexample.com", "kommunen.se", "example.com.se"] {
            assert!(!is_example(host), "{host}");
        }
        for number in ["08-465 004 04", "031-390 06 12", "040-628 04 99", "070-174 06 05"] {
            assert!(Phone::parse(number).is_some_and(|phone| is_made_up(&phone.shown())), "{number}");
        }
        for number in ["08-465 005 04", "08-123 456 78", "070-174 07 00", "070-174 06 04"] {
            assert!(Phone::parse(number).is_some_and(|phone| !is_made_up(&phone.shown())), "{number}");
        }
    }
}
