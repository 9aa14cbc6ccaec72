//! `fcsite watch` and `fcsite serve` as programs: what they say, how they end, what they leave.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_fcsite");
const NEWS: &str = "content/alfa/news/2026-01-02-nyhet.md";
const PAGE: &str = "alfa/nyheter/2026-01-02-nyhet/index.html";
/// What is said of an edited text: its page, the two files of the search that know it, and the two feeds that hold it.
const EDITED: &str = " 5 changed, 0 removed";

/// Nothing takes so long, whatever else the machine does.
const DEADLINE: Duration = Duration::from_secs(60);

fn site() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(
        dir.path(),
        "content/site.yaml",
        "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n",
    );
    write(dir.path(), "content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\n");
    write(dir.path(), NEWS, &news("Nyhet", "Text A."));
    write(
        dir.path(),
        "content/alfa/news/2026-01-03-utkast.md",
        "---\ntitle: Utkastet\nlead: Ingress.\ndraft: true\n---\nText.\n",
    );
    write(dir.path(), "content/alfa/news/2026-06-01-sommar.md", &news("Sommaren", "Text."));
    dir
}

fn news(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nlead: Ingress.\n---\n{body}\n")
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (entry.path().strip_prefix(folder).unwrap().to_path_buf(), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// A program that goes on, and what it has said so far.
struct Running {
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (into, lines) = (said.clone(), BufReader::new(child.stderr.take().unwrap()));
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                let mut said = into.lock().unwrap();
                said.push_str(&line);
                said.push('\n');
            }
        });
        Self { child, said }
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said something.
    fn hears(&self, words: &str) -> String {
        self.until(words, || self.said().contains(words));
        self.said()
    }

    fn until(&self, what: &str, holds: impl Fn() -> bool) {
        let began = Instant::now();
        while !holds() {
            assert!(began.elapsed() < DEADLINE, "waited in vain for {what:?}: {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The address that it serves at.
    fn address(&self) -> String {
        let said = self.hears("Waiting for changes");
        let start = said.find("http://").unwrap() + "http://".len();
        said[start..].split('/').next().unwrap().to_string()
    }

    /// Stops it as Ctrl-C does; its exit code.
    fn interrupt(mut self) -> Option<i32> {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), Signal::SIGINT).unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(source: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).args(["--now", "2026-03-01"]).current_dir(source);
    command
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn watch_builds_says_what_it_waits_for_and_ends_well_at_ctrl_c() {
    let dir = site();
    let watch = Running::start(&mut command(dir.path(), &["watch"]));
    watch.hears("Waiting for changes in content/ and themes/. Stop with Ctrl-C.");
    write(dir.path(), NEWS, &news("Nyhet", "Text B."));
    watch.hears(EDITED);
    assert!(fs::read_to_string(dir.path().join("public").join(PAGE)).unwrap().contains("Text B."));
    assert_eq!(watch.interrupt(), Some(0));
    assert!(!dir.path().join("public/.fcsite-journal").exists(), "the list of files is whole");
    let warm = files(&dir.path().join("public"));
    assert!(
        command(dir.path(), &["build", "--full", "-o", "ren"])
            .stderr(Stdio::null())
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(warm, files(&dir.path().join("ren")), "warm equals cold, the list of files included");
}

#[test]
fn watch_tells_a_mistake_with_its_place_and_goes_on_and_a_warning_once() {
    let dir = site();
    let watch = Running::start(&mut command(dir.path(), &["watch"]));
    let said = watch.hears("Waiting for changes");
    let warnings = said.matches("warning[").count();
    assert!(warnings > 0, "{said}");
    write(dir.path(), NEWS, "---\ntittel: Fel\n---\n");
    let said = watch.hears("Nothing was published");
    assert!(said.contains("content/alfa/news/2026-01-02-nyhet.md:2"), "{said}");
    write(dir.path(), NEWS, &news("Nyhet", "Rätt igen."));
    watch.until("the mended page", || {
        fs::read_to_string(dir.path().join("public").join(PAGE)).is_ok_and(|page| page.contains("Rätt igen."))
    });
    watch.hears(EDITED);
    assert_eq!(watch.said().matches("warning[").count(), warnings, "{}", watch.said());
}

#[test]
fn a_watch_that_is_killed_leaves_a_site_that_the_next_build_makes_whole() {
    let dir = site();
    for round in 0..5 {
        let mut watch = Running::start(&mut command(dir.path(), &["watch"]));
        watch.hears("Waiting for changes");
        for number in 0..10 {
            write(dir.path(), NEWS, &news(&format!("Nyhet {round} {number}"), "Text."));
            std::thread::sleep(Duration::from_millis(round * 4 + number));
        }
        watch.child.kill().unwrap();
        watch.child.wait().unwrap();
        assert!(command(dir.path(), &["build"]).stderr(Stdio::null()).status().unwrap().success());
        assert!(
            command(dir.path(), &["build", "--full", "-o", "ren"])
                .stderr(Stdio::null())
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(files(&dir.path().join("public")), files(&dir.path().join("ren")));
    }
}

#[test]
fn a_second_watch_on_the_same_output_is_told_that_another_is_there_and_checks_the_content_all_the_same() {
    let dir = site();
    let first = Running::start(&mut command(dir.path(), &["watch"]));
    first.hears("Waiting for changes");
    let second = Running::start(&mut command(dir.path(), &["watch"]));
    let said = second.hears("Nothing was published");
    assert!(said.contains("FC0151"), "{said}");
    assert_eq!(first.interrupt(), Some(0));
    // It goes on by itself once it may.
    write(dir.path(), NEWS, &news("Nyhet", "Efter den första."));
    second.hears(EDITED);
}

#[test]
fn serve_shows_drafts_and_what_is_to_come_in_a_folder_of_its_own_and_published_hides_them() {
    let dir = site();
    let serve = Running::start(&mut command(dir.path(), &["serve", "--port", "0"]));
    let address = serve.address();
    let list = get(&address, "/alfa/nyheter/");
    assert!(
        list.starts_with("HTTP/1.1 200") && list.contains("Utkastet") && list.contains("Sommaren"),
        "{list}"
    );
    assert!(!dir.path().join("public").exists(), "public/ is left alone");
    let front = get(&address, "/alfa/");
    assert!(front.contains(&format!("http://{address}")), "the way to the region leads to the server");
    assert!(!front.contains("https://lan.example"), "{front}");
    drop(serve);
    let serve = Running::start(&mut command(dir.path(), &["serve", "--port", "0", "--published"]));
    let list = get(&serve.address(), "/alfa/nyheter/");
    assert!(list.contains("Nyhet") && !list.contains("Utkastet") && !list.contains("Sommaren"), "{list}");
    assert_eq!(serve.interrupt(), Some(0));
}

#[test]
fn serve_keeps_the_last_good_site_while_the_content_is_wrong() {
    let dir = site();
    let serve = Running::start(&mut command(dir.path(), &["serve", "--port", "0"]));
    let address = serve.address();
    write(dir.path(), NEWS, "---\ntittel: Fel\n---\n");
    serve.hears("Nothing was published");
    assert!(get(&address, "/alfa/nyheter/2026-01-02-nyhet/").contains("Text A."));
    write(dir.path(), NEWS, &news("Nyhet", "Text C."));
    serve.until("the new page", || get(&address, "/alfa/nyheter/2026-01-02-nyhet/").contains("Text C."));
}

#[test]
fn serve_says_what_is_wrong_when_it_starts_with_broken_content() {
    let dir = site();
    write(dir.path(), "content/site.yaml", "title: [\n");
    let serve = Running::start(&mut command(dir.path(), &["serve", "--port", "0"]));
    let address = serve.address();
    assert!(get(&address, "/").starts_with("HTTP/1.1 503"));
    write(
        dir.path(),
        "content/site.yaml",
        "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n",
    );
    serve.until("the region", || get(&address, "/").starts_with("HTTP/1.1 200"));
}

#[test]
fn no_site_comes_to_the_port_of_another_where_a_tab_of_it_may_be_open_still() {
    let (one, other, state) = (site(), site(), tempfile::tempdir().unwrap());
    let port = |source: &Path, asked: &[&str]| {
        let serve = Running::start(
            command(source, &[&["serve"], asked].concat()).env("XDG_STATE_HOME", state.path()),
        );
        let port = serve.address().rsplit_once(':').unwrap().1.to_string();
        assert_eq!(serve.interrupt(), Some(0));
        port
    };
    let first = port(one.path(), &[]);
    let second = port(other.path(), &[]);
    assert_ne!(first, second, "the first is free again, and was another's");
    let kept = || fs::read_to_string(state.path().join("fcsite/ports")).unwrap();
    let owner = |port: &str| {
        kept().lines().find_map(|line| Some(line.strip_prefix(&format!("{port} "))?.to_string()))
    };
    assert!(owner(&first).is_some() && owner(&first) != owner(&second), "{}", kept());
    // Each comes to its own again, as long as no other program has taken it.
    let again = port(one.path(), &[]);
    assert_eq!(owner(&again), owner(&first), "{}", kept());
    assert_ne!(again, second);
    // What was chosen by hand is no other's either.
    let asked =
        (1150..1200).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).unwrap().to_string();
    assert_eq!(port(other.path(), &["--port", &asked]), asked);
    assert_eq!(owner(&asked), owner(&second));
}

#[test]
fn a_port_that_is_asked_for_and_taken_is_an_error_in_words() {
    let dir = site();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = command(dir.path(), &["serve", "--port", &port]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&port) && said.starts_with("error: "), "{said}");
}

#[test]
fn wrong_usage_of_watch_and_serve_ends_with_2() {
    let dir = site();
    for wrong in [
        ["watch", "--poll=x"].as_slice(),
        &["watch", "--poll=1"],
        &["watch", "--port", "80"],
        &["serve", "--published", "--drafts"],
        &["serve", "--bind", "everywhere"],
        &["serve", "--port", "70000"],
        &["watch", "-s", "no-such-folder"],
    ] {
        let output = command(dir.path(), wrong).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn poll_sees_changes_without_events() {
    let dir = site();
    let watch = Running::start(&mut command(dir.path(), &["watch", "--poll=20"]));
    watch.hears("Waiting for changes");
    write(dir.path(), NEWS, &news("Nyhet", "Text B."));
    watch.hears(EDITED);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_table_of_watches_is_said_aloud_and_changes_are_seen_by_polling() {
    let dir = site();
    // The number of watches belongs to the user namespace: the machine's own is not touched.
    let script =
        format!("echo 2 > /proc/sys/user/max_inotify_watches && exec {PROGRAM} watch --now 2026-03-01");
    let mut unshared = Command::new("unshare");
    unshared.args(["--user", "--map-root-user", "sh", "-c", &script]).current_dir(dir.path());
    let watch = Running::start(&mut unshared);
    watch.hears("Waiting for changes");
    let said = watch.hears("From now on every file is looked at again each 1000 ms.");
    assert!(said.contains("The computer lets no more folders be watched for changes"), "{said}");
    write(dir.path(), NEWS, &news("Nyhet", "Sedd utan signaler."));
    watch.hears(EDITED);
    assert!(
        fs::read_to_string(dir.path().join("public").join(PAGE)).unwrap().contains("Sedd utan signaler.")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_watch_takes_no_processor_time() {
    let dir = site();
    let watch = Running::start(&mut command(dir.path(), &["watch"]));
    watch.hears("Waiting for changes");
    // What is remembered is kept a few seconds after the last build; then it is quiet.
    watch.until("the memory", || {
        fs::read_dir(dir.path().join(".fcsite/memory")).is_ok_and(|mut entries| entries.next().is_some())
    });
    let ticks = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", watch.child.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    };
    let before = ticks();
    std::thread::sleep(Duration::from_secs(3));
    // A tick is a hundredth of a second; the heartbeat looks at three folders every two seconds.
    let spent = ticks() - before;
    assert!(spent <= 1, "{spent} ticks in three seconds");
}
