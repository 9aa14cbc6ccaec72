//! Open data: what the pages say, as tables for programs, and the catalogue that a portal finds them by.
//!
//! The rows are made of the same values as the pages, so a table says nothing that a page does not. The files are made here and not where
//! pages are rendered, since the catalogue says how long each of them is.

mod catalogue;
mod columns;
mod hsds;
mod rows;
mod spec;
mod table;
mod whole;

use super::scope::Scope;
use super::{JobKind, Plan};
use crate::base::json;
use table::DataTable;

pub(super) use catalogue::plan_region_catalogue;
pub(crate) use catalogue::{Bilingual, DataCatalogue, DataContact, Dataset, Distribution, Publisher};

/// How many days ahead the tables of hours and activities reach, today included.
pub const DAYS: usize = 90;

/// Where the services lie as HSDS.
const HSDS: &str = "data/hsds.json";

/// A file of open data that has been made.
struct MadeData {
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
    let folder = scope.section.folder();
    if plan.is_full() {
        return;
    }
    let Some(tables) = rows::tables(scope) else { return plan.fill_up() };
    for table in &tables {
        for file in files(scope, table) {
            let url = format!("data/{}.{}", table.name, file.ending);
            made.push(MadeData {
                of: table.name,
                url: url.clone(),
                media_type: file.media_type,
                bytes: file.text.len(),
                schema: file.schema.map(|schema| format!("data/{}.{schema}", table.name)),
            });
            plan.add(folder, &url, JobKind::Text(file.text));
        }
    }
    let text = hsds::services(scope);
    let (url, bytes) = (HSDS.to_string(), text.len());
    made.push(MadeData { of: rows::CENTRES, url, media_type: "application/json", bytes, schema: None });
    plan.add(folder, HSDS, JobKind::Text(text));
    for table in &tables {
        for (ending, text) in schemas(scope, table) {
            plan.add(folder, &format!("data/{}.{ending}", table.name), JobKind::Text(text));
        }
    }
    spec::plan_spec(scope, &tables, plan);
    catalogue::plan_catalogue(scope, &made, plan);
}

/// What a table's rows are written as.
struct File {
    ending: &'static str,
    media_type: &'static str,
    schema: Option<&'static str>,
    text: String,
}

/// The files of a table: CSV, and what programs of other kinds want.
fn files(scope: &Scope<'_>, table: &DataTable<'_>) -> Vec<File> {
    let csv =
        File { ending: "csv", media_type: "text/csv", schema: Some("tableschema.json"), text: table.csv() };
    let json = |text: String| File {
        ending: "json",
        media_type: "application/json",
        schema: Some("schema.json"),
        text,
    };
    match table.name {
        rows::CENTRES => {
            let text = whole::places(table);
            let places = File { ending: "geojson", media_type: "application/geo+json", schema: None, text };
            vec![csv, json(whole::centres(scope, table)), places]
        }
        rows::ACTIVITIES => vec![csv, json(table.json())],
        _ => vec![csv],
    }
}

/// What a table's files hold, for programs.
fn schemas(scope: &Scope<'_>, table: &DataTable<'_>) -> Vec<(&'static str, String)> {
    let own = scope.section.own();
    let rows = ("tableschema.json", table.table_schema(own));
    match table.name {
        rows::CENTRES => vec![rows, ("schema.json", whole::schema(table, own))],
        rows::ACTIVITIES => vec![rows, ("schema.json", json::lines(&table.json_schema(own)))],
        _ => vec![rows],
    }
}
