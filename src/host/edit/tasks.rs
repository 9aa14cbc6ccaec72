//! "Vad vill du göra?": the common tasks by their names, each of them a list of the forms that it can be done in.

use serde::Serialize;

use super::PREFIX;
use super::desk::Office;
use super::files;
use super::request::see;
use super::view::PageOf;
use crate::edit::Answers;
use crate::host::serve::Reply;
use crate::parse::SHARED;
use crate::schema::Kind;

/// The most municipalities whose centres stand on one page.
const FEW: usize = 8;

/// The tasks in the order that they are done in most: the word in the address, and the end of the address of the form; none where the task is
/// the municipality's.
const TASKS: [(&str, Option<&str>); 7] = [
    ("oppettider", Some("?bara=tider")),
    ("stangt", Some("?del=exceptions&ny=1&stangt=1")),
    ("nyhet", None),
    ("stall-in", Some("?del=activities")),
    ("aktivitet", Some("?del=activities&ny=1")),
    ("meddelande", Some("?del=notices&ny=1")),
    ("telefon", Some("")),
];

/// A task on the first page.
#[derive(Serialize)]
pub struct TaskDoor {
    href: String,
    text: String,
}

/// Where a task can be done.
#[derive(Serialize)]
struct TaskPlace {
    heading: String,
    doors: Vec<TaskDoor>,
}

/// The tasks; none where there is nothing yet that they could be done with.
pub fn doors(office: &Office<'_>) -> Vec<TaskDoor> {
    let owners = owners(office);
    let has_centre = || owners.iter().any(|owner| !centres(office, owner, "").is_empty());
    let is_open = |end: &Option<&str>| if end.is_some() { has_centre() } else { !owners.is_empty() };
    let door = |(word, _): &(&str, Option<&str>)| TaskDoor {
        href: format!("{PREFIX}gor/{word}"),
        text: office.word(&format!("edit-task-{word}")),
    };
    TASKS.iter().filter(|(_, end)| is_open(end)).map(door).collect()
}

fn owners(office: &Office<'_>) -> Vec<String> {
    files::owners(&office.editor.root).into_iter().filter(|owner| owner != SHARED).collect()
}

fn centres(office: &Office<'_>, owner: &str, end: &str) -> Vec<TaskDoor> {
    let files = files::of_owner(&office.editor.root, owner).into_iter();
    let door = |file: &files::ContentFile| TaskDoor {
        href: format!("{PREFIX}f/{}{end}", file.id),
        text: office.name_of(file),
    };
    files.filter(|file| file.kind == Kind::Centre).map(|file| door(&file)).collect()
}

/// Asks where a task shall be done; where there is one place, goes there.
pub fn show(office: &Office<'_>, task: &str, query: &Answers) -> Option<Reply> {
    let (word, end) = TASKS.iter().find(|(word, _)| *word == task)?;
    let owners = owners(office);
    let chosen = query.get("kommun").and_then(|chosen| owners.iter().find(|owner| *owner == chosen));
    let places: Vec<TaskPlace> = match end {
        None => {
            let door = |owner: &String| TaskDoor {
                href: format!("{PREFIX}ny/{owner}/news"),
                text: office.name_of_owner(owner),
            };
            vec![TaskPlace { heading: String::new(), doors: owners.iter().map(door).collect() }]
        }
        Some(_) if owners.len() > FEW && chosen.is_none() => {
            let door = |owner: &String| TaskDoor {
                href: format!("{PREFIX}gor/{word}?kommun={owner}"),
                text: office.name_of_owner(owner),
            };
            vec![TaskPlace { heading: String::new(), doors: owners.iter().map(door).collect() }]
        }
        Some(end) => {
            let wanted = owners.iter().filter(|owner| chosen.is_none_or(|chosen| chosen == *owner));
            let place = |owner: &String| TaskPlace {
                heading: office.name_of_owner(owner),
                doors: centres(office, owner, end),
            };
            wanted.map(place).filter(|place| !place.doors.is_empty()).collect()
        }
    };
    let mut doors = places.iter().flat_map(|place| &place.doors);
    if let (Some(only), None) = (doors.next(), doors.next()) {
        return Some(see(only.href.clone()));
    }
    let heading = office.word(&format!("edit-task-{word}"));
    let page = PageOf::new(office.editor, office.messages, &heading);
    Some(page.with("places", &places).reply("task.html", 200))
}
