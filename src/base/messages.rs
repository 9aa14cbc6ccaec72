//! Messages: the words of diagnostics and of the report, from Fluent files.
//!
//! The texts are data (`messages/en.ftl`), compiled in. A bundle is made only when there is something to say.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::Diagnostic;

const ENGLISH: &str = include_str!("messages/en.ftl");

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

/// A diagnostic in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty when the message says it all.
    pub help: String,
}

impl Messages {
    /// The English messages.
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(ENGLISH.to_string()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// A diagnostic in words.
    pub fn render(&self, diagnostic: &Diagnostic) -> Rendered {
        let id = diagnostic.code.to_string();
        let args: Vec<(&str, &str)> =
            diagnostic.args.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect();
        Rendered {
            message: self.text(&id, &args),
            help: self.format(&id, Some("help"), &args).unwrap_or_default(),
        }
    }

    /// Any other message; its id when there is no such message.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.format(id, None, args).unwrap_or_else(|| id.to_string())
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut named = FluentArgs::new();
        for (name, value) in args {
            // Numbers choose plural forms; everything else is text.
            match value.parse::<u32>() {
                Ok(number) if number.to_string() == *value => named.set(*name, number),
                _ => named.set(*name, *value),
            }
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Code;

    #[test]
    fn every_code_has_a_message_and_the_file_has_no_error() {
        assert!(FluentResource::try_new(ENGLISH.to_string()).is_ok());
        let messages = Messages::english();
        for code in Code::ALL {
            let id = code.to_string();
            assert_ne!(messages.text(&id, &[]), id, "{id} has no text");
        }
    }

    #[test]
    fn every_message_belongs_to_a_code_or_to_the_report() {
        let known: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        for line in ENGLISH.lines().filter(|line| line.starts_with("FC")) {
            let id = line.split(' ').next().unwrap();
            assert!(known.iter().any(|code| code == id), "{id} is no code");
        }
    }
}
