//! Rules that need the date or several files.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Calendar, HOLIDAY_HORIZON, Whose, Why};
use super::names::{NameOf, is_reserved, reserved};
use super::references::{SeenFrom, check_link};
use super::{Article, PROPOSED, Section, Settings, Sourced, texts};
use crate::base::{
    At, Code, Diagnostic, Phrase, Report, Seg, Severity, SourcePath, is_slug, key, proposed_name,
};
use crate::input::Inputs;
use crate::parse::aliases::address_of;
use crate::parse::article::Headed;
use crate::parse::centre::Centre;
use crate::parse::check::Notice;
use crate::parse::files::{Compliance, Status};
use crate::parse::markdown::{self, Dialect, FileLink};
use crate::parse::municipality::{Municipality, Statement};
use crate::parse::unwritten;

/// Names of pages and centres: slugs, and not fcsite's own.
pub fn check_names(section: &Section, found: &mut Vec<Diagnostic>) {
    let languages = || section.site.languages.iter().chain(&section.languages);
    for page in &section.pages {
        // What a shared page must not be called is the region's to tell, but for a municipality's own languages.
        let taken = match (section.id.is_some(), page.shared) {
            (true, true) => languages().any(|language| *language == page.name),
            (true, false) => is_reserved(&page.name, NameOf::Page, languages()),
            (false, _) => is_reserved(&page.name, NameOf::SharedPage, languages()),
        };
        found.extend(page.versions.values().filter(|_| taken).map(|it| reserved(&it.path, &page.name)));
    }
    check_languages(section, &section.news, found);
    check_languages(section, &section.pages, found);
    for centre in section.centres.iter().filter(|centre| !is_slug(&centre.value.id)) {
        let proposal = format!("{}.yaml", proposed_name(&centre.value.id));
        let diagnostic = Diagnostic::new(Code::BadName, &centre.path, At::File);
        found.push(diagnostic.with("name", centre.path.name()).with("proposal", proposal));
    }
}

/// What data know centres by is each centre's own.
pub fn check_former_names(section: &Section, found: &mut Vec<Diagnostic>) {
    for centre in &section.centres {
        for name in &centre.value.formerly {
            let Some(other) = section.other_of_name(name, centre) else { continue };
            let path = vec![Seg::Key("formerly".into())];
            let at = At::Part { path, in_key: false, words: name.clone(), from: None };
            let diagnostic = Diagnostic::new(Code::BadFormerName, &centre.path, at).with("value", name);
            found.push(diagnostic.with("kind", "taken").with("proposal", "none").with("other", &other.path));
        }
    }
}

/// Translations that are older than their originals. Those of shared texts are the region's to tell.
pub fn check_translations(section: &Section, found: &mut Vec<Diagnostic>) {
    outdated(section, &section.news, found);
    outdated(section, &section.pages, found);
}

fn outdated<T: Headed>(section: &Section, articles: &[Article<T>], found: &mut Vec<Diagnostic>) {
    for article in articles.iter().filter(|article| !article.shared || section.id.is_none()) {
        for (lang, version) in &article.versions {
            let Some((original, changed, date)) = article.newer_original(lang, section.own()) else {
                continue;
            };
            let diagnostic = Diagnostic::new(Code::TranslationOutdated, &version.path, At::File);
            let diagnostic = diagnostic.with("original", &original.path).with("changed", changed);
            found.push(diagnostic.with("date", date));
        }
    }
}

/// Texts in languages that the section does not have. One that is in no other would be shown nowhere, which is an error.
fn check_languages<T>(section: &Section, articles: &[Article<T>], found: &mut Vec<Diagnostic>) {
    let is_ours = |lang: &String| section.languages.contains(lang);
    for article in articles.iter().filter(|article| !article.shared || section.id.is_none()) {
        let is_shown = article.versions.keys().any(is_ours);
        for (lang, version) in article.versions.iter().filter(|(lang, _)| !is_ours(lang)) {
            let mut diagnostic = Diagnostic::new(Code::TextInOtherLanguage, &version.path, At::File);
            if !is_shown {
                diagnostic.severity = Severity::Error;
            }
            found.push(diagnostic.with("language", lang).with("languages", section.languages.join(", ")));
        }
    }
}

/// A shared text's old address must not lie in a municipality's folder, where a page may be.
pub fn check_shared_aliases(section: &Section, inputs: &dyn Inputs, found: &mut Vec<Diagnostic>) {
    let news = section
        .news
        .iter()
        .flat_map(|item| item.versions.values())
        .map(|version| (&version.path, &version.value.aliases));
    let pages = section
        .pages
        .iter()
        .flat_map(|page| page.versions.values())
        .map(|version| (&version.path, &version.value.aliases));
    for (path, alias) in
        news.chain(pages).flat_map(|(path, aliases)| aliases.iter().map(move |alias| (path, alias)))
    {
        let within = section.alias_within(alias);
        let (folder, rest) = within.split_once('/').unwrap_or((within, ""));
        let municipality = SourcePath::new(&format!("content/{}/municipality.yaml", folder.to_lowercase()));
        if inputs.exists(&municipality) {
            let proposal = match lies_there(section, rest) {
                true => "none".to_string(),
                false => format!("/{}", address_of(rest)),
            };
            let at = At::Key(vec![Seg::Key("aliases".into())]);
            let diagnostic = Diagnostic::new(Code::BadAlias, path, at).with("value", format!("/{within}/"));
            found.push(diagnostic.with("kind", "shared").with("proposal", proposal));
        }
    }
}

/// Does each municipality have a page of its own there, so that no old address can be?
fn lies_there(section: &Section, rest: &str) -> bool {
    let (first, more) = rest.split_once('/').unwrap_or((rest, ""));
    let inner = if section.languages.iter().any(|lang| lang == first) { more } else { rest };
    let inner = inner.strip_suffix("/index.html").unwrap_or(inner).trim_matches('/');
    let is_news = |name: &str| section.news.iter().any(|item| item.name == name);
    inner.is_empty()
        || is_reserved(inner, NameOf::Page, [])
        || section.pages.iter().any(|page| page.name == inner)
        || inner.strip_prefix("nyheter/").is_some_and(is_news)
}

/// The accessibility statement that a law demands: of the region, in `site.yaml`, and of a municipality.
pub fn check_statement(
    section: &Section,
    statement: Option<&Statement>,
    path: &SourcePath,
) -> Option<Diagnostic> {
    let name = section.name.in_language(section.own(), section.own()).0;
    match statement {
        Some(statement) => check_status(statement, path),
        None => Some(Diagnostic::new(Code::NoAccessibilityStatement, path, At::File).with("name", name)),
    }
}

/// What the date makes wrong or doubtful.
pub fn check_dates(
    section: &Section,
    config: &Sourced<Municipality>,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
) {
    found.extend(check_statement(section, config.value.statement.as_ref(), &config.path));
    check_example(section, config, found);
    check_notices(section, &config.value.notices, &config.path, settings.now, found);
    let news = section.news.iter().filter(|news| !news.shared).flat_map(|news| news.versions.values());
    let news = news.map(|version| (&version.path, version.value.updated));
    let pages = section.pages.iter().filter(|page| !page.shared).flat_map(|page| page.versions.values());
    let pages = pages.map(|version| (&version.path, version.value.updated));
    let updated = news.chain(pages).filter_map(|(path, date)| Some((path, date?)));
    found.extend(
        updated.filter(|(_, date)| *date > settings.now).map(|(path, date)| in_future("updated", date, path)),
    );
    for (centre, calendar) in section.centres.iter().zip(&section.calendars) {
        check_notices(section, &centre.value.notices, &centre.path, settings.now, found);
        check_centre(section, centre, settings.now, found);
        check_holidays(section, centre, calendar, found);
    }
}

/// What `init` wrote of a statement may stand as long as the site is the example that it made: once it is somebody's it is not published.
fn check_example(section: &Section, config: &Sourced<Municipality>, found: &mut Vec<Diagnostic>) {
    if !config.value.is_example() || section.site.is_example() {
        return;
    }
    texts::of_config(&config.value, &mut |text, at, _| {
        for (lang, _) in text.each().filter(|(_, written)| unwritten::is_field(written)) {
            let At::Value(mut way) = at.value() else { continue };
            way.extend(lang.map(|lang| Seg::Key(lang.to_string())));
            let diagnostic = Diagnostic::new(Code::TemplateText, &config.path, At::Value(way));
            found.push(diagnostic.with("kind", "text"));
        }
    });
}

/// A statement that tells of shortcomings names them, and one that tells of none has none.
fn check_status(statement: &Statement, path: &SourcePath) -> Option<Diagnostic> {
    let is_full = statement.status == Compliance::Fully;
    let has_none = statement.issues.is_empty() && statement.disproportionate_burden.is_empty();
    let kind = match (is_full, has_none) {
        (false, true) => "missing",
        (true, _) if !statement.issues.is_empty() => "contrary",
        _ => return None,
    };
    let way = ["accessibility_statement", "status"].map(|name| Seg::Key(name.to_string()));
    let status = statement.status.key();
    Some(
        Diagnostic::new(Code::StatementUnclear, path, At::Value(way.into()))
            .with("kind", kind)
            .with("status", status),
    )
}

fn check_notices(
    section: &Section,
    notices: &[Notice],
    path: &SourcePath,
    now: Date,
    found: &mut Vec<Diagnostic>,
) {
    for (index, notice) in notices.iter().enumerate() {
        if let Some(until) = notice.until.filter(|until| *until < now) {
            let title = notice.title.in_language(section.own(), section.own()).0;
            let at = At::Value(vec![Seg::Key("notices".into()), Seg::Index(index), Seg::Key("until".into())]);
            found
                .push(Diagnostic::new(Code::NoticeEnded, path, at).with("title", title).with("until", until));
        }
        let at = || At::Value(vec![Seg::Key("notices".into()), Seg::Index(index), Seg::Key("body".into())]);
        for (_, text) in notice.body.iter().flat_map(|body| body.each()) {
            check_notice_body(section, text, path, &at, found);
        }
    }
}

/// A notice's Markdown: its faults are told at its field, since its lines are not those of the file.
fn check_notice_body(
    section: &Section,
    text: &str,
    path: &SourcePath,
    at: &dyn Fn() -> At,
    found: &mut Vec<Diagnostic>,
) {
    let mut report = Report::on(path);
    let body = markdown::parse(text, 0, Dialect::Site, &mut report);
    found.extend(report.into_diagnostics().into_iter().map(|diagnostic| Diagnostic {
        at: at(),
        place: None,
        ..diagnostic
    }));
    let folder = format!("content/{}", section.folder());
    let place = Diagnostic::new(Code::BrokenLink, path, at());
    let before = found.len();
    for link in body.links.into_iter().map(FileLink::from_yaml) {
        let proposed = found.len() - before < PROPOSED;
        found.extend(check_link(
            section,
            &link,
            SeenFrom { folder: &folder, up: "", published: true, proposed },
            &place,
        ));
    }
    for image in &body.images {
        found.push(Diagnostic::new(Code::NotInNotice, path, at()).with("what", &image.path));
    }
    if body.contacts {
        found.push(Diagnostic::new(Code::NotInNotice, path, at()).with("what", "::: contacts"));
    }
    for centre in &body.centres {
        found.push(
            Diagnostic::new(Code::NotInNotice, path, at())
                .with("what", format!("::: centre {}", centre.name)),
        );
    }
}

/// Facts of a centre that nobody has looked through since this day are due for a review: half a year.
pub fn review_due_since(now: Date) -> Date {
    now.checked_sub(6.months()).unwrap_or(now)
}

fn check_centre(section: &Section, source: &Sourced<Centre>, now: Date, found: &mut Vec<Diagnostic>) {
    let centre = &source.value;
    let name = centre.name.in_language(section.own(), section.own()).0;
    let long_ago = review_due_since(now);
    if centre.status == Status::Open && centre.reviewed.is_none_or(|reviewed| reviewed < long_ago) {
        let reviewed = centre.reviewed.map_or_else(|| "never".to_string(), |date| date.to_string());
        let place = if centre.reviewed.is_some() { At::field("reviewed") } else { At::File };
        let diagnostic = Diagnostic::new(Code::ReviewDue, &source.path, place);
        found.push(diagnostic.with("name", name).with("reviewed", reviewed).with("today", now));
    }
    if let Some(planned) = centre.planned_opening.filter(|planned| planned.last_day() < now) {
        found.push(
            Diagnostic::new(Code::PlannedOpeningPassed, &source.path, At::field("planned_opening"))
                .with("planned", planned),
        );
    }
    // A planned centre often has no address yet, and one that is closed needs none.
    if centre.address.is_none() && matches!(centre.status, Status::Open | Status::TemporarilyClosed) {
        found.push(Diagnostic::new(Code::MissingAddress, &source.path, At::File).with("name", name));
    }
    // The last of all days stands for one that cannot be read, which was told.
    if let Some(reviewed) = centre.reviewed.filter(|reviewed| *reviewed > now && *reviewed < Date::MAX) {
        found.push(in_future("reviewed", reviewed, &source.path));
    }
    if let Some(opened) = centre.opened.filter(|opened| *opened > now && centre.status == Status::Open) {
        found.push(
            Diagnostic::new(Code::OpenedInFuture, &source.path, At::field("opened")).with("opened", opened),
        );
    }
}

/// A date of something that was done, and that is still to come.
fn in_future(field: &str, date: Date, path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::DateInFuture, path, At::field(field)).with("field", field).with("date", date)
}

/// Hours that a holiday meets, where the rule is to ask: each coming day until an exception says what holds. The centre's own
/// hours are told of, else those of the first service that has any then.
fn check_holidays(
    section: &Section,
    source: &Sourced<Centre>,
    calendar: &Calendar,
    found: &mut Vec<Diagnostic>,
) {
    let centre = &source.value;
    let own = centre.hours.iter().map(|_| (Whose::Centre, vec![key("hours")]));
    let services = centre.services.iter().enumerate().filter(|(_, service)| service.hours.is_some());
    let services = services
        .map(|(index, _)| (Whose::Service(index), vec![key("services"), Seg::Index(index), key("hours")]));
    let weeks: Vec<_> = own.chain(services).collect();
    let window = calendar.window();
    for index in (window.today()..window.length()).take(HOLIDAY_HORIZON) {
        let doubtful = weeks.iter().find_map(|(whose, path)| match calendar.hours(*whose).at(index) {
            state if !state.uncertain => None,
            state => match state.why {
                Why::Holiday(holiday, _) => Some((holiday, path)),
                _ => None,
            },
        });
        if let Some((holiday, path)) = doubtful {
            let day = window.day(index);
            let name = centre.name.in_language(section.own(), section.own()).0;
            let holiday = Phrase::new(holiday.key.replace('_', "-"));
            let diagnostic = Diagnostic::new(Code::HolidayUnconfirmed, &source.path, At::Key(path.clone()))
                .with("name", name);
            let long = Phrase::new(format!("date-{}", day.month()));
            let long = long.with("day", day.day()).with("year", day.year());
            // The date first: what is told is sorted by its words.
            found.push(diagnostic.with("date", day).saying("day", long).saying("holiday", holiday));
        }
    }
}
