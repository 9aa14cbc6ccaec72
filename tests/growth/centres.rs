//! Series of what a centre says of itself: how to get there, its weeks and days, its activities. Lists are no longer than they may be, for
//! of what is too long no page is made.

use crate::Series;
use crate::bodies::{each, fill};
use crate::fields::{centre, quoted, with_more};
use crate::project::{FITTJA, FITTJA_TEXT, Project};

/// A text of a centre.
fn text(name: &'static str, before: &'static str, (unit, after): (&'static str, &'static str)) -> Series {
    Series::new(name, move |bytes| {
        with_more(FITTJA, FITTJA_TEXT, &format!("{before}{}{after}", quoted(&fill(unit, bytes))))
    })
}

/// What an activity says beside its day.
fn activity(name: &'static str, field: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| {
        let said = quoted(&fill(unit, bytes));
        let when = "day: tuesday, from: \"10.00\", to: \"11.00\"";
        with_more(
            FITTJA,
            FITTJA_TEXT,
            &format!("activities:\n- {{id: a, title: T, {when}, {field}: {said}}}"),
        )
    })
}

/// A list of days of an activity.
fn days(name: &'static str, field: &'static str, item: impl Fn(&str) -> String + 'static) -> Series {
    let day = |at: usize| format!("20{:02}-{:02}-{:02}", 26 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    Series::new(name, move |bytes| {
        let days = each(bytes, |at| format!("    - {}\n", item(&day(at))));
        let when = if field == "dates" { "" } else { "  day: tuesday\n" };
        let head = format!("- id: a\n  title: T\n{when}  from: \"10.00\"\n  to: \"11.00\"\n");
        with_more(FITTJA, FITTJA_TEXT, &format!("activities:\n{head}  {field}:\n{days}"))
    })
    .from(256)
    .right()
}

/// Activities of which some days are changed.
fn changed(name: &'static str, field: &'static str, how: &'static str) -> Series {
    centre(name, "activities:\n", move |at| {
        let days = ["01", "08", "15"].map(|day| format!("{{date: 2026-12-{day}, {how}}}")).join(", ");
        let when = "day: tuesday, from: 10.00, to: 11.00";
        format!("- {{id: lek-{at}, title: Lek {at}, {when}, {field}: [{days}]}}\n")
    })
    .from(1024)
}

/// Services of a centre that has no others.
fn services(name: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        let services = each(bytes, |at| format!("- {{kind: other, name: Lek {at}, {}}}\n", item(at)));
        Project::new().with(FITTJA, format!("name: F\nstatus: open\nservices:\n{services}"))
    })
    .from(192)
    .right()
}

pub fn series() -> Vec<Series> {
    [texts(), weeks(), activities(), of_services(), pictures()].into_iter().flatten().collect()
}

fn texts() -> Vec<Series> {
    vec![
        Series::new("a long address of a centre", |bytes| {
            let part = quoted(&fill("plan 2, 3/4 ", bytes / 3));
            let address = format!("address: {{street: {part}, city: {part}, entrance: {part}}}");
            Project::new().with(FITTJA, FITTJA_TEXT.replace("address: {street: Fittja Torg 19}", &address))
        }),
        text("how to get there", "getting_there: {transit: ", ("3/4 http://a.se/x 08-123 456 78 ", "}"))
            .right(),
        text("where to park", "getting_there: {car: ", ("Parkera på Torg 1. ", ", pram_parking: Ute.}"))
            .right(),
        text("a note on the premises", "premises: {note: ", ("[a](x 3/4 ", "}")).right(),
        text("what a coffee costs", "premises: {cafe_cost: ", ("20 kr ", "}")),
        text("a long address of a website", "url: ", ("https://a.example/x/", "")).from(240).right(),
        text("a number and more numbers", "phone: ", ("08-123 456 78 ", "")),
    ]
}

fn weeks() -> Vec<Series> {
    vec![
        centre("seasons", "seasons:\n", |at| {
            let (month, day) = (1 + at % 12, 1 + at % 28);
            format!("- {{title: S{at}, from: 2027-{month:02}-{day:02}, to: 2027-12-31, hours: {{monday: 9-10}}}}\n")
        })
        .from(256).right(),
        centre("reasons", "exceptions:\n", |at| {
            let (month, day) = (1 + at / 28 % 12, 1 + at % 28);
            format!("- {{from: 2027-{month:02}-{day:02}, closed: true, reason: \"{}\"}}\n", fill("Städdag, 3/4. ", 250))
        })
        .from(2048).right(),
    ]
}

fn activities() -> Vec<Series> {
    vec![
        activity("what an activity is", "description", "3/4 http://a.se [a](x ").right(),
        centre("what activities say at length", "activities:\n", |at| {
            let [place, cost, whom] = ["Rum 3/4, ", "20 kr, ", "BVC "].map(|unit| fill(unit, 250));
            let when = "day: tuesday, from: 10.00, to: 11.00";
            format!("- {{id: lek-{at}, title: Lek, {when}, place: '{place}', cost: '{cost}', for: '{whom}'}}\n")
        })
        .from(1024)
        .right(),
        days("days of an activity", "dates", ToString::to_string),
        days("days without an activity", "except", ToString::to_string),
        // Some each: as many as there are of one, each of its days is looked for among them.
        changed("cancelled activities", "cancelled", "reason: Sjuk"),
        changed("moved activities", "moved", "from: 13.00, to: 2027-01-05"),
        centre("activities that say everything", "activities:\n", |at| {
            let day = format!("20{:02}-{:02}-{:02}", 27 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
            format!(
                "- {{id: lek-{at}, title: Lek {at}, date: {day}, from: 10.00, to: 11.00, description: \"Vi leker.\", \
                 place: Rum {at}, cost: {at} kr, for: Barn, age_months: {{min: 0, max: 12}}, \
                 registration: {{url: 'https://a.example/{at}', phone: 08-123 456 78, email: a@b.example}}}}\n"
            )
        })
        .from(2048).right(),
    ]
}

fn of_services() -> Vec<Series> {
    vec![
        services("who runs a service", |at| format!("operator: {{type: region, name: Region {at}}}")),
        services("websites of services", |at| format!("url: 'https://a.example/{at}', phone: 08-123 456 78")),
        services("phones of services", |_| "phone_hours: {monday-friday: 8–9}".to_string()),
        services("seasons of services", |at| {
            format!("seasons: [{{title: S{at}, from: 2027-06-01, to: 2027-08-31, hours: {{monday: 9-10}}}}]")
        }),
    ]
}

fn pictures() -> Vec<Series> {
    vec![
        centre("pictures of a centre", "images:\n", |at| {
            format!("- {{src: images/lek.png, alt: Barn {at} leker, credit: Foto {at}, consent: Ja {at}}}\n")
        })
        .from(1024)
        .right(),
        text("what a picture shows", "images:\n- {src: images/lek.png, alt: ", ("Barn leker ", "}")),
        text("whose a picture is", "images:\n- {src: images/lek.png, alt: Barn, credit: ", ("Foto A ", "}")),
    ]
}
