//! Open data: what the pages say, as tables for programs, and the catalogue that a portal finds them by.
//!
//! The rows are made of the same values as the pages, so a table says nothing that a page does not. The files are made here and not where
//! pages are rendered, since the catalogue says how long each of them is.

mod catalogue;
mod columns;
mod hsds;
mod joined;
mod rows;
mod spec;
mod table;
mod whole;

use std::sync::Arc;

use jiff::civil::Date;

use super::scope::Scope;
use super::{JobKind, Plan, Summary};
use crate::base::json;
use joined::{DataForm, DataRows};
use table::DataTable;

pub(crate) use catalogue::{Bilingual, DataCatalogue, DataContact, Dataset, Distribution, Publisher};
pub(crate) use joined::{DataFile, DataShare};

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
    if plan.is_full() {
        return;
    }
    let Some(tables) = rows::tables(scope) else { return plan.fill_up() };
    let shares = shares(scope, &tables);
    let mut own = |url: &str, make: &dyn Fn() -> DataRows| {
        let share = shares.iter().find(|share| share.url == url);
        vec![share.map_or_else(make, |share| share.rows.clone())]
    };
    let made = plan_files(scope, &tables, &mut own, plan);
    spec::plan_spec(scope, &tables, plan);
    catalogue::plan_catalogue(scope, &made, plan);
    plan.shares = shares.into_iter().map(DataShare::packed).collect();
}

/// How many centres a region has at most whose hours and times of activities are in tables of its own too. A country's are hundreds of
/// megabytes: those are with the municipalities alone, to whose catalogues the region's leads.
const MOST_CENTRES: usize = 200;

/// How many bytes such a file has at most.
const MOST_TOGETHER: usize = 48 << 20;

/// Plans the open data of the region: the same files of its municipalities' centres together, and the catalogue. `changed` is the day of the
/// newest news.
pub fn plan_region_data(
    scope: &Scope<'_>,
    municipalities: &[Arc<Summary>],
    changed: Option<Date>,
    plan: &mut Plan,
) {
    let of_file = |url: &str| {
        let shares = municipalities.iter().flat_map(|summary| &summary.data);
        let rows = shares.filter(|share| share.url == url).map(|share| share.rows.clone());
        rows.collect::<Vec<_>>()
    };
    let is_small = municipalities.iter().map(|summary| summary.centres.len()).sum::<usize>() <= MOST_CENTRES;
    let of_days = rows::none_of_days().into_iter().filter(|table| {
        let together = |file: File<'_>| DataFile { rows: of_file(&file.url), form: file.form };
        let has_room = |file: DataFile| !file.rows.is_empty() && file.bytes() <= MOST_TOGETHER;
        is_small && files(scope, table).into_iter().map(together).all(has_room)
    });
    let tables: Vec<DataTable<'_>> = std::iter::once(rows::no_centres()).chain(of_days).collect();
    let mut of_all = |url: &str, _: &dyn Fn() -> DataRows| of_file(url);
    let made = plan_files(scope, &tables, &mut of_all, plan);
    spec::plan_spec(scope, &tables, plan);
    catalogue::plan_region_catalogue(scope, municipalities, (&made, changed), plan);
}

/// What a municipality gives to the region's files, where nothing else of it is planned.
pub fn sum_up(scope: &Scope<'_>) -> Vec<DataShare> {
    let tables = rows::tables(scope).unwrap_or_default();
    shares(scope, &tables).into_iter().map(DataShare::packed).collect()
}

/// What stands in the files of its tables, and its services.
fn shares(scope: &Scope<'_>, tables: &[DataTable<'_>]) -> Vec<DataShare> {
    let files = tables.iter().flat_map(|table| files(scope, table));
    let of_file = |file: File<'_>| DataShare { url: file.url, rows: (file.rows)() };
    let services = DataShare { url: HSDS.to_string(), rows: hsds::services(scope) };
    files.map(of_file).chain([services]).collect()
}

/// What stands in a file, by its address; it may be asked to be made.
type RowsOf<'r> = dyn FnMut(&str, &dyn Fn() -> DataRows) -> Vec<DataRows> + 'r;

/// Plans the files of some tables, with the services beside those of the centres. `rows` has what stands in a file, which it may ask to be made.
fn plan_files(
    scope: &Scope<'_>,
    tables: &[DataTable<'_>],
    rows: &mut RowsOf<'_>,
    plan: &mut Plan,
) -> Vec<MadeData> {
    let folder = scope.section.folder();
    let mut made = Vec::new();
    let mut add = |of: &'static str, file: File<'_>| {
        let whole = DataFile { rows: rows(&file.url, &*file.rows), form: file.form };
        let schema = file.schema.map(|schema| format!("data/{of}.{schema}"));
        let (media_type, bytes) = (file.media_type, whole.bytes());
        made.push(MadeData { of, url: file.url.clone(), media_type, bytes, schema });
        plan.add(folder, &file.url, JobKind::Data(whole));
    };
    for table in tables {
        files(scope, table).into_iter().for_each(|file| add(table.name, file));
    }
    let services = File {
        url: HSDS.to_string(),
        media_type: "application/json",
        schema: None,
        form: DataForm::list(),
        rows: Box::new(|| hsds::services(scope)),
    };
    add(rows::CENTRES, services);
    for table in tables {
        for (ending, text) in schemas(scope, table) {
            plan.add(folder, &format!("data/{}.{ending}", table.name), JobKind::Text(text));
        }
    }
    made
}

/// What a table's rows are written as.
struct File<'a> {
    url: String,
    media_type: &'static str,
    schema: Option<&'static str>,
    form: DataForm,
    /// Writes the rows.
    rows: Box<dyn Fn() -> DataRows + 'a>,
}

/// The files of a table: CSV, and what programs of other kinds want.
fn files<'a>(scope: &'a Scope<'_>, table: &'a DataTable<'_>) -> Vec<File<'a>> {
    let url = |ending: &str| format!("data/{}.{ending}", table.name);
    let csv = File {
        url: url("csv"),
        media_type: "text/csv",
        schema: Some("tableschema.json"),
        form: DataForm::csv(table.csv_head()),
        rows: Box::new(|| table.csv_rows()),
    };
    let json = |rows: Box<dyn Fn() -> DataRows + 'a>| File {
        url: url("json"),
        media_type: "application/json",
        schema: Some("schema.json"),
        form: DataForm::list(),
        rows,
    };
    match table.name {
        rows::CENTRES => {
            let places = File {
                url: url("geojson"),
                media_type: "application/geo+json",
                schema: None,
                form: DataForm::places(),
                rows: Box::new(|| whole::places(table)),
            };
            vec![csv, json(Box::new(|| whole::centres(scope, table))), places]
        }
        rows::ACTIVITIES => vec![csv, json(Box::new(|| table.json_rows()))],
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
