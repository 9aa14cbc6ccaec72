//! `fcsite archive`.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::{ArchiveArguments, ArchiveCommand, ArchiveShowArguments, BuildArguments};
use super::{Context, ERRORS, UNANSWERED, USAGE, WELL, build, screen};
use crate::base::json as written;
use crate::host::archive::{self, ArchiveAdded, ArchiveError, ArchivedSite, BuiltSite};
use crate::host::run;

/// Builds, and adds what was built to the archive; or shows a day of it.
pub fn command_archive(context: &Context, arguments: &ArchiveArguments) -> u8 {
    match &arguments.command {
        Some(ArchiveCommand::Show(show)) => command_show(context, show),
        None => command_add(context, arguments),
    }
}

fn command_add(context: &Context, arguments: &ArchiveArguments) -> u8 {
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let named =
        arguments.folder.clone().map_or_else(|| archive::folder_of(&source), |folder| Ok(Some(folder)));
    let folder = match named {
        Ok(Some(folder)) => folder,
        Ok(None) => {
            context.complain(&context.messages.text("archive-no-folder", &[]));
            return USAGE;
        }
        Err(error) => return context.stop(&[error.diagnostic(&source)], ERRORS),
    };
    let job = build::job(context, &of_build(arguments), source.clone());
    if let Err(error) = archive::apart((&source, Some(&job.output)), &folder) {
        return context.stop(&[error.diagnostic(&folder)], ERRORS);
    }
    if arguments.folder.is_none() && !archive::is_met(&source, &folder) && !is_meant(context, &folder) {
        return UNANSWERED;
    }
    let outcome = run::run(&job);
    build::tell(context, &outcome);
    if !outcome.published {
        return ERRORS;
    }
    let add = || {
        let site = archive::site_of(&source)?;
        let built = BuiltSite::of(&source, &job.output, &outcome)?;
        let base = arguments.base_url.as_ref().unwrap_or(&site.base_url).base();
        let read = |path: &_| built.read(path);
        let files = built.files();
        let archived = ArchivedSite { base, site: &site, files, read: &read, now: arguments.now };
        archive::add((&source, &folder), &archived).inspect(|_| archive::meet(&source, &folder))
    };
    tell(context, &folder, add())
}

/// Asks whether a folder that only `publish.yaml` names is the person's choice. That file may be somebody else's.
fn is_meant(context: &Context, folder: &Path) -> bool {
    let path = folder.display().to_string();
    let question = context.messages.text("archive-new", &[("path", &path)]);
    let is_meant = screen::is_answered(&question, &context.messages.text("publish-ask-key", &[]));
    if !is_meant {
        context.complain(&context.messages.text("archive-unanswered", &[("path", &path)]));
    }
    is_meant
}

/// An archive is built as a publication is: what is not for everybody yet is in none.
fn of_build(arguments: &ArchiveArguments) -> BuildArguments {
    BuildArguments {
        output: arguments.output.clone(),
        base_url: arguments.base_url.clone(),
        now: arguments.now,
        full: arguments.full,
        strict: arguments.strict,
        ..BuildArguments::default()
    }
}

/// Says what was added, or why nothing was.
pub fn tell(context: &Context, folder: &Path, added: Result<ArchiveAdded, ArchiveError>) -> u8 {
    let added = match added {
        Ok(added) => added,
        Err(error) => return context.stop(&[error.diagnostic(folder)], ERRORS),
    };
    context.say(&archive::words(&context.messages, &added));
    if context.global.json {
        let ArchiveAdded { merged, whole, revisits, file } = added;
        let value = json!({
            "type": "archive",
            "folder": folder.display().to_string(),
            "file": file,
            "new": merged.new,
            "changed": merged.changed,
            "gone": merged.gone,
            "unchanged": merged.same,
            "whole": whole,
            "revisits": revisits,
        });
        context.data(&format!("{}\n", written::line(&value)));
    }
    WELL
}

fn command_show(context: &Context, arguments: &ArchiveShowArguments) -> u8 {
    let ArchiveShowArguments { folder, day, output } = arguments;
    let output = output.clone().unwrap_or_else(|| PathBuf::from(format!("site-{day}")));
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let shown = match archive::show(&source, folder, (*day, &output)) {
        Ok(shown) => shown,
        Err(error) => return context.stop(&[error.diagnostic_of_show(folder)], ERRORS),
    };
    let (day, published, files) = (day.to_string(), shown.day.to_string(), shown.files.to_string());
    let path = output.display().to_string();
    let args = [("day", &*day), ("published", &published), ("files", &files), ("folder", &path)];
    context.say(&context.messages.text("archive-shown", &args));
    if context.global.json {
        let moment = shown.stamp.to_string();
        let value =
            json!({"type": "shown", "day": day, "published": moment, "files": shown.files, "folder": path});
        context.data(&format!("{}\n", written::line(&value)));
    }
    WELL
}
