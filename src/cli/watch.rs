//! `fcsite watch` and `fcsite serve`: they go on until the person stops them, whatever is wrong with the content.

use std::collections::HashSet;
use std::net::Ipv4Addr;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::args::{BuildArguments, EditArguments, ServeArguments, WatchArguments};
use super::build::{job, tell};
use super::{Context, ERRORS, USAGE, WELL, screen};
use crate::base::characters::visible_line;
use crate::base::{Diagnostic, Messages, OutputPath, Phrase};
use crate::host::clock::{Clock, Fixed, Stockholm};
use crate::host::edit::Editor;
use crate::host::report;
use crate::host::run::{BuildJob, Outcome};
use crate::host::serve::{
    self, Beside, Config, Limits, Password, RunningServer, ServeError, ServedFolder, ServedSite, SiteNews,
};
use crate::host::session::{Rebuilt, Session, SessionMoment, keep_up};
use crate::host::source::whole;
use crate::host::watch::{Trouble, Watch};

/// Builds at every change, until the person stops it.
pub fn command_watch(context: &Context, arguments: &WatchArguments) -> u8 {
    let source = match whole_source(context) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let job = job(context, &arguments.build, source);
    let mut watch = start_watch(context, &job, arguments);
    let mut session = Session::new(job);
    stop_well(&session);
    let mut teller = Teller::default();
    keep_up(&mut session, &mut watch, clock(arguments).as_ref(), &mut |_, moment| {
        if let SessionMoment::Built(rebuilt) = moment
            && teller.tell(context, &rebuilt.outcome)
        {
            context.say(&context.messages.text("watch-waiting", &[]));
        }
        ControlFlow::Continue(())
    });
    WELL
}

/// Builds at every change into a folder of its own, and shows it.
pub fn command_serve(context: &Context, arguments: &ServeArguments) -> u8 {
    match whole_source(context) {
        Ok(source) => serve_site(context, arguments, source, None),
        Err(code) => code,
    }
}

/// The same with an editor beside the site, for this computer alone.
pub fn command_edit(context: &Context, arguments: &EditArguments) -> u8 {
    let source = match whole_source(context) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let editor = match Editor::new(&source, context.locale()) {
        Ok(editor) => Arc::new(editor),
        Err(error) => {
            context.complain(&context.messages.phrase(&Phrase::of_system(&error)));
            return ERRORS;
        }
    };
    let build = BuildArguments { now: arguments.now, ..BuildArguments::default() };
    editor.publishes(BuildJob { bar: None, ..job(context, &build, source.clone()) }, arguments.now);
    let served = ServeArguments {
        watch: WatchArguments { build, poll: None },
        port: arguments.port,
        bind: Ipv4Addr::LOCALHOST.into(),
        open: !arguments.no_open,
        follow: false,
        published: false,
        password: false,
    };
    serve_site(context, &served, source, Some(editor))
}

fn serve_site(
    context: &Context,
    arguments: &ServeArguments,
    source: PathBuf,
    editor: Option<Arc<Editor>>,
) -> u8 {
    let mut job = job(context, &arguments.watch.build, source);
    if arguments.watch.build.output.is_none() {
        job.output = job.source.join(".fcsite").join("serve");
    }
    // What the person who writes has not published yet is in it on purpose, and nobody else has its addresses.
    job.private = true;
    job.options.settings.drafts = !arguments.published;
    job.options.settings.future = !arguments.published;
    let folder = Arc::new(ServedFolder::new(&job.output, &job.source));
    let password = match arguments.password.then(Password::new).transpose() {
        Ok(password) => password,
        Err(error) => {
            context.complain(&context.messages.phrase(&Phrase::of_system(&error)));
            return ERRORS;
        }
    };
    let config = Config {
        bind: arguments.bind,
        port: arguments.port,
        source: Some(job.source.clone()),
        password: password.clone(),
        language: context.locale(),
        limits: Limits::default(),
    };
    let beside = editor.clone().map(|editor| editor as Arc<dyn Beside>);
    let server = match serve::start_with(config, folder.clone(), beside) {
        Ok(server) => server,
        Err(error) => {
            context.complain(&context.messages.phrase(&error.phrase()));
            return if matches!(error, ServeError::Taken { .. }) { ERRORS } else { USAGE };
        }
    };
    let url = server.url();
    // Links to the region lead to the server, as they lead to the region's own address once the site is published.
    // Whoever looks at them from another computer must get there, too.
    let network = server.network_urls();
    let base_url = network.as_ref().and_then(|urls| urls.first()).unwrap_or(&url);
    job.options.settings.base_url.get_or_insert_with(|| base_url.trim_end_matches('/').to_string());
    // Where only some municipalities are made there is no page of the region.
    let first = job.options.only.as_ref().and_then(|only| only.first());
    let whole = |url: &String| first.map_or_else(|| url.clone(), |first| format!("{url}{first}/"));
    let url = whole(&url);
    let network: Option<Vec<String>> = network.map(|urls| urls.iter().map(whole).collect());
    let addresses = Addresses { url, network, password, editor };
    let shown = Shown { server, folder, follow: arguments.follow, is_failing: false, is_listed: false };
    show_on(context, arguments, job, (shown, &addresses))
}

/// Where the site can be seen, and edited.
struct Addresses {
    url: String,
    network: Option<Vec<String>>,
    password: Option<Password>,
    editor: Option<Arc<Editor>>,
}

fn show_on(
    context: &Context,
    arguments: &ServeArguments,
    job: BuildJob,
    (mut shown, addresses): (Shown, &Addresses),
) -> u8 {
    let mut watch = start_watch(context, &job, &arguments.watch);
    let mut session = Session::new(job);
    stop_well(&session);
    let mut teller = Teller::default();
    keep_up(&mut session, &mut watch, clock(&arguments.watch).as_ref(), &mut |session, moment| {
        let SessionMoment::Built(rebuilt) = moment else {
            shown.show_ahead(session);
            return ControlFlow::Continue(());
        };
        let is_first = teller.tell(context, &rebuilt.outcome);
        if let Some(editor) = &addresses.editor {
            editor.told(&rebuilt.outcome.diagnostics);
            editor.knows(session.bench(), shown.folder.clone());
        }
        shown.tell(session, rebuilt, &context.messages);
        if is_first {
            tell_addresses(context, arguments, addresses);
        }
        ControlFlow::Continue(())
    });
    WELL
}

/// Says where the site is, and opens the browser if it shall.
fn tell_addresses(context: &Context, arguments: &ServeArguments, addresses: &Addresses) {
    let Addresses { url, network, password, editor } = addresses;
    let opened = match editor {
        Some(editor) => {
            let whole = format!("{url}{}", editor.address());
            context.say(&context.messages.text("edit-waiting", &[("url", &whole)]));
            // What a program is started with is seen by everybody on the computer.
            format!("{url}{}", editor.address_for_once().unwrap_or_default())
        }
        None => {
            context.say(&context.messages.text("serve-waiting", &[("url", url)]));
            url.clone()
        }
    };
    if let Some(urls) = network {
        tell_network(context, urls, !arguments.published);
    }
    if let Some(password) = password {
        context.say(&context.messages.text("serve-password", &[("password", password.shown())]));
    }
    if arguments.open
        && let Err(error) = open::that_detached(&opened)
    {
        let reason = [("reason", error.to_string())];
        let reason = reason.each_ref().map(|(name, value)| (*name, value.as_str()));
        context.complain(&context.messages.text("serve-no-browser", &reason));
    }
}

/// Says which address can be given to somebody else, and what they see.
fn tell_network(context: &Context, urls: &[String], with_drafts: bool) {
    let messages = &context.messages;
    if urls.is_empty() {
        context.say(&messages.text("serve-network-unknown", &[]));
    } else {
        context.say(&messages.text("serve-network", &[("urls", &urls.join("  "))]));
    }
    if with_drafts {
        context.say(&messages.text("serve-network-drafts", &[]));
    }
}

/// The source folder without links and dots: it stays the same folder wherever events come from.
fn whole_source(context: &Context) -> Result<PathBuf, u8> {
    let source = context.source_folder()?;
    whole(&source).map_err(|error| {
        let said = context.messages.phrase(&Phrase::of_system(&error));
        context.complain(&format!("{}: {said}", visible_line(&source.display().to_string())));
        USAGE
    })
}

fn clock(arguments: &WatchArguments) -> Box<dyn Clock> {
    match arguments.build.now {
        Some(day) => Box::new(Fixed(day)),
        None => Box::new(Stockholm),
    }
}

fn start_watch(context: &Context, job: &BuildJob, arguments: &WatchArguments) -> Watch {
    let locale = context.locale();
    let tell = move |trouble: Trouble| {
        screen::say_line(&words_of(&trouble, &Messages::of(locale)));
    };
    Watch::start(&job.source, arguments.poll.map(Duration::from_millis), tell)
}

fn words_of(trouble: &Trouble, messages: &Messages) -> String {
    match trouble {
        Trouble::LostEvents => messages.text("trouble-lost-events", &[]),
        Trouble::TooManyWatches => messages.text("trouble-too-many-watches", &[]),
        Trouble::CannotWatch { path, reason } => {
            let path = path.as_ref().map_or_else(|| "none".to_string(), |path| path.display().to_string());
            messages.text("trouble-cannot-watch", &[("path", &path), ("reason", reason)])
        }
        Trouble::Shared { kind } => messages.text("trouble-shared", &[("kind", kind)]),
        Trouble::Polling { every } => {
            messages.text("trouble-polling", &[("milliseconds", &every.as_millis().to_string())])
        }
        Trouble::SourceGone => messages.text("trouble-source-gone", &[]),
        Trouble::SourceBack => messages.text("trouble-source-back", &[]),
    }
}

/// When the person stops the program, what is being published is brought to its end first.
fn stop_well(session: &Session) {
    let mut close = Some(session.closer());
    // Where the system has no such signal the next build mends what was cut short.
    let _ = ctrlc::set_handler(move || {
        if let Some(close) = close.take() {
            close();
        }
        std::process::exit(i32::from(WELL));
    });
}

/// What was told at the terminal. A warning is told once, until it has been mended: who writes shall see what is new.
#[derive(Default)]
struct Teller {
    told: Option<HashSet<Diagnostic>>,
}

impl Teller {
    /// Tells of a build. Was it the first?
    fn tell(&mut self, context: &Context, outcome: &Outcome) -> bool {
        let before = self.told.replace(outcome.diagnostics.iter().cloned().collect());
        let is_first = before.is_none();
        let before = before.unwrap_or_default();
        let mut shown = outcome.clone();
        // A program that reads along is given everything.
        shown.diagnostics.retain(|found| context.global.json || found.is_error() || !before.contains(found));
        tell(context, &shown);
        is_first
    }
}

/// The site in the browser.
struct Shown {
    server: RunningServer,
    folder: Arc<ServedFolder>,
    follow: bool,
    is_failing: bool,
    is_listed: bool,
}

impl Shown {
    /// Makes the pages that somebody looks at, before all others: a change of the theme is seen at once, however many pages there are. What is
    /// wrong is told by the build of the whole site.
    fn show_ahead(&self, session: &Session) {
        let pages = self.folder.looked_at();
        let mut bench = if pages.is_empty() { return } else { session.bench() };
        for page in pages.iter().filter_map(|page| OutputPath::new(page)) {
            let made = bench.page(&page, &|path| self.folder.has(path));
            if !made.pages.is_empty() {
                let paths = made.files.keys().cloned().collect();
                self.folder.show_ahead(made.files);
                self.server.say(SiteNews::Changed { paths, follow: None });
            }
        }
    }

    fn tell(&mut self, session: &Session, rebuilt: &Rebuilt, messages: &Messages) {
        let ahead = self.folder.show_folder();
        if !self.is_listed
            && let Some(files) = session.files()
        {
            self.folder.show(Arc::new(files));
            self.is_listed = true;
        }
        let outcome = &rebuilt.outcome;
        if !outcome.published {
            self.is_failing = true;
            let errors: Vec<Diagnostic> =
                outcome.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).cloned().collect();
            let plain = report::Look { colour: false, width: 100, all: false };
            self.server.say(SiteNews::Failed { text: report::show(&errors, messages, plain) });
            return;
        }
        let follow = rebuilt.edited.as_ref().filter(|_| self.follow).map(address);
        // What browsers have been told of already is as it was told.
        let is_shown = |path: &str| {
            let bytes = ahead.get(path);
            bytes.is_some_and(|bytes| {
                self.folder.read(path).is_some_and(|read| read.ok().as_ref() == Some(bytes))
            })
        };
        let made = rebuilt.made.iter().map(ToString::to_string);
        let paths: Vec<String> = made.filter(|path| !is_shown(path)).collect();
        let removed = outcome.counts.removed > 0;
        if std::mem::take(&mut self.is_failing) && paths.is_empty() && !removed {
            self.server.say(SiteNews::Mended);
        } else {
            self.server.say(SiteNews::Changed { paths, follow });
        }
    }
}

/// The address of a page at the server.
fn address(page: &OutputPath) -> String {
    format!("/{}", page.as_str().trim_end_matches("index.html"))
}
