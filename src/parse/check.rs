//! Checks of single values, shared by all kinds of files: a text in, a value or a diagnostic at its field out.

mod dates;
mod hours;

pub use dates::HOLIDAYS;
pub use hours::{day, nearest_day, reversed, time, week};

use jiff::civil::Date;

use super::files::{ChecksFile, ImageFile, LinkFile, NoticeFile};
use super::language;
use super::likely::{
    date_readings, likely_address, likely_email, likely_language, likely_phone, likely_year, named_language,
};
use super::trail::Trail;
use super::values::{Lang, Phone, Text, parse_date};
use super::{bounds, unwritten};
use crate::base::{AbsoluteUrl, Code, Email, Report, Seg, Severity, UrlError, is_one_slip};

/// A notice, checked.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Notice {
    /// Its heading.
    pub title: Text,
    /// Its text in Markdown.
    pub body: Option<Text>,
    /// The first day that it is shown.
    pub from: Option<Date>,
    /// The last day that it is shown.
    pub until: Option<Date>,
    /// Where to read more.
    pub links: Vec<Link>,
}

impl Notice {
    /// Is it shown on this day?
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A link with its text, checked.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// What the link says.
    pub title: Text,
    /// Where it leads.
    pub url: AbsoluteUrl,
}

/// A picture named in YAML or front matter, checked but for the file itself.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ImageUse {
    /// Its path, from the municipality's folder.
    pub src: String,
    /// What it shows; none when it only decorates.
    pub alt: Option<Text>,
    /// Who made it.
    pub credit: Option<Text>,
    /// Where consent is recorded.
    pub consent: Option<Text>,
}

pub use super::hours::{Day, Week};

/// Does a text say nothing? `~` is YAML's word for that.
fn is_empty(text: &str) -> bool {
    matches!(text.trim(), "" | "~")
}

/// A text that must say something.
pub fn text(value: &str, at: &Trail, report: &mut Report) -> String {
    if is_empty(value) {
        report.add(Code::EmptyText, at.value());
    }
    check_written(value, at, report);
    let mut value = value.trim().to_string();
    bounds::shorten(&mut value, at, report);
    value
}

/// A text that a template wrote is nobody's.
fn check_written(value: &str, at: &Trail, report: &mut Report) {
    if unwritten::is_field(value) {
        report.add(Code::TemplateText, at.value()).with("kind", "text");
    }
}

/// A text by language.
pub fn localized(mut value: Text, at: &Trail, report: &mut Report) -> Text {
    match &mut value {
        Text::Plain(plain) => bounds::shorten(plain, at, report),
        Text::Each(texts) => texts.values_mut().for_each(|text| bounds::shorten(text, at, report)),
    }
    match &value {
        Text::Plain(plain) if is_empty(plain) => {
            report.add(Code::EmptyText, at.value());
        }
        Text::Plain(plain) => check_written(plain, at, report),
        Text::Each(texts) => {
            for (code, each) in texts {
                check_written(each, &at.key(code), report);
                if !language::is_known(code) {
                    let words = report
                        .add(Code::BadLanguage, at.key(code).name())
                        .with("kind", "value")
                        .with("value", code);
                    words.proposing(likely_language(code));
                }
                if is_empty(each) {
                    report.add(Code::EmptyText, at.key(code).value());
                }
            }
            if texts.is_empty() {
                report.add(Code::EmptyText, at.value());
            }
        }
    }
    value
}

/// An item of a list; one that cannot be read leaves a gap in it.
pub fn item<T>(item: Option<T>, at: &Trail, report: &mut Report) -> Option<T> {
    if item.is_none() {
        report.leave_out(at.value());
    }
    item
}

/// A text by language, where there is one.
pub fn optional(value: Option<Text>, at: &Trail, report: &mut Report) -> Option<Text> {
    value.map(|value| localized(value, at, report))
}

/// A date.
pub fn date(value: Option<&str>, at: &Trail, report: &mut Report) -> Option<Date> {
    let value = value?;
    let date = parse_date(value.trim()).or_else(|| match date_readings(value).as_slice() {
        [one] => Some(*one),
        _ => None,
    });
    if date.is_none() {
        dates::bad(value, at, report);
    }
    date.filter(|date| year(date.year(), &date.to_string(), at, report))
}

/// The years that a date here may have: the first family centres are from the 1970s, their houses may be older.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// Can a date have this year? It is told where it cannot, with the date that was most likely meant.
pub fn year(year: i16, value: &str, at: &Trail, report: &mut Report) -> bool {
    let is_possible = YEARS.contains(&year);
    if !is_possible {
        let proposal = with_likely_year(year, value).unwrap_or_else(|| "none".to_string());
        let words = report.add(Code::ImpossibleYear, at.value()).with("value", value).with("year", year);
        words.with("proposal", proposal).with("kind", "field");
    }
    is_possible
}

/// A text that names a year, with the year that was most likely meant.
pub fn with_likely_year(year: i16, text: &str) -> Option<String> {
    let wrong = format!("{year:04}");
    text.contains(&wrong).then_some(())?;
    Some(text.replace(&wrong, &likely_year(year)?.to_string()))
}

/// A period: its end must not be before its beginning.
pub fn period(from: Option<Date>, to: Option<Date>, at: &Trail, report: &mut Report) {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        // A period over New Year ends in the year after.
        let next = to.with().year(to.year() + 1).build().ok();
        let over = next.filter(|next| *next > from && (*next - from).get_days() < 120);
        let words = report.add(Code::PeriodReversed, at.value()).with("from", from).with("to", to);
        words.proposing(over.map(|next| next.to_string()));
    }
}

/// A phone number.
pub fn phone(value: Option<&str>, at: &Trail, report: &mut Report) -> Option<Phone> {
    let value = value?;
    let phone = Phone::parse(value);
    if phone.is_none() {
        report.add(Code::BadPhone, at.value()).with("value", value).proposing(likely_phone(value));
    }
    phone
}

/// An e-mail address.
pub fn email(value: Option<&str>, at: &Trail, report: &mut Report) -> Option<Email> {
    let value = value?;
    let email = Email::parse(value.trim());
    if email.is_none() {
        report.add(Code::BadEmail, at.value()).with("value", value).proposing(likely_email(value));
    }
    email
}

/// A web address.
pub fn web(value: Option<&str>, at: &Trail, report: &mut Report) -> Option<AbsoluteUrl> {
    let value = value?;
    match AbsoluteUrl::parse(value.trim()) {
        Ok(url) => bounds::within_address(url, at, report),
        Err(UrlError::Scheme) => {
            report.add(Code::UnsafeAddress, at.value()).with("value", value);
            None
        }
        Err(UrlError::Form) => {
            let is_mail = Email::parse(value.trim()).is_some();
            let likely = likely_address(value).filter(|_| !is_mail);
            let at = at.value();
            let field =
                at.path().and_then(|path| path.last()).and_then(Seg::key).unwrap_or("none").to_string();
            let words = report.add(Code::BadWebAddress, at).with("value", value).with("field", field);
            words.with("why", if is_mail { "mail" } else { "address" }).proposing(likely);
            None
        }
    }
}

/// A language code.
pub fn lang(value: Option<&str>, at: &Trail, report: &mut Report) -> Option<Lang> {
    let value = value?;
    if let Some(code) =
        Some(value).filter(|value| language::is_known(value)).or_else(|| named_language(value))
    {
        return Some(code.to_string());
    }
    let words = report.add(Code::BadLanguage, at.value()).with("kind", "value").with("value", value);
    words.proposing(likely_language(value));
    None
}

/// A list of language codes, each once.
pub fn languages(values: &[String], at: &Trail, report: &mut Report) -> Vec<Lang> {
    let mut languages: Vec<Lang> = Vec::new();
    for (index, value) in bounds::within(values.iter().collect(), at, report).into_iter().enumerate() {
        let at = at.index(index);
        if let Some(code) = lang(Some(value), &at, report) {
            if languages.contains(&code) {
                report.add(Code::ListedTwice, at.value()).with("value", &code).with("kind", "value");
            } else {
                languages.push(code);
            }
        }
    }
    languages
}

/// The warnings that a file turns off.
pub fn off(file: Option<ChecksFile>, report: &mut Report) -> Vec<Code> {
    let Some(file) = file else { return Vec::new() };
    let (top, mut codes) = (Trail::TOP, Vec::new());
    let (list, all) = (top.key("checks"), Code::ALL.iter().map(Code::to_string).collect::<Vec<_>>());
    for (index, value) in file.off.iter().enumerate() {
        let at = list.key("off");
        match Code::parse(value) {
            Some(code) if code.severity() == Severity::Warning => codes.push(code),
            Some(_) => {
                report.add(Code::CodeNotOff, at.index(index).value()).with("value", value);
            }
            None => {
                // Codes are much alike: only one letter that is wrong, missing or too many tells which is meant.
                let upper = value.to_uppercase();
                let known = || all.iter().map(String::as_str);
                let near = known().find(|code| *code == upper);
                let near = near.or_else(|| known().find(|code| is_one_slip(&upper, code)));
                report.add(Code::UnknownCode, at.index(index).value()).with("value", value).proposing(near);
            }
        }
    }
    codes
}

/// Notices.
pub fn notices(files: Vec<NoticeFile>, at: &Trail, report: &mut Report) -> Vec<Notice> {
    let at = at.key("notices");
    let files = bounds::within(files, &at, report);
    let check = |(index, file): (usize, NoticeFile)| {
        let at = at.index(index);
        let from = date(file.from.as_deref(), &at.key("from"), report);
        let until = date(file.until.as_deref(), &at.key("until"), report);
        period(from, until, &at.key("until"), report);
        Notice {
            title: localized(file.title, &at.key("title"), report),
            body: optional(file.body, &at.key("body"), report),
            from,
            until,
            links: links(file.links, &at, report),
        }
    };
    files.into_iter().enumerate().map(check).collect()
}

fn links(files: Vec<LinkFile>, at: &Trail, report: &mut Report) -> Vec<Link> {
    let at = at.key("links");
    let mut links = Vec::new();
    for (index, file) in bounds::within(files, &at, report).into_iter().enumerate() {
        let at = at.index(index);
        let title = localized(file.title, &at.key("title"), report);
        let url = web(Some(&file.url), &at.key("url"), report);
        links.extend(item(url, &at, report).map(|url| Link { title, url }));
    }
    links
}

/// A picture: it has an alt text, or says that it is decorative.
pub fn image(file: ImageFile, at: &Trail, report: &mut Report) -> ImageUse {
    let decorative = file.decorative.unwrap_or(false);
    if decorative == file.alt.is_some() {
        report.add(Code::AltOrDecorative, at.key("alt").value());
    }
    ImageUse {
        src: text(&file.src, &at.key("src"), report),
        alt: optional(file.alt, &at.key("alt"), report).filter(|_| !decorative),
        credit: optional(file.credit, &at.key("credit"), report),
        consent: optional(file.consent, &at.key("consent"), report),
    }
}
