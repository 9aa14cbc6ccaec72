//! A country: municipalities built apart, by processes at the same time, and put together.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

const ALL: [&str; 5] = ["alfa", "beta", "delta", "gamma", "omega"];

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A region with shared texts, two languages, a municipality with a colour of its own, and a shared text about a centre of one.
fn site() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    write(
        root,
        "content/site.yaml",
        "title: Länet\nbase_url: https://lan.example\norganisation: Länet\nlanguages: [sv, en]\n",
    );
    write(root, "content/_shared/pages/om.md", "---\ntitle: Om oss\n---\n\nRing {telefon beta/mitt}.\n");
    write(
        root,
        "content/_shared/news/2026-03-04-lek.md",
        "---\ntitle: Lek ute\nlead: Kom.\n---\n\nVi leker.\n",
    );
    for (number, id) in ALL.into_iter().enumerate() {
        let look = if number == 1 { "look: {colour: \"#7a2048\"}\n" } else { "" };
        write(
            root,
            &format!("content/{id}/municipality.yaml"),
            &format!("name: Kommunen {id}\ncode: \"{:04}\"\n{look}", 127 + number),
        );
        let centre = format!(
            "name: Mitt i {id}\nstatus: open\naddress: {{street: Gatan 2, city: {id}}}\nphone: 08-123 45 0{number}\n\
             services:\n  - {{kind: child_health}}\n  - {{kind: open_preschool}}\nhours: {{monday: 9–15}}\nreviewed: 2026-11-01\n"
        );
        write(root, &format!("content/{id}/centres/mitt.yaml"), &centre);
        for month in 1..4 {
            let text = format!(
                "---\ntitle: Nytt i {id}, nummer {month}\nlead: Läs.\n---\n\nText {month} om öppet.\n"
            );
            write(root, &format!("content/{id}/news/2026-0{month}-05-nytt.md"), &text);
        }
    }
    dir
}

fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["build", "--now", "2026-11-28", "--lang", "en"]).args(words).current_dir(root);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn build(root: &Path, words: &[&str]) -> Output {
    command(root, words).output().unwrap()
}

fn well(output: &Output) {
    assert!(output.status.success(), "{}", said(output));
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Builds parts at the same time, each by a process of its own.
fn build_apart(root: &Path, parts: &[&[&str]]) {
    let start = |ids: &&[&str]| {
        let output = format!("parts/{}", ids[0]);
        command(root, &[&["-q", "-o", &output, "--only"], *ids].concat()).spawn().unwrap()
    };
    let running: Vec<Child> = parts.iter().map(start).collect();
    for child in running {
        well(&child.wait_with_output().unwrap());
    }
}

/// Every file of an output, its list too.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = walk.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn municipalities_built_apart_at_the_same_time_and_put_together_are_one_build_byte_for_byte() {
    let dir = site();
    let root = dir.path();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    well(&build(root, &["--parts", "parts"]));
    well(&build(root, &["-o", "whole"]));
    let whole = files(&root.join("whole"));
    assert!(whole.len() > 100, "{}", whole.len());
    assert!(
        whole.contains_key(Path::new("sok/ord.json"))
            && whole.contains_key(Path::new("data/hsds.json"))
            && whole.contains_key(Path::new(".fcsite-manifest"))
    );
    assert_eq!(files(&root.join("public")), whole);
    // What changes is put into the site that stands there, and the next build of the whole finds nothing to do.
    write(root, "content/beta/news/2026-05-05-mer.md", "---\ntitle: Mer\nlead: Läs.\n---\n\nMer text.\n");
    build_apart(root, &[&["beta", "omega"]]);
    well(&build(root, &["--parts", "parts"]));
    well(&build(root, &["-o", "whole"]));
    assert_eq!(files(&root.join("public")), files(&root.join("whole")));
    let again = build(root, &[]);
    assert!(said(&again).contains("0 new, 0 changed, 0 removed"), "{}", said(&again));
}

#[test]
fn packed_files_and_drafts_are_put_together_as_one_build_has_them() {
    let dir = site();
    let root = dir.path();
    write(
        root,
        "content/alfa/news/2026-05-05-mer.md",
        "---\ntitle: Mer\nlead: Läs.\ndraft: true\n---\n\nText.\n",
    );
    let more = ["-q", "--precompress", "--drafts"];
    for id in ALL {
        well(&build(root, &[&more[..], &["-o", &format!("parts/{id}"), "--only", id]].concat()));
    }
    well(&build(root, &[&more[..], &["--parts", "parts"]].concat()));
    well(&build(root, &[&more[..], &["-o", "whole"]].concat()));
    let whole = files(&root.join("whole"));
    assert!(whole.contains_key(Path::new("alfa/nyheter/2026-05-05-mer/index.html.br")));
    assert_eq!(files(&root.join("public")), whole);
}

/// Nothing is published, what stood there stays, and this is said.
fn refused(root: &Path, words: &str) {
    let before = files(&root.join("public"));
    let output = build(root, &["--parts", "parts"]);
    let text = said(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(words), "{text}");
    assert_eq!(files(&root.join("public")), before);
}

#[test]
fn a_part_that_is_missing_twice_there_torn_or_led_astray_by_a_link_publishes_nothing() {
    let dir = site();
    let root = dir.path();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"]]);
    well(&build(root, &[]));
    refused(root, "no folder in parts has gamma");
    build_apart(root, &[&["gamma"]]);
    well(&build(root, &["--parts", "parts"]));

    well(&build(root, &["-q", "-o", "parts/other", "--only", "omega"]));
    refused(root, "both parts/beta and parts/other have omega");
    fs::remove_dir_all(root.join("parts/other")).unwrap();

    let page = root.join("parts/alfa/alfa/index.html");
    let bytes = fs::read(&page).unwrap();
    let mut torn = bytes.clone();
    torn[40] ^= 1;
    fs::write(&page, &torn).unwrap();
    refused(root, "parts/alfa/alfa/index.html is not as it was");
    fs::write(&page, &bytes[..40]).unwrap();
    refused(root, "parts/alfa/alfa/index.html is not as it was");
    fs::remove_file(&page).unwrap();
    refused(root, "parts/alfa/alfa/index.html is not as it was");
    // The same bytes, but elsewhere.
    write(root, "secret.html", &String::from_utf8(bytes.clone()).unwrap());
    std::os::unix::fs::symlink(root.join("secret.html"), &page).unwrap();
    refused(root, "parts/alfa/alfa/index.html is not as it was");
    fs::remove_file(&page).unwrap();
    fs::write(&page, &bytes).unwrap();
    let folder = root.join("parts/alfa/alfa");
    fs::rename(&folder, root.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(root.join("elsewhere"), &folder).unwrap();
    refused(root, "parts/alfa/alfa is a link");
    fs::remove_file(&folder).unwrap();
    fs::rename(root.join("elsewhere"), &folder).unwrap();

    fs::rename(root.join("parts"), root.join("sammans")).unwrap();
    std::os::unix::fs::symlink(root.join("sammans"), root.join("parts")).unwrap();
    refused(root, "parts is a link");
    fs::remove_file(root.join("parts")).unwrap();
    fs::rename(root.join("sammans"), root.join("parts")).unwrap();

    let list = root.join("parts/alfa/.fcsite-manifest");
    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, text.replacen("alfa/index.html", "../index.html", 1)).unwrap();
    refused(root, "parts/alfa/.fcsite-manifest is not as it was");
    fs::write(&list, &text).unwrap();
    well(&build(root, &["--parts", "parts"]));
}

#[test]
fn of_a_part_only_the_municipalities_that_the_site_has_are_taken_and_what_is_wrong_with_a_text_is_said() {
    let dir = site();
    let root = dir.path();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    // What lies beside the list of a part is nothing, and a folder without a list is no part.
    fs::remove_dir_all(root.join("content/omega")).unwrap();
    write(root, "parts/beta/beta/stray.html", "stray");
    write(root, "parts/loose/alfa/index.html", "no list");
    well(&build(root, &["--parts", "parts"]));
    well(&build(root, &["-o", "whole"]));
    assert_eq!(files(&root.join("public")), files(&root.join("whole")));
    write(
        root,
        "content/gamma/news/2026-05-05-mer.md",
        "---\ntitle: Mer\nlead: Läs.\ndate: i går\n---\n\nText.\n",
    );
    refused(root, "content/gamma/news/2026-05-05-mer.md");
}

#[test]
fn a_part_that_is_killed_is_whole_and_another_build_waits_for_none() {
    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    let dir = site();
    let root = dir.path();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    for wait in 0..12 {
        write(
            root,
            "content/alfa/news/2026-06-05-mer.md",
            &format!("---\ntitle: Mer {wait}\nlead: Läs.\n---\n\nText.\n"),
        );
        let mut child = command(root, &["-q", "-o", "parts/alfa", "--only", "alfa"]).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait * 12));
        let _ = kill(Pid::from_raw(i32::try_from(child.id()).unwrap()), Signal::SIGKILL);
        child.wait().unwrap();
        // Old or new, it is a whole site.
        well(&build(root, &["-q", "--parts", "parts"]));
    }
    build_apart(root, &[&["alfa"]]);
    well(&build(root, &["--parts", "parts"]));
    well(&build(root, &["-o", "whole"]));
    assert_eq!(files(&root.join("public")), files(&root.join("whole")));
}

#[test]
fn a_centre_that_lost_its_id_in_a_part_is_told_of_when_the_parts_are_put_together() {
    let dir = site();
    let root = dir.path();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    well(&build(root, &["--parts", "parts"]));
    let (old, new) = ("content/beta/centres/mitt.yaml", "content/beta/centres/nytt.yaml");
    let text = fs::read_to_string(root.join(old)).unwrap();
    fs::remove_file(root.join(old)).unwrap();
    write(root, new, &text);
    write(root, "content/_shared/pages/om.md", "---\ntitle: Om oss\n---\n\nRing {telefon beta/nytt}.\n");
    // As the documentation says: the parts' folder is begun anew, so no part knows what was published.
    fs::remove_dir_all(root.join("parts")).unwrap();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    refused(root, "error[FC0177]");
    refused(root, "formerly: [mitt]");
    write(root, new, &format!("{text}formerly: [mitt]\n"));
    fs::remove_dir_all(root.join("parts")).unwrap();
    build_apart(root, &[&["alfa"], &["beta", "omega"], &["delta"], &["gamma"]]);
    well(&build(root, &["--parts", "parts"]));
    well(&build(root, &["-o", "whole"]));
    let whole = files(&root.join("whole"));
    assert_eq!(files(&root.join("public")), whole);
    assert!(whole.contains_key(Path::new("beta/familjecentraler/mitt/feed.xml")));
}

/// The scripts of the job files in the documentation: from the list of the municipalities to the build of a part.
fn scripts() -> Vec<String> {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/development.md");
    let text = fs::read_to_string(page).unwrap();
    let begun = text.split("all=($(").skip(1).map(|rest| format!("all=($({rest}"));
    begun
        .map(|rest| rest.split("```").next().unwrap().split("      - uses").next().unwrap().to_string())
        .collect()
}

#[test]
fn the_job_files_of_the_documentation_build_the_parts_of_a_site() {
    let dir = site();
    let root = dir.path();
    well(&build(root, &["-o", "whole"]));
    let program = Path::new(env!("CARGO_BIN_EXE_fcsite")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let scripts = scripts();
    assert_eq!(scripts.len(), 3);
    for (script, parts) in scripts.iter().zip(["parts", "parts-7", "parts"]) {
        let lines = script.lines().map(str::trim_start).take_while(|line| !line.starts_with("volumeMounts:"));
        let script: String = lines.map(|line| format!("{line}\n")).collect();
        let script = script.replace("${{ matrix.part }}", "0");
        let script = script.replace("${{ github.event.head_commit.timestamp }}", "2026-11-28T09:00:00+01:00");
        let mut bash = Command::new("bash");
        bash.args(["-euc", &script]).current_dir(root).env("PATH", &path);
        bash.envs([("SLURM_ARRAY_TASK_ID", "0"), ("SLURM_ARRAY_JOB_ID", "7"), ("JOB_COMPLETION_INDEX", "0")]);
        let output = bash.output().unwrap();
        assert!(output.status.success(), "{script}{}", said(&output));
        well(&build(root, &["--parts", parts]));
        assert_eq!(files(&root.join("public")), files(&root.join("whole")), "{script}");
        fs::remove_dir_all(root.join(parts)).unwrap();
        fs::remove_dir_all(root.join("public")).unwrap();
    }
}
