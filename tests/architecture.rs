//! The table of rooms in ARCHITECTURE.md, held against the sources.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the first row to the last. A room may use those above it and itself.
const ROOMS: [&[&str]; 11] = [
    &["base"],
    &["input"],
    &["parse"],
    &["model", "theme", "schema", "scaffold", "servers", "archive"],
    &["plan", "lint", "edit"],
    &["import"],
    &["render"],
    &["build", "cache"],
    &["survey"],
    &["list", "check"],
    &["host", "cli"],
];

fn row(room: &str) -> usize {
    ROOMS.iter().position(|rooms| rooms.contains(&room)).unwrap_or_else(|| panic!("{room} is in no row"))
}

/// A module of the sources: its path (`["plan", "news"]`), and what it imports.
struct Module {
    path: Vec<String>,
    uses: Vec<Vec<String>>,
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn all_sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 40, "only {} sources were found", found.len());
    found
}

/// All modules but the program, the crate itself and those that are tests alone.
fn all_modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let module = |file: &PathBuf| {
        let inner = file.strip_prefix(&root).unwrap().with_extension("");
        let mut path: Vec<String> = inner.iter().map(|part| part.to_str().unwrap().to_string()).collect();
        if path.last().is_some_and(|last| last == "mod") {
            path.pop();
        }
        let is_left_out = matches!(path[0].as_str(), "lib" | "main") || path.contains(&"tests".to_string());
        (!is_left_out).then(|| (path, fs::read_to_string(file).unwrap()))
    };
    let texts: Vec<(Vec<String>, String)> = all_sources().iter().filter_map(module).collect();
    let known: BTreeSet<Vec<String>> = texts.iter().map(|(path, _)| path.clone()).collect();
    let uses = |path: &[String], text: &str| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: Vec<&str> = lines.take_while(|line| !line.starts_with("#[cfg(test)]")).collect();
        let paths = named_paths(&code.join("\n"));
        paths.iter().filter_map(|named| resolved(path, named, &known)).collect()
    };
    texts.iter().map(|(path, text)| Module { path: path.clone(), uses: uses(path, text) }).collect()
}

/// Every path that a source names, in `use` and elsewhere, with groups in braces written out.
fn named_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in code.split("use ").skip(1) {
        write_out("", part.split(';').next().unwrap(), &mut found);
    }
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let is_part = code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:$".contains(c));
            if !is_part {
                let is_of_path = |c: &char| c.is_alphanumeric() || "_:".contains(*c);
                found.push(code[at..].chars().take_while(is_of_path).collect());
            }
        }
    }
    found
}

/// `a::{b, c::{d, e}}` is `a::b`, `a::c::d` and `a::c::e`.
fn write_out(before: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else {
        found.push(format!("{before}{tree}"));
        return;
    };
    let (mut depth, mut from) = (0, 0);
    let inner = inner.trim_end().trim_end_matches('}');
    let before = format!("{before}{}", head.trim());
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                write_out(&before, &inner[from..at], found);
                from = at + 1;
            }
            _ => {}
        }
    }
    if !inner[from..].trim().is_empty() {
        write_out(&before, &inner[from..], found);
    }
}

/// The module that a path leads into, seen from another; none where it leads out of the crate.
fn resolved(from: &[String], named: &str, known: &BTreeSet<Vec<String>>) -> Option<Vec<String>> {
    let mut parts = named.split("::").map(str::trim).peekable();
    let mut at = from.to_vec();
    match *parts.peek()? {
        "crate" => at.clear(),
        "super" => {}
        first => {
            at.push(first.to_string());
            if !known.contains(&at) {
                return None;
            }
        }
    }
    for part in parts {
        match part {
            "crate" | "self" => {}
            "super" => {
                at.pop();
            }
            part => {
                at.push(part.to_string());
                if !known.contains(&at) && at != from {
                    at.pop();
                    break;
                }
            }
        }
    }
    (!at.is_empty()).then_some(at)
}

#[test]
fn an_import_goes_from_a_lower_room_to_an_upper_one_never_back() {
    let mut seen = 0;
    for Module { path, uses } in all_modules() {
        let room = path[0].as_str();
        for used in uses.iter().map(|used| used[0].as_str()) {
            seen += 1;
            let is_apart = used != room && !matches!(room, "build" | "cache" | "host" | "cli");
            let is_above = row(used) < row(room) || row(used) == row(room) && !is_apart;
            let is_forbidden = matches!((room, used), ("theme", "model") | ("host", "cli"));
            assert!(is_above && !is_forbidden, "{} uses {used}", path.join("/"));
        }
    }
    assert!(seen > 1000, "only {seen} imports were found");
}

/// Modules side by side that import each other, directly or through others beside them. A module and what lies in its own folder are one piece.
fn circles() -> BTreeSet<String> {
    let mut beside: BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for Module { path, uses } in all_modules() {
        for used in uses {
            let same = path.iter().zip(&used).take_while(|(one, other)| one == other).count();
            if same < path.len() && same < used.len() {
                let folder = beside.entry(path[..same].to_vec()).or_default();
                folder.entry(path[same].clone()).or_default().insert(used[same].clone());
            }
        }
    }
    let mut found = BTreeSet::new();
    for (folder, imports) in beside {
        for name in imports.keys() {
            let (mut reached, mut open) = (BTreeSet::new(), vec![name]);
            while let Some(next) = open.pop() {
                open.extend(imports.get(next).into_iter().flatten().filter(|used| reached.insert(*used)));
            }
            if reached.contains(name) {
                found.insert(format!("{}/{name}", folder.join("/")));
            }
        }
    }
    found
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let found = circles();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn groups_in_braces_are_written_out() {
    let code = "use crate::{model::{Section, names}, plan};\nuse super::text::{self, Form};\nlet x = crate::base::slug_of(y);";
    let mut found = named_paths(code);
    found.retain(|path| !path.ends_with("::"));
    for path in [
        "crate::model::Section",
        "crate::model::names",
        "crate::plan",
        "super::text::self",
        "super::text::Form",
        "crate::base::slug_of",
    ] {
        assert!(found.iter().any(|one| one == path), "{path} is not in {found:#?}");
    }
}

#[test]
fn no_source_is_longer_than_500_lines() {
    let long: Vec<String> = all_sources()
        .iter()
        .map(|path| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// The names of the types of a source, those of its tests left out.
fn types_of(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    let name = |line: &str| {
        let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
        let is_type = words.next().is_some_and(|word| ["struct", "enum", "trait", "type"].contains(&word));
        let of_word = |word: &str| word.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
        words.next().filter(|_| is_type).map(of_word)
    };
    // What stands deeper is a type of a trait, or of one function alone.
    lines
        .filter(|line| !line.starts_with("     "))
        .filter(|line| !is_of_trait(line))
        .filter_map(name)
        .collect()
}

fn is_of_trait(line: &str) -> bool {
    line.starts_with(' ') && line.trim_start().starts_with("type ")
}

#[test]
fn a_name_of_a_type_is_used_once() {
    let mut found: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in all_sources().into_iter().filter(|path| !path.ends_with("tests.rs")) {
        for name in types_of(&path) {
            found.entry(name).or_default().push(path.clone());
        }
    }
    assert!(found.len() > 500, "only {} types were found", found.len());
    // A folder that was opened, and what stands for it where a system cannot keep one open: only one of them is compiled.
    found.remove("OpenFolder");
    found.retain(|_, places| places.len() > 1);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_a_room_shows_is_asked_for_outside_the_crate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut outside = vec![root.join("src/main.rs")];
    for folder in ["tests", "benches", "fuzz/fuzz_targets"] {
        sources(&root.join(folder), &mut outside);
    }
    let outside: String = outside.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let asked: BTreeSet<&str> = outside.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut seen = 0;
    for path in all_sources().into_iter().filter(|path| path.ends_with("mod.rs")) {
        let text = fs::read_to_string(&path).unwrap();
        let shown = text.split("\npub use ").skip(1).filter_map(|rest| rest.split(';').next());
        let named = shown.flat_map(|group| group.split(['{', ',', '}'])).map(str::trim);
        for name in named.filter_map(|part| part.rsplit([':', ' ']).next()).filter(|name| !name.is_empty()) {
            seen += 1;
            assert!(asked.contains(name), "{name} of {} is public, and nobody outside asks", path.display());
        }
    }
    assert!(seen > 20, "only {seen} names were found");
}

/// Where a field of a centre is named: the types, the words of both languages, templates and docs.
fn places_of(field: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = ["src", "themes", "docs"].iter().map(|folder| root.join(folder)).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if fs::read_to_string(&path).is_ok_and(|text| text.contains(field)) {
            // The words of a third language are a translation of these two, and not a place more to think of.
            let is_translation = path.parent().is_some_and(|folder| folder.ends_with("words"));
            if !is_translation || path.ends_with("sv.yaml") || path.ends_with("en.yaml") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn a_text_of_the_way_there_and_a_yes_or_no_of_the_premises_stand_in_at_most_eight_files() {
    // Not each field does: `entrance` and what has a rule of its own stands in more.
    for field in ["pram_parking", "breastfeeding_place", "warm_food", "pram_room", "hearing_loop"] {
        let places = places_of(field);
        assert!((4..=8).contains(&places.len()), "{field}: {places:#?}");
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for path in all_sources() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not begin with //!", path.display());
    }
}
