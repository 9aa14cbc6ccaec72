//! What of the editor reaches other programs of the same computer: not its path, not its cookie, and no answer to another account.

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use crate::server::{Trial, encoded};

#[test]
fn the_editor_is_below_a_path_that_only_who_has_the_key_is_told() {
    let trial = Trial::new();
    let digits = trial.path.strip_prefix("/redigera-").and_then(|rest| rest.strip_suffix('/')).unwrap();
    assert!(digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()), "{digits}");
    // The addresses that the terminal and a program's command line show.
    for address in [trial.editor.address(), trial.editor.address_for_once().unwrap()] {
        assert!(address.starts_with("redigera/?nyckel=") && !address.contains(digits), "{address}");
    }
    // With the right cookie, too, which only goes there.
    let cookie = [("Cookie", trial.cookie.as_str())];
    let origin = format!("http://{}", trial.host());
    let with_form = [("Cookie", trial.cookie.as_str()), ("Origin", &*origin)];
    let typed = encoded(&[("_form", &trial.word), ("title", "Min text"), ("_body", "Text.")]);
    let other = format!("/redigera-{}", "0".repeat(32));
    for place in ["/redigera", other.as_str()] {
        for path in ["/", "/k/alfa", "/ny/alfa/news", "/publicera", "/finns-inte", "/?nyckel=", "/?nyckel=0"]
        {
            let got = trial.ask_as_it_is("GET", &format!("{place}{path}"), &cookie, b"");
            assert_eq!(got.status, 403, "{path}: {}", got.head);
            assert!(got.text.contains("Redigeraren är låst"), "{path}: {}", got.text);
            assert!(!got.text.contains(digits) && !got.head.contains(digits), "{path}: {}", got.text);
            // It looks as the editor's pages do all the same.
            assert!(got.text.contains(&format!("href=\"{place}/stil.css\"")), "{path}: {}", got.text);
        }
        assert_eq!(trial.ask_as_it_is("GET", &format!("{place}/stil.css"), &[], b"").status, 200);
        // What was typed in a page of an editor of before is given back, and goes where that was.
        let got = trial.ask_as_it_is("POST", &format!("{place}/ny/alfa/news"), &with_form, typed.as_bytes());
        assert_eq!(got.status, 403, "{}", got.head);
        let again = format!("action=\"{place}/ny/alfa/news\" class=\"sheet\" data-locked>");
        assert!(got.text.contains(&again) && got.text.contains("Min text"), "{}", got.text);
        assert!(!got.text.contains(digits) && !got.text.contains("data-inside"), "{}", got.text);
    }
    // A site may have a folder that is called something like it.
    for path in ["/redigera", "/redigerat/", "/redigera-x/"] {
        assert_eq!(trial.ask_as_it_is("GET", path, &cookie, b"").status, 307, "{path}");
    }
    // And where it is, a stranger is told as little.
    let got = trial.ask_as_it_is("GET", &format!("{}k/alfa", trial.path), &[], b"");
    assert!(got.status == 403 && !got.text.contains("data-inside"), "{}", got.text);
    let inside = trial.ask_as_it_is("GET", &format!("{}k/alfa", trial.path), &cookie, b"");
    assert!(inside.text.contains(&format!("<body data-inside=\"{}\">", trial.path)), "{}", inside.text);
    assert!(!inside.text.contains("/redigera/"), "{}", inside.text);
    assert!(inside.head.to_lowercase().contains("referrer-policy: same-origin"), "{}", inside.head);
}

/// Connects as another account, or as this one, sends a request, and gives what came back.
#[cfg(target_os = "linux")]
fn asked_by(account: Option<u32>, trial: &Trial, path: &str, is_closed_at_once: bool) -> String {
    let host = trial.host();
    let end = if is_closed_at_once { "exec 3>&-" } else { "cat <&3" };
    let script = format!(
        "exec 3<>/dev/tcp/{} && printf 'GET {path} HTTP/1.1\\r\\nHost: {host}\\r\\nConnection: close\\r\\n\\r\\n' >&3 && {end}",
        host.replace(':', "/")
    );
    let mut command = match account {
        Some(account) => {
            let mut command = Command::new("setpriv");
            let (user, group) = (format!("--reuid={account}"), format!("--regid={account}"));
            command.args([user.as_str(), group.as_str(), "--clear-groups", "bash"]);
            command
        }
        None => Command::new("bash"),
    };
    let done = command.args(["-c", &script]).current_dir("/").stderr(Stdio::null()).output().unwrap();
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn another_account_of_the_computer_is_not_answered_and_uses_up_no_key() {
    use std::os::unix::fs::MetadataExt as _;
    let trial = Trial::new();
    let once = format!("/{}", trial.editor.address_for_once().unwrap());
    // Without the right to become another account only the tables can be read, as the tests beside their reader do.
    if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
        const NOBODY: Option<u32> = Some(65534);
        // That it connects and sends is seen where nobody asks whose it is.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let to = listener.local_addr().unwrap();
        let reach = format!("exec 3<>/dev/tcp/127.0.0.1/{}", to.port());
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "bash", "-c", &reach]);
        assert!(command.current_dir("/").status().unwrap().success());
        for path in [once.as_str(), "/redigera/", "/", "/redigera/stil.css"] {
            assert_eq!(asked_by(NOBODY, &trial, path, false), "", "{path}");
        }
        for _ in 0..20 {
            asked_by(NOBODY, &trial, &once, true);
        }
    }
    // What was refused is over by the time that this one is answered: they are taken in the order in which they came.
    let own = asked_by(None, &trial, &once, false);
    assert!(own.starts_with("HTTP/1.1 303") && own.contains(&trial.path), "{own}");
    assert!(asked_by(None, &trial, &once, false).starts_with("HTTP/1.1 403"));
}
