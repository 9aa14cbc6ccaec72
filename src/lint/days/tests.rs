//! What is found in texts of both languages, and what is left in peace.

use super::*;

fn told(text: &str, lang: &str) -> Vec<(&'static str, String, Option<String>)> {
    let written = "2026-11-20".parse().unwrap();
    let of = |fault: DayFault| (fault.kind, text[fault.part].to_string(), fault.proposal);
    faults(text, lang, written).into_iter().map(of).collect()
}

/// A fault: its kind, the words, and what is proposed.
type Told<'a> = (&'static str, &'a str, &'a str);

fn check(lang: &str, cases: &[(&str, &[Told<'_>])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let seen = told(text, lang);
        let expected: Vec<_> = expected
            .iter()
            .map(|(kind, words, proposal)| {
                (*kind, (*words).to_string(), (!proposal.is_empty()).then(|| (*proposal).to_string()))
            })
            .collect();
        if seen != expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_weekday_that_stands_after_its_date_is_compared_with_it() {
    let of = |words: &'static str, proposal: &'static str| ("weekday", words, proposal);
    check(
        "sv",
        &[
            (
                "Vi ses den 8 december 2026 (onsdag).",
                &[of("den 8 december 2026 (onsdag)", "den 8 december 2026 (tisdag)")],
            ),
            (
                "Festen är den 8 december, en onsdag, kl. 10",
                &[of("den 8 december, en onsdag", "den 8 december, en tisdag")],
            ),
            ("8/12 2026 (ons kl. 10)", &[of("8/12 2026 (ons", "8/12 2026 (tis")]),
            ("2026-12-08 (onsdag)", &[of("2026-12-08 (onsdag)", "2026-12-08 (tisdag)")]),
            (
                "Den 8 december är en onsdag i år",
                &[of("Den 8 december är en onsdag", "Den 8 december är en tisdag")],
            ),
            ("Vi ses 8 december, onsdag.", &[of("8 december, onsdag", "8 december, tisdag")]),
            (
                "8 december (tisdag), den 8 december, onsdag 9 december, och 8 december, onsdagar har vi stängt",
                &[],
            ),
            ("Vi har stängt den 8 december, onsdag och torsdag har vi öppet", &[]),
        ],
    );
}

#[test]
fn a_weekday_that_is_not_the_dates_is_found() {
    let of = |words: &'static str, proposal: &'static str| ("weekday", words, proposal);
    check(
        "sv",
        &[
            (
                "Välkommen onsdagen den 8 december 2026!",
                &[of("onsdagen den 8 december 2026", "tisdagen den 8 december 2026")],
            ),
            ("Måndag den 1 december 2026", &[of("Måndag den 1 december 2026", "Tisdag den 1 december 2026")]),
            ("Ons 8 dec kl. 10", &[of("Ons 8 dec", "Tis 8 dec")]),
            (
                "onsdag 2026-12-08 och onsdag 8/12",
                &[of("onsdag 2026-12-08", "tisdag 2026-12-08"), of("onsdag 8/12", "tisdag 8/12")],
            ),
            ("måndag 7 och onsdag 8 december", &[of("onsdag 8 december", "tisdag 8 december")]),
            ("söndag 7–tisdag 8 december", &[of("söndag 7", "måndag 7")]),
            (
                "Vi ses onsdagen den 8:e december.",
                &[of("onsdagen den 8:e december", "tisdagen den 8:e december")],
            ),
            // Last year's: the 14th of January was a Wednesday in 2026, and a text of November means the next one.
            ("onsdag 14 januari", &[of("onsdag 14 januari", "torsdag 14 januari")]),
            ("Vi öppnade måndag 14 september, torsdag 14 januari", &[]),
            ("tisdagen den 8 december 2026, tis 8 dec, tisdag 8/12, tisdag 2026-12-08", &[]),
            ("måndag och tisdag den 7 och 8 december, lördag–söndag 5–6 december", &[]),
            ("måndag 7, tisdag 8 och onsdag 9 december", &[]),
            ("Onsdagen den 10 juni och lördag 1 augusti", &[]),
            ("torsdag 10 juni", &[]),
            ("Måndagar 8 december–5 maj", &[]),
            ("3 mån 8 december", &[]),
        ],
    );
    check(
        "en",
        &[
            ("On Wednesday 8 December 2026", &[of("Wednesday 8 December 2026", "Tuesday 8 December 2026")]),
            (
                "Wednesday, December 8, 2026",
                &[of("Wednesday, December 8, 2026", "Tuesday, December 8, 2026")],
            ),
            ("Wed the 8th of December", &[of("Wed the 8th of December", "Tue the 8th of December")]),
            ("Tuesday the 8th of December, Tuesday, December 8th 2026", &[]),
            ("We sat 8 December families down. In March 30 families came, you may 31 times.", &[]),
        ],
    );
    check("fi", &[("onsdag 8 december 2026", &[])]);
}

#[test]
fn a_day_a_time_and_a_week_that_do_not_exist_are_found() {
    check(
        "sv",
        &[
            ("Stängt den 31 november.", &[("day", "den 31 november", "")]),
            (
                "Stängt 30 februari 2027 och 29 februari 2027",
                &[("day", "30 februari 2027", ""), ("day", "29 februari 2027", "")],
            ),
            ("Senast 2026-13-45 eller 2026-02-30.", &[("day", "2026-13-45", ""), ("day", "2026-02-30", "")]),
            (
                "den 31/11, 31/11 2026, lör 30/2",
                &[("day", "den 31/11", ""), ("day", "31/11 2026", ""), ("day", "lör 30/2", "")],
            ),
            ("30–31 november", &[("day", "31 november", "")]),
            ("29 februari, 31 december, 30 november, 2026-12-31, Dnr 2026-13-45, 1/31", &[]),
            ("vecka 34 augusti, rum 31 november, kl. 10.31 november, 120 april", &[]),
            (
                "vecka 54, v. 54, v 50–55 och v. 53",
                &[("week", "54", ""), ("week", "54", ""), ("week", "55", "")],
            ),
            ("vecka 12–14, 8 veckor 60 platser, vecka 2026", &[]),
            (
                "kl. 25.00 och kl 9.75, klockan 25",
                &[("time", "25.00", ""), ("time", "9.75", "9.45"), ("time", "25", "")],
            ),
            ("kl. 24.00, kl 9.45, kl. 0.30, 25.00 kr, version 9.75, kl. 10–11.30", &[]),
        ],
    );
    check(
        "en",
        &[(
            "On 31 November, November 31st, at 25:00, 9.75 am, week 54",
            &[
                ("day", "31 November", ""),
                ("day", "November 31st", ""),
                ("time", "25:00", ""),
                ("time", "9.75", "9.45"),
                ("week", "54", ""),
            ],
        )],
    );
}

#[test]
fn hours_that_end_before_they_begin_are_found() {
    let of = |words: &'static str, proposal: &'static str| ("reversed", words, proposal);
    check(
        "sv",
        &[
            ("Öppet 17.00-16.00", &[of("17.00-16.00", "16.00-17.00")]),
            ("kl. 17–16 och kl 17:30–16", &[of("17–16", "16–17"), of("17:30–16", "16–17:30")]),
            ("Måndagar 17–16, mellan 17 och 16", &[of("17–16", "16–17"), of("17 och 16", "16 och 17")]),
            ("kl. 10.00–10.00", &[of("10.00–10.00", "")]),
            ("kl. 9.00–25.00, 9.00–11.75", &[("time", "25.00", ""), ("time", "11.75", "11.45")]),
            ("9.00–12.00, 13–16, kl. 9–11.30, kl. 22.00–02.00, 17.00-00.00, kl. 9-3", &[of("9-3", "3-9")]),
            (
                "Flyttas från 17.00 till 16.00. 19.90–12.50 kr, 30.11–15.12, 15.12–10.01, avsnitt 3.20–3.10",
                &[],
            ),
            ("17–16 i matchen, 08-530 610 00, 2026-2025, 5–3 år", &[]),
        ],
    );
    check(
        "en",
        &[(
            "10 am–9 am, from 5 pm–4 pm, 11–1 pm, 10 am–2 pm, 10 pm–2 am",
            &[of("10 am–9 am", "9 am–10 am"), of("5 pm–4 pm", "4 pm–5 pm")],
        )],
    );
}
