//! Fields that name files or services: chosen among what there is, since who fills in a form has never seen a file's name.

use super::super::files;
use super::Open;
use crate::edit::{Answers, BETWEEN_TICKS, FileForm, OptionOf, value_at, way_of};
use crate::parse::SHARED;
use crate::schema::Kind;

/// By which a form says that a field was a list of ticks: before its name, and before each value that is ticked.
const TICKED: &str = "_val:";

/// What was ticked, as the lines of fields: what stood there first, in its order.
pub(super) fn ticked(sent: &Answers) -> Answers {
    let of = |name: &String| name.strip_prefix(TICKED).map(str::to_string);
    let marks = sent.iter().filter_map(|(name, old)| Some((of(name)?, old)));
    let lines = |(id, old): (String, &String)| {
        let prefix = format!("{TICKED}{id}:");
        let chosen: Vec<&str> = sent.keys().filter_map(|name| name.strip_prefix(&prefix)).collect();
        let known = old.split(BETWEEN_TICKS).filter(|old| chosen.contains(old));
        let new = chosen.iter().copied().filter(|one| !old.split(BETWEEN_TICKS).any(|old| old == *one));
        let lines = known.chain(new).collect::<Vec<_>>().join("\n");
        (id, lines)
    };
    marks.filter(|(id, _)| !id.contains(':')).map(lines).collect()
}

impl Open<'_> {
    /// Offers what there is, at the fields that name some of it.
    pub(super) fn offer(&self, form: &mut FileForm) {
        form.each_mut(&mut |field| {
            let name = field.id.rsplit('.').next().unwrap_or_default();
            let is_in = |list: &str| field.id.starts_with(&format!("{list}."));
            let options = match (self.file.kind, name) {
                (Kind::Municipality, "page") if is_in("navigation") => self.offered_files(Kind::Page),
                (Kind::Municipality, "centre") if is_in("navigation") => self.offered_files(Kind::Centre),
                (Kind::News, "centres") => self.offered_files(Kind::Centre),
                (Kind::Centre, "service") if is_in("activities") => self.services(),
                (Kind::Centre, "services") if is_in("exceptions") || is_in("seasons") => self.services(),
                _ => Vec::new(),
            };
            if !options.is_empty() {
                field.input.offer(options);
            }
        });
    }

    /// The texts or centres of the municipality, and the pages that all share.
    fn offered_files(&self, kind: Kind) -> Vec<OptionOf> {
        let (root, own) = (&self.office.editor.root, self.file.owner());
        let shared = (kind == Kind::Page && own != SHARED).then_some(SHARED);
        let files = [own].into_iter().chain(shared).flat_map(|owner| files::of_owner(root, owner));
        let files = files.filter(|file| file.kind == kind && !file.path.stem().contains('.'));
        let mut options: Vec<OptionOf> = Vec::new();
        for file in files {
            let word = file.path.stem().to_string();
            if options.iter().all(|known| known.word != word) {
                options.push(OptionOf { word, label: self.office.name_of(&file) });
            }
        }
        options
    }

    /// The services of the centre: by their kinds, and where a kind is not one alone by their names.
    fn services(&self) -> Vec<OptionOf> {
        let titles = self.titles(&self.whole, &way_of("services"));
        let said = |at: usize, name: &str| {
            let way = way_of(&format!("services.{at}.{name}"));
            let value = value_at(&self.whole, &self.types, &way).and_then(serde_yaml::Value::as_str);
            value.unwrap_or_default().to_string()
        };
        let kinds: Vec<String> = (0..titles.len()).map(|at| said(at, "kind")).collect();
        let option = |(at, label): (usize, String)| {
            let kind = kinds.get(at).cloned().unwrap_or_default();
            let is_alone = kinds.iter().filter(|other| **other == kind).count() == 1;
            let name = said(at, "name");
            let word = if is_alone || name.is_empty() { kind } else { name };
            (!word.is_empty()).then_some(OptionOf { word, label })
        };
        titles.into_iter().enumerate().filter_map(option).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ticked_keeps_its_order_and_what_is_new_comes_after() {
        let sent = |names: &[&str]| {
            let marks = names.iter().map(|name| (format!("_val:centres:{name}"), "ja".to_string()));
            ticked(&marks.chain([("_val:centres".to_string(), "b|a|c".to_string())]).collect())
        };
        let lines = |names: &[&str]| sent(names).remove("centres");
        assert_eq!(lines(&["a", "b", "c"]).as_deref(), Some("b\na\nc"));
        assert_eq!(lines(&["a", "b", "aa"]).as_deref(), Some("b\na\naa"));
        assert_eq!(lines(&[]).as_deref(), Some(""));
        assert!(ticked(&[("centres".to_string(), "x".to_string())].into()).is_empty());
    }
}
