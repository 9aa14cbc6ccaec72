//! What is read of a map, what is refused, and what is left of it.

use super::thin::coarsen;
use super::*;
use crate::base::Diagnostic;

const BASE: &str = r#"{"type":"FeatureCollection","features":["#;

fn parsed(text: &str) -> (Option<Arc<MapGround>>, Vec<Diagnostic>) {
    let parsed = parse(&SourcePath::new("content/_shared/map.geojson"), text.as_bytes());
    let ground = parsed.document.map(|document| match document.content {
        Content::Map(ground) => ground,
        other => panic!("{other:?}"),
    });
    (ground, parsed.diagnostics)
}

fn why(text: &str) -> String {
    let (ground, found) = parsed(text);
    assert!(ground.is_none() && found.len() == 1, "{text}: {found:?}");
    assert_eq!(found[0].code, Code::MapNotRead);
    found[0].word("reason").unwrap().to_string()
}

fn feature(kind: &str, coordinates: &str, properties: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"coordinates":{coordinates},"type":"{kind}"}}}}"#
    )
}

#[test]
fn polygons_and_lines_are_read_and_of_what_is_said_of_them_only_whether_they_are_water() {
    let square = "[[[17.0,59.0],[18.0,59.0],[18.0,60.0,12.5],[17.0,60.0],[17.0,59.0]]]";
    let text = format!(
        "{BASE}{},{},{},{},{},{}]}}",
        feature("Polygon", square, r#"{"namn":"Hemligt","n":[1,{"a":null}]}"#),
        feature("MultiPolygon", &format!("[{square}]"), r#"{"Natural":"Water"}"#),
        feature("LineString", "[[17.1,59.1],[17.9,59.9]]", "null"),
        feature(
            "MultiLineString",
            "[[[17.1,59.2],[17.9,59.3]],[[17.2,59.4],[17.4,59.4]]]",
            r#"{"waterway":"river"}"#
        ),
        feature("Point", "[17.5,59.5]", "{}"),
        r#"{"type":"Feature","properties":{},"geometry":null}"#,
    );
    let (ground, found) = parsed(&text);
    assert_eq!(found, []);
    let ground = ground.unwrap();
    let kinds: Vec<(ShapeKind, Vec<usize>)> =
        ground.shapes.iter().map(|shape| (shape.kind, shape.lines.iter().map(Vec::len).collect())).collect();
    // A ring does not say its first spot again.
    let expected = [
        (ShapeKind::Land, vec![4]),
        (ShapeKind::Water, vec![4]),
        (ShapeKind::Border, vec![2]),
        (ShapeKind::River, vec![2, 2]),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(ground.extent.least, MapSpot::of(60.0, 17.0));
    assert_eq!(ground.extent.most, MapSpot::of(59.0, 18.0));
    assert!(!format!("{ground:?}").contains("Hemligt"));
}

#[test]
fn a_bare_geometry_and_a_collection_are_a_map_too() {
    let line = r#"{"type":"LineString","coordinates":[[17.1,59.1],[17.9,59.9]]}"#;
    for text in [
        line.to_string(),
        format!("\u{feff}{line}\n"),
        format!(r#"{{"type":"GeometryCollection","geometries":[{line}]}}"#),
    ] {
        assert!(parsed(&text).0.is_some(), "{text}");
    }
}

#[test]
fn what_is_no_map_is_told_with_its_reason() {
    let line = |coordinates: &str| feature("LineString", coordinates, "{}");
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    for (text, reason) in [
        (String::new(), "map-ends"),
        ("{\"type\":\"FeatureCollection\",\"features\":[".into(), "map-ends"),
        ("<html>".into(), "map-json"),
        ("null".into(), "map-type"),
        ("[1]".into(), "map-json"),
        (r#"{"type":"Topology","arcs":[]}"#.into(), "map-type"),
        (r#"{"features":[]}"#.into(), "map-type"),
        (r#"{"type":"FeatureCollection","features":[]}"#.into(), "map-nothing"),
        (feature("Point", "[17,59]", "{}"), "map-nothing"),
        (line("[[59.1,17.1],[59.9,17.9]]"), "map-swapped"),
        (line("[[674032.5,6580821.9],[674100,6580900]]"), "map-metres"),
        (line("[[2.35,48.85],[2.4,48.9]]"), "map-elsewhere"),
        (line("[[17.1,59.1],[1e999,59.9]]"), "map-json"),
        (line("[[17.1,59.1],[NaN,59.9]]"), "map-json"),
        (line("[[17.1,59.1],[null,59.9]]"), "map-json"),
        (line("[[17.1],[17.2]]"), "map-lists"),
        (line("[[17.1,59.1,1,1,1],[17.2,59.1]]"), "map-lists"),
        (line("[[17.1,59.1],[[17.2,59.1]]]"), "map-lists"),
        (line("[17.1,[59.1]]"), "map-lists"),
        (feature("Polygon", "[[17.1,59.1],[17.2,59.1],[17.2,59.2]]", "{}"), "map-lists"),
        (line("[[[[[[[17.1,59.1]]]]]]]"), "map-deep"),
        (feature("Polygon", &deep, "{}"), "map-deep"),
        (
            format!(
                "{}{}",
                r#"{"type":"Feature","geometry":"#.repeat(20),
                "null".to_string() + &"}".repeat(20)
            ),
            "map-deep",
        ),
    ] {
        assert_eq!(why(&text), reason, "{}", text.get(..200).unwrap_or(&text));
    }
    let many = format!("[{}[17,59]]", "[17,59],".repeat(1_000_001));
    assert_eq!(why(&feature("LineString", &many, "{}")), "map-many");
}

#[test]
fn a_fault_has_its_line() {
    let text = format!("{BASE}\n{}\n]}}", feature("LineString", "[[17.1,59.1],\n[59.9,17.9]]", "{}"));
    let (_, found) = parsed(&text);
    assert_eq!(found[0].place.as_ref().map(|place| place.line), Some(3), "{:?}", found[0].place);
}

#[test]
fn of_a_large_map_so_much_is_kept_as_can_be_seen() {
    // A shore of half a million spots, that goes round an island and up and down by some hundred metres.
    let spot = |at: u32| {
        let angle = f64::from(at) / 500_000.0 * std::f64::consts::TAU;
        let far = 0.5 + 0.01 * (angle * 90.0).sin() + 0.0003 * f64::from(at * 7919 % 13);
        format!("[{:.6},{:.6}]", 17.5 + far * angle.cos(), 59.3 + far / 2.0 * angle.sin())
    };
    let ring: Vec<String> = (0..500_000).map(spot).collect();
    let text = feature("Polygon", &format!("[[{}]]", ring.join(",")), "{}");
    assert!(text.len() > 10_000_000);
    let (ground, _) = parsed(&text);
    let ground = ground.unwrap();
    let kept: usize = ground.shapes.iter().flat_map(|shape| &shape.lines).map(Vec::len).sum();
    assert!((4_000..=20_000).contains(&kept), "{kept}");
    // It still goes as far round.
    assert!(ground.extent.most.x - ground.extent.least.x > 1_000_000);
    // As many islands as there are letters for cost no more.
    let island = |at: usize| {
        let (x, y) = (11.0 + (at % 400) as f64 / 100.0, 56.0 + (at / 400) as f64 / 100.0);
        format!("[[[{x:.2},{y:.2}],[{:.3},{y:.2}],[{x:.2},{:.3}]]]", x + 0.004, y + 0.004)
    };
    let islands: Vec<String> = (0..150_000).map(island).collect();
    let (ground, _) = parsed(&feature("MultiPolygon", &format!("[{}]", islands.join(",")), "{}"));
    let rings: usize = ground.unwrap().shapes.iter().map(|shape| shape.lines.len()).sum();
    assert_eq!(rings, 2_000);
}

#[test]
fn no_more_spots_are_weighed_than_a_bound_whatever_the_lines_are() {
    // Spots by chance, each in a square of its own: nothing of the file is left out before.
    let line = |count: i32, seed: i64| -> Vec<MapSpot> {
        let by_chance = |at: i32, by: i64| i32::try_from(i64::from(at) * by % 9_999_991).unwrap();
        (0..count).map(|at| MapSpot { x: by_chance(at, seed), y: by_chance(at, 7_368_787) }).collect()
    };
    let long = line(900_000, 5_915_587);
    let mut lines = vec![(ShapeKind::Border, (), long.clone())];
    lines.extend((0..2_000).map(|at| (ShapeKind::Land, (), line(3 + at % 60, 15_485_863))));
    coarsen(&mut lines, 200_000);
    let left: usize = lines.iter().map(|(_, _, line)| line.len()).sum();
    assert!((100_000..=240_000).contains(&left), "{left}");
    assert_eq!((lines[0].2.first(), lines[0].2.last()), (long.first(), long.last()));
    assert!(lines.iter().all(|(_, _, line)| line.len() >= 3));
    let before = lines.clone();
    coarsen(&mut lines, left);
    assert_eq!(lines, before);
}

#[test]
fn the_spot_that_matters_least_goes_first() {
    let line = |spots: &[(i32, i32)]| spots.iter().map(|(x, y)| MapSpot { x: *x, y: *y }).collect::<Vec<_>>();
    let mut lines = vec![
        (ShapeKind::Border, (), line(&[(0, 0), (10, 1), (20, 0), (30, 50), (40, 0)])),
        (ShapeKind::Land, (), line(&[(0, 0), (9, 0), (9, 9)])),
    ];
    thin_lines(&mut lines, 7, 0);
    assert_eq!(lines[0].2, line(&[(0, 0), (20, 0), (30, 50), (40, 0)]));
    thin_lines(&mut lines, 1, 0);
    // Ends stay, and three spots of a ring.
    assert_eq!((lines[0].2.len(), lines[1].2.len()), (2, 3));
}
