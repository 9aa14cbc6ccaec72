//! The pieces in the making: HTML gathers in one buffer until a hole is made.

use super::Piece;

/// What has been written so far.
#[derive(Default, Debug)]
pub struct Out {
    pieces: Vec<Piece>,
    /// The HTML since the last hole.
    pub html: String,
}

/// A place in what has been written, to come back to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    piece: usize,
    at: usize,
}

impl Out {
    /// Writes finished HTML.
    pub fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Makes a hole.
    pub fn hole(&mut self, piece: Piece) {
        // An empty one is kept until the end, so that marks stay true.
        self.pieces.push(Piece::Html(std::mem::take(&mut self.html)));
        self.pieces.push(piece);
    }

    /// Begins a new line, when the present one holds something.
    pub fn fresh_line(&mut self) {
        let begun = if self.html.is_empty() { !self.pieces.is_empty() } else { !self.html.ends_with('\n') };
        if begun {
            self.html.push('\n');
        }
    }

    /// The present place.
    pub fn mark(&self) -> Mark {
        Mark { piece: self.pieces.len(), at: self.html.len() }
    }

    /// Writes at an earlier place.
    pub fn insert(&mut self, mark: Mark, html: &str) {
        if let Some(buffer) = self.buffer(mark) {
            buffer.insert_str(mark.at, html);
        }
    }

    /// Takes away what follows an earlier place, if it is just this.
    pub fn take_back(&mut self, mark: Mark, html: &str) {
        if let Some(buffer) = self.buffer(mark)
            && buffer.get(mark.at..).is_some_and(|rest| rest.starts_with(html))
        {
            buffer.replace_range(mark.at..mark.at + html.len(), "");
        }
    }

    /// What was written since an earlier place: as one text, or as that before a picture and that behind it. None where there are other holes.
    pub fn since(&self, mark: Mark) -> Option<(&str, Option<&str>)> {
        match self.pieces.get(mark.piece..)? {
            [] => Some((self.html.get(mark.at..)?, None)),
            [Piece::Html(before), Piece::Image(_)] => Some((before.get(mark.at..)?, Some(&self.html))),
            _ => None,
        }
    }

    /// Takes away all that follows a place after the last hole.
    pub fn cut(&mut self, mark: Mark) {
        if mark.piece == self.pieces.len() {
            self.html.truncate(mark.at);
        }
    }

    /// The pieces, without empty ones.
    pub fn into_pieces(mut self) -> Vec<Piece> {
        self.pieces.push(Piece::Html(self.html));
        self.pieces.retain(|piece| !matches!(piece, Piece::Html(html) if html.is_empty()));
        self.pieces
    }

    /// Writes pieces that were made elsewhere.
    pub fn extend(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html.push_str(&html),
                hole => self.hole(hole),
            }
        }
    }

    fn buffer(&mut self, mark: Mark) -> Option<&mut String> {
        if mark.piece == self.pieces.len() {
            return Some(&mut self.html);
        }
        match self.pieces.get_mut(mark.piece) {
            Some(Piece::Html(html)) => Some(html),
            _ => None,
        }
    }
}
