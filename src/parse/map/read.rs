//! Reads GeoJSON (RFC 7946) as a stream: its polygons and lines, and whether they are water.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{MapShape, MapSpot, ShapeKind};

/// How many spots a file may have: half of the largest file's bytes would not say more.
const MOST_SPOTS: usize = 1_000_000;

/// How deep features and collections may lie in each other. A feature of a collection of collections lies four deep.
const DEEPEST: u8 = 6;

/// How deep coordinates may lie: those of several polygons lie three deep.
const DEEPEST_LIST: u8 = 4;

/// How many numbers a spot may have: a height and a measure stand behind the two that count.
const MOST_NUMBERS: usize = 4;

/// Why a file cannot be read.
pub struct Wrong {
    /// The key of the words for it.
    pub why: &'static str,
    /// The byte where it was seen; none where the file as a whole is meant.
    pub at: Option<usize>,
}

/// The shapes of a file.
pub fn read(text: &str) -> Result<Vec<MapShape>, Wrong> {
    let mut sink = ShapeSink::default();
    let mut from = serde_json::Deserializer::from_str(text);
    let read = Thing { sink: &mut sink, depth: 0 }.deserialize(&mut from).and_then(|()| from.end());
    match read {
        Ok(()) if sink.shapes.is_empty() => Err(Wrong { why: "map-nothing", at: None }),
        Ok(()) => Ok(sink.shapes),
        Err(error) => {
            let why = sink.why.unwrap_or(if error.is_eof() { "map-ends" } else { "map-json" });
            Err(Wrong { why, at: Some(byte_of(text, error.line(), error.column())) })
        }
    }
}

/// The byte of a line and a column that are counted from 1.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + column.saturating_sub(1)
}

/// Where shapes are gathered.
#[derive(Default)]
struct ShapeSink {
    shapes: Vec<MapShape>,
    spots: usize,
    why: Option<&'static str>,
}

impl ShapeSink {
    fn fail<T, E: Error>(&mut self, why: &'static str) -> Result<T, E> {
        self.why = Some(why);
        Err(E::custom(why))
    }
}

/// An object that has a `type`: a collection, a feature or a geometry. A feature without a geometry says `null`.
struct Thing<'s> {
    sink: &'s mut ShapeSink,
    depth: u8,
}

impl<'de> DeserializeSeed<'de> for Thing<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Thing<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GeoJSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        if self.depth == 0 { self.sink.fail("map-type") } else { Ok(()) }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { sink, depth } = self;
        if depth > DEEPEST {
            return sink.fail("map-deep");
        }
        let first = sink.shapes.len();
        let (mut is_water, mut name, mut nest) = (false, String::new(), Nest::default());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => name = map.next_value_seed(ShortText)?.unwrap_or_default(),
                "features" | "geometries" => map.next_value_seed(Things { sink, depth: depth + 1 })?,
                "geometry" => map.next_value_seed(Thing { sink, depth: depth + 1 })?,
                "coordinates" => {
                    nest = Nest::default();
                    map.next_value_seed(CoordinateList { nest: &mut nest, sink, level: 0 })?;
                }
                "properties" => is_water = map.next_value_seed(Properties)?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        nest.end(&name, sink)?;
        for shape in sink.shapes.iter_mut().skip(first).filter(|_| is_water) {
            shape.kind = if shape.kind.is_closed() { ShapeKind::Water } else { ShapeKind::River };
        }
        Ok(())
    }
}

/// A list of such objects.
struct Things<'s> {
    sink: &'s mut ShapeSink,
    depth: u8,
}

impl<'de> DeserializeSeed<'de> for Things<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Things<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Thing { sink: self.sink, depth: self.depth })?.is_some() {}
        Ok(())
    }
}

/// Coordinates as they were read, before it is known what they are of: all spots, and where each line ends.
#[derive(Default)]
struct Nest {
    level: Option<u8>,
    spots: Vec<MapSpot>,
    ends: Vec<usize>,
}

impl Nest {
    /// Takes a spot that lies so deep.
    fn take<E: Error>(&mut self, level: u8, [lon, lat]: [f64; 2], sink: &mut ShapeSink) -> Result<(), E> {
        if *self.level.get_or_insert(level) != level {
            return sink.fail("map-lists");
        }
        if let Some(why) = misplaced(lon, lat) {
            return sink.fail(why);
        }
        sink.spots += 1;
        if sink.spots > MOST_SPOTS {
            return sink.fail("map-many");
        }
        self.spots.push(MapSpot::of(lat, lon));
        Ok(())
    }

    /// Makes a shape of all of it, now that its type is known. Points are no part of the ground.
    fn end<E: Error>(self, name: &str, sink: &mut ShapeSink) -> Result<(), E> {
        let (kind, level) = match name {
            "Polygon" => (ShapeKind::Land, 2),
            "MultiPolygon" => (ShapeKind::Land, 3),
            "LineString" => (ShapeKind::Border, 1),
            "MultiLineString" => (ShapeKind::Border, 2),
            "Point" | "MultiPoint" | "GeometryCollection" | "Feature" | "FeatureCollection" => return Ok(()),
            _ => return sink.fail("map-type"),
        };
        match self.level {
            None => return Ok(()),
            Some(found) if found != level => return sink.fail("map-lists"),
            Some(_) => {}
        }
        let mut lines = Vec::with_capacity(self.ends.len());
        let mut start = 0;
        for end in self.ends {
            let mut line = self.spots.get(start..end).unwrap_or_default().to_vec();
            start = end;
            if kind.is_closed() && line.first() == line.last() {
                line.pop();
            }
            lines.push(line);
        }
        sink.shapes.push(MapShape { kind, lines });
        Ok(())
    }
}

/// Why a spot is none of Sweden or its neighbours; none where it is.
fn misplaced(lon: f64, lat: f64) -> Option<&'static str> {
    let (east, north) = (0.0..40.0, 50.0..75.0);
    if east.contains(&lon) && north.contains(&lat) {
        None
    } else if east.contains(&lat) && north.contains(&lon) {
        Some("map-swapped")
    } else if lon.abs() > 180.0 || lat.abs() > 180.0 {
        Some("map-metres")
    } else {
        Some("map-elsewhere")
    }
}

/// A list of coordinates, or one of such lists.
struct CoordinateList<'s> {
    nest: &'s mut Nest,
    sink: &'s mut ShapeSink,
    level: u8,
}

impl<'de> DeserializeSeed<'de> for CoordinateList<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for CoordinateList<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { nest, sink, level } = self;
        if level > DEEPEST_LIST {
            return sink.fail("map-deep");
        }
        let (mut numbers, mut count, mut has_lists) = ([0.0; 2], 0, false);
        while let Some(item) = list.next_element_seed(CoordinateItem { nest, sink, level })? {
            let Some(number) = item else {
                has_lists = true;
                continue;
            };
            if let Some(place) = numbers.get_mut(count) {
                *place = number;
            }
            count += 1;
            if count > MOST_NUMBERS {
                return sink.fail("map-lists");
            }
        }
        match (count, has_lists) {
            (0, false) => Ok(()),
            (0, true) => {
                if nest.level == Some(level + 1) {
                    nest.ends.push(nest.spots.len());
                }
                Ok(())
            }
            (2.., false) => nest.take(level, numbers, sink),
            _ => sink.fail("map-lists"),
        }
    }
}

/// What stands in such a list: a number, or a list that is taken where it stands.
struct CoordinateItem<'s> {
    nest: &'s mut Nest,
    sink: &'s mut ShapeSink,
    level: u8,
}

impl<'de> DeserializeSeed<'de> for CoordinateItem<'_> {
    type Value = Option<f64>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<f64>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CoordinateItem<'_> {
    type Value = Option<f64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a list")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Option<f64>, E> {
        Ok(Some(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "what is too large for a degree is refused either way")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<f64>, E> {
        Ok(Some(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "what is too large for a degree is refused either way")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<f64>, E> {
        Ok(Some(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Option<f64>, A::Error> {
        CoordinateList { nest: self.nest, sink: self.sink, level: self.level + 1 }
            .visit_seq(list)
            .map(|()| None)
    }
}

/// A short text; none of anything else.
struct ShortText;

impl<'de> DeserializeSeed<'de> for ShortText {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<String>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ShortText {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok((text.len() <= 40).then(|| text.to_string()))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<String>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// What is said of a feature: is it water?
struct Properties;

impl<'de> DeserializeSeed<'de> for Properties {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Properties {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut is_water = false;
        while let Some(key) = map.next_key::<String>()? {
            let said = map.next_value_seed(ShortText)?;
            is_water |= said.is_some_and(|said| says_water(&key, &said));
        }
        Ok(is_water)
    }
}

/// Fields that say what a thing is: our own, OpenStreetMap's and the land survey's.
const FIELDS: [&str; 7] = ["kind", "typ", "type", "natural", "place", "objekttyp", "class"];

/// What they say of water.
const WATERS: [&str; 16] = [
    "water",
    "vatten",
    "vattenyta",
    "vattendrag",
    "sjö",
    "hav",
    "å",
    "älv",
    "river",
    "lake",
    "sea",
    "bay",
    "strait",
    "ocean",
    "coastal_water",
    "stream",
];

fn says_water(field: &str, said: &str) -> bool {
    let field = field.to_lowercase();
    match field.as_str() {
        "water" | "waterway" => !matches!(said, "" | "no"),
        field => FIELDS.contains(&field) && WATERS.contains(&said.to_lowercase().as_str()),
    }
}
