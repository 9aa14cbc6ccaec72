//! Pictures and documents that are brought to the editor: those that are meant, and those that are sent to break something.

use std::fs;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::server::{Got, NEWS, Trial};

/// Of one form: its fields, and the file with the name that is sent.
fn send(trial: &Trial, form: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Got {
    send_to(trial, &format!("{form}/fil"), fields, &[("fil", file.0, file.1)])
}

/// The same to any address, with files under the names of their fields.
pub fn send_to(trial: &Trial, to: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Got {
    let boundary = "----fcsite-prov";
    let mut body = Vec::new();
    let mut part = |head: &str, bytes: &[u8]| {
        body.extend(format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    };
    part("name=\"_form\"", trial.word.as_bytes());
    for (name, value) in fields {
        part(&format!("name=\"{name}\""), value.as_bytes());
    }
    for (field, name, bytes) in files {
        part(&format!("name=\"{field}\"; filename=\"{name}\""), bytes);
    }
    body.extend(format!("--{boundary}--\r\n").bytes());
    let origin = format!("http://{}", trial.host());
    let kind = format!("multipart/form-data; boundary={boundary}");
    let headers = [("Cookie", trial.cookie.as_str()), ("Origin", &*origin), ("Content-Type", &*kind)];
    trial.ask_with("POST", to, &headers, &body)
}

/// A photograph that was held on its side and says where it was taken.
pub fn photograph() -> Vec<u8> {
    let pixels = RgbImage::from_fn(60, 40, |x, y| image::Rgb([x as u8 * 4, y as u8 * 6, 90]));
    let mut jpeg = Vec::new();
    DynamicImage::ImageRgb8(pixels).write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
    let tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0STORGATAN 1";
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    let exif = [b"\xff\xe1".as_slice(), &length, b"Exif\0\0", tiff].concat();
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

const PICTURE: [(&str, &str); 2] = [("slag", "bild"), ("plats", "text")];

#[test]
fn a_photograph_is_turned_and_freed_of_what_it_tells_and_shown_by_the_text_in_one_saving() {
    let trial = Trial::new();
    let before = trial.read(NEWS);
    let form = trial.form_of("Hej");
    let fields = [&PICTURE[..], &[("alt", "Ett torn [av] klossar")]].concat();
    let sent = photograph();
    let done = send(&trial, &form, &fields, ("C:\\bilder\\Mitt Foto (1).JPG", &sent));
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(
        trial.read(NEWS),
        format!("{before}\n![Ett torn \\[av\\] klossar](../images/mitt-foto-1.jpg)\n")
    );
    let path = trial.root.path().join("content/alfa/images/mitt-foto-1.jpg");
    let written = fs::read(&path).unwrap();
    assert!(!written.windows(4).any(|part| part == b"Exif" || part == b"STOR"));
    let turned = image::load_from_memory(&written).unwrap();
    assert_eq!((turned.width(), turned.height()), (40, 60));
    // A second of the name takes no file's place, and the same once more is not kept twice.
    let other = [&sent[..], b""].concat();
    let mut other_pixels = Vec::new();
    DynamicImage::ImageRgb8(RgbImage::new(9, 9))
        .write_to(&mut Cursor::new(&mut other_pixels), ImageFormat::Jpeg)
        .unwrap();
    assert_eq!(send(&trial, &form, &fields, ("mitt-foto-1.jpg", &other_pixels)).status, 303);
    assert_eq!(send(&trial, &form, &fields, ("mitt-foto-1.jpg", &other)).status, 303);
    assert_eq!(fs::read(&path).unwrap(), written);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 2);
    // All three are taken back, one after the other, and the files with them.
    for _ in 0..3 {
        assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    }
    assert_eq!(trial.read(NEWS), before);
    assert!(!path.exists());
}

#[test]
fn a_picture_is_shown_at_the_top_of_a_news_item_or_in_the_list_of_a_centre() {
    let trial = Trial::new();
    let (news, centre) = (trial.form_of("Hej"), trial.form_of("Familjecentralen Ett"));
    let top = [("slag", "bild"), ("plats", "overst"), ("dekorativ", "ja")];
    assert_eq!(send(&trial, &news, &top, ("a.jpg", &photograph())).status, 303);
    assert!(trial.read(NEWS).contains("bild:\n  "), "{}", trial.read(NEWS));
    assert!(trial.read(NEWS).contains("images/a.jpg") && trial.read(NEWS).contains("dekorativ: ja"));
    // There is room for one.
    assert_eq!(send(&trial, &news, &top, ("b.jpg", &photograph())).status, 422);
    let own = [("slag", "bild"), ("alt", "Huset från gatan")];
    let done = send(&trial, &centre, &own, ("hus.jpg", &photograph()));
    assert_eq!(done.status, 303, "{}", done.text);
    let text = trial.read(crate::server::CENTRE);
    assert!(
        text.contains("bilder:") && text.contains("images/hus.jpg") && text.contains("Huset från gatan"),
        "{text}"
    );
}

#[test]
fn a_picture_has_an_alt_text_or_only_decorates_and_never_both() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let before = trial.all();
    for fields in [vec![("alt", " ")], vec![], vec![("alt", "Ett träd"), ("dekorativ", "ja")]] {
        let refused = send(&trial, &form, &[&PICTURE[..], &fields].concat(), ("a.jpg", &photograph()));
        assert_eq!(refused.status, 422);
        assert!(
            refused.text.contains("id=\"fel-alt\"") && refused.text.contains("href=\"#alt\""),
            "{}",
            refused.text
        );
    }
    assert_eq!(trial.all(), before);
}

#[test]
fn what_is_no_picture_or_no_document_is_refused_and_nothing_is_written() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let before = trial.all();
    let mut huge = photograph();
    // A picture that says that it is 60,000 pixels wide.
    let at = huge.windows(2).position(|part| part == b"\xff\xc0").unwrap();
    huge[at + 7..at + 9].copy_from_slice(&60_000_u16.to_be_bytes());
    let cut = &photograph()[..700];
    let pictures: [(&str, &[u8]); 9] = [
        ("a.jpg", b""),
        ("a.jpg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"),
        ("a.svg", b"<svg/>"),
        ("a.jpg", b"<html><script>alert(1)</script>"),
        ("a.jpg", b"MZ\x90\0 a program"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("a.jpg", &huge),
        ("a.jpg", cut),
    ];
    let fields = [&PICTURE[..], &[("alt", "Ett träd")]].concat();
    for (name, bytes) in pictures {
        let refused = send(&trial, &form, &fields, (name, bytes));
        assert_eq!(
            refused.status,
            422,
            "{name}: {:?}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(30)])
        );
        assert!(refused.text.contains("id=\"fel-bild\""), "{}", refused.text);
    }
    let documents: [(&str, &[u8]); 6] = [
        ("a.exe", b"MZ"),
        ("a.pdf", b"<html>"),
        ("a.docx", b"PK\x03\x04"),
        ("a.html", b"<p>"),
        ("pdf", b"%PDF-1.7"),
        ("a.pdf.js", b"%PDF-1.7"),
    ];
    for (name, bytes) in documents {
        let refused = send(&trial, &form, &[("slag", "dokument"), ("text", "Program")], (name, bytes));
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.text.contains("id=\"fel-dokument\""), "{}", refused.text);
    }
    assert_eq!(trial.all(), before);
}

#[test]
fn a_name_leads_nowhere_and_is_one_that_every_system_can_have() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let names = [
        "../../../../etc/passwd.jpg",
        "..\\..\\site.yaml",
        "/absolut/väg.jpg",
        ".htaccess",
        "CON.jpg",
        "a\u{202e}gpj.exe",
        "%2e%2e%2fx.jpg",
        "....",
        &"x".repeat(400),
    ];
    let fields = [&PICTURE[..], &[("dekorativ", "ja")]].concat();
    let before: Vec<_> = trial.all();
    for name in names {
        let done = send(&trial, &form, &fields, (name, &photograph()));
        assert_eq!(done.status, 303, "{name}: {}", done.text);
    }
    let new = trial.all().into_iter().filter(|(path, _)| !before.iter().any(|(old, _)| old == path));
    for (path, _) in new {
        let inner =
            path.strip_prefix(trial.root.path().join("content/alfa/images")).unwrap().to_str().unwrap();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        assert!(inner.ends_with(".jpg") && inner.chars().all(is_plain) && !inner.starts_with('.'), "{inner}");
        assert!(inner.len() <= 120 && inner != "con.jpg", "{inner}");
    }
}

#[test]
fn a_file_without_the_word_of_the_form_or_larger_than_any_is_not_taken() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let before = trial.all();
    let origin = format!("http://{}", trial.host());
    let kind = "multipart/form-data; boundary=x";
    let body = b"--x\r\nContent-Disposition: form-data; name=\"slag\"\r\n\r\nbild\r\n--x--";
    let cookie = ("Cookie", trial.cookie.as_str());
    let ask = |headers: &[(&str, &str)], path: &str, body: &[u8]| {
        trial.ask_with("POST", path, headers, body).status
    };
    let there = format!("{form}/fil");
    assert_eq!(ask(&[cookie, ("Origin", &origin), ("Content-Type", kind)], &there, body), 403);
    assert_eq!(ask(&[("Origin", &origin), ("Content-Type", kind)], &there, body), 403);
    assert_eq!(ask(&[cookie, ("Origin", "http://evil.example"), ("Content-Type", kind)], &there, body), 403);
    // Elsewhere no more is read than a form is long, and here no more than a picture may be.
    let headers = [cookie, ("Origin", origin.as_str()), ("Content-Type", kind)];
    assert!(matches!(ask(&headers, &form, &vec![b'x'; 5 << 20]), 400 | 0));
    assert!(matches!(ask(&headers, &there, &vec![b'x'; 51 << 20]), 400 | 0));
    assert_eq!(trial.all(), before);
}

#[test]
fn a_document_is_linked_to_by_what_it_is() {
    let trial = Trial::new();
    let before = trial.read(NEWS);
    let form = trial.form_of("Hej");
    let calendar = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    assert_eq!(send(&trial, &form, &[("slag", "dokument"), ("text", "")], ("vår.ics", calendar)).status, 422);
    let done =
        send(&trial, &form, &[("slag", "dokument"), ("text", "Vårens dagar")], ("Vår 2026.ICS", calendar));
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(trial.read(NEWS), format!("{before}\n[Vårens dagar](../files/var-2026.ics)\n"));
    assert_eq!(fs::read(trial.root.path().join("content/alfa/files/var-2026.ics")).unwrap(), calendar);
}
