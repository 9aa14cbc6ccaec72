//! `publish.yaml`, and what is said of it.

use super::project::Project;

#[test]
fn the_target_that_is_meant_is_found_or_asked_for() {
    let project = Project::new();
    project.remove("publish.yaml");
    assert!(project.publish(&[], 2).contains("There is no publish.yaml"));
    project.write("publish.yaml", "prov: {mapp: ../web}\nskarp: {folder: ../web}\n");
    let said = project.publish(&[], 2);
    assert!(said.contains("FC0155") && said.contains("prov, skarp"), "{said}");
    assert!(project.publish(&["live"], 2).contains("no target live"));
    project.publish(&["skarp", "--dry-run"], 0);
}

#[test]
fn faults_are_told_with_their_line_and_what_to_write() {
    let project = Project::new();
    for (text, line, said) in [
        ("Min server: {mapp: ../web}\n", "publish.yaml:1:1", "Write: min-server"),
        ("prov: {}\n", "publish.yaml:1:7", "neither folder:, sftp:, ftps: nor s3:"),
        ("prov:\n  mapp: x\n  sftp: webb@server.example:y\n", "publish.yaml:2", "more than one of"),
        ("prov:\n  mapp: x\n  värdnyckel: SHA256:x\n", "publish.yaml:3", "is no server’s key"),
        ("prov:\n  sftp: webb:hemligt@server.example:y\n", "publish.yaml", "A password stands"),
        ("prov:\n  password: hemligt\n", "publish.yaml:2:3", "FC0021"),
        ("prov:\n  lösenord: hemligt\n", "publish.yaml:2:3", "FC0021"),
        ("prov: webb:hemligt@server:x\n", "publish.yaml:1:7", "FC0023"),
        ("prov:\n  mapp: sftp://webb:hemligt@server/x\n", "publish.yaml:2:9", "user@server:folder"),
        ("prov:\n  sftp: server.example\n", "publish.yaml:2:9", "user@server:folder"),
        ("prov:\n  ftps: ftp://webb@server.example/y\n", "publish.yaml:2:9", "Plain FTP"),
        ("prov:\n  ftps: server.example\n", "publish.yaml:2:9", "user@server/folder"),
        ("prov:\n  ftps: ftps://webb:hemligt@server.example/y\n", "publish.yaml", "A password stands"),
        ("prov:\n  mapp: x\n  certifikat: AB\n", "publish.yaml:3", "no fingerprint"),
        ("prov:\n  sftp: webb@server.example:y\n  certifikat: AB\n", "publish.yaml:3", "no fingerprint"),
        (
            "prov:\n  s3: {bucket: familj, endpoint: http://s3.example}\n",
            "publish.yaml:2",
            "no address of an S3",
        ),
        ("prov:\n  s3: {bucket: 'a/b'}\n", "publish.yaml:2", "name of a bucket"),
        ("prov:\n  s3: {region: x}\n", "publish.yaml:2", "FC00"),
        ("prov:\n  s3: {bucket: familj, secret: hemligt}\n", "publish.yaml:2", "FC0021"),
        ("prov:\n  ftp: webb@server.example:y\n", "publish.yaml:2:3", "FC0021"),
        ("prov:\n  map: x\n", "publish.yaml:2:3", "FC0021"),
        ("prov: ../web\n", "publish.yaml:1:7", "FC0023"),
    ] {
        project.write("publish.yaml", text);
        let found = project.publish(&[], 1);
        assert!(found.contains(line) && found.contains(said), "{text}: {found}");
        assert!(!found.contains("hemligt"), "{found}");
    }
}
