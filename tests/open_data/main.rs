//! Open data, read back by programs that are not ours: the catalogue with the rules of DCAT-AP-SE, tables with their schemas, JSON.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so by failing"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

const CENTRE: &str = "\
name: Familjecentralen Torget
status: open
address: {street: Torget 1, postal_code: 111 11, city: Alfa}
geo: {lat: 59.25, lon: 17.86}
phone: 08-465 004 21
email: torget@alfa.example
services:
  - {kind: child_health, name: '=1+1', hours: {monday: 9–12}}
  - kind: open_preschool
reviewed: 2026-11-01
hours:
  monday-thursday: 9–12, 13–24.00
  friday: booking
exceptions:
  - {from: 2026-12-07, closed: true, reason: Städdag}
activities:
  - {id: sang, title: 'Sång, lek och \"bus\"', description: '@alla', day: tuesday, from: 10.00, to: 11.00, age_months: {min: 0, max: 12}, cost: free,
     cancelled: [{date: 2026-12-08, reason: Sjukdom}], moved: [{date: 2026-12-15, to: 2026-12-16}]}
";

fn write(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A site with two municipalities, one that publishes in its own name and one that publishes under the site's number, if there is one.
fn site(folder: &Path, number: &str) {
    write(
        folder,
        "content/site.yaml",
        &format!(
            "title: Länet\nbase_url: https://lanet.example/familj\norganisation: Regionen & alla\n{number}"
        ),
    );
    for (id, code, more) in [
        (
            "alfa",
            "0001",
            "organisation_number: 212000-2882\ncontact: {email: familj@alfa.example, url: https://alfa.example/å}\n",
        ),
        ("beta", "0002", ""),
    ] {
        write(
            folder,
            &format!("content/{id}/municipality.yaml"),
            &format!("name: Kommunen {id}\ncode: \"{code}\"\n{more}"),
        );
        write(folder, &format!("content/{id}/centres/torget.yaml"), CENTRE);
        let news =
            "---\ntitle: Nytt & gott\nlead: \"En \\\"ingress\\\" med åäö.\"\ncategory: Träffar\n---\nText.\n";
        write(folder, &format!("content/{id}/news/2026-11-02-nytt.md"), news);
    }
}

fn build(folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["build", "--now", "2026-12-01", "--lang", "en", "-s"]).arg(folder);
    command.output().unwrap()
}

fn built(folder: &Path) {
    let output = build(folder);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What the readers found in a municipality's folder.
fn read(folder: &Path, id: &str) -> Value {
    read_at(&folder.join("public").join(id), &format!("https://lanet.example/familj/{id}"), &[])
}

/// What the readers found in a folder with this address; the region's, where there are municipalities.
fn read_at(folder: &Path, address: &str, municipalities: &[&str]) -> Value {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut reader = Command::new(here.join("tests/external/cases/data/bin/python"));
    reader.arg(here.join("tests/open_data/read.py")).arg(folder).arg(address);
    reader.arg(here.join("tests/open_data/dcat-ap-se.ttl")).args(municipalities);
    let output = reader.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_file_is_read_by_a_program_that_is_not_ours() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "organisation_number: \"232100-0016\"\ndata_licence: cc-by\n");
    built(folder);
    let (alfa, beta) = (read(folder, "alfa"), read(folder, "beta"));
    for found in [&alfa, &beta] {
        assert_eq!(found["datasets"], json!(["aktiviteter", "familjecentraler", "nyheter", "oppettider"]));
        // 90 days of the centre, of which the four with two times count twice; the same for child health, which has its own week.
        let (days, twice) = (90, 13 + 12 + 13 + 12 + 1);
        assert!(found["tables"]["oppettider"].as_u64().unwrap() >= 2 * days + twice - 2, "{found}");
        assert_eq!(found["tables"]["familjecentraler"], 1);
        assert_eq!(found["feeds"]["news"].as_object().unwrap().len(), 1);
        assert_eq!((&found["places"], &found["documents"]["familjecentraler"]), (&json!(1), &json!(1)));
        assert_eq!(found["tables"]["aktiviteter"], found["documents"]["aktiviteter"]);
    }
    assert_ne!(alfa["identifiers"], beta["identifiers"]);
    let catalogue = |id: &str| fs::read_to_string(folder.join(format!("public/{id}/datasets/dcat"))).unwrap();
    assert!(
        catalogue("alfa").contains("organisation/SE2120002882")
            && catalogue("alfa").contains("LocalAuthority")
    );
    assert!(
        catalogue("beta").contains("organisation/SE2321000016")
            && catalogue("beta").contains("RegionalAuthority")
    );
    assert!(catalogue("beta").contains("Regionen &amp; alla"));
}

#[test]
fn tables_say_what_the_calendar_says_and_no_cell_is_a_formula() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    built(folder);
    let rows = |name: &str| -> Vec<std::collections::HashMap<String, String>> {
        let text = fs::read_to_string(folder.join(format!("public/alfa/data/{name}.csv"))).unwrap();
        csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
            .deserialize()
            .map(Result::unwrap)
            .collect()
    };
    let hours = rows("oppettider");
    let on = |day: &str, service: &str| -> Vec<String> {
        let own = hours.iter().filter(|row| row["date"] == day && row["service"] == service);
        own.map(|row| {
            format!(
                "{} {}-{} {} {}",
                row["state"], row["opens"], row["closes"], row["reason"], row["confirmed"]
            )
        })
        .collect()
    };
    assert_eq!(on("2026-12-01", ""), ["open 09:00-12:00  true", "open 13:00-24:00  true"]);
    assert_eq!(on("2026-12-04", ""), ["booking -  true"]);
    assert_eq!(on("2026-12-07", ""), ["closed - Städdag true"]);
    assert_eq!(on("2026-12-14", "child_health"), ["open 09:00-12:00  true"]);
    assert_eq!(on("2026-12-25", "")[0], "closed - juldagen true");
    assert!(on("2026-12-01", "open_preschool").is_empty());
    assert!(on("2026-11-30", "").is_empty() && on("2027-03-01", "").is_empty());
    let times = rows("aktiviteter");
    let of = |day: &str| -> Vec<String> {
        let own = times.iter().filter(|row| row["date"] == day);
        own.map(|row| format!("{} {} {} {}", row["id"], row["state"], row["reason"], row["other_date"]))
            .collect()
    };
    assert_eq!(of("2026-12-01"), ["0001-torget-sang-2026-12-01-1000 on  "]);
    assert_eq!(of("2026-12-08"), ["0001-torget-sang-2026-12-08-1000 cancelled Sjukdom "]);
    assert_eq!(of("2026-12-15"), ["0001-torget-sang-2026-12-15-1000 moved  2026-12-16"]);
    assert_eq!(of("2026-12-16"), ["0001-torget-sang-2026-12-16-1000 instead  2026-12-15"]);
    assert_eq!(times[0]["title"], "Sång, lek och \"bus\"");
    assert_eq!((times[0]["description"].as_str(), times[0]["free"].as_str()), ("'@alla", "true"));
    assert!(hours.iter().any(|row| row["service_name"] == "'=1+1"));
}

#[test]
fn services_are_an_hsds_package_that_says_what_the_calendar_says_and_no_unknown_fact() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    let municipality = "content/alfa/municipality.yaml";
    let text = fs::read_to_string(folder.join(municipality)).unwrap();
    let text = text.replace("0001", "0127").replace("name:", "region: Region Prov\nname:");
    write(folder, municipality, &text);
    let services = "services:\n  - {kind: child_health, operator: {type: region}, phone: 08-465 004 22, hours: {monday: 9–12, sunday: 23–24}}\n  - {kind: open_preschool, operator: {type: other}}\n";
    let (head, rest) = CENTRE.split_once("services:\n").unwrap();
    let (_, tail) = rest.split_once("reviewed:").unwrap();
    // Over a change of the clocks.
    let centre = format!("{head}{services}reviewed:{tail}spoken_languages: [sv, ar]\n");
    write(folder, "content/alfa/centres/torget.yaml", &centre);
    write(
        folder,
        "content/alfa/centres/ny.yaml",
        "name: Nya\nstatus: planned\naddress: {street: Vägen 1}\nservices: [{kind: open_preschool}]\n",
    );
    let mut ids = Vec::new();
    for now in ["2026-12-01", "2027-02-10"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.args(["build", "--now", now, "--lang", "en", "-s"]).arg(folder);
        assert!(command.status().unwrap().success());
        let found = read(folder, "alfa")["hsds"].clone();
        let of = |name: &str, status: &str| {
            let all = found.as_array().unwrap().iter();
            let mut own = all.filter(|one| one["name"] == name && one["status"] == status).cloned();
            own.next().unwrap()
        };
        let health = of("Barnavårdscentral (BVC)", "active");
        assert_eq!(health["organization"]["name"], "Region Prov");
        assert_eq!(health["phones"][0]["number"], "+46846500422");
        let place = &health["service_at_locations"][0]["location"];
        let address = &place["addresses"][0];
        assert_eq!(
            (&address["city"], &address["state_province"]),
            (&json!("Alfa"), &json!("Stockholms län"))
        );
        assert_eq!(place["languages"].as_array().unwrap().len(), 2);
        assert!(of("Öppen förskola", "active").get("organization").is_none());
        let planned = of("Öppen förskola", "inactive");
        let place = &planned["service_at_locations"][0]["location"];
        for unknown in ["addresses", "phones", "schedules", "latitude", "languages"] {
            assert!(place.get(unknown).is_none(), "{unknown}");
        }
        ids.push(health["id"].clone());
    }
    assert_eq!(ids[0], ids[1]);
}

#[test]
fn the_regions_catalogue_leads_to_those_of_the_municipalities_that_lie_below_its_address() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "organisation_number: \"232100-0016\"\n");
    write(
        folder,
        "content/gamma/municipality.yaml",
        "name: Kommunen gamma\ncode: \"0003\"\nbase_url: https://gamma.example/familj\n",
    );
    built(folder);
    let public = folder.join("public");
    let found = read_at(&public, "https://lanet.example/familj", &["alfa", "beta"]);
    assert_eq!(found["datasets"], json!(["aktiviteter", "familjecentraler", "nyheter", "oppettider"]));
    assert_ne!(found["identifiers"][0], read(folder, "beta")["identifiers"][0]);
    let text = fs::read_to_string(public.join("datasets/dcat")).unwrap();
    assert!(text.contains("organisation/SE2321000016") && !text.contains("gamma.example"));
    assert!(public.join("gamma/datasets/dcat").is_file());
    // Without a publisher there is none.
    write(
        folder,
        "content/site.yaml",
        "title: Länet\nbase_url: https://lanet.example/familj\norganisation: Regionen\n",
    );
    built(folder);
    assert!(!public.join("datasets").exists());
}

#[test]
fn the_regions_data_are_those_of_all_its_municipalities_centres_one_after_the_other() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "organisation_number: \"232100-0016\"\n");
    // A municipality without a centre leaves no gap between those of the others.
    write(folder, "content/amal/municipality.yaml", "name: Kommunen amal\ncode: \"0003\"\n");
    built(folder);
    let public = folder.join("public");
    let read = || read_at(&public, "https://lanet.example/familj", &["alfa", "amal", "beta"]);
    let found = read();
    let of_one = read_tables(&public);
    assert!(
        of_one["oppettider"].as_u64() > Some(90) && of_one["aktiviteter"].as_u64() > Some(10),
        "{of_one}"
    );
    for table in ["familjecentraler", "oppettider", "aktiviteter"] {
        assert_eq!(found["tables"][table].as_u64(), of_one[table].as_u64().map(|rows| rows * 2), "{table}");
    }
    assert_eq!((&found["places"], &found["services"]), (&json!(2), &json!(4)));
    let catalogue = fs::read_to_string(public.join("datasets/dcat")).unwrap();
    assert!(catalogue.contains("familj/data/hsds.json") && catalogue.contains("data/spec/#familjecentraler"));
    let page = fs::read_to_string(public.join("data/spec/index.html")).unwrap();
    assert!(
        page.contains("hsds.json") && page.contains("oppettider.csv") && page.contains("aktiviteter.json")
    );
    let front = fs::read_to_string(public.join("index.html")).unwrap();
    assert!(front.contains("href=\"data/spec/\""), "{front}");
    // A process that remembers the others changes the file as one that remembers nothing.
    let centre = CENTRE.replace("465 004 21", "465 004 99");
    write(folder, "content/beta/centres/torget.yaml", &centre);
    built(folder);
    assert_eq!(read()["services"], 4);
    let warm = [
        "data/hsds.json",
        "data/familjecentraler.csv",
        "data/oppettider.csv",
        "data/aktiviteter.json",
        "datasets/dcat",
    ];
    let bytes = || warm.map(|file| fs::read(public.join(file)).unwrap());
    let before = bytes();
    fs::remove_dir_all(folder.join(".fcsite")).unwrap();
    built(folder);
    assert_eq!(bytes(), before);
    assert!(String::from_utf8_lossy(&before[1]).contains("08-465 004 99"));
    // A folder of that name would be both.
    write(folder, "content/data/municipality.yaml", "name: Data\ncode: \"0004\"\n");
    assert!(!build(folder).status.success());
}

/// How many rows the tables of a municipality have.
fn read_tables(public: &Path) -> Value {
    read_at(&public.join("alfa"), "https://lanet.example/familj/alfa", &[])["tables"].clone()
}

#[test]
fn a_region_of_more_than_two_hundred_centres_leaves_hours_and_activities_to_its_municipalities() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "organisation_number: \"232100-0016\"\n");
    let more = |number: usize| {
        for place in 0..number {
            let text = format!(
                "name: Familjecentral {place}\nstatus: planned\nservices: [{{kind: open_preschool}}]\n"
            );
            write(folder, &format!("content/alfa/centres/plats-{place}.yaml"), &text);
        }
        built(folder);
        let public = folder.join("public");
        let has = |file: &str| public.join(file).exists();
        assert!(
            has("data/familjecentraler.csv")
                && has("alfa/data/oppettider.csv")
                && has("beta/data/aktiviteter.csv")
        );
        let catalogue = fs::read_to_string(public.join("datasets/dcat")).unwrap();
        let names = ["oppettider", "aktiviteter"].map(|name| {
            let files = [format!("data/{name}.csv"), format!("data/{name}.tableschema.json")];
            let is_there = has(&files[0]);
            assert!(files.iter().all(|file| has(file) == is_there), "{name}");
            assert_eq!(catalogue.contains(&format!("familj/{}", files[0])), is_there, "{name}");
            is_there
        });
        assert_eq!(names[0], names[1]);
        names[0]
    };
    assert!(more(198));
    assert!(!more(199));
}

#[test]
fn a_centre_that_is_renamed_keeps_its_id_in_data_or_nothing_is_published() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    built(folder);
    let data = || fs::read_to_string(folder.join("public/alfa/data/familjecentraler.json")).unwrap();
    let before = data();
    let (old, new) = ("content/alfa/centres/torget.yaml", "content/alfa/centres/stortorget.yaml");
    fs::rename(folder.join(old), folder.join(new)).unwrap();
    for _ in 0..2 {
        let output = build(folder);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains("error[FC0177]"), "{said}");
        assert!(said.contains(new) && said.contains("formerly: [torget]"), "{said}");
        assert_eq!(data(), before, "nothing is published");
    }
    // Not the first of its names.
    write(folder, new, &format!("{CENTRE}formerly: [torg, torget]\n"));
    assert!(!build(folder).status.success());
    write(folder, new, &format!("{CENTRE}hette förut: [torget]\n"));
    built(folder);
    assert_eq!(data(), before.replace("/familjecentraler/torget/", "/familjecentraler/stortorget/"));
    let moved = fs::read_to_string(folder.join("public/alfa/familjecentraler/torget/index.html")).unwrap();
    assert!(moved.contains("url=../../familjecentraler/stortorget/"), "{moved}");
    // Who subscribed to it goes on hearing of it, and is told nothing twice: the same files, which know the new address.
    for file in ["feed.xml", "feed.json", "kalender.ics", "aktivitet-sang.ics"] {
        let at = |name: &str| folder.join(format!("public/alfa/familjecentraler/{name}/{file}"));
        assert_eq!(fs::read(at("torget")).unwrap(), fs::read(at("stortorget")).unwrap(), "{file}");
    }
    let feed = fs::read_to_string(folder.join("public/alfa/familjecentraler/torget/feed.json")).unwrap();
    assert!(feed.contains("familjecentraler/stortorget/feed.json") && !feed.contains("/torget/"), "{feed}");
    // Nobody else may have the name, and what is taken away is not renamed.
    write(
        folder,
        "content/alfa/centres/torget.yaml",
        "name: En annan\nstatus: planned\nservices: [{kind: open_preschool}]\n",
    );
    let output = build(folder);
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[FC0176]"));
    fs::remove_file(folder.join(old)).unwrap();
    fs::remove_file(folder.join(new)).unwrap();
    built(folder);
    // What stands in the place of our data does not matter, nor does what a person alone sees.
    built(folder);
    write(folder, old, CENTRE);
    built(folder);
    write(folder, "public/alfa/data/familjecentraler.json", "{}");
    fs::rename(folder.join(old), folder.join(new)).unwrap();
    built(folder);
}

#[test]
fn without_a_publisher_there_is_no_catalogue_and_an_address_that_no_portal_takes_is_an_error() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    built(folder);
    assert!(
        folder.join("public/alfa/datasets/dcat").exists() && !folder.join("public/beta/datasets").exists()
    );
    assert!(folder.join("public/beta/data/oppettider.csv").exists());
    let page = fs::read_to_string(folder.join("public/beta/data/spec/index.html")).unwrap();
    assert!(!page.contains("datasets/dcat") && page.contains("oppettider.csv"));
    let broken = "name: Kommunen\ncode: \"0002\"\norganisation_number: 212000-2882\ncontact: {email: a@b.example, url: 'https://b.example/{a}'}\n";
    write(folder, "content/beta/municipality.yaml", broken);
    let output = build(folder);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[FC0175]"));
}

#[test]
fn structured_data_use_schema_orgs_words_where_it_has_them() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "languages: [sv, en]\n");
    let more = "spoken_languages: [sv, ar]\nseasons: [{title: Sommar, from: 2027-01-11, to: 2027-01-20, hours: {monday: 9–10}}]\n";
    let weekly = "  - {id: lek, title: Lek, day: monday, from: 9.00, to: 10.00, except: [2026-12-14]}\n";
    let monthly = "  - {id: pappor, title: Pappor, day: friday, repeat: first, from: 13.00, to: 14.00, cancelled: [{date: 2026-12-04}, {date: 2026-11-06}]}\n";
    let services = "  - {kind: social_services}\n  - {kind: open_preschool, operator: {type: other, name: Föreningen}, url: 'https://f.example'}\n";
    let centre = CENTRE.replace("  - kind: open_preschool\n", services);
    write(
        folder,
        "content/alfa/centres/torget.yaml",
        &format!("type: family_centre_like\n{centre}{weekly}{monthly}{more}"),
    );
    built(folder);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut reader = Command::new(here.join("tests/external/cases/data/bin/python"));
    reader.arg(here.join("tests/open_data/linked.py")).arg(folder.join("public"));
    let output = reader.arg(here.join("tests/external/cases/schemaorg")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["wrong"], json!([]));
    // A coming time that is cancelled is said to be, of what is every week and of what is not.
    let page = fs::read_to_string(folder.join("public/alfa/familjecentraler/torget/index.html")).unwrap();
    let data = page.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let of = |status: &str| -> Vec<(&str, &str)> {
        let status = format!("https://schema.org/{status}");
        let events = data["@graph"].as_array().unwrap().iter().filter(|one| one["eventStatus"] == *status);
        events.map(|one| (one["name"].as_str().unwrap(), one["startDate"].as_str().unwrap())).collect()
    };
    let cancelled = [("Sång, lek och \"bus\"", "2026-12-08T10:00"), ("Pappor", "2026-12-04T13:00")];
    assert_eq!(of("EventCancelled"), cancelled);
    assert_eq!(of("EventRescheduled"), [("Sång, lek och \"bus\"", "2026-12-16T10:00")]);
    for kind in [
        "BreadcrumbList",
        "ChildCare",
        "ContactPoint",
        "Event",
        "GeoCoordinates",
        "GovernmentOffice",
        "GovernmentOrganization",
        "MedicalClinic",
        "NewsArticle",
        "OpeningHoursSpecification",
        "PostalAddress",
        "Schedule",
        "SearchAction",
        "WebSite",
    ] {
        assert!(found["types"][kind].as_u64().is_some_and(|count| count > 0), "{kind} {found}");
    }
}

/// The values of a page's meta elements of this property.
fn meta(page: &str, property: &str) -> Vec<String> {
    let begin = format!("<meta property=\"{property}\" content=\"");
    page.split(&begin).skip(1).map(|rest| rest.split('"').next().unwrap().to_string()).collect()
}

fn pages(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
}

/// A site in two languages with a text that all share, a page whose title has marks, and a draft.
fn shared_site(folder: &Path) {
    site(folder, "languages: [sv, ar]\n");
    write(
        folder,
        "content/_shared/news/2026-11-03-lika.md",
        "---\ntitle: Lika för alla\nlead: Allt.\n---\nText.\n",
    );
    write(
        folder,
        "content/alfa/pages/om.md",
        "---\ntitle: Om \"oss\" & er\nlead: Allt om oss.\n---\nText.\n",
    );
    write(
        folder,
        "content/alfa/news/2026-11-04-utkast.md",
        "---\ntitle: Utkast\nlead: Ej klart.\ndraft: true\n---\nText.\n",
    );
}

#[test]
fn every_page_that_is_shared_has_its_words_and_a_light_picture_that_is_there() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    shared_site(folder);
    built(folder);
    let public = folder.join("public");
    let mut all = Vec::new();
    pages(&public, &mut all);
    let mut shared = 0;
    for path in all {
        let page = fs::read_to_string(&path).unwrap();
        let pictures = meta(&page, "og:image");
        if page.contains("name=\"robots\"") || page.contains("http-equiv=\"refresh\"") {
            assert!(pictures.is_empty(), "{path:?}");
            continue;
        }
        shared += 1;
        for property in ["og:title", "og:url", "og:type", "og:locale", "og:site_name"] {
            assert_eq!(meta(&page, property).len(), 1, "{path:?} {property}");
        }
        let way = pictures[0].strip_prefix("https://lanet.example/familj/").unwrap();
        let bytes = fs::read(public.join(way)).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (1200, 630));
        assert!(bytes.len() <= 60_000);
    }
    assert!(shared > 20, "{shared}");
    let page = |way: &str| fs::read_to_string(public.join(way).join("index.html")).unwrap();
    let own = |way: &str| meta(&page(way), "og:image")[0].ends_with(&format!("/{way}/delning.png"));
    assert!(own("alfa/om") && own("alfa/familjecentraler/torget") && own("alfa/nyheter/2026-11-02-nytt"));
    // A copy shows the region's picture, and letters that the font lacks show the front page's.
    let copy = page("alfa/nyheter/2026-11-03-lika");
    let of_region = "https://lanet.example/familj/nyheter/2026-11-03-lika/delning.png";
    assert_eq!(meta(&copy, "og:image"), [of_region]);
    assert!(!public.join("alfa/nyheter/2026-11-03-lika/delning.png").exists());
    let arabic = page("alfa/ar");
    assert_eq!(meta(&arabic, "og:image"), ["https://lanet.example/familj/alfa/delning.png"]);
    assert_eq!(meta(&arabic, "og:locale"), ["ar_AR"]);
    // What is said of a picture is what is written on it, whichever page shows it.
    let of_front = meta(&page("alfa"), "og:title");
    for way in ["alfa", "alfa/ar", "alfa/kontakt", "alfa/kalender"] {
        assert_eq!(meta(&page(way), "og:image:alt"), of_front, "{way}");
    }
    assert_eq!(meta(&copy, "og:image:alt"), meta(&copy, "og:title"));
    assert_eq!(meta(&page("alfa/om"), "og:image:alt"), ["Om &quot;oss&quot; &amp; er"]);
    assert_eq!(meta(&page("alfa/om"), "og:title"), ["Om &quot;oss&quot; &amp; er"]);
    let front = page("alfa");
    let data = front.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@type"], "WebSite");
    let template = "https://lanet.example/familj/alfa/sok/?q={search_term_string}";
    assert_eq!(data["potentialAction"]["target"]["urlTemplate"], template);
}

#[test]
fn a_feed_has_the_whole_text_of_each_item_with_addresses_that_hold_anywhere() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    write(folder, "content/alfa/pages/om.md", "---\ntitle: Om oss\nlead: Om.\n---\n## Mer\n\nText.\n");
    fs::create_dir_all(folder.join("content/alfa/images")).unwrap();
    image::RgbImage::new(40, 30).save(folder.join("content/alfa/images/bild.png")).unwrap();
    let body = "Läs [om oss](../pages/om.md#mer) & mer.[^1]\n\n![Två \"barn\"](../images/bild.png \"En bild\")\n\n\
        ::: fact\nRing {telefon torget}.\n:::\n\n::: centre torget\n:::\n\n::: contacts\n:::\n\n\
        | a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: En <not>.\n";
    write(
        folder,
        "content/alfa/news/2026-11-20-allt.md",
        &format!("---\ntitle: Allt\nlead: \"Ingress & så.\"\n---\n{body}"),
    );
    // A copy of the region's: its page is the region's, and what it links to is here.
    write(
        folder,
        "content/_shared/news/2026-11-21-lika.md",
        "---\ntitle: Lika för alla\nlead: Allt.\n---\nSe [sidan](../pages/gemensam.md).\n",
    );
    write(folder, "content/_shared/pages/gemensam.md", "---\ntitle: Gemensam\nlead: Allt.\n---\nText.\n");
    let notice = "notices:\n  - {title: Hissen, body: 'Se [om oss](pages/om.md).', from: 2026-11-30, links: [{title: Mer, url: 'https://b.example/?a&b'}]}\n";
    write(folder, "content/alfa/centres/torget.yaml", &format!("{CENTRE}{notice}"));
    built(folder);
    let found = read(folder, "alfa");
    let said = |title: &str| found["feeds"]["news"][title].as_str().unwrap();
    let all = said("Allt");
    for part in [
        "<p>Ingress &amp; så.</p>",
        "<a href=\"https://lanet.example/familj/alfa/om/#mer\">om oss</a> &amp; mer.",
        "<a href=\"https://lanet.example/familj/alfa/nyheter/2026-11-20-allt/#fotnot-1\"",
        "width=\"40\" height=\"30\" alt=\"Två ”barn”\"><figcaption>En bild</figcaption></figure>",
        "<a href=\"tel:+46846500421\"",
        "<p><a href=\"https://lanet.example/familj/alfa/familjecentraler/torget/\">Familjecentralen Torget</a>, Torget 1, 111 11 Alfa, <a href",
        "<li><a href=\"https://lanet.example/familj/alfa/familjecentraler/torget/\">",
        "En &lt;not&gt;.",
        "<td>2</td>",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
    for key in ["fact_title", "footnote_back", "footnotes<", "table_label"] {
        assert!(!all.contains(key), "{key}\n{all}");
    }
    let picture = all.split("src=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(
        folder.join("public").join(picture.strip_prefix("https://lanet.example/familj/").unwrap()).is_file()
    );
    let copy = "<p>Allt.</p>\n<p>Se <a href=\"https://lanet.example/familj/alfa/gemensam/\">sidan</a>.</p>";
    assert_eq!(said("Lika för alla"), copy);
    let notice = found["feeds"]["centres"]["torget"]["Hissen"].as_str().unwrap();
    assert_eq!(
        notice,
        "<p>Se <a href=\"https://lanet.example/familj/alfa/om/\">om oss</a>.</p>\n<p><a href=\"https://b.example/?a&amp;b\">Mer</a></p>"
    );
    // The region's feed has the same texts, of all municipalities.
    let region: Value = serde_json::from_slice(&fs::read(folder.join("public/feed.json")).unwrap()).unwrap();
    let item = region["items"].as_array().unwrap().iter().find(|item| item["title"] == "Allt").unwrap();
    assert_eq!(item["content_html"].as_str().unwrap().trim(), all);
}

#[test]
fn who_follows_a_centre_is_told_of_its_notices_and_of_each_day_on_which_it_is_closed() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    let notice = "notices:\n  - {title: Hissen är trasig, body: 'Ring [1177](https://www.1177.se)!', from: 2026-11-30}\n";
    write(folder, "content/alfa/centres/torget.yaml", &format!("{CENTRE}{notice}"));
    let titles = |now: &str| -> Vec<(String, String)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        let output =
            command.args(["build", "--now", now, "--lang", "en", "-s"]).arg(folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let at = folder.join("public/alfa/familjecentraler/torget");
        let atom: atom_syndication::Feed = fs::read_to_string(at.join("feed.xml")).unwrap().parse().unwrap();
        let json: Value = serde_json::from_slice(&fs::read(at.join("feed.json")).unwrap()).unwrap();
        let ids: Vec<&str> =
            json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, atom.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>());
        atom.entries.iter().map(|entry| (entry.title.value.clone(), entry.id.clone())).collect()
    };
    let named = |all: &[(String, String)]| all.iter().map(|(title, _)| title.clone()).collect::<Vec<_>>();
    let before = titles("2026-12-01");
    assert_eq!(named(&before), ["Hissen är trasig", "Stängt måndag 7 december: Städdag"]);
    let on_the_day = titles("2026-12-07");
    assert!(
        named(&on_the_day)[0].starts_with("Stängt i dag, ") && named(&on_the_day)[0].ends_with(": Städdag")
    );
    // What was told before keeps its id, so that nobody is told twice.
    assert!(before.iter().all(|entry| on_the_day.contains(entry)), "{before:?} {on_the_day:?}");
    let page = fs::read_to_string(folder.join("public/alfa/familjecentraler/torget/index.html")).unwrap();
    assert!(page.matches("familjecentraler/torget/feed.xml").count() >= 2);
    // A closing of many days is told of when it begins, and not again on each of them.
    let long = "exceptions:\n  - {from: 2027-07-01, to: 2027-08-04, closed: true, reason: Semester}\n";
    let centre = fs::read_to_string(folder.join("content/alfa/centres/torget.yaml")).unwrap();
    let centre = centre.replace("exceptions:\n", long);
    assert!(centre.contains("Semester"), "{centre}");
    write(folder, "content/alfa/centres/torget.yaml", &centre);
    let told = |now: &str| {
        let mut all = titles(now);
        all.retain(|(title, _)| title.contains("Semester"));
        all
    };
    let first = told("2027-07-01");
    assert_eq!(first.len(), 2, "{first:?}");
    assert!(
        first.iter().all(|(title, _)| title.contains("1 juli") && title.contains("4 augusti")),
        "{first:?}"
    );
    assert_eq!(told("2027-07-02"), first);
    assert_eq!(told("2027-08-04"), first);
    assert_eq!(told("2027-08-05"), []);
}

/// The entries of a feed: title, address, day of publication.
fn entries(folder: &Path, feed: &str) -> Vec<[String; 3]> {
    let text = fs::read(folder.join("public").join(feed)).unwrap();
    let feed: Value = serde_json::from_slice(&text).unwrap();
    let of = |item: &Value, key: &str| item[key].as_str().unwrap().to_string();
    let items = feed["items"].as_array().unwrap().iter();
    items
        .map(|item| [of(item, "title"), of(item, "url"), of(item, "date_published")[..10].to_string()])
        .collect()
}

#[test]
fn who_follows_a_centre_hears_of_news_that_are_notices_about_it_and_of_what_the_municipality_says_for_some_days()
 {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "languages: [sv, en]\n");
    let municipality = "name: Kommunen alfa\ncode: \"0001\"\norganisation_number: 212000-2882\n\
        contact: {email: familj@alfa.example}\nnotices:\n\
        \x20 - {title: Vattnet är avstängt, from: 2026-11-29, until: 2026-12-02}\n\
        \x20 - {title: Hela hösten, body: 'Se [torget](centres/torget.yaml).', from: 2026-09-01, until: 2026-12-24}\n\
        \x20 - {title: Inte än, from: 2026-12-02}\n";
    write(folder, "content/alfa/municipality.yaml", municipality);
    let news = |name: &str, title: &str, more: &str| {
        let text = format!("---\ntitle: {title}\nlead: Läs.\n{more}---\nRing [oss](tel:084650000) i dag.\n");
        write(folder, &format!("content/alfa/news/{name}.md"), &text);
    };
    news("2026-11-25-vatten", "Stängt för en läcka", "kind: notice\ncentres: [torget]\n");
    news("2026-11-24-over", "Redan över", "kind: notice\ncentres: [torget]\nuntil: 2026-11-26\n");
    news("2026-11-23-annan", "Om en annan", "kind: notice\n");
    news("2026-11-22-nytt", "Ingen varning", "centres: [torget]\n");
    built(folder);
    let titles = |feed: &str| entries(folder, feed).into_iter().map(|[title, ..]| title).collect::<Vec<_>>();
    let of_centre = ["Vattnet är avstängt", "Stängt för en läcka", "Stängt måndag 7 december: Städdag"];
    assert_eq!(titles("alfa/familjecentraler/torget/feed.json"), of_centre);
    assert_eq!(titles("beta/familjecentraler/torget/feed.json"), of_centre[2..]);
    let of_all = [
        "Vattnet är avstängt",
        "Stängt för en läcka",
        "Om en annan",
        "Ingen varning",
        "Nytt & gott",
        "Hela hösten",
    ];
    assert_eq!(titles("alfa/feed.json"), of_all);
    // Each has one address, whatever feed it is in, and one that nobody translated is there in the site's own language.
    let of =
        |feed: &str, title: &str| entries(folder, feed).into_iter().find(|entry| entry[0] == title).unwrap();
    for title in &of_centre[..2] {
        assert_eq!(of("alfa/feed.json", title), of("alfa/familjecentraler/torget/feed.json", title));
    }
    let page = "https://lanet.example/familj/alfa/nyheter/2026-11-25-vatten/";
    for way in ["alfa/familjecentraler/torget/feed.json", "alfa/en/familjecentraler/torget/feed.json"] {
        assert_eq!(of(way, "Stängt för en läcka")[1..], [page, "2026-11-25"], "{way}");
    }
    let found = read(folder, "alfa");
    let said = found["feeds"]["centres"]["torget"]["Stängt för en läcka"].as_str().unwrap();
    assert!(said.contains("<p>Läs.</p>") && said.contains("tel:"), "{said}");
}

#[test]
fn a_closing_is_dated_no_earlier_than_its_file_is_known_to_have_been_looked_at() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    let feed = "alfa/familjecentraler/torget/feed.json";
    for (reviewed, told) in [
        ("reviewed: 2026-11-01\n", "2026-11-16"),
        ("reviewed: 2026-11-29\n", "2026-11-29"),
        // Of a day that has not been, nobody knows.
        ("reviewed: 2026-12-05\n", "2026-11-16"),
        ("", "2026-11-16"),
    ] {
        let centre = CENTRE.replace("reviewed: 2026-11-01\n", reviewed);
        write(folder, "content/alfa/centres/torget.yaml", &centre);
        built(folder);
        let all = entries(folder, feed);
        assert_eq!((all.len(), all[0][2].as_str()), (1, told), "{reviewed} {all:?}");
    }
    // A holiday has been known all along.
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    let centre = CENTRE.replace("reviewed: 2026-11-01\n", "reviewed: 2026-12-20\n");
    write(folder, "content/alfa/centres/torget.yaml", &centre);
    assert!(command.args(["build", "--now", "2026-12-22", "-s"]).arg(folder).status().unwrap().success());
    let all = entries(folder, feed);
    let eve = all.iter().find(|entry| entry[0].contains("25 december")).unwrap();
    assert_eq!(eve[2], "2026-12-04", "{all:?}");
}

#[test]
fn a_sitemap_names_the_pictures_that_a_page_shows() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    write(
        folder,
        "content/alfa/centres/torget.yaml",
        &format!("{CENTRE}images: [{{src: images/torget.png, alt: Entrén}}]\n"),
    );
    fs::create_dir_all(folder.join("content/alfa/images")).unwrap();
    image::RgbImage::new(40, 30).save(folder.join("content/alfa/images/torget.png")).unwrap();
    built(folder);
    let sitemap = fs::read_to_string(folder.join("public/alfa/sitemap.xml")).unwrap();
    let entry = sitemap.split("<url>").find(|entry| entry.contains("<image:loc>")).unwrap();
    assert!(entry.contains("/alfa/familjecentraler/torget/</loc>"), "{entry}");
    let address = entry.split("<image:loc>").nth(1).unwrap().split('<').next().unwrap();
    let way = address.strip_prefix("https://lanet.example/familj/").unwrap();
    assert!(folder.join("public").join(way).is_file(), "{way}");
}

#[test]
fn what_there_is_nothing_of_has_no_file_and_is_in_no_catalogue() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder, "");
    write(
        folder,
        "content/alfa/centres/torget.yaml",
        "name: Torget\nstatus: planned\nservices: [{kind: open_preschool}]\n",
    );
    built(folder);
    assert_eq!(read(folder, "alfa")["datasets"], json!(["familjecentraler", "nyheter"]));
    assert!(!folder.join("public/alfa/data/oppettider.csv").exists());
    // Built over what was there before and built anew, it is the same.
    fs::rename(folder.join("public"), folder.join("warm")).unwrap();
    fs::remove_dir_all(folder.join(".fcsite")).unwrap();
    built(folder);
    for file in ["datasets/dcat", "data/familjecentraler.csv", "data/spec/index.html"] {
        let both = ["public", "warm"].map(|one| fs::read(folder.join(one).join("alfa").join(file)).unwrap());
        assert_eq!(both[0], both[1], "{file}");
    }
}
