//! `fcsite new` on a terminal: it asks for what it was not told, step by step, in the person's language. Elsewhere it never asks.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// No answer takes so long, whatever else the machine does.
const DEADLINE: Duration = Duration::from_secs(60);

/// Ctrl-D: the end of all that is typed.
const END: &str = "\u{4}";

/// A site with these municipalities.
fn site(municipalities: &[(&str, &str, &str)]) -> TempDir {
    let root = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n");
    for (id, name, code) in municipalities {
        write(
            &format!("content/{id}/municipality.yaml"),
            &format!("name: {name} kommun\ncode: \"{code}\"\n"),
        );
    }
    root
}

fn one() -> TempDir {
    site(&[("botkyrka", "Botkyrka", "0127")])
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(arguments).current_dir(root);
    command.env("LC_ALL", "sv_SE.UTF-8").env("NO_COLOR", "1").env("TERM", "xterm");
    command
}

/// The program on a terminal of its own, and the person in front of it.
struct Terminal {
    program: Child,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// All that was shown.
    shown: String,
    /// How much of it has been read.
    read: usize,
}

impl Terminal {
    fn start(root: &Path, arguments: &[&str]) -> Self {
        let pair = nix::pty::openpty(None, None).unwrap();
        let mut command = command(root, arguments);
        command
            .stdin(pair.slave.try_clone().unwrap())
            .stdout(pair.slave.try_clone().unwrap())
            .stderr(pair.slave);
        let program = command.spawn().unwrap();
        // Its end of the terminal closes with the command, so that the screen ends when the program does.
        drop(command);
        let keyboard = File::from(pair.master);
        let mut screen_end = keyboard.try_clone().unwrap();
        let (send, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen_end.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { program, keyboard, screen, shown: String::new(), read: 0 }
    }

    /// Waits until something is shown beyond what was read.
    fn sees(&mut self, text: &str) -> &mut Self {
        loop {
            if let Some(at) = self.shown[self.read..].find(text) {
                self.read += at + text.len();
                return self;
            }
            match self.screen.recv_timeout(DEADLINE) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8(bytes).unwrap()),
                Err(_) => {
                    panic!("{text:?} is not shown after {:?}, but\n{}", &self.shown[..self.read], self.shown)
                }
            }
        }
    }

    fn types(&mut self, text: &str) -> &mut Self {
        self.keyboard.write_all(text.as_bytes()).unwrap();
        self
    }

    /// Reads a question and answers it.
    fn answers(&mut self, question: &str, answer: &str) -> &mut Self {
        self.sees(question).types(&format!("{answer}\n"))
    }

    /// Waits for the end: its exit code, and all that was shown.
    fn ends(mut self) -> (i32, String) {
        while let Ok(bytes) = self.screen.recv_timeout(DEADLINE) {
            self.shown.push_str(&String::from_utf8(bytes).unwrap());
        }
        (self.program.wait().unwrap().code().unwrap(), std::mem::take(&mut self.shown))
    }

    fn ends_well(self, made: &str) {
        let (code, shown) = self.ends();
        assert_eq!(code, 0, "{shown}");
        // What was typed may be shown before the end of the question.
        assert!(shown.lines().any(|line| line.ends_with(made)), "{shown}");
    }
}

/// A test that failed leaves nobody waiting for an answer.
impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The files that lie in the content beyond those of the site.
fn made(root: &Path) -> Vec<String> {
    let walk =
        walkdir::WalkDir::new(root.join("content")).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = walk.filter(|entry| entry.file_type().is_file());
    let names = files.map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_string());
    let known = |name: &String| {
        name.ends_with("/site.yaml")
            || ["botkyrka", "nacka"].iter().any(|id| *name == format!("content/{id}/municipality.yaml"))
    };
    names.filter(|name| !known(name)).collect()
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

/// What was made has no errors.
fn assert_valid(root: &Path) {
    let output =
        command(root, &["check", "--drafts", "--future", "--json"]).stdin(Stdio::null()).output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.contains("\"errors\":0"), "{stdout}");
}

#[test]
fn a_municipality_is_made_of_a_name_and_what_one_knows() {
    let root = site(&[]);
    let mut terminal = Terminal::start(root.path(), &["new", "municipality"]);
    terminal.answers("Vad heter kommunen? ", "Södertälje");
    terminal
        .answers("Vilket telefonnummer kan besökare ringa? (tryck Enter om du inte vet) ", "08 523 010 00");
    terminal.answers(
        "Vilken e-postadress kan besökare skriva till? (tryck Enter om du inte vet) ",
        "info@sodertalje.example",
    );
    terminal.sees("Södertälje kommun har koden 0181.");
    terminal.ends_well("content/sodertalje/municipality.yaml");
    let text = read(root.path(), "content/sodertalje/municipality.yaml");
    for line in [
        "namn: Södertälje kommun",
        "kod: \"0181\"",
        "  telefon: \"08-523 010 00\"",
        "  e-post: info@sodertalje.example",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}: {text}");
    }
    assert_valid(root.path());
}

#[test]
fn a_wrong_answer_is_asked_for_again_with_the_reason() {
    let root = site(&[]);
    let mut terminal = Terminal::start(root.path(), &["new", "municipality"]);
    terminal.answers("Vad heter kommunen? ", "");
    terminal.sees("Det går inte: här behöver något stå.");
    terminal.answers("Vad heter kommunen? ", "Södertelje");
    terminal.sees("Det går inte: SCB har ingen kommun som heter ”Södertelje” (menade du Södertälje?).");
    terminal.answers("Vad heter kommunen? ", "Södertälje");
    terminal.answers("Vilket telefonnummer kan besökare ringa?", "ring oss");
    terminal.sees("Det går inte: skriv ett svenskt telefonnummer, till exempel 08-530 610 00.");
    terminal.answers("Vilket telefonnummer kan besökare ringa?", "");
    terminal.answers("Vilken e-postadress kan besökare skriva till?", "info@");
    terminal.sees("Det går inte: skriv en adress som namn@kommunen.example.");
    terminal.answers("Vilken e-postadress kan besökare skriva till?", "info@sodertalje.example");
    terminal.ends_well("content/sodertalje/municipality.yaml");
    let text = read(root.path(), "content/sodertalje/municipality.yaml");
    assert!(!text.lines().any(|line| line.starts_with("  phone:")), "{text}");
    assert_valid(root.path());
}

#[test]
fn a_centre_is_asked_for_step_by_step_and_belongs_to_the_only_municipality() {
    let root = one();
    let mut terminal = Terminal::start(root.path(), &["new", "centre"]);
    terminal.answers("Vad heter familjecentralen? ", "Familjecentralen i Fittja");
    terminal.answers("Vilken gata och vilket nummer?", "Fittja Torg 19");
    terminal.answers("Vilket postnummer?", "14561 Norsborg");
    terminal.sees("Det går inte: skriv tre siffror, mellanslag och två siffror");
    terminal.answers("Vilket postnummer?", "145 61");
    terminal.answers("Vilken postort?", "Norsborg");
    terminal.answers("Vilket telefonnummer?", "0853061000");
    terminal.ends_well("content/botkyrka/centres/fittja.yaml");
    let text = read(root.path(), "content/botkyrka/centres/fittja.yaml");
    for line in [
        "namn: Familjecentralen i Fittja",
        "  gata: Fittja Torg 19",
        "  ort: Norsborg",
        "telefon: 08-530 610 00",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}: {text}");
    }
    assert!(text.contains("145 61"), "{text}");
    assert_valid(root.path());
}

#[test]
fn enter_leaves_out_what_one_does_not_know_and_what_belongs_to_it() {
    let root = one();
    let mut terminal = Terminal::start(root.path(), &["new", "centre"]);
    terminal.answers("Vad heter familjecentralen? ", "Fittja");
    terminal.answers("Vilken gata och vilket nummer?", "");
    terminal.answers("Vilket telefonnummer?", "   ");
    let (code, shown) = terminal.ends();
    assert_eq!(code, 0, "{shown}");
    assert!(!shown.contains("postnummer") && !shown.contains("postort"), "{shown}");
    assert_eq!(made(root.path()), ["content/botkyrka/centres/fittja.yaml"]);
    assert_valid(root.path());
}

#[test]
fn one_of_several_municipalities_is_chosen_or_shared() {
    let root = site(&[("botkyrka", "Botkyrka", "0127"), ("nacka", "Nacka", "0182")]);
    let mut terminal = Terminal::start(root.path(), &["new", "news"]);
    terminal.answers("Vad ska nyheten heta (titeln)? ", "Öppet hela sommaren");
    let question = "Vilken kommun gäller den? (botkyrka, nacka, _shared) ";
    terminal.answers(question, "Salem");
    terminal.sees("Det går inte: välj något av botkyrka, nacka, _shared.");
    terminal.answers(question, "Nacka kommun");
    terminal.answers("Vad är nytt, i en eller två meningar?", "Vi har öppet: även i juli.");
    terminal.sees("Den är ett utkast.");
    let (code, shown) = terminal.ends();
    assert_eq!(code, 0, "{shown}");
    let made = made(root.path());
    assert!(
        made.len() == 1
            && made[0].starts_with("content/nacka/news/")
            && made[0].ends_with("-oppet-hela-sommaren.md"),
        "{made:?}"
    );
    let text = read(root.path(), &made[0]);
    assert!(
        text.contains("rubrik: Öppet hela sommaren\n")
            && text.contains("ingress: \"Vi har öppet: även i juli.\"\n"),
        "{text}"
    );
    assert_valid(root.path());

    let mut terminal = Terminal::start(root.path(), &["new", "centre"]);
    terminal.answers("Vad heter familjecentralen? ", "Fittja");
    // A centre is no shared text.
    terminal.answers("Vilken kommun hör den till? (botkyrka, nacka) ", "_shared");
    terminal.answers("Vilken kommun hör den till? (botkyrka, nacka) ", " botkyrka ");
    terminal.answers("Vilken gata", "").answers("Vilket telefonnummer", "");
    terminal.ends_well("content/botkyrka/centres/fittja.yaml");
}

#[test]
fn a_page_an_activity_and_a_translation_are_asked_for_step_by_step() {
    let root = one();
    let site = read(root.path(), "content/site.yaml");
    fs::write(root.path().join("content/site.yaml"), format!("{site}languages: [sv, en, fi]\n")).unwrap();
    let mut terminal = Terminal::start(root.path(), &["new", "page"]);
    terminal.answers("Vad ska sidan heta (titeln)? ", "Om oss");
    terminal.answers("Vad handlar sidan om, i en eller två meningar?", "Det här är vi.");
    terminal.ends_well("content/botkyrka/pages/om-oss.md");
    assert!(read(root.path(), "content/botkyrka/pages/om-oss.md").contains("ingress: Det här är vi.\n"));

    let mut terminal = Terminal::start(root.path(), &["new", "translation"]);
    terminal.answers("Vad ska översättas? Skriv filens namn. ", "om-os");
    terminal.sees("Det går inte: Menade du om-oss?");
    terminal.answers("Vad ska översättas? Skriv filens namn. ", "om-oss");
    terminal.answers("Till vilket språk? (en, fi) ", "sv");
    terminal.answers("Till vilket språk? (en, fi) ", "fi");
    terminal.ends_well("content/botkyrka/pages/om-oss.fi.md");

    for name in ["fittja", "alby"] {
        assert!(command(root.path(), &["new", "centre", name, "-q"]).status().unwrap().success());
    }
    let mut terminal = Terminal::start(root.path(), &["new", "activity"]);
    terminal.answers("Vad heter aktiviteten? ", "Sångstund");
    terminal.answers("Vilken familjecentral är den på? (alby, fittja) ", "Fittja");
    terminal.answers("Vilken veckodag? ", "i morgon");
    terminal.sees("Det går inte: skriv en veckodag, till exempel tisdag.");
    terminal.answers("Vilken veckodag? ", "tisdag");
    terminal.answers("När börjar den, till exempel 10.00? ", "10");
    terminal.answers("När slutar den? ", "9");
    terminal.sees("Det går inte: skriv en tid som är senare");
    terminal.answers("När slutar den? ", "10.30");
    terminal.ends_well("content/botkyrka/centres/fittja.yaml");
    let text = read(root.path(), "content/botkyrka/centres/fittja.yaml");
    assert!(
        text.contains("rubrik: Sångstund\n    dag: tisdag\n    från: 10.00\n    till: 10.30\n"),
        "{text}"
    );
    assert_valid(root.path());
}

#[test]
fn a_title_that_gives_no_address_is_asked_for_again() {
    let root = one();
    let mut terminal = Terminal::start(root.path(), &["new", "news"]);
    terminal.answers("Vad ska nyheten heta (titeln)? ", "日本語");
    terminal.sees("Det går inte: det blir ingen webbadress av det, så använd");
    terminal.answers("Vad ska nyheten heta (titeln)? ", "日本語 på svenska");
    terminal.answers("Vad är nytt", "");
    assert_eq!(terminal.ends().0, 0);
    assert!(made(root.path())[0].ends_with("-pa-svenska.md"));
    assert_valid(root.path());
}

#[test]
fn what_was_given_is_not_asked_for() {
    let root = one();
    let mut terminal =
        Terminal::start(root.path(), &["new", "centre", "--phone", "08-530 610 00", "--street", "Torget 1"]);
    terminal.answers("Vad heter familjecentralen? ", "Fittja");
    terminal.answers("Vilket postnummer?", "").answers("Vilken postort?", "");
    let (code, shown) = terminal.ends();
    assert_eq!(code, 0, "{shown}");
    assert!(!shown.contains("telefonnummer") && !shown.contains("gata"), "{shown}");
    // Whoever gave the name knows what else there is to give: nothing is asked.
    let (code, shown) = Terminal::start(root.path(), &["new", "centre", "Alby"]).ends();
    assert_eq!(code, 0, "{shown}");
    assert!(!shown.contains('?'), "{shown}");
}

#[test]
fn the_end_of_input_makes_nothing_whichever_question_it_answers() {
    let questions = [
        "Vad heter familjecentralen? ",
        "Vilken kommun",
        "Vilken gata",
        "Vilket postnummer",
        "Vilken postort",
        "Vilket telefonnummer",
    ];
    let answers = ["Fittja", "nacka", "Torget 1", "145 61", "Orten"];
    for end in 0..questions.len() {
        let root = site(&[("botkyrka", "Botkyrka", "0127"), ("nacka", "Nacka", "0182")]);
        let mut terminal = Terminal::start(root.path(), &["new", "centre"]);
        for (question, answer) in questions.iter().zip(answers).take(end) {
            terminal.answers(question, answer);
        }
        terminal.sees(questions[end]).types(END);
        let (code, shown) = terminal.ends();
        assert_eq!(code, 2, "{shown}");
        assert!(shown.contains("FC0164"), "{shown}");
        assert_eq!(made(root.path()), Vec::<String>::new(), "{shown}");
    }
}

#[test]
fn five_wrong_answers_end_it_and_nothing_is_made() {
    let question = "Vilken kommun gäller den?";
    let root = site(&[("botkyrka", "Botkyrka", "0127"), ("nacka", "Nacka", "0182")]);
    for (arguments, before, question, wrong) in [
        (&["new", "municipality"][..], None, "Vad heter kommunen? ", "Ankeborg"),
        (&["new", "municipality"], Some(("Vad heter kommunen? ", "Salem")), "Vilket telefonnummer", "ring"),
        (&["new", "news"], Some(("Vad ska nyheten heta", "Hej")), question, "salem"),
    ] {
        let mut terminal = Terminal::start(root.path(), arguments);
        if let Some((question, answer)) = before {
            terminal.answers(question, answer);
        }
        for _ in 0..5 {
            terminal.answers(question, wrong).sees("Det går inte: ");
        }
        let (code, shown) = terminal.ends();
        assert_eq!((code, shown.matches(question).count()), (2, 5), "{shown}");
        assert!(shown.contains("FC0164"), "{shown}");
        assert_eq!(made(root.path()), Vec::<String>::new());
    }
}

#[test]
fn with_json_or_quiet_nothing_is_asked_on_a_terminal_either() {
    let root = one();
    for flag in ["--json", "-q"] {
        for what in ["municipality", "centre", "news"] {
            let (code, shown) = Terminal::start(root.path(), &["new", what, flag]).ends();
            assert_eq!(code, 2, "{shown}");
            assert!(!shown.contains('?') && shown.contains("FC0164"), "{shown}");
        }
    }
    assert_eq!(made(root.path()), Vec::<String>::new());
}

#[test]
fn where_there_is_no_terminal_nothing_is_asked_or_waited_for() {
    let root = one();
    let check = |output: &Output| {
        let stderr = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("FC0164") && !stderr.contains('?'), "{stderr}");
        assert!(output.stdout.is_empty());
    };
    for what in ["municipality", "centre", "news"] {
        check(&command(root.path(), &["new", what]).stdin(Stdio::null()).output().unwrap());
        // Answers that come through a pipe are nobody's.
        let mut piped = command(root.path(), &["new", what]);
        let mut child =
            piped.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // It may have ended already.
        let _ = child.stdin.take().unwrap().write_all(b"Salem\n\n\n\n\n");
        check(&child.wait_with_output().unwrap());
    }
    assert_eq!(made(root.path()), Vec::<String>::new());
}

#[test]
fn who_types_on_a_terminal_whose_questions_go_elsewhere_is_not_asked() {
    let root = one();
    let pair = nix::pty::openpty(None, None).unwrap();
    let mut command = command(root.path(), &["new", "news"]);
    let output = command.stdin(pair.slave).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!String::from_utf8(output.stderr).unwrap().contains('?'));
}

#[test]
fn what_is_brought_in_is_written_after_a_yes_and_not_after_anything_else() {
    let root = one();
    let path = "content/botkyrka/centres/fittja.yaml";
    let centre = "namn: Fittja\nstatus: öppen\nverksamheter:\n  - typ: öppen förskola\n";
    fs::create_dir_all(root.path().join("content/botkyrka/centres")).unwrap();
    fs::write(root.path().join(path), centre).unwrap();
    fs::write(root.path().join("lista.csv"), "Aktivitet;Dag;Tid\nSång;måndag;9–10\n").unwrap();
    for answer in ["", "nej", "kanske", END] {
        let mut terminal = Terminal::start(root.path(), &["import", "lista.csv"]);
        terminal.answers("[j/N]", answer);
        let (code, shown) = terminal.ends();
        assert!(code == 0 && shown.contains("Inget är skrivet"), "{shown}");
        assert_eq!(read(root.path(), path), centre, "{answer}");
    }
    let mut terminal = Terminal::start(root.path(), &["import", "lista.csv"]);
    terminal.answers("[j/N]", "ja");
    let (code, shown) = terminal.ends();
    assert_eq!(code, 0, "{shown}");
    assert!(read(root.path(), path).contains("rubrik: Sång"));
}
