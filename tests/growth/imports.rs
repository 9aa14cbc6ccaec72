//! Series of files that are brought in, and of those that the program alone reads: `import` and `publish`.

use std::path::Path;

use fcsite::base::{Locale, SourcePath};
use fcsite::import::{CentreFile, PostSurroundings, TextPlace, plan_activities, plan_posts, sheets};

use crate::Series;
use crate::bodies::{each, fill};
use crate::counting::{self, Costs};
use crate::documents::zip;
use crate::project::{BOTKYRKA, BOTKYRKA_TEXT, FITTJA, FITTJA_TEXT, SITE, SITE_TEXT};

/// Brings a list of activities in, as far as it can be read.
fn list(bytes: &[u8]) {
    let path = SourcePath::new(FITTJA);
    let file = CentreFile { path: &path, owner: "botkyrka", text: FITTJA_TEXT };
    let Ok(sheets) = sheets(bytes) else { return };
    let today = "2026-08-20".parse().unwrap();
    std::hint::black_box(plan_activities(&sheets, &file, (Locale::Swedish, today)).is_ok());
}

/// A list as text.
fn csv(name: &'static str, rows: impl Fn(usize) -> String + 'static) -> Series {
    Series::of_work(name, move |bytes| {
        let text = format!("Aktivitet;Veckodag;Tid\n{}", rows(bytes));
        move || list(text.as_bytes())
    })
}

/// A list as a workbook: its rows, and the texts that cells share.
fn xlsx(name: &'static str, rows: impl Fn(usize) -> (String, String) + 'static) -> Series {
    Series::of_work(name, move |bytes| {
        let (rows, strings) = rows(bytes);
        let head = row(&["Aktivitet", "Veckodag", "Tid"]);
        let sheet = format!("<worksheet><sheetData>{head}{rows}</sheetData></worksheet>");
        let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"x\"/></sheets></workbook>";
        let ways = "<Relationships><Relationship Id=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        let parts = [
            ("xl/workbook.xml", book.to_string()),
            ("xl/_rels/workbook.xml.rels", ways.to_string()),
            ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>")),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        let file = zip(&parts.map(|(name, text)| (name.to_string(), text.into_bytes())));
        move || list(&file)
    })
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// An export of a blog with these posts.
fn posts(name: &'static str, items: impl Fn(usize) -> String + 'static) -> Series {
    Series::of_work(name, move |bytes| {
        let head = "<rss xmlns:excerpt=\"e\" xmlns:content=\"c\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\
                    <title>Fittja</title><link>https://www.fittja.example</link><wp:wxr_version>1.2</wp:wxr_version>";
        let text = format!("{head}{}</channel></rss>", items(bytes));
        move || {
            let around = PostSurroundings {
                is_there: &|_| false,
                is_published: &|_| false,
                is_reserved: &|_| false,
                beside: &["uploads/2021/01/huset.jpg".to_string()],
                bytes: &|_| None,
                categories: &[],
            };
            let place = TextPlace { owner: "botkyrka", is_page: false };
            let planned = plan_posts(text.as_bytes(), place, &around, Locale::Swedish);
            std::hint::black_box(planned.is_ok_and(|plan| plan.posts.len() > 10_000));
        }
    })
}

fn post(at: usize, title: &str, html: &str) -> String {
    format!(
        "<item><title>{title}</title><link>https://fittja.example/{at}/</link><content:encoded><![CDATA[{html}]]></content:encoded>\
         <wp:post_id>{at}</wp:post_id><wp:post_date>2021-01-{:02} 10:00:00</wp:post_date><wp:post_name>hus-{at}</wp:post_name>\
         <wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>",
        1 + at % 28
    )
}

/// A post of one long text in HTML.
fn html(name: &'static str, unit: &'static str) -> Series {
    posts(name, move |bytes| post(1, "Hej", &fill(unit, bytes)))
}

pub fn series() -> Vec<Series> {
    [lists(), workbooks(), blogs()].into_iter().flatten().collect()
}

fn lists() -> Vec<Series> {
    vec![
        csv("rows of a list", |bytes| each(bytes, |at| format!("Lek {at};måndag;10-11\n"))),
        csv("rows of a list that cannot be read", |bytes| each(bytes, |at| format!("Lek {at};mondag;10-\n"))),
        csv("three long cells of a list", |bytes| {
            format!(
                "{};{};{}\n",
                fill("Lek ", bytes / 3),
                fill("måndag ", bytes / 3),
                fill("10-11 ", bytes / 3)
            )
        }),
        csv("many cells of a row", |bytes| fill("a;", bytes)),
        csv("quotation marks in a list", |bytes| format!("\"{}\";måndag;10-11\n", fill("\"\"a", bytes))),
        csv("an open quotation mark in a list", |bytes| format!("\"{}", fill("Lek;måndag;10\n", bytes))),
        csv("empty rows of a list", |bytes| fill(";;\n", bytes)),
    ]
}

fn workbooks() -> Vec<Series> {
    vec![
        xlsx("rows of a workbook", |bytes| {
            (each(bytes, |at| row(&[&format!("Lek {at}"), "måndag", "10-11"])), String::new())
        }),
        xlsx("three long cells of a workbook", |bytes| {
            let cells = [fill("Lek ", bytes / 3), fill("måndag ", bytes / 3), fill("10-11 ", bytes / 3)];
            (row(&[&cells[0], &cells[1], &cells[2]]), String::new())
        }),
        xlsx("shared texts of a workbook", |bytes| {
            let strings = each(bytes, |at| format!("<si><t>Lek {at}</t></si>"));
            let cell = |at: usize| format!("<row><c t=\"s\"><v>{at}</v></c></row>");
            (each(bytes, cell), strings)
        }),
    ]
}

fn blogs() -> Vec<Series> {
    vec![
        posts("posts of a blog", |bytes| {
            each(bytes, |at| post(at, &format!("Hej {at}"), "<p>Kom och fika.</p>"))
        }),
        posts("posts of one title", |bytes| each(bytes, |at| post(at, "Hej", "<p>Kom.</p>"))),
        posts("a long title of a post", |bytes| post(1, &fill("Hej ", bytes), "<p>Kom.</p>")),
        html("paragraphs of a post", "<p>Kom och fika &amp; lek.</p>\n"),
        html("words of a post", "Kom och fika. "),
        html("lists in lists of a post", "<ul><li>Lek"),
        html("open tags of a post", "<a href='"),
        html("emphases of a post", "<b>a</b> <i>b</i> "),
        html("links of a post", "<a href=\"https://fittja.example/1/\">om oss</a> "),
        html("outside links of a post", "<a href=\"https://a.example/\">om oss</a> "),
        html(
            "pictures of a post",
            "<img src=\"https://fittja.example/wp-content/uploads/2021/01/huset.jpg\" alt=\"Hus\"/> ",
        ),
        html("pictures of a post that are not there", "<img src=\"https://fittja.example/x.jpg\"/> "),
        html("tables of a post", "<table><tr><td>a</td><td>b</td></tr></table>\n"),
        html("short codes of a post", "[gallery ids=\"1\"] "),
        html("comments of a post", "<!-- wp:paragraph -->"),
        html("entities of a post", "&amp;&#229;&aring;"),
        html("signs of Markdown in a post", "*a* _b_ [c](d) # "),
    ]
}

/// What the program does with a file, seen from outside.
pub struct CommandSeries {
    pub name: &'static str,
    arguments: &'static [&'static str],
    file: &'static str,
    bytes: Box<dyn Fn(usize) -> Vec<u8>>,
}

/// A text of Word with this in it.
fn word(name: &'static str, body: impl Fn(usize) -> String + 'static) -> CommandSeries {
    let bytes = move |bytes| {
        let body =
            format!("<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{}</w:body></w:document>", body(bytes));
        let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        let ways = "<Relationships><Relationship Id=\"a\" Target=\"https://a.example/\" TargetMode=\"External\"/></Relationships>";
        let parts = [
            ("[Content_Types].xml", types),
            ("word/document.xml", &body),
            ("word/_rels/document.xml.rels", ways),
        ];
        zip(&parts.map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())))
    };
    let arguments = &["import", "text.docx", "--to", "botkyrka/news", "--now", "2026-08-20"];
    CommandSeries { name, arguments, file: "text.docx", bytes: Box::new(bytes) }
}

const WORDS: &str = "<w:r><w:t>Vi leker. </w:t></w:r>";

pub fn commands() -> Vec<CommandSeries> {
    let publish = |name: &'static str, text: fn(usize) -> String| CommandSeries {
        name,
        arguments: &["publish", "nej"],
        file: "publish.yaml",
        bytes: Box::new(move |bytes| text(bytes).into_bytes()),
    };
    vec![
        word("paragraphs of Word", |bytes| fill(&format!("<w:p>{WORDS}</w:p>"), bytes)),
        word("runs of Word", |bytes| format!("<w:p>{}</w:p>", fill(WORDS, bytes))),
        word("links of Word", |bytes| {
            format!("<w:p>{}</w:p>", fill(&format!("<w:hyperlink r:id=\"a\">{WORDS}</w:hyperlink>"), bytes))
        }),
        word("a table of Word", |bytes| {
            let row = format!("<w:tr><w:tc><w:p>{WORDS}</w:p></w:tc><w:tc><w:p>{WORDS}</w:p></w:tc></w:tr>");
            format!("<w:tbl>{}</w:tbl>", fill(&row, bytes))
        }),
        publish("places to publish to", |bytes| {
            each(bytes, |at| format!("t{:05}:\n  folder: ut\n", 20_000 + at))
        }),
        publish("places that cannot be published to", |bytes| {
            each(bytes, |at| format!("t{:05}: {{sftp: x}}\n", 20_000 + at))
        }),
    ]
}

impl CommandSeries {
    /// What it takes at so many bytes.
    pub fn costs(&self, bytes: usize) -> Costs {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        let write = |path: &str, bytes: &[u8]| {
            let path = site.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        };
        for (path, text) in [(SITE, SITE_TEXT), (BOTKYRKA, BOTKYRKA_TEXT), (FITTJA, FITTJA_TEXT)] {
            write(path, text.as_bytes());
        }
        write(self.file, &(self.bytes)(bytes));
        self.run(folder.path(), &site)
    }

    fn run(&self, folder: &Path, site: &Path) -> Costs {
        let mut command = counting::callgrind(folder, None);
        command.arg(env!("CARGO_BIN_EXE_fcsite")).args(self.arguments).current_dir(site);
        command.stdin(std::process::Stdio::null()).env("RAYON_NUM_THREADS", "1").env("LC_ALL", "sv_SE.UTF-8");
        let home = folder.join("home");
        command.env("HOME", &home).env("XDG_STATE_HOME", &home).env("NO_COLOR", "1");
        // What is faulty is refused; it is read all the same.
        counting::run(&mut command, &[0, 1, 2, 4]);
        let costs = counting::costs(&std::fs::read_to_string(folder.join("counts")).unwrap());
        assert!(costs.values().sum::<u64>() > 1_000_000, "nothing was counted");
        costs
    }
}
