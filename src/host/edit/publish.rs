//! "Publicera": what will change for the public, in the words of `fcsite publish`, and then the publication itself.
//!
//! Two steps. The first builds the site and plans; nothing is sent. The second does both again, and sends only where that is what the person
//! saw, with every doubt answered. A password or the words of a key are used for the request that brings them and kept nowhere.

use std::cell::RefCell;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use serde::Serialize;

use super::desk::{FoundRow, Office};
use super::target::{self, TargetForm};
use super::view::PageOf;
use super::{Editor, PREFIX};
use crate::base::{Code, Diagnostic, Fingerprint};
use crate::edit::Answers;
use crate::host::archive;
use crate::host::clock::{Clock as _, Stockholm};
use crate::host::remote::{
    self, AskedKey, AskingServer, Asks, FarError, FarPath, FarPublication, FarSource, Secret, SecretFor,
    words,
};
use crate::host::run::{self, BuildJob};
use crate::host::serve::Reply;
use crate::parse::targets::PublishTarget;

/// The most pages of a kind that are listed.
const MOST: usize = 500;

/// How the site is built that is published.
#[derive(Clone, Debug)]
pub(super) struct PublishJob {
    job: BuildJob,
    /// The day that it is built for; today's where none is given.
    now: Option<Date>,
}

impl Editor {
    /// Takes note of how the site is built that is published.
    pub fn publishes(&self, job: BuildJob, now: Option<Date>) {
        let _ = self.publishing.set(PublishJob { job, now });
    }

    /// The day that the site is shown for.
    pub(super) fn today(&self) -> Date {
        let given = self.publishing.get().and_then(|job| job.now);
        given.unwrap_or_else(|| Stockholm.today())
    }
}

/// A target to choose.
#[derive(Serialize)]
struct TargetRow {
    name: String,
    place: String,
}

/// Pages that change in one way.
#[derive(Serialize)]
struct PageList {
    heading: String,
    pages: Vec<String>,
    more: usize,
}

/// A question that is answered before anything is sent.
#[derive(Serialize)]
struct DoubtRow {
    id: String,
    text: String,
    answered: bool,
}

/// What is said of a target.
#[derive(Default, Serialize)]
struct TargetPage {
    target: String,
    place: String,
    /// What the plan is, in a line.
    line: String,
    lists: Vec<PageList>,
    doubts: Vec<DoubtRow>,
    /// By which the second step knows that it is what was seen.
    plan: String,
    /// The print of a key that nobody has accepted yet.
    key: String,
    key_text: String,
    /// What a secret is asked with.
    secret: String,
    /// For whom it is asked: the form says so again, and no other gets it.
    secret_for: String,
    /// What is said first.
    notes: Vec<String>,
    /// It is done, or there was nothing to do.
    done: bool,
    /// What was there before is put back.
    back: bool,
}

/// What the target asked while it was opened.
#[derive(Default)]
struct TargetAsked {
    /// The print of a key, and what is asked about it.
    key: RefCell<Option<(String, String)>>,
    secret: RefCell<Option<AskedSecret>>,
}

/// A secret that the target asked for.
#[derive(Default)]
struct AskedSecret {
    question: String,
    whom: String,
    /// One was sent along that was typed for another server.
    is_of_other: bool,
}

/// The targets that there are.
pub fn show(office: &Office<'_>, query: &Answers) -> Reply {
    let notice = if query.contains_key("plats") { office.word("edit-target-made") } else { String::new() };
    start(office, (&[], &TargetForm::default(), &notice), 200)
}

fn start(office: &Office<'_>, (found, form, notice): (&[FoundRow], &TargetForm, &str), status: u16) -> Reply {
    let (targets, faults) = targets(office.editor);
    let row =
        |(name, target): &(String, PublishTarget)| TargetRow { name: name.clone(), place: target.place() };
    let rows: Vec<TargetRow> = targets.iter().map(row).collect();
    let faults: Vec<String> = faults.iter().map(|found| office.said(found)).collect();
    let page = PageOf::new(office.editor, office.messages, &office.word("edit-publish"));
    page.with("targets", &rows)
        .with("faults", &faults)
        .with("found", found)
        .with("notice", notice)
        .with("form", form)
        .with("may_place", &target::is_wanted(office))
        .reply("publish.html", status)
}

fn targets(editor: &Editor) -> (Vec<(String, PublishTarget)>, Vec<Diagnostic>) {
    match remote::targets(&editor.root) {
        Some((Some(targets), _)) => (targets.targets.into_iter().collect(), Vec::new()),
        Some((None, found)) => (Vec::new(), found),
        None => (Vec::new(), Vec::new()),
    }
}

/// Looks at a target, or publishes to it.
pub fn act(office: &Office<'_>, sent: &Answers) -> Option<Reply> {
    if sent.get("_do").is_some_and(|does| does == "place") {
        let is_wanted = target::is_wanted(office);
        return is_wanted
            .then(|| target::make(office, sent).unwrap_or_else(|form| start(office, (&[], &form, ""), 422)));
    }
    let name = sent.get("target")?;
    let (_, target) = targets(office.editor).0.into_iter().find(|(known, _)| known == name)?;
    // One at a time; a second press waits for the first.
    let _turn = office.editor.turn.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if is_back(sent) {
        return Some(Publishing { office, sent, name, target: &target }.run(&FarSource::Before));
    }
    let PublishJob { mut job, now } = office.editor.publishing.get()?.clone();
    job.options.settings.now = now.unwrap_or_else(|| Stockholm.today());
    job.options.settings.base_url = target.base_url.as_ref().map(|url| url.base().to_string());
    let outcome = run::run(&job);
    if !outcome.published {
        let errors: Vec<&Diagnostic> = outcome.diagnostics.iter().filter(|found| found.is_error()).collect();
        return Some(start(office, (&office.rows(&errors), &TargetForm::default(), ""), 422));
    }
    let site = FarSource::Built(job.output, Box::new(outcome));
    Some(Publishing { office, sent, name, target: &target }.run(&site))
}

/// Is what was there before the last publication to be put back?
fn is_back(sent: &Answers) -> bool {
    sent.contains_key("angra")
}

/// Was a secret typed for this server, whatever of it was asked for?
fn is_of_server(typed_for: &str, whom: &SecretFor) -> bool {
    typed_for.split_once(' ').is_some_and(|(_, server)| server == whom.server)
}

struct Publishing<'a> {
    office: &'a Office<'a>,
    sent: &'a Answers,
    name: &'a str,
    target: &'a PublishTarget,
}

impl Publishing<'_> {
    fn run(&self, site: &FarSource) -> Reply {
        let asked = TargetAsked::default();
        match self.publish(site, &asked) {
            Ok(page) => self.page(&page, 200),
            Err(error) => self.stopped(error, &asked),
        }
    }

    fn publish(&self, site: &FarSource, asked: &TargetAsked) -> Result<TargetPage, FarError> {
        let is_key = |key: &AskedKey<'_>| {
            let text = self.office.messages.phrase(&key.question());
            *asked.key.borrow_mut() = Some((key.print.to_string(), text));
            self.sent.get("key").is_some_and(|sent| sent == key.print)
        };
        let secret = |secret: Secret, asker: &AskingServer<'_>| self.secret(secret, asker, asked);
        let asks = Asks { is_key: &is_key, secret: &secret };
        let publication =
            FarPublication::open(&self.office.editor.root, (self.name, self.target), site, &asks)?;
        if publication.is_done() {
            let is_sent = self.sent.get("_do").is_some_and(|does| does == "send");
            let archived = if is_sent { self.archive(&publication) } else { None };
            let notes = [self.office.word("publish-nothing")].into_iter().chain(archived).collect();
            return Ok(TargetPage { notes, done: true, ..self.blank() });
        }
        let page = self.planned(&publication, asked)?;
        let is_seen = self.sent.get("plan").is_some_and(|plan| *plan == page.plan);
        let is_answered = page.doubts.iter().all(|doubt| doubt.answered);
        match self.sent.get("_do").map_or("", String::as_str) {
            "send" if is_seen && is_answered => self.send(&publication),
            "send" => {
                let why = if is_seen { "edit-publish-unanswered" } else { "edit-publish-other" };
                let notes = [self.office.word(why)].into_iter().chain(page.notes).collect();
                Ok(TargetPage { notes, ..page })
            }
            _ => Ok(page),
        }
    }

    fn blank(&self) -> TargetPage {
        let back = is_back(self.sent);
        TargetPage {
            target: self.name.to_string(),
            place: self.target.place(),
            back,
            ..TargetPage::default()
        }
    }

    /// The same, with the secret that the target asked for.
    fn asking(&self, asked: &TargetAsked) -> TargetPage {
        let mut page = self.blank();
        if let Some(secret) = &*asked.secret.borrow() {
            if secret.is_of_other {
                let place = [("place", &*page.place)];
                page.notes.push(self.office.messages.text("edit-publish-moved", &place));
            }
            page.secret.clone_from(&secret.question);
            page.secret_for.clone_from(&secret.whom);
        }
        page
    }

    /// What will change, and what is asked.
    fn planned(&self, publication: &FarPublication, asked: &TargetAsked) -> Result<TargetPage, FarError> {
        let messages = &self.office.messages;
        let planned = &publication.planned;
        let list = |key: &str, pages: &[FarPath]| PageList {
            heading: self.office.word(key),
            pages: pages.iter().take(MOST).map(words::address).collect(),
            more: pages.len().saturating_sub(MOST),
        };
        let lists = [
            list("edit-publish-new", &planned.new),
            list("edit-publish-changed", &planned.changed),
            list("edit-publish-gone", &planned.gone),
            list("edit-publish-files", &planned.files_gone),
        ];
        let doubt = |doubt: &remote::Doubt| {
            let text = words::doubt(messages, doubt, planned);
            let id = Fingerprint::of(text.as_bytes()).short().to_string();
            DoubtRow { answered: self.sent.contains_key(&format!("svar-{id}")), id, text }
        };
        let goes_on = publication.goes_on().then(|| self.office.word("publish-goes-on"));
        Ok(TargetPage {
            line: words::plan(messages, self.name, planned),
            lists: lists.into_iter().filter(|list| !list.pages.is_empty()).collect(),
            doubts: publication.doubts()?.iter().map(doubt).collect(),
            plan: publication.print(self.target).to_string(),
            notes: goes_on.into_iter().collect(),
            ..self.asking(asked)
        })
    }

    fn send(&self, publication: &FarPublication) -> Result<TargetPage, FarError> {
        publication.send(&|_, _| {}, &AtomicBool::new(false))?;
        let messages = &self.office.messages;
        let key = if is_back(self.sent) { "publish-undone" } else { "publish-done" };
        let mut notes = vec![words::done(messages, key, &publication.planned)];
        let base = self.target.base_url.clone().or_else(|| remote::base_url(&self.office.editor.root));
        if let Some(base) = base {
            let (count, unlike) = publication.compare(base.base(), false);
            if unlike.is_empty() {
                let args = [("count", &*count.to_string()), ("url", base.base())];
                notes.push(messages.text("publish-seen", &args));
            }
            notes.extend(unlike.iter().map(|page| {
                let found = Diagnostic::anywhere(Code::NotSeen).with("url", &page.address);
                self.office.said_of_form(&found.saying("reason", self.office.reason(page.reason.clone())))
            }));
        }
        notes.extend(self.archive(publication));
        Ok(TargetPage { notes, done: true, ..self.blank() })
    }

    /// Adds it to the archive, where there is one, and says what came of it.
    fn archive(&self, publication: &FarPublication) -> Option<String> {
        let now = self.office.editor.publishing.get().and_then(|job| job.now);
        let address = self.target.base_url.as_ref();
        let (path, added) = archive::follow(&self.office.editor.root, publication, (address, now))?;
        let messages = &self.office.messages;
        Some(match added {
            Ok(added) => archive::words(messages, &added),
            Err(error) => self.office.said(&error.diagnostic(&path)),
        })
    }

    /// A secret: from the environment of the program, else what came with this request. It goes to the server that it was typed for: the file of
    /// targets may have been exchanged since.
    fn secret(&self, secret: Secret, asker: &AskingServer<'_>, asked: &TargetAsked) -> Option<String> {
        if let Some(given) = secret.given(asker) {
            return Some(given);
        }
        let address = asker.address;
        let args = [("user", address.user.as_str()), ("host", &address.server())];
        let question = self.office.messages.text(secret.question(), &args);
        let typed = self.sent.get("secret").filter(|given| !given.is_empty());
        let typed_for = self.sent.get("secret_for").map_or("", String::as_str);
        let whom = asker.whom(secret);
        let is_of_other = typed.is_some() && !is_of_server(typed_for, &whom);
        let whom = whom.to_string();
        let given = typed.filter(|_| typed_for == whom).cloned();
        *asked.secret.borrow_mut() = Some(AskedSecret { question, whom, is_of_other });
        given
    }

    /// Why nothing was sent, or what is asked before it can be.
    fn stopped(&self, error: FarError, asked: &TargetAsked) -> Reply {
        let key = asked.key.borrow().clone();
        match (&*error.reason.key, key) {
            ("target-new-key" | "target-other-key", Some((key, key_text))) => {
                self.page(&TargetPage { key_text, key, ..self.blank() }, 200)
            }
            ("target-needs-secret" | "target-not-met", _) => self.page(&self.asking(asked), 200),
            _ => {
                let mut page = self.asking(asked);
                let error = FarError { reason: self.office.reason(error.reason), ..error };
                page.notes.push(self.office.said_of_form(&words::failed(self.name, error)));
                self.page(&page, 422)
            }
        }
    }

    fn page(&self, page: &TargetPage, status: u16) -> Reply {
        let heading = if page.done { "edit-publish-done" } else { "edit-publish-look" };
        let heading = if status == 200 { heading } else { "edit-publish-failed" };
        let trail = super::view::TrailStep {
            href: format!("{PREFIX}publicera"),
            text: self.office.word("edit-publish"),
        };
        PageOf::new(self.office.editor, self.office.messages, &self.office.word(heading))
            .with("trail", &[trail])
            .with("page", page)
            .with("failed", &(status != 200))
            .reply("target.html", status)
    }
}
