//! Copies of files by their names: what synchronised folders make when two people save at once, and what a file manager makes of a
//! file that is copied beside itself.
//!
//! Nothing says for certain that a name is a copy's; so the name tells of which file it would be one, and only beside that file it is one.

/// The file or folder that this one is a copy of: the one with the barest name that there is.
///
/// | from | name |
/// |---|---|
/// | Dropbox, Nextcloud, Seafile, pCloud | `x (Annas konfliktkopia 2026-11-21).md`, `x (Anna's conflicted copy 2026-11-21).md`, `x_conflict-20261120-101010.md` |
/// | OneDrive | `x-DESKTOP-AB12.md`, `x-Annas-dator.md` |
/// | Syncthing, Synology, Resilio | `x.sync-conflict-20261120-101010-ABCDEFG.md`, `x_NAS_Nov-20-101010-2026_Conflict.md`, `x.Conflict.md` |
/// | iCloud, Google Drive, browsers | `x 2.md`, `x (1).md`, `Kopia av x.md` |
/// | Windows, Macs, Linux | `x - Kopia.md`, `x – Copy (2).md`, `x kopia 2.md`, `x (ytterligare en kopia).md` |
/// | merges of git | `x_LOCAL_1234.md` |
pub fn original_of(name: &str, exists: impl Fn(&str) -> bool) -> Option<String> {
    if name.len() > LONGEST || !may_be_copy(name) {
        return None;
    }
    let (stem, ending) = split(name);
    let mut barest: Option<String> = None;
    let mut layers = vec![stem];
    // A copy of a copy has two marks; nobody has more than a handful.
    for _ in 0..MOST_MARKS {
        layers = layers.into_iter().flat_map(bases).map(|(base, _)| base).collect();
        layers.sort_by_key(|base| std::cmp::Reverse(base.len()));
        layers.dedup();
        let found = layers
            .iter()
            .map(|base| format!("{base}{ending}"))
            .filter(|base| base != name && exists(base))
            .last();
        barest = match (barest, found) {
            (Some(old), Some(new)) if new.len() >= old.len() => Some(old),
            (old, new) => new.or(old),
        };
    }
    barest
}

/// How many marks are looked for, one behind the other.
const MOST_MARKS: usize = 4;

/// The longest name that any system has: one that is longer is no file's.
const LONGEST: usize = 255;

/// The name without the marks that nothing but a copy has; none where there is no such mark.
pub fn without_copy_mark(name: &str) -> Option<String> {
    let (mut stem, ending) = split(name);
    let whole = stem;
    for _ in 0..MOST_MARKS {
        let sure = bases(stem).into_iter().filter(|(_, is_sure)| *is_sure);
        let Some((base, _)) = sure.min_by_key(|(base, _)| base.len()) else { break };
        stem = base;
    }
    (stem != whole).then(|| format!("{stem}{ending}"))
}

/// A name up to its last dot, and from there on.
fn split(name: &str) -> (&str, &str) {
    name.split_at(name.rfind('.').filter(|at| *at > 0).unwrap_or(name.len()))
}

/// A quick look, since it is taken at every file: a name of small letters, digits and hyphens is hardly ever a copy's.
fn may_be_copy(name: &str) -> bool {
    let stem = split(name).0;
    if !stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return true;
    }
    let mut words = stem.rsplit('-');
    let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_device = |word: &str| DEVICES.contains(&word) || MODELS.contains(&word);
    stem.contains("-conflict-2")
        || is_device(last)
        || is_device(before)
        || matches!(last, "kopia" | "copy")
        || stem.starts_with("kopia-")
        || stem.starts_with("copy-")
}

/// What is left of a name without one mark, and whether nothing but a copy has that mark.
fn bases(stem: &str) -> Vec<(&str, bool)> {
    // Small letters of ASCII alone, so that every place in it is one in the name.
    let lower = stem.to_ascii_lowercase();
    let before = in_brackets(&lower).into_iter().chain(by_programs(&lower)).chain(by_words(&lower));
    let before = before.map(|(length, is_sure)| (stem.get(..length).unwrap_or_default(), is_sure));
    let after = ["kopia av ", "kopia av", "kopia-av-", "copy of ", "copy-of-", "copy_of_"]
        .into_iter()
        .filter(|mark| lower.starts_with(mark))
        .map(|mark| (stem.get(mark.len()..).unwrap_or_default(), true));
    let own = by_computers(stem).into_iter().map(|base| (base, false));
    let bare = |(base, is_sure): (_, bool)| (str::trim_matches(base, [' ', '\u{a0}', '_']), is_sure);
    before.chain(after).chain(own).map(bare).filter(|(base, _)| !base.is_empty() && *base != stem).collect()
}

/// `x (1)`, `x (Annas konfliktkopia 2026-11-21)`, `x [conflicted]`, `x_conf(…)`: the length of what is before the brackets.
fn in_brackets(lower: &str) -> Option<(usize, bool)> {
    if !lower.ends_with([')', ']']) {
        return None;
    }
    let says_so = |inner: &str| {
        ["konflikt", "conflict", "kopia", "copy", "kopian"].iter().any(|word| inner.contains(word))
    };
    let first = lower.find(['(', '[']).filter(|at| says_so(&lower[*at..]));
    let at = first.or_else(|| lower.rfind(['(', '[']))?;
    let inner = &lower[at + 1..lower.len() - 1];
    let is_number = (1..=3).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    let base = lower[..at].strip_suffix("_conf");
    (base.is_some() || is_number || says_so(inner)).then(|| (base.map_or(at, str::len), true))
}

/// The marks of synchronising programs and of merges that are followed by a time, a device or a number.
fn by_programs(lower: &str) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    let marks = [".sync-conflict-", "_conflict-", "-conflict-", "_backup_", "_local_", "_remote_", "_base_"];
    for mark in marks {
        let rest = lower.find(mark).map(|at| (at, &lower[at + mark.len()..]));
        // A merge's number and nothing else.
        let is_meant = |rest: &str| {
            mark.contains("conflict") || (!rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        found.extend(rest.filter(|(_, rest)| is_meant(rest)).map(|(at, _)| (at, true)));
    }
    // Syncthing's older versions: x~20261120-101010.
    let time = lower
        .rsplit_once('~')
        .filter(|(_, time)| time.len() == 15 && time.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    found.extend(time.map(|(base, _)| (base.len(), true)));
    // Set aside by an editor or by hand, with the ending of a text.
    let aside = [".orig", ".bak", ".backup", ".old", ".kopia", ".copy"].iter();
    found.extend(aside.filter_map(|mark| lower.strip_suffix(mark)).map(|base| (base.len(), true)));
    let whole =
        ["_conflict", ".conflict", " conflict", "-conflict"].iter().find_map(|mark| lower.strip_suffix(mark));
    if let Some(base) = whole {
        // Synology puts the device and the time before it.
        let parts = base.rmatch_indices('_').take(3).map(|(at, _)| (at, false));
        found.extend(std::iter::once((base.len(), true)).chain(parts));
    }
    found
}

/// `x - kopia`, `x copy`, `x 2`.
fn by_words(lower: &str) -> Option<(usize, bool)> {
    if let Some(base) = ["kopia", "copy"].iter().find_map(|word| lower.strip_suffix(word))
        && base.ends_with([' ', '-', '_'])
    {
        return Some((base.trim_end_matches([' ', '-', '_', '–', '—']).len(), true));
    }
    let (base, number) = lower.rsplit_once([' ', '\u{a0}', '_'])?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((base.len(), false))
}

/// OneDrive puts a hyphen and the computer's name after a file's: `x-DESKTOP-AB12`, `x-Annas-dator`, `x-MARIAS-MBP`.
fn by_computers(stem: &str) -> Vec<&str> {
    let cuts = stem.rmatch_indices('-').take(4);
    cuts.filter(|(at, _)| is_computer(&stem[at + 1..])).map(|(at, _)| &stem[..at]).collect()
}

fn is_computer(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if name.len() < 3 || name.len() > 32 || !name.bytes().all(is_plain) {
        return false;
    }
    let has_small = name.bytes().any(|byte| byte.is_ascii_lowercase());
    if !has_small && name.len() <= 15 && name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return true;
    }
    let lower = name.to_ascii_lowercase();
    let words: Vec<&str> = lower.split('-').collect();
    match words.as_slice() {
        // What Windows calls a computer that nobody has given a name.
        ["desktop" | "laptop" | "win", rest] => {
            (4..=12).contains(&rest.len()) && rest.bytes().any(|byte| byte.is_ascii_digit())
        }
        // Somebody's: annas-dator, marias-macbook-pro, annas-imac-2.
        [owner, rest @ ..] => {
            let known =
                |word: &&str| DEVICES.contains(word) || MODELS.contains(word) || word.parse::<u8>().is_ok();
            owner.ends_with('s')
                && rest.first().is_some_and(|word| DEVICES.contains(word))
                && rest.iter().all(known)
        }
        [] => false,
    }
}

/// Words for what people work at.
const DEVICES: [&str; 22] = [
    "dator",
    "datorn",
    "jobbdator",
    "hemdator",
    "laptop",
    "desktop",
    "pc",
    "pcn",
    "win",
    "mac",
    "macbook",
    "imac",
    "mbp",
    "surface",
    "iphone",
    "ipad",
    "mobil",
    "telefon",
    "lenovo",
    "thinkpad",
    "dell",
    "hp",
];

/// What comes after such a word.
const MODELS: [&str; 6] = ["pro", "air", "mini", "max", "plus", "studio"];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, there: &[&str]) -> Option<String> {
        original_of(name, |name| there.contains(&name))
    }

    const MARKS: &[&str] = &[
        // Dropbox, Nextcloud, ownCloud, Seafile, pCloud, Tresorit
        "x (Annas konfliktkopia 2026-11-21)",
        "x (Anna's conflicted copy 2026-11-21)",
        "x (Åsas konfliktkopia 2026-11-21)",
        "x (Anna (jobb) konfliktkopia 2026-11-21)",
        "x (conflicted copy 2026-11-20 101010)",
        "x (Case Conflict)",
        "x (Skiftlägeskonflikt)",
        "x_conflict-20261120-101010",
        "x_conflict-anna-20261120-101010",
        "x_conf(anna)",
        "x_conf(2026-11-20-101010)",
        "x (SFConflict anna@a.example 2026-11-20-10-10-10)",
        "x [conflicted]",
        // OneDrive
        "x-DESKTOP-AB12",
        "x-DESKTOP-AB12CDE",
        "x-LAPTOP-3F4G5H6J",
        "x-Annas-dator",
        "x-annas-dator",
        "x-marias-dator",
        "x-Marias-MacBook-Pro",
        "x-ANNAS-MBP",
        "x-PC1234",
        "x-annas-imac-2",
        "x-desktop-ab12",
        // Syncthing, Synology, Resilio
        "x.sync-conflict-20261120-101010-ABCDEFG",
        "x~20261120-101010",
        "x_NAS_Nov-20-101010-2026_Conflict",
        "x.Conflict",
        // iCloud, Google Drive, browsers, Outlook
        "x 2",
        "x 13",
        "x (1)",
        "x (002)",
        "Kopia av x",
        "Copy of x",
        // Windows, Macs, Linux
        "x - kopia",
        "x – Kopia",
        "x - Kopia (2)",
        "x - Copy",
        "x - Copy (3)",
        "x kopia",
        "x kopia 2",
        "x copy",
        "x (kopia)",
        "x (ytterligare en kopia)",
        "x (3:e kopian)",
        "x (another copy)",
        "x-kopia",
        "x_copy",
        // git
        "x_LOCAL_1234",
        "x_BASE_1234",
        // downloads, and what is set aside
        "x_1",
        "x-conflict-20261120",
        "x-conflict-20261120-101010",
        "x.orig",
        "x.bak",
        "x.old",
        // twice
        "x (1) (1)",
        "x-DESKTOP-AB12 (1)",
        "x (Annas konfliktkopia 2026-11-21) (1)",
    ];

    #[test]
    fn a_copy_is_known_by_its_name_and_by_its_original() {
        for mark in MARKS {
            for ending in [".md", ".en.md", ".yaml", ".jpg", ""] {
                let (name, original) = match mark.strip_prefix('x') {
                    Some(rest) if ending == ".en.md" => (format!("x.en{rest}.md"), "x.en.md".to_string()),
                    _ if ending == ".en.md" => continue,
                    _ if ending.is_empty() && mark.contains('.') => continue,
                    _ => (format!("{mark}{ending}"), format!("x{ending}")),
                };
                assert_eq!(of(&name, &[&original]).as_deref(), Some(original.as_str()), "{name}");
                assert_eq!(of(&name, &["y.md", &name]), None, "{name} alone");
            }
        }
    }

    #[test]
    fn of_copies_of_copies_the_barest_is_the_original() {
        assert_eq!(of("x (1) (1).md", &["x (1).md", "x.md"]).as_deref(), Some("x.md"));
        assert_eq!(of("x-DESKTOP-AB12.md", &["x-DESKTOP.md", "x.md"]).as_deref(), Some("x.md"));
    }

    #[test]
    fn names_that_somebody_chose_are_no_copies() {
        let there = ["x.md", "2026-11-21-kurs.md", "om.md", "bild.jpg", "fittja.yaml", "x", "2026.md"];
        for name in [
            "x-2.md",
            "x.en.md",
            "2026-11-21-kurs-2.md",
            "2026-11-21-kurs-dator.md",
            "om-oss.md",
            "om-datorn.md",
            "bild-pro.jpg",
            "fittja-norra.yaml",
            "fittja-s.yaml",
            "x-pc.md",
            "2026-11-21-kurs-i-data.md",
            "x (Åsa).md",
            "x (2026).md",
            "x-y.md",
            "fittja-2.yaml",
            "xkopia.md",
            "x..md",
            ".md",
            "",
            "x-.md",
            "(1).md",
            "kopia.md",
            "x-mac.md",
        ] {
            assert_eq!(of(name, &there), None, "{name}");
        }
    }

    #[test]
    fn a_name_without_its_marks_is_what_it_was() {
        for (name, bare) in [
            ("x.sync-conflict-20261120-101010-ABCDEFG.md", Some("x.md")),
            ("Öppet hus (1).md", Some("Öppet hus.md")),
            ("x - kopia (2).md", Some("x.md")),
            ("x 2.md", None),
            ("Öppet-HUS.md", None),
        ] {
            assert_eq!(without_copy_mark(name).as_deref(), bare, "{name}");
        }
    }

    #[test]
    fn a_name_of_nothing_but_marks_takes_no_time() {
        for mark in [" (1)", "-kopia", "_conflict", "-PC1", " 2", "_LOCAL_1", "-annas-dator"] {
            let name = format!("x{}.md", mark.repeat(20_000 / mark.len()));
            assert_eq!(of(&name, &["x.md"]), None, "no file has such a name");
            let name = format!("x{}.md", mark.repeat(200 / mark.len()));
            let asked = std::cell::Cell::new(0);
            let _ = original_of(&name, |_| {
                asked.set(asked.get() + 1);
                false
            });
            assert!(asked.get() < 400, "{mark}: {}", asked.get());
        }
    }
}
