//! Tables. A wide one scrolls within a region, which the keyboard reaches and a screen reader names.

use pulldown_cmark::Alignment;

use super::Draft;
use crate::parse::markdown::Piece;
use crate::parse::markdown::out::Mark;

/// The open table; tables cannot stand in tables.
#[derive(Default)]
pub struct OpenTable {
    /// How many tables there have been.
    count: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Is a cell open?
    pub in_cell: bool,
    /// Where the open cell of the head begins, and its content.
    cell: Option<(Mark, Mark)>,
}

impl Draft<'_, '_> {
    /// Begins a table.
    pub fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.open("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.out.hole(Piece::Words("table_label"));
        let table = &mut self.blocks.table;
        table.alignments = alignments;
        table.count += 1;
        // Regions of the same page need names of their own.
        let number = if table.count > 1 { format!(" {}", table.count) } else { String::new() };
        self.out.push(&number);
        self.out.push("\"><table>");
    }

    /// Begins a row.
    pub fn start_row(&mut self, in_head: bool) {
        (self.blocks.table.in_head, self.blocks.table.column) = (in_head, 0);
        // Each row is told of: they are many lines of the file.
        self.raw.warned = false;
        self.out.push(if in_head { "<thead><tr>" } else { "<tr>" });
    }

    /// Begins a cell.
    pub fn start_cell(&mut self) {
        let table = &mut self.blocks.table;
        table.in_cell = true;
        let alignment = table.alignments.get(table.column);
        table.column += 1;
        let class = match alignment {
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        let start = self.out.mark();
        self.out.push(if table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push(class);
        self.out.push(">");
        table.cell = table.in_head.then(|| (start, self.out.mark()));
    }

    /// Ends a cell. An empty one of the head heads nothing.
    pub fn end_cell(&mut self) {
        self.blocks.table.in_cell = false;
        match self.blocks.table.cell.take() {
            Some((start, content)) if content == self.out.mark() => {
                self.out.cut(start);
                self.out.push("<td></td>");
            }
            Some(_) => self.out.push("</th>"),
            None => self.out.push("</td>"),
        }
    }
}
