//! Where words are broken, and where nothing is touched.

use super::*;

fn made(page: &str) -> String {
    let mut bytes = page.as_bytes().to_vec();
    put(&mut bytes);
    String::from_utf8(bytes).unwrap().replace(SOFT_HYPHEN, "·").replace(NO_BREAK, "~")
}

#[test]
fn a_long_compound_is_broken_where_its_parts_meet() {
    for right in [
        "familje·central",
        "Familje·centralen",
        "FAMILJE·CENTRALER",
        "barnmorske·mottagning",
        "Barnmorske·mottagningarna",
        "barnavårds·central",
        "familje·centrals·liknande",
        "tillgänglighets·redogörelse",
        "kommunikations·enheten",
        "öppettiderna är",
        "social·tjänsten",
        "föräldraskaps·stöd",
        "spädbarns·massage",
        "familje·rådgivningen",
        "distrikts·sköterska",
        "mödrahälsovårds·enheten",
        "familjerätts·sekreterare",
        "informations·tavlan",
        "personuppgifts·ansvarig",
        "BVC-barnmorske·mottagning",
        "”barnmorske·mottagning”,",
        "utvecklings·samtal",
    ] {
        assert_eq!(made(&right.replace('·', "")), right);
        let page = format!("<p class=\"a\">på {right}</p>");
        assert_eq!(made(&page.replace('·', "")), page);
    }
}

#[test]
fn what_is_no_compound_of_these_or_fits_anywhere_is_left() {
    for page in [
        "familjen och barnmorskan",
        "mottagningen",
        "decentraliseringen",
        "erfarenheterna",
        "angelägenheter",
        "vattenlacka",
        "Elevhälsans",
        "barnmorske\u{ad}mottagningen",
        "مركز العائلة للأطفال والوالدين",
        "сімейнийцентрдлябатьків",
    ] {
        let marked = page.replace(SOFT_HYPHEN, "·");
        assert_eq!(made(page), marked);
    }
    let long = "familjecentral".repeat(10_000);
    assert_eq!(made(&long), long);
}

#[test]
fn only_what_a_reader_sees_is_touched() {
    for page in [
        "<a href=\"/familjecentralen/\" title='familjecentralen > 3 år'>a</a>",
        "<title>Familjecentralen 3 år</title>",
        "<script type=\"application/ld+json\">{\"name\":\"Familjecentralen\"}</script>",
        "<STYLE>.familjecentralen{}</STYLE>",
        "<textarea>Familjecentralen</textarea><option>Familjecentralen</option>",
        "<svg><title>Familjecentralen</title><text>Familjecentralen</text></svg>",
        "<code>familjecentralen</code><pre>barnmorskemottagning</pre>",
        "<bdi dir=\"ltr\">familjecentralen@kommun.example</bdi>",
        "<p>familjecentralen@kommun.example</p>",
        "<p>info.familjecentralen@kommun.example</p>",
        "<p>www.familjecentralen.example</p>",
        "<p>https://kommun.example/familjecentralen</p>",
        "<p>familjecentralen.example/sida</p>",
        "<!-- 'familjecentralen -->",
        "<meta content=\"familjecentralen",
        "<script>familjecentralen",
    ] {
        assert_eq!(made(page), page);
    }
    assert_eq!(
        made("<!-- ' --><b title=\"'>\">familjecentral</b>."),
        "<!-- ' --><b title=\"'>\">familje·central</b>."
    );
    assert_eq!(
        made("<svg><b>familjecentral</b></svg>familjecentral."),
        "<svg><b>familjecentral</b></svg>familje·central."
    );
    assert_eq!(made("Familjecentral/öppen förskola"), "Familje·central/öppen förskola");
}

#[test]
fn a_number_stays_with_its_unit() {
    for (page, right) in [
        ("<p>20 kr, 1–6 år. Den 24 november</p>", "<p>20~kr, 1–6~år. Den 24~november</p>"),
        ("50 % och 5 minuter", "50~% och 5~minuter"),
        ("Björkvägen 12 Stad, 3 krokar, 8 kronorna", "Björkvägen 12 Stad, 3 krokar, 8 kronorna"),
        ("123 45 m", "123 45~m"),
        ("9 ", "9 "),
    ] {
        assert_eq!(made(page), right);
    }
}

#[test]
fn the_tables_are_in_order_and_each_word_of_them_is_of_use() {
    assert!(FIRST.is_sorted() && LAST.is_sorted());
    for first in FIRST {
        assert_eq!(
            joints(&format!("{first}kvittenser")).first(),
            (first.len() >= 4).then_some(&first.len()),
            "{first}"
        );
    }
    for last in LAST {
        assert!(!joints(&format!("kyrkbergs{last}ena")).is_empty(), "{last}");
    }
}

#[test]
fn a_range_of_numbers_is_read_from_the_left_on_a_page_that_is_not() {
    let rtl = |text: &str| made(&format!("<html lang=\"ar\" dir=\"rtl\"><p>{text}</p>"));
    let shown = |text: &str| {
        let text = text.replace('[', ranges::BEGIN).replace(']', ranges::END);
        format!("<html lang=\"ar\" dir=\"rtl\"><p>{text}</p>")
    };
    for right in [
        "[9–12]",
        "في الساعة [13.30–15] في",
        "و[9-12]",
        "[2026-11-22]، [24/12]",
        "[08:00 – 12:00] ",
        "[1–6]~år, [10–20]~kr",
        "1177, 112, 12.30",
        "<bdi dir=\"ltr\">08-123 456 10</bdi>",
        "a4-5, 7-9b, x/2026/11, 5-a, 3–",
    ] {
        let plain = right.replace(['[', ']'], "").replace('~', " ");
        assert_eq!(rtl(&plain), shown(right));
    }
    assert_eq!(
        made("<html lang=\"sv\" dir=\"ltr\"><p>9–12</p>"),
        "<html lang=\"sv\" dir=\"ltr\"><p>9–12</p>"
    );
}
