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
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut reader = Command::new(here.join("tests/external/cases/data/bin/python"));
    reader.arg(here.join("tests/open_data/read.py")).arg(folder.join("public").join(id));
    reader.arg(format!("https://lanet.example/familj/{id}")).arg(here.join("tests/open_data/dcat-ap-se.ttl"));
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
        assert_eq!(found["feeds"], 1);
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

#[test]
fn every_page_that_is_shared_has_its_words_and_a_light_picture_that_is_there() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
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
    assert_eq!(meta(&page("alfa/om"), "og:title"), ["Om &quot;oss&quot; &amp; er"]);
    let front = page("alfa");
    let data = front.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@type"], "WebSite");
    let template = "https://lanet.example/familj/alfa/sok/?q={search_term_string}";
    assert_eq!(data["potentialAction"]["target"]["urlTemplate"], template);
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
