//! `site.yaml` and `municipality.yaml`, checked.

use jiff::civil::Date;

use super::check::{AsWritten, Notice, languages, off};
use super::files::{Checks, Compliance, DataLicence, HolidayRule, Method, Retention, forms, rules};
use super::look::OwnLook;
use super::organisation::OrganisationNumber;
use super::record::{As, Checked, Demanded, OrNone, record};
use super::trail::Trail;
use super::values::{Lang, Phone, Text};
use super::{bounds, scb};
use crate::base::{AbsoluteUrl, Code, Email, Gaps, Report, each_term};

record! {
    /// The whole site: `content/site.yaml`.
    pub struct Site {
        /// The title of the region's site.
        title: Text,
        /// The absolute address that it is published at.
        base_url: AbsoluteUrl as <AbsoluteUrl as Checked>::Written => some_address,
        /// Who is responsible for it.
        organisation: Text,
        /// Its organisation number, which the open data of the whole site are published under.
        organisation_number: Option<OrganisationNumber>,
        /// How to reach it.
        contact: Contact as OrNone<Contact>,
        /// Under which terms the open data may be used; without any when left out.
        data_licence: DataLicence as Option<DataLicence> => or_free,
        /// Its language; `sv` when left out.
        language: Lang as Option<As<forms::Language>> => own_language,
        /// The languages of its pages, its own first.
        languages: Vec<Lang> as Option<Vec<String>> => site_languages(language)
            [schemars(with = "Option<Vec<forms::Language>>", extend("uniqueItems" = true))],
        /// The theme of the region's pages, and of municipalities that name none; `base` when left out.
        theme: String as Option<As<forms::Words>> => theme,
        /// The accessibility statement of the region's own pages.
        statement "accessibility_statement": Option<Statement> as Option<<Statement as Checked>::Written> => statement,
        /// Which warnings are not told, anywhere in the site.
        off "checks": Vec<Code> as Option<Checks> => off,
        /// What becomes of what is archived, by kind.
        retention: RetentionRules as OrNone<RetentionRules>,
    }
}

record! {
    /// What becomes of what is archived, by kind: kept when left out.
    #[derive(Default)]
    pub struct RetentionRules {
        /// News.
        news: Option<Retention>,
        /// The pages of centres.
        centres: Option<Retention>,
        /// Standing pages.
        pages: Option<Retention>,
        /// Front pages, lists, feeds and the search.
        lists: Option<Retention>,
        /// Calendars, posters, and tables of hours and activities.
        hours: Option<Retention>,
        /// Documents that texts link to.
        documents: Option<Retention>,
        /// Pictures.
        pictures: Option<Retention>,
        /// Open data.
        data: Option<Retention>,
        /// Style, scripts and fonts.
        design: Option<Retention>,
    }
}

record! {
    /// A municipality's settings: `content/<id>/municipality.yaml`.
    pub struct Municipality {
        /// Its name.
        name: Text,
        /// SCB's code.
        code: String as AsWritten<forms::MunicipalityCode>,
        /// Its organisation number, which its open data are published under; the site's when left out.
        organisation_number: Option<OrganisationNumber>,
        /// Since when it publishes open data; nothing is said of that when left out.
        data_issued: Option<Date>,
        /// The region that runs maternal and child health here.
        region: Option<Text>,
        /// The absolute address of its folder, when it is published on a server of its own.
        base_url: Option<AbsoluteUrl>,
        /// Its theme; the site's when left out.
        theme: Option<String> as Option<AsWritten<forms::Words>>,
        /// Its languages; the site's when left out.
        languages: Option<Vec<Lang>> as Option<Vec<String>> => own_languages
            [schemars(with = "Option<Vec<forms::Language>>", extend("uniqueItems" = true))],
        /// How to reach it.
        contact: Contact as OrNone<Contact>,
        /// What holidays mean for hours.
        holidays: Holidays as OrNone<Holidays>,
        /// Third-party hosts that its pages may load from.
        allowed_hosts: Vec<String> as Vec<String> => hosts [serde(default), schemars(with = "Vec<forms::Host>")],
        /// Words that mean the same to those who search: groups of at least two.
        synonyms: Vec<Vec<String>> as Vec<Vec<String>> => synonyms
            [serde(default), schemars(with = "Vec<Vec<forms::Synonym>>")],
        /// Links in the head of each page.
        navigation: Vec<Navigation> [serde(default)],
        /// Its own face, without a theme of its own.
        look: Option<OwnLook>,
        /// Notices on its front page.
        notices: Vec<Notice> [serde(default)],
        /// The accessibility statement that lag (2018:1937) demands.
        statement "accessibility_statement": Option<Statement> as Option<<Statement as Checked>::Written> => statement,
        /// Which warnings are not told, anywhere in the municipality.
        off "checks": Vec<Code> as Option<Checks> => off,
    }
    added {
        /// What could not be read, and is in no list.
        gaps: Gaps,
    }
    before has_its_own_code
}

/// SCB has no such code, so that nobody takes the example of a new site for a real municipality.
pub const EXAMPLE_CODE: &str = "0000";

/// What `init` calls its municipality and the site's organisation.
pub const EXAMPLE_NAME: &str = "Exempelkommunen";

/// The address that `init` gives its site.
pub const EXAMPLE_ADDRESS: &str = "https://familjecentraler.example";

impl Site {
    /// Has nobody made the site theirs yet? Then its address can be nobody's, and it names who `init` named.
    pub fn is_example(&self) -> bool {
        is_kept_for_examples(&self.base_url.host()) && is_example_name(&self.organisation)
    }
}

impl Municipality {
    /// Is it the example that `init` makes, as it was made? The code alone does not say so: many change all but that.
    pub fn is_example(&self) -> bool {
        self.code == EXAMPLE_CODE && is_example_name(&self.name)
    }
}

/// Is this the name that `init` wrote?
pub fn is_example_name(name: &Text) -> bool {
    name.each().any(|(_, text)| text.trim() == EXAMPLE_NAME)
}

/// Is a host one of those that RFC 2606 keeps for examples, so that they can be nobody's?
pub fn is_kept_for_examples(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_below = |name: &str| host == name || host.ends_with(&format!(".{name}"));
    ["example", "example.com", "example.net", "example.org"].into_iter().any(is_below)
}

record! {
    /// How to reach somebody.
    #[derive(Default)]
    pub struct Contact {
        /// A Swedish phone number.
        phone: Option<Phone>,
        /// An e-mail address.
        email: Option<Email>,
        /// A web address.
        url: Option<AbsoluteUrl>,
    }
}

record! {
    /// What holidays mean for hours that say nothing of them.
    pub struct Holidays {
        /// Public holidays.
        public: HolidayRule as Option<HolidayRule> => or_closed,
        /// The eves that are often free or shorter.
        eves: HolidayRule as Option<HolidayRule> => or_warn,
    }
}

impl Default for Holidays {
    fn default() -> Self {
        Self { public: HolidayRule::Closed, eves: HolidayRule::Warn }
    }
}

fn or_free(licence: Option<DataLicence>, _: &Trail, _: &mut Report) -> Option<DataLicence> {
    licence.or(Some(DataLicence::Free))
}

fn or_closed(rule: Option<HolidayRule>, _: &Trail, _: &mut Report) -> Option<HolidayRule> {
    rule.or(Some(HolidayRule::Closed))
}

fn or_warn(rule: Option<HolidayRule>, _: &Trail, _: &mut Report) -> Option<HolidayRule> {
    rule.or(Some(HolidayRule::Warn))
}

record! {
    /// An entry of the navigation: it leads to a page, to a centre, or to an address.
    pub struct Navigation [schemars(transform = rules::one_target)] {
        /// What the link says.
        title: Text,
    }
    read {
        page: Option<As<forms::Name>>,
        centre: Option<As<forms::Name>>,
        url: Option<As<forms::WebAddress>>,
    }
    then {
        /// Its place: lower first.
        weight: i32 [serde(default), schemars(range(min = i32::MIN, max = i32::MAX))],
    }
    made {
        /// Where it leads.
        target: NavigationTarget => navigation_target
    }
}

/// Where an entry of the navigation leads.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum NavigationTarget {
    /// To the page with this slug.
    Page(String),
    /// To the centre with this id.
    Centre(String),
    /// Elsewhere.
    Url(AbsoluteUrl),
}

record! {
    /// The accessibility statement that lag (2018:1937) om tillgänglighet till digital offentlig service demands.
    pub struct Statement {
        /// How far the site meets the law.
        status: Compliance,
        /// When it was assessed.
        assessed_on: Option<Date> as Demanded<Date>,
        /// When the statement was last changed.
        updated_on: Option<Date> as Demanded<Date>,
        /// Who assessed it.
        method: Method,
        /// Known shortcomings.
        issues: Vec<Issue> [serde(default)],
        /// Shortcomings that it would be a disproportionate burden to mend (12 §).
        disproportionate_burden: Vec<Burden> [serde(default)],
        /// Content that the law does not cover.
        out_of_scope: Vec<Exemption> [serde(default)],
        /// An accessible form for reports; mail alone is not enough.
        feedback_url: Option<AbsoluteUrl> as Demanded<AbsoluteUrl>,
    }
    after of_known_status
}

record! {
    /// A known shortcoming.
    pub struct Issue {
        /// What does not work.
        what: Text,
        /// Why.
        reason: Option<Text>,
        /// The success criteria that it fails, such as `1.2.2`.
        wcag: Vec<String> as Vec<String> => criteria [serde(default), schemars(with = "Vec<forms::Criterion>")],
        /// What to use instead.
        alternative: Option<Text>,
        /// When it will be mended.
        fix_by: Option<Date>,
    }
}

record! {
    /// A shortcoming that would cost too much to mend.
    pub struct Burden {
        /// What does not work.
        what: Text,
        /// Why mending it would be a disproportionate burden.
        motivation: Text,
    }
}

record! {
    /// Content that the law does not cover.
    pub struct Exemption {
        /// What it is.
        what: Text,
        /// Why.
        reason: Option<Text>,
    }
}

/// Nothing is published without an address, but all else is looked at.
fn some_address(
    written: <AbsoluteUrl as Checked>::Written,
    at: &Trail,
    report: &mut Report,
) -> Option<AbsoluteUrl> {
    AbsoluteUrl::check(written, at, report).or_else(|| AbsoluteUrl::parse("https://site.invalid").ok())
}

fn own_language(given: Option<As<forms::Language>>, at: &Trail, report: &mut Report) -> Option<Lang> {
    let known = given.and_then(|given| forms::Language::check(given, at, report));
    known.or_else(|| Some("sv".to_string()))
}

fn site_languages(
    codes: Option<Vec<String>>,
    own: Option<&Lang>,
    at: &Trail,
    report: &mut Report,
) -> Option<Vec<Lang>> {
    let own = own?;
    let Some(codes) = codes else { return Some(vec![own.clone()]) };
    Some(own_first(languages(codes, at, report)?, own, report))
}

/// The languages with the site's own first; that it is among them is demanded.
pub fn own_first(mut languages: Vec<Lang>, own: &str, report: &mut Report) -> Vec<Lang> {
    match languages.iter().position(|code| code == own) {
        Some(place) => languages[..=place].rotate_right(1),
        None => {
            // Which language they should hold may not be known.
            if !report.has_told_of("language") {
                report
                    .add(Code::LanguagesWithoutOwn, Trail::TOP.key("languages").value())
                    .with("language", own);
            }
            languages.insert(0, own.to_string());
        }
    }
    languages
}

#[expect(clippy::option_option, reason = "a field that may be left out")]
fn own_languages(codes: Option<Vec<String>>, at: &Trail, report: &mut Report) -> Option<Option<Vec<Lang>>> {
    Some(codes.and_then(|codes| languages(codes, at, report)))
}

fn theme(given: Option<As<forms::Words>>, _: &Trail, _: &mut Report) -> Option<String> {
    Some(given.map_or_else(|| "base".to_string(), |given| given.0))
}

/// A statement that cannot be read is not missing.
#[expect(clippy::option_option, reason = "a field that may be left out")]
fn statement(
    written: Option<<Statement as Checked>::Written>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<Statement>> {
    let unread = || Statement {
        status: Compliance::Fully,
        assessed_on: None,
        updated_on: None,
        method: Method::Own,
        issues: Vec::new(),
        disproportionate_burden: Vec::new(),
        out_of_scope: Vec::new(),
        feedback_url: None,
    };
    Some(match written {
        Some(written) => Statement::check(written, at, report),
        None => report.has_told_of(at.field()).then(unread),
    })
}

/// Of a status that cannot be read nothing follows for the shortcomings.
fn of_known_status(statement: Statement, at: &Trail, report: &mut Report) -> Option<Statement> {
    if report.has_settled(at.field()) {
        return Some(Statement { status: Compliance::Fully, issues: Vec::new(), ..statement });
    }
    Some(statement)
}

/// Is the code one, and the municipality's own?
fn has_its_own_code(file: &<Municipality as Checked>::Written, at: &Trail, report: &mut Report) {
    let (code, at) = (file.code.0.as_str(), at.key("code"));
    let by_name = file.name.each().find_map(|(_, name)| scb::by_name(name));
    if code.len() != 4 || !code.bytes().all(|b| b.is_ascii_digit()) {
        // A number loses the 0 that it begins with.
        let is_short = code.len() < 4 && code.bytes().all(|byte| byte.is_ascii_digit());
        let padded = Some(format!("{code:0>4}")).filter(|code| is_short && scb::is_known(code));
        let right = by_name.map(|known| known.code.to_string()).or(padded);
        let words = report.add(Code::BadMunicipalityCode, at.value()).with("value", code);
        words
            .with("right", right.as_deref().unwrap_or("none"))
            .instead(right.map(|code| format!("\"{code}\"")));
    } else if !scb::is_known(code) {
        let (right, name) = by_name.map_or(("0127", "Botkyrka"), |known| (known.code, known.name));
        let words = report.add(Code::UnknownMunicipalityCode, at.value()).with("value", code);
        let instead = by_name.map(|known| format!("\"{}\"", known.code));
        words.with("right", right).with("name", name).instead(instead);
    } else if let (Some(named), Some(owner)) = (by_name, scb::by_code(code))
        && named.code != code
    {
        let words = report.add(Code::CodeNotOfName, at.value()).with("code", code).with("name", named.name);
        words
            .with("owner", owner.name)
            .with("right", named.code)
            .instead(Some(format!("\"{}\"", named.code)));
    }
}

/// Hosts, no more and none longer than the policy of every page can name.
fn hosts(hosts: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<String>> {
    let hosts = bounds::within(hosts, at, report);
    let plain = |host: &str| {
        !host.is_empty()
            && host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'))
    };
    for (index, host) in hosts.iter().enumerate().filter(|(_, host)| !plain(host)) {
        let name = host.trim().to_lowercase();
        let name = name.rsplit_once("//").map_or(name.as_str(), |(_, rest)| rest);
        let name = name.split(['/', '?', '#', ':']).next().filter(|name| plain(name)).map(str::to_string);
        let words = report.add(Code::BadWebAddress, at.index(index).value()).with("value", host);
        words.with("why", "host").proposing(name);
    }
    let named = hosts.into_iter().enumerate();
    Some(named.filter_map(|(index, host)| bounds::within_host(host, &at.index(index), report)).collect())
}

/// Groups of words that mean the same. What is no word, or is there already, adds nothing to its group.
fn synonyms(groups: Vec<Vec<String>>, at: &Trail, report: &mut Report) -> Option<Vec<Vec<String>>> {
    let mut all = Vec::new();
    for (index, words) in bounds::within(groups, at, report).into_iter().enumerate() {
        let at = at.index(index);
        let mut known = Vec::new();
        let mut group = Vec::new();
        for (index, mut word) in bounds::within(words, &at, report).into_iter().enumerate() {
            bounds::shorten(&mut word, &at.index(index), report);
            let mut terms = Vec::new();
            each_term(&word, |term| terms.push(term.to_string()));
            if !terms.is_empty() && !known.contains(&terms) {
                group.push(terms.join(" "));
                known.push(terms);
            }
        }
        if group.len() > 1 {
            all.push(group);
        } else {
            let words = report.add(Code::SynonymAlone, at.value()).with("count", group.len());
            words.with("word", group.pop().unwrap_or_default());
        }
    }
    Some(all)
}

fn navigation_target(
    file: &<Navigation as Checked>::Written,
    at: &Trail,
    report: &mut Report,
) -> Option<NavigationTarget> {
    match (&file.page, &file.centre, &file.url) {
        (Some(page), None, None) => Some(NavigationTarget::Page(page.0.clone())),
        (None, Some(centre), None) => Some(NavigationTarget::Centre(centre.0.clone())),
        (None, None, Some(url)) => {
            let at = at.key("url");
            let url = AbsoluteUrl::check(url.clone(), &at, report);
            url.and_then(|url| bounds::within_menu(url, &at, report)).map(NavigationTarget::Url)
        }
        (page, centre, url) => {
            let is_none = page.is_none() && centre.is_none() && url.is_none();
            let kind = if is_none { "none" } else { "many" };
            report.add(Code::NavigationUnclear, at.value()).with("kind", kind);
            None
        }
    }
}

fn criteria(given: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<String>> {
    let given = bounds::within(given, at, report);
    for (index, criterion) in given.iter().enumerate().filter(|(_, text)| !is_success_criterion(text)) {
        report.add(Code::BadWcag, at.index(index).value()).with("value", criterion);
    }
    Some(given)
}

/// WCAG numbers its success criteria `principle.guideline.criterion`, with four principles.
fn is_success_criterion(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let number =
        |part: &&str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number) && matches!(parts[0], "1" | "2" | "3" | "4")
}
