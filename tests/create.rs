//! `fcsite init`, `fcsite new` and `fcsite list` with the real program in an empty folder: what is made, what is refused, and that `check`
//! finds nothing in it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a command did.
struct Done {
    code: i32,
    out: String,
    told: String,
}

fn run(root: &Path, arguments: &[&str]) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(arguments).current_dir(root).stdin(Stdio::null());
    command.env("LC_ALL", "sv_SE.UTF-8").env("NO_COLOR", "1");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let done =
        Done { code: output.status.code().unwrap(), out: text(output.stdout), told: text(output.stderr) };
    assert!(!done.told.contains("panicked at"), "{}", done.told);
    done
}

/// Runs what must go well, and gives its only line: the file.
fn made(root: &Path, arguments: &[&str]) -> String {
    let done = run(root, arguments);
    assert_eq!(done.code, 0, "{arguments:?}: {}", done.told);
    done.out.trim_end().to_string()
}

/// Runs what must be refused with this code, and changes nothing.
fn refused(root: &Path, arguments: &[&str], code: &str) -> String {
    let before = files(root);
    let done = run(root, arguments);
    assert!(matches!(done.code, 1 | 2), "{arguments:?}: {} {}", done.code, done.told);
    assert!(done.told.contains(code), "{arguments:?}: {}", done.told);
    assert_eq!(done.out, "", "{arguments:?}");
    assert!(files(root) == before, "{arguments:?} changed something");
    done.told
}

/// All files below a folder; a link counts as what it is.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                open.push(entry.path());
            } else {
                let bytes =
                    if kind.is_symlink() { b"a link".to_vec() } else { fs::read(entry.path()).unwrap() };
                found.insert(entry.path(), bytes);
            }
        }
    }
    found
}

/// A new site in two languages.
fn site() -> TempDir {
    let root = TempDir::new().unwrap();
    made(root.path(), &["init", "-q", "--now", "2026-11-26"]);
    let text = read(root.path(), "content/site.yaml");
    write(root.path(), "content/site.yaml", &format!("{text}\nlanguages: [sv, en]\n"));
    root
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// `check` finds nothing, and no error in what is a draft.
fn assert_in_order(root: &Path) {
    let done = run(root, &["check", "--now", "2026-11-26"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let done = run(root, &["check", "--drafts", "--future", "--json", "--now", "2026-11-26"]);
    assert!(done.out.contains("\"errors\":0"), "{}", done.out);
}

const CENTRE: &str = "content/exempel/centres/storgatan.yaml";
const PAGE: &str = "content/exempel/pages/fragor-och-svar.md";

#[test]
fn a_page_is_a_draft_that_check_finds_nothing_in_and_is_in_the_menu_once_it_is_written() {
    let root = site();
    let root = root.path();
    assert_eq!(made(root, &["new", "page", "Frågor och svar", "--navigation", "--now", "2026-11-26"]), PAGE);
    assert_in_order(root);
    made(root, &["build", "-q", "--now", "2026-11-26"]);
    assert!(!root.join("public/exempel/fragor-och-svar").exists(), "a draft");
    let text = read(root, PAGE);
    write(root, PAGE, &text.replace("utkast: ja\n", ""));
    let done = run(root, &["build", "--now", "2026-11-26"]);
    assert!(done.code == 1 && done.told.contains("FC0094"), "{}", done.told);
    let front = text.split("---").nth(1).unwrap().replace("utkast: ja\n", "");
    let front =
        front.replace("Skriv här vad sidan handlar om, i en eller två meningar.", "Svar på det mesta.");
    write(root, PAGE, &format!("---{front}---\n\nKom när du vill.\n"));
    assert_in_order(root);
    made(root, &["build", "-q", "--now", "2026-11-26"]);
    assert!(read(root, "public/exempel/index.html").contains(">Frågor och svar</a>"));
    assert!(root.join("public/exempel/fragor-och-svar/index.html").is_file());
}

#[test]
fn what_is_published_at_once_is_not_built_while_the_text_of_the_template_stands() {
    let root = site();
    let root = root.path();
    for what in ["news", "page"] {
        let path = made(root, &["new", what, "Nytt", "--publish", "--lead", "Ny.", "--now", "2026-11-26"]);
        assert!(!read(root, &path).contains("utkast:"), "{path}");
        let done = run(root, &["build", "--now", "2026-11-26"]);
        assert!(done.code == 1 && done.told.contains("FC0094") && done.told.contains(&path), "{}", done.told);
        fs::remove_file(root.join(path)).unwrap();
    }
}

#[test]
fn no_title_and_no_option_leads_out_of_the_folder() {
    let above = TempDir::new().unwrap();
    let root = above.path().join("site");
    fs::create_dir(&root).unwrap();
    made(&root, &["init", "-q", "--now", "2026-11-26"]);
    write(above.path(), "om.md", "---\ntitle: Utanför\n---\n\nText.\n");
    for title in ["../../../om", "/etc/passwd", "..", "C:\\om", "a/../../b", "~/x"] {
        for what in ["page", "news"] {
            let done = run(&root, &["new", what, title, "--now", "2026-11-26"]);
            let is_inside = done.out.starts_with("content/exempel/") && !done.out.contains("..");
            assert!(
                is_inside || (done.code == 2 && done.out.is_empty()),
                "{title}: {} {}",
                done.out,
                done.told
            );
        }
    }
    let outside = files(above.path()).into_keys().filter(|path| !path.starts_with(&root)).collect::<Vec<_>>();
    assert_eq!(outside, [above.path().join("om.md")]);
    for id in ["../x", "/x", "a/b", "..", "x.md", "Å"] {
        for what in ["page", "news", "centre"] {
            refused(&root, &["new", what, "X", "--id", id], "--id");
        }
        let activity = ["new", "activity", "X", "--day", "tisdag", "--from", "9", "--to", "10", "--id", id];
        refused(&root, &activity, "--id");
    }
    refused(&root, &["new", "page", "X", "-m", "../.."], "FC0010");
    let activity =
        ["new", "activity", "X", "--centre", "../../x", "--day", "tisdag", "--from", "9", "--to", "10"];
    refused(&root, &activity, "FC0077");
    for file in ["../om.md", "../../etc/passwd", "content/site.yaml", CENTRE] {
        refused(&root, &["new", "translation", file, "--language", "en"], "FC0166");
    }
}

#[test]
fn a_name_that_no_new_text_can_have_is_refused_before_anything_is_made() {
    let root = site();
    let root = root.path();
    for title in ["Nyheter", "Familjecentraler", "Tillgänglighet", "en", "sv"] {
        refused(root, &["new", "page", title], "FC0012");
    }
    refused(root, &["new", "page", "Om oss", "--id", "api"], "FC0012");
    for name in ["sok", "api", "data", "cname", "sv", "en"] {
        let new = ["new", "municipality", "Nacka", "--id", name, "--now", "2026-11-26"];
        let told = refused(root, &new, "FC0012");
        assert!(told.contains(&format!("--id {name}-kommun")), "{told}");
    }
    for (owner, name) in [("_shared", "cname"), ("_shared", "kalender"), ("exempel", "sok")] {
        refused(root, &["new", "page", "Om oss", "--id", name, "-m", owner], "FC0012");
    }
    let long = "a".repeat(101);
    for what in ["page", "news", "centre"] {
        refused(root, &["new", what, "Om oss", "--id", &long], "FC0015");
    }
    refused(root, &["new", "news", "Om oss", "--id", &long[..95], "--now", "2026-11-26"], "FC0015");
    // Windows cannot have these.
    refused(root, &["new", "page", "Om oss", "--id", "con"], "FC0");
    refused(root, &["new", "centre", "Om oss", "--id", "nul"], "FC0");
    // What the shared folder has is in every municipality.
    let shared = made(root, &["new", "page", "Om oss", "-m", "_shared"]);
    assert_eq!(shared, "content/_shared/pages/om-oss.md");
    let told = refused(root, &["new", "page", "Om oss"], "FC0161");
    assert!(told.contains(&shared), "{told}");
    let own = made(root, &["new", "news", "Hej", "--now", "2026-11-26"]);
    let told = refused(root, &["new", "news", "Hej", "-m", "_shared", "--now", "2026-11-26"], "FC0161");
    assert!(told.contains(&own), "{told}");
    made(root, &["new", "news", "Hej", "-m", "_shared", "--now", "2026-11-27"]);
    assert_in_order(root);
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let root = site();
    let root = root.path();
    write(root, PAGE, "---\ntitle: Mitt\n---\n\nMin text.\n");
    refused(root, &["new", "page", "Frågor och svar"], "FC0161");
    made(root, &["new", "translation", "fragor-och-svar", "--now", "2026-11-26"]);
    let told = refused(root, &["new", "translation", "fragor-och-svar"], "FC0167");
    assert!(told.contains("content/exempel/pages/fragor-och-svar.en.md finns redan"), "{told}");
    made(root, &["new", "news", "Hej", "--now", "2026-11-26"]);
    refused(root, &["new", "news", "Hej", "--now", "2026-11-26"], "FC0161");
    refused(root, &["new", "centre", "Familjecentralen på Storgatan"], "FC0161");
    refused(root, &["init", "."], "FC0160");
}

#[cfg(unix)]
#[test]
fn nothing_is_made_or_changed_through_a_link() {
    use std::os::unix::fs::symlink;
    let elsewhere = TempDir::new().unwrap();
    let root = site();
    let root = root.path();
    symlink(elsewhere.path(), root.join("content/exempel/pages")).unwrap();
    refused(root, &["new", "page", "Frågor"], "FC0009");
    fs::remove_file(root.join("content/exempel/pages")).unwrap();
    fs::rename(root.join(CENTRE), elsewhere.path().join("x.yaml")).unwrap();
    let before = files(elsewhere.path());
    symlink(elsewhere.path().join("x.yaml"), root.join(CENTRE)).unwrap();
    refused(root, &["new", "activity", "A", "--day", "tisdag", "--from", "9", "--to", "10"], "FC0009");
    assert!(files(elsewhere.path()) == before);
}

#[test]
fn an_activity_is_added_to_the_centres_file_and_every_other_byte_stays() {
    let root = site();
    let root = root.path();
    // No age is given here, which is asked for.
    write(root, CENTRE, &format!("{}\ngranskning:\n  av: [FC0287]\n", read(root, CENTRE)));
    let before = read(root, CENTRE);
    let rest = ["--day", "tisdagar", "--from", "10", "--to", "kl. 10.30", "--access", "drop_in"];
    let day = ["--day", "tisdag", "--from", "10", "--to", "10.30", "--access", "drop_in"];
    let add = |title: &str, rest: &[&str]| run(root, &[&["new", "activity", title], rest].concat());
    assert_eq!(add("Sångstund", &day).out.trim_end(), CENTRE);
    let after = read(root, CENTRE);
    let added = between(&before, &after);
    assert!(added.contains("rubrik: Sångstund") && added.contains("dag: tisdag"), "{added}");
    assert_in_order(root);
    // The same once more is a slip; in another period it is the next term's.
    let told = refused(root, &[&["new", "activity", "sångstund"][..], &rest].concat(), "FC0248");
    assert!(told.contains("id sangstund"), "{told}");
    // The same name on another day is another activity.
    assert_eq!(add("Sångstund", &["--day", "fredag", "--from", "9", "--to", "9.30"]).code, 0);
    assert!(read(root, CENTRE).contains("id: sangstund-2"));
    assert_eq!(add("Babycafé", &[&day[..], &["--valid-to", "2026-12-18"]].concat()).code, 0);
    assert_eq!(add("Babycafé", &[&day[..], &["--valid-from", "2027-01-11"]].concat()).code, 0);
    assert_eq!(add("Lek: \"inne\" # ute, mer", &rest).code, 0, "days and times as people write them");
    assert_in_order(root);
    made(root, &["build", "-q", "--now", "2026-11-26"]);
    let page = read(root, "public/exempel/familjecentraler/storgatan/index.html");
    assert!(page.contains("Sångstund") && page.contains("Lek: "), "{page}");
}

/// What was put into a text at one place, all else being as it was.
fn between<'a>(before: &str, after: &'a str) -> &'a str {
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let rest = before.len() - same;
    assert!(after.len() >= before.len() && after.ends_with(&before[same..]), "{after}");
    &after[same..after.len() - rest]
}

#[test]
fn an_activity_that_cannot_be_is_refused_and_the_centres_file_is_left_as_it_is() {
    let root = site();
    let root = root.path();
    let given = |more: &[&'static str]| [&["new", "activity", "Lek"], more].concat();
    let told = refused(root, &given(&[]), "FC0164");
    assert!(told.contains("fcsite new activity Lek --day tisdag --from 10.00 --to 10.30"), "{told}");
    for (more, rest) in [
        (vec!["--day", "lördag", "--from", "13"], "--day lördag --from 13 --to 14.00"),
        (vec!["--to", "12"], "--to 12 --day tisdag --from 11.00"),
        (
            vec!["--from", "23.30", "--day", "fre", "--access", "drop_in"],
            "--from 23.30 --day fre --access drop_in --to 24.00",
        ),
    ] {
        let told = refused(root, &given(&more), "FC0164");
        let line = format!("fcsite new activity Lek {rest}\n");
        assert!(told.contains(&line), "{line}: {told}");
    }
    refused(root, &given(&["--day", "tisdag", "--from", "10", "--to", "9"]), "FC0042");
    refused(root, &given(&["--day", "tisdag", "--from", "10", "--to", "10"]), "FC0042");
    refused(root, &given(&["--day", "någon dag", "--from", "10", "--to", "11"]), "--day");
    refused(root, &given(&["--day", "tisdag", "--from", "25", "--to", "26"]), "--from");
    let period = ["--valid-from", "2026-12-01", "--valid-to", "2026-11-01"];
    let whole = ["--day", "tisdag", "--from", "10", "--to", "11"];
    refused(root, &given(&[whole.as_slice(), &period].concat()), "FC0056");
    made(root, &given(&[whole.as_slice(), &["--id", "lek"]].concat()));
    refused(root, &given(&[whole.as_slice(), &["--id", "lek"]].concat()), "FC0");
    let text = read(root, CENTRE);
    write(root, CENTRE, &text.replace("status: öppen", "status: öppnad"));
    refused(root, &given(&["--day", "onsdag", "--from", "10", "--to", "11"]), "FC0168");
    write(root, CENTRE, &text);
    made(root, &["new", "centre", "Familjecentralen i Norr", "--street", "Norra vägen 1"]);
    let told = refused(root, &given(&whole), "FC0164");
    assert!(told.contains("--centre") && told.contains("norr, storgatan"), "{told}");
    assert_eq!(
        made(root, &given(&[whole.as_slice(), &["--centre", "Familjecentralen i Norr"]].concat())),
        "content/exempel/centres/norr.yaml"
    );
}

#[test]
fn a_translation_begins_with_the_original_and_is_not_published_before_it_is_translated() {
    let root = site();
    let root = root.path();
    let english = "content/exempel/news/2026-11-26-valkommen-till-oppna-forskolan.en.md";
    for name in [
        "valkommen-till-oppna-forskolan",
        "2026-11-26-valkommen-till-oppna-forskolan",
        "content/exempel/news/2026-11-26-valkommen-till-oppna-forskolan.md",
        "content\\exempel\\news\\2026-11-26-valkommen-till-oppna-forskolan.md",
    ] {
        assert_eq!(made(root, &["new", "translation", name, "--now", "2026-11-26"]), english);
        assert_in_order(root);
        if name != "content\\exempel\\news\\2026-11-26-valkommen-till-oppna-forskolan.md" {
            fs::remove_file(root.join(english)).unwrap();
        }
    }
    let text = read(root, english);
    assert!(text.contains("rubrik: \"Översätt: Välkommen till öppna förskolan\""), "{text}");
    write(root, english, &text.replace("utkast: ja\n", ""));
    let done = run(root, &["build", "--now", "2026-11-26"]);
    assert!(done.code == 1 && done.told.contains("FC0094") && done.told.contains(english), "{}", done.told);
    write(root, english, "---\ntitle: Welcome\nlead: Come and play.\n---\n\nYou need not book.\n");
    assert_in_order(root);
    made(root, &["build", "-q", "--now", "2026-11-26"]);
    let page = "public/exempel/en/nyheter/2026-11-26-valkommen-till-oppna-forskolan/index.html";
    assert!(read(root, page).contains("Come and play."));
}

#[test]
fn a_translation_of_nothing_or_into_no_language_is_refused_with_what_to_write() {
    let root = site();
    let root = root.path();
    let told = refused(root, &["new", "translation", "ny-webplats"], "FC0166");
    assert!(told.contains("ny-webbplats"), "{told}");
    refused(root, &["new", "translation"], "FC0164");
    for (line, advice) in [
        (vec!["new", "page", "--navigation"], "fcsite new page \"Frågor och svar\" --navigation"),
        (
            vec!["new", "news", "--lead", "Hej du"],
            "fcsite new news \"Sommarstängt i Fittja\" --lead \"Hej du\"",
        ),
        (
            vec!["new", "municipality", "--phone", "08-1234567"],
            "fcsite new municipality Botkyrka --phone 08-1234567",
        ),
        (
            vec!["new", "centre", "Norr", "--city", "Norr"],
            "fcsite new centre Norr --city Norr --street \"Fittja Torg 19\"",
        ),
        (
            vec!["new", "translation", "-l", "en"],
            "fcsite new translation content/botkyrka/pages/om-oss.md -l en",
        ),
    ] {
        let told = refused(root, &line, "FC0164");
        assert!(told.contains(advice), "{advice}: {told}");
    }
    refused(root, &["new", "translation", "ny-webbplats", "--language", "sv"], "FC0167");
    let told = refused(root, &["new", "translation", "ny-webbplats", "--language", "fi"], "FC0167");
    assert!(told.contains("språkversioner: [sv, en, fi]"), "{told}");
    for (language, help) in
        [("../x", "sv, en, fi eller ar"), ("engelska", "Skriv en"), ("xx", "sv, en, fi eller ar")]
    {
        let told = refused(root, &["new", "translation", "ny-webbplats", "--language", language], "FC0055");
        assert!(told.contains(help), "{told}");
    }
}

#[test]
fn a_site_is_made_beside_what_a_fresh_clone_holds_and_nothing_of_that_changes() {
    let root = TempDir::new().unwrap();
    let root = root.path();
    let own =
        [("README.md", "Vårt.\n"), ("LICENSE", "Fri.\n"), (".gitignore", "*.tmp\n"), (".git/HEAD", "x\n")];
    own.iter().for_each(|(path, text)| write(root, path, text));
    let done = run(root, &["init", "--now", "2026-11-26"]);
    assert_eq!(done.code, 0, "{}", done.told);
    assert!(done.told.contains("FCSITE.md") && done.told.contains(".gitignore"), "{}", done.told);
    own.iter().for_each(|(path, text)| assert_eq!(read(root, path), *text));
    assert!(read(root, "FCSITE.md").contains("fcsite new news"));
    assert_in_order(root);
    let other = TempDir::new().unwrap();
    write(other.path(), "brev.docx", "x");
    refused(other.path(), &["init"], "FC0160");
}

#[test]
fn lists_tell_of_pages_translations_and_phones_as_a_table_as_a_sheet_and_for_programs() {
    let root = site();
    let root = root.path();
    made(root, &["new", "page", "Frågor och svar", "--now", "2026-11-26"]);
    made(root, &["new", "centre", "Familjecentralen i Norr", "--phone", "08-123 456 78"]);
    let list = |what: &str, form: &[&str]| {
        let done = run(root, &[&["list", what, "--now", "2026-11-26"], form].concat());
        assert_eq!(done.code, 0, "{}", done.told);
        done.out
    };
    assert!(list("pages", &[]).contains("/exempel/fragor-och-svar/"));
    assert!(list("translations", &[]).contains("saknas"));
    assert!(list("phones", &[]).contains("08-123 456 78"));
    for what in ["pages", "translations", "phones"] {
        let sheet = list(what, &["--csv"]);
        let first = sheet.lines().next().unwrap();
        assert!(first.starts_with('\u{feff}') && first.contains(';') && !first.contains(','), "{first}");
        let plain = list(what, &["--csv=plain"]);
        let first = plain.lines().next().unwrap();
        assert!(first.is_ascii() && first.contains(',') && !first.contains(';'), "{first}");
        let english = list(what, &["--csv", "--lang", "en"]);
        assert!(
            english.starts_with('\u{feff}') && english.lines().next().unwrap().contains(','),
            "{english}"
        );
        assert_eq!(plain, list(what, &["--csv=plain", "--lang", "en"]), "the same for programs everywhere");
    }
}

#[test]
fn a_build_and_a_check_say_how_many_texts_wait_for_their_day_and_how_many_are_drafts() {
    let root = site();
    let root = root.path();
    let said = |arguments: &[&str]| {
        let done = run(root, &[arguments, &["--now", "2026-11-26"]].concat());
        let waits =
            done.told.contains("1 text visas inte förrän dess dag kommer. Se vilken: fcsite list future\n");
        let drafts = done.told.contains("2 utkast visas inte. Se vilka: fcsite list drafts\n");
        (waits, drafts)
    };
    assert_eq!((said(&["build"]), said(&["check"])), ((false, false), (false, false)));
    let item = |more: &str| format!("---\ntitle: Öppet hus\nlead: Kom och fika.\n{more}---\n\nVälkommen.\n");
    write(root, "content/exempel/news/2026-12-28-oppet-hus.md", &item(""));
    write(root, "content/exempel/news/2026-11-20-fika.md", &item("draft: true\n"));
    write(root, "content/exempel/pages/fika.md", &item("draft: true\n"));
    assert_eq!((said(&["build"]), said(&["check"])), ((true, true), (true, true)));
    assert_eq!(said(&["build"]), (true, true), "also where nothing has changed");
    assert_eq!(said(&["build", "--drafts"]), (true, false));
    assert_eq!(said(&["build", "--future"]), (false, true));
    for command in ["build", "check"] {
        let line = run(root, &[command, "--json", "--now", "2026-11-26"]).out;
        assert!(line.contains("\"waiting\":{\"drafts\":2,\"future\":1}"), "{line}");
    }
}

#[test]
fn a_title_whose_address_is_fcsites_own_is_told_with_a_command_that_works() {
    let root = site();
    let root = root.path();
    for title in ["Nyheter", "Familjecentraler", "Tillgänglighet"] {
        let told = refused(root, &["new", "page", title], "FC0012");
        let (_, id) = told.rsplit_once("--id ").unwrap();
        let id = id.split_whitespace().next().unwrap();
        assert_eq!(run(root, &["new", "page", title, "--id", id]).code, 0, "{told}");
    }
}
