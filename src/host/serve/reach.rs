//! The addresses at which another computer reaches this one.
//!
//! A server that listens at every address (0.0.0.0, ::) has no address of its own to give away. Which one a network knows this machine
//! by is what the system would send from: a UDP socket that is “connected” asks its routes for that, and sends nothing. It is asked for an
//! address of the internet (one that is reserved for documentation) and for one of each kind of private network, since a machine may be in
//! several, or in one that leads nowhere further.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};

/// Somewhere outside, and in each kind of private network.
const FAR: [IpAddr; 6] = [
    IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)),
    IpAddr::V4(Ipv4Addr::new(192, 168, 255, 254)),
    IpAddr::V4(Ipv4Addr::new(172, 31, 255, 254)),
    IpAddr::V4(Ipv4Addr::new(10, 255, 255, 254)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
    IpAddr::V6(Ipv6Addr::new(0xfd00, 0, 0, 0, 0, 0, 0, 1)),
];

/// Where another computer reaches a server that listens at this address; none where none can.
pub fn addresses(bound: IpAddr) -> Option<Vec<IpAddr>> {
    if bound.is_loopback() {
        return None;
    }
    if !bound.is_unspecified() {
        return Some(vec![bound]);
    }
    let mut found = Vec::new();
    // A server at :: has the addresses of both kinds.
    for far in FAR.into_iter().filter(|far| bound.is_ipv6() || far.is_ipv4()) {
        if let Some(own) = sent_from(far).filter(|own| is_for_others(*own) && !found.contains(own)) {
            found.push(own);
        }
    }
    Some(found)
}

/// The address that this machine sends from on its way there.
fn sent_from(far: IpAddr) -> Option<IpAddr> {
    let any: IpAddr = if far.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((any, 0)).ok()?;
    socket.connect((far, 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// Can a person on another computer type it? One of a single link needs the name of the other computer's interface.
fn is_for_others(ip: IpAddr) -> bool {
    let is_link_local = match ip {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    !ip.is_loopback() && !ip.is_unspecified() && !is_link_local
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_for_this_machine_alone_has_no_address_for_others() {
        assert_eq!(addresses(Ipv4Addr::LOCALHOST.into()), None);
        assert_eq!(addresses(Ipv6Addr::LOCALHOST.into()), None);
    }

    #[test]
    fn an_address_that_was_chosen_is_the_one_to_give() {
        let chosen = IpAddr::V4(Ipv4Addr::new(192, 168, 1, 5));
        assert_eq!(addresses(chosen), Some(vec![chosen]));
    }

    #[test]
    fn of_all_addresses_none_is_told_that_others_cannot_use() {
        for bound in [IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::UNSPECIFIED)] {
            let found = addresses(bound).unwrap();
            assert!(found.iter().all(|ip| is_for_others(*ip)), "{found:?}");
            assert!(bound.is_ipv6() || found.iter().all(IpAddr::is_ipv4), "{found:?}");
        }
        for ip in ["127.0.0.1", "::1", "0.0.0.0", "::", "169.254.7.7", "fe80::1"] {
            assert!(!is_for_others(ip.parse().unwrap()), "{ip}");
        }
    }
}
