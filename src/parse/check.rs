//! Checks of single values, shared by all kinds of files: a text in, a value or a diagnostic at its field out.

mod dates;
mod hours;

pub use dates::HOLIDAYS;
pub use hours::{backward_days, day, nearest_day, reversed, time};

use jiff::civil::Date;

use super::files::{Checks, forms, rules};
use super::language;
use super::likely::{
    date_readings, likely_address, likely_email, likely_language, likely_phone, likely_postal_code,
    likely_year, named_language,
};
use super::organisation::OrganisationNumber;
use super::record::{As, Checked, OrNone, record};
use super::trail::Trail;
use super::values::{Lang, Phone, Text, parse_date, parse_postal_code};
use super::{bounds, unwritten};
use crate::base::{AbsoluteUrl, Code, Email, Report, Seg, Severity, UrlError, is_one_slip};

record! {
    /// A notice.
    pub struct Notice {
        /// Its heading.
        title: Text,
        /// Its text in Markdown.
        body: Option<Text>,
        /// The first day that it is shown.
        from: Option<Date>,
        /// The last day that it is shown.
        until: Option<Date>,
        /// Where to read more.
        links: Vec<Link> [serde(default)],
    }
    after ends_after_it_begins
}

impl Notice {
    /// Is it shown on this day?
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

fn ends_after_it_begins(notice: Notice, at: &Trail, report: &mut Report) -> Option<Notice> {
    period(notice.from, notice.until, &at.key("until"), report);
    Some(notice)
}

record! {
    /// A link with its text.
    pub struct Link {
        /// What the link says.
        title: Text,
        /// Where it leads.
        url: AbsoluteUrl,
    }
}

record! {
    /// A picture named in YAML or front matter, checked but for the file itself.
    pub struct ImageUse [schemars(transform = rules::alt_or_decorative)] {
        /// Its path, from the municipality's folder.
        src: String as forms::Words,
        /// What it shows; none when it only decorates.
        alt: Option<Text>,
        /// Does it only decorate?
        decorative: bool as OrNone<bool>,
        /// Who made it.
        credit: Option<Text>,
        /// Where consent is recorded.
        consent: Option<Text>,
    }
    after has_alt_or_decorates
}

/// A picture has an alt text, or says that it is decorative.
fn has_alt_or_decorates(image: ImageUse, at: &Trail, report: &mut Report) -> Option<ImageUse> {
    if image.decorative == image.alt.is_some() {
        report.add(Code::AltOrDecorative, at.key("alt").value());
    }
    Some(ImageUse { alt: image.alt.filter(|_| !image.decorative), ..image })
}

pub use super::hours::{Day, Week};

/// Does a text say nothing? `~` is YAML's word for that.
fn is_empty(text: &str) -> bool {
    matches!(text.trim(), "" | "~")
}

/// Makes functions that check a single value the [`Checked`] of what they give.
macro_rules! forms {
    ($($form:ty, $value:ty, $written:ty: $check:expr;)*) => {$(
        impl Checked for $form {
            type Written = $written;
            type Value = $value;

            fn check(written: $written, at: &Trail, report: &mut Report) -> Option<$value> {
                $check(written.0, at, report)
            }
        }
    )*};
}

forms! {
    forms::Words, String, As<forms::Words>: text;
    Date, Date, As<forms::Date>: |day: String, at, report| date(Some(&day), at, report);
    Phone, Phone, As<forms::PhoneNumber>: phone;
    OrganisationNumber, OrganisationNumber, As<forms::OrganisationNumber>: organisation_number;
    Email, Email, As<forms::EmailAddress>: email;
    AbsoluteUrl, AbsoluteUrl, As<forms::WebAddress>: web;
    forms::Language, Lang, As<forms::Language>: lang;
    forms::PostalCode, String, As<forms::PostalCode>: postal_code;
}

impl Checked for Text {
    type Written = Self;
    type Value = Self;

    fn check(written: Self, at: &Trail, report: &mut Report) -> Option<Self> {
        Some(localized(written, at, report))
    }
}

/// A text of the form `F` that other files or lists decide about.
pub struct AsWritten<F>(std::marker::PhantomData<F>);

impl<F> Checked for AsWritten<F> {
    type Written = As<F>;
    type Value = String;

    fn check(written: As<F>, _: &Trail, _: &mut Report) -> Option<String> {
        Some(written.0)
    }
}

/// A text that must say something.
fn text(value: String, at: &Trail, report: &mut Report) -> Option<String> {
    if is_empty(&value) {
        report.add(Code::EmptyText, at.value());
    }
    check_written(&value, at, report);
    let mut value = value.trim().to_string();
    bounds::shorten(&mut value, at, report);
    Some(value)
}

/// A text that a template wrote is nobody's.
fn check_written(value: &str, at: &Trail, report: &mut Report) {
    if unwritten::is_field(value) {
        report.add(Code::TemplateText, at.value()).with("kind", "text");
    }
}

/// A text by language.
fn localized(mut value: Text, at: &Trail, report: &mut Report) -> Text {
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
fn phone(value: String, at: &Trail, report: &mut Report) -> Option<Phone> {
    let phone = Phone::parse(&value);
    if phone.is_none() {
        report.add(Code::BadPhone, at.value()).with("value", &value).proposing(likely_phone(&value));
    }
    phone
}

/// An organisation number.
fn organisation_number(value: String, at: &Trail, report: &mut Report) -> Option<OrganisationNumber> {
    let number = OrganisationNumber::parse(&value);
    if number.is_none() {
        report.add(Code::BadOrganisationNumber, at.value()).with("value", value);
    }
    number
}

/// An e-mail address.
fn email(value: String, at: &Trail, report: &mut Report) -> Option<Email> {
    let email = Email::parse(value.trim());
    if email.is_none() {
        report.add(Code::BadEmail, at.value()).with("value", &value).proposing(likely_email(&value));
    }
    email.and_then(|email| bounds::within_mail(email, at, report))
}

/// A postal code.
fn postal_code(value: String, at: &Trail, report: &mut Report) -> Option<String> {
    let code = parse_postal_code(&value).or_else(|| likely_postal_code(&value));
    if code.is_none() {
        report.add(Code::BadPostalCode, at.value()).with("value", value).with("proposal", "none");
    }
    code
}

/// A web address.
fn web(value: String, at: &Trail, report: &mut Report) -> Option<AbsoluteUrl> {
    match AbsoluteUrl::parse(value.trim()) {
        Ok(url) => bounds::within_address(url, at, report),
        Err(UrlError::Scheme) => {
            report.add(Code::UnsafeAddress, at.value()).with("value", value);
            None
        }
        Err(UrlError::Form) => {
            let is_mail = Email::parse(value.trim()).is_some();
            let likely = likely_address(&value).filter(|_| !is_mail);
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
fn lang(value: String, at: &Trail, report: &mut Report) -> Option<Lang> {
    if language::is_known(&value) {
        return Some(value);
    }
    if let Some(code) = named_language(&value) {
        return Some(code.to_string());
    }
    let words = report.add(Code::BadLanguage, at.value()).with("kind", "value").with("value", &value);
    words.proposing(likely_language(&value));
    None
}

/// A list of language codes, each once.
pub fn languages(values: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<Lang>> {
    let mut languages: Vec<Lang> = Vec::new();
    for (index, value) in bounds::within(values, at, report).into_iter().enumerate() {
        let at = at.index(index);
        if let Some(code) = lang(value, &at, report) {
            if languages.contains(&code) {
                report.add(Code::ListedTwice, at.value()).with("value", &code).with("kind", "value");
            } else {
                languages.push(code);
            }
        }
    }
    Some(languages)
}

/// The warnings that a file turns off.
pub fn off(given: Option<Checks>, at: &Trail, report: &mut Report) -> Option<Vec<Code>> {
    let Some(given) = given else { return Some(Vec::new()) };
    let (mut codes, all) = (Vec::new(), Code::ALL.iter().map(Code::to_string).collect::<Vec<_>>());
    let list = at.key("off");
    for (index, value) in given.off.into_iter().enumerate() {
        match Code::parse(&value) {
            // What is said twice is asked once of each fault.
            Some(code) if codes.contains(&code) => {}
            Some(code) if code.severity() == Severity::Warning => codes.push(code),
            Some(_) => {
                report.add(Code::CodeNotOff, list.index(index).value()).with("value", value);
            }
            None => {
                // Codes are much alike: only one letter that is wrong, missing or too many tells which is meant.
                let upper = value.to_uppercase();
                let known = || all.iter().map(String::as_str);
                let near = known().find(|code| *code == upper);
                let near = near.or_else(|| known().find(|code| is_one_slip(&upper, code)));
                report.add(Code::UnknownCode, list.index(index).value()).with("value", value).proposing(near);
            }
        }
    }
    Some(codes)
}
