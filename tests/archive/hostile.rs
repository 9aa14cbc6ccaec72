//! An archive is a stranger's: nothing that it says leads out of the folder that a day is shown in, and nothing is done through a link.

use std::fs;

use super::edited;
use crate::craft;
use crate::project::{Project, said, tree};

#[test]
fn what_the_tests_exchange_nothing_in_is_what_fcsite_wrote() {
    let (project, [first, _]) = edited();
    let before = fs::read(project.archive().join("2026.wacz")).unwrap();
    let parts = craft::parts(&before);
    assert!(craft::zip(&parts) == before);
    craft::exchange(&project.archive(), |_| {});
    assert!(craft::parts(&fs::read(project.archive().join("2026.wacz")).unwrap())[0] == parts[0]);
    assert!(project.show("2026-03-01").unwrap() == first);
}

#[test]
fn no_address_of_a_record_leads_out_of_the_folder_or_to_a_name_that_a_server_obeys() {
    let (project, _) = edited();
    let whole = fs::read(project.archive().join("2026.wacz")).unwrap();
    let outside = tree(&project.source());
    for bad in [
        "https://lan.example/familj/../../ute.html",
        "https://lan.example/familj/..%2F..%2Fute.html",
        "https://lan.example/familj/%2e%2e/ute.html",
        "https://lan.example/familj//etc/ute.html",
        "https://lan.example/familj/a\\..\\ute.html",
        "https://lan.example/familj/C:ute.html",
        "https://lan.example/familj/a%00b",
        "https://lan.example/familj/.htaccess",
        "https://lan.example/familj/.fcsite-manifest",
        "https://lan.example/familj/a/.git/config",
        "https://lan.example/familj/CNAME",
        "https://lan.example/familj/con.html",
        "https://annan.example/familj/",
        "file:///etc/passwd",
        "",
        // A file where others have a folder, and one that is there already.
        "https://lan.example/familj/alfa",
        "https://lan.example/familj/",
    ] {
        craft::exchange(&project.archive(), |records| {
            let record = records.iter_mut().rev().find(|record| record.is("response")).unwrap();
            record.set("WARC-Target-URI", bad);
        });
        let told = project.show("2026-03-01").unwrap_err();
        assert!(told.contains("FC0330") && told.contains("2026.wacz"), "{bad}: {told}");
        assert!(tree(&project.source()) == outside && !project.path("ute.html").exists(), "{bad}");
        fs::write(project.archive().join("2026.wacz"), &whole).unwrap();
    }
}

#[test]
fn numbers_and_references_that_lie_are_told() {
    let (project, _) = edited();
    let whole = fs::read(project.archive().join("2026.wacz")).unwrap();
    let other = format!("sha256:{}", craft::hash(b"x"));
    let cases: &[(&str, &str, &str)] = &[
        ("response", "Content-Length", "99999999999999"),
        ("response", "Content-Length", "5"),
        ("response", "Content-Length", "-1"),
        ("response", "WARC-Payload-Digest", "sha256:00"),
        ("response", "WARC-Type", "request"),
        ("revisit", "WARC-Refers-To-Target-URI", "https://lan.example/familj/nowhere/"),
        ("revisit", "WARC-Refers-To-Date", "2027-01-01T00:00:00Z"),
        ("revisit", "WARC-Refers-To-Date", "i går"),
        ("revisit", "WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"),
        ("revisit", "WARC-Payload-Digest", &other),
        ("warcinfo", "WARC-Type", "metadata"),
    ];
    for (kind, field, value) in cases {
        craft::exchange(&project.archive(), |records| {
            // The last, so that no place in the index moves before it.
            let record = records.iter_mut().rev().find(|record| record.is(kind)).unwrap();
            record.set(field, value);
        });
        let told = project.show("2026-03-01").unwrap_err();
        assert!(told.contains("FC0330"), "{kind} {field} {value}: {told}");
        fs::write(project.archive().join("2026.wacz"), &whole).unwrap();
    }
    craft::exchange(&project.archive(), |records| {
        records[0].block = b"isPartOf: javascript:alert(1)\r\n".to_vec();
        let length = records[0].block.len().to_string();
        records[0].set("Content-Length", &length);
    });
    assert!(project.show("2026-03-01").unwrap_err().contains("FC0330"));
}

#[test]
fn a_small_archive_fills_no_disk() {
    const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    let (project, _) = edited();
    let before = tree(&project.source());
    let zeros = vec![0; 4 << 20];
    let refer = |records: &mut Vec<craft::Record>, (address, hash): (&str, &str), count: usize| {
        let date = records[0].get("WARC-Date").to_string();
        for number in 0..count {
            let head = format!(
                "WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Target-URI: https://lan.example/familj/x{number}.html\r\nWARC-Date: {date}\r\n\
                 WARC-Payload-Digest: sha256:{hash}\r\nWARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n\
                 WARC-Refers-To-Target-URI: {address}\r\nWARC-Refers-To-Date: {date}\r\nContent-Length: {}\r\n\r\n",
                ANSWER.len()
            );
            records.push(craft::Record::new(head, ANSWER.to_vec()));
        }
    };
    // Zeros that many pages are.
    craft::exchange(&project.archive(), |records| {
        let record = records.iter_mut().rev().find(|record| record.is("response")).unwrap();
        record.block = [ANSWER, &zeros].concat();
        record.set("Content-Length", &(ANSWER.len() + zeros.len()).to_string());
        record.set("WARC-Payload-Digest", &format!("sha256:{}", craft::hash(&zeros)));
        let address = record.get("WARC-Target-URI").to_string();
        refer(records, (&address, &craft::hash(&zeros)), 150);
    });
    let length = fs::metadata(project.archive().join("2026.wacz")).unwrap().len();
    assert!(length < 400_000, "{length}");
    assert!(project.show("2026-03-01").unwrap_err().contains("FC0330"));
    assert!(tree(&project.source()) == before, "what was written of it is gone");
}

const ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";

/// A record of a file without bytes, with what else its head says.
fn empty(date: &str, path: &str, more: &str) -> String {
    let (hash, length) = (craft::hash(b""), ANSWER.len());
    let kind = if more.contains("Refers-To") { "revisit" } else { "response" };
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://lan.example/familj/{path}\r\nWARC-Date: {date}\r\n\
         WARC-Payload-Digest: sha256:{hash}\r\n{more}Content-Length: {length}\r\n\r\n{ANSWER}"
    )
}

/// Many records packed as one, which takes less than each by itself.
fn as_one(records: impl Iterator<Item = String>) -> craft::Record {
    craft::Record::new(records.collect::<Vec<_>>().join("\r\n\r\n"), Vec::new())
}

fn fills_nothing(project: &Project) {
    let length = fs::metadata(project.archive().join("2026.wacz")).unwrap().len();
    assert!(length < 350_000, "{length}");
    let told = project.show("2026-03-01").map(|shown| shown.len());
    assert!(told.as_ref().is_err_and(|told| told.contains("FC0330")), "{told:?}");
}

#[test]
fn a_small_archive_of_empty_files_far_down_makes_no_flood_of_folders() {
    let (project, _) = edited();
    craft::exchange(&project.archive(), |records| {
        let date = records[0].get("WARC-Date").to_string();
        let deep = "a/".repeat(90);
        records.push(as_one((0..1100).map(|number| empty(&date, &format!("x{number}/{deep}x.html"), ""))));
    });
    fills_nothing(&project);
}

#[test]
fn a_long_head_that_many_files_refer_to_is_not_read_for_ever() {
    let (project, _) = edited();
    craft::exchange(&project.archive(), |records| {
        let date = records[0].get("WARC-Date").to_string();
        let record = records.iter_mut().rev().find(|record| record.is("response")).unwrap();
        let address = record.get("WARC-Target-URI").to_string();
        let path = address.strip_prefix("https://lan.example/familj/").unwrap();
        let long = format!("X: {}\r\n", "x".repeat(60_000));
        record.head = empty(&date, path, &long).strip_suffix(ANSWER).unwrap().to_string();
        record.block = ANSWER.into();
        let profile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
        let more = format!(
            "WARC-Profile: {profile}\r\nWARC-Refers-To-Target-URI: {address}\r\nWARC-Refers-To-Date: {date}\r\n"
        );
        records.push(as_one((0..7000).map(|number| empty(&date, &format!("x{number}.html"), &more))));
    });
    fills_nothing(&project);
}

#[test]
fn bytes_that_become_nothing_before_a_record_that_many_files_refer_to_are_not_read_for_ever() {
    let (project, _) = edited();
    // Blocks of no bytes, as DEFLATE stores them, in a member of gzip of their own.
    let mut nothing = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    nothing.extend([0, 0, 0, 0xff, 0xff].repeat(10_000));
    nothing.extend([1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]);
    let refers = |records: &mut Vec<craft::Record>, count: usize| {
        let date = records[0].get("WARC-Date").to_string();
        let record = records.iter_mut().rev().find(|record| record.is("response")).unwrap();
        let address = record.get("WARC-Target-URI").to_string();
        let hash = record.get("WARC-Payload-Digest").to_string();
        let profile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
        let more = format!(
            "WARC-Profile: {profile}\r\nWARC-Refers-To-Target-URI: {address}\r\nWARC-Refers-To-Date: {date}\r\n"
        );
        let one = |number| {
            let head = empty(&date, &format!("x{number}.html"), &more);
            head.replace(&format!("sha256:{}", craft::hash(b"")), &hash)
        };
        records.push(as_one((0..count).map(one)));
    };
    craft::exchange(&project.archive(), |records| refers(records, 20));
    assert!(project.show("2026-03-01").is_ok(), "as many without them are shown");
    let (project, _) = edited();
    craft::exchange(&project.archive(), |records| {
        records.iter_mut().rev().find(|record| record.is("response")).unwrap().put_before(&nothing);
        refers(records, 20);
    });
    fills_nothing(&project);
}

#[test]
fn a_head_of_fields_without_end_is_told() {
    let (project, _) = edited();
    craft::exchange(&project.archive(), |records| {
        let record = records.iter_mut().rev().find(|record| record.is("response")).unwrap();
        record.head = record.head.replacen("\r\n\r\n", &format!("\r\n{}\r\n", "a:\r\n".repeat(200)), 1);
    });
    fills_nothing(&project);
}

#[test]
fn an_index_that_names_a_file_that_is_no_publication_is_told() {
    use std::io::{Read as _, Write as _};

    let (project, _) = edited();
    let mut all = craft::parts(&fs::read(project.archive().join("2026.wacz")).unwrap());
    let index = all.iter_mut().find(|(name, _)| name == "indexes/index.cdx.gz").unwrap();
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(&*index.1).read_to_string(&mut text).unwrap();
    // Before each line one that says the same, but for the name; only the last is used.
    let twice = |line: &str| format!("{}\n{line}\n", line.replace(".warc.gz", ".html"));
    let text: String = text.lines().map(twice).collect();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packed.write_all(text.as_bytes()).unwrap();
    index.1 = packed.finish().unwrap();
    craft::write(&project.archive(), all);
    fills_nothing(&project);
}

#[test]
fn an_inventory_of_one_endless_line_or_of_days_that_are_none_is_told_and_left() {
    let (project, _) = edited();
    project.news(8, "Mer.");
    let file = project.archive().join("inventory.csv");
    let whole = fs::read_to_string(&file).unwrap();
    let row = whole.lines().nth(1).unwrap();
    let fields: Vec<&str> = row.rsplitn(5, ',').collect();
    let (day, address) = (fields[2], row.split(',').next().unwrap());
    let long = format!("{address},{},{},{day},{},{}", "x".repeat(4 << 20), fields[3], fields[1], fields[0]);
    for bad in [
        whole.replacen(row, &long, 1),
        whole.replacen(day, "=HYPERLINK(1)", 1),
        whole.replacen(day, "2026-3-1", 1),
    ] {
        fs::write(&file, &bad).unwrap();
        craft::sums(&project.archive());
        let before = tree(&project.archive());
        let output = project.run(&["archive", "../arkiv", "--now", "2026-03-20"]);
        assert!(said(&output).contains("FC0330"), "{}", said(&output));
        assert!(tree(&project.archive()) == before);
    }
}

#[cfg(unix)]
#[test]
fn no_link_of_the_repository_leads_to_an_archive_or_to_a_day_that_is_shown() {
    use std::os::unix::fs::symlink;

    let (project, _) = edited();
    let outside = project.path("ute");
    fs::create_dir(&outside).unwrap();
    symlink(&outside, project.source().join("ut")).unwrap();
    symlink(project.archive(), project.source().join("mitt")).unwrap();
    project.news(8, "Mer.");
    let before = tree(&project.archive());
    for arguments in [
        &["archive", "mitt", "--now", "2026-03-20"][..],
        &["archive", "ut/ny", "--now", "2026-03-20"],
        &["archive", "show", "mitt", "2026-03-01", "-o", "visad"],
        &["archive", "show", "../arkiv", "2026-03-01", "-o", "ut/visad"],
    ] {
        let output = project.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains("is a link"), "{arguments:?}: {}", said(&output));
        assert!(tree(&project.archive()) == before, "{arguments:?}");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0, "{arguments:?}");
    }
    // A link that lies elsewhere is the person's own.
    symlink(project.archive(), project.path("min")).unwrap();
    assert_eq!(project.run(&["archive", "../min", "--now", "2026-03-20"]).status.code(), Some(0));
}

/// Who writes in a shared folder sees that the build has begun.
#[cfg(unix)]
#[test]
fn an_archive_in_the_source_folder_that_becomes_a_link_during_the_build_is_not_written_through() {
    use std::os::unix::fs::symlink;

    let project = Project::new();
    let (inner, outside) = (project.source().join("arkiv"), project.path("ute"));
    fs::create_dir(&outside).unwrap();
    fs::create_dir(&inner).unwrap();
    let mut running = project.command(&["archive", "arkiv", "--now", "2026-03-20"]).spawn().unwrap();
    let has_begun = || {
        let names = fs::read_dir(project.source()).unwrap().map(|entry| entry.unwrap().file_name());
        names.map(|name| name.to_string_lossy().into_owned()).any(|name| name.contains("public"))
    };
    while running.try_wait().unwrap().is_none() && !has_begun() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    fs::rename(&inner, project.source().join("bort")).unwrap();
    symlink(&outside, &inner).unwrap();
    running.wait().unwrap();
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn nothing_is_read_or_written_through_a_link_in_the_archive() {
    use std::os::unix::fs::symlink;

    let (project, _) = edited();
    project.news(8, "Mer.");
    let outside = project.path("ute");
    fs::create_dir(&outside).unwrap();
    for name in [
        "2026.wacz",
        "inventory.csv",
        "retention.csv",
        "SHA256SUMS",
        ".fcsite-archive-lock",
        ".fcsite-archive-journal",
    ] {
        let file = project.archive().join(name);
        let kept = fs::read(&file).ok();
        fs::write(outside.join("mål"), kept.clone().unwrap_or_default()).unwrap();
        let _ = fs::remove_file(&file);
        symlink(outside.join("mål"), &file).unwrap();
        let (before, there) = (tree(&project.archive()), tree(&outside));
        let output = project.run(&["archive", "../arkiv", "--now", "2026-03-20"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", said(&output));
        assert!(said(&output).contains("link"), "{name}: {}", said(&output));
        assert!(tree(&project.archive()) == before && tree(&outside) == there, "{name}");
        fs::remove_file(&file).unwrap();
        if let Some(kept) = kept {
            fs::write(&file, kept).unwrap();
        }
    }
    // A link with the name of something half written is not ours, and stays.
    let part = project.archive().join(".fcsite-part-0123456789abcdef");
    symlink(outside.join("mål"), &part).unwrap();
    project.add("2026-03-20");
    assert!(part.is_symlink() && outside.join("mål").exists());
}

#[test]
fn a_journal_that_nobody_of_ours_wrote_moves_nothing_elsewhere() {
    let (project, _) = edited();
    let journal = project.archive().join(".fcsite-archive-journal");
    let part = ".fcsite-part-0123456789abcdef";
    let sum = craft::hash(b"falsk");
    for (from, to) in [
        (part, "../site/content/site.yaml"),
        ("../site/content/site.yaml", "2026.wacz"),
        (part, "/etc/passwd"),
        (part, ".htaccess"),
    ] {
        fs::write(project.archive().join(part), "falsk").unwrap();
        fs::write(&journal, format!("{sum}  {from}  {to}\nend\n")).unwrap();
        let site = tree(&project.source());
        let told = refused(&project);
        assert!(told.contains("FC0330") && told.contains(".fcsite-archive-journal"), "{told}");
        assert!(tree(&project.source().join("content")).len() > 5 && site.len() > 5);
    }
    // One that names bytes which are not there.
    fs::write(&journal, format!("{}  {part}  2026.wacz\nend\n", craft::hash(b"annat"))).unwrap();
    assert!(refused(&project).contains("2026.wacz is not as it was"));
}

fn refused(project: &Project) -> String {
    let before = (tree(&project.archive()), tree(&project.source().join("content")));
    let output = project.run(&["archive", "../arkiv", "--now", "2026-03-20"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!((tree(&project.archive()), tree(&project.source().join("content"))) == before);
    said(&output)
}
