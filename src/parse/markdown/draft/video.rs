//! A film: a link to one that stands alone in a paragraph becomes a card, which says where it opens.
//!
//! Nothing of the other host is on the page, so nobody there learns of who reads it before they choose to. A picture in the link is the
//! site's own.

use super::Draft;
use crate::parse::markdown::Piece;
use crate::parse::markdown::out::Mark;

/// The hosts of films, how the paths of films begin there, and what people know the host as.
const HOSTS: [(&str, &[&str], &str); 5] = [
    ("youtube.com", &["watch?", "shorts/", "live/", "embed/", "playlist?"], "youtube.com"),
    ("youtube-nocookie.com", &["embed/"], "youtube.com"),
    ("youtu.be", &[""], "youtube.com"),
    ("vimeo.com", &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], "vimeo.com"),
    ("player.vimeo.com", &["video/"], "vimeo.com"),
];

const LINK: &str = "<a href=\"";
const END: &str = "</a>";

/// How a link ends whose text is an address.
const LEFT_TO_RIGHT: &str = " dir=\"ltr\">";

impl Draft<'_, '_> {
    /// Makes a card of the paragraph that begins at a mark, when it is a film; it has not been closed yet.
    pub fn film(&mut self, mark: Mark) -> bool {
        let Some((host, is_bare)) = self.out.since(mark).and_then(film_in) else { return false };
        self.out.take_back(mark, "<p>");
        self.out.insert(mark, "<p class=\"video\">");
        let text = if is_bare { self.out.html.rfind("\">").map(|at| at + 2) } else { None };
        self.out.html.truncate(text.unwrap_or_else(|| self.out.html.len().saturating_sub(END.len())));
        if is_bare {
            // The direction was that of the address.
            if let Some(at) = self.out.html.strip_suffix(LEFT_TO_RIGHT).map(str::len) {
                self.out.html.replace_range(at.., ">");
            }
            self.out.hole(Piece::Words("video_title"));
        }
        self.out.push("<span class=\"video-where\">");
        self.out.hole(Piece::Words("video_opens"));
        self.out.push(" <bdi dir=\"ltr\">");
        self.out.push(host);
        self.out.push("</bdi></span></a></p>\n");
        true
    }
}

/// Where the one film of a paragraph opens, and whether its link has no text but its address. The paragraph is given as what stands before
/// the picture in it, if there is one, and what stands behind.
fn film_in((html, behind): (&str, Option<&str>)) -> Option<(&'static str, bool)> {
    let rest = html.strip_prefix("<p>")?.strip_prefix(LINK)?;
    let (address, inner) = rest.split_once('"')?;
    let host = host_of(address)?;
    // A title, `title="…"`, is let through.
    let (_, text) = inner.split_once('>')?;
    match behind {
        Some(behind) => (text.is_empty() && behind == END).then_some((host, false)),
        None => {
            let text = text.strip_suffix(END).filter(|text| !text.contains(END))?;
            let is_bare = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
                || text == address;
            Some((host, is_bare))
        }
    }
}

/// What people call the host of a film's address.
fn host_of(address: &str) -> Option<&'static str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);
    let (_, starts, name) = HOSTS.iter().find(|(known, _, _)| *known == host)?;
    let is_film = !path.is_empty() && starts.iter().any(|start| path.starts_with(start));
    is_film.then_some(*name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Report, SourcePath};
    use crate::parse::markdown::{Dialect, parse};

    fn html(text: &str) -> String {
        let body = parse(text, 0, Dialect::Site, &mut Report::on(&SourcePath::new("a.md")));
        let piece = |piece: &Piece| match piece {
            Piece::Html(html) => html.clone(),
            Piece::Words(key) => format!("[{key}]"),
            Piece::Image(_) => "[image]".to_string(),
            other => format!("{other:?}"),
        };
        body.pieces.iter().map(piece).collect()
    }

    #[test]
    fn a_link_to_a_film_alone_in_a_paragraph_is_a_card() {
        let card = |address: &str, text: &str, host: &str| {
            format!(
                "<p class=\"video\"><a href=\"{address}\">{text}<span class=\"video-where\">[video_opens] <bdi dir=\"ltr\">{host}</bdi></span></a></p>\n"
            )
        };
        let film = "https://www.youtube.com/watch?v=a_b&amp;t=1";
        assert_eq!(
            html("[En *film* om oss](https://www.youtube.com/watch?v=a_b&t=1)"),
            card(film, "En <em>film</em> om oss", "youtube.com")
        );
        assert_eq!(
            html("<https://youtu.be/a-b>"),
            card("https://youtu.be/a-b", "[video_title]", "youtube.com")
        );
        assert_eq!(
            html("https://vimeo.com/123"),
            card("https://vimeo.com/123", "[video_title]", "vimeo.com")
        );
        assert_eq!(
            html("[![Ett hus](../images/x.jpg)](https://vimeo.com/123)"),
            card("https://vimeo.com/123", "[image]", "vimeo.com")
        );
        // Each of several paragraphs.
        assert_eq!(
            html("[A](https://youtu.be/a)\n\n[B](https://youtu.be/b)").matches("video-where").count(),
            2
        );
    }

    #[test]
    fn a_link_with_other_words_and_one_that_leads_elsewhere_stay_as_they_are() {
        for text in [
            "Se [filmen](https://youtu.be/a)",
            "[filmen](https://youtu.be/a).",
            "[A](https://youtu.be/a) [B](https://youtu.be/b)",
            "[A](https://youtu.be/a)\n![x](../images/x.jpg)",
            "[kanalen](https://www.youtube.com/@kommunen)",
            "[A](https://youtube.com@evil.example/watch?v=a)",
            "[A](https://youtube.com.evil.example/watch?v=a)",
            "[A](https://evil.example/youtube.com/watch?v=a)",
            "[A](https://vimeo.com/om-oss)",
            "[A](https://youtu.be/)",
            "- [A](https://youtu.be/a)",
            "## [A](https://youtu.be/a)",
        ] {
            assert!(!html(text).contains("video"), "{text}: {}", html(text));
        }
    }
}
