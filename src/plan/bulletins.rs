//! What a centre has to tell, as a feed of its own: its notices, those of its municipality that stand on its page too, the news that are
//! notices about it, and the days on which it is closed. Who follows it in any reader of feeds hears that it is closed today without being in
//! a social network.
//!
//! A closing is told of twice: three weeks ahead, as on the centre's page, and on its first day. Each entry names its day or days, so that it is
//! true on every later one, and keeps its address for as long as the content says the same. Content has no clock: that a closing was told of
//! is dated by the latest of what is known of it, the day from which it is told of and that on which somebody last looked at the file.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendars::NO_DAY;
use super::hours::{ANNOUNCED, service_name};
use super::notices::is_in_front;
use super::scope::Scope;
use super::subject::{Subject, former_names};
use super::{FeedContent, FeedEntry, FeedJob, NoticeView, Plan, cards, feed};
use crate::base::characters::{capitalised, within_bytes};
use crate::base::markup::escape_into;
use crate::base::{Fingerprint, marks};
use crate::model::calendar::{SpecialDays, SpecialTimes, State, Whose};
use crate::parse::centre::Centre;
use crate::parse::check::Notice;
use crate::parse::files::{NewsKind, Status};

/// How many bytes of a text an entry has.
const LONG: usize = 300;

/// Plans the feeds of a municipality's centres, but of those that have closed for good.
pub fn plan_bulletins(scope: &Scope<'_>, plan: &mut Plan) {
    let of_all = of_municipality(scope, |notice| is_in_front(notice, scope.regional.now));
    for subject in Subject::all(scope.section).filter(|subject| !subject.centre.status.is_closed()) {
        if plan.is_full() {
            return;
        }
        let url = scope.urls.centre(&subject.centre.id);
        let page = format!("{}/{url}", scope.section.base_url);
        let notices = subject.centre.notices.iter();
        let notices = notices.filter(|notice| notice.is_valid_on(scope.regional.now));
        let known = known(scope, subject.centre);
        let mut entries: Vec<FeedEntry> =
            notices.map(|notice| of_notice(scope, (&page, known), notice)).collect();
        entries.extend(of_all.iter().cloned());
        entries.extend(of_news(scope, subject.centre));
        if subject.centre.status == Status::Open {
            entries.extend(closed(scope, (subject, &page)));
        }
        entries.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)));
        let name = scope.plain(&subject.centre.name);
        let feed = FeedJob {
            title: scope.words.filled("feed_centre_title", &[("name", &name)]),
            lang: scope.lang.to_string(),
            url: String::new(),
            home: page,
            author: scope.plain(&scope.section.name).to_string(),
            entries,
            words: feed::body_words(scope),
        };
        for name in former_names(scope.section, subject.source) {
            feed::add_feeds_at(scope, (&scope.urls.centre(name), &url), feed.clone(), plan);
        }
        feed::add_feeds(scope, &url, feed, plan);
    }
}

/// The notices of the municipality that hold today, of those that are wanted.
pub fn of_municipality(scope: &Scope<'_>, wanted: impl Fn(&Notice) -> bool) -> Vec<FeedEntry> {
    let page = format!("{}/{}", scope.section.base_url, scope.urls.home());
    let notices = scope.section.config.iter().flat_map(|config| &config.notices);
    let valid = notices.filter(|notice| notice.is_valid_on(scope.regional.now) && wanted(notice));
    valid.map(|notice| of_notice(scope, (&page, None), notice)).collect()
}

/// The news that are notices about a centre. One that nobody has translated is there in the site's own language, as at the head of the page.
fn of_news<'s>(scope: &'s Scope<'_>, centre: &'s Centre) -> impl Iterator<Item = FeedEntry> + 's {
    let now = scope.regional.now;
    let versions = scope.section.news.iter().filter_map(|article| {
        let version = article.version(scope.lang).or_else(|| article.version(scope.section.own()))?;
        Some((article, version))
    });
    let about = versions.filter(move |(_, version)| {
        let news = &version.value;
        let holds = news.is_current(now) && news.date <= now && !news.draft;
        news.kind == NewsKind::Notice && holds && cards::is_about(scope, centre, version)
    });
    about.take(feed::FEED_SIZE).map(|(article, version)| feed::entry(scope, article, version))
}

/// The latest day on which it is known that somebody looked at a centre's file, or that it opened.
fn known(scope: &Scope<'_>, centre: &Centre) -> Option<Date> {
    let reviewed = centre.reviewed.filter(|day| *day <= scope.regional.now);
    reviewed.or(centre.opened)
}

fn of_notice(scope: &Scope<'_>, (page, known): (&str, Option<Date>), notice: &Notice) -> FeedEntry {
    // By its words in the site's own language: it keeps them when others come before it in the file.
    let own = notice.title.in_language(scope.section.own(), scope.section.own()).0;
    let day = notice.from.or(known).unwrap_or(NO_DAY).to_string();
    FeedEntry {
        title: within_bytes(&scope.plain(&notice.title), LONG),
        url: format!("{page}#meddelande-{}", Fingerprint::of(own.as_bytes()).short()),
        published: day.clone(),
        updated: day,
        summary: String::new(),
        content: whole(scope.notice(notice, &format!("{}/", scope.section.base_url))),
        category: None,
    }
}

/// All that a notice says below its heading.
fn whole(notice: NoticeView) -> FeedContent {
    let mut html = notice.body.unwrap_or_default();
    for link in notice.links {
        html.push_str("<p><a href=\"");
        escape_into(&link.href, &mut html);
        html.push_str("\">");
        escape_into(&link.text.text, &mut html);
        html.push_str("</a></p>\n");
    }
    if html.is_empty() { FeedContent::None } else { FeedContent::Html(html) }
}

/// The closings that are near, each as an entry, and once more from the day on which one begins.
fn closed<'s>(
    scope: &'s Scope<'_>,
    (subject, page): (Subject<'s>, &'s str),
) -> impl Iterator<Item = FeedEntry> + 's {
    let now = scope.regional.now;
    let soon = now.saturating_add(ANNOUNCED.days());
    let is_near = move |days: &&SpecialDays| {
        let is_closed = matches!(&days.times, SpecialTimes::Daily(State::Closed));
        is_closed && !days.uncertain && days.from <= soon && days.to >= now
    };
    subject.calendar.specials(Whose::Centre).iter().filter(is_near).flat_map(move |days| {
        let reason = days.exception.and_then(|place| subject.centre.exceptions[place].reason.as_ref());
        let reason = reason.map(|reason| scope.plain(reason).to_string());
        let reason = reason.or_else(|| days.holiday.map(|holiday| scope.words.get(holiday.key).to_string()));
        let services = days.services.iter().map(|place| service_name(scope, subject, *place).text);
        let services: Vec<String> = services.collect();
        // By their names: a service keeps it when others come before it in the file.
        let which = Some(services.join("\n")).filter(|names| !names.is_empty());
        let which = which.map(|names| format!("-{}", Fingerprint::of(names.as_bytes()).short()));
        let which = which.unwrap_or_default();
        let ahead =
            format!("{} {}", capitalised(scope.words.get("hours_closed")), scope.period(days.from, days.to));
        let entry = |(name, day): (&str, Date), says: &str| {
            let who = if services.is_empty() { String::new() } else { format!("{}: ", services.join(", ")) };
            let why = reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            FeedEntry {
                title: within_bytes(&marks::without(&format!("{who}{says}{why}")), LONG),
                url: format!("{page}#{name}-{day}{which}"),
                published: day.to_string(),
                updated: day.to_string(),
                summary: String::new(),
                content: FeedContent::None,
                category: None,
            }
        };
        // A holiday is known from the start; an exception, no earlier than its file is known to have been read.
        let looked = subject.centre.reviewed.filter(|day| days.exception.is_some() && *day <= now);
        let told = days.from.saturating_sub(ANNOUNCED.days());
        let told = looked.map_or(told, |day| told.max(day));
        let first = FeedEntry {
            published: told.to_string(),
            updated: told.to_string(),
            ..entry(("stangt", days.from), &ahead)
        };
        // One entry for as long as it is closed: readers that have shown it do not show it again the next day.
        let today = if days.from == days.to {
            let day = scope.date(days.from).day;
            scope.words.filled("feed_closed_today", &[("date", &day)])
        } else {
            ahead.clone()
        };
        let has_begun = days.from <= now && now <= days.to;
        let second = has_begun.then(|| entry(("stangt-i-dag", days.from), &today));
        [Some(first), second].into_iter().flatten().collect::<Vec<_>>()
    })
}
