//! Exports of WordPress: what the site becomes of one, and those that mean harm.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fcsite::base::Locale;
use fcsite::import::{PostSurroundings, TextPlace, plan_posts};
use proptest::prelude::*;

use crate::site::{CENTRE, Site};

const EXPORT: &[u8] = include_bytes!("wordpress.xml");
const FIRST: &str = "content/botkyrka/news/2021-01-27-oppet-hus.md";
const SECOND: &str = "content/botkyrka/news/2021-02-01-flytt.md";
const THIRD: &str = "content/botkyrka/news/2021-03-01-halvfardig.md";

fn picture(colour: u8) -> Vec<u8> {
    let pixels = image::RgbImage::from_pixel(8, 8, image::Rgb([colour, 90, 120]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A site with a category, and an export with its pictures beside it.
fn site() -> Site {
    let site = Site::of(CENTRE);
    site.write(
        "content/botkyrka/news/2020-01-01-x.md",
        "---\nrubrik: X\ningress: Y.\nkategori: Öppettider\n---\n\nZ.\n",
    );
    site.write("gammalt/export.xml", EXPORT);
    site.write("gammalt/uploads/2021/01/huset.jpg", picture(10));
    site.write("gammalt/uploads/2021/02/torget.jpg", picture(20));
    site.write("gammalt/uploads/2021/02/annat.jpg", picture(30));
    site
}

#[test]
fn posts_become_news_with_their_pictures_and_old_addresses_and_the_site_can_be_built() {
    let site = site();
    let done = site.import("gammalt/export.xml", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 4, "{}{}", done.out, done.told);
    assert_eq!(
        site.read(FIRST),
        "---\nrubrik: Öppet hus – välkommen\ningress: Kom och fika med oss på lördag.\nkategori: Öppettider\nbild:\n  fil: images/torget.jpg\n  alt: Torget i Fittja\n\
         gamla adresser:\n  - /2021/01/27/oppet-hus/\n---\n\n## Det här gör vi\n\n- sång \\& lek\n- **fika**\n\n![Huset från gatan](../images/huset.jpg)\n\nFoto: Anna\n\n\
         Läs om flytten och [mer hos 1177](https://www.1177.se/).\n"
    );
    let second = site.read(SECOND);
    assert!(
        second.contains("ingress: Vi har flyttat till torget, och nu är det lättare att hitta hit.\n")
            && second.contains("\nutkast: ja\n"),
        "{second}"
    );
    assert!(
        second.ends_with(
            "Mer [här](https://a.example/).\\\nVälkommen!\n\n![Skriv här vad bilden visar](../images/torget.jpg)\n"
        ),
        "{second}"
    );
    let third = site.read(THIRD);
    assert!(third.contains("utkast: ja") && !third.contains("adresser"), "{third}");
    // Only the pictures that are shown.
    let mut images: Vec<_> = std::fs::read_dir(site.root().join("content/botkyrka/images"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    images.sort();
    assert_eq!(images, ["huset.jpg", "torget.jpg"]);
    for told in [
        "Rad 28, ”Öppet hus – välkommen”: en ram från en annan webbplats (https://film.example/1)",
        "Rad 14, ”Öppet hus – välkommen”: ingen nyhet på webbplatsen har kategorin ”Allt annat i världen”",
        "Rad 48, ”Flytt”: bilden https://fittja.example/wp-content/uploads/2021/02/saknas.jpg är inte med",
        "Rad 49, ”Flytt”: kortkoden [gallery]",
        "Rad 47, ”Flytt”: en bild har ingen beskrivning",
        "länken leder till den gamla webbplatsen (https://fittja.example/2021/02/01/flytt/), och här finns ingen publicerad text",
        "”Slängd”: den låg i papperskorgen",
    ] {
        assert!(done.told.contains(told), "{told} in {}", done.told);
    }
    let built = site.run(&["build", "--now", "2026-08-21"]);
    assert_eq!(built.code, 0, "{}", built.told);
    assert!(site.root().join("public/botkyrka/2021/01/27/oppet-hus/index.html").is_file());
    // Once more nothing is new, and nothing is written over.
    let again = site.import("gammalt/export.xml", &["--to", "botkyrka/news", "--write"]);
    assert!(again.told.contains("3 som redan finns"), "{}", again.told);
    assert_eq!(site.read(SECOND), second);
}

#[test]
fn nothing_is_written_before_it_is_asked_for_and_pages_become_pages() {
    let site = site();
    let done = site.import("gammalt/export.xml", &["--to", "botkyrka/news"]);
    assert!(
        done.told.contains("--write") && done.out.contains("2021-01-27-oppet-hus.md"),
        "{}{}",
        done.out,
        done.told
    );
    assert!(!site.root().join(FIRST).exists() && !site.root().join("content/botkyrka/images").exists());
    let done = site.import("gammalt/export.xml", &["--to", "botkyrka/pages", "--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    assert_eq!(
        site.read("content/botkyrka/pages/om-oss.md"),
        "---\nrubrik: Om oss\ningress: Vi är en familjecentral.\ngamla adresser:\n  - /om-oss/\n---\n\nHitta hit.\n"
    );
}

#[cfg(unix)]
#[test]
fn a_picture_of_the_persons_own_is_never_taken_and_what_is_taken_is_listed_before_it_is_written() {
    let site = Site::of(CENTRE);
    let home = tempfile::TempDir::new().unwrap();
    std::fs::write(home.path().join("hus.jpg"), picture(9)).unwrap();
    // What a person keeps beside a file that came by mail.
    for own in [
        "Hämtat/familjen.jpg",
        "Hämtat/2021/01/semester.jpg",
        "Hämtat/album/2021/01/hus.jpg",
        "Hämtat/hus.jpg",
    ] {
        site.write(own, picture(1));
    }
    site.write("Hämtat/uploads/2021/01/torget.jpg", picture(2));
    site.write("Hämtat/wp-content/uploads/2022/02/parken.jpg", picture(3));
    // A link out of it is not followed, whether it is a file or a folder.
    std::os::unix::fs::symlink(
        home.path().join("hus.jpg"),
        site.root().join("Hämtat/uploads/2021/01/hus.jpg"),
    )
    .unwrap();
    std::os::unix::fs::symlink(home.path(), site.root().join("Hämtat/uploads/2023")).unwrap();
    let addresses = [
        "https://a.example/familjen.jpg",
        "https://a.example/2021/01/semester.jpg",
        "https://a.example/wp-content/uploads/familjen.jpg",
        "https://a.example/album/2021/01/hus.jpg",
        "https://a.example/wp-content/uploads/2021/01/hus.jpg",
        "https://a.example/wp-content/uploads/2023/hus.jpg",
        "https://a.example/wp-content/uploads/2020/09/torget.jpg",
        "https://a.example/wp-content/uploads/../familjen.jpg",
        "https://a.example/wp-content/uploads/2021/01/torget-300x200.jpg",
        "https://a.example/wp-content/uploads/2022/02/parken.jpg",
    ];
    let pictures: String =
        addresses.iter().map(|at| format!("<p><img src=\"{at}\" alt=\"x\"></p>")).collect();
    site.write("Hämtat/export.xml", export(&format!("<p>En inledning.</p>{pictures}"), ""));
    let first = site.import("Hämtat/export.xml", &["--to", "botkyrka/news"]);
    for line in [
        "– uploads/2021/01/torget.jpg → content/botkyrka/images/torget.jpg",
        "– wp-content/uploads/2022/02/parken.jpg → content/botkyrka/images/parken.jpg",
    ] {
        assert!(first.told.contains(line), "{line} in {}", first.told);
    }
    assert!(!site.root().join("content/botkyrka/images").exists(), "it is listed before anything is written");
    for left in &addresses[..8] {
        assert!(first.told.contains(&format!("bilden {left} är inte med")), "{left} in {}", first.told);
    }
    let done = site.import("Hämtat/export.xml", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 4, "{}", done.told);
    let mut images: Vec<_> = std::fs::read_dir(site.root().join("content/botkyrka/images"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    images.sort();
    assert_eq!(images, ["parken.jpg", "torget.jpg"]);
    assert_eq!(site.read(MADE).matches("![x]").count(), 2, "{}", site.read(MADE));
}

/// An export whose only post has this text, and these fields more.
fn export(html: &str, more: &str) -> String {
    format!(
        "<rss xmlns:content=\"c\" xmlns:wp=\"w\" xmlns:excerpt=\"e\"><channel><link>https://a.example</link><wp:wxr_version>1.2</wp:wxr_version><item><title>T</title>\
         <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2021-01-01 01:01:01</wp:post_date><content:encoded><![CDATA[{html}]]></content:encoded>{more}</item></channel></rss>"
    )
}

const MADE: &str = "content/botkyrka/news/2021-01-01-t.md";

#[test]
fn names_and_addresses_of_an_export_lead_nowhere() {
    let site = Site::of(CENTRE);
    site.write("hemligt.jpg", picture(1));
    site.write("in/hot.xml", export(
        "<p>En inledning som är lång nog för en ingress, och mer.</p><p><a href=\"javascript:alert(1)\">a</a> <a href=\"https://x.example/) [y](javascript:z\">b</a> <a href=\"file:///etc/passwd\">c</a></p><p>&lt;script&gt;alert(1)&lt;/script&gt; <img src=\"https://a.example/../../hemligt.jpg\" alt=\"x\"><img src=\"file:///etc/passwd\"> ::: fact</p>",
        "<wp:post_name>../../../../site</wp:post_name><link>https://a.example/../../x/</link><category>x\"]&#10;draft: true</category>",
    ));
    let done = site.import("in/hot.xml", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 4, "{}{}", done.out, done.told);
    let files: Vec<_> = std::fs::read_dir(site.root().join("content/botkyrka/news")).unwrap().collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    assert!(!text.contains("javascript") && !text.contains("passwd") && !text.contains("!["), "{text}");
    assert!(text.contains("\\<script\\>") && !text.contains("\ndraft"), "{text}");
    assert!(!site.root().join("content/botkyrka/images").exists());
    let built = site.run(&["build", "--now", "2026-08-21"]);
    assert_eq!(built.code, 0, "{}", built.told);
}

/// Entities that would be sixteen gigabytes before the document begins; the program has 400 MB.
#[test]
fn what_would_grow_while_a_documents_type_is_read_is_not_read() {
    let site = Site::of(CENTRE);
    let doubled: String = (1..34).map(|at| format!("<!ENTITY % a{at} \"%a{0};%a{0};\">", at - 1)).collect();
    site.write("hot.xml", format!("<!DOCTYPE rss [<!ENTITY % a0 \"xx\">{doubled}]><rss><channel/></rss>"));
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "ulimit -d 400000 && exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_fcsite")]);
    command.args(["import", "hot.xml", "--to", "botkyrka/news", "--lang", "sv"]).current_dir(site.root());
    let output = command.stdin(Stdio::null()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(1) && told.contains("inte hel från rad 1"), "{told}");
}

#[test]
fn an_export_that_means_harm_costs_nothing() {
    let site = Site::of(CENTRE);
    let lol = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><rss>&b;</rss>";
    let outside =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss>&a;</rss>";
    let deep = format!("<rss>{}{}</rss>", "<a>".repeat(5_000), "</a>".repeat(5_000));
    let cut = export("<p>x</p>", "");
    let before = Instant::now();
    for (text, why) in [
        (lol, "inte hel från rad 1"),
        (outside, "inte hel från rad 1"),
        (&deep, "i för många led"),
        (&cut[..cut.len() - 20], "inte hel från rad 1"),
        ("<rss><channel/></rss>", "ingen export från WordPress"),
        ("<?xml version=\"1.0\"?><feed/>", "ingen export från WordPress"),
        (&export("<p>x</p>", "").replace(">post<", ">page<"), "inga inlägg"),
    ] {
        site.write("hot.xml", text);
        let done = site.import("hot.xml", &["--to", "botkyrka/news", "--write"]);
        assert!(done.code == 1 && done.told.contains(why), "{why}: {} {}", done.code, done.told);
    }
    // Texts that are long, deep and never closed.
    for html in [
        "x".repeat(2_000_000),
        format!(
            "<p>Början.</p>{}",
            "<div><blockquote><ul><li><table><tr><td><b><a href='https://a.example/x'>".repeat(9_000)
        ),
        "<p>a".repeat(190_000),
        "[".repeat(900_000),
        "[a ".repeat(100_000),
        "<a \"".repeat(200_000),
        "<!--".repeat(200_000),
        "&#".repeat(400_000),
        "<script>".repeat(100_000),
        "<img src=\"https://a.example/x.jpg\">".repeat(20_000),
    ] {
        site.write("hot.xml", export(&html, ""));
        let done = site.import("hot.xml", &["--to", "botkyrka/news"]);
        assert!(done.code == 4 || done.code == 0, "{} {}", done.code, done.told);
        assert!(done.told.len() < 80_000, "{}", done.told.len());
    }
    // An address of the old site that is looked for in each link.
    let links = "<a href=\"http://b\">x</a> ".repeat(20_000);
    let long = format!("<link>http://{}</link>", "a".repeat(4_000_000));
    site.write("hot.xml", export(&links, "").replace("<link>https://a.example</link>", &long));
    let done = site.import("hot.xml", &["--to", "botkyrka/news"]);
    assert!(done.code == 4 || done.code == 0, "{} {}", done.code, done.told);
    // More posts than are read.
    let one = export("<p>Ett stycke.</p>", "");
    let (start, rest) = one.split_at(one.find("<item>").unwrap());
    let item = rest.strip_suffix("</channel></rss>").unwrap();
    site.write("hot.xml", format!("{start}{}</channel></rss>", item.repeat(3_100)));
    let done = site.import("hot.xml", &["--to", "botkyrka/news"]);
    assert!(done.told.contains("3000 första"), "{}", &done.told[done.told.len().saturating_sub(2_000)..]);
    assert!(before.elapsed() < Duration::from_secs(120), "{:?}", before.elapsed());
    assert!(!site.root().join("content/botkyrka/news").exists());
}

#[test]
fn a_table_that_would_be_written_many_times_as_wide_as_it_is_stays_out_and_is_told() {
    let site = Site::of(CENTRE);
    let wide =
        format!("<table><tr>{}</tr>{}</table>", "<td>x".repeat(100), "<tr><td>z</td></tr>".repeat(300));
    let small = "<table><tr><td>Dag<td>Tid</tr><tr><td>måndag<td>9–12</tr></table>";
    let html = format!("<p>En inledning som är lång nog för en ingress, och mer.</p>{small}{wide}{small}");
    site.write("in/stor.xml", export(&html, ""));
    let done = site.import("in/stor.xml", &["--to", "botkyrka/news", "--write"]);
    assert!(done.told.contains("20\u{a0}000 rutor") || done.told.contains("20000 rutor"), "{}", done.told);
    let text = site.read(MADE);
    assert!(!text.contains("| z") && text.matches("| måndag").count() == 2, "{text}");
}

#[test]
fn a_link_between_posts_leads_to_the_file_where_readers_can_go_there() {
    let site = site();
    let described = String::from_utf8(EXPORT.to_vec())
        .unwrap()
        .replace("torget.jpg\" />", "torget.jpg\" alt=\"Torget\" />");
    site.write("gammalt/export.xml", described);
    site.import("gammalt/export.xml", &["--to", "botkyrka/news", "--write"]);
    assert!(site.read(FIRST).contains("Läs [om flytten](2021-02-01-flytt.md) och"), "{}", site.read(FIRST));
    assert_eq!(site.run(&["build", "--now", "2026-08-21"]).code, 0);
    // The same where only the first is new, and the other was published or is a draft.
    for (front, linked) in [("", true), ("utkast: ja\n", false)] {
        std::fs::remove_file(site.root().join(FIRST)).unwrap();
        site.write(SECOND, format!("---\nrubrik: A\ningress: B.\n{front}---\n\nC.\n"));
        site.import("gammalt/export.xml", &["--to", "botkyrka/news", "--write"]);
        assert_eq!(
            site.read(FIRST).contains("[om flytten](2021-02-01-flytt.md)"),
            linked,
            "{}",
            site.read(FIRST)
        );
    }
}

#[test]
fn an_export_is_no_list_and_says_where_it_goes() {
    let site = site();
    let done = site.import("gammalt/export.xml", &[]);
    assert!(done.code == 1 && done.told.contains("--to botkyrka/news"), "{}", done.told);
}

#[test]
fn a_post_that_exists_or_cannot_be_named_is_told_and_left() {
    let site = Site::of(CENTRE);
    site.write(MADE, "---\nrubrik: Mitt\ningress: A.\n---\n\nB.\n");
    site.write("a.xml", export("<p>Ett stycke.</p>", ""));
    let done = site.import("a.xml", &["--to", "botkyrka/news", "--write"]);
    assert!(done.told.contains("1 som redan finns"), "{}", done.told);
    assert!(site.read(MADE).contains("Mitt"));
    site.write("a.xml", export("<p>Ett stycke.</p>", "").replace("<title>T</title>", "<title>👶</title>"));
    let done = site.import("a.xml", &["--to", "botkyrka/news", "--write"]);
    assert!(done.code == 4 && done.told.contains("ingen titel"), "{}", done.told);
}

/// What people and programs put into texts, and what breaks others' readers.
const PIECES: [&str; 24] = [
    "<p>",
    "</p>",
    "<b>",
    "</strong>",
    "<i>",
    "</em>",
    "<a href=\"https://a.example/\">",
    "</a>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<img src=\"https://fittja.example/huset.jpg\">",
    "<br>",
    "\n\n",
    "[caption id=\"x\"]",
    "[/caption]",
    "::: fact",
    "<!--",
    "<h2>",
    "&#x202e;",
    "*_`|\\",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn an_export_that_is_damaged_by_chance_is_read_or_refused_and_what_is_made_of_it_can_be_built(
        changes in prop::collection::vec((0..EXPORT.len(), 0..PIECES.len(), any::<u8>()), 0..30),
    ) {
        let mut bytes = EXPORT.to_vec();
        for (at, piece, byte) in changes {
            let at = at.min(bytes.len() - 1);
            if byte < 40 {
                bytes[at] = byte.wrapping_mul(7);
            } else if byte < 60 {
                bytes.truncate(at.max(1));
            } else {
                bytes.splice(at..at, PIECES[piece].bytes());
            }
        }
        let beside = ["uploads/2021/01/huset.jpg".to_string(), "torget.jpg".to_string()];
        let jpeg = |_: &str| Some(vec![0xff, 0xd8, 0xff, 0xe0]);
        let around = PostSurroundings { is_there: &|_| false, is_published: &|_| false, is_reserved: &|_| false, beside: &beside, bytes: &jpeg, categories: &[] };
        for is_page in [false, true] {
            let place = TextPlace { owner: "botkyrka", is_page };
            let Ok(plan) = plan_posts(&bytes, place, &around, Locale::Swedish) else { continue };
            for file in plan.files() {
                let name = file.path.strip_prefix(if is_page { "content/botkyrka/pages/" } else { "content/botkyrka/news/" });
                let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
                prop_assert!(name.is_some_and(|name| name.chars().all(is_plain) && name.ends_with(".md")), "{}", file.path);
                prop_assert!(!file.text.contains('\0'));
            }
            for (_, to) in &plan.pictures {
                prop_assert!(to.starts_with("content/botkyrka/images/") && !to.contains(".."), "{to}");
            }
        }
    }
}
