//! A session at a console, as Markdown.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What becomes of what a command shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It must be what the text says.
    Compared,
    /// It must be what the text says, where the text says anything.
    ComparedWhereTold,
}

/// An empty folder in which commands are run one after the other.
pub struct Session {
    folder: TempDir,
    bin: TempDir,
    here: PathBuf,
    locale: String,
    variables: Vec<(String, String)>,
}

impl Session {
    /// A session whose system speaks a language.
    pub fn new(locale: &str) -> Self {
        let (folder, bin) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_fcsite"), bin.path().join("fcsite")).unwrap();
        let here = folder.path().to_path_buf();
        Self { folder, bin, here, locale: locale.to_string(), variables: Vec::new() }
    }

    /// The folder that it is in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// With a variable of the environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_string(), value.to_string()));
        self
    }

    /// With another program on the path, as a script for the shell.
    pub fn program(self, name: &str, script: &str) -> Self {
        let path = self.bin.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// Plays a text: the same text with what the commands showed in the place of what was expected.
    pub fn play(&mut self, text: &str, shown: Shown) -> String {
        let mut out = String::with_capacity(text.len());
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            out.push_str(line);
            out.push('\n');
            let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
            let mut block: Vec<&str> = Vec::new();
            while lines.peek().is_some_and(|line| *line != "```") {
                block.extend(lines.next());
            }
            if let Some(name) = info.split_whitespace().find_map(|word| word.strip_prefix("file:")) {
                let path = self.here.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, block.join("\n") + "\n").unwrap();
            }
            if info == "console" {
                out.push_str(&self.console(&block, shown));
            } else {
                block.iter().for_each(|line| {
                    out.push_str(line);
                    out.push('\n');
                });
            }
        }
        out
    }

    fn console(&mut self, block: &[&str], shown: Shown) -> String {
        let mut out = String::new();
        let mut lines = block.iter().copied().peekable();
        while let Some(line) = lines.next() {
            out.push_str(line);
            out.push('\n');
            let Some(command) = line.strip_prefix("$ ") else { continue };
            let mut expected: Vec<&str> = Vec::new();
            while lines.peek().is_some_and(|line| !line.starts_with("$ ")) {
                expected.extend(lines.next());
            }
            let seen = self.run(command);
            let told = shown == Shown::Compared || !expected.is_empty();
            if told && !matches(&expected, &seen) {
                seen.iter().for_each(|line| {
                    out.push_str(line);
                    out.push('\n');
                });
            } else {
                assert!(
                    told || !seen.iter().any(|line| line.starts_with("? ")),
                    "{command}: {}",
                    seen.join("\n")
                );
                expected.iter().for_each(|line| {
                    out.push_str(line);
                    out.push('\n');
                });
            }
        }
        out
    }

    /// Runs a command; what the screen shows then, and `? 4` at the end when it did not go well.
    fn run(&mut self, command: &str) -> Vec<String> {
        let path = format!("{}:{}", self.bin.path().display(), std::env::var("PATH").unwrap());
        // The folder that a command leaves is where the next one begins.
        let script = format!("{command}\ncode=$?\npwd > \"$SESSION_PWD\"\nexit $code");
        let left = self.bin.path().join("pwd");
        let mut shell = Command::new("bash");
        shell.args(["-c", &script]).current_dir(&self.here).env_clear();
        shell
            .env("PATH", path)
            .env("LANG", &self.locale)
            .env("SESSION_PWD", &left)
            .env("HOME", self.folder.path());
        shell.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let (mut reader, writer) = std::io::pipe().unwrap();
        shell.stdin(Stdio::null()).stdout(writer.try_clone().unwrap()).stderr(writer);
        let mut child = shell.spawn().unwrap();
        drop(shell);
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut reader, &mut bytes).unwrap();
        let status = child.wait().unwrap();
        self.here =
            fs::read_to_string(&left).map_or_else(|_| self.here.clone(), |here| PathBuf::from(here.trim()));
        let text = String::from_utf8(bytes).unwrap();
        let text = timeless(&text.replace(&self.folder.path().display().to_string(), "[HOME]"));
        let mut seen: Vec<String> = text.lines().map(|line| line.trim_end().to_string()).collect();
        if !status.success() {
            seen.push(format!("? {}", status.code().unwrap_or(-1)));
        }
        seen
    }
}

/// Are these the lines that were expected? Empty lines at the end of what was expected stand between two commands.
fn matches(expected: &[&str], seen: &[String]) -> bool {
    let seen: Vec<&str> = seen.iter().map(String::as_str).collect();
    lines_match(trimmed(expected), trimmed(&seen))
}

fn trimmed<'a, 'b>(lines: &'a [&'b str]) -> &'a [&'b str] {
    let end = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
    &lines[..end]
}

fn lines_match(expected: &[&str], seen: &[&str]) -> bool {
    match expected.split_first() {
        None => seen.is_empty(),
        // Any lines, but never the exit code.
        Some((&"...", rest)) => {
            let most = seen.iter().take_while(|line| !line.starts_with("? ")).count();
            (0..=most).any(|skip| lines_match(rest, &seen[skip..]))
        }
        Some((line, rest)) => seen
            .split_first()
            .is_some_and(|(first, after)| line_matches(line, first) && lines_match(rest, after)),
    }
}

fn line_matches(expected: &str, seen: &str) -> bool {
    let mut parts = expected.trim_end().split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = seen.strip_prefix(first) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// How long something took is another matter each time: `0.06 s` becomes `[TIME]`.
fn timeless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" s") {
        let (before, after) = rest.split_at(at);
        let number = before.len()
            - before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
        let is_time = number >= 3
            && before[before.len() - number..].contains(['.', ','])
            && !after[2..].starts_with(char::is_alphabetic);
        if is_time {
            out.push_str(&before[..before.len() - number]);
            out.push_str("[TIME]");
        } else {
            out.push_str(before);
            out.push_str(&after[..2]);
        }
        rest = &after[2..];
    }
    let text = without_number(&(out + rest), "\"milliseconds\":", "[TIME]");
    without_number(&text, "http://127.0.0.1:", "[PORT]")
}

/// The text with a sign in the place of each number that follows these words.
fn without_number(text: &str, words: &str, sign: &str) -> String {
    let mut parts = text.split(words);
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |out, part| out + words + sign + part.trim_start_matches(|c: char| c.is_ascii_digit()))
}
