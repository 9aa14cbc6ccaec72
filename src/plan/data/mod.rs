//! Open data: what the pages say, as tables for programs, and the catalogue that a portal finds them by.
//!
//! The rows are made of the same values as the pages, so a table says nothing that a page does not. The files are made here and not where
//! pages are rendered, since the catalogue says how long each of them is.

mod catalogue;
mod columns;
mod rows;
mod spec;
mod table;

use super::scope::Scope;
use super::{JobKind, Plan};

pub use catalogue::{Catalogue, Contact, Dataset, Distribution, Publisher, Said};

/// How many days ahead the tables of hours and activities reach, today included.
pub const DAYS: usize = 90;

/// A file of open data that has been made.
struct Made {
    /// Which data it holds.
    of: &'static str,
    /// Its address within the section.
    url: String,
    /// Its type.
    media_type: &'static str,
    /// How many bytes it has.
    bytes: usize,
    /// The address of its schema within the section.
    schema: Option<String>,
}

/// Plans the open data of a municipality, in the site's own language.
pub fn plan_data(scope: &Scope<'_>, plan: &mut Plan) {
    let mut made = Vec::new();
    let mut add = |name: &'static str, ending: &str, media_type: &'static str, schema: &str, text: String| {
        let url = format!("data/{name}.{ending}");
        made.push(Made {
            of: name,
            url: url.clone(),
            media_type,
            bytes: text.len(),
            schema: Some(format!("data/{name}.{schema}")),
        });
        plan.add(scope.section.folder(), &url, JobKind::Text(text));
    };
    let tables = [rows::centres(scope), rows::hours(scope), rows::activities(scope)];
    for table in &tables {
        add(table.name, "csv", "text/csv", "tableschema.json", table.csv());
    }
    let [_, _, activities] = &tables;
    add(activities.name, "json", "application/json", "schema.json", activities.json());
    for table in &tables {
        let url = format!("data/{}.tableschema.json", table.name);
        plan.add(scope.section.folder(), &url, JobKind::Text(table.table_schema(scope.section.own())));
    }
    let url = format!("data/{}.schema.json", activities.name);
    plan.add(scope.section.folder(), &url, JobKind::Text(activities.json_schema(scope.section.own())));
    spec::plan_spec(scope, &tables, plan);
    catalogue::plan_catalogue(scope, &made, plan);
}

