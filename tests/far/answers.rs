//! What is no S3 that means well: a server whose answers are made to fill the memory of who reads them.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Command, Output};

use super::project::Project;

/// A server that answers each question by its address; gives its port.
pub fn answering(answer: impl Fn(&str) -> (u16, Vec<u8>) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            let (mut head, mut part) = (Vec::new(), [0; 4096]);
            while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                match stream.read(&mut part) {
                    Ok(count @ 1..) => head.extend_from_slice(&part[..count]),
                    _ => break,
                }
            }
            let head = String::from_utf8_lossy(&head).into_owned();
            let (status, body) = answer(head.split(' ').nth(1).unwrap_or_default());
            let length = body.len();
            let first =
                format!("HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
            // Who has read enough may have gone.
            let _ = stream.write_all(first.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    port
}

/// How much memory a publication may take for itself, in kilobytes. A usual one takes a tenth, and the longest journal twice its length while it grows.
const MOST: u64 = 700 * 1024;

/// Publishes to it, within the memory that a publication may take: the system gives it no more.
fn publish(project: &mut Project, port: u16) -> Output {
    let endpoint = format!("http://127.0.0.1:{port}");
    project.write("publish.yaml", &format!("prov:\n  s3: {{bucket: familj, endpoint: '{endpoint}'}}\n"));
    project.give("AWS_ACCESS_KEY_ID", "nyckel");
    project.give("AWS_SECRET_ACCESS_KEY", "hemligt-ord");
    project.give("FCSITE_SERVER", &format!("127.0.0.1:{port}"));
    project.give("NO_PROXY", "127.0.0.1");
    let own = project.command(&["--dry-run"]);
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("ulimit -d {MOST} && exec \"$0\" \"$@\"")]).arg(own.get_program());
    command.args(own.get_args()).current_dir(own.get_current_dir().unwrap());
    for (name, value) in own.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.output().unwrap()
}

/// Publishes to it, which must end with this code; gives what was said.
fn said(answer: impl Fn(&str) -> (u16, Vec<u8>) + Send + Sync + 'static, code: i32) -> String {
    let mut project = Project::new();
    let output = publish(&mut project, answering(answer));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    said
}

fn list(keys: &str) -> Vec<u8> {
    format!("<ListBucketResult><Name>familj</Name>{keys}</ListBucketResult>").into_bytes()
}

fn is_list(address: &str) -> bool {
    address.contains("list-type")
}

fn nothing() -> (u16, Vec<u8>) {
    (404, b"<Error><Code>NoSuchKey</Code></Error>".to_vec())
}

#[test]
fn an_empty_bucket_is_published_to_within_the_memory_that_these_tests_give() {
    let said = said(|address| if is_list(address) { (200, list("")) } else { nothing() }, 0);
    assert!(said.contains("Nothing was sent"), "{said}");
}

/// A list of 860 kB that would be 2 GB, and a refusal of the same kind.
#[test]
fn entities_of_an_answer_are_not_put_together() {
    let entity = format!("<!DOCTYPE a [<!ENTITY x \"{}\">]>", "y".repeat(90_000));
    let names = format!("{entity}<ListBucketResult>{}", "<Contents><Key>&x;</Key></Contents>".repeat(22_000));
    let names = (names + "</ListBucketResult>").into_bytes();
    let told = said(move |_| (200, names.clone()), 1);
    assert!(told.contains("does not answer as an S3"), "{told}");
    // Those of parameters are put into each other while the type is read.
    let nested: String = (1..34).map(|at| format!("<!ENTITY % a{at} \"%a{0};%a{0};\">", at - 1)).collect();
    let nested = format!("<!DOCTYPE a [<!ENTITY % a0 \"y\">{nested}]>");
    let names = [nested.as_bytes(), &list("")].concat();
    let told = said(move |_| (200, names.clone()), 1);
    assert!(told.contains("does not answer as an S3"), "{told}");
    let refused = format!("{nested}<Error><Code>Nej</Code></Error>").into_bytes();
    let told = said(move |_| (403, refused.clone()), 1);
    assert!(told.contains("403") && !told.contains("Nej"), "{told}");
}

/// A gigabyte, in parts of 64 kB that are no text.
#[test]
fn the_parts_of_a_journal_are_no_larger_together_than_a_journal() {
    let answer = |address: &str| {
        if is_list(address) {
            let key = |at: usize| format!("<Contents><Key>.fcsite-publishing-{at}</Key></Contents>");
            let is_of_notes = address.contains("publishing-");
            (200, list(&(0..if is_of_notes { 16_384 } else { 0 }).map(key).collect::<String>()))
        } else if address.contains(".fcsite-publishing") {
            (200, vec![0xFF; 64 * 1024])
        } else {
            nothing()
        }
    };
    let said = said(answer, 1);
    assert!(said.contains(".fcsite-publishing") && said.contains("damaged"), "{said}");
}
