//! `site.yaml` and `municipality.yaml`, checked.

use jiff::civil::Date;

use super::check::{self, Notice};
use super::files::{
    BurdenFile, Compliance, ContactFile, HolidayRule, HolidaysFile, IssueFile, Method, MunicipalityFile,
    NavigationFile, ReasonFile, SiteFile, StatementFile,
};
use super::trail::Trail;
use super::values::{Lang, Phone, Text};
use super::{bounds, scb};
use crate::base::{AbsoluteUrl, Code, Email, Gaps, Report, each_term};

/// The whole site.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SiteConfig {
    /// The title of the region's site.
    pub title: Text,
    /// Where the site is published.
    pub base_url: AbsoluteUrl,
    /// Who is responsible for it.
    pub organisation: Text,
    /// Its language.
    pub language: Lang,
    /// The languages of its pages, its own first.
    pub languages: Vec<Lang>,
    /// Its theme.
    pub theme: String,
    /// The accessibility statement of the region's own pages.
    pub statement: Option<Statement>,
    /// Which warnings are not told, anywhere in the site.
    pub off: Vec<Code>,
}

/// A municipality's settings.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MunicipalityConfig {
    /// Its name.
    pub name: Text,
    /// SCB's code.
    pub code: String,
    /// The region.
    pub region: Option<Text>,
    /// Where its folder is published, when on its own.
    pub base_url: Option<AbsoluteUrl>,
    /// Its theme.
    pub theme: Option<String>,
    /// Its languages.
    pub languages: Option<Vec<Lang>>,
    /// How to reach it.
    pub contact: Contact,
    /// What public holidays mean for hours.
    pub public_holidays: HolidayRule,
    /// What eves mean for hours.
    pub eves: HolidayRule,
    /// Third-party hosts that its pages may load from.
    pub allowed_hosts: Vec<String>,
    /// Words that mean the same to those who search, in groups.
    pub synonyms: Vec<Vec<String>>,
    /// Links in the head of each page.
    pub navigation: Vec<Navigation>,
    /// Notices on its front page.
    pub notices: Vec<Notice>,
    /// Its accessibility statement.
    pub statement: Option<Statement>,
    /// Which warnings are not told, anywhere in the municipality.
    pub off: Vec<Code>,
    /// What could not be read, and is in no list.
    pub gaps: Gaps,
}

/// SCB has no such code, so that nobody takes the example of a new site for a real municipality.
pub const EXAMPLE_CODE: &str = "0000";

/// What `init` calls its municipality and the site's organisation.
pub const EXAMPLE_NAME: &str = "Exempelkommunen";

/// The address that `init` gives its site.
pub const EXAMPLE_ADDRESS: &str = "https://familjecentraler.example";

impl SiteConfig {
    /// Has nobody made the site theirs yet? Then its address can be nobody's, and it names who `init` named.
    pub fn is_example(&self) -> bool {
        is_kept_for_examples(&self.base_url.host()) && is_example_name(&self.organisation)
    }
}

impl MunicipalityConfig {
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

/// How to reach somebody.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Contact {
    /// Phone.
    pub phone: Option<Phone>,
    /// Mail.
    pub email: Option<Email>,
    /// Web.
    pub url: Option<AbsoluteUrl>,
}

/// An entry of the navigation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Navigation {
    /// What the link says.
    pub title: Text,
    /// Where it leads.
    pub target: NavigationTarget,
    /// Its place: lower first.
    pub weight: i32,
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

/// The accessibility statement that lag (2018:1937) om tillgänglighet till digital offentlig service demands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Statement {
    /// How far the site meets the law.
    pub status: Compliance,
    /// When it was assessed.
    pub assessed_on: Option<Date>,
    /// When the statement was last changed.
    pub updated_on: Option<Date>,
    /// Who assessed it.
    pub method: Method,
    /// Known shortcomings.
    pub issues: Vec<Issue>,
    /// What would be a disproportionate burden to mend: what, and the motivation.
    pub disproportionate_burden: Vec<(Text, Text)>,
    /// What the law does not cover: what, and why.
    pub out_of_scope: Vec<(Text, Option<Text>)>,
    /// The form for reports.
    pub feedback_url: Option<AbsoluteUrl>,
}

/// A known shortcoming.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Issue {
    /// What does not work.
    pub what: Text,
    /// Why.
    pub reason: Option<Text>,
    /// The success criteria that it fails.
    pub wcag: Vec<String>,
    /// What to use instead.
    pub alternative: Option<Text>,
    /// When it will be mended.
    pub fix_by: Option<Date>,
}

/// Checks `site.yaml`.
pub fn check_site(file: SiteFile, report: &mut Report) -> Option<SiteConfig> {
    let top = Trail::TOP;
    let title = check::localized(file.title, &top.key("title"), report);
    let base_url = check::web(Some(&file.base_url), &top.key("base_url"), report);
    let organisation = check::localized(file.organisation, &top.key("organisation"), report);
    let given = check::lang(file.language.as_deref(), &top.key("language"), report);
    let known = given.is_some() || file.language.is_none();
    let language = given.unwrap_or_else(|| "sv".to_string());
    let languages = match file.languages {
        Some(codes) if known => site_languages(&codes, &language, report),
        // Which language they should hold is not known.
        Some(codes) => {
            let others = check::languages(&codes, &top.key("languages"), report);
            std::iter::once(language.clone())
                .chain(others.into_iter().filter(|code| *code != language))
                .collect()
        }
        None => vec![language.clone()],
    };
    let theme = file.theme.unwrap_or_else(|| "base".to_string());
    // Nothing is published without an address, but all else is looked at.
    let base_url = base_url.or_else(|| AbsoluteUrl::parse("https://site.invalid").ok())?;
    let statement = statement(file.accessibility_statement, report);
    let off = check::off(file.checks, report);
    Some(SiteConfig { title, base_url, organisation, language, languages, theme, statement, off })
}

/// The languages with the site's own first; that it is among them is demanded.
pub fn site_languages(codes: &[String], own: &str, report: &mut Report) -> Vec<Lang> {
    let at = Trail::TOP;
    let at = at.key("languages");
    let mut languages = check::languages(codes, &at, report);
    match languages.iter().position(|code| code == own) {
        Some(place) => languages[..=place].rotate_right(1),
        None => {
            report.add(Code::LanguagesWithoutOwn, at.value()).with("language", own);
            languages.insert(0, own.to_string());
        }
    }
    languages
}

/// Checks `municipality.yaml`.
pub fn check_municipality(file: MunicipalityFile, report: &mut Report) -> MunicipalityConfig {
    let top = Trail::TOP;
    let code = check_code(&file, &top.key("code"), report);
    let holidays = file.holidays.unwrap_or(HolidaysFile { public: None, eves: None });
    MunicipalityConfig {
        name: check::localized(file.name, &top.key("name"), report),
        code,
        region: check::optional(file.region, &top.key("region"), report),
        base_url: check::web(file.base_url.as_deref(), &top.key("base_url"), report),
        theme: file.theme,
        languages: file.languages.map(|codes| check::languages(&codes, &top.key("languages"), report)),
        contact: check_contact(file.contact, report),
        public_holidays: holidays.public.unwrap_or(HolidayRule::Closed),
        eves: holidays.eves.unwrap_or(HolidayRule::Warn),
        allowed_hosts: check_hosts(file.allowed_hosts, report),
        synonyms: check_synonyms(file.synonyms, report),
        navigation: check_navigation(file.navigation, report),
        notices: check::notices(file.notices, &top, report),
        statement: statement(file.accessibility_statement, report),
        off: check::off(file.checks, report),
        // The last, when all lists were read.
        gaps: report.gaps(),
    }
}

fn statement(file: Option<StatementFile>, report: &mut Report) -> Option<Statement> {
    match file {
        Some(file) => Some(check_statement(file, report)),
        // One that cannot be read is not missing.
        None => report.has_told_of("accessibility_statement").then(unread_statement),
    }
}

fn unread_statement() -> Statement {
    Statement {
        status: Compliance::Fully,
        assessed_on: None,
        updated_on: None,
        method: Method::Own,
        issues: Vec::new(),
        disproportionate_burden: Vec::new(),
        out_of_scope: Vec::new(),
        feedback_url: None,
    }
}

fn check_code(file: &MunicipalityFile, at: &Trail, report: &mut Report) -> String {
    let code = file.code.as_str();
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
    code.to_string()
}

fn check_contact(file: Option<ContactFile>, report: &mut Report) -> Contact {
    let Some(file) = file else { return Contact::default() };
    let top = Trail::TOP;
    let at = top.key("contact");
    Contact {
        phone: check::phone(file.phone.as_deref(), &at.key("phone"), report),
        email: check::email(file.email.as_deref(), &at.key("email"), report),
        url: check::web(file.url.as_deref(), &at.key("url"), report),
    }
}

fn check_hosts(hosts: Vec<String>, report: &mut Report) -> Vec<String> {
    let top = Trail::TOP;
    let at = top.key("allowed_hosts");
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
    hosts
}

/// Groups of words that mean the same. What is no word, or is there already, adds nothing to its group.
fn check_synonyms(groups: Vec<Vec<String>>, report: &mut Report) -> Vec<Vec<String>> {
    let top = Trail::TOP;
    let at = top.key("synonyms");
    let mut all = Vec::new();
    for (index, words) in bounds::within(groups, &at, report).into_iter().enumerate() {
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
    all
}

fn check_navigation(files: Vec<NavigationFile>, report: &mut Report) -> Vec<Navigation> {
    let top = Trail::TOP;
    let at = top.key("navigation");
    let mut entries = Vec::new();
    for (index, file) in bounds::within(files, &at, report).into_iter().enumerate() {
        let at = at.index(index);
        let title = check::localized(file.title, &at.key("title"), report);
        let target = match (file.page, file.centre, file.url) {
            (Some(page), None, None) => Some(NavigationTarget::Page(page)),
            (None, Some(centre), None) => Some(NavigationTarget::Centre(centre)),
            (None, None, Some(url)) => {
                let url = check::web(Some(&url), &at.key("url"), report);
                url.and_then(|url| bounds::within_menu(url, &at.key("url"), report))
                    .map(NavigationTarget::Url)
            }
            (page, centre, url) => {
                let is_none = page.is_none() && centre.is_none() && url.is_none();
                let kind = if is_none { "none" } else { "many" };
                report.add(Code::NavigationUnclear, at.value()).with("kind", kind);
                None
            }
        };
        let target = check::item(target, &at, report);
        entries.extend(target.map(|target| Navigation { title, target, weight: file.weight }));
    }
    entries
}

fn check_statement(file: StatementFile, report: &mut Report) -> Statement {
    let top = Trail::TOP;
    let at = top.key("accessibility_statement");
    let issues = at.key("issues");
    let burdens = at.key("disproportionate_burden");
    let scope = at.key("out_of_scope");
    let burden = |(index, file): (usize, BurdenFile), report: &mut Report| {
        let at = burdens.index(index);
        let what = check::localized(file.what, &at.key("what"), report);
        (what, check::localized(file.motivation, &at.key("motivation"), report))
    };
    let outside = |(index, file): (usize, ReasonFile), report: &mut Report| {
        let at = scope.index(index);
        let what = check::localized(file.what, &at.key("what"), report);
        (what, check::optional(file.reason, &at.key("reason"), report))
    };
    // Of a status that cannot be read nothing follows for the shortcomings.
    let is_known = !report.has_settled("accessibility_statement");
    Statement {
        status: if is_known { file.status } else { Compliance::Fully },
        assessed_on: check::date(Some(&file.assessed_on), &at.key("assessed_on"), report),
        updated_on: check::date(Some(&file.updated_on), &at.key("updated_on"), report),
        method: file.method,
        issues: file
            .issues
            .into_iter()
            .enumerate()
            .map(|(index, file)| check_issue(file, &issues.index(index), report))
            .filter(|_| is_known)
            .collect(),
        disproportionate_burden: file
            .disproportionate_burden
            .into_iter()
            .enumerate()
            .map(|item| burden(item, report))
            .collect(),
        out_of_scope: file.out_of_scope.into_iter().enumerate().map(|item| outside(item, report)).collect(),
        feedback_url: check::web(Some(&file.feedback_url), &at.key("feedback_url"), report),
    }
}

fn check_issue(file: IssueFile, at: &Trail, report: &mut Report) -> Issue {
    for (index, criterion) in file.wcag.iter().enumerate() {
        if !is_success_criterion(criterion) {
            report.add(Code::BadWcag, at.key("wcag").index(index).value()).with("value", criterion);
        }
    }
    Issue {
        what: check::localized(file.what, &at.key("what"), report),
        reason: check::optional(file.reason, &at.key("reason"), report),
        wcag: file.wcag,
        alternative: check::optional(file.alternative, &at.key("alternative"), report),
        fix_by: check::date(file.fix_by.as_deref(), &at.key("fix_by"), report),
    }
}

/// WCAG numbers its success criteria `principle.guideline.criterion`, with four principles.
fn is_success_criterion(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let number =
        |part: &&str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number) && matches!(parts[0], "1" | "2" | "3" | "4")
}
