//! What is a phone number, a web address or a mail address in running text, and what is something else.

use super::*;

/// The words that can be tapped in a text, with where they lead.
fn links(text: &str) -> Vec<(String, String)> {
    let shown =
        |contact: &FoundContact| (text[contact.range.clone()].to_string(), contact.href(text).to_string());
    find(text).iter().map(shown).collect()
}

/// In each text the words between `‹` and `›` lead to the address, and nothing else can be tapped.
fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (marked, href) in cases {
        let text = marked.replace(['‹', '›'], "");
        let shown = marked.split_once('‹').and_then(|(_, rest)| rest.split_once('›'));
        let expected: Vec<(String, String)> =
            shown.into_iter().map(|(shown, _)| (shown.to_string(), (*href).to_string())).collect();
        let seen = links(&text);
        if seen != expected {
            wrong.push(format!("{marked}\n  expected {expected:?}\n  found    {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn phone_numbers_are_found_in_the_forms_that_people_write() {
    check(&[
        ("Ring ‹08-530 610 00›.", "tel:+46853061000"),
        ("Ring ‹08 530 610 00›!", "tel:+46853061000"),
        ("‹08-53061000›", "tel:+46853061000"),
        ("‹0853061000›", "tel:+46853061000"),
        ("‹08/530 610 00›", "tel:+46853061000"),
        ("‹08–530 610 00›", "tel:+46853061000"),
        ("‹08 - 530 610 00›", "tel:+46853061000"),
        ("‹08\u{2011}530\u{a0}610\u{a0}00›", "tel:+46853061000"),
        ("‹(08) 530 610 00›", "tel:+46853061000"),
        ("‹(08)-530 610 00›", "tel:+46853061000"),
        ("(‹08-530 610 00›)", "tel:+46853061000"),
        ("‹+46 8 530 610 00›", "tel:+46853061000"),
        ("‹+46 (0)8-530 610 00›", "tel:+46853061000"),
        ("‹+46(0)8 530 610 00›", "tel:+46853061000"),
        ("‹+46-8-530 610 00›", "tel:+46853061000"),
        ("‹+46853061000›", "tel:+46853061000"),
        ("‹0046 8 530 610 00›", "tel:+46853061000"),
        ("‹08-12 34 56 78›", "tel:+46812345678"),
        ("‹08-53 06 10›", "tel:+468530610"),
        ("‹0611-34 81 00›", "tel:+46611348100"),
        ("اتصل على ‹0611-34 81 00›.", "tel:+46611348100"),
        ("‹0650-190 00›", "tel:+4665019000"),
        ("‹011-15 00 00›", "tel:+4611150000"),
        ("‹0910-73 50 00›,", "tel:+46910735000"),
        ("‹070-123 45 67›", "tel:+46701234567"),
        ("‹070-123-45-67›", "tel:+46701234567"),
        ("‹0708-12 34 56›", "tel:+46708123456"),
        ("‹0701234567›", "tel:+46701234567"),
        ("‹010-456 67 00›", "tel:+46104566700"),
        ("‹020-50 50 50›", "tel:+4620505050"),
        ("‹0200-22 45 62›", "tel:+46200224562"),
        ("‹0771-524 524›", "tel:+46771524524"),
        ("Tel:‹08-530 610 00›", "tel:+46853061000"),
        ("Tel.‹08-530 610 00›", "tel:+46853061000"),
        ("kl. 9–12 ‹08-530 610 00›", "tel:+46853061000"),
        ("‹08-530 610 00›, 9–12", "tel:+46853061000"),
        ("‹08-530 610 00› ankn. 12", "tel:+46853061000"),
        ("‹+358 40 123 4567›", "tel:+358401234567"),
        ("‹+47 22 12 34 56›", "tel:+4722123456"),
    ]);
    assert_eq!(
        links("08-530 610 00/070-123 45 67 070-765 43 21")
            .into_iter()
            .map(|(shown, _)| shown)
            .collect::<Vec<_>>(),
        ["08-530 610 00", "070-123 45 67", "070-765 43 21"]
    );
}

#[test]
fn short_numbers_are_found_where_they_are_called() {
    check(&[
        ("Ring ‹112› om det är fara för livet.", "tel:112"),
        ("Ring alltid ‹112›.", "tel:112"),
        ("Call ‹112› in an emergency", "tel:112"),
        ("Wac ‹112› haddii", "tel:112"),
        ("اتصل على ‹112› فورا", "tel:112"),
        ("Vid fara: ‹112› direkt", "tel:112"),
        ("SOS Alarm, ‹112›", "tel:112"),
        ("Är det bråttom ringer du ‹1177› för råd.", "tel:1177"),
        ("‹1177› Vårdguiden", "tel:1177"),
        ("Tel. ‹1177›", "tel:1177"),
        ("Telefon: ‹1177›.", "tel:1177"),
        ("Polisen når du på ‹114 14›.", "tel:11414"),
        ("Information i en kris: ‹113 13›.", "tel:11313"),
        ("Bris, ‹116 111›", "tel:116111"),
        ("Ring ‹116 000›.", "tel:116000"),
        ("Ring ‹90101› när som helst", "tel:90101"),
        ("nummer 112 på listan", ""),
        ("Buss 112 går hit", ""),
        ("Ta buss 112.", ""),
        ("linje 112, 113", ""),
        ("rum 112", ""),
        ("Storgatan 112", ""),
        ("Fittjavägen 112, Norsborg", ""),
        ("Vi har 112 platser", ""),
        ("112 barn kom", ""),
        ("Totalt 112.", ""),
        ("112 kr", ""),
        ("112 §", ""),
        ("112 %", ""),
        ("SFS 1998:112", ""),
        ("100–112", ""),
        ("100 – 112", ""),
        ("mellan 90 och 112.", ""),
        ("112–120 cm", ""),
        ("Logga in på 1177.", ""),
        ("Boka via 1177", ""),
        ("på 1177 hittar du mer", ""),
        ("år 1177", ""),
        ("113 13 Stockholm", ""),
        ("Den kostade 116 000 kr.", ""),
        ("Det blev 116 000.", ""),
        ("E112, 112a, 1121, 0112, 11 2", ""),
        ("1177,50", ""),
    ]);
    assert_eq!(links("Ring 1177 eller 112.").len(), 2);
    assert_eq!(links("Ring 0611-34 81 00 eller 1177.").len(), 2);
    assert_eq!(links("mellan 1000 och 1177 kr, mellan 1000 och 1177."), []);
}

#[test]
fn numbers_that_are_no_phone_numbers_stay_text() {
    check(&[
        ("2026-11-28", ""),
        ("28/11 2026", ""),
        ("08-12-2026", ""),
        ("08/12/2026", ""),
        ("08/12 2026", ""),
        ("08122026", ""),
        ("01-02-2026", ""),
        ("01.02.2026", ""),
        ("08-12 13-16", ""),
        ("08-12, 13-16", ""),
        ("08.00-12.00 13.00-16.00", ""),
        ("0915-1030", ""),
        ("0830–1200", ""),
        ("0700-1530", ""),
        ("0730 1100 1400", ""),
        ("08 18 28 38 48", ""),
        ("08 18 28 38", ""),
        ("145 61 Norsborg", ""),
        ("212000-2882", ""),
        ("080412-1234", ""),
        ("0804121234", ""),
        ("KS-0812345678", ""),
        ("dnr 0812-2026", ""),
        ("nr 012 345 678", ""),
        ("123 456 78 90", ""),
        ("0,5–1,0 cm", ""),
        ("0-306-40615-2", ""),
        ("0–12 månader", ""),
        ("0900-1234", ""),
        ("08-530 610 00 22 33 44", ""),
        ("08-530 610 00-02", ""),
        ("08-530 610 00.5", ""),
        ("x08-530 610 00", ""),
        ("08-530 610 00x", ""),
        ("10:08-530 610 00", ""),
        ("00-530 610 00", ""),
        ("08-030 610 00", ""),
        ("09-530 610 00", ""),
        ("+10 000 000", ""),
        ("+46 000 000 00", ""),
        ("1 234 567 kr", ""),
        ("klass 0812", ""),
        ("070-123 45 6", ""),
        ("070-123 45 678", ""),
        ("0611-34 81", ""),
        ("٠٨", ""),
    ]);
}

#[test]
fn web_addresses_are_taken_whole_and_without_the_sentence_around_them() {
    check(&[
        ("Se ‹https://sv.wiki.example/Norden_(region)›.", "https://sv.wiki.example/Norden_(region)"),
        ("(‹https://a.example/b›)", "https://a.example/b"),
        ("(se ‹https://a.example/b_(c)›).", "https://a.example/b_(c)"),
        ("‹https://a.example/b?x=1&y=[2]›, tack", "https://a.example/b?x=1&y=[2]"),
        ("\"‹https://a.example›\"", "https://a.example"),
        ("”‹https://a.example/›”…", "https://a.example/"),
        ("‹HTTPS://A.example›!", "HTTPS://A.example"),
        ("‹https://sv.wiki.example/Åland›", "https://sv.wiki.example/Åland"),
        ("adress:‹https://a.example/b›", "https://a.example/b"),
        ("‹https://a.example/08-53061000›", "https://a.example/08-53061000"),
        ("Se ‹www.botkyrka.example›.", "https://www.botkyrka.example"),
        ("Se ‹www.botkyrka.example/a(b)›).", "https://www.botkyrka.example/a(b)"),
        ("Läs på ‹1177.se›.", "https://1177.se"),
        ("‹botkyrka.se/fc›,", "https://botkyrka.se/fc"),
        ("‹Botkyrka.se›:s sida", "https://Botkyrka.se"),
        ("https://", ""),
        ("http://-", ""),
        ("t.ex. bl.a. kl.9 m.m.", ""),
        ("hem.Se till", ""),
        ("fittja.yaml", ""),
        ("www.", ""),
        ("a.www.b", ""),
        ("javascript://x.se", ""),
    ]);
}

#[test]
fn mail_addresses_are_found() {
    check(&[
        ("Skriv till ‹fittja@botkyrka.example›.", "mailto:fittja@botkyrka.example"),
        ("<‹anna_b.c+d@x-y.example›>", "mailto:anna_b.c+d@x-y.example"),
        ("e-post:‹info@a.example›,", "mailto:info@a.example"),
        ("mailto:‹info@a.example›", "mailto:info@a.example"),
        ("(‹info@a.se›)", "mailto:info@a.se"),
        ("@familjecentral", ""),
        ("a@b", ""),
        ("a@b.1", ""),
        ("a@b.example@c.example", ""),
        ("https://a@b.example", ""),
        ("x/a@b.example", ""),
    ]);
    assert_eq!(links("a@b.se,c@d.se").len(), 2);
}

#[test]
fn what_can_be_tapped_is_written_for_html() {
    assert_eq!(
        html("Ring <b> 0611-34 81 00 & hej", true).as_deref(),
        Some(
            "Ring &lt;b&gt; <a href=\"tel:+46611348100\"><bdi dir=\"ltr\">0611-34 81 00</bdi></a> &amp; hej"
        )
    );
    assert_eq!(html("1177", false).as_deref(), Some("<bdi dir=\"ltr\">1177</bdi>"));
    assert_eq!(html("Ingen", true), None);
    assert_eq!(html("Tisdag 9.00–12.00", true), None);
}

/// Each of these is a third of a megabyte: what takes the square of its length does not end.
#[test]
fn long_texts_take_no_longer_than_their_length() {
    for piece in [
        "0",
        "1 ",
        "08-",
        "08-1 ",
        "a@",
        "@",
        "a.",
        "www.",
        "https://",
        "(",
        ")",
        "+46",
        "112 ",
        "1177 i ",
        ".",
        "https://a.se/)",
        "{telefon ",
    ] {
        let text = piece.repeat(300_000 / piece.len());
        let _ = find(&text);
        let _ = super::super::fills::find(&text);
        let one = format!("https://a.se/{}", text.replace(' ', ""));
        let _ = find(&one);
    }
}
