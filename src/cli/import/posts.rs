//! Posts of an export of WordPress: each as a line, what is not carried over by the lines of the file, and then the files with their pictures.

use super::{Halt, Import};
use crate::cli::{ERRORS, FOUND, WELL};
use crate::host::import::ExportFolder;
use crate::host::{create, import, table};
use crate::import::{PostSurroundings, PostsPlan, TextPlace, plan_posts};
use crate::list::{Cell, Table};
use crate::model::{NameOf, is_reserved};

const COLUMNS: &[&str] = &["row", "title", "file", "state"];

impl Import<'_> {
    /// Shows what would be made of an export, and makes it where that is wanted.
    pub(super) fn posts(&self, place: TextPlace<'_>, bytes: &[u8]) -> Result<u8, Halt> {
        let folder =
            ExportFolder::beside(self.root(), &self.arguments.file).map_err(|told| (told, ERRORS))?;
        let categories = self.survey.categories();
        let around = PostSurroundings {
            is_there: &|path| import::is_there(self.root(), path),
            is_published: &|path| import::is_published(self.root(), path),
            is_reserved: &|name| {
                is_reserved(name, NameOf::page_of(place.owner), self.survey.languages(place.owner))
            },
            beside: folder.names(),
            bytes: &|name| folder.read(name).ok(),
            categories: &categories,
        };
        let locale = self.context.locale();
        let plan = plan_posts(bytes, place, &around, locale).map_err(|why| self.refused(why))?;
        self.show_posts(&plan);
        let copied = plan.copied();
        if !copied.is_empty() {
            self.say("import-posts-pictures", &[]);
            copied.iter().for_each(|line| self.context.say(&format!("– {line}")));
        }
        let is_whole = self.say_left(&plan.left(&self.context.messages));
        self.context.say(&plan.summary(&self.context.messages));
        let files: Vec<_> = plan.files().cloned().collect();
        let place = create::shown(self.root(), &format!("content/{}", place.owner));
        if !files.is_empty() && self.is_wanted(&place) {
            let pictures = plan.pictures.iter().map(|(from, to)| (to.as_str(), folder.read(from)));
            import::create_all(self.root(), &files, pictures).map_err(|told| (told, ERRORS))?;
            let made = plan.pictures.iter().map(|(_, to)| to).chain(files.iter().map(|file| &file.path));
            self.say_created(&made.map(|path| create::shown(self.root(), path)).collect::<Vec<_>>());
            self.say("import-posts-done", &[]);
        }
        Ok(if is_whole { WELL } else { FOUND })
    }

    fn show_posts(&self, plan: &PostsPlan) {
        let rows = plan.posts.iter().map(|post| {
            let text = |text: &str| if text.is_empty() { Cell::None } else { Cell::Text(text.to_string()) };
            let line = Cell::Number(i64::try_from(post.line).unwrap_or_default());
            vec![line, text(&post.title), text(post.file_name()), Cell::Word(post.state())]
        });
        let table = Table { columns: COLUMNS, rows: rows.collect() };
        self.context.data(&match self.context.global.json {
            true => table::to_json(&table),
            false => table::to_text(&table, &self.context.messages),
        });
    }
}
