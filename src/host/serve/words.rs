//! What the server itself says in the browser, in both languages.
//!
//! These are not diagnostics: they have no code and no place in a file, and the browser's client needs them as they are. So
//! they are a struct here rather than Fluent messages; a sentence that one language lacks does not compile.

use super::guard::Refusal;
use crate::base::Locale;

/// A screen: its title and what it says.
#[derive(Debug)]
pub struct Screen {
    pub title: &'static str,
    /// What it says.
    pub text: &'static str,
}

/// All that the server says.
#[derive(Debug)]
pub struct ServerWords {
    /// The language's tag.
    pub lang: &'static str,
    /// While the first build runs.
    pub waiting: Screen,
    /// When the first build failed.
    pub failed: Screen,
    /// When there is no such page, nor a page of the site that says so.
    pub missing: Screen,
    /// Over the errors.
    pub overlay_title: &'static str,
    /// What to do about them.
    pub overlay_text: &'static str,
    /// The button that closes them.
    pub overlay_close: &'static str,
    refusals: [&'static str; 10],
}

impl ServerWords {
    /// The words of a language.
    pub fn of(language: Locale) -> &'static Self {
        match language {
            Locale::English => &ENGLISH,
            Locale::Swedish => &SWEDISH,
        }
    }

    /// Why a request is not answered.
    pub fn refusal(&self, refusal: Refusal) -> &'static str {
        let [no_host, strange_host, foreign_site, password, method, body, path, full, busy, unreadable] =
            self.refusals;
        match refusal {
            Refusal::NoHost => no_host,
            Refusal::StrangeHost => strange_host,
            Refusal::ForeignSite => foreign_site,
            Refusal::Password => password,
            Refusal::Method => method,
            Refusal::Body => body,
            Refusal::Path => path,
            Refusal::Full => full,
            Refusal::Busy => busy,
            Refusal::Unreadable => unreadable,
        }
    }
}

const ENGLISH: ServerWords = ServerWords {
    lang: "en",
    waiting: Screen {
        title: "The site is being made",
        text: "fcsite is making the site for the first time. It will be shown here as soon as it is ready.",
    },
    failed: Screen {
        title: "The site has errors",
        text: "The site cannot be shown until its errors are put right. They are also listed in the terminal. \
               Correct them and save: this page then shows the site by itself.",
    },
    missing: Screen {
        title: "There is no such page",
        text: "The site has no page at this address. Check the address, or go to the front page.",
    },
    overlay_title: "The site has errors",
    overlay_text: "Correct the errors and save: this message then goes away by itself. \
                   Until then you see the last version of the site that worked, if there is one.",
    overlay_close: "Close",
    refusals: [
        "The request does not say which host it is for, or says it twice.",
        "This server only answers to its own address on this machine. Use the address that fcsite serve shows in the terminal.",
        "This server does not answer to other websites.",
        "This site is shown with a password. Ask whoever gave you the address for it; the name can be anything.",
        "This server only shows pages: it answers to GET and HEAD.",
        "This server only shows pages: it takes nothing that is sent along.",
        "This is not an address of a page.",
        "Too many browser windows listen for changes. Close some of them.",
        "fcsite is taking care of other things that were sent. Wait a little, go back, and send it again.",
        "The file could not be read from the disk.",
    ],
};

const SWEDISH: ServerWords = ServerWords {
    lang: "sv",
    waiting: Screen {
        title: "Webbplatsen byggs",
        text: "fcsite bygger webbplatsen för första gången. Den visas här så snart den är klar.",
    },
    failed: Screen {
        title: "Webbplatsen har fel",
        text: "Webbplatsen kan inte visas förrän felen är rättade. De står också i terminalen. \
               Rätta dem och spara, så visas webbplatsen här av sig själv.",
    },
    missing: Screen {
        title: "Sidan finns inte",
        text: "Webbplatsen har ingen sida på den här adressen. Kontrollera adressen eller gå till startsidan.",
    },
    overlay_title: "Webbplatsen har fel",
    overlay_text: "Rätta felen och spara, så försvinner meddelandet av sig självt. \
                   Tills dess visas den senaste versionen av webbplatsen som fungerade, om det finns någon.",
    overlay_close: "Stäng",
    refusals: [
        "Det framgår inte vilken värd begäran gäller, eller så står det två gånger.",
        "Servern svarar bara på sin egen adress på den här datorn. Använd adressen som fcsite serve visar i terminalen.",
        "Servern svarar inte andra webbplatser.",
        "Webbplatsen visas med lösenord. Fråga den som gav dig adressen; användarnamnet kan vara vad som helst.",
        "Servern visar bara sidor: den svarar på GET och HEAD.",
        "Servern visar bara sidor: den tar inte emot något som skickas med.",
        "Det här är inte en adress till en sida.",
        "För många webbläsarfönster lyssnar efter ändringar. Stäng några av dem.",
        "fcsite tar hand om annat som har skickats. Vänta en stund, gå tillbaka och skicka igen.",
        "Filen kunde inte läsas från disken.",
    ],
};
