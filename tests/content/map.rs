//! The map of a front page: when there is one, what stands on it, and what is told where it cannot be.

use fcsite::base::Code;
use proptest::prelude::*;

use super::harm;
use super::honest;
use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, Project, theme_memory};

const MAP: &str = "content/botkyrka/map.geojson";
const SHARED: &str = "content/_shared/map.geojson";
const HALLUNDA: &str = "content/botkyrka/centres/hallunda.yaml";

/// A square of land round a place with a lake in it, so large in degrees.
fn ground(lat: f64, lon: f64, far: f64) -> String {
    let ring = |far: f64| {
        format!(
            "[[{},{}],[{},{}],[{},{}],[{},{}],[{0},{1}]]",
            lon - far,
            lat - far,
            lon + far,
            lat - far,
            lon + far,
            lat + far,
            lon - far,
            lat + far
        )
    };
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":\"hemligt\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"agare\":\"hemligt\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{}]}}}},{{\"type\":\"Feature\",\"properties\":{{\"natural\":\"water\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{}]}}}}]}}",
        ring(far),
        ring(far / 5.0)
    )
}

fn two() -> Project {
    Project::new().placed()
}

const FRONT: &str = "botkyrka/index.html";

#[test]
fn two_centres_on_a_ground_make_a_map_whose_marks_are_links() {
    let built = two().with(MAP, ground(59.25, 17.84, 0.06)).pages();
    let page = built.page(FRONT);
    let map = page.split_once("<figure class=\"map\">").unwrap().1.split_once("</figure>").unwrap().0;
    for (href, name) in [("familjecentraler/fittja/", "Fittja"), ("familjecentraler/hallunda/", "Hallunda")] {
        assert!(map.contains(&format!("href=\"{href}\"><title>{name}</title>")), "{map}");
    }
    for part in ["map-land", "map-water", "aria-label=\"Karta över familjecentralerna\""] {
        assert!(map.contains(part), "{part}: {map}");
    }
    assert!(!map.contains("map-river") && !built.all_text().contains("hemligt"));
    // No file of it is published, nor a style or script in the page.
    assert!(!built.files().any(|(path, _)| path.contains("map.geojson")));
    assert!(!page.contains("style=") && !page.contains("<style"));
    let told: Vec<String> = built.told().into_iter().filter(|told| told.contains("FC032")).collect();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn without_a_ground_or_with_one_place_there_is_no_map_and_with_a_ground_that_is_told() {
    let is_shown = |project: Project| project.pages().page(FRONT).contains("class=\"map\"");
    let codes = |project: Project| project.pages().codes();
    assert!(!is_shown(two()) && !codes(two()).contains(&Code::MapUnseen));
    let one = Project::new()
        .and(FITTJA, "geo: {lat: 59.2486, lon: 17.8603}\n")
        .with(MAP, ground(59.25, 17.84, 0.06));
    assert!(!is_shown(one.clone()) && codes(one.clone()).contains(&Code::MapUnseen));
    assert!(!codes(one.and(BOTKYRKA, "checks: {off: [FC0321]}\n")).contains(&Code::MapUnseen));
    // A centre that has closed is nowhere to go to.
    let closed = two().but(HALLUNDA, "status: open", "status: closed").with(MAP, ground(59.25, 17.84, 0.06));
    assert!(!is_shown(closed));
}

#[test]
fn a_place_beyond_the_ground_is_told_where_it_stands() {
    let third = FITTJA_TEXT.replace("Fittja", "Tumba").replace("Torg 19", "Torg 2");
    let project = two()
        .with("content/botkyrka/centres/tumba.yaml", third + "geo: {lat: 59.4, lon: 18.2}\n")
        .with(MAP, ground(59.25, 17.84, 0.06));
    let built = project.pages();
    assert!(
        built.page(FRONT).contains("class=\"map\"") && !built.page(FRONT).contains("<title>Tumba</title>")
    );
    let place = built.places().into_iter().find(|(code, ..)| *code == Code::MapUnseen).unwrap();
    assert_eq!((place.1.as_str(), place.2), ("content/botkyrka/centres/tumba.yaml", 8));
}

#[test]
fn the_region_is_drawn_on_the_shared_ground_and_so_is_a_municipality_without_its_own() {
    let built = two().region().with(SHARED, ground(59.25, 17.84, 0.5)).pages();
    assert!(built.page("index.html").contains("<title>Fittja</title>"));
    assert!(built.page("index.html").contains("href=\"botkyrka/familjecentraler/fittja/\""));
    assert!(built.page(FRONT).contains("<title>Fittja</title>"));
    let own =
        two().region().with(SHARED, ground(59.25, 17.84, 0.5)).with(MAP, ground(59.25, 17.84, 0.06)).pages();
    assert!(own.page(FRONT) != built.page(FRONT) && own.page("index.html") == built.page("index.html"));
}

#[test]
fn a_file_that_is_no_map_publishes_nothing_and_says_where() {
    for (text, line) in [
        ("{\"type\":\"LineString\",\n\"coordinates\":[[59.2,17.8],[59.3,17.9]]}", 2),
        ("{\"type\":", 1),
        ("", 1),
        ("\u{1}", 1),
    ] {
        let built = two().with(MAP, text).build();
        assert!(built.report.has_errors(), "{text}");
        let (_, file, at, _) =
            built.places().into_iter().find(|(code, ..)| *code != Code::ReviewDue).unwrap();
        assert_eq!((file.as_str(), at), (MAP, line), "{text}: {:?}", built.told());
    }
    // What others call it is told.
    let stray = two().with("content/botkyrka/karta.geojson", ground(59.25, 17.84, 0.06)).pages();
    assert!(stray.told().iter().any(|told| told.contains("map.geojson")), "{:?}", stray.told());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_changed_in_a_file_nothing_breaks_and_nothing_of_it_becomes_script(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..18), 1..6),
    ) {
        const PIECES: [&str; 18] = [
            "[", "]", "{", "}", ",", "-", "0", "1e308", "null", "\"", "17.84", "59.25,", "[17.84,59.25],", "[17.8,59.2]", "<script>",
            "\"type\":\"Polygon\",", "\"properties\":{\"natural\":\"water\"},", "Multi",
        ];
        let mut text = ground(59.25, 17.84, 0.06);
        for (at, piece) in changes {
            let mut start = at.index(text.len());
            while !text.is_char_boundary(start) {
                start -= 1;
            }
            // Something is put in, or put in the place of a letter.
            let end = if piece % 2 == 0 { start } else { text.ceil_char_boundary(start + 1) };
            text.replace_range(start..end, PIECES[piece]);
        }
        let project = two().with(MAP, text.as_str());
        let built = project.build_with(Some(&mut theme_memory()));
        for found in &built.report.diagnostics {
            let wrong = honest::dishonest(found, &project);
            prop_assert!(wrong.is_empty(), "{wrong:?}: {found:?}");
        }
        if !built.report.has_errors() {
            let page = built.page(FRONT);
            prop_assert!(harm::harmful(page).is_empty(), "{text}");
            for data in page.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let is_data = |c: char| c.is_ascii_digit() || " -.,".contains(c) || c.is_ascii_alphabetic();
                prop_assert!(data.chars().all(is_data) && !data.contains("NaN") && !data.contains("inf"), "{data}");
            }
        }
    }
}
