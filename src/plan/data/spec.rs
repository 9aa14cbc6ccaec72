//! The page that says what the open data mean: each file and each of its columns.

use std::hash::Hash;

use serde::Serialize;

use super::rows;
use super::table::DataTable;
use crate::plan::page::{PageSpec, add_page};
use crate::plan::scope::Scope;
use crate::plan::{Part, Plan, Urls};

/// A table of the page.
#[derive(Serialize, Hash)]
struct TableView {
    name: &'static str,
    heading: &'static str,
    files: Vec<FileView>,
    columns: Vec<ColumnView>,
}

/// A file of a table.
#[derive(Serialize, Hash)]
struct FileView {
    url: String,
    name: String,
}

/// A column of a table.
#[derive(Serialize, Hash)]
struct ColumnView {
    name: &'static str,
    kind: &'static str,
    required: bool,
    meaning: &'static str,
}

/// Plans the page, in the site's own language. What the columns mean is said in Swedish or in English.
pub fn plan_spec(scope: &Scope<'_>, tables: &[DataTable<'_>], plan: &mut Plan) {
    let own = scope.section.own();
    let said_in = if own == "sv" { "sv" } else { "en" };
    let views: Vec<TableView> = tables.iter().map(|table| view(table, own)).collect();
    let feeds = [scope.urls.feed(), scope.urls.json_feed()];
    let feeds = feeds.map(|url| FileView { name: url.clone(), url });
    let licence = scope.section.site.data_licence.key();
    let has_catalogue = scope.section.config.as_ref().and_then(|config| config.organisation_number.as_ref());
    let has_catalogue = has_catalogue.or(scope.section.site.organisation_number.as_ref()).is_some();
    let parts = vec![
        ("tables", Part::of(&views)),
        ("feeds", Part::of(&feeds)),
        ("licence", Part::of(&licence)),
        ("catalogue", Part::of(&has_catalogue)),
        ("said_in", Part::of(&(said_in != own).then_some(said_in))),
    ];
    let spec = PageSpec {
        kind: "data",
        title: scope.words.get("data_title").to_string(),
        description: Some(scope.words.get("data_lead").to_string()),
        url: Urls::data().to_string(),
        versions: vec![(own.to_string(), Urls::data().to_string())],
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    add_page(scope, "data.html", spec, parts, plan);
}

fn view(table: &DataTable<'_>, lang: &str) -> TableView {
    let file = |ending: &str| {
        let name = format!("{}.{ending}", table.name);
        FileView { url: format!("data/{name}"), name }
    };
    let endings: &[&str] = match table.name {
        rows::CENTRES => &["csv", "json", "geojson", "tableschema.json", "schema.json"],
        rows::ACTIVITIES => &["csv", "json", "tableschema.json", "schema.json"],
        _ => &["csv", "tableschema.json"],
    };
    let mut files: Vec<FileView> = endings.iter().map(|ending| file(ending)).collect();
    if table.name == rows::CENTRES {
        files.push(FileView { url: super::HSDS.to_string(), name: "hsds.json".to_string() });
    }
    let column = |column: &super::table::Column| ColumnView {
        name: column.name,
        kind: column.kind.word(),
        required: column.required,
        meaning: column.meaning(lang),
    };
    let heading = match table.name {
        rows::CENTRES => "centres_title",
        rows::HOURS => "hours_title",
        _ => "activities_title",
    };
    TableView { name: table.name, heading, files, columns: table.columns.iter().map(column).collect() }
}
