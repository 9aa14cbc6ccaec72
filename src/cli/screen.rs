//! All that is printed, by one hand.
//!
//! What the program says holds names and words of others: of folders in a repository that somebody else made, of files, of the system. A
//! terminal obeys some of the characters that they may have (it fills the clipboard, moves the cursor, turns a line round), and a log is
//! read line by line by programs. Messages show such characters as escapes already where they are filled in; this is the second wall, and
//! nothing is printed by another way (`tests/wellformed/` holds that).

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use clap::builder::StyledStr;

use crate::base::characters::visible;

/// Is what is said read by a person?
pub fn is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Does the terminal take orders that choose colours? An old console of Windows must be told to, and would show them as letters else.
#[cfg(windows)]
pub fn takes_colours() -> bool {
    let console = winapi_util::console::Console::stderr();
    // What is no console of Windows (Git Bash has its own) needs no order.
    console.map_or(true, |mut console| console.set_virtual_terminal_processing(true).is_ok())
}

/// Does the terminal take orders that choose colours? Those of other systems do.
#[cfg(not(windows))]
pub fn takes_colours() -> bool {
    true
}

/// Says something to the person, as it is: also the beginning of a line.
pub fn say(text: &str) {
    // Who cannot be told of it cannot be told that either.
    let mut error = io::stderr();
    let _ = error.write_all(visible(text).as_bytes()).and_then(|()| error.flush());
}

/// Says a line to the person.
pub fn say_line(line: &str) {
    say(&format!("{line}\n"));
}

/// Asks, where there is somebody to ask. Nothing but a yes is one.
pub fn is_answered(question: &str, ask: &str) -> bool {
    say_line(question);
    if !io::stdin().is_terminal() || !is_terminal() {
        return false;
    }
    say(&format!("{ask} "));
    let mut line = String::new();
    let is_read = io::stdin().lock().read_line(&mut line).is_ok();
    is_read && matches!(line.trim().to_lowercase().as_str(), "j" | "ja" | "y" | "yes")
}

/// Shows a report, which may be in colours.
pub fn show(report: &str) {
    let _ = io::stderr().write_all(with_colours(report).as_bytes());
}

/// Gives a help text on stdout. clap would print it by itself, with whatever stands in it.
pub fn give_help(help: &StyledStr, may_have_colours: bool) -> io::Result<()> {
    let mut out = io::stdout();
    let colours = may_have_colours && out.is_terminal() && takes_colours();
    out.write_all(helped(help, colours).as_bytes())?;
    out.flush()
}

/// Shows a help text to who has asked for nothing.
pub fn show_help(help: &StyledStr, may_have_colours: bool) {
    let colours = may_have_colours && is_terminal() && takes_colours();
    let _ = io::stderr().write_all(helped(help, colours).as_bytes());
}

fn helped(help: &StyledStr, colours: bool) -> String {
    if colours { with_colours(&help.ansi().to_string()) } else { visible(&help.to_string()).into_owned() }
}

/// The byte order mark.
const MARK: &str = "\u{feff}";

/// Gives data on stdout.
pub fn give(data: &str) -> io::Result<()> {
    let mut out = io::stdout();
    // The mark before a sheet says how it is written. It is no order to a terminal, and spelt out it would be of no use to anybody.
    let data = match data.strip_prefix(MARK) {
        Some(rest) => {
            out.write_all(MARK.as_bytes())?;
            rest
        }
        None => data,
    };
    out.write_all(visible(data).as_bytes())?;
    out.flush()
}

/// A text whose only orders to a terminal are those that choose colours: `ESC [ 1 ; 31 m`.
fn with_colours(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut parts = text.split("\u{1b}[");
    shown.push_str(&visible(parts.next().unwrap_or_default()));
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        shown.push_str(if rest.starts_with('m') { "\u{1b}[" } else { "\\u{1b}[" });
        shown.push_str(&visible(part));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_help_text_has_no_orders_but_colours() {
        let help = StyledStr::from("\u{1b}[1mUsage:\u{1b}[0m x\u{1b}]52;c;x\u{7}\u{202e}\n");
        assert_eq!(helped(&help, true), "\u{1b}[1mUsage:\u{1b}[0m x\\u{1b}]52;c;x\\u{7}\\u{202e}\n");
        assert!(!helped(&help, false).contains(['\u{1b}', '\u{7}', '\u{202e}']));
    }

    #[test]
    fn colours_pass_and_no_other_order_does() {
        assert_eq!(
            with_colours("\u{1b}[1m\u{1b}[38;5;9mfel\u{1b}[0m: å\n"),
            "\u{1b}[1m\u{1b}[38;5;9mfel\u{1b}[0m: å\n"
        );
        let order = "a\u{1b}[2J\u{1b}]52;c;x\u{7}\u{1b}[\u{1b}[1;m\u{9b}1m\u{1b}";
        assert_eq!(with_colours(order), "a\\u{1b}[2J\\u{1b}]52;c;x\\u{7}\\u{1b}[\u{1b}[1;m\\u{9b}1m\\u{1b}");
    }
}
