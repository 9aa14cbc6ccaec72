//! What the editor promises where things go wrong: a killed program, a full disk, a file that is not to be written, one that became invalid
//! outside, and a folder of its own that is a link.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::server::{CENTRE, FILE, NEWS, Trial, encoded, value_of};

/// How often the program is killed when nothing else is asked for.
const USUAL: usize = 6;

/// Names the test to a second process that is bounded in what it writes.
const BOUNDED: &str = "FCSITE_EDIT_BOUNDED";

fn text_of(letter: char) -> String {
    format!("---\nrubrik: Hej\ningress: Du.\n---\n\n{}\n", letter.to_string().repeat(150_000))
}

/// The program with the editor of a folder, and the address that lets in.
fn start(root: &Path) -> (RunningEditor, String) {
    start_at(root, &["--port", "0"])
}

/// It is ended when it is dropped, also by a test that fails.
struct RunningEditor(Child);

impl Drop for RunningEditor {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start_at(root: &Path, port: &[&str]) -> (RunningEditor, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fcsite"))
        .args(["edit", "--no-open", "--lang", "sv", "--source"])
        .arg(root)
        .args(port)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(program.stderr.take().unwrap());
    let mut line = String::new();
    let address = loop {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "it ended");
        if let Some(at) = line.find("127.0.0.1:") {
            let end = line.find("nyckel=").unwrap() + "nyckel=".len() + 32;
            break line[at..end].to_string();
        }
    };
    thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    (RunningEditor(program), address)
}

/// Asks; nothing where the program ended meanwhile.
fn ask(host: &str, head: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.write_all(format!("{head}\r\nHost: {host}\r\nConnection: close\r\n\r\n{body}").as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned()).filter(|text| !text.is_empty())
}

/// The cookie of the answer that lets in, and where a path below `/redigera/` is in that program.
fn let_in(opened: &str, path: &str) -> (String, String) {
    let after =
        |word: &str| opened.split(word).nth(1).unwrap().split([';', '\r']).next().unwrap().to_string();
    (after("set-cookie: "), path.replace("/redigera/", &after("Path=")))
}

/// Saves one text after the other until the program is gone; says how many it was told are saved, and the last of them.
fn save_on(address: &str, form: &str) -> (usize, Option<char>) {
    let (host, path) = address.split_once('/').unwrap();
    let Some(opened) = ask(host, &format!("GET /{path} HTTP/1.1"), "") else { return (0, None) };
    let (cookie, form) = let_in(&opened, form);
    let (mut count, mut last) = (0, None);
    for letter in ('b'..='z').cycle() {
        let Some(page) = ask(host, &format!("GET {form} HTTP/1.1\r\nCookie: {cookie}"), "") else { break };
        if !page.contains("name=\"_base\"") {
            break;
        }
        let (word, base) = (value_of(&page, "_form"), value_of(&page, "_base"));
        let body = letter.to_string().repeat(150_000);
        let body = encoded(&[("_form", &word), ("_base", &base), ("_do", "save"), ("_body", &body)]);
        let head = format!(
            "POST {form} HTTP/1.1\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\nContent-Length: {}",
            body.len()
        );
        let Some(answer) = ask(host, &head, &body) else { break };
        if answer.starts_with("HTTP/1.1 303") {
            (count, last) = (count + 1, Some(letter));
        }
    }
    (count, last)
}

#[test]
fn a_program_that_is_killed_while_it_saves_leaves_the_old_file_or_the_new_one_whole() {
    let rounds = std::env::var("KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(USUAL);
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    trial.write(NEWS, &text_of('a'));
    let mut saved = 0;
    for round in 0..rounds {
        let (program, address) = start(trial.root.path());
        let form = form.clone();
        let writer = thread::spawn(move || save_on(&address, &form));
        // Each saving asks a build first whether it would be refused.
        thread::sleep(Duration::from_millis(900 + 37 * (round as u64 % 11)));
        drop(program);
        let (count, last) = writer.join().unwrap();
        saved += count;
        let text = trial.read(NEWS);
        let letter = text.chars().nth(text.find("---\n\n").unwrap() + 5).unwrap();
        assert_eq!(text, text_of(letter), "it is of two minds");
        // What was said to be saved is saved; the one after it may be.
        if let Some(last) = last {
            let next = if last == 'z' { 'b' } else { char::from(last as u8 + 1) };
            assert!([last, next].contains(&letter), "said: {last}, found: {letter}");
        }
    }
    println!("killed {rounds} times, {saved} savings");
    assert!(saved > rounds, "only {saved} were saved: the rest tried nothing");
}

#[test]
fn a_file_that_the_disk_has_no_room_for_is_as_it_was_and_that_is_said() {
    const NAME: &str = "promises::a_file_that_the_disk_has_no_room_for_is_as_it_was_and_that_is_said";
    if std::env::var_os(BOUNDED).is_none() {
        let limited = "trap '' XFSZ; ulimit -f 64 && exec \"$0\" --exact \"$1\" --nocapture";
        let mut shell = Command::new("sh");
        shell.args(["-c", limited]).arg(std::env::current_exe().unwrap()).arg(NAME).env(BOUNDED, "1");
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let (before, names) = (trial.read(NEWS), trial.all().len());
    let long = "a ".repeat(60_000);
    let refused = trial.post(&form, &[("_base", &trial.base(&form)), ("_do", "save"), ("_body", &long)]);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Inget är sparat än") && refused.text.contains("a a a a"));
    assert_eq!(trial.read(NEWS), before);
    let new = [("title", "Ny"), ("lead", "Ny."), ("_body", &*long)];
    assert_eq!(trial.post("/redigera/ny/alfa/news", &new).status, 422);
    assert_eq!(trial.all().len(), names, "nothing is left behind");
    let short = [("_base", &*trial.base(&form)), ("_do", "save"), ("_body", "Kort.")];
    assert_eq!(trial.post(&form, &short).status, 303);
}

#[test]
fn a_file_that_is_not_to_be_written_is_left_alone_and_that_is_said() {
    let trial = Trial::new();
    let path = trial.root.path().join(CENTRE);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let form = trial.form_of("Familjecentralen Ett");
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("phone", "08-530 610 77")];
    let refused = trial.post(&form, &fields);
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(
        refused.text.contains("value=\"08-530 610 77\"") && refused.text.contains("ett.yaml"),
        "{}",
        refused.text
    );
    assert_eq!(trial.read(CENTRE), FILE);
}

#[test]
fn a_file_that_became_invalid_outside_is_shown_with_its_fault_and_never_written_over() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    for broken in ["namn: \"Ett\ntelefon: [\n", "namn: a\nnamn: b\n  x: 1\n", "\0\0", "a: &x 1\nb: *x\n"] {
        trial.write(CENTRE, broken);
        for what in ["save", "force", "preview"] {
            trial.post(&form, &[("_base", &base), ("_do", what), ("phone", "08-530 610 77")]);
            assert_eq!(trial.read(CENTRE), broken, "{what}");
        }
        let page = trial.get(&form);
        assert!(page.status == 200 && !page.text.contains("panicked"), "{}", page.head);
    }
    trial.write(CENTRE, "namn: \"Ett\ntelefon: [\n");
    let page = trial.get(&form).text;
    assert!(page.contains("Filen kan inte visas som formulär") && page.contains("ett.yaml:"), "{page}");
    // Its text is there, with the line at fault marked.
    assert!(page.contains("class=\"unlike\"><strong>Felet är här:"), "{page}");
    // And once it is mended the form is there again.
    trial.write(CENTRE, FILE);
    assert!(trial.get(&form).text.contains("value=\"08-530 610 00\""));
}

/// The cookie of a program that was started, where a path is in it, and the page that it has.
fn opened(address: &str, path: &str) -> (String, String, String) {
    let (host, key) = address.split_once('/').unwrap();
    let opened = ask(host, &format!("GET /{key} HTTP/1.1"), "").unwrap();
    let (cookie, path) = let_in(&opened, path);
    let page = ask(host, &format!("GET {path} HTTP/1.1\r\nCookie: {cookie}"), "").unwrap();
    (cookie, path, page)
}

#[test]
fn what_was_typed_is_offered_after_the_program_was_killed_with_what_differs_and_never_as_the_file() {
    let trial = Trial::new();
    let (form, before) = (trial.form_of("Hej"), trial.read(NEWS));
    let (program, address) = start(trial.root.path());
    let (cookie, there, page) = opened(&address, &form);
    let host = address.split_once('/').unwrap().0;
    let (word, base) = (value_of(&page, "_form"), value_of(&page, "_base"));
    let body =
        encoded(&[("_form", &word), ("_base", &base), ("_do", "keep"), ("_body", "Halvfärdigt stycke.")]);
    let head = format!(
        "POST {there} HTTP/1.1\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\nContent-Length: {}",
        body.len()
    );
    assert!(ask(host, &head, &body).unwrap().starts_with("HTTP/1.1 204"));
    drop(program);
    assert_eq!(trial.read(NEWS), before);
    // A colleague has changed the file meanwhile.
    let theirs = before.replace("Ett stycke.", "Ett annat stycke.");
    trial.write(NEWS, &theirs);
    let (program, address) = start(trial.root.path());
    let (cookie, there, page) = opened(&address, &form);
    let host = address.split_once('/').unwrap().0;
    let text = page.split("<textarea id=\"body\"").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(text.contains("Ett annat stycke.") && !text.contains("Halvfärdigt"), "the file is what is open");
    assert!(page.contains("Visa skillnaden") && page.contains("Halvfärdigt stycke."), "{page}");
    let fetched = ask(host, &format!("GET {there}?hamta=1 HTTP/1.1\r\nCookie: {cookie}"), "").unwrap();
    assert!(fetched.contains("\nHalvfärdigt stycke.</textarea>"), "{fetched}");
    // Saved, it does not take the place of what the colleague wrote: both are shown.
    let (word, base) = (value_of(&fetched, "_form"), value_of(&fetched, "_base"));
    let body =
        encoded(&[("_form", &word), ("_base", &base), ("_do", "save"), ("_body", "Halvfärdigt stycke.")]);
    let head = format!(
        "POST {there} HTTP/1.1\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\nContent-Length: {}",
        body.len()
    );
    let asked = ask(host, &head, &body).unwrap();
    assert!(asked.starts_with("HTTP/1.1 409"), "{asked}");
    assert_eq!(trial.read(NEWS), theirs);
    drop(program);
}

#[test]
fn a_tab_with_a_strangers_site_that_was_left_open_is_not_at_the_address_of_an_editor() {
    use fcsite::host::serve::PORT;

    let trial = Trial::new();
    let port = || {
        let (program, address) = start_at(trial.root.path(), &[]);
        drop(program);
        address.split([':', '/']).nth(1).unwrap().parse::<u16>().unwrap()
    };
    let first = port();
    // `serve` shows a site at 127.0.0.1 and one of these.
    assert!(!(PORT..=PORT + 100).contains(&first), "{first}");
    // Its own tabs of before are its own: it comes back to them. But not to where another program has been meanwhile.
    assert_eq!(port(), first);
    let other = std::net::TcpListener::bind(("127.0.0.1", first)).unwrap();
    let second = port();
    drop(other);
    assert!(second != first && port() == second, "{first} {second}");
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_editors_own_that_is_a_link_is_not_written_through() {
    let elsewhere = tempfile::TempDir::new().unwrap();
    for inner in [".fcsite", ".fcsite/edit"] {
        let trial = Trial::new();
        let link = trial.root.path().join(inner);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), &link).unwrap();
        let form = trial.form_of("Hej");
        let base = trial.base(&form);
        let kept = trial.post(&form, &[("_base", &base), ("_do", "keep"), ("_body", "Nytt.")]);
        assert!(matches!(kept.status, 204 | 507), "{inner}: {}", kept.status);
        trial.write(NEWS, "---\nrubrik: Hej\ningress: Du.\n---\n\nEn annans.\n");
        assert_eq!(trial.post(&form, &[("_base", &base), ("_do", "save"), ("_body", "Mitt.")]).status, 409);
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0, "{inner}");
    }
}

#[test]
fn the_last_fifty_savings_are_taken_back_one_by_one_and_no_more() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let phone = |at: usize| format!("08-530 610 {at:02}");
    for at in 1..=52 {
        let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("phone", &*phone(at))];
        assert_eq!(trial.post(&form, &fields).status, 303, "{at}");
    }
    for at in (2..52).rev() {
        assert!(trial.post("/redigera/angra", &[]).head.contains("angrat=1"), "{at}");
        assert_eq!(trial.read(CENTRE), FILE.replace("08-530 610 00", &phone(at)));
    }
    assert!(!trial.post("/redigera/angra", &[]).head.contains("angrat=1"));
    assert_eq!(trial.read(CENTRE), FILE.replace("08-530 610 00", &phone(2)));
}

#[test]
fn of_two_who_save_the_same_file_at_once_neither_loses_what_was_said_to_be_saved() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    // Each saves a field of their own until they have been told twenty times that it is saved.
    let save_on = |field: &str, value: &(dyn Fn(usize) -> String + Sync)| {
        let mut last = String::new();
        for at in 0..20 {
            last = value(at);
            let saved = || {
                let fields = [("_base", &*trial.base(&form)), ("_do", "save"), (field, &*last)];
                match trial.post(&form, &fields).status {
                    303 => true,
                    // Somebody was faster: both are shown, or the file is said to have changed in this moment.
                    409 | 422 => false,
                    other => panic!("{other}"),
                }
            };
            assert!((0..500).any(|_| saved()), "{field} {at}");
        }
        last
    };
    let (phone, email) = thread::scope(|scope| {
        let one = scope.spawn(|| save_on("phone", &|at| format!("08-530 610 {:02}", at + 10)));
        let other = scope.spawn(|| save_on("email", &|at| format!("nr{at}@kommunen.example")));
        (one.join().unwrap(), other.join().unwrap())
    });
    let expected = FILE.replace("08-530 610 00 # växeln", &format!("{phone} # växeln\ne-post: {email}"));
    assert_eq!(trial.read(CENTRE), expected);
}

#[test]
fn every_field_of_every_file_has_a_place_in_a_form() {
    use fcsite::base::{Locale, Messages};
    use fcsite::edit::{Desk, FieldTypes, FileForm, FormField, FormInput};
    use fcsite::schema::Kind;
    fn names(fields: &[FormField], found: &mut Vec<String>) {
        for field in fields {
            assert!(!field.label.is_empty() && !field.help.is_empty(), "{}", field.id);
            found.push(field.id.clone());
            if let FormInput::Group { fields } = &field.input {
                names(fields, found);
            }
        }
    }
    let languages = ["sv".to_string(), "en".to_string()];
    for locale in Locale::ALL {
        let messages = Messages::whole(locale);
        for kind in [Kind::Site, Kind::Municipality, Kind::Centre, Kind::News, Kind::Page] {
            let types = FieldTypes::of(kind);
            let desk = Desk { types: &types, messages: &messages, languages: &languages };
            let form = FileForm::of(&desk, &[], None).unwrap();
            let mut found = Vec::new();
            names(&form.fields, &mut found);
            for name in types.names(types.root()) {
                // What is said to the program and to no reader: which warnings are told, what an archive keeps, and lists of words within a list,
                // by which the search finds. The guide says that no form has them.
                let is_for_program = matches!(name, "checks" | "retention" | "synonyms");
                let has_place = found.iter().any(|id| id == name);
                assert!(has_place || is_for_program, "{kind:?}: {name} is in no form");
            }
        }
    }
}
