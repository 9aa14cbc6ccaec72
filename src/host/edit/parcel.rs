//! A form that brings files (`multipart/form-data`), taken apart. What is not well formed is none.

/// The most parts that a form has.
const MOST: usize = 200;

/// The longest boundary that the standard knows.
const LONGEST_BOUNDARY: usize = 70;

/// A field of such a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParcelPart<'a> {
    /// Its name.
    pub name: String,
    /// The name of the file, as whoever sent it says; none where it is no file.
    pub file: Option<String>,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// Is it such a form?
pub fn is_parcel(content_type: &str) -> bool {
    content_type.get(..19).is_some_and(|kind| kind.eq_ignore_ascii_case("multipart/form-data"))
}

/// The fields of a form that was sent.
pub fn parts<'a>(content_type: &str, body: &'a [u8]) -> Option<Vec<ParcelPart<'a>>> {
    let boundary = content_type.split_once("boundary=")?.1.split(';').next()?.trim().trim_matches('"');
    if boundary.is_empty() || boundary.len() > LONGEST_BOUNDARY {
        return None;
    }
    let line = format!("--{boundary}");
    let mut rest = body.strip_prefix(line.as_bytes())?;
    let between = format!("\r\n{line}");
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        rest = rest.strip_prefix(b"\r\n")?;
        let end = find(rest, between.as_bytes())?;
        let (part, after) = rest.split_at_checked(end)?;
        if parts.len() == MOST {
            return None;
        }
        parts.push(one(part)?);
        rest = after.get(between.len()..)?;
    }
}

fn one(part: &[u8]) -> Option<ParcelPart<'_>> {
    let end = find(part, b"\r\n\r\n")?;
    let head = std::str::from_utf8(part.get(..end)?).ok()?;
    let mut lines = head.split("\r\n");
    let disposition = lines.find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let file = value(disposition, "filename");
    Some(ParcelPart { name: value(disposition, "name")?, file, bytes: part.get(end + 4..)? })
}

/// `name="…"` in a line, with what browsers write for a quote within.
fn value(line: &str, name: &str) -> Option<String> {
    let start = line.find(&format!("; {name}=\""))? + name.len() + 4;
    let value = line.get(start..)?.split('"').next()?;
    Some(value.replace("%22", "\"").replace("%0D", "").replace("%0A", ""))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    // The first byte of what is wanted is rare in no file, so its second is looked at at once.
    let first = *wanted.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "multipart/form-data; boundary=----x";

    #[test]
    fn fields_and_files_are_taken_apart_with_their_bytes() {
        let body = b"------x\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\nEtt tr\xc3\xa4d\r\n------x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"C:\\a%22.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\r\n--\r\n\r\n------x--\r\n";
        let parts = parts(KIND, body).unwrap();
        assert_eq!(parts.len(), 2);
        assert_eq!((&*parts[0].name, &parts[0].file, parts[0].bytes), ("alt", &None, "Ett träd".as_bytes()));
        assert_eq!(parts[1].file.as_deref(), Some("C:\\a\".jpg"));
        assert_eq!(parts[1].bytes, b"\xff\xd8\r\n--\r\n");
    }

    #[test]
    fn what_is_cut_off_or_says_no_boundary_is_none() {
        let whole = b"------x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------x--";
        assert!(parts(KIND, whole).is_some());
        for cut in 0..whole.len() - 2 {
            assert_eq!(parts(KIND, &whole[..cut]), None, "{cut}");
        }
        for kind in
            ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=y"]
        {
            assert_eq!(parts(kind, whole), None, "{kind}");
        }
        let many = b"\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------x".repeat(240);
        assert_eq!(parts(KIND, &[b"------x".as_slice(), &many, b"--"].concat()), None);
    }
}
