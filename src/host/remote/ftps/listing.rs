//! What lies in a folder, by what servers say of it: the lines of MLSD, and the two forms of LIST that there are.

/// No disk has longer names, in bytes.
const LONGEST_NAME: usize = 255;

/// No folder has more names.
const MOST_NAMES: usize = 1 << 20;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FtpsKind {
    /// A file or a folder; which of them, nobody needs to know.
    Plain,
    /// A link to elsewhere.
    Link,
}

/// The names in an answer to MLSD: `type=dir;size=0; name`.
pub fn facts(bytes: &[u8]) -> Vec<(String, FtpsKind)> {
    let line = |line: &str| {
        let (facts, name) = line.split_once(' ')?;
        let mut facts = facts.split(';').map(str::to_lowercase);
        let kind = facts.find_map(|fact| fact.strip_prefix("type=").map(str::to_string)).unwrap_or_default();
        let is_link = kind.contains("link");
        let is_self = matches!(kind.as_str(), "cdir" | "pdir");
        (!is_self).then(|| (name.to_string(), if is_link { FtpsKind::Link } else { FtpsKind::Plain }))
    };
    gathered(bytes, line)
}

/// The names in an answer to LIST: as `ls -l` writes them, or as Windows does.
pub fn lines(bytes: &[u8]) -> Vec<(String, FtpsKind)> {
    gathered(bytes, |line| of_unix(line).or_else(|| of_windows(line)))
}

/// `drwxr-xr-x 2 user group 4096 Nov 30 06:20 name`
fn of_unix(line: &str) -> Option<(String, FtpsKind)> {
    let first = line.chars().next()?;
    if !"-dlbcps".contains(first) {
        return None;
    }
    let mut rest = line;
    for _ in 0..8 {
        let (_, after) = rest.split_once(' ')?;
        rest = after.trim_start_matches(' ');
    }
    if first != 'l' {
        return Some((rest.to_string(), FtpsKind::Plain));
    }
    let name = rest.split_once(" -> ").map_or(rest, |(name, _)| name);
    Some((name.to_string(), FtpsKind::Link))
}

/// `11-30-26  06:20AM       <DIR>          name`
fn of_windows(line: &str) -> Option<(String, FtpsKind)> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut rest = line;
    let mut kind = "";
    for _ in 0..3 {
        let (word, after) = rest.split_once(' ')?;
        kind = word;
        rest = after.trim_start_matches(' ');
    }
    if !kind.to_uppercase().contains("LINK") && !kind.to_uppercase().contains("JUNCTION") {
        return Some((rest.to_string(), FtpsKind::Plain));
    }
    let name = rest.split_once(" [").map_or(rest, |(name, _)| name);
    Some((name.to_string(), FtpsKind::Link))
}

fn gathered(bytes: &[u8], read: impl Fn(&str) -> Option<(String, FtpsKind)>) -> Vec<(String, FtpsKind)> {
    let lines = bytes.split(|byte| *byte == b'\n').take(MOST_NAMES);
    let entries = lines.filter_map(|line| read(String::from_utf8_lossy(line).trim_end_matches('\r')));
    let is_name = |name: &str| {
        !name.is_empty() && name.len() <= LONGEST_NAME && !matches!(name, "." | "..") && !name.contains('/')
    };
    entries.filter(|(name, _)| is_name(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_read_as_servers_list_them() {
        use FtpsKind::{Link, Plain};
        let facts = facts(
            b"type=cdir;perm=el; .\r\ntype=pdir; ..\r\ntype=file;size=3; a b.html\r\nType=OS.unix=slink:/x; c\r\ntype=dir; d\r\nx",
        );
        assert_eq!(facts, [("a b.html".into(), Plain), ("c".into(), Link), ("d".into(), Plain)]);
        let unix = lines(
            b"total 8\r\ndrwxr-xr-x   2 u  g   4096 Nov 30 06:20 .\r\n-rw-r--r-- 1 u g 3 Nov 30  2025 a b.html\r\n\
              lrwxrwxrwx 1 u g 1 Nov 30 06:20 c -> /x y\r\ndrwxr-xr-x 2 u g 4096 Nov 30 06:20 .fcsite-parts\r\n",
        );
        let expected = [("a b.html", Plain), ("c", Link), (".fcsite-parts", Plain)];
        assert_eq!(unix, expected.map(|(name, kind)| (name.to_string(), kind)));
        let windows = lines(b"11-30-26  06:20AM       <DIR>          a b\r\n11-30-26  06:20AM                   42 c.html\r\n");
        assert_eq!(windows, [("a b".into(), Plain), ("c.html".into(), Plain)]);
    }

    #[test]
    fn what_is_no_name_or_no_line_is_left_out() {
        let long = format!("type=file; {}\ntype=file; a/b\ntype=file; ..\ntype=file; \n", "n".repeat(300));
        assert!(facts(long.as_bytes()).is_empty());
        assert!(lines(b"\xff\xfe\n\n-rw 1\n1 2\nd\n").is_empty());
    }
}
