//! Documents in `files/`: which are taken, where they are published, what their links and `check` say of them.

use fcsite::base::Code;
use fcsite::cache::Memory;
use fcsite::parse::attachment::{AttachmentError, AttachmentKind, pdf, read};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat, dictionary};
use proptest::prelude::*;

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, told};

const FILE: &str = "content/botkyrka/files/broschyr.pdf";
const OUT: &str = "botkyrka/filer/broschyr.pdf";

/// What a PDF is to say of itself.
#[derive(Clone, Copy, Debug)]
struct Says {
    tagged: bool,
    language: bool,
    title: bool,
}

const ALL: Says = Says { tagged: true, language: true, title: true };

fn text(words: &str) -> Object {
    Object::String(words.as_bytes().to_vec(), StringFormat::Literal)
}

/// A PDF as a library makes it.
fn document(says: Says) -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => pages };
    if says.tagged {
        let root = document.add_object(dictionary! { "Type" => "StructTreeRoot" });
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", root);
    }
    if says.language {
        catalog.set("Lang", text("sv-SE"));
    }
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut info = Dictionary::new();
    if says.title {
        info.set("Title", text("Broschyr"));
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    document
}

/// Its bytes, with a table of places as text, or packed with its objects in groups.
fn bytes(mut document: Document, packed: bool) -> Vec<u8> {
    let mut out = Vec::new();
    if packed {
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        document.save_with_options(&mut out, options).unwrap();
    } else {
        document.save_to(&mut out).unwrap();
    }
    out
}

fn pdf_of(says: Says) -> Vec<u8> {
    bytes(document(says), false)
}

fn project() -> Project {
    Project::new().and(NEWS, "\nLäs [broschyren](../files/broschyr.pdf).\n").with(FILE, pdf_of(ALL))
}

/// A packed document with files of these names, none of them with anything in it but the first.
fn packed(first: &str, names: &[&str]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (index, name) in names.iter().enumerate() {
        let body = if index == 0 { first.as_bytes() } else { b"" };
        let at = u32::try_from(out.len()).unwrap().to_le_bytes();
        let sizes = [u32::try_from(body.len()).unwrap().to_le_bytes(); 2].concat();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes[..], &length, &[0, 0]].concat();
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), body].concat());
        list.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &at, name.as_bytes()].concat());
    }
    let count = u16::try_from(names.len()).unwrap().to_le_bytes();
    let end = [u32::try_from(list.len()).unwrap(), u32::try_from(out.len()).unwrap()].map(u32::to_le_bytes);
    out.extend(list);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &end.concat(), &[0, 0]].concat());
    out
}

fn docx(more: &[&str]) -> Vec<u8> {
    packed("", &[&["[Content_Types].xml", "word/document.xml"], more].concat())
}

#[test]
fn a_document_that_a_text_links_to_is_published_as_it_is_and_the_link_says_kind_and_size() {
    let built = project().pages();
    let file = built.files().find(|(path, _)| *path == OUT).unwrap();
    assert_eq!(file.1, pdf_of(ALL));
    let page = built.page("botkyrka/nyheter/2026-01-10-hej/index.html");
    let link = "<a href=\"../../filer/broschyr.pdf\">broschyren\u{a0}<span class=\"file-note\">(<bdi>pdf</bdi>, <bdi>1 kB</bdi>)</span></a>";
    assert!(page.contains(link), "{page}");
}

#[test]
fn sizes_are_said_as_each_language_writes_them() {
    let mut large = pdf_of(ALL);
    large.resize(1_150_001, b' ');
    let project = project()
        .with(FILE, large)
        .but("content/site.yaml", "organisation", "languages: [sv, en, ar]\norganisation")
        .with("content/botkyrka/pages/om.en.md", "---\ntitle: About\n---\n\n[It](../files/broschyr.pdf)\n")
        .with("content/botkyrka/pages/om.ar.md", "---\ntitle: عنا\n---\n\n[هنا](../files/broschyr.pdf)\n");
    let built = project.pages();
    for (page, note) in [
        ("botkyrka/nyheter/2026-01-10-hej/index.html", "(<bdi>pdf</bdi>, <bdi>1,2 MB</bdi>)"),
        ("botkyrka/en/om/index.html", "(<bdi>pdf</bdi>, <bdi>1.2 MB</bdi>)"),
        ("botkyrka/ar/om/index.html", "(<bdi>pdf</bdi>، <bdi>1.2 ميغابايت</bdi>)"),
    ] {
        assert!(built.page(page).contains(note), "{page} {note}");
    }
}

#[test]
fn what_the_text_of_a_link_says_of_its_kind_is_not_said_twice() {
    let built = project().and(PAGE, "\n[Broschyr (PDF)](../files/broschyr.pdf)\n").pages();
    assert!(
        built
            .page("botkyrka/om/index.html")
            .contains(">Broschyr\u{a0}<span class=\"file-note\">(<bdi>pdf</bdi>, ")
    );
}

#[test]
fn a_document_that_nobody_links_to_any_more_is_gone_and_told_by_check() {
    let mut memory = Memory::default();
    let before = project();
    assert!(before.build_with(Some(&mut memory)).has(OUT));
    let after = before.but(NEWS, "(../files/broschyr.pdf)", "(om.md)").but(NEWS, "om.md", "../pages/om.md");
    assert!(!after.build_with(Some(&mut memory)).has(OUT));
    let found = after.check().diagnostics;
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::DocumentUnlinked], "{:?}", found.iter().map(told).collect::<Vec<_>>());
    // In a draft alone it waits.
    let draft = project().but(NEWS, "title:", "draft: true\ntitle:");
    assert!(!draft.build().has(OUT));
    assert!(draft.check().diagnostics.is_empty());
}

#[test]
fn a_document_is_found_from_a_notice_and_from_a_shared_text() {
    let shared = "content/_shared/pages/vi.md";
    let notice = "notices:\n  - title: Nytt\n    body: Se [schemat](files/schema.ics).\n";
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    let built = Project::new()
        .and(FITTJA, notice)
        .with("content/botkyrka/files/schema.ics", calendar)
        .with(shared, "---\ntitle: Vi\n---\n\n[Rapport](<../files/Årets rapport.pdf>)\n")
        .with("content/_shared/files/Årets rapport.pdf", pdf_of(ALL))
        .region()
        .pages();
    assert!(built.has("botkyrka/filer/schema.ics"), "{:?}", built.told());
    assert!(
        built
            .page("botkyrka/familjecentraler/fittja/index.html")
            .contains("(<bdi>ics</bdi>, <bdi>1 kB</bdi>)")
    );
    for folder in ["", "botkyrka/", "nacka/"] {
        assert!(built.has(&format!("{folder}filer/arets-rapport.pdf")), "{folder}");
    }
}

#[test]
fn a_notice_that_has_ended_publishes_nothing() {
    let notice =
        "notices:\n  - title: Nytt\n    until: 2026-11-20\n    body: Se [den](files/broschyr.pdf).\n";
    let project = Project::new().and(BOTKYRKA, notice).with(FILE, pdf_of(ALL));
    assert!(project.build().has(OUT));
    assert!(!project.on("2026-11-21").build().has(OUT));
}

#[test]
fn two_documents_for_one_address_are_told_with_both_names() {
    let built = project()
        .with("content/_shared/files/broschyr.pdf", pdf_of(ALL))
        .with("content/_shared/pages/vi.md", "---\ntitle: Vi\n---\n\n[Den](../files/broschyr.pdf)\n")
        .build();
    assert_eq!(built.codes(), [Code::Clash]);
    assert!(built.told()[0].contains("content/_shared/files/broschyr.pdf"), "{:?}", built.told());
}

#[test]
fn an_old_address_does_not_lie_within_a_document() {
    let built = project().but(NEWS, "title:", "aliases: [/filer/broschyr.pdf/]\ntitle:").build();
    assert!(
        built.codes().iter().any(|code| matches!(code, Code::Clash | Code::BadAlias)),
        "{:?}",
        built.told()
    );
}

#[test]
fn what_is_not_taken_is_an_error_that_says_what_is() {
    for (name, bytes, words) in [
        ("a.doc", b"x".to_vec(), "PDF, ODT, DOCX, XLSX and ICS"),
        ("a.zip", b"PK\x03\x04".to_vec(), "PDF, ODT, DOCX, XLSX and ICS"),
        ("a.docm", docx(&[]), "PDF, ODT, DOCX, XLSX and ICS"),
        ("a.html", b"<script>alert(1)</script>".to_vec(), "PDF, ODT, DOCX, XLSX and ICS"),
        ("a.pdf", b"<script>alert(1)</script>".to_vec(), "no pdf file"),
        ("a.pdf", docx(&[]), "no pdf file"),
        ("a.docx", pdf_of(ALL), "no docx file"),
        ("a.docx", docx(&["word/vbaProject.bin"]), "carries a program"),
        ("a.pdf", vec![b' '; 26 << 20], "26 MB"),
    ] {
        let file = format!("content/botkyrka/files/{name}");
        let text = format!("\nSe [den](../files/{name}).\n");
        let built = Project::new().and(NEWS, &text).with(&file, bytes).build();
        assert_eq!(built.codes(), [Code::BadDocument], "{name} {:?}", built.told());
        assert!(built.told()[0].contains(words), "{name} {words} {:?}", built.told());
    }
}

#[test]
fn a_document_that_is_not_there_is_told_with_the_one_that_was_meant() {
    let built = project().but(NEWS, "broschyr.pdf", "brochyr.pdf").build();
    assert_eq!(built.codes(), [Code::BrokenLink]);
    assert!(built.told()[0].contains("../files/broschyr.pdf"), "{:?}", built.told());
}

#[test]
fn kinds_are_known_by_their_bytes() {
    let odt = packed("application/vnd.oasis.opendocument.text", &["mimetype", "content.xml"]);
    let template = packed("application/vnd.oasis.opendocument.text-template", &["mimetype", "content.xml"]);
    let basic = packed(
        "application/vnd.oasis.opendocument.text",
        &["mimetype", "content.xml", "Basic/Standard/Module1.xml"],
    );
    let sheet = packed("", &["[Content_Types].xml", "xl/workbook.xml"]);
    assert_eq!(read(&docx(&[]), "docx"), Ok(AttachmentKind::Docx));
    assert_eq!(read(&odt, "odt"), Ok(AttachmentKind::Odt));
    assert_eq!(read(&sheet, "XLSX"), Ok(AttachmentKind::Xlsx));
    assert_eq!(read(&sheet, "docx"), Err(AttachmentError::Content(AttachmentKind::Docx)));
    assert_eq!(read(&template, "odt"), Err(AttachmentError::Content(AttachmentKind::Odt)));
    assert_eq!(read(&basic, "odt"), Err(AttachmentError::Macros));
    assert_eq!(read(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "ics"), Ok(AttachmentKind::Ics));
    assert_eq!(read(b"BEGIN:VCALENDAR\0", "ics"), Err(AttachmentError::Content(AttachmentKind::Ics)));
}

#[test]
fn a_pdf_without_tags_language_or_title_is_told_by_check_and_by_no_build() {
    for (says, words) in [
        (Says { tagged: false, ..ALL }, "is not tagged."),
        (Says { language: false, ..ALL }, "which language it is in"),
        (Says { title: false, ..ALL }, "what it is called"),
        (Says { tagged: false, language: false, title: false }, "neither which language it is in nor"),
    ] {
        let project = project().with(FILE, pdf_of(says));
        assert!(project.build().codes().is_empty());
        let found = project.check().diagnostics;
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::PdfUnclear], "{says:?}");
        assert!(told(&found[0]).contains(words), "{says:?} {}", told(&found[0]));
    }
    let broken = project().with(FILE, b"%PDF-1.7\nhello".to_vec()).check().diagnostics;
    assert!(told(&broken[0]).contains("cannot be read"), "{}", told(&broken[0]));
}

/// What a PDF says by another reader's word.
fn by_library(bytes: &[u8]) -> Option<Says> {
    let document = Document::load_mem(bytes).ok()?;
    let catalog = document.catalog().ok()?;
    let has = |dict: &Dictionary, key: &[u8]| {
        dict.get(key).and_then(Object::as_str).is_ok_and(|text| text.iter().any(u8::is_ascii_alphanumeric))
    };
    let marks = catalog.get(b"MarkInfo").and_then(Object::as_dict);
    let marked = marks.and_then(|marks| marks.get(b"Marked")).and_then(Object::as_bool).unwrap_or(false);
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).ok();
    let info = info.and_then(|id| document.get_dictionary(id).ok());
    Some(Says {
        tagged: marked && catalog.has(b"StructTreeRoot"),
        language: has(catalog, b"Lang"),
        title: info.is_some_and(|info| has(info, b"Title")),
    })
}

#[test]
fn what_is_read_of_a_pdf_is_what_a_library_reads_in_both_forms() {
    for packed in [false, true] {
        for bits in 0..8 {
            let says = Says { tagged: bits & 1 > 0, language: bits & 2 > 0, title: bits & 4 > 0 };
            let bytes = bytes(document(says), packed);
            let library = by_library(&bytes).unwrap();
            let own = pdf::read(&bytes).unwrap_or_else(|| panic!("{says:?} {packed}"));
            let seen = (own.tagged, own.language, own.title);
            assert_eq!(seen, (says.tagged, says.language, says.title), "{packed}");
            assert_eq!(seen, (library.tagged, library.language, library.title), "{packed}");
        }
    }
}

#[test]
fn a_title_in_the_description_counts() {
    let mut document = document(Says { title: false, ..ALL });
    let xmp = b"<x><dc:title><rdf:Alt><rdf:li>Broschyr</rdf:li></rdf:Alt></dc:title></x>".to_vec();
    let id = document.add_object(Stream::new(dictionary! { "Type" => "Metadata" }, xmp));
    document.catalog_mut().unwrap().set("Metadata", id);
    for packed in [false, true] {
        assert!(pdf::read(&bytes(document.clone(), packed)).unwrap().title, "{packed}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "what a bound is worth is seen on a clock")]
fn a_table_that_is_packed_to_become_huge_costs_no_more_than_its_bound() {
    // A thousand times its size, as zlib packs noughts.
    let table = miniz(&vec![0; 80 << 20]);
    let mut file = b"%PDF-1.5\n".to_vec();
    let at = file.len();
    let head = format!(
        "1 0 obj\n<</Type/XRef/W[1 4 2]/Size 90000000/Root 2 0 R/Filter/FlateDecode/Length {}>>\nstream\n",
        table.len()
    );
    file.extend(head.as_bytes());
    file.extend(&table);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF").as_bytes());
    let start = std::time::Instant::now();
    assert_eq!(pdf::read(&file), None);
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
}

fn miniz(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), bytes.to_vec());
    stream.compress().unwrap();
    stream.content
}

#[test]
fn references_in_a_ring_and_lists_without_an_end_are_given_up() {
    let ring = b"%PDF-1.4\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000030 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n51\n%%EOF";
    assert_eq!(pdf::read(ring), None);
    let deep = format!("%PDF-1.4\nxref\n0 0\ntrailer\n<</Root {}", "[".repeat(1 << 20));
    assert_eq!(pdf::read(format!("{deep}\nstartxref\n9\n%%EOF").as_bytes()), None);
    let same = b"%PDF-1.4\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF";
    assert_eq!(pdf::read(same), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_pdf_is_read_or_given_up(
        packed: bool,
        changes in prop::collection::vec((0_usize..4000, any::<u8>()), 0..30),
        cut in 0_usize..4000,
        cuts: bool,
    ) {
        let mut bytes = bytes(document(ALL), packed);
        for (at, byte) in changes {
            let length = bytes.len();
            bytes[at % length] = byte;
        }
        if cuts {
            bytes.truncate(cut);
        }
        let _ = pdf::read(&bytes);
        for kind in AttachmentKind::ALL {
            let _ = read(&bytes, kind.extension());
        }
    }

    #[test]
    fn bytes_by_chance_are_read_or_given_up(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        words in prop::collection::vec(prop::sample::select(vec![
            "<<", ">>", "[", "]", "(", ")", "/Root", "/Length 9", "1 0 R", "1 0 obj", "stream\n", "endstream",
            "xref\n0 2\n", "trailer", "startxref\n9\n", "/W[8 8 8]", "/Index[0 99999999999]", "/Prev 9", "#", "\\7",
        ]), 0..60),
    ) {
        let text = [b"%PDF-1.7\n", words.join(" ").as_bytes(), &bytes].concat();
        let _ = pdf::read(&text);
        let zip = [b"PK\x03\x04", &bytes[..], b"PK\x05\x06", &bytes].concat();
        let _ = read(&zip, "docx");
    }
}
