//! A centre whose file is renamed: who watches and who serves is told what a build would tell.

use std::fs;

use fcsite::host::run::{self, BuildJob};
use fcsite::host::session::{Rebuilt, Session};
use fcsite::host::watch::WatchLook;

use super::world::{centre, job, site, write};

/// Is it refused because a centre has lost its id?
fn is_refused(rebuilt: &Rebuilt) -> bool {
    let codes: Vec<String> =
        rebuilt.outcome.diagnostics.iter().map(|found| format!("{:?}", found.code)).collect();
    let is_told = codes.iter().any(|code| code == "CentreRenamed");
    assert_eq!(is_told, !rebuilt.outcome.published, "{codes:?}");
    is_told
}

#[test]
fn a_watch_and_a_server_tell_of_a_centre_that_lost_its_id_as_a_build_does() {
    for private in [false, true] {
        let dir = site();
        let root = dir.path();
        let public = root.join("public");
        assert!(run::run(&job(root, &public)).published);
        let output = if private { root.join(".fcsite/serve") } else { public };
        let start = || Session::new(BuildJob { private, ..job(root, &output) });
        let build = |session: &mut Session| {
            session.look(&WatchLook::Everything);
            is_refused(&session.build())
        };
        let mut session = start();
        assert!(!build(&mut session));
        let (old, new) = ("content/alfa/centres/torget.yaml", "content/alfa/centres/stortorget.yaml");
        fs::rename(root.join(old), root.join(new)).unwrap();
        assert!(build(&mut session), "private: {private}");
        write(root, "content/alfa/news/2026-01-01-nyhet.md", super::world::news("Annat", "Text."));
        assert!(build(&mut session), "it is told until it is mended");
        drop(session);
        // The next process sees it, too.
        let mut session = start();
        assert!(build(&mut session));
        write(root, new, format!("{}formerly: [torget]\n", centre("Torget")));
        assert!(!build(&mut session));
        // What nobody has seen may be called anything.
        if private {
            write(root, "content/alfa/centres/ny.yaml", centre("Nya").replace("Torget 1", "Vägen 4"));
            assert!(!build(&mut session));
            fs::rename(
                root.join("content/alfa/centres/ny.yaml"),
                root.join("content/alfa/centres/nyast.yaml"),
            )
            .unwrap();
            assert!(!build(&mut session));
        }
    }
}
