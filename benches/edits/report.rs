//! The report: Markdown that can be pasted into `docs/performance.md`.

use std::time::Duration;

use super::builds::NAMES;
use super::contest::{IDLE, Measured, Outcome};
use super::edits::{ALL, Seen, What};
use super::server::Kind;
use crate::common::figures::{machine, median, megabytes, ratio, seconds, thousands};

/// The whole report of one size.
pub fn markdown(outcome: &Outcome, command: &str) -> String {
    let plan = &outcome.plan;
    let mut lines = vec![
        format!("### {} news ({} × {})", thousands(plan.news()), plan.places.len(), plan.news_each),
        String::new(),
    ];
    edits(&mut lines, &outcome.servers);
    servers(&mut lines, &outcome.servers);
    builds(&mut lines, outcome);
    lines.push(format!(
        "- Medians; from just before the save (in place) until an HTTP GET, repeated each millisecond (each hundredth of the time waited, \
         later), shows the new words; the servers take turns and finish each edit before the next; news of {} words on average, no pictures",
        plan.words()
    ));
    lines.push(
        "- CPU: the mean of what the server used until it was done, our asking for pages included".to_owned(),
    );
    if let Some(others) = outcome.others {
        lines.push(format!("- Other programs (and the host of this machine) used {others:.2} processors while the edits were measured"));
    }
    lines.extend(outcome.said.iter().map(|said| format!("- fcsite says of its second start: {said}")));
    lines.push(format!("- {}", outcome.versions.join("; ")));
    lines.push(format!("- {}", machine()));
    lines.push(format!("- `{command}`"));
    if outcome.servers.len() < 2 {
        lines.push("- **Without Hugo**".to_owned());
    } else {
        lines.push("- Hugo renders to memory, without assets; the pages that are asked for were looked at before each edit".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Which of an edit's two times.
type Which = fn(&Seen) -> Option<Duration>;

fn edits(lines: &mut Vec<String>, servers: &[Measured]) {
    let others: Vec<&Measured> = servers.iter().filter(|one| one.kind != Kind::Fcsite).collect();
    let mut head =
        "| save → new bytes over HTTP | seen on | fcsite | its first | fastest | slowest | CPU |".to_owned();
    let mut rule = "|---|---|--:|--:|--:|--:|--:|".to_owned();
    for one in &others {
        head.push_str(&format!(" {0} | CPU | {0} / fcsite |", one.kind.name()));
        rule.push_str("--:|--:|--:|");
    }
    lines.extend([head, rule]);
    let Some(ours) = servers.iter().find(|one| one.kind == Kind::Fcsite) else { return };
    for what in ALL {
        let (name, page, pages) = what.names();
        let first: Which = |seen| Some(seen.page);
        for (name, page, which) in [(name, page, first), ("", pages, |seen| seen.all)] {
            let all = figures(ours, what, which);
            let (Some(begin), false) = (all.first(), page.is_empty()) else { continue };
            let seen = || all.iter().copied().flatten();
            let [fastest, slowest] = [time(seen().min()), time(seen().max())];
            let mut row = format!("| {name} | {page} | {} | {} |", said(&all), time(*begin));
            row.push_str(&format!(" {fastest} | {slowest} | {} |", cpu(ours, what)));
            for other in &others {
                let theirs = figures(other, what, which);
                let times = middle(&theirs).zip(middle(&all)).map(|(theirs, ours)| ratio(theirs, ours));
                let times = times.unwrap_or_else(|| "–".to_owned());
                row.push_str(&format!(" {} | {} | {times} |", said(&theirs), cpu(other, what)));
            }
            lines.push(row);
        }
    }
    lines.push(String::new());
}

fn figures(one: &Measured, what: What, which: Which) -> Vec<Option<Duration>> {
    let found = one.edits.iter().find(|(other, _)| *other == what);
    found.map(|(_, seen)| seen.iter().map(which).collect()).unwrap_or_default()
}

/// The mean, for `/proc` counts in hundredths of a second.
fn cpu(one: &Measured, what: What) -> String {
    let found = one.edits.iter().find(|(other, _)| *other == what);
    let used: Vec<Duration> =
        found.into_iter().flat_map(|(_, seen)| seen).filter_map(|seen| seen.cpu).collect();
    match u32::try_from(used.len()) {
        Ok(count @ 1..) => time(Some(used.iter().sum::<Duration>() / count)),
        _ => "–".to_owned(),
    }
}

/// The median of those that were seen at all.
fn middle(figures: &[Option<Duration>]) -> Option<Duration> {
    let seen: Vec<Duration> = figures.iter().copied().flatten().collect();
    if seen.is_empty() { None } else { Some(median(seen)) }
}

fn said(figures: &[Option<Duration>]) -> String {
    let never = figures.iter().filter(|one| one.is_none()).count();
    let rounds = figures.len();
    match (middle(figures), never) {
        (None, 0) => "–".to_owned(),
        (None, _) => format!("never ({rounds})"),
        (Some(median), 0) => format!("{} ({rounds})", time(Some(median))),
        (Some(median), _) => format!("{} ({rounds}, {never} never)", time(Some(median))),
    }
}

fn time(time: Option<Duration>) -> String {
    match time {
        None => "never".to_owned(),
        Some(time) if time < Duration::from_secs(1) => format!("{:.1} ms", time.as_secs_f64() * 1_000.0),
        Some(time) => format!("{:.1} s", time.as_secs_f64()),
    }
}

fn servers(lines: &mut Vec<String>, servers: &[Measured]) {
    let idle = format!("CPU in {} s without edits", IDLE.as_secs());
    lines.push(format!(
        "| server | first start → first page | second start | {idle} | peak memory after the start | in the end |"
    ));
    lines.push("|---|--:|--:|--:|--:|--:|".to_owned());
    for one in servers {
        let start = |times: &[Duration]| {
            if times.is_empty() { "as the first".to_owned() } else { seconds(median(times.iter().copied())) }
        };
        lines.push(format!(
            "| {} | {} ({}) | {} | {} | {} | {} |",
            one.kind.name(),
            start(&one.cold),
            one.cold.len(),
            start(&one.warm),
            one.idle.map_or_else(|| "–".to_owned(), |cpu| format!("{} ms", cpu.as_millis())),
            megabytes(one.peaks[0]),
            megabytes(one.peaks[1])
        ));
    }
    lines.push(String::new());
}

fn builds(lines: &mut Vec<String>, outcome: &Outcome) {
    let rounds = outcome.builds.len();
    if rounds == 0 {
        return;
    }
    lines.push(format!(
        "| fcsite build, a new process ({rounds} rounds) | wall | slowest | CPU | peak memory | first / this |"
    ));
    lines.push("|---|--:|--:|--:|--:|--:|".to_owned());
    let first = median(outcome.builds.iter().map(|round| round[0].wall));
    for (number, name) in NAMES.iter().enumerate() {
        let costs = || outcome.builds.iter().map(|round| round[number]);
        let wall = median(costs().map(|cost| cost.wall));
        lines.push(format!(
            "| {name} | {} | {} | {} | {} | {} |",
            seconds(wall),
            seconds(costs().map(|cost| cost.wall).max().unwrap_or_default()),
            seconds(median(costs().map(|cost| cost.cpu()))),
            megabytes(median(costs().map(|cost| cost.memory))),
            ratio(first, wall)
        ));
    }
    lines.push(String::new());
}
