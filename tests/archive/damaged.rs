//! A damaged archive is told: which file, and what. Nothing of it is changed.

use std::fs;
use std::path::Path;

use super::edited;
use crate::craft;
use crate::project::{Project, said, tree};

/// Adding is refused, and nothing of the archive changes. Gives what was said.
fn refused(project: &Project) -> String {
    let before = tree(&project.archive());
    let output = project.run(&["archive", "../arkiv", "--now", "2026-03-20"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(tree(&project.archive()) == before, "{}", said(&output));
    said(&output)
}

fn flip(file: &Path, at: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 0x20;
    fs::write(file, bytes).unwrap();
}

#[test]
fn whatever_byte_of_whatever_file_is_changed_it_is_told_and_left() {
    let (project, _) = edited();
    project.news(8, "Mer.");
    for name in ["2026.wacz", "inventory.csv", "retention.csv", "SHA256SUMS"] {
        let file = project.archive().join(name);
        let whole = fs::read(&file).unwrap();
        for part in 0..5 {
            flip(&file, (whole.len() - 1) * part / 4);
            let told = refused(&project);
            assert!(told.contains("FC0330"), "{name} {part}: {told}");
            assert!(name == "SHA256SUMS" || told.contains(&format!("{name} is not as it was")), "{told}");
            if name == "2026.wacz" {
                let told = project.show("2026-03-01").unwrap_err();
                assert!(told.contains("FC0330") && told.contains("2026.wacz"), "{told}");
            }
            fs::write(&file, &whole).unwrap();
        }
        for length in [0, 1, whole.len() / 2, whole.len() - 1] {
            fs::write(&file, &whole[..length]).unwrap();
            assert!(refused(&project).contains("FC0330"), "{name} cut to {length}");
            fs::write(&file, &whole).unwrap();
        }
        fs::remove_file(&file).unwrap();
        let told = refused(&project);
        assert!(told.contains(&format!("{name} is missing")), "{told}");
        fs::write(&file, &whole).unwrap();
    }
    fs::write(project.archive().join("2025.wacz"), "x").unwrap();
    assert!(refused(&project).contains("2025.wacz does not stand in SHA256SUMS"));
    fs::remove_file(project.archive().join("2025.wacz")).unwrap();
    project.add("2026-03-20");
}

#[test]
fn damage_that_the_list_knows_nothing_of_is_told_by_the_part_that_has_it() {
    let (project, _) = edited();
    project.news(8, "Mer.");
    let file = project.archive().join("2026.wacz");
    let whole = fs::read(&file).unwrap();
    let parts = craft::parts(&whole);
    let mut start = 0;
    for (name, bytes) in &parts {
        start += 30 + name.len();
        flip(&file, start + bytes.len() / 2);
        craft::sums(&project.archive());
        let told = project.show("2026-03-01").unwrap_err();
        let is_named = told.contains(name) || told.contains("cut short") || told.contains("datapackage.json");
        assert!(told.contains("FC0330") && is_named, "{name}: {told}");
        fs::write(&file, &whole).unwrap();
        start += bytes.len();
    }
    // Between the parts, and in the table of contents.
    for at in [0, 5, 31, start + 3, start + 50, whole.len() - 5] {
        flip(&file, at);
        craft::sums(&project.archive());
        assert!(project.show("2026-03-01").unwrap_err().contains("cut short"), "{at}");
        assert!(refused(&project).contains("cut short"), "{at}");
        fs::write(&file, &whole).unwrap();
    }
    for length in [0, 21, 22, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).unwrap();
        craft::sums(&project.archive());
        assert!(project.show("2026-03-01").unwrap_err().contains("cut short"), "{length}");
        assert!(refused(&project).contains("cut short"), "{length}");
    }
    // A repacked one has all its hashes right, and another record in the place of one.
    fs::write(&file, &whole).unwrap();
    craft::exchange(&project.archive(), |records| {
        let record = records.iter_mut().find(|record| record.is("response")).unwrap();
        *record.block.last_mut().unwrap() ^= 1;
    });
    let told = project.show("2026-03-01").unwrap_err();
    assert!(told.contains("a file that is not as it was"), "{told}");
    // A package without an inventory that fits it.
    fs::write(&file, &whole).unwrap();
    fs::write(project.archive().join("inventory.csv"), "address,title\nx,y\n").unwrap();
    craft::sums(&project.archive());
    let told = refused(&project);
    assert!(told.contains("inventory.csv is cut short"), "{told}");
}
