//! What a browser knows of the editor: where it lies, with what it is let in, and what stands in the hidden fields of its pages.

/// The editor's, as it told who has the key.
pub struct EditorDoor {
    pub cookie: String,
    /// Where the editor lies: another place in each process.
    place: String,
}

impl EditorDoor {
    /// Of the answer to who has the key.
    pub fn of(opened: &str) -> Option<Self> {
        let said = |name: &str, end: char| Some(opened.split(name).nth(1)?.split(end).next()?.to_string());
        Some(Self { cookie: said("set-cookie: ", ';')?, place: said("location: ", '\r')? })
    }

    /// The head of a request to `/redigera/…`, as it is sent.
    pub fn sent(&self, head: &str) -> String {
        head.replacen(" /redigera/", &format!(" {}", self.place), 1)
    }

    /// A page as if the editor lay at `/redigera/`.
    pub fn told(&self, page: &str) -> String {
        page.replace(&self.place, "/redigera/")
    }
}

/// The value of a hidden field of a page.
pub fn value_of(page: &str, name: &str) -> Option<String> {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
    Some(after.split('"').next()?.to_string())
}

/// A text as a form sends it.
pub fn encoded(text: &str) -> String {
    let one = |byte: u8| {
        if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(one).collect()
}
