//! `fcsite init` and `fcsite new`.

mod activity;
mod ask;
mod texts;
mod typed;

use std::path::{Path, PathBuf};

use super::args::{
    InitArguments, NewArguments, NewCentreArgs, NewCommand, NewMunicipalityArgs, email, phone, postal_code,
};
use super::{Context, ERRORS, USAGE, WELL, day};
use crate::base::characters::visible_line;
use crate::base::{Code, Diagnostic, Phrase, Severity, SourcePath, json, nearest};
use crate::host::{change, create};
use crate::model::{self, NameOf, is_reserved};
use crate::parse::SHARED;
use crate::parse::scb;
use crate::scaffold::{self, NewFile, Setting};
use crate::schema::{self, Kind};
use crate::survey::Survey;
use ask::Asker;
use typed::Typed;

/// What stops a command: what is told, and the exit code.
type Stop = (Diagnostic, u8);

/// Makes a small site.
pub fn command_init(context: &Context, arguments: &InitArguments) -> u8 {
    let folder = arguments.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    match init(context, arguments, &folder) {
        Ok(()) => WELL,
        Err(diagnostic) => context.stop(&[diagnostic], ERRORS),
    }
}

fn not_made(shown: String, reason: Phrase) -> Diagnostic {
    let diagnostic = Diagnostic::anywhere(Code::CannotCreate).with("path", shown).with("kind", "make");
    diagnostic.saying("reason", reason)
}

fn init(context: &Context, arguments: &InitArguments, folder: &Path) -> Result<(), Diagnostic> {
    let shown = folder.display().to_string();
    if let Some((link, target)) = create::link_on_way(folder) {
        let reason = Phrase::new("create-link").with("link", link.display()).with("target", target.display());
        return Err(not_made(shown, reason));
    }
    match create::is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            let proposal = folder.join("familjecentraler").display().to_string();
            let proposal = proposal.trim_start_matches("./").to_string();
            let diagnostic = Diagnostic::anywhere(Code::FolderNotEmpty).with("folder", shown);
            return Err(diagnostic.with("proposal", proposal));
        }
        Err(error) => {
            return Err(not_made(shown, Phrase::of_system(&error)));
        }
    }
    let setting = Setting { messages: &context.messages, today: day(arguments.now), has_schemas: true };
    let there = change::names_in(folder, "")?;
    let is_there = |name: &str| there.iter().any(|other| other.eq_ignore_ascii_case(name));
    let (mut files, kept) = beside(scaffold::site(setting), is_there);
    files.extend(schemas(context));
    create::create_anew(folder, &files)?;
    if context.global.json {
        files.iter().for_each(|file| tell_file(context, "created", &create::shown(folder, &file.path)));
    }
    let is_here = folder == Path::new(".");
    // A name with blanks needs quotation marks in a terminal.
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let typed = if shown.chars().all(plain) { shown.clone() } else { format!("\"{shown}\"") };
    let say = |key: &str| context.say(&context.messages.text(key, &[("folder", &typed)]));
    say(if is_here { "init-done-here" } else { "init-done" });
    if !is_here {
        say("init-next-folder");
    }
    ["init-next-edit", "init-next-serve", "init-next-municipality"].into_iter().for_each(say);
    let readme = if is_there(README) { GUIDE } else { README };
    context.say(&context.messages.text("init-next-readme", &[("readme", readme)]));
    for name in kept {
        context.say(&context.messages.text("init-kept", &[("name", &name)]));
    }
    Ok(())
}

const README: &str = "README.md";
/// What our README is called where there is one.
const GUIDE: &str = "FCSITE.md";

/// The files of a new site beside what a fresh clone holds: nothing is written over. The guide gets another name; what git is to ignore
/// has to be added by hand, and is told.
fn beside(files: Vec<NewFile>, is_there: impl Fn(&str) -> bool) -> (Vec<NewFile>, Vec<String>) {
    let mut kept = Vec::new();
    let mut made = Vec::new();
    for file in files {
        match file.path.as_str() {
            README if is_there(README) => made.push(NewFile { path: GUIDE.to_string(), ..file }),
            path if is_there(path) => kept.push(file.path),
            _ => made.push(file),
        }
    }
    (made, kept)
}

/// The schemas that the editor's settings and the files' first lines name.
fn schemas(context: &Context) -> Vec<NewFile> {
    let messages = crate::base::Messages::whole(context.locale());
    let file = |kind: &Kind| NewFile {
        path: format!("{SCHEMAS}/{}.schema.json", kind.name()),
        text: format!("{:#}\n", schema::schema(*kind, &messages)),
    };
    Kind::ALL.iter().map(file).collect()
}

const SCHEMAS: &str = ".vscode/schemas";

/// Makes a file in the right place.
pub fn command_new(context: &Context, arguments: &NewArguments) -> u8 {
    let (source, survey) = match context.survey() {
        Ok(found) => found,
        Err(code) => return code,
    };
    let new = New {
        context,
        source: &source,
        survey,
        asker: Asker::of(context),
        typed: Typed::of(std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned())),
        has_schemas: create::has_folder(&source, SCHEMAS),
    };
    let made = match &arguments.what {
        NewCommand::Municipality(arguments) => new.municipality(arguments),
        NewCommand::Centre(arguments) => new.centre(arguments),
        NewCommand::News(arguments) => new.news(arguments),
        NewCommand::Page(arguments) => new.page(arguments),
        NewCommand::Translation(arguments) => new.translation(arguments),
        NewCommand::Activity(arguments) => return activity::command(&new, arguments),
    };
    let (file, next) = match made {
        Ok(made) => made,
        Err((diagnostic, code)) => return context.stop(&[diagnostic], code),
    };
    if let Some(diagnostic) = fault_of_name(&file) {
        return context.stop(&[diagnostic], USAGE);
    }
    if let Err(diagnostic) = create::create(&source, std::slice::from_ref(&file)) {
        return context.stop(&[diagnostic], ERRORS);
    }
    tell_file(context, "created", &create::shown(&source, &file.path));
    context.say(&next);
    WELL
}

/// What would be wrong with a file's name, or its municipality's, as soon as it is there: one that was given with `--id`.
fn fault_of_name(file: &NewFile) -> Option<Diagnostic> {
    let path = SourcePath::new(&file.path);
    let folder = file.path.split('/').nth(1).unwrap_or_default();
    let name = path.stem().split('.').next().unwrap_or_default();
    let found =
        model::name_fault(&path, folder, folder).or_else(|| model::name_fault(&path, name, path.name()))?;
    // There is no such file yet.
    Some(Diagnostic { file: None, ..found })
}

/// The path of a file, as it is shown, is what the command gives; programs are told what became of it too.
fn tell_file(context: &Context, became: &str, path: &str) {
    if context.global.json {
        context.data(&(json::line(&serde_json::json!({"type": became, "file": path})) + "\n"));
    } else {
        context.data(&format!("{}\n", visible_line(path)));
    }
}

/// What stops a command that lacks something: what that is, an example of it, and the choices that there are.
fn needs(what: &str, example: &str, choices: &str) -> Stop {
    let diagnostic = Diagnostic::anywhere(Code::NeedsValue).with("what", what);
    (diagnostic.with("example", example).with("choices", choices), USAGE)
}

/// A name that fcsite has itself, told with an address that is free.
fn reserved(name: &str, (kind, more): (&'static str, &str)) -> Diagnostic {
    let diagnostic = Diagnostic::anywhere(Code::ReservedName).with("kind", kind).with("name", name);
    diagnostic.with("path", "none").with("proposal", format!("{name}-{more}"))
}

/// What `new` works with.
struct New<'a> {
    context: &'a Context,
    source: &'a Path,
    survey: Survey,
    asker: Asker<'a>,
    typed: Typed,
    has_schemas: bool,
}

impl New<'_> {
    fn setting(&self, now: Option<jiff::civil::Date>) -> Setting<'_> {
        Setting { messages: &self.context.messages, today: day(now), has_schemas: self.has_schemas }
    }

    fn municipality(&self, arguments: &NewMunicipalityArgs) -> Result<(NewFile, String), Stop> {
        let example = &self.typed.with(Some("Botkyrka"), &[]);
        let is_known = |name: &str| self.is_municipality(name, arguments);
        let key = "ask-municipality-name";
        let name = self.asker.need(arguments.name.as_deref(), key, ("name", example), &is_known)?;
        let known = scb::by_name(&name);
        let code = self.code(arguments, &name, known)?;
        let (name, id) = match known {
            Some(known) => (scb::official_name(known.name), scaffold::municipality_id(known.name)),
            None => (name.trim().to_string(), scaffold::municipality_id(&name)),
        };
        let id = self.id(arguments.id.as_deref(), id, &name)?;
        let languages = self.survey.site.iter().flat_map(|site| &site.languages);
        if is_reserved(&id, NameOf::Folder, languages) {
            return Err((reserved(&id, ("new-municipality", "kommun")), ERRORS));
        }
        let asks = arguments.name.is_none();
        let phone = self.asker.may(arguments.phone.as_deref(), asks, "ask-municipality-phone", phone)?;
        let email = self.asker.may(arguments.email.as_deref(), asks, "ask-municipality-email", email)?;
        let new = scaffold::NewMunicipality { id, name, code, phone, email, is_example: false };
        let words = [("name", new.name.as_str()), ("code", &new.code), ("id", &new.id)];
        let next = self.context.messages.text("new-municipality-done", &words);
        Ok((scaffold::municipality(&new, self.setting(arguments.now)), next))
    }

    /// Can a municipality be made of the name that was answered?
    fn is_municipality(&self, name: &str, arguments: &NewMunicipalityArgs) -> Result<(), String> {
        if scb::by_name(name).is_none() && arguments.code.is_none() {
            let nearest = scb::nearest_name(name).unwrap_or("none");
            let words = [("name", name), ("nearest", nearest)];
            return Err(self.context.messages.text("ask-municipality-unknown", &words));
        }
        self.has_id(arguments.id.as_deref(), &scaffold::municipality_id(name))
    }

    /// Can an address be made of what was answered, if none was given?
    fn has_id(&self, given: Option<&str>, made: &str) -> Result<(), String> {
        if given.is_none() && made.is_empty() {
            return Err(self.context.messages.text("ask-slug", &[]));
        }
        Ok(())
    }

    /// The code: that of the name. One that was given must be the same.
    fn code(
        &self,
        arguments: &NewMunicipalityArgs,
        name: &str,
        known: Option<&'static scb::CodedMunicipality>,
    ) -> Result<String, Stop> {
        let given = arguments.code.as_deref().map(str::trim);
        let of_another = |code: &str, name: &str, right: &str| {
            let owner = scb::by_code(code).map_or("none", |owner| owner.name);
            let diagnostic = Diagnostic::anywhere(Code::CodeOfAnother).with("code", code);
            (diagnostic.with("name", name).with("owner", owner).with("right", right), ERRORS)
        };
        match (known, given) {
            (Some(known), None) => Ok(known.code.to_string()),
            (Some(known), Some(code)) if code == known.code => Ok(code.to_string()),
            (Some(known), Some(code)) => Err(of_another(code, known.name, known.code)),
            (None, Some(code)) if scb::is_known(code) => Err(of_another(code, name, "none")),
            (None, Some(code)) if code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()) => {
                // A build only warns of it; here nothing is made.
                let diagnostic = Diagnostic::anywhere(Code::UnknownMunicipalityCode).with("value", code);
                let diagnostic = diagnostic.with("right", "0127").with("name", "Botkyrka");
                Err((Diagnostic { severity: Severity::Error, ..diagnostic }, ERRORS))
            }
            (None, Some(code)) => {
                Err((Diagnostic::anywhere(Code::BadMunicipalityCode).with("value", code), ERRORS))
            }
            (None, None) => {
                let proposal = scb::nearest_name(name).unwrap_or("none");
                let diagnostic = Diagnostic::anywhere(Code::UnknownMunicipality).with("name", name);
                Err((diagnostic.with("proposal", proposal), ERRORS))
            }
        }
    }

    fn centre(&self, arguments: &NewCentreArgs) -> Result<(NewFile, String), Stop> {
        let example = &self
            .typed
            .with(Some("Familjecentralen i Fittja"), &self.missing_owner(arguments.municipality.as_deref()));
        let asks = arguments.name.is_none();
        let has_id = |name: &str| self.has_id(arguments.id.as_deref(), &scaffold::centre_id(name));
        let name =
            self.asker.need(arguments.name.as_deref(), "ask-centre-name", ("name", example), &has_id)?;
        let municipality = self.owner(arguments.municipality.as_deref(), "ask-centre-municipality", false)?;
        let id = self.id(arguments.id.as_deref(), scaffold::centre_id(&name), &name)?;
        let may = |given: Option<&str>, key, check: fn(&str) -> Result<String, &'static str>| {
            self.asker.may(given, asks, key, check)
        };
        let street = may(arguments.street.as_deref(), "ask-centre-street", any)?;
        let has_street = street.is_some();
        // Without a street there is no address to be in, and what was given is not dropped without a word.
        if !has_street && (arguments.postal_code.is_some() || arguments.city.is_some()) {
            let example = self.typed.with(None, &[("--street", "Fittja Torg 19".to_string())]);
            return Err(needs("--street", &example, "none"));
        }
        let place = |given: Option<&str>, key, check: fn(&str) -> Result<String, &'static str>| {
            Ok(self.asker.may(given, asks && has_street, key, check)?.filter(|_| has_street))
        };
        let new = scaffold::NewCentre {
            municipality,
            id,
            name: name.trim().to_string(),
            postal_code: place(arguments.postal_code.as_deref(), "ask-centre-postal-code", postal_code)?,
            city: place(arguments.city.as_deref(), "ask-centre-city", any)?,
            phone: may(arguments.phone.as_deref(), "ask-centre-phone", phone)?,
            street,
            is_example: false,
            is_planned: arguments.planned,
            services: arguments.services.clone(),
        };
        let next = self.context.messages.text("new-centre-done", &[]);
        Ok((scaffold::centre(&new, self.setting(arguments.now)), next))
    }

    /// The municipality for a command that lacks it, where there is more than one.
    fn missing_owner(&self, given: Option<&str>) -> Vec<(&'static str, String)> {
        let first = self.survey.municipalities.first();
        let first = first.filter(|_| given.is_none() && self.survey.municipalities.len() > 1);
        first.map(|folder| ("-m", folder.id.clone())).into_iter().collect()
    }

    /// The municipality that something is for: the one that was given, the only one, or the one that is asked for.
    fn owner(&self, given: Option<&str>, key: &str, may_be_shared: bool) -> Result<String, Stop> {
        let mut choices: Vec<&str> =
            self.survey.municipalities.iter().map(|folder| folder.id.as_str()).collect();
        let only = (choices.len() == 1).then(|| choices[0].to_string());
        if may_be_shared {
            choices.push(SHARED);
        }
        // The folder's name, or the municipality's as people say it.
        let find = |name: &str| {
            let id = scaffold::municipality_id(name);
            choices.iter().find(|choice| **choice == name || **choice == id).map(|found| (*found).to_string())
        };
        match given.map(|name| (name, find(name))) {
            Some((_, Some(found))) => return Ok(found),
            Some((name, None)) => {
                let proposal = nearest(name, choices.iter().copied()).unwrap_or("none");
                let diagnostic = Diagnostic::anywhere(Code::NoSuchMunicipality).with("name", name);
                return Err((diagnostic.with("proposal", proposal), ERRORS));
            }
            None => {}
        }
        if let Some(only) = only {
            return Ok(only);
        }
        let listed = choices.join(", ");
        let asked = self.asker.choose(key, &listed, &find);
        asked.ok_or_else(|| needs("municipality", "", &listed))
    }

    fn id(&self, given: Option<&str>, made: String, name: &str) -> Result<String, Stop> {
        let id = given.map_or(made, str::to_string);
        if id.is_empty() {
            // A title in another alphabet, say: no address can be made of it.
            return Err(needs("id", name, ""));
        }
        Ok(id)
    }
}

fn any(text: &str) -> Result<String, &'static str> {
    Ok(text.to_string())
}
