//! The texts of the YAML files that readers see, each with the way to it: every rule that looks at all of them walks this list.

use crate::parse::centre::{Activity, Centre, Cost};
use crate::parse::check::{ImageUse, Notice};
use crate::parse::municipality::Municipality;
use crate::parse::trail::Trail;
use crate::parse::values::Text;

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As it is shown.
    Plain,
    Markdown,
}

/// Is shown each text in turn.
pub type Each<'e> = &'e mut dyn FnMut(&Text, &Trail<'_>, Form);

/// The texts of `municipality.yaml`.
pub fn of_config(config: &Municipality, each: Each<'_>) {
    let top = Trail::TOP;
    let list = top.key("navigation");
    for (index, entry) in config.navigation.iter().enumerate() {
        each(&entry.title, &list.index(index).key("title"), Form::Plain);
    }
    in_notices(&config.notices, &top, each);
    if let Some(image) = config.look.as_ref().and_then(|look| look.image.as_ref()) {
        let at = top.key("look");
        let at = at.key("image");
        optional(image.alt.as_ref(), &at.key("alt"), each);
        optional(image.credit.as_ref(), &at.key("credit"), each);
    }
    let Some(statement) = &config.statement else { return };
    let at = top.key("accessibility_statement");
    let list = at.key("issues");
    for (index, issue) in statement.issues.iter().enumerate() {
        let at = list.index(index);
        each(&issue.what, &at.key("what"), Form::Plain);
        optional(issue.reason.as_ref(), &at.key("reason"), each);
        optional(issue.alternative.as_ref(), &at.key("alternative"), each);
    }
    let list = at.key("disproportionate_burden");
    for (index, burden) in statement.disproportionate_burden.iter().enumerate() {
        each(&burden.what, &list.index(index).key("what"), Form::Plain);
        each(&burden.motivation, &list.index(index).key("motivation"), Form::Plain);
    }
    let list = at.key("out_of_scope");
    for (index, exemption) in statement.out_of_scope.iter().enumerate() {
        each(&exemption.what, &list.index(index).key("what"), Form::Plain);
        optional(exemption.reason.as_ref(), &list.index(index).key("reason"), each);
    }
}

/// The names of a centre, its services and who runs them. They stand wherever it is spoken of, beside each time and each day.
pub fn names_of_centre(centre: &Centre, each: &mut dyn FnMut(&Text, &Trail<'_>)) {
    each(&centre.name, &Trail::TOP.key("name"));
    let list = Trail::TOP.key("services");
    for (index, service) in centre.services.iter().enumerate() {
        let at = list.index(index);
        if let Some(name) = &service.name {
            each(name, &at.key("name"));
        }
        if let Some(name) = service.operator.as_ref().and_then(|operator| operator.name.as_ref()) {
            each(name, &at.key("operator").key("name"));
        }
    }
}

/// The texts of a centre.
pub fn of_centre(centre: &Centre, each: Each<'_>) {
    let top = Trail::TOP;
    let entrance = centre.address.as_ref().and_then(|address| address.entrance.as_ref());
    optional(entrance, &top.key("address").key("entrance"), each);
    let list = top.key("services");
    for (index, service) in centre.services.iter().enumerate() {
        optional(service.name.as_ref(), &list.index(index).key("name"), each);
    }
    let list = top.key("seasons");
    for (index, season) in centre.seasons.iter().enumerate() {
        optional(season.title.as_ref(), &list.index(index).key("title"), each);
    }
    let list = top.key("services");
    for (index, service) in centre.services.iter().enumerate() {
        let (at, inner) = (list.index(index), "seasons");
        let list = at.key(inner);
        for (place, season) in service.seasons.iter().enumerate() {
            optional(season.title.as_ref(), &list.index(place).key("title"), each);
        }
    }
    let list = top.key("exceptions");
    for (index, exception) in centre.exceptions.iter().enumerate() {
        optional(exception.reason.as_ref(), &list.index(index).key("reason"), each);
    }
    let list = top.key("activities");
    for (index, activity) in centre.activities.iter().enumerate() {
        in_activity(activity, &list.index(index), each);
    }
    in_notices(&centre.notices, &top, each);
    if let Some(Cost::Said(cost)) = &centre.premises.cafe_cost {
        each(cost, &top.key("premises").key("cafe_cost"), Form::Plain);
    }
    optional(centre.premises.note.as_ref(), &top.key("premises").key("note"), each);
    let there = top.key("getting_there");
    for (name, text) in centre.getting_there.each() {
        each(text, &there.key(name), Form::Plain);
    }
    let list = top.key("images");
    for (index, image) in centre.images.iter().enumerate() {
        in_image(image, &list.index(index), each);
    }
    optional(centre.owner.as_ref(), &top.key("owner"), each);
}

fn in_activity(activity: &Activity, at: &Trail<'_>, each: Each<'_>) {
    each(&activity.title, &at.key("title"), Form::Plain);
    optional(activity.description.as_ref(), &at.key("description"), each);
    let list = at.key("cancelled");
    for (place, one) in activity.cancelled.iter().enumerate() {
        optional(one.reason.as_ref(), &list.index(place).key("reason"), each);
    }
    if let Some(Cost::Said(cost)) = &activity.cost {
        each(cost, &at.key("cost"), Form::Plain);
    }
    optional(activity.place.as_ref(), &at.key("place"), each);
    optional(activity.audience.as_ref(), &at.key("for"), each);
}

fn in_image(image: &ImageUse, at: &Trail<'_>, each: Each<'_>) {
    optional(image.alt.as_ref(), &at.key("alt"), each);
    optional(image.credit.as_ref(), &at.key("credit"), each);
    optional(image.consent.as_ref(), &at.key("consent"), each);
}

fn in_notices(notices: &[Notice], top: &Trail<'_>, each: Each<'_>) {
    let list = top.key("notices");
    for (index, notice) in notices.iter().enumerate() {
        let at = list.index(index);
        each(&notice.title, &at.key("title"), Form::Plain);
        if let Some(body) = &notice.body {
            each(body, &at.key("body"), Form::Markdown);
        }
        let links = at.key("links");
        for (place, link) in notice.links.iter().enumerate() {
            each(&link.title, &links.index(place).key("title"), Form::Plain);
        }
    }
}

fn optional(text: Option<&Text>, at: &Trail<'_>, each: Each<'_>) {
    if let Some(text) = text {
        each(text, at, Form::Plain);
    }
}
