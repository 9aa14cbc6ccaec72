//! Diagnostics as SARIF 2.1.0 (OASIS), which code review reads.

use serde_json::{Value, json};

use crate::base::{Code, Diagnostic, Messages, json as written, percent_encoded};

/// The whole log.
pub fn to_sarif(diagnostics: &[Diagnostic], messages: &Messages) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
    codes.sort();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, messages)).collect();
    let results: Vec<Value> = diagnostics.iter().map(|found| result(found, &codes, messages)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "fcsite",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": messages.locale().tag(),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    written::lines(&log) + "\n"
}

fn rule(code: Code, messages: &Messages) -> Value {
    let id = format!("explain-{code}");
    let why = messages.attribute(&id, "why", &[]).unwrap_or_default();
    json!({
        "id": code.to_string(),
        "shortDescription": {"text": messages.text(&id, &[])},
        "fullDescription": {"text": why},
        "defaultConfiguration": {"level": code.severity().word()},
    })
}

fn result(found: &Diagnostic, codes: &[Code], messages: &Messages) -> Value {
    let words = messages.render(found);
    let text =
        if words.help.is_empty() { words.message } else { format!("{} {}", words.message, words.help) };
    let mut result = json!({
        "ruleId": found.code.to_string(),
        "ruleIndex": codes.binary_search(&found.code).unwrap_or_default(),
        "level": found.severity.word(),
        "message": {"text": text},
    });
    if let Some(file) = &found.file {
        let uri: String = file.as_str().split('/').map(percent_encoded).collect::<Vec<_>>().join("/");
        let mut physical = json!({"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}});
        if let Some(place) = &found.place {
            physical["region"] = json!({
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + place.width,
                "snippet": {"text": place.excerpt()},
            });
        }
        let mut location = json!({"physicalLocation": physical});
        if let Some(field) = messages.field(&found.at) {
            location["logicalLocations"] = json!([{"fullyQualifiedName": field}]);
        }
        result["locations"] = json!([location]);
    }
    result
}
