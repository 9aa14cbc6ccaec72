//! How much may stand in one place. What is in a centre's file is shown on many pages, and what is in one list with each item of another:
//! without a bound a few lines would make pages that fill the memory.

use super::trail::Trail;
use super::values::Interval;
use crate::base::characters::beginning;
use crate::base::{AbsoluteUrl, Code, Email, Report};

/// How many items a list may have. What is in one list is shown for each item of another, so each is bounded: services by exceptions,
/// boxes by services. Nobody writes so many.
fn most_items(field: &str) -> usize {
    match field {
        "services" => 30,
        "notices" => 50,
        "aliases" => 100,
        // Each is an old address in each language.
        "formerly" => 20,
        // Each is a site of its own beside the others.
        "languages" => 20,
        // Each counts once, and there are no more than there are.
        "spoken_languages" => usize::MAX,
        // Each stands once, on one page.
        "issues" | "disproportionate_burden" | "out_of_scope" => usize::MAX,
        // The menu stands on every page.
        "navigation" => 20,
        // The policy of every page names them all, that of each old address too.
        "allowed_hosts" => 100,
        // A group of words: all of them are looked for when one of them is.
        "synonyms" => 50,
        // Each is shown with all that its centre does.
        "centres" => 20,
        "exceptions" => 150,
        // Each is shown with each service, in each language.
        "seasons" => 30,
        "activities" => 400,
        _ => 200,
    }
}

/// How many times a day may have. Each is shown wherever the day is.
const MOST_TIMES: usize = 6;

/// The times of a day, no more than a page can show.
pub fn within_day(mut times: Vec<Interval>, at: &Trail, report: &mut Report) -> Vec<Interval> {
    if times.len() > MOST_TIMES {
        let words = report.add(Code::TooMuch, at.value()).with("kind", "items");
        words.with("number", times.len()).with("most", MOST_TIMES);
        times.truncate(MOST_TIMES);
    }
    times
}

/// How many characters a text may have: one that stands for something else on other pages, or any other.
fn most_characters(field: &str) -> usize {
    match field {
        "title" => 300,
        "synonyms" => 100,
        "name" | "street" | "city" | "entrance" | "category" | "published_by" => 150,
        // Each stands with every time of an activity, or every day of an exception.
        "place" | "cost" | "for" | "reason" => 300,
        // Both stand on every page.
        "organisation" | "region" => 300,
        "body" => 50_000,
        _ => 5_000,
    }
}

/// How many bytes an address may have. That of the site stands in front of every other; browsers and servers take no more than a few thousand.
fn most_of_address(field: &str) -> usize {
    if field == "base_url" { 200 } else { 2000 }
}

/// An address of the menu. It stands on every page.
pub fn within_menu(url: AbsoluteUrl, at: &Trail, report: &mut Report) -> Option<AbsoluteUrl> {
    no_longer(url, 500, at, report)
}

/// An address that is no longer than a browser takes.
pub fn within_address(url: AbsoluteUrl, at: &Trail, report: &mut Report) -> Option<AbsoluteUrl> {
    no_longer(url, most_of_address(at.field()), at, report)
}

/// A host that is no longer than a name in the DNS can be (RFC 1035).
pub fn within_host(host: String, at: &Trail, report: &mut Report) -> Option<String> {
    fits("host", host.len(), 253, at, report).then_some(host)
}

/// A mail address that is no longer than mail is sent to (RFC 5321).
pub fn within_mail(email: Email, at: &Trail, report: &mut Report) -> Option<Email> {
    fits("mail", email.as_str().len(), 254, at, report).then_some(email)
}

fn no_longer(url: AbsoluteUrl, most: usize, at: &Trail, report: &mut Report) -> Option<AbsoluteUrl> {
    fits("address", url.as_str().len(), most, at, report).then_some(url)
}

/// Is it so short? It is told where it is not.
fn fits(kind: &'static str, number: usize, most: usize, at: &Trail, report: &mut Report) -> bool {
    if number > most {
        report.add(Code::TooMuch, at.value()).with("kind", kind).with("number", number).with("most", most);
    }
    number <= most
}

/// A list that is no longer than a page can show; what is beyond that is told and left out.
pub fn within<T>(mut items: Vec<T>, at: &Trail, report: &mut Report) -> Vec<T> {
    let most = most_items(at.field());
    if items.len() > most {
        let words = report.add(Code::TooMuch, at.index(most).value()).with("kind", "items");
        words.with("number", items.len()).with("most", most);
        items.truncate(most);
    }
    items
}

/// Tells of a text that is longer than a page can show, and leaves the rest out.
pub fn shorten(text: &mut String, at: &Trail, report: &mut Report) {
    let most = most_characters(at.field());
    let end = beginning(text, most).len();
    if end < text.len() {
        let number = text.chars().count();
        let words = report.add(Code::TooMuch, at.value()).with("kind", "text");
        words.with("number", number).with("most", most);
        text.truncate(end);
    }
}
