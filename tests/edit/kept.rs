//! What was typed and not saved: no form writes over what another has kept, and it stays until the person has answered.

use std::fs;

use crate::server::{Got, NEWS, Trial, value_of};

/// What the form of a page sends by itself.
fn own(page: &str) -> Vec<(&'static str, String)> {
    let form = page.split("class=\"sheet\"").nth(1).unwrap();
    ["_base", "_item", "_over", "_ark", "_efter"]
        .into_iter()
        .filter(|name| form.contains(&format!("name=\"{name}\" value=\"")))
        .map(|name| (name, value_of(form, name)))
        .collect()
}

fn send(trial: &Trial, to: &str, page: &str, fields: &[(&str, &str)]) -> Got {
    let own = own(page);
    let own = own.iter().map(|(name, text)| (*name, text.as_str()));
    trial.post(to, &own.chain(fields.iter().copied()).collect::<Vec<_>>())
}

/// Where a page says that what was not saved is fetched.
fn offered(page: &str) -> Vec<String> {
    let links =
        page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"));
    links.filter(|link| link.contains("hamta=")).collect()
}

/// All that lies in the editor's own folder.
fn kept(trial: &Trial) -> String {
    let folder = trial.root.path().join(".fcsite/edit");
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

/// Of the texts that a page offers the one that has this in it.
fn fetched(trial: &Trial, form: &str, what: &str) -> (String, String) {
    let links = offered(&trial.get(form).text);
    let page = |link: String| (trial.get(&link).text, link);
    let found = links
        .into_iter()
        .map(page)
        .find(|(page, _)| page.split("class=\"sheet\"").nth(1).unwrap().contains(what));
    let (page, link) = found.unwrap_or_else(|| panic!("{what}"));
    (link, page)
}

#[test]
fn what_was_left_unsaved_is_not_written_over_by_who_opens_the_form_again_and_types_something_else() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let first = trial.get(&form).text;
    let hour = [("_do", "keep"), ("lead", "Du."), ("_body", "EN TIMMES ARBETE")];
    if send(&trial, &form, &first, &hour).status == 507 {
        return;
    }
    // Who is told of it leaves it for now.
    let second = trial.get(&form).text;
    assert_eq!(offered(&second).len(), 1, "{second}");
    assert_eq!(
        send(&trial, &form, &second, &[("_do", "keep"), ("lead", "Ni."), ("_body", "Ett stycke.")]).status,
        204
    );
    assert!(kept(&trial).contains("EN TIMMES ARBETE"));
    assert_eq!(offered(&trial.get(&form).text).len(), 2, "both are offered");
    // What is saved is one's own alone.
    let saved = send(&trial, &form, &second, &[("_do", "save"), ("lead", "Ni."), ("_body", "Ett stycke.")]);
    assert_eq!(saved.status, 303, "{}", saved.text);
    let (link, page) = fetched(&trial, &form, "EN TIMMES ARBETE");
    // Fetched, it is gone on with; and it is there until it is saved.
    assert_eq!(
        send(&trial, &form, &page, &[("_do", "keep"), ("_body", "EN TIMMES ARBETE TILL")]).status,
        204
    );
    assert_eq!(offered(&trial.get(&form).text).len(), 1);
    assert!(
        !trial.get(&link).text.split("class=\"sheet\"").nth(1).unwrap().contains("EN TIMMES"),
        "it goes by another word now"
    );
    let fields = [("_do", "save"), ("_body", "EN TIMMES ARBETE TILL")];
    let both = send(&trial, &form, &page, &fields);
    assert_eq!(both.status, 303, "{}", both.text);
    assert!(trial.read(NEWS).contains("EN TIMMES ARBETE TILL"));
    assert!(offered(&trial.get(&form).text).is_empty() && !kept(&trial).contains("TIMMES"));
}

#[test]
fn two_windows_with_one_form_keep_their_own_texts_and_each_forgets_its_own() {
    let trial = Trial::new();
    for new in ["/redigera/ny/alfa/news", "/redigera/ny/alfa/page", "/redigera/ny/alfa/centre"] {
        let (title, body) = if new.ends_with("centre") { ("name", "street") } else { ("title", "_body") };
        let (one, other) = (trial.get(new).text, trial.get(new).text);
        if send(&trial, new, &one, &[("_do", "keep"), (title, "Den ena"), (body, "A")]).status == 507 {
            return;
        }
        assert_eq!(
            send(&trial, new, &other, &[("_do", "keep"), (title, "Den andra"), (body, "B")]).status,
            204
        );
        let page = trial.get(new).text;
        assert_eq!(offered(&page).len(), 2, "{new}");
        assert!(page.contains("<q>Den ena</q>") && page.contains("<q>Den andra</q>"), "{page}");
        // One types on where the other has fetched: neither is lost.
        let (link, page) = fetched(&trial, new, "Den ena");
        send(&trial, new, &one, &[("_do", "keep"), (title, "Den ena växer"), (body, "A")]);
        send(&trial, new, &page, &[("_do", "keep"), (title, "Den ena hämtad"), (body, "A")]);
        assert!(trial.get(&link).text.contains("Den ena växer"));
        fetched(&trial, new, "Den ena hämtad");
        // Thrown away is what was meant, and nothing else.
        let word = link.rsplit('=').next().unwrap();
        assert_eq!(trial.post(new, &[("_do", "forget"), ("_ark", word)]).status, 303);
        let page = trial.get(new).text;
        assert!(!page.contains("växer") && page.contains("hämtad") && page.contains("Den andra"), "{page}");
        // What somebody has emptied asks for nothing.
        send(&trial, new, &other, &[("_do", "keep"), (title, " "), (body, ""), ("draft", "true")]);
        assert_eq!(offered(&trial.get(new).text).len(), 1, "{new}");
    }
}

#[test]
fn where_too_many_texts_wait_for_an_answer_no_more_are_kept_and_none_is_lost() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let lead = |at: usize| format!("Ingress nummer {at}.");
    for at in 0..25 {
        let page = trial.get(&form).text;
        let kept = send(&trial, &form, &page, &[("_do", "keep"), ("lead", &lead(at))]);
        if at == 0 && kept.status == 507 {
            return;
        }
        assert_eq!(kept.status, if at < 20 { 204 } else { 507 }, "{at}");
    }
    assert!((0..20).all(|at| kept(&trial).contains(&lead(at))));
    // One that waits can be gone on with, and what the file says already needs no answer.
    let (_, page) = fetched(&trial, &form, &lead(7));
    assert_eq!(send(&trial, &form, &page, &[("_do", "save"), ("lead", &lead(7))]).status, 303);
    assert_eq!(offered(&trial.get(&form).text).len(), 19);
    let page = trial.get(&form).text;
    assert_eq!(send(&trial, &form, &page, &[("_do", "keep"), ("lead", &lead(7))]).status, 204);
    assert_eq!(offered(&trial.get(&form).text).len(), 19);
}
