//! The memory between two builds: a rebuild makes only what an edit reaches, and gives the same bytes as a clean build.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by failing")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use fcsite::base::{Fingerprint, OutputPath, SourcePath};
use fcsite::build::{BuildReport, Observer, Options, Output, Pictures, Request, build};
use fcsite::cache::Memory;
use fcsite::input::{InputError, InputFolder, Inputs, MemoryInputs};
use fcsite::model::Settings;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

/// Files by their paths. What is kept is not copied: tens of thousands of builds are held against each other.
type Files = BTreeMap<String, Arc<[u8]>>;

/// What lies in `public/`, kept from build to build as a server's folder would be.
#[derive(Default)]
struct Public {
    old: Files,
    new: Mutex<Files>,
}

impl Output for Public {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), fcsite::base::Phrase> {
        let twice = self.new.lock().unwrap().insert(path.as_str().to_string(), bytes.into());
        if twice.is_some() { Err(fcsite::base::Phrase::said(format!("{path} twice"))) } else { Ok(()) }
    }

    fn keep(&self, path: &OutputPath, fingerprint: Fingerprint) -> bool {
        match self.old.get(path.as_str()) {
            Some(bytes) if Fingerprint::of(bytes) == fingerprint => {
                self.new.lock().unwrap().insert(path.as_str().to_string(), bytes.clone());
                true
            }
            _ => false,
        }
    }
}

#[derive(Clone, Default)]
struct NoPictures(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Pictures for NoPictures {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(key).cloned()
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        self.0.lock().unwrap().insert(key.to_string(), bytes.to_vec());
    }
}

struct Quiet;
impl Observer for Quiet {}

#[derive(Clone)]
struct World {
    inputs: MemoryInputs,
    public: Files,
    memory: Memory,
    pictures: NoPictures,
    now: jiff::civil::Date,
}

impl World {
    fn new() -> Self {
        let mut inputs = MemoryInputs::default();
        inputs.insert(
            "content/site.yaml",
            "title: Länet\nbase_url: https://lan.example\norganisation: Länet\nlanguages: [sv]\n",
        );
        for (id, code) in [("alfa", "0127"), ("beta", "0138")] {
            let config = format!("name: {id} kommun\ncode: \"{code}\"\n");
            inputs.insert(&format!("content/{id}/municipality.yaml"), config);
            inputs.insert(&format!("content/{id}/centres/torget.yaml"), centre("Torget"));
            for day in 1..=4 {
                inputs.insert(
                    &format!("content/{id}/news/2026-01-0{day}-nyhet.md"),
                    news(&format!("Nyhet {day}"), ""),
                );
            }
        }
        inputs.insert(
            "content/_shared/news/2026-02-01-gemensam.md",
            news("Gemensam", "centres: [alfa/torget]\n"),
        );
        inputs.insert(
            "content/_shared/pages/om.md",
            "---\ntitle: Om\n---\nText om [nyheten](../news/2026-02-01-gemensam.md).\n",
        );
        inputs.insert("content/_shared/images/bild.png", png(900, 300, 7));
        Self {
            inputs,
            public: BTreeMap::new(),
            memory: Memory::default(),
            pictures: NoPictures::default(),
            now: date("2026-03-01"),
        }
    }

    fn run(&self, old: Files, memory: Option<&mut Memory>) -> (BuildReport, Files) {
        let public = Public { old, new: Mutex::default() };
        let settings = Settings { now: self.now, drafts: false, future: false, base_url: None };
        let options = Options { settings, only: None, packed: false };
        let request = Request {
            inputs: &self.inputs,
            output: &public,
            pictures: &self.pictures,
            observer: &Quiet,
            options: &options,
        };
        let report = build(&request, memory);
        (report, public.new.into_inner().unwrap())
    }

    /// A warm build: what was made, if it went well.
    fn warm(&mut self) -> Option<Vec<String>> {
        let mut memory = std::mem::take(&mut self.memory);
        let (report, files) = self.run(self.public.clone(), Some(&mut memory));
        self.memory = memory;
        if report.has_errors() {
            return None;
        }
        self.public = files;
        Some(report.made.iter().map(|path| path.as_str().to_string()).collect())
    }

    fn clean(&self) -> (BuildReport, Files) {
        self.run(BTreeMap::new(), None)
    }
}

fn date(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

fn centre(name: &str) -> String {
    format!(
        "name: {name}\nstatus: open\nreviewed: 2026-02-01\naddress: {{street: Torget 1}}\ngeo: {{lat: 59.2, lon: 17.8}}\nservices:\n  - kind: child_health\n  - kind: open_preschool\nhours:\n  monday-friday: 9–12\n"
    )
}

/// The ground of a map, whose southern shore lies elsewhere for each number.
fn map(n: u8) -> String {
    let south = 59.19 + f64::from(n % 5) / 500.0;
    format!(
        "{{\"type\":\"Polygon\",\"coordinates\":[[[17.3,{south}],[18.3,{south}],[18.3,59.4],[17.8,59.5],[17.3,59.3],[17.3,{south}]]]}}"
    )
}

#[test]
fn a_new_map_is_on_the_front_pages_that_are_drawn_on_it_and_on_no_other() {
    let mut world = World::new();
    world.warm().unwrap();
    let front = |world: &World| String::from_utf8(world.public["index.html"].to_vec()).unwrap();
    assert!(!front(&world).contains("class=\"map\""));
    for n in [0, 3] {
        world.inputs.insert("content/_shared/map.geojson", map(n));
        let before = front(&world);
        let made = world.warm().unwrap();
        assert_eq!(made, ["index.html"], "{n}");
        assert!(front(&world).contains("class=\"map\"") && front(&world) != before);
        assert_eq!(world.public, world.clean().1);
    }
    world.inputs.remove("content/_shared/map.geojson");
    world.warm().unwrap();
    assert!(!front(&world).contains("class=\"map\""));
    assert_eq!(world.public, world.clean().1);
}

fn news(title: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nlead: En ingress.\n{more}---\nBrödtext.\n\n![En bild](../../_shared/images/bild.png)\n")
        .replace("![En bild](../../_shared/images/bild.png)\n", "")
}

fn png(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([shade, 120, 200]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn nothing_is_made_when_nothing_has_changed() {
    let mut world = World::new();
    assert!(world.warm().unwrap().len() > 30);
    assert_eq!(world.warm().unwrap(), Vec::<String>::new());
}

#[test]
fn a_changed_body_makes_its_own_page_what_its_search_knows_of_it_and_the_feeds_that_have_it_and_nothing_else()
{
    let mut world = World::new();
    world.warm().unwrap();
    let path = "content/alfa/news/2026-01-02-nyhet.md";
    let text = String::from_utf8(world.inputs.get(path).unwrap().to_vec()).unwrap();
    world.inputs.insert(path, text.replace("Brödtext.", "Annan brödtext."));
    let mut made = world.warm().unwrap();
    made.sort();
    let own =
        ["feed.json", "feed.xml", "nyheter/2026-01-02-nyhet/index.html", "sok/ord.json", "sok/text-0.json"];
    let whole = ["feed.json", "feed.xml"].map(String::from);
    assert_eq!(made, [own.map(|name| format!("alfa/{name}")).as_slice(), whole.as_slice()].concat());
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn a_changed_title_reaches_lists_feeds_and_neighbours_of_its_municipality_and_the_whole_feed_alone() {
    let mut world = World::new();
    world.warm().unwrap();
    world.inputs.insert("content/alfa/news/2026-01-02-nyhet.md", news("En ny rubrik", ""));
    let made = world.warm().unwrap();
    for wanted in [
        "alfa/index.html",
        "alfa/nyheter/index.html",
        "alfa/nyheter/2026-01-01-nyhet/index.html",
        "alfa/feed.xml",
        "alfa/feed.json",
        "feed.xml",
        "feed.json",
    ] {
        assert!(made.iter().any(|path| path == wanted), "{wanted} was not made: {made:?}");
    }
    assert!(
        made.iter().all(|path| path.starts_with("alfa/") || path == "feed.xml" || path == "feed.json"),
        "{made:?}"
    );
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn a_changed_centre_reaches_its_pages_and_the_regions_front_page_but_no_other_municipality() {
    let mut world = World::new();
    world.warm().unwrap();
    world.inputs.insert("content/beta/centres/torget.yaml", centre("Nya Torget"));
    let made = world.warm().unwrap();
    assert!(
        made.iter().any(|path| path == "index.html")
            && made.iter().any(|path| path == "beta/familjecentraler/torget/index.html")
    );
    assert!(!made.iter().any(|path| path.starts_with("alfa/")), "{made:?}");
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn a_changed_phone_number_reaches_every_text_that_asks_for_it_and_no_other() {
    let mut world = World::new();
    let with = |number: &str| centre("Torget").replace("services:", &format!("phone: {number}\nservices:"));
    world.inputs.insert("content/alfa/centres/torget.yaml", with("08-530 610 00"));
    let asks = |text: &str| news("Nyhet", "").replace("Brödtext.", text);
    world.inputs.insert("content/alfa/news/2026-01-02-nyhet.md", asks("Ring {telefon torget}."));
    world.inputs.insert(
        "content/_shared/pages/om.md",
        "---\ntitle: Om\nlead: Ring {telefon alfa/torget}\n---\nText.\n",
    );
    world.inputs.insert("content/_shared/pages/mer.md", "---\ntitle: Mer\n---\n{telefon alfa/torget}\n");
    world.warm().unwrap();
    assert_eq!(world.public, world.clean().1);
    world.inputs.insert("content/alfa/centres/torget.yaml", with("08-530 610 99"));
    let made = world.warm().unwrap();
    let shown = |path: &str| String::from_utf8(world.public[path].to_vec()).unwrap();
    for page in [
        "alfa/nyheter/2026-01-02-nyhet/index.html",
        "om/index.html",
        "beta/om/index.html",
        "alfa/mer/index.html",
    ] {
        assert!(made.iter().any(|path| path == page), "{page} was not made: {made:?}");
        assert!(shown(page).contains("08-530 610 99") && !shown(page).contains("08-530 610 00"), "{page}");
    }
    assert!(!made.iter().any(|path| path == "alfa/nyheter/2026-01-03-nyhet/index.html"), "{made:?}");
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn a_changed_look_reaches_the_pages_of_its_own_municipality_and_no_other() {
    let mut world = World::new();
    world.warm().unwrap();
    let path = "content/alfa/municipality.yaml";
    let config = String::from_utf8(world.inputs.get(path).unwrap().to_vec()).unwrap();
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    world.inputs.insert("content/alfa/images/logo.svg", logo);
    for look in [
        "look: {colour: \"#ffd500\"}\n",
        "look: {colour: \"#9d0f3f\", logo: images/logo.svg}\n",
        "look: {font: rounded, logo: images/logo.svg}\n",
        "",
    ] {
        world.inputs.insert(path, format!("{config}{look}"));
        let made = world.warm().unwrap();
        assert!(made.contains(&"alfa/index.html".to_string()), "{made:?}");
        assert!(made.iter().all(|path| path.starts_with("alfa/")), "{made:?}");
        assert_eq!(world.public, world.clean().1);
    }
    world.inputs.insert(path, format!("{config}look: {{logo: images/logo.svg}}\n"));
    world.warm().unwrap();
    world.inputs.insert("content/alfa/images/logo.svg", logo.replace("h9v9", "h8v8"));
    assert!(world.warm().unwrap().iter().any(|path| path.starts_with("alfa/assets/logo.")));
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn an_error_publishes_nothing_and_the_next_good_build_is_whole() {
    let mut world = World::new();
    world.warm().unwrap();
    let before = world.public.clone();
    world.inputs.insert("content/alfa/news/2026-01-02-nyhet.md", "---\ntittel: fel\n---\n");
    assert!(world.warm().is_none());
    assert_eq!(world.public, before);
    world.inputs.insert("content/alfa/news/2026-01-02-nyhet.md", news("Rätt igen", ""));
    world.warm().unwrap();
    assert_eq!(world.public, world.clean().1);
}

#[test]
fn a_page_that_is_not_made_again_still_warns() {
    let mut world = World::new();
    world.inputs.insert(
        "content/alfa/news/2026-01-02-nyhet.md",
        news("Med html", "").replace("Brödtext.", "<b>fet</b>"),
    );
    let warnings = |world: &World, memory: Option<&mut Memory>| {
        let (report, _) = world.run(world.public.clone(), memory);
        report.diagnostics.iter().map(|d| d.code.to_string()).collect::<Vec<_>>()
    };
    let mut memory = Memory::default();
    let first = warnings(&world, Some(&mut memory));
    assert!(first.contains(&"FC0108".to_string()), "{first:?}");
    world.public = world.clean().1;
    assert_eq!(warnings(&world, Some(&mut memory)), first);
}

/// A source folder in which a file was moved away a moment ago, and will be back in another.
struct Away<'a>(&'a MemoryInputs, &'static str);

impl Inputs for Away<'_> {
    fn folders(&self) -> &[InputFolder] {
        self.0.folders()
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        if path.as_str() == self.1 { Err(InputError::Io("gone".into())) } else { self.0.read(path) }
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.0.known_fingerprint(path)
    }
}

#[test]
fn a_text_that_cannot_be_read_when_its_page_is_made_is_an_error_and_no_empty_page() {
    let mut world = World::new();
    world.warm().unwrap();
    // The text is known; its page is made again since the municipality's name stands on it.
    world.inputs.insert("content/alfa/municipality.yaml", "name: Nya Alfa\ncode: \"0127\"\n");
    let public = Public { old: world.public.clone(), new: Mutex::default() };
    let settings = Settings { now: world.now, drafts: false, future: false, base_url: None };
    let mut memory = std::mem::take(&mut world.memory);
    let request = Request {
        inputs: &Away(&world.inputs, "content/alfa/news/2026-01-02-nyhet.md"),
        output: &public,
        pictures: &world.pictures,
        observer: &Quiet,
        options: &Options { settings, only: None, packed: false },
    };
    let report = build(&request, Some(&mut memory));
    assert!(report.has_errors(), "the page would be without its text");
    world.memory = memory;
    world.warm().unwrap();
    assert_eq!(world.public, world.clean().1);
}

/// One thing that an editor does.
#[derive(Clone, Debug)]
enum Edit {
    Body(usize, u8),
    Title(usize, u8),
    Add(u8),
    Remove(usize),
    Rename(usize, u8),
    Centre(bool, u8),
    Shared(u8),
    Theme(u8),
    Image(u8),
    Document(u8),
    Contacts(u8),
    Words(u8),
    Site(u8),
    Day(u8),
    Break(usize),
    Draft(usize),
    Municipality(u8),
    Map(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(a, b)| Edit::Body(a, b)),
        (any::<usize>(), any::<u8>()).prop_map(|(a, b)| Edit::Title(a, b)),
        any::<u8>().prop_map(Edit::Add),
        any::<usize>().prop_map(Edit::Remove),
        (any::<usize>(), any::<u8>()).prop_map(|(a, b)| Edit::Rename(a, b)),
        (any::<bool>(), any::<u8>()).prop_map(|(a, b)| Edit::Centre(a, b)),
        any::<u8>().prop_map(Edit::Shared),
        any::<u8>().prop_map(Edit::Theme),
        any::<u8>().prop_map(Edit::Image),
        any::<u8>().prop_map(Edit::Document),
        any::<u8>().prop_map(Edit::Contacts),
        any::<u8>().prop_map(Edit::Words),
        any::<u8>().prop_map(Edit::Site),
        any::<u8>().prop_map(Edit::Day),
        any::<usize>().prop_map(Edit::Break),
        any::<usize>().prop_map(Edit::Draft),
        any::<u8>().prop_map(Edit::Municipality),
        any::<u8>().prop_map(Edit::Map),
    ]
}

fn pick(inputs: &MemoryInputs, index: usize) -> Option<String> {
    let news: Vec<&str> =
        inputs.paths().map(|path| path.as_str()).filter(|path| path.contains("/news/")).collect();
    (!news.is_empty()).then(|| news[index % news.len()].to_string())
}

fn apply(world: &mut World, edit: &Edit) {
    let inputs = &mut world.inputs;
    match edit {
        Edit::Centre(first, n) => {
            let id = if *first { "alfa" } else { "beta" };
            let notice = format!("notices: [{{title: Obs {n}, until: 2026-03-{:02}}}]\n", n % 28 + 1);
            inputs.insert(
                &format!("content/{id}/centres/torget.yaml"),
                centre(&format!("Torget {}", n % 4)) + &notice,
            );
        }
        Edit::Shared(n) => {
            let with_image = if n % 2 == 0 { "![En bild](../images/bild.png)" } else { "" };
            inputs.insert(
                "content/_shared/pages/om.md",
                format!(
                    "---\ntitle: Om {}\nnavigation: {}\n---\n{with_image}\n\n::: centre alfa/torget\n:::\n",
                    n % 5,
                    n % 2 == 0
                ),
            );
        }
        Edit::Map(n) => {
            let path = format!("content/{}/map.geojson", ["_shared", "alfa", "gamma0"][*n as usize % 3]);
            if inputs.remove(&path).is_none() {
                inputs.insert(&path, map(*n));
            }
        }
        Edit::Image(n) => inputs.insert("content/_shared/images/bild.png", png(500 + u32::from(*n), 200, *n)),
        Edit::Document(n) => inputs.insert(
            &format!("content/{}/files/blad.ics", ["alfa", "_shared"][*n as usize % 2]),
            format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", "X:1\n".repeat(usize::from(*n) * 20)),
        ),
        Edit::Contacts(n) => {
            let link =
                ["", "[Blad](../files/blad.ics)", "[Blad](../../_shared/files/blad.ics)"][*n as usize % 3];
            let table = if n % 2 == 0 { "::: contacts\n:::" } else { "::: more Mer\nText.\n:::" };
            let text = format!("---\ntitle: Ring\n---\n{link}\n\n{table}\n");
            inputs.insert("content/alfa/pages/ring.md", text);
        }
        Edit::Day(n) => {
            world.now = date("2026-03-01").checked_add(jiff::ToSpan::days(i64::from(*n))).unwrap()
        }
        Edit::Municipality(n) => {
            let id = format!("gamma{}", n % 2);
            if inputs.remove(&format!("content/{id}/municipality.yaml")).is_none() {
                inputs.insert(
                    &format!("content/{id}/municipality.yaml"),
                    format!("name: {id}\ncode: \"0180\"\nlanguages: [sv]\n"),
                );
            }
        }
        Edit::Theme(_) | Edit::Words(_) | Edit::Site(_) => apply_to_looks(inputs, edit),
        _ => apply_to_news(inputs, edit),
    }
}

fn apply_to_news(inputs: &mut MemoryInputs, edit: &Edit) {
    match edit {
        Edit::Body(index, n) => {
            if let Some(path) = pick(inputs, *index) {
                let text = String::from_utf8_lossy(inputs.get(&path).unwrap()).into_owned();
                inputs.insert(&path, format!("{text}\nStycke {n}.\n"));
            }
        }
        Edit::Title(index, n) => {
            if let Some(path) = pick(inputs, *index) {
                inputs.insert(&path, news(&format!("Titel {n}"), &format!("category: K{}\n", n % 3)));
            }
        }
        Edit::Add(n) => inputs.insert(
            &format!(
                "content/{}/news/2026-01-{:02}-ny.md",
                ["alfa", "beta", "_shared"][*n as usize % 3],
                n % 28 + 1
            ),
            news("Ny", ""),
        ),
        Edit::Remove(index) => {
            if let Some(path) = pick(inputs, *index).filter(|path| !path.contains("gemensam")) {
                inputs.remove(&path);
            }
        }
        Edit::Rename(index, n) => {
            if let Some(path) = pick(inputs, *index).filter(|path| !path.contains("gemensam")) {
                let bytes = inputs.remove(&path).unwrap();
                let folder = path.rsplit_once('/').unwrap().0;
                inputs.insert(&format!("{folder}/2026-02-{:02}-flyttad-{n}.md", n % 28 + 1), bytes);
            }
        }
        Edit::Break(index) => {
            if let Some(path) = pick(inputs, *index) {
                inputs.insert(&path, "---\ntitle: [\n---\n");
            }
        }
        Edit::Draft(index) => {
            if let Some(path) = pick(inputs, *index).filter(|path| !path.contains("gemensam")) {
                inputs.insert(&path, news("Utkast", "draft: true\n"));
            }
        }
        _ => unreachable!("not an edit of news"),
    }
}

fn apply_to_looks(inputs: &mut MemoryInputs, edit: &Edit) {
    match edit {
        Edit::Theme(n) => {
            inputs.insert(
                "themes/egen/theme.yaml",
                format!("name: Egen\nextends: base\ntokens:\n  color-primary: \"#{n:02x}{n:02x}99\"\n"),
            );
            inputs.insert("themes/egen/templates/redirect.html", format!("<p>{n} {{{{ target }}}}</p>"));
            inputs
                .insert("content/beta/municipality.yaml", "name: beta kommun\ncode: \"0138\"\ntheme: egen\n");
        }
        Edit::Words(n) => {
            inputs.insert("themes/egen/theme.yaml", "name: Egen\nextends: base\n");
            inputs.insert("themes/egen/words/sv.yaml", format!("nav_home: Start {n}\n"));
        }
        Edit::Site(n) => inputs.insert(
            "content/site.yaml",
            format!(
                "title: Länet {}\nbase_url: https://lan.example\norganisation: Länet\nlanguages: [sv{}]\n",
                n % 3,
                [", en", ""][*n as usize % 2]
            ),
        ),
        _ => unreachable!("not an edit of the looks"),
    }
}

/// How many scripts each of the tests below plays. There are five of them, so that they can run side by side.
const SCRIPTS: u32 = 2000;

/// Plays scripts of edits, and holds what came of each against a clean build.
fn play(seed: u64) {
    let config = ProptestConfig {
        cases: SCRIPTS,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut first = World::new();
    first.warm();
    let mut runner = TestRunner::new(config);
    let result = runner.run(&prop::collection::vec(edit(), 1..5), |edits| {
        let mut world = first.clone();
        for edit in &edits {
            apply(&mut world, edit);
            let before = world.public.clone();
            if world.warm().is_none() {
                prop_assert_eq!(&world.public, &before, "after {:?}", edit);
            }
        }
        let went_well = world.warm().is_some();
        let mut themes = world.memory.themes_alone();
        let (report, clean) = world.run(BTreeMap::new(), Some(&mut themes));
        prop_assert_eq!(went_well, !report.has_errors(), "after {:?}: {:?}", edits, report.diagnostics);
        if went_well {
            let paths = clean.keys().chain(world.public.keys());
            let differing: Vec<&String> =
                paths.filter(|path| clean.get(*path) != world.public.get(*path)).collect();
            prop_assert!(differing.is_empty(), "after {:?}: {:?}", edits, differing);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn whatever_was_edited_a_warm_build_equals_a_clean_one_1() {
    play(1);
}

#[test]
fn whatever_was_edited_a_warm_build_equals_a_clean_one_2() {
    play(2);
}

#[test]
fn whatever_was_edited_a_warm_build_equals_a_clean_one_3() {
    play(3);
}

#[test]
fn whatever_was_edited_a_warm_build_equals_a_clean_one_4() {
    play(4);
}

#[test]
fn whatever_was_edited_a_warm_build_equals_a_clean_one_5() {
    play(5);
}
