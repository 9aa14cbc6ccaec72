//! The map of a front page: the centres whose place is known, on the ground of a `map.geojson`.
//!
//! All is computed here, in whole numbers, so that a page needs no script and asks nobody for a map. The part of the ground that is shown
//! is what the centres need; each mark is a link that can be pressed without meeting another.

mod draw;
mod marks;

use super::scope::Scope;
use super::{BoxView, MapView, Plan, PointView, SpotView};
use crate::base::{At, Code, Diagnostic, Phrase};
use crate::model::Sourced;
use crate::parse::centre::Centre;
use crate::parse::files::Status;
use crate::parse::map::{Extent, MapGround, MapSpot};
use draw::MapFrame;

/// How many centres a map shows. More do not fit beside each other as things that a thumb can meet.
const MOST: usize = 60;

/// How few make no map.
const LEAST: usize = 2;

/// A centre that has a place.
struct Placed {
    spot: MapSpot,
    view: BoxView,
    source: Sourced<Centre>,
}

/// The map of a municipality's front page. What is wrong with it is told once, and of a shared ground by the region.
pub fn of_municipality(scope: &Scope<'_>, plan: &mut Plan) -> Option<MapView> {
    let ground = scope.section.ground.as_ref()?;
    let centres = &scope.section.centres;
    let boxes = centres.iter().map(|centre| scope.centre_box(centre, true, &scope.section.name));
    let placed = placed(boxes.zip(centres));
    let is_own = ground.path.as_str().starts_with(&format!("content/{}/", scope.section.folder()));
    map(scope, ground, placed, is_own, plan)
}

/// The map of the region's front page, on which these centres are.
pub fn of_region<'a>(
    scope: &Scope<'_>,
    centres: impl Iterator<Item = (BoxView, &'a Sourced<Centre>)>,
    plan: &mut Plan,
) -> Option<MapView> {
    let ground = scope.section.ground.as_ref()?;
    map(scope, ground, placed(centres), true, plan)
}

fn placed<'a>(centres: impl Iterator<Item = (BoxView, &'a Sourced<Centre>)>) -> Vec<Placed> {
    let open = centres.filter(|(_, source)| source.value.status != Status::Closed);
    let one = |(view, source): (BoxView, &Sourced<Centre>)| {
        let (lat, lon) = source.value.geo?.degrees();
        Some(Placed { spot: MapSpot::of(lat, lon), view, source: source.clone() })
    };
    open.filter_map(one).collect()
}

fn map(
    scope: &Scope<'_>,
    ground: &Sourced<MapGround>,
    placed: Vec<Placed>,
    tells: bool,
    plan: &mut Plan,
) -> Option<MapView> {
    // Each is told in one language.
    let tells = tells && scope.lang == scope.section.own();
    let (within, beyond): (Vec<Placed>, Vec<Placed>) =
        placed.into_iter().partition(|placed| ground.value.extent.holds(placed.spot));
    if tells {
        for other in &beyond {
            let at = At::Value(vec![crate::base::key("geo")]);
            let found = Diagnostic::new(Code::MapUnseen, &other.source.path, at);
            plan.diagnostics
                .push(found.saying("reason", Phrase::new("map-beyond")).with("file", &ground.path));
        }
    }
    if !(LEAST..=MOST).contains(&within.len()) {
        if tells && beyond.is_empty() {
            let why = if within.len() < LEAST { "map-few" } else { "map-crowded" };
            let phrase = Phrase::new(why).with("number", within.len()).with("most", MOST);
            let found = Diagnostic::new(Code::MapUnseen, &ground.path, At::File);
            plan.diagnostics.push(found.saying("reason", phrase).with("file", &ground.path));
        }
        return None;
    }
    let around = Extent::around(within.iter().map(|placed| placed.spot))?;
    let frame = MapFrame::of(ground.value.extent, around);
    let drawn = draw::draw(&ground.value, &frame);
    Some(MapView {
        width: draw::WIDTH,
        height: frame.height(),
        land: drawn.land,
        water: drawn.water,
        rivers: drawn.rivers,
        borders: drawn.borders,
        points: points(within, &frame),
    })
}

fn points(placed: Vec<Placed>, frame: &MapFrame) -> Vec<PointView> {
    let places: Vec<(f64, f64)> = placed.iter().map(|placed| frame.place(placed.spot)).collect();
    let names: Vec<usize> = placed.iter().map(|placed| placed.view.short_name.text.chars().count()).collect();
    let marks = marks::marks(&places, &names, (draw::WIDTH, frame.height()));
    let point = |((placed, place), mark): ((Placed, (f64, f64)), marks::MapMark)| {
        let spot = SpotView { x: draw::whole(place.0), y: draw::whole(place.1) };
        Some(PointView {
            url: placed.view.url?,
            name: placed.view.short_name,
            status: placed.view.status,
            place: mark.is_moved.then_some(spot),
            x: mark.x,
            y: mark.y,
            reach: mark.reach,
            label: mark.label,
        })
    };
    placed.into_iter().zip(places).zip(marks).filter_map(point).collect()
}
