//! Whatever a site becomes, and wherever a publication breaks off: what a reader can come to from the front page is there.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::host::remote::journal::{Author, FarJournal, announce, done_line};
use crate::host::remote::list::Print;

/// A page's bytes are the paths that it leads to.
type Leads = BTreeMap<String, Vec<String>>;

/// A site: a front, lists, pages and their pictures, of numbers that were drawn.
fn site(parts: &[(u8, Vec<u8>)]) -> Leads {
    let mut site = Leads::new();
    let page = |number: u8| format!("a/p{}/index.html", number % 12);
    let known: BTreeSet<u8> = parts.iter().map(|(number, _)| number % 12).collect();
    for (number, links) in parts {
        let style = format!("assets/s.{:02}.css", number % 5);
        let picture = format!("a/assets/{:02}.webp", links.len() * 7 % 10);
        let document = format!("a/filer/{:02}.pdf", links.first().copied().unwrap_or(*number) % 6);
        let pages = links.iter().filter(|link| known.contains(&(**link % 12))).map(|link| page(*link));
        let all: Vec<String> = [style, picture, document].into_iter().chain(pages).collect();
        for file in all.iter().take(3) {
            site.entry(file.clone()).or_default();
        }
        site.insert(page(*number), all);
    }
    for list in ["a/nyheter/index.html", "a/sok/ord.json"] {
        site.insert(list.into(), known.iter().map(|number| page(*number)).collect());
    }
    site.insert("a/index.html".into(), vec!["a/nyheter/index.html".into(), "a/sok/ord.json".into()]);
    site.insert("index.html".into(), vec!["a/index.html".into()]);
    site
}

fn files(site: &Leads) -> FarFiles {
    let entry = |links: &Vec<String>| {
        let bytes = links.join("\n");
        FarEntry { print: Print::of(bytes.as_bytes()), length: bytes.len() as u64, retained: false }
    };
    site.iter().map(|(path, links)| (FarPath::parse(path).unwrap(), entry(links))).collect()
}

/// What a reader who begins at the front page, and one who holds any page that can be come to, does not find.
fn missing(target: &Leads) -> Vec<String> {
    let (mut seen, mut open) = (BTreeSet::new(), vec!["index.html".to_string()]);
    let mut missing = Vec::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        match target.get(&path) {
            Some(links) => open.extend(links.iter().cloned()),
            None => missing.push(path),
        }
    }
    missing
}

/// Does the steps up to one, and says what a reader misses after each.
fn act(planned: &Planned, wanted: &Leads, target: &mut Leads, upto: usize) -> Result<(), TestCaseError> {
    for (at, step) in planned.groups.iter().flatten().take(upto).enumerate() {
        let path = step.path().as_str().to_string();
        match step {
            FarStep::Put(..) => drop(target.insert(path.clone(), wanted[&path].clone())),
            FarStep::Remove(_) => drop(target.remove(&path)),
        }
        let lacks = if target.contains_key("index.html") { missing(target) } else { Vec::new() };
        prop_assert_eq!(lacks, Vec::<String>::new(), "after {} {:?}", at, step);
    }
    Ok(())
}

/// What the next publication knows of one that broke off when so many of its steps were noted.
fn known(planned: &Planned, state: &FarState, list: Option<&(FarList, Print)>, noted: usize) -> FarState {
    let author = Author { by: "x".into(), at: "y".into(), token: "t".into() };
    let (mut text, first) = announce(planned, state, list, &author);
    (first..first + noted).for_each(|number| text.push_str(&done_line(number, &author)));
    FarJournal::parse(text.as_bytes()).unwrap().state(list).unwrap()
}

fn parts() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
    prop::collection::vec((any::<u8>(), prop::collection::vec(any::<u8>(), 0..4)), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_no_moment_does_a_page_lead_to_what_is_not_there_also_when_publications_break_off(
        sites in prop::collection::vec((parts(), any::<u8>(), any::<u8>()), 1..6)
    ) {
        let (mut target, mut state, mut list) = (Leads::new(), FarState::default(), None);
        for (parts, upto, noted) in sites {
            let wanted = site(&parts);
            let planned = plan(&files(&wanted), &state);
            let upto = (planned.len() * usize::from(upto) / 200).min(planned.len());
            act(&planned, &wanted, &mut target, upto)?;
            if upto < planned.len() {
                // The journal is told of a group before the next one begins.
                let ends = planned.groups.iter().scan(0, |end, group| { *end += group.len(); Some(*end) });
                let begun = ends.take_while(|end| *end <= upto).last().unwrap_or_default();
                let noted = begun + (upto - begun) * usize::from(noted) / 255;
                state = known(&planned, &state, list.as_ref(), noted);
                continue;
            }
            list = FarList::parse(list_of(&planned, "x", "y").text().as_bytes(), &[]);
            state = FarState { files: planned.next.clone(), ..FarState::default() };
            for path in wanted.keys() {
                prop_assert_eq!(target.get(path), wanted.get(path));
            }
            // What is beyond that is style that stays for one publication.
            for path in target.keys().filter(|path| !wanted.contains_key(*path)) {
                let entry = planned.next.get(&FarPath::parse(path).unwrap());
                prop_assert!(entry.is_some_and(|entry| entry.retained), "{}", path);
            }
        }
    }

    #[test]
    fn what_is_there_already_is_not_sent_again_and_style_that_is_not_used_goes_one_publication_later(old in parts(), new in parts()) {
        let (old, new) = (files(&site(&old)), files(&site(&new)));
        let first = plan(&new, &FarState { files: plan(&old, &FarState::default()).next, ..FarState::default() });
        let second = plan(&new, &FarState { files: first.next.clone(), ..FarState::default() });
        for step in second.groups.iter().flatten() {
            prop_assert!(matches!(step, FarStep::Remove(path) if is_retained(path) && old.contains_key(path)), "{:?}", step);
        }
        prop_assert!(second.next.values().all(|entry| !entry.retained));
        let third = plan(&new, &FarState { files: second.next, ..FarState::default() });
        prop_assert!(third.is_empty());
    }
}

#[test]
fn what_lies_where_a_folder_shall_be_goes_first() {
    let entry = |text: &str| FarEntry { print: Print::of(text.as_bytes()), length: 1, retained: false };
    let of = |paths: &[&str]| -> FarFiles {
        paths.iter().map(|path| (FarPath::parse(path).unwrap(), entry(path))).collect()
    };
    for (old, new) in [("a/b", "a/b/index.html"), ("a/b/index.html", "a/b")] {
        let state = FarState { files: of(&[old]), ..FarState::default() };
        let planned = plan(&of(&[new]), &state);
        assert!(
            matches!(&planned.groups[0][0], FarStep::Remove(path) if path.as_str() == old),
            "{planned:?}"
        );
    }
}

#[test]
fn that_more_than_a_fifth_of_the_pages_go_is_much() {
    let entry = FarEntry { print: Print::of(b""), length: 0, retained: false };
    let pages = |from: usize, to: usize| -> FarFiles {
        (from..to).map(|page| (FarPath::parse(&format!("a/{page}/index.html")).unwrap(), entry)).collect()
    };
    let state = FarState { files: pages(0, 10), ..FarState::default() };
    assert!(!plan(&pages(2, 10), &state).loses_much());
    assert!(plan(&pages(3, 10), &state).loses_much());
    assert!(!plan(&pages(0, 10), &FarState::default()).loses_much());
}
