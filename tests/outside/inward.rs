//! Content is not trusted: an address of this computer or an internal network is told and nothing is sent there, however it is written.

use std::io::ErrorKind;
use std::net::TcpListener;

use fcsite::base::Code;
use fcsite::host::outside::Policy;

use super::setting::{impatient, try_fresh};

/// As people have it, but less patient.
fn outward() -> Policy {
    Policy { asks_within: false, ..impatient() }
}

/// Nobody has knocked.
fn assert_untouched(listener: &TcpListener, urls: &[String]) {
    listener.set_nonblocking(true).unwrap();
    let knocked = listener.accept();
    assert!(
        knocked.is_err_and(|error| error.kind() == ErrorKind::WouldBlock),
        "something was sent: {urls:?}"
    );
}

#[test]
fn nothing_is_sent_to_this_computer_however_it_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let urls: Vec<String> = [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0x0.0x0.0x1",
        "017700000001",
        "0177.0.0.01",
        "0.0.0.0",
        "0",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::]",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "127.0.0.1.",
        "１２７.0.0.1",
    ]
    .iter()
    .map(|host| format!("http://{host}:{port}/hemligt"))
    .collect();
    let tried = try_fresh(&urls, &outward());
    for found in &tried.diagnostics {
        // Digits of another width are a name that nobody has, or the same digits.
        let is_wide = super::setting::words(found).contains('１');
        assert!(found.code == Code::ExternalLinkInternal || is_wide, "{}", super::setting::words(found));
    }
    assert_eq!(tried.diagnostics.len(), urls.len());
    assert_untouched(&listener, &urls);
}

#[test]
fn nothing_is_sent_to_the_new_form_of_this_computers_address() {
    // Refused before anything is sent, so nobody need listen and there need be no IPv6.
    let urls: Vec<String> =
        ["[::1]", "[0:0:0:0:0:0:0:1]", "[::0001]"].iter().map(|host| format!("http://{host}:9/")).collect();
    let tried = try_fresh(&urls, &outward());
    assert_eq!(tried.diagnostics.len(), urls.len());
    assert!(tried.diagnostics.iter().all(|found| found.code == Code::ExternalLinkInternal));
}

#[test]
fn an_internal_network_is_told_and_not_waited_for() {
    let urls: Vec<String> = [
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0x0a000001",
        "167772161",
        "[fd00::1]",
        "[fe80::1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[64:ff9b:1::a00:1]",
        "[::ffff:0:127.0.0.1]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
        "[2a00:801::5efe:10.0.0.1]",
        "[100::1]",
        "[3fff::1]",
        "skrivaren.localhost",
    ]
    .iter()
    .map(|host| format!("http://{host}/"))
    .collect();
    let tried = try_fresh(&urls, &outward());
    let codes: Vec<Code> = tried.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, vec![Code::ExternalLinkInternal; urls.len()]);
    assert!(!tried.is_offline);
}
