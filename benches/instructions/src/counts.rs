//! What was counted, beside what is kept in the repository.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// How many municipalities the sites have.
pub const MUNICIPALITIES: usize = 29;
/// How far above the kept figure a count may be.
const ROOM: f64 = 0.03;
/// What is counted: its name in `benches/count.rs`, and what it is called here. Each is held against what is kept.
const STAGES: [(&str, &str); 8] = [
    ("whole", "whole build"),
    ("parse", "parse"),
    ("plan", "plan"),
    ("render", "render"),
    ("publish", "publish"),
    ("large", "whole build, twice the news"),
    ("theme", "loading the theme, in all"),
    ("version", "`fcsite --version`, in all"),
];
const BLADES: &str = "blades";

/// The counts by their names, for a news item, or in all.
type Figures = BTreeMap<String, u64>;

/// Prints the table. False if a figure is too far above the kept one, or one of the two is missing.
pub fn table(folder: &Path, kept: &Path) -> Result<bool, Box<dyn Error>> {
    let counted = counted(folder)?;
    let kept = read_kept(kept)?;
    let mut holds = true;
    println!("| stage | instructions a news item | kept | ratio |\n|---|--:|--:|--:|");
    for (name, called) in STAGES {
        let figure = *counted.get(name).ok_or_else(|| format!("{name} was not counted"))?;
        let Some(before) = kept.get(name).copied() else {
            println!("| {called} | {figure} | none: renew | |");
            holds = false;
            continue;
        };
        let ratio = float(figure) / float(before);
        let far = if ratio > 1.0 + ROOM { " **too far above**" } else { "" };
        println!("| {called} | {figure} | {before} | {ratio:.3}{far} |");
        holds &= far.is_empty();
    }
    let blades = *counted.get(BLADES).ok_or("blades was not counted")?;
    let [whole, large] = ["whole", "large"].map(|name| counted.get(name).copied().map_or(0.0, float));
    println!("| blades | {blades} | | |\n");
    println!("- fcsite / blades: {:.2}", whole / float(blades));
    println!("- a news item costs {:.3} times as much where there are twice as many", large / whole);
    if !holds {
        println!("- If that is meant: `benches/instructions/run --keep`, and say why in the commit");
    }
    Ok(holds)
}

/// Writes the counts into the file that is kept.
pub fn keep(folder: &Path, kept: &Path) -> Result<(), Box<dyn Error>> {
    let counted = counted(folder)?;
    let mut text = String::from(
        "# Instructions a news item (`theme`, `version`: in all), 29 municipalities × 35 news. Renewed by: benches/instructions/run --keep\n",
    );
    for (name, _) in STAGES {
        let figure = counted.get(name).ok_or_else(|| format!("{name} was not counted"))?;
        text.push_str(&format!("{name} {figure}\n"));
    }
    fs::write(kept, text).map_err(|error| format!("{}: {error}", kept.display()).into())
}

fn read_kept(path: &Path) -> Result<Figures, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut figures = Figures::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let (name, figure) = line.split_once(' ').ok_or_else(|| format!("{}: {line}", path.display()))?;
        figures.insert(name.to_owned(), figure.trim().parse()?);
    }
    Ok(figures)
}

/// What the runner noted below the folder: a `summary.json` for each count.
fn counted(folder: &Path) -> Result<Figures, Box<dyn Error>> {
    let mut figures = Figures::new();
    let mut open = vec![folder.join("counts")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                open.push(entry?.path());
            }
        } else if path.file_name().is_some_and(|name| name == "summary.json") {
            let summary: Value = serde_json::from_slice(&fs::read(&path)?)?;
            let id = summary["id"].as_str().ok_or("a summary without an id")?.to_owned();
            let total = &summary["profiles"][0]["data"]["total"]["metrics"];
            let all = first_number(find(total, "Ir").ok_or_else(|| format!("{id}: no instructions"))?)
                .filter(|all| *all > 0)
                .ok_or_else(|| format!("{id}: nothing was counted; is its function still in the program?"))?;
            let each = match id.as_str() {
                "theme" | "version" => all,
                "large" => all / news(70),
                _ => all / news(35),
            };
            figures.insert(id, each);
        }
    }
    Ok(figures)
}

fn news(each: usize) -> u64 {
    u64::try_from(MUNICIPALITIES * each).unwrap_or(u64::MAX)
}

fn find<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let map = value.as_object()?;
    map.get(name).or_else(|| map.values().find_map(|inner| find(inner, name)))
}

fn first_number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::Object(map) => map.values().find_map(first_number),
        Value::Array(list) => list.iter().find_map(first_number),
        _ => None,
    }
}

fn float(figure: u64) -> f64 {
    u32::try_from(figure).map_or(f64::MAX, f64::from)
}
