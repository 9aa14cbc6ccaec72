//! The search: what its index has, with which weight, and what it has not.

use std::collections::BTreeMap;

use fcsite::base::Code;
use serde_json::Value;

use super::project::{BOTKYRKA, Built, FITTJA, NEWS, PAGE, Project};

/// The index of a municipality, read as the script of its page reads it: for each word the titles of what has it, with their weights.
fn index(built: &Built, folder: &str) -> BTreeMap<String, Vec<(String, u8)>> {
    let about: Value = serde_json::from_str(built.page(&format!("{folder}ord.json"))).unwrap();
    let titles: Vec<&str> =
        about["entries"].as_array().unwrap().iter().map(|entry| entry["t"].as_str().unwrap()).collect();
    // A small index is one file.
    let read = |place| match about["postings"].as_str() {
        Some(text) => text.to_string(),
        None => serde_json::from_str(built.page(&format!("{folder}index-{place}.json"))).unwrap(),
    };
    let pieces: Vec<String> = (0..about["starts"].as_array().unwrap().len()).map(read).collect();
    let postings = pieces.iter().flat_map(|text| text.split(' ')).filter(|one| !one.is_empty());
    let postings: Vec<&str> = postings.collect();
    let mut words: Vec<String> = Vec::new();
    for coded in about["vocabulary"].as_str().unwrap().split(' ') {
        let same = usize::try_from(coded.chars().next().unwrap().to_digit(36).unwrap()).unwrap();
        let start: String = words.last().map(|word| word.chars().take(same).collect()).unwrap_or_default();
        words.push(start + &coded[1..]);
    }
    assert_eq!(words.len(), postings.len());
    assert!(words.is_sorted());
    let read = |coded: &&str| {
        let (mut weight, mut place, mut value, mut shift) = (2, 0, 0, 0);
        let mut found = Vec::new();
        for sign in coded.chars() {
            if let Some(at) = "%_$#!".find(sign).filter(|_| sign != '_') {
                (weight, place) = (u8::try_from(at + 1).unwrap(), 0);
                continue;
            }
            let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            let digit = digits.find(sign).unwrap();
            value += (digit % 32) << shift;
            shift += 5;
            if digit < 32 {
                place += value;
                found.push((titles[place].to_string(), weight));
                (value, shift) = (0, 0);
            }
        }
        found
    };
    words.into_iter().zip(postings.iter().map(read)).collect()
}

fn site() -> Project {
    Project::new()
        .with(PAGE, "---\ntitle: Rubrikordet\nlead: Ingressordet här.\n---\n\n## Mellanordet\n\nBrödordet, **brödordet** och mellanordet i texten. Ring {telefon fittja}.\n")
        .with(NEWS, "---\ntitle: Hej\nlead: En hälsning.\ncategory: Kategoriordet\n---\n\nRubrikordet och mera text om barnvagnsparkering.\n")
        .and(FITTJA, "phone: 08-123 45 67\nhours: {tuesday: 9–12, saturday: 9–12}\nactivities:\n  - {id: sang, title: Sångstund, day: tuesday, from: \"10:00\", to: \"11:00\", description: Vi gungar}\n")
}

fn of(index: &BTreeMap<String, Vec<(String, u8)>>, word: &str) -> Vec<(String, u8)> {
    index.get(word).cloned().unwrap_or_default()
}

#[test]
fn a_word_weighs_by_where_it_stands_and_counts_once_where_it_weighs_most() {
    let built = site().pages();
    let index = index(&built, "botkyrka/sok/");
    let own = |weight| vec![("Rubrikordet".to_string(), weight)];
    assert_eq!(of(&index, "ingressordet"), own(3));
    assert_eq!(of(&index, "mellanordet"), own(4));
    assert_eq!(of(&index, "brödordet"), own(2));
    let mut both = of(&index, "rubrikordet");
    both.sort();
    assert_eq!(both, [("Hej".to_string(), 2), ("Rubrikordet".to_string(), 5)]);
    assert_eq!(of(&index, "kategoriordet"), [("Hej".to_string(), 1)]);
    // A centre's services and activities have its name, which weighs as a title.
    let named = of(&index, "fittja");
    assert!(named.len() >= 4 && named.iter().all(|(_, weight)| *weight == 5), "{named:?}");
    assert!(of(&index, "gungar").contains(&("Sångstund".to_string(), 3)));
    assert!(of(&index, "lördag").contains(&("Fittja".to_string(), 1)));
    assert!(of(&index, "tisdag").contains(&("Sångstund".to_string(), 1)));
    // What a service is asked for by other names.
    assert!(of(&index, "barnhälsovård").iter().any(|(title, _)| title.contains("Barnavårdscentral")));
    // Words that say nothing are found in titles alone.
    assert_eq!(of(&index, "och"), [("Telefon och kontakt".to_string(), 5)]);
}

#[test]
fn a_search_tells_whom_to_ring_when_it_is_next_and_a_sentence_of_each_text() {
    let built = site().pages();
    let about: Value = serde_json::from_str(built.page("botkyrka/sok/ord.json")).unwrap();
    let entries = about["entries"].as_array().unwrap();
    let find = |title: &str| entries.iter().find(|entry| entry["t"] == title).unwrap();
    assert_eq!(find("Fittja")["h"], "tel:+4681234567");
    assert_eq!(find("Barnavårdscentral (BVC)")["h"], "tel:+4681234567");
    let times = find("Sångstund")["w"].as_array().unwrap();
    assert_eq!(times[0], "2026-11-17 10–11");
    let [file, place] =
        ["0", "1"].map(|at| find("Rubrikordet")["x"][at.parse::<usize>().unwrap()].as_u64().unwrap());
    let texts: Value = serde_json::from_str(built.page(&format!("botkyrka/sok/text-{file}.json"))).unwrap();
    let text = texts[usize::try_from(place).unwrap()].as_str().unwrap();
    assert!(text.starts_with("Ingressordet här. Mellanordet Brödordet, brödordet och"), "{text}");
    assert!(text.contains("08-123"), "{text}");
}

#[test]
fn a_centre_is_found_by_what_one_asks_before_going_there() {
    let more = "getting_there: {pram_parking: Vagnsgaraget på gården}\nlokalen: {hiss: ja, skötbord: nej, kylskåp: ja, barnvagnsrum: ja, värma mat: ja, plats att amma: ja, fikakostnad: 20 kr, anmärkning: Ring porttelefonen}\nspoken_languages: [fi]\n";
    let index = index(&site().and(FITTJA, more).pages(), "botkyrka/sok/");
    let own = [("Fittja".to_string(), 1)];
    for word in [
        "vagnsgaraget",
        "barnvagn",
        "hiss",
        "porttelefonen",
        "suomi",
        "kylskåp",
        "barnvagnsrum",
        "värma",
        "amma",
        "fika",
    ] {
        assert_eq!(of(&index, word), own, "{word}");
    }
    // What is not there is not found.
    assert_eq!(of(&index, "skötbord"), []);
}

#[test]
fn nothing_is_found_that_is_not_published_even_where_drafts_are_shown() {
    let draft = "---\ntitle: Hemligheten\ndraft: true\n---\nOhyggligt.\n";
    let future = "---\ntitle: Framtiden\nlead: Snart.\ndate: 2026-12-24\n---\nOhyggligare.\n";
    let over = "---\ntitle: Förbi\nuntil: 2026-01-01\n---\nLängesedan.\n";
    let project = site()
        .with("content/botkyrka/pages/utkast.md", draft)
        .with("content/botkyrka/pages/forbi.md", over)
        .with("content/botkyrka/news/2026-12-24-sen.md", future);
    let shown = project.clone().drafts().future();
    for project in [project, shown] {
        let built = project.build();
        let files = built.files().filter(|(path, _)| path.contains("/sok/"));
        let all: String = files.map(|(_, bytes)| String::from_utf8_lossy(bytes).to_lowercase()).collect();
        for word in ["hemligheten", "ohyggligt", "framtiden", "ohyggligare", "förbi", "längesedan"] {
            assert!(!all.contains(word), "{word}");
        }
        assert!(all.contains("brödordet"));
    }
}

#[test]
fn text_in_an_index_is_text() {
    let hostile = "</script><img src=x onerror=alert(1)>";
    let quoted = format!("'{hostile}'");
    let built = site()
        .with(PAGE, format!("---\ntitle: {quoted}\nlead: {quoted}\n---\n\nOm \\<b\\> & `<i>`.\n"))
        .build();
    assert!(!built.report.has_errors(), "{}", built.told().join("\n"));
    let about: Value = serde_json::from_str(built.page("botkyrka/sok/ord.json")).unwrap();
    assert!(about["entries"].as_array().unwrap().iter().any(|entry| entry["t"] == hostile));
    assert!(built.page("botkyrka/sok/text-0.json").contains("Om <b> & <i>."));
    assert!(!built.page("botkyrka/sok/index.html").contains("<img src=x"));
}

#[test]
fn the_page_has_all_from_a_to_z_and_the_name_is_taken() {
    let built = site().pages();
    let html = built.page("botkyrka/sok/index.html");
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}\n{html}"));
    assert!(at(">Barnavårdscentral (BVC)<") < at(">Fittja<"));
    assert!(at(">Rubrikordet<") < at(">Sångstund<"));
    assert!(at(">Tillgänglighetsredogörelse<") < at(">Öppen förskola<"));
    // It is one page, whatever is asked of it.
    assert!(
        !html.contains("noindex")
            && html.contains("rel=\"canonical\" href=\"https://prov.example/botkyrka/sok/\"")
    );
    assert!(html.contains("<meta name=\"description\""), "{html}");
    assert!(!built.page("botkyrka/sitemap.xml").contains("/sok/"));
    assert!(built.page("botkyrka/nyheter/2026-01-10-hej/index.html").contains("action=\"../../sok/\""));
    let taken = site().with("content/botkyrka/pages/sok.md", "---\ntitle: Sök\n---\nText.\n").build();
    assert!(taken.codes().contains(&Code::ReservedName), "{:?}", taken.told());
}

#[test]
fn an_edit_of_a_text_makes_its_own_files_of_the_search_anew_and_no_other_page() {
    let mut texts = site();
    for number in 10..60 {
        let text = format!("---\ntitle: Nummer {number}\nlead: En.\n---\nText {number}.\n");
        texts = texts.with(&format!("content/botkyrka/news/2025-{}-11-n{number}.md", number % 3 + 10), text);
    }
    let first = texts.pages();
    let edited =
        texts.with(PAGE, "---\ntitle: Rubrikordet\nlead: Ingressordet här.\n---\n\nNyttordet.\n").pages();
    let before: BTreeMap<&str, &[u8]> = first.files().collect();
    let changed = edited.files().filter(|(path, bytes)| before.get(path) != Some(bytes));
    let changed: Vec<&str> = changed.map(|(path, _)| path).collect();
    assert_eq!(changed, ["botkyrka/om/index.html", "botkyrka/sok/ord.json", "botkyrka/sok/text-0.json"]);
    assert!(first.has("botkyrka/sok/text-4.json") && !first.has("botkyrka/sok/text-5.json"));
}

#[test]
fn the_region_finds_municipalities_centres_and_services() {
    let built = site().region().pages();
    let index = index(&built, "sok/");
    assert!(of(&index, "nacka").contains(&("Nacka kommun".to_string(), 5)));
    assert!(of(&index, "fittja").iter().any(|(title, _)| title == "Fittja"));
    assert!(of(&index, "barnavårdscentral").iter().any(|(_, weight)| *weight == 5));
    let html = built.page("sok/index.html");
    assert!(html.contains("href=\"../botkyrka/familjecentraler/fittja/\""), "{html}");
}

/// What each of these texts makes in the municipality's search, in bytes.
fn made(project: Project) -> usize {
    let built = project.build();
    assert!(!built.report.has_errors(), "{}", built.told().join("\n"));
    built.files().filter(|(path, _)| path.contains("/sok/")).map(|(_, bytes)| bytes.len()).sum()
}

/// The words of a text by their numbers.
type WordsByNumber = Box<dyn Fn(usize) -> String>;

#[test]
fn no_text_makes_an_index_much_longer_than_itself() {
    // Words that are all unlike, that all begin alike, far letters, and what JSON has to escape.
    let unlike = |n: usize| format!("{:x}q{n}", n.wrapping_mul(2_654_435_761) & 0xffff_ffff);
    let series: [(&str, WordsByNumber); 5] = [
        ("unlike", Box::new(unlike)),
        ("alike", Box::new(|n| format!("{}{n}", "a".repeat(30)))),
        ("short", Box::new(|n| format!("{:02}", n % 100))),
        (
            "far",
            Box::new(|n| {
                char::from_u32(0x2_0000 + u32::try_from(n % 40_000).unwrap()).unwrap().to_string().repeat(2)
            }),
        ),
        ("unseen", Box::new(|n| format!("a\u{3164}{n}\u{115f}b"))),
    ];
    for (name, word) in series {
        let text = (0..20_000).map(word).collect::<Vec<_>>().join(" ");
        let page = format!("---\ntitle: Rubrik\n---\n\n{text}\n");
        let length = page.len();
        let more = made(site().with(PAGE, page)) - made(site());
        assert!(more < 3 * length + 20_000, "{name}: {length} bytes became {more}");
    }
}

#[test]
fn a_list_of_synonyms_is_no_longer_than_the_file_that_it_is_in() {
    let group =
        |n: usize| format!("[{}]", (0..50).map(|at| format!("o{n}x{at}")).collect::<Vec<_>>().join(", "));
    let all = (0..50).map(group).collect::<Vec<_>>().join(", ");
    let more = made(site().and(BOTKYRKA, &format!("synonyms: [{all}]\n"))) - made(site());
    assert!(more < 2 * all.len(), "{} bytes became {more}", all.len());
    let one = site().and(BOTKYRKA, "synonyms: [[Gula, huset!, 'Stora, \"gula\"; huset']]\n").pages();
    let about: Value = serde_json::from_str(one.page("botkyrka/sok/ord.json")).unwrap();
    assert!(about["synonyms"].as_str().unwrap().ends_with("; gula, huset, stora gula huset"));
}

#[test]
fn a_large_index_lies_in_pieces_that_together_have_each_word() {
    let text = |n: usize| {
        let words = (0..900)
            .map(|at| format!("{}{:05x}", char::from(b'a' + (at % 26) as u8), (n * 900 + at) * 7 % 90_001));
        words.collect::<Vec<_>>().join(" ")
    };
    let mut project = site();
    for n in 0..160 {
        let page = format!("---\ntitle: Rubrik {n}\ndate: 2025-01-11\nlead: En.\n---\n\n{}\n", text(n));
        project = project.with(&format!("content/botkyrka/news/2025-01-11-n{n}.md"), page);
    }
    let built = project.pages();
    assert!(built.has("botkyrka/sok/index-1.json"));
    let index = index(&built, "botkyrka/sok/");
    for n in [0, 77, 159] {
        for word in text(n).split(' ').step_by(37) {
            assert!(of(&index, word).contains(&(format!("Rubrik {n}"), 2)), "{word}");
        }
    }
}
