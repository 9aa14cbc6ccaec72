//! A real S3 on this machine as a target: the server of moto, which tests of others use too.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use ureq::Agent;
use ureq::http::Response;

use super::answers::answering;
use super::ftps::free_port;
use super::killed::{change, kill_and_look_at, kills};
use super::project::{Project, RunningProgram};
use super::server::came_up;
use super::web::Web;

struct Bucket {
    _program: RunningProgram,
    port: u16,
    agent: Agent,
}

impl Bucket {
    fn start() -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases/s3/bin/moto_server");
        let port = free_port();
        let mut command = Command::new(program);
        command
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().expect("moto is not there: tests/external/fetch brings it");
        came_up(port);
        let config = Agent::config_builder().proxy(None).http_status_as_error(false).build();
        let bucket = Self { _program: RunningProgram(child), port, agent: config.new_agent() };
        let made = bucket.agent.put(bucket.address("")).header("authorization", "AWS x:y").send_empty();
        assert_eq!(made.unwrap().status(), 200);
        bucket
    }

    fn address(&self, key: &str) -> String {
        format!("http://127.0.0.1:{}/familj/{key}", self.port)
    }

    fn get(&self, key: &str) -> Response<ureq::Body> {
        self.agent.get(self.address(key)).header("authorization", "AWS x:y").call().unwrap()
    }

    fn bytes(&self, key: &str) -> Option<Vec<u8>> {
        let mut answer = self.get(key);
        (answer.status() == 200).then(|| answer.body_mut().read_to_vec().unwrap())
    }

    fn put(&self, key: &str, text: &str) {
        let sent = self.agent.put(self.address(key)).header("authorization", "AWS x:y").send(text);
        assert_eq!(sent.unwrap().status(), 200);
    }

    fn keys(&self) -> Vec<String> {
        let (mut keys, mut from) = (Vec::new(), String::new());
        loop {
            let text = self.bytes(&format!("?list-type=2{from}")).unwrap();
            let text = String::from_utf8(text).unwrap();
            let parts = |name: &str| -> Vec<String> {
                let start = format!("<{name}>");
                let parts = text.split(&start).skip(1);
                parts.map(|part| part.split('<').next().unwrap().to_string()).collect()
            };
            keys.extend(parts("Key"));
            match parts("NextContinuationToken").pop() {
                Some(token) => from = format!("&continuation-token={token}"),
                None => return keys,
            }
        }
    }

    /// Makes it the project's target, and gives it keys for it.
    fn target(&self, project: &mut Project, more: &str) {
        let endpoint = format!("http://127.0.0.1:{}", self.port);
        project
            .write("publish.yaml", &format!("prov:\n  s3: {{bucket: familj, endpoint: {endpoint}{more}}}\n"));
        project.give("AWS_ACCESS_KEY_ID", "nyckel");
        project.give("AWS_SECRET_ACCESS_KEY", "hemligt-ord");
        project.give("FCSITE_SERVER", &format!("127.0.0.1:{}", self.port));
        project.give("NO_PROXY", "127.0.0.1");
    }
}

impl Web for Bucket {
    fn text(&self, path: &Path) -> Option<String> {
        String::from_utf8(self.bytes(path.to_str().unwrap())?).ok()
    }

    fn has(&self, path: &Path) -> bool {
        self.get(path.to_str().unwrap()).status() == 200
    }

    fn journal(&self) -> Option<String> {
        let answer = self.get(".fcsite-publishing");
        (answer.status() == 200).then(|| answer.headers()["etag"].to_str().unwrap().to_string())
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let keys = self.keys().into_iter().filter(|key| !key.starts_with(".fcsite"));
        keys.map(|key| (key.clone(), self.bytes(&key).unwrap())).collect()
    }

    fn own(&self) -> Vec<String> {
        self.keys().into_iter().filter(|key| key.starts_with(".fcsite")).collect()
    }

    /// Each link of a page is a question over HTTP.
    fn least_read(&self) -> usize {
        20
    }
}

#[test]
fn a_site_goes_to_a_bucket_and_what_changed_after_it() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, "");
    assert!(project.publish(&["--dry-run"], 0).contains("Nothing was sent"));
    assert!(bucket.keys().is_empty());
    project.publish(&[], 0);
    assert_eq!(bucket.files(), project.built());
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    project.news(1, "En annan ingress.");
    project.remove("content/alfa/news/2026-01-05-nyhet.md");
    project.publish(&[], 0);
    assert_eq!(bucket.files(), project.built());
    assert!(!bucket.has(Path::new("alfa/nyheter/2026-01-05-nyhet/index.html")));
    project.publish(&["--undo"], 0);
    assert!(bucket.has(Path::new("alfa/nyheter/2026-01-05-nyhet/index.html")));
    assert_eq!(bucket.own(), [".fcsite-published"]);
}

#[test]
fn objects_say_what_they_are_and_how_long_they_may_be_kept_as_server_config_does() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, ", prefix: webb/prov");
    bucket.put("webb/andras.txt", "andras");
    project.publish(&[], 0);
    let head = |key: &str| {
        let answer = bucket.get(key);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_string();
        (header("content-type"), header("cache-control"))
    };
    assert_eq!(head("webb/prov/index.html"), ("text/html; charset=utf-8".into(), "no-cache".into()));
    let styles =
        bucket.keys().into_iter().find(|key| key.contains("assets/") && key.ends_with(".css")).unwrap();
    let kept = "public, max-age=31536000, immutable".to_string();
    assert_eq!(head(&styles), ("text/css; charset=utf-8".into(), kept));
    let feed = "webb/prov/alfa/feed.xml";
    assert_eq!(head(feed).0, "application/atom+xml; charset=utf-8");
    assert_eq!(bucket.bytes("webb/andras.txt").unwrap(), b"andras");
}

#[test]
fn that_somebody_else_has_published_to_a_bucket_and_that_others_files_lie_there_is_said() {
    let (mut project, mut other) = (Project::new(), Project::new());
    let bucket = Bucket::start();
    bucket.put("index.html", "från förr");
    bucket.target(&mut project, "");
    assert!(project.publish(&[], 5).contains("index.html"));
    project.publish(&["--yes"], 0);
    bucket.target(&mut other, "");
    other.news(3, "Från en annan dator.");
    let before = bucket.files();
    assert!(other.publish(&[], 5).contains("Somebody else has published since"));
    assert_eq!(bucket.files(), before);
    other.publish(&["--yes"], 0);
    assert_eq!(bucket.files(), other.built());
}

#[test]
fn while_another_computer_publishes_to_a_bucket_nothing_is_sent() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, "");
    project.publish(&[], 0);
    let before = bucket.files();
    change(&project, 1);
    let beat = |number: u32| {
        let home = "a".repeat(32);
        format!("fcsite-lock 1\nhome {home}\nby kontoret\nat nyss\ntoken t\nbeat {number}\n")
    };
    bucket.put(".fcsite-publish-lock", &beat(0));
    std::thread::scope(|scope| {
        let child = scope.spawn(|| project.publish(&["--yes"], 1));
        for number in 1.. {
            if child.is_finished() {
                break;
            }
            bucket.put(".fcsite-publish-lock", &beat(number));
            std::thread::sleep(std::time::Duration::from_millis(300));
        }
        assert!(child.join().unwrap().contains("from kontoret"));
    });
    assert_eq!(bucket.files(), before);
}

#[test]
fn keys_are_used_for_a_server_that_the_person_has_named_or_met_and_nowhere_shown() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, "");
    project.give("FCSITE_SERVER", "s3.example");
    let said = project.publish(&["-v", "--yes"], 5);
    assert!(said.contains("were not used") && !said.contains("hemligt-ord"), "{said}");
    project.give("AWS_ACCESS_KEY_ID", "");
    assert!(project.publish(&[], 5).contains("AWS_SECRET_ACCESS_KEY"));
    bucket.target(&mut project, "");
    project.publish(&[], 0);
    project.give("FCSITE_SERVER", "");
    assert!(project.publish(&[], 0).contains("Everything is published already"));
}

#[test]
fn a_bucket_that_is_not_there_and_a_server_that_is_no_s3_are_told() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, "");
    let text = std::fs::read_to_string(project.source().join("publish.yaml")).unwrap();
    project.write("publish.yaml", &text.replace("bucket: familj", "bucket: fattas"));
    let said = project.publish(&[], 1);
    assert!(said.contains("NoSuchBucket"), "{said}");
    let port = answering(|_| (200, b"<html></html>".to_vec()));
    project.write("publish.yaml", &text.replace(&bucket.port.to_string(), &port.to_string()));
    project.give("FCSITE_SERVER", &format!("127.0.0.1:{port}"));
    let said = project.publish(&[], 1);
    assert!(said.contains("does not answer as an S3"), "{said}");
}

#[test]
fn a_reader_of_a_bucket_never_meets_a_page_whose_files_are_missing_whenever_publications_are_killed() {
    let mut project = Project::new();
    let bucket = Bucket::start();
    bucket.target(&mut project, "");
    kill_and_look_at(&project, &bucket, &[], kills(10));
}
