//! Five hundred scripts of careless editing, with mistakes among them, each through real file events.
//!
//! A script is a few strokes with pauses of any length, so that strokes fall into one look and into many. At its end what was broken is
//! mended, and the output must become what a clean build makes. The session goes on from script to script, as it does over a
//! day.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::world::{Kept, SITE, centre, news, site};

/// How many scripts each of the tests below plays. There are five of them, so that they can run side by side.
const SCRIPTS: u64 = 100;

#[test]
fn a_hundred_careless_scripts_end_as_clean_builds_1() {
    play(1);
}

#[test]
fn a_hundred_careless_scripts_end_as_clean_builds_2() {
    play(2);
}

#[test]
fn a_hundred_careless_scripts_end_as_clean_builds_3() {
    play(3);
}

#[test]
fn a_hundred_careless_scripts_end_as_clean_builds_4() {
    play(4);
}

#[test]
fn a_hundred_careless_scripts_end_as_clean_builds_5() {
    play(5);
}

fn play(seed: u64) {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let mut editor = Editor { kept: &kept, random: seed, broken: Vec::new(), told: Vec::new() };
    for script in 0..SCRIPTS {
        editor.told.clear();
        for _ in 0..=editor.below(6) {
            editor.stroke();
            let pauses = [0, 0, 0, 1, 5, 12, 40, 160];
            std::thread::sleep(Duration::from_millis(pauses[editor.below(pauses.len())]));
        }
        editor.mend();
        kept.wait_until_clean(&format!("seed {seed}, script {script}: {:?}", editor.told));
    }
    assert!(kept.builds().contains(&false), "no mistake was seen");
}

/// Someone who writes in a hurry.
struct Editor<'a> {
    kept: &'a Kept,
    /// The state of the dice: the same strokes each time.
    random: u64,
    /// What is broken, and what mends it; none: the file goes.
    broken: Vec<(PathBuf, Option<Vec<u8>>)>,
    told: Vec<String>,
}

impl Editor<'_> {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % limit
    }

    fn news(&mut self) -> Option<PathBuf> {
        let mut all: Vec<PathBuf> = walkdir::WalkDir::new(self.kept.source.join("content"))
            .into_iter()
            .filter_map(Result::ok)
            .map(walkdir::DirEntry::into_path)
            .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
            .collect();
        all.sort();
        let chosen = self.below(all.len().max(1));
        all.into_iter().nth(chosen)
    }

    fn owner(&mut self) -> &'static str {
        ["alfa", "beta", "_shared"][self.below(3)]
    }

    fn stroke(&mut self) {
        let number = self.below(1000);
        let stroke = self.below(12);
        self.told.push(format!("{stroke}/{number}"));
        match stroke {
            0..=2 => self.save_news(number),
            3 => {
                // The region's names are others than the municipalities': the same would be a clash.
                let owner = self.owner();
                let (day, which) = (number % 28 + 1, number % 5);
                let name = format!("content/{owner}/news/2026-01-{day:02}-ny-{}-{which}.md", &owner[1..2]);
                self.kept.write(&name, news(&format!("Ny {number}"), "Ny text."));
            }
            4 | 5 => self.remove_or_rename(number),
            6 => {
                let owner = ["alfa", "beta"][number % 2];
                self.kept.write(
                    &format!("content/{owner}/centres/torget.yaml"),
                    centre(&format!("Torget {number}")),
                );
            }
            7 => {
                self.kept.write("content/site.yaml", SITE.replace("Länet", &format!("Länet {}", number % 3)))
            }
            8 => self.municipality(number),
            9 => self.theme(number),
            _ => self.mistake(number),
        }
    }

    fn save_news(&mut self, number: usize) {
        let Some(path) = self.news() else { return };
        let text = news(&format!("Titel {}", number % 7), &format!("Text {number}."));
        if number.is_multiple_of(2) {
            fs::write(path, text).unwrap();
        } else {
            let part = path.with_file_name(".sparar");
            fs::write(&part, text).unwrap();
            fs::rename(part, path).unwrap();
        }
    }

    fn remove_or_rename(&mut self, number: usize) {
        let Some(path) = self.news() else { return };
        if number.is_multiple_of(2) {
            fs::remove_file(path).unwrap();
        } else {
            let shared = path.components().any(|part| part.as_os_str() == "_shared");
            let whose = if shared { "lanet" } else { "kommunen" };
            let name = format!("2026-02-{:02}-{whose}-{number}.md", number % 28 + 1);
            fs::rename(&path, path.with_file_name(name)).unwrap();
        }
    }

    fn municipality(&mut self, number: usize) {
        let folder = self.kept.source.join("content/gamma");
        if folder.exists() {
            fs::rename(folder, self.kept.source.join(format!("undan-{number}"))).unwrap();
            let _ = fs::remove_dir_all(self.kept.source.join(format!("undan-{number}")));
        } else {
            self.kept
                .write("content/gamma/municipality.yaml", format!("name: Gamma {number}\ncode: \"0180\"\n"));
            self.kept.write("content/gamma/news/2026-02-03-forst.md", news("Först", "I en ny kommun."));
        }
    }

    fn theme(&mut self, number: usize) {
        let folder = self.kept.source.join("themes");
        if number.is_multiple_of(3) && folder.exists() {
            fs::remove_dir_all(folder).unwrap();
            self.kept.write("content/beta/municipality.yaml", "name: beta kommun\ncode: \"0138\"\n");
        } else {
            self.kept.write("themes/egen/theme.yaml", "name: Egen\nextends: base\n");
            self.kept.write("themes/egen/words/sv.yaml", format!("nav_home: Start {}\n", number % 4));
            self.kept
                .write("content/beta/municipality.yaml", "name: beta kommun\ncode: \"0138\"\ntheme: egen\n");
        }
    }

    /// A slip of the pen, which is mended at the end.
    fn mistake(&mut self, number: usize) {
        let path = match number % 4 {
            0 => self.kept.source.join("content/site.yaml"),
            1 => self.kept.source.join("content/alfa/centres/torget.yaml"),
            2 => self.kept.source.join("content/alfa/news/2026-02-04-trasig.md"),
            _ => self.kept.source.join("content/beta/municipality.yaml"),
        };
        if self.broken.iter().any(|(broken, _)| *broken == path) {
            return;
        }
        self.broken.push((path.clone(), fs::read(&path).ok()));
        fs::write(path, ["title: [", "---\ntittel: x\n---\n", "\u{0}", "name: \"\n\t- x"][number % 4])
            .unwrap();
    }

    fn mend(&mut self) {
        for (path, text) in std::mem::take(&mut self.broken) {
            match text {
                Some(text) => fs::write(path, text).unwrap(),
                None => drop(fs::remove_file(path)),
            }
        }
        // What another stroke named meanwhile may be gone.
        let names = |text: &str| text.contains("theme: egen");
        let beta = self.kept.source.join("content/beta/municipality.yaml");
        if fs::read_to_string(&beta).is_ok_and(|text| names(&text))
            && !self.kept.source.join("themes").exists()
        {
            fs::write(beta, "name: beta kommun\ncode: \"0138\"\n").unwrap();
        }
    }
}
