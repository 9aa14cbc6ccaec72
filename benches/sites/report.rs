//! The report: Markdown that can be pasted into `docs/performance.md`.

use std::time::Duration;

use crate::bench::{Outcome, Run};
use crate::census::Census;
use crate::common::figures::{machine, median, megabytes, ratio, seconds, thousands};
use crate::common::measure::Cost;

/// What a run is called.
pub fn name(run: Run) -> String {
    match run {
        Run::Fcsite => "fcsite, first build".to_owned(),
        Run::Again => "fcsite, nothing changed".to_owned(),
        Run::Edited => "fcsite, one news edited".to_owned(),
        Run::Hugo => "Hugo".to_owned(),
        Run::Blades => "blades".to_owned(),
        Run::Floor { threads: 1 } => "floor, one thread".to_owned(),
        Run::Floor { threads } => format!("floor, {threads} threads"),
    }
}

/// A run's medians, each figure by itself.
struct Medians {
    run: Run,
    cost: Cost,
    slowest: Duration,
}

/// The whole report of one size.
pub fn markdown(mut outcome: Outcome, command: &str) -> String {
    let medians: Vec<Medians> = outcome.runs.iter().map(|(run, costs)| medians(*run, costs)).collect();
    let places = outcome.plan.places.len();
    let mut lines = vec![
        format!("### {} news ({places} × {})", thousands(outcome.plan.news()), outcome.plan.news_each),
        String::new(),
        "| | wall | slowest | user CPU | system CPU | peak memory |".to_owned(),
        "|---|--:|--:|--:|--:|--:|".to_owned(),
    ];
    for run in order(&medians) {
        lines.push(row(run));
    }
    lines.push(String::new());
    lines.extend(ratios(&medians));
    lines.push(String::new());
    if let Some(fcsite) = &mut outcome.fcsite {
        lines.push(format!("- fcsite's output: {}", held(fcsite)));
    }
    if let Some(hugo) = &mut outcome.hugo {
        lines.push(format!("- Hugo's output: {}", held(hugo)));
    }
    if let Some(blades) = &mut outcome.blades {
        lines.push(format!("- blades' output: {}", held(blades)));
    }
    lines.extend(outcome.said.iter().map(|said| format!("- fcsite says: {said}")));
    lines.push(format!(
        "- Medians of {} interleaved rounds, each build into a fresh folder, disk settled before each; news of {} words on average, no pictures",
        outcome.rounds, outcome.words
    ));
    lines.push(format!("- {}", outcome.versions.join("; ")));
    lines.push(format!("- {}", machine()));
    lines.push(format!("- `{command}`"));
    if outcome.hugo.is_none() {
        lines.push("- **Without Hugo**".to_owned());
    }
    if outcome.blades.is_none() {
        lines.push("- **Without blades**".to_owned());
    }
    if outcome.fcsite.is_none() {
        lines.push("- **Without fcsite**; the others' sites have no assets".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

fn medians(run: Run, costs: &[Cost]) -> Medians {
    let wall = |cost: &Cost| cost.wall;
    Medians {
        run,
        cost: Cost {
            wall: median(costs.iter().map(wall)),
            user: median(costs.iter().map(|cost| cost.user)),
            system: median(costs.iter().map(|cost| cost.system)),
            memory: median(costs.iter().map(|cost| cost.memory)),
        },
        slowest: costs.iter().map(wall).max().unwrap_or_default(),
    }
}

fn order(medians: &[Medians]) -> Vec<&Medians> {
    let mut ordered: Vec<&Medians> = medians.iter().collect();
    ordered.sort_by_key(|one| match one.run {
        Run::Fcsite => 0,
        Run::Again => 1,
        Run::Edited => 2,
        Run::Hugo => 3,
        Run::Blades => 4,
        Run::Floor { threads } => 4 + threads,
    });
    ordered
}

fn row(one: &Medians) -> String {
    format!(
        "| {} | {} | {} | {} | {} | {} |",
        name(one.run),
        seconds(one.cost.wall),
        seconds(one.slowest),
        seconds(one.cost.user),
        seconds(one.cost.system),
        megabytes(one.cost.memory)
    )
}

fn ratios(medians: &[Medians]) -> Vec<String> {
    let cost = |run: Run| medians.iter().find(|one| one.run == run).map(|one| one.cost);
    let floor =
        medians.iter().filter(|one| matches!(one.run, Run::Floor { .. })).map(|one| one.cost.wall).min();
    let mut lines = Vec::new();
    let Some(fcsite) = cost(Run::Fcsite) else { return lines };
    if let Some(hugo) = cost(Run::Hugo) {
        lines.push(format!("- Hugo / fcsite: {}", times(&hugo, &fcsite)));
    }
    if let Some(blades) = cost(Run::Blades) {
        lines.push(format!("- fcsite / blades: {}", times(&fcsite, &blades)));
    }
    if let Some(floor) = floor {
        lines.push(format!("- fcsite / floor (the faster of its rows): wall {}", ratio(fcsite.wall, floor)));
    }
    if let (Some(again), Some(edited)) = (cost(Run::Again), cost(Run::Edited)) {
        lines.push(format!(
            "- first build / nothing changed: wall {}; first build / one news edited: wall {}",
            ratio(fcsite.wall, again.wall),
            ratio(fcsite.wall, edited.wall)
        ));
    }
    lines
}

/// How many times the other's cost it is.
fn times(one: &Cost, other: &Cost) -> String {
    format!(
        "wall {}, CPU {}, user CPU {}, peak memory {}",
        ratio(one.wall, other.wall),
        ratio(one.cpu(), other.cpu()),
        ratio(one.user, other.user),
        ratio(Duration::from_micros(one.memory), Duration::from_micros(other.memory))
    )
}

fn held(census: &mut Census) -> String {
    let kinds: Vec<String> =
        census.kinds.iter().map(|(kind, count)| format!("{} {kind}", thousands(*count))).collect();
    format!(
        "{} files, {:.1} MB, a news page of {} bytes (median): {}",
        thousands(census.files),
        Duration::from_micros(census.bytes).as_secs_f64(),
        census.news_page(),
        kinds.join(", ")
    )
}
