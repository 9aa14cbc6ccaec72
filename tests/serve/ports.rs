//! Where the server listens, and what it says where it cannot.

use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::sync::Arc;

use fcsite::host::serve::{Config, PORT, RunningServer, ServeError, ServedFolder, start};

fn serve(bind: [u8; 4], port: Option<u16>) -> Result<RunningServer, ServeError> {
    let config = Config { bind: IpAddr::from(bind), port, ..Config::default() };
    start(config, Arc::new(ServedFolder::new(&std::env::temp_dir(), &std::env::temp_dir())))
}

#[test]
fn it_listens_to_this_machine_alone_and_takes_the_next_port_when_one_is_taken() {
    assert_eq!(Config::default().bind, Ipv4Addr::LOCALHOST);
    let first = serve([127, 0, 0, 1], None).unwrap();
    let second = serve([127, 0, 0, 1], None).unwrap();
    assert!(first.address().ip().is_loopback());
    assert!((PORT..=PORT + 100).contains(&first.address().port()));
    assert!(first.address().port() < second.address().port());
    assert_eq!(second.url(), format!("http://127.0.0.1:{}/", second.address().port()));
}

#[test]
fn a_port_that_was_asked_for_and_is_taken_is_an_error_in_words() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = serve([127, 0, 0, 1], Some(port)).unwrap_err();
    assert!(matches!(error, ServeError::Taken(taken) if taken == port));
    assert!(error.to_string().starts_with(&format!("port {port} is used by another program")));
}

#[test]
fn an_address_of_another_machine_is_an_error_in_words() {
    let error = serve([192, 0, 2, 1], Some(0)).unwrap_err();
    assert!(matches!(error, ServeError::NotHere(_)), "{error}");
    assert!(error.to_string().contains("192.0.2.1 is not an address of this machine"));
    assert!(matches!(serve([192, 0, 2, 1], None), Err(ServeError::NotHere(_))));
}
