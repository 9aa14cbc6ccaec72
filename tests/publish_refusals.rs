//! What is not published to, not written and not removed: each refusal leaves everything as it was.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fcsite::base::Fingerprint;
use fcsite::host::publish::{
    MANIFEST, OutputDraft, PublishError, PublishOptions, Published, SiteOutput, open,
};
use tempfile::TempDir;

type Tree = BTreeMap<String, Vec<u8>>;

struct Place {
    _dir: TempDir,
    root: PathBuf,
    out: PathBuf,
}

fn place() -> Place {
    let dir = TempDir::new().unwrap();
    let root = dir.path().canonicalize().unwrap();
    let out = root.join("public");
    Place { _dir: dir, root, out }
}

/// All files and links below a folder, without the manifest.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if path == MANIFEST {
        } else if entry.file_type().is_dir() {
            tree.insert(path + "/", Vec::new());
        } else if entry.file_type().is_symlink() {
            tree.insert(path + "@", fs::read_link(entry.path()).unwrap().to_str().unwrap().into());
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    tree
}

fn files(folder: &Path) -> Tree {
    tree(folder).into_iter().filter(|(path, _)| !path.ends_with('/')).collect()
}

fn site(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Begins a build. A shelf is given by a name beside the output.
fn start(out: &Path, options: PublishOptions) -> Result<OutputDraft, PublishError> {
    let spare = options.spare.map(|shelf| out.with_file_name(shelf));
    open(out, &[], PublishOptions { spare, ..options })
}

fn build_with(
    out: &Path,
    files: &[(&str, &str)],
    options: PublishOptions,
) -> Result<Published, PublishError> {
    let stage = start(out, options)?;
    for (path, text) in files {
        stage.put(path, text.as_bytes())?;
    }
    stage.publish(Some(&|_| false))
}

fn build(out: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
    build_with(out, files, PublishOptions::default())
}

fn in_place() -> PublishOptions {
    PublishOptions { in_place: true, ..PublishOptions::default() }
}

fn spare() -> PublishOptions {
    PublishOptions { spare: Some(".shelf".into()), ..PublishOptions::default() }
}

const SITE: &[(&str, &str)] =
    &[("index.html", "region"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")];

/// The folder holds the output and nothing else: no stage, no lock.
fn assert_tidy(place: &Place) {
    let names =
        fs::read_dir(&place.root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.filter(|name| ![".shelf", ".kept"].contains(&name.as_str())).collect();
    assert_eq!(names, ["public"]);
}

#[test]
fn a_path_that_leads_elsewhere_is_refused() {
    let place = place();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    for bad in
        ["", "/x", "../x", "a/../../x", "a//b", "a/", ".", "a\\b", "a\nb", MANIFEST, ".well-known/x", "CNAME"]
    {
        assert!(matches!(stage.put(bad, b""), Err(PublishError::BadPath { .. })), "{bad:?}");
        assert!(
            matches!(stage.keep(bad, Fingerprint::of(b"")), Err(PublishError::BadPath { .. })),
            "{bad:?}"
        );
    }
}

#[test]
fn two_files_at_one_path_are_an_error() {
    let place = place();
    build(&place.out, SITE).unwrap();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    stage.put("index.html", b"region").unwrap();
    assert!(
        matches!(stage.put("index.html", b"region"), Err(PublishError::Twice(path)) if path == "index.html")
    );
    assert!(!stage.keep("index.html", Fingerprint::of(b"other")).unwrap());
    assert!(matches!(stage.put("index.html", b"other"), Err(PublishError::Twice(_))));
    let same = Fingerprint::of(b"region");
    assert!(stage.keep("index.html", same).unwrap(), "the same bytes are kept, however often it is said");
    stage.put("new", b"").unwrap();
    assert!(matches!(stage.put("new/x", b""), Err(PublishError::FileAndFolder(path)) if path == "new"));
    stage.put("index.html/x", b"").unwrap();
    let published = stage.publish(Some(&|_| false));
    assert!(matches!(published, Err(PublishError::FileAndFolder(path)) if path == "index.html"));
    assert_eq!(files(&place.out), site(SITE));
}

#[test]
fn a_bad_name_in_only_is_refused() {
    let place = place();
    for bad in ["", "..", "a/b", ".well-known", ".fcsite-stage"] {
        let options = PublishOptions { only: Some(vec![bad.into()]), ..PublishOptions::default() };
        assert!(matches!(open(&place.out, &[], options), Err(PublishError::BadPath { .. })), "{bad:?}");
    }
}

#[test]
fn fcsite_removes_only_its_own() {
    let place = place();
    build(&place.out, SITE).unwrap();
    for stranger in ["a/mine.txt", "top.txt"] {
        fs::write(place.out.join(stranger), "mine").unwrap();
        let before = tree(&place.out);
        match build(&place.out, &[("index.html", "2")]) {
            Err(PublishError::Foreign { files, more, .. }) => {
                assert_eq!((files, more), (vec![stranger.into()], false))
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(tree(&place.out), before);
        assert_tidy(&place);
        fs::remove_file(place.out.join(stranger)).unwrap();
    }
}

#[test]
fn a_file_that_turns_up_during_the_build_is_not_lost() {
    // What comes before publishing looks is a refusal, and all stays as it is.
    let place = place();
    build(&place.out, SITE).unwrap();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    stage.put("index.html", b"2").unwrap();
    fs::write(place.out.join("a/mine.txt"), "mine").unwrap();
    assert!(matches!(stage.publish(Some(&|_| false)), Err(PublishError::Foreign { .. })));
    assert_eq!(fs::read(place.out.join("a/mine.txt")).unwrap(), b"mine");
    assert_eq!(fs::read(place.out.join("index.html")).unwrap(), b"region");
    assert_tidy(&place);
}

#[test]
fn in_place_a_file_that_turns_up_under_a_new_name_is_not_replaced() {
    let place = place();
    build(&place.out, SITE).unwrap();
    let stage = open(&place.out, &[], in_place()).unwrap();
    stage.put("a/new", b"2").unwrap();
    fs::write(place.out.join("a/new"), "mine").unwrap();
    let before = tree(&place.out);
    let Err(PublishError::Foreign { files, .. }) = stage.publish(Some(&|_| false)) else {
        panic!("published")
    };
    assert_eq!(files, ["a/new"]);
    assert_eq!(
        tree(&place.out),
        before.clone().into_iter().filter(|(path, _)| !path.contains(".fcsite")).collect()
    );
    assert_tidy(&place);
}

#[test]
fn a_folder_that_became_a_link_is_not_followed() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        for (linked, next) in [("a", "a/index.html"), ("a/b", "a/b/c.css")] {
            let place = place();
            build(&place.out, SITE).unwrap();
            let elsewhere = place.root.join("elsewhere");
            fs::rename(place.out.join(linked), &elsewhere).unwrap();
            std::os::unix::fs::symlink(&elsewhere, place.out.join(linked)).unwrap();
            let before = tree(&elsewhere);
            let error = build_with(&place.out, &[(next, "changed")], options.clone()).unwrap_err();
            assert!(matches!(error, PublishError::Foreign { .. } | PublishError::InTheWay(_)), "{error}");
            assert_eq!(tree(&elsewhere), before);
            // And what is no longer published is not removed through it either.
            let _ = build_with(&place.out, &[("index.html", "changed")], options.clone());
            assert_eq!(tree(&elsewhere), before);
        }
    }
}

#[test]
fn a_damaged_manifest_deletes_nothing() {
    let place = place();
    build(&place.out, SITE).unwrap();
    let text = fs::read(place.out.join(MANIFEST)).unwrap();
    fs::write(place.out.join(MANIFEST), &text[..text.len() - 9]).unwrap();
    let before = tree(&place.out);
    assert!(matches!(build(&place.out, SITE), Err(PublishError::Damaged(_))));
    assert_eq!(tree(&place.out), before);
    assert_tidy(&place);
}

/// The person's own, which leads to one that came with the site, and that to their own files.
const OWN_LINK: [(&str, &str); 1] = [("site/www", "own")];

#[test]
fn folders_that_are_not_for_publishing_are_refused_and_stay_as_they_are() {
    let place = place();
    let root = &place.root;
    for path in
        ["site/content/a.md", "site/themes/base/t", "docs/1", "docs/2", "docs/3/4", "docs/5", "real/x"]
    {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), path).unwrap();
    }
    fs::create_dir(root.join("real/empty")).unwrap();
    fs::write(root.join("file"), "file").unwrap();
    let links = [("real/empty", "link"), ("nowhere", "dangling"), ("site", "alias"), ("../real", "site/www")];
    for (target, link) in links.into_iter().chain(OWN_LINK) {
        std::os::unix::fs::symlink(target, root.join(link)).unwrap();
    }
    let sources = [root.join("site/content"), root.join("site/themes")];
    let sources: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let before = tree(root);
    let refused = |output: &Path| {
        let error = open(output, &sources, PublishOptions::default())
            .err()
            .unwrap_or_else(|| panic!("{output:?} was taken"));
        assert!(!error.to_string().is_empty());
        assert_eq!(tree(root), before, "{output:?}");
        error
    };
    use PublishError as E;
    for here in [".", "./", "..", "../..", "src/..", "../../../../../../../../.."] {
        assert!(matches!(refused(Path::new(here)), E::CurrentFolder(_) | E::Root(_)), "{here}");
    }
    let above = std::env::current_dir().unwrap();
    assert!(matches!(refused(&above), E::CurrentFolder(_)));
    assert!(matches!(refused(above.parent().unwrap()), E::CurrentFolder(_) | E::Root(_)));
    assert!(matches!(refused(Path::new("/")), E::Root(_)));
    for source in [
        "site",
        "site/content",
        "site/content/public",
        "site/themes",
        "site/themes/base/x",
        "alias/content/x",
    ] {
        assert!(matches!(refused(&root.join(source)), E::Source { .. }), "{source}");
    }
    for through in
        ["link", "link/", "dangling", "dangling/public", "site/www/x", "own/x", "own/x/y", "alias/www/x"]
    {
        assert!(matches!(refused(&root.join(through)), E::Link { .. }), "{through}");
    }
    assert!(matches!(refused(&root.join("file")), E::NotAFolder(_)));
    assert!(matches!(refused(&root.join("no/../docs")), E::BadPath { .. }));
    match refused(&root.join("docs")) {
        E::Foreign { files, more, .. } => assert_eq!((files.len(), more), (3, true)),
        other => panic!("{other:?}"),
    }
    assert!(matches!(refused(&root.join("real")), E::Foreign { .. }));
    assert!(matches!(refused(root), E::Source { .. }));
    build(&root.join("alias/public"), SITE).unwrap();
    assert_eq!(files(&root.join("site/public")), site(SITE), "a linked parent is fine");
}

#[test]
fn the_home_folder_is_refused() {
    const NAME: &str = "the_home_folder_is_refused";
    if let Some(home) = std::env::var_os("FCSITE_TEST_HOME") {
        let home = PathBuf::from(home);
        for output in [home.clone(), home.parent().unwrap().to_owned()] {
            assert!(
                matches!(open(&output, &[], PublishOptions::default()), Err(PublishError::Home(_))),
                "{output:?}"
            );
        }
        build(&home.join("public"), SITE).unwrap();
        return;
    }
    let place = place();
    let home = place.root.join("homes/anna");
    fs::create_dir_all(&home).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    let child = child.args(["--exact", NAME]).env("HOME", &home).env("FCSITE_TEST_HOME", &home);
    assert!(child.output().unwrap().status.success());
    let made = fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().file_name());
    // The key of the person lies there too.
    assert_eq!(made.filter(|name| name != ".local").collect::<Vec<_>>(), ["public"]);
}

#[test]
fn a_stranger_where_the_stage_or_the_lock_would_be_is_not_removed() {
    for name in [".public.fcsite-stage", ".public.fcsite-lock"] {
        for kind in ["file", "folder", "link"] {
            let place = place();
            build(&place.out, SITE).unwrap();
            fs::create_dir(place.root.join("other")).unwrap();
            fs::write(place.root.join("other/precious"), "precious").unwrap();
            let stranger = place.root.join(name);
            match kind {
                "file" => fs::write(&stranger, "precious").unwrap(),
                "folder" => {
                    fs::create_dir(&stranger).unwrap();
                    fs::write(stranger.join("precious"), "precious").unwrap();
                }
                _ => std::os::unix::fs::symlink("other", &stranger).unwrap(),
            }
            let before = tree(&place.root);
            let error = build(&place.out, &[("index.html", "2")]).unwrap_err();
            let is_named = match &error {
                PublishError::InTheWay(path)
                | PublishError::NotOurs(path)
                | PublishError::LinkInside(path) => path == &stranger,
                _ => false,
            };
            assert!(is_named, "{name} {kind}: {error}");
            assert_eq!(tree(&place.root), before, "{name} {kind}");
        }
    }
}

#[test]
fn a_file_that_could_not_be_written_is_not_forgotten() {
    let place = place();
    build(&place.out, SITE).unwrap();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    let path = "x".repeat(300);
    assert!(matches!(stage.put(&path, b"1"), Err(PublishError::Io { .. })));
    stage.put("index.html", b"2").unwrap();
    assert!(matches!(stage.publish(Some(&|_| false)), Err(PublishError::Unfinished(lost)) if lost == path));
    assert_eq!(files(&place.out), site(SITE));
    assert_tidy(&place);
}

#[test]
fn a_folder_where_the_journal_belongs_is_refused_before_any_list_is_written() {
    let place = place();
    fs::create_dir_all(place.out.join(".fcsite-journal/inner")).unwrap();
    let before = fs::read(place.out.join(MANIFEST)).ok();
    let refused = open(&place.out, &[], PublishOptions::default()).unwrap_err();
    assert!(matches!(refused, PublishError::InTheWay(_)), "{refused:?}");
    assert_eq!(fs::read(place.out.join(MANIFEST)).ok(), before);
}

#[test]
fn what_others_laid_deep_into_the_output_is_refused_by_name_also_where_nothing_changes() {
    let place = place();
    let files = [("a/b/index.html", "1"), ("index.html", "1")];
    let build = || {
        let stage = open(&place.out, &[], PublishOptions::default())?;
        files.iter().try_for_each(|(path, text)| stage.put(path, text.as_bytes()))?;
        stage.publish(Some(&|_| false))
    };
    build().unwrap();
    for name in ["a/b/mine/index.html", "a/b/.fcsite-part-page.html", "a/mine.html"] {
        let mine = place.out.join(name);
        fs::create_dir_all(mine.parent().unwrap()).unwrap();
        fs::write(&mine, "mine").unwrap();
        let before = tree(&place.out);
        let refused = build();
        assert!(
            matches!(&refused, Err(PublishError::Foreign { files, .. }) if files == &[name]),
            "{name}: {refused:?}"
        );
        assert_eq!(tree(&place.out), before, "{name}");
        fs::remove_file(&mine).unwrap();
    }
    build().unwrap();
}

/// A list that somebody else made, with these files in it.
fn list(files: &[(&str, &[u8])]) -> String {
    let lines: String = files
        .iter()
        .map(|(path, bytes)| format!("{} {} - {path}\n", Fingerprint::of(bytes), bytes.len()))
        .collect();
    let text = format!("fcsite-manifest 1\n{lines}");
    format!("{text}checksum {}\n", Fingerprint::of(text.as_bytes()))
}

/// A journal that continues a list, and says that each of these files is about to be put or to go.
fn journal(list: &str, bodies: &[String]) -> String {
    let base = list.trim_end().rsplit_once("checksum ").unwrap().1;
    let lines = bodies.iter().map(|body| format!("{} {body}\n", Fingerprint::of(body.as_bytes())));
    format!("fcsite-journal 1 {base}\n{}", lines.collect::<String>())
}

#[test]
fn a_list_that_somebody_else_made_removes_no_file_that_is_not_the_one_it_speaks_of() {
    let (named, length) = ("mina/brev.txt", b"the only copy".len());
    let forged = list(&[("index.html", b"1"), (named, b"thirteen long")]);
    assert_eq!(length, 13);
    let put = format!("+ {} {length} {named}", Fingerprint::of(b"thirteen long"));
    for journal_bodies in
        [None, Some(vec![put.clone()]), Some(vec![format!("- {named}")]), Some(vec![put, ".".into()])]
    {
        for watch in [false, true] {
            let place = place();
            fs::create_dir_all(place.out.join("mina")).unwrap();
            fs::write(place.out.join(named), "the only copy").unwrap();
            fs::write(place.out.join("index.html"), "1").unwrap();
            fs::write(place.out.join(MANIFEST), &forged).unwrap();
            if let Some(bodies) = &journal_bodies {
                fs::write(place.out.join(".fcsite-journal"), journal(&forged, bodies)).unwrap();
            }
            let published = if watch {
                let options = PublishOptions { in_place: true, ..PublishOptions::default() };
                SiteOutput::open(&place.out, &[], options).and_then(|mut live| {
                    let edit = live.begin()?;
                    edit.put("index.html", b"2")?;
                    edit.publish(None)
                })
            } else {
                build(&place.out, &[("index.html", "2")])
            };
            let kept = fs::read(place.out.join(named)).ok();
            assert_eq!(kept.as_deref(), Some(&b"the only copy"[..]), "{watch} {journal_bodies:?}");
            assert!(
                matches!(&published, Err(PublishError::Foreign { files, .. }) if files == &[named]),
                "{watch} {journal_bodies:?}: {published:?}"
            );
        }
    }
}

#[test]
fn a_file_of_holes_that_a_foreign_list_names_is_not_gone_through() {
    // Reading it would take a day.
    let length = 1_u64 << 43;
    let named = "gone.html";
    let body = |length: u64| format!("+ {} {length} {named}", Fingerprint::of(b"x"));
    let listed = list(&[("index.html", b"1"), (named, b"x")]);
    for journal_bodies in [None, Some(vec![body(1)]), Some(vec![body(length)])] {
        let place = place();
        fs::create_dir_all(&place.out).unwrap();
        fs::write(place.out.join("index.html"), "1").unwrap();
        fs::File::create(place.out.join(named)).unwrap().set_len(length).unwrap();
        fs::write(place.out.join(MANIFEST), &listed).unwrap();
        if let Some(bodies) = &journal_bodies {
            fs::write(place.out.join(".fcsite-journal"), journal(&listed, bodies)).unwrap();
        }
        let refused = build(&place.out, &[("index.html", "2")]);
        assert!(
            matches!(&refused, Err(PublishError::Foreign { files, .. }) if files == &[named]),
            "{journal_bodies:?}: {refused:?}"
        );
    }
}

#[test]
fn a_committed_output_is_taken_over_with_what_its_list_says_and_pages_edited_by_hand_are_written_again() {
    let place = place();
    fs::create_dir_all(&place.out).unwrap();
    fs::write(place.out.join("index.html"), "edited by hand").unwrap();
    fs::write(place.out.join("gone.html"), "old").unwrap();
    fs::write(place.out.join(MANIFEST), list(&[("gone.html", b"old"), ("index.html", b"1")])).unwrap();
    build(&place.out, &[("index.html", "2")]).unwrap();
    assert_eq!(files(&place.out), site(&[("index.html", "2")]));
}

#[test]
fn a_build_or_watch_of_some_folders_makes_no_foreign_list_ours() {
    let named = "mina/brev.txt";
    let forged = list(&[("a/index.html", b"1"), (named, b"thirteen long")]);
    for watch in [false, true] {
        let place = place();
        fs::create_dir_all(place.out.join("mina")).unwrap();
        fs::create_dir_all(place.out.join("a")).unwrap();
        fs::write(place.out.join(named), "the only copy").unwrap();
        fs::write(place.out.join("a/index.html"), "1").unwrap();
        fs::write(place.out.join(MANIFEST), &forged).unwrap();
        let kept = place.root.join(".kept");
        fs::create_dir_all(&kept).unwrap();
        let hidden = Some(fcsite::host::hidden::Hidden::of(&kept));
        let only = Some(vec!["a".to_string()]);
        let published = if watch {
            let options =
                PublishOptions { only, hidden: hidden.clone(), in_place: true, ..PublishOptions::default() };
            SiteOutput::open(&place.out, &[], options).and_then(|mut live| {
                let edit = live.begin()?;
                edit.put("a/index.html", b"2")?;
                edit.publish(None)
            })
        } else {
            let options = PublishOptions { only, hidden: hidden.clone(), ..PublishOptions::default() };
            build_with(&place.out, &[("a/index.html", "2")], options)
        };
        published.unwrap();
        // The whole build after it does not take the list for ours.
        let whole = PublishOptions { hidden, ..PublishOptions::default() };
        let refused = build_with(&place.out, &[("a/index.html", "2")], whole);
        assert!(
            matches!(&refused, Err(PublishError::Foreign { files, .. }) if files == &[named]),
            "{watch}: {refused:?}"
        );
        assert_eq!(fs::read(place.out.join(named)).unwrap(), b"the only copy", "{watch}");
    }
}

/// A repository can bring a journal and a stage, also one that looks as if a build had just begun to move files over.
#[test]
fn what_a_journal_says_is_begun_is_carried_on_by_nobody_where_no_stage_of_ours_says_so() {
    let line = |body: &str| format!("{} {body}\n", Fingerprint::of(body.as_bytes()));
    let mine = Fingerprint::of(b"mine");
    for (in_place, has_list) in [(false, false), (true, false), (false, true), (true, true)] {
        let place = place();
        fs::create_dir(&place.out).unwrap();
        fs::write(place.out.join("dagbok.txt"), "mine").unwrap();
        let text = list(&[("dagbok.txt", b"other".as_slice())]);
        let base = has_list.then(|| text.rsplit_once("checksum ").unwrap().1.trim().to_owned());
        if has_list {
            fs::write(place.out.join(MANIFEST), text).unwrap();
        }
        let base = base.unwrap_or_else(|| Fingerprint::default().to_string());
        let bodies = ["- dagbok.txt".to_owned(), format!("+ {mine} 4 dagbok.txt")];
        let lines: String = bodies.iter().map(|body| line(body)).collect();
        fs::write(place.out.join(".fcsite-journal"), format!("fcsite-journal 1 {base}\n{lines}")).unwrap();
        for name in [".public.fcsite-stage", ".public.fcsite-edit"] {
            let stage = place.root.join(name);
            fs::create_dir(&stage).unwrap();
            fs::write(stage.join(".fcsite-part-0123456789abcdef"), "").unwrap();
            let begun = format!("- 0 {mine} 4 dagbok.txt\n{}", "0".repeat(64));
            fs::write(stage.join(".fcsite-begun"), begun).unwrap();
        }
        let options = PublishOptions { in_place, ..PublishOptions::default() };
        let _ = build_with(&place.out, &[("index.html", "1")], options);
        assert_eq!(
            fs::read_to_string(place.out.join("dagbok.txt")).unwrap(),
            "mine",
            "{in_place} {has_list}"
        );
    }
}
