//! `fcsite publish`.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use super::args::{BuildArguments, PublishArguments};
use super::{Context, ERRORS, UNANSWERED, USAGE, WELL, build, screen};
use crate::base::{Code, Diagnostic, json as written};
use crate::host::archive;
use crate::host::progress::Watcher;
use crate::host::remote::{
    self, AskedKey, AskingServer, Asks, Doubt, FarError, FarPath, FarPublication, FarSource, Planned, Secret,
    Unlike, words,
};
use crate::host::run;
use crate::parse::targets::{PublishTarget, TARGETS};

/// How many addresses are told, but for `-v`.
const MOST: usize = 5;

/// Builds, and sends what changed to a target.
pub fn command_publish(context: &Context, arguments: &PublishArguments) -> u8 {
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let (name, target) = match target_of(&source, arguments.target.as_deref()) {
        Ok(found) => found,
        Err(found) => return context.stop(&found, if found.iter().any(is_call) { USAGE } else { ERRORS }),
    };
    let site = if arguments.undo {
        FarSource::Before
    } else {
        let job = build::job(context, &of_build(arguments, &target), source.clone());
        let outcome = run::run(&job);
        build::tell(context, &outcome);
        if !outcome.published {
            return ERRORS;
        }
        FarSource::Built(job.output, Box::new(outcome))
    };
    let publication = Publication { context, arguments, source: &source, name: &name, target: &target };
    match publication.run(&site) {
        Ok(code) => code,
        Err(error) => {
            let code = if is_question(&error) { UNANSWERED } else { ERRORS };
            context.stop(&[words::failed(&name, error)], code)
        }
    }
}

/// Did it end because nobody answered?
fn is_question(error: &FarError) -> bool {
    matches!(
        &*error.reason.key,
        "target-new-key"
            | "target-other-key"
            | "target-needs-secret"
            | "target-not-met"
            | "target-needs-keys"
            | "target-keys-kept"
    )
}

/// Is it wrong how the command was called?
fn is_call(found: &Diagnostic) -> bool {
    found.code == Code::NoTarget
}

/// A publication builds as `build` does, without drafts: what is not for everybody yet goes nowhere.
fn of_build(arguments: &PublishArguments, target: &PublishTarget) -> BuildArguments {
    BuildArguments {
        output: arguments.output.clone(),
        base_url: target.base_url.clone(),
        only: Vec::new(),
        drafts: false,
        future: false,
        now: arguments.now,
        full: arguments.full,
        strict: arguments.strict,
        precompress: arguments.precompress,
        sync: false,
        timings: false,
    }
}

/// The target that is meant: the one that was named, or the only one.
fn target_of(source: &Path, name: Option<&str>) -> Result<(String, PublishTarget), Vec<Diagnostic>> {
    let none = |kind: &str, choices: &str| {
        let diagnostic = Diagnostic::anywhere(Code::NoTarget).with("kind", kind).with("file", TARGETS);
        vec![diagnostic.with("name", name.unwrap_or_default()).with("choices", choices)]
    };
    let (targets, found) = remote::targets(source).ok_or_else(|| none("no-file", ""))?;
    let targets = targets.ok_or(found)?.targets;
    let choices = targets.keys().cloned().collect::<Vec<_>>().join(", ");
    match name {
        Some(name) => {
            let found = targets.get(name).map(|target| (name.to_string(), target.clone()));
            found.ok_or_else(|| none("unknown", &choices))
        }
        None if targets.len() == 1 => targets.into_iter().next().ok_or_else(|| none("unknown", &choices)),
        None if targets.is_empty() => Err(none("no-target", "")),
        None => Err(none("several", &choices)),
    }
}

struct Publication<'a> {
    context: &'a Context,
    arguments: &'a PublishArguments,
    source: &'a PathBuf,
    name: &'a str,
    target: &'a PublishTarget,
}

impl Publication<'_> {
    fn run(&self, site: &FarSource) -> Result<u8, FarError> {
        let is_key = |key: &AskedKey<'_>| {
            // A script cannot know whether it is the right server, and would hand it the password.
            self.is_answered(&self.context.messages.phrase(&key.question()), "publish-ask-key")
        };
        let asks = Asks { is_key: &is_key, secret: &|secret, asker| self.secret(secret, asker) };
        let publisher = FarPublication::open(self.source, (self.name, self.target), site, &asks)?;
        if publisher.is_done() {
            self.say("publish-nothing", &[]);
            self.tell(&publisher.planned, "unchanged", &[]);
            return Ok(if self.arguments.dry_run { WELL } else { self.archive(&publisher) });
        }
        if publisher.goes_on() {
            self.say("publish-goes-on", &[]);
        }
        if !publisher.planned.is_unseen() {
            self.say_pages(&publisher.planned);
        }
        let doubts = publisher.doubts()?;
        if self.arguments.dry_run {
            doubts.iter().for_each(|doubt| self.context.say(&self.doubt(doubt, &publisher.planned)));
            self.say("publish-dry", &[]);
            self.tell(&publisher.planned, "planned", &[]);
            return Ok(WELL);
        }
        for doubt in &doubts {
            if !self.is_wanted(&self.doubt(doubt, &publisher.planned)) {
                self.context.complain(&self.text("publish-unanswered", &[]));
                return Ok(UNANSWERED);
            }
        }
        self.send(&publisher)?;
        let unlike = self.compare(&publisher);
        self.tell(&publisher.planned, if self.arguments.undo { "undone" } else { "published" }, &unlike);
        Ok(self.archive(&publisher))
    }

    /// Adds it to the archive, where there is one. That it failed does not take the publication back.
    fn archive(&self, publisher: &FarPublication) -> u8 {
        let address = self.target.base_url.as_ref();
        match archive::follow(self.source, publisher, (address, self.arguments.now)) {
            Some((path, added)) => {
                let is_added = added.is_ok();
                let code = super::archive::tell(self.context, &path, added);
                if !is_added {
                    self.context.complain(&self.text("archive-after", &[]));
                }
                code
            }
            None => WELL,
        }
    }

    fn send(&self, publisher: &FarPublication) -> Result<(), FarError> {
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        // The files that are under way come whole; the next publication goes on from there.
        let _ = ctrlc::set_handler(move || told.store(true, Ordering::Relaxed));
        let bar = build::bar(self.context).map(|_| self.text("progress-sending", &[]));
        let watcher = Watcher::new(bar, false);
        let sent = publisher.send(&|done, all| crate::build::Observer::progress(&watcher, done, all), &stop);
        watcher.finish();
        sent?;
        if publisher.planned.is_unseen() {
            self.say("publish-nothing", &[]);
            return Ok(());
        }
        let key = if self.arguments.undo { "publish-undone" } else { "publish-done" };
        self.context.say(&words::done(&self.context.messages, key, &publisher.planned));
        Ok(())
    }

    /// Looks at some pages as a reader, where the address is known.
    fn compare(&self, publisher: &FarPublication) -> Vec<Unlike> {
        if self.arguments.no_look {
            return Vec::new();
        }
        let own = self.target.base_url.clone();
        let Some(base) = own.or_else(|| remote::base_url(self.source)) else { return Vec::new() };
        let (count, unlike) = publisher.compare(base.base(), self.arguments.look);
        if unlike.is_empty() {
            self.say("publish-seen", &[("count", &count.to_string()), ("url", base.base())]);
            return unlike;
        }
        let warning = |page: &Unlike| {
            let diagnostic = Diagnostic::anywhere(Code::NotSeen).with("url", &page.address);
            diagnostic.saying("reason", page.reason.clone())
        };
        self.context.stop(&unlike.iter().map(warning).collect::<Vec<_>>(), WELL);
        unlike
    }

    /// What happens to pages, in words.
    fn say_pages(&self, planned: &Planned) {
        self.context.say(&words::plan(&self.context.messages, self.name, planned));
        for (key, pages) in [
            ("publish-new", &planned.new),
            ("publish-changed", &planned.changed),
            ("publish-gone", &planned.gone),
            ("publish-files", &planned.files_gone),
        ] {
            self.say_list(key, pages);
        }
    }

    fn say_list(&self, key: &str, pages: &[FarPath]) {
        if pages.is_empty() {
            return;
        }
        let shown = if self.context.global.verbose { pages.len() } else { pages.len().min(MOST) };
        let addresses = pages.iter().take(shown).map(words::address).collect::<Vec<_>>().join(", ");
        let more = (pages.len() - shown).to_string();
        self.say(key, &[("pages", &addresses), ("more", &more)]);
    }

    fn doubt(&self, doubt: &Doubt, planned: &Planned) -> String {
        words::doubt(&self.context.messages, doubt, planned)
    }

    /// Asks, where there is somebody to ask; `--yes` answers beforehand.
    fn is_wanted(&self, question: &str) -> bool {
        if self.arguments.yes {
            screen::say_line(question);
            return true;
        }
        self.is_answered(question, "publish-ask")
    }

    /// Asks, and nothing answers beforehand.
    fn is_answered(&self, question: &str, ask: &str) -> bool {
        screen::is_answered(question, &self.text(ask, &[]))
    }

    /// A secret: from the environment, else asked for without showing what is typed.
    fn secret(&self, secret: Secret, asker: &AskingServer<'_>) -> Option<String> {
        if let Some(given) = secret.given(asker) {
            return Some(given);
        }
        if !std::io::stdin().is_terminal() || !screen::is_terminal() {
            return None;
        }
        screen::say(&format!(
            "{} ",
            self.text(secret.question(), &[("user", &asker.address.user), ("host", &asker.address.server())])
        ));
        rpassword::read_password().ok().filter(|typed| !typed.is_empty())
    }

    /// The publication as a line of JSON.
    fn tell(&self, planned: &Planned, what: &str, unlike: &[Unlike]) {
        if !self.context.global.json {
            return;
        }
        let (files, bytes) = planned.sent();
        let pages = |pages: &[FarPath]| pages.iter().map(words::address).collect::<Vec<_>>();
        let value = json!({
            "type": "publication",
            "target": self.name,
            "what": what,
            "new": pages(&planned.new),
            "changed": pages(&planned.changed),
            "gone": pages(&planned.gone),
            "files_gone": pages(&planned.files_gone),
            "files": files,
            "bytes": bytes,
            "not_seen": unlike.iter().map(|page| page.address.clone()).collect::<Vec<_>>(),
        });
        self.context.data(&format!("{}\n", written::line(&value)));
    }

    fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.context.messages.text(key, args)
    }

    fn say(&self, key: &str, args: &[(&str, &str)]) {
        self.context.say(&self.text(key, args));
    }
}
