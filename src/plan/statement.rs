//! The accessibility statement that lag (2018:1937) demands: a page in each language, and the same as data for those who look at many.

use serde_json::{Map, Value, json};

use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::{BurdenView, IssueView, JobKind, LinkView, Part, Plan, ScopeView, StatementView, TextView, Urls};
use crate::base::json;
use crate::parse::municipality::{Issue, Statement};
use crate::parse::values::Text;

/// Where to report to the authority that watches over the law.
const AUTHORITY: &str = "https://www.digg.se/tdosanmalan";

/// Plans the accessibility statement; it is linked from every page, so it is there even while nobody has written it.
pub fn plan_accessibility(scope: &Scope<'_>, statement: Option<&Statement>, plan: &mut Plan) {
    let authority = LinkView {
        text: TextView { text: "digg.se".to_string(), ..Default::default() },
        href: AUTHORITY.to_string(),
    };
    let parts = vec![
        ("statement", Part::of(&statement.map(|statement| statement_view(scope, statement)))),
        ("authority_url", Part::of(&authority)),
        ("address", Part::of(&plain_address(&scope.section.base_url))),
        ("data_url", Part::of(&statement.map(|_| Urls::statement_data()))),
    ];
    let about = statement.map(|statement| format!("a11y_status_{}", statement.status.key()));
    let about = about.unwrap_or_else(|| "a11y_missing".to_string());
    let spec = PageSpec {
        kind: "accessibility",
        title: scope.words.get("accessibility_title").to_string(),
        description: Some(scope.words.get(&about).to_string()),
        url: scope.urls.accessibility(),
        versions: scope.everywhere(Urls::accessibility),
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    add_page(scope, "accessibility.html", spec, parts, plan);
}

fn statement_view(scope: &Scope<'_>, statement: &Statement) -> StatementView {
    let issue = |issue: &Issue| IssueView {
        what: scope.text(&issue.what),
        reason: scope.optional(issue.reason.as_ref()),
        wcag: issue.wcag.clone(),
        alternative: scope.optional(issue.alternative.as_ref()),
        fix_by: issue.fix_by.map(|date| scope.date(date)),
    };
    StatementView {
        status: statement.status.key(),
        assessed_on: statement.assessed_on.map(|date| scope.date(date)),
        updated_on: statement.updated_on.map(|date| scope.date(date)),
        method: statement.method.key(),
        issues: statement.issues.iter().map(issue).collect(),
        disproportionate_burden: statement
            .disproportionate_burden
            .iter()
            .map(|burden| BurdenView {
                what: scope.text(&burden.what),
                motivation: scope.text(&burden.motivation),
            })
            .collect(),
        out_of_scope: statement
            .out_of_scope
            .iter()
            .map(|exemption| ScopeView {
                what: scope.text(&exemption.what),
                reason: scope.optional(exemption.reason.as_ref()),
            })
            .collect(),
        feedback_url: statement.feedback_url.as_ref().map(|url| scope.web(url)),
    }
}

/// An address as people write it.
fn plain_address(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// Plans the statement as data, with the names that its fields have in the files: one file for all languages.
pub fn plan_statement_data(scope: &Scope<'_>, statement: Option<&Statement>, plan: &mut Plan) {
    let Some(statement) = statement else { return };
    let section = scope.section;
    let actor = if section.id.is_some() { &section.name } else { &section.site.organisation };
    let mut data = Map::new();
    data.insert("organisation".into(), texts(scope, actor));
    data.insert("website".into(), json!(format!("{}/", section.base_url)));
    let page = Urls::new(section.own(), section.own()).accessibility();
    data.insert("statement".into(), json!(format!("{}/{page}", section.base_url)));
    data.insert("law".into(), json!("Lag (2018:1937) om tillgänglighet till digital offentlig service"));
    data.insert("status".into(), json!(statement.status.key()));
    data.insert("method".into(), json!(statement.method.key()));
    let dates = [("assessed_on", statement.assessed_on), ("updated_on", statement.updated_on)];
    for (name, date) in dates.into_iter().filter_map(|(name, date)| Some((name, date?))) {
        data.insert(name.into(), json!(date.to_string()));
    }
    let issues = statement.issues.iter().map(|issue| issue_data(scope, issue));
    data.insert("issues".into(), issues.collect());
    let burdens = statement.disproportionate_burden.iter().map(
        |burden| json!({"what": texts(scope, &burden.what), "motivation": texts(scope, &burden.motivation)}),
    );
    data.insert("disproportionate_burden".into(), burdens.collect());
    let out_of_scope = statement.out_of_scope.iter().map(|exemption| {
        let mut one = Map::from_iter([("what".to_string(), texts(scope, &exemption.what))]);
        one.extend(exemption.reason.iter().map(|reason| ("reason".to_string(), texts(scope, reason))));
        Value::Object(one)
    });
    data.insert("out_of_scope".into(), out_of_scope.collect());
    if let Some(url) = &statement.feedback_url {
        data.insert("feedback_url".into(), json!(url.as_str()));
    }
    data.insert(
        "supervision".into(),
        json!({"name": "Myndigheten för digital förvaltning", "url": AUTHORITY}),
    );
    let text = json::lines(&Value::Object(data)) + "\n";
    plan.add(section.folder(), &Urls::statement_data(), JobKind::Text(text));
}

fn issue_data(scope: &Scope<'_>, issue: &Issue) -> Value {
    let mut one = Map::new();
    one.insert("what".into(), texts(scope, &issue.what));
    for (name, text) in [("reason", &issue.reason), ("alternative", &issue.alternative)] {
        one.extend(text.iter().map(|text| (name.to_string(), texts(scope, text))));
    }
    if !issue.wcag.is_empty() {
        one.insert("wcag".into(), json!(issue.wcag));
    }
    if let Some(date) = issue.fix_by {
        one.insert("fix_by".into(), json!(date.to_string()));
    }
    Value::Object(one)
}

/// A text by its languages.
fn texts(scope: &Scope<'_>, text: &Text) -> Value {
    let own = scope.section.own();
    let each =
        text.each().map(|(lang, text)| (lang.unwrap_or(own).to_string(), json!(scope.filled_own(text))));
    Value::Object(each.collect())
}
