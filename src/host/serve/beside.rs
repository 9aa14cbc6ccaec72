//! What answers beside the site, below an address of its own: the editor of `fcsite edit`.
//!
//! The server knows nothing of it but where it is. It hands on who asked for what, once [`super::guard`] has let it through, and reads no more
//! than so many bytes, for no longer than so long; who is a stranger to it is asked of it first, by the head alone, and of strangers less is
//! read ([`super::load`]). What comes back gets the headers that every page of an editor has.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::OwnedSemaphorePermit;

use super::guard::Refusal;
use super::load::{self, HeldLoad, LARGE, LoadPlaces};
use crate::host::fuse;

/// Nothing runs but the editor's own script, nothing is loaded from elsewhere, no form leads elsewhere, no page shows it within itself, and in
/// its own frames is the site that this server shows.
fn policy(site: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src {site}; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// Where previews are, below the site's own name.
pub const PREVIEWS: &str = "/.fcsite/visa/";

/// Files that stand in for some of the site's, by their output paths.
pub type StandIns = Arc<BTreeMap<String, Vec<u8>>>;

/// What answers beside the site.
pub trait Beside: Send + Sync + 'static {
    /// Is a path one of its own?
    fn has(&self, path: &str) -> bool;

    /// Answers; it may wait for the disk.
    fn answer(&self, question: &Question) -> Reply;

    /// Does a request come from somebody who was let in? Asked by its head, before anything that comes along is read.
    fn knows(&self, head: &Question) -> bool;

    /// The most that is sent along with a request to a path.
    fn most_bytes(&self, _path: &str) -> usize {
        LARGE
    }

    /// What is shown in place of the site's files in a preview of this word; none where there is no such preview.
    fn preview(&self, _word: &str) -> Option<StandIns> {
        None
    }
}

/// Who asked for what.
#[derive(Clone, Default, Debug)]
pub struct Question {
    /// Is something to be written? Then it came from this server's own pages.
    pub writes: bool,
    /// The path, as it was sent.
    pub path: String,
    /// What stands behind the `?`.
    pub query: String,
    /// The cookies.
    pub cookie: String,
    /// What was sent along.
    pub body: Vec<u8>,
    /// What kind of content that is, as whoever sent it says.
    pub content_type: String,
    /// The origin of the site that is shown.
    pub site: String,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The kind of content.
    pub content_type: &'static str,
    /// The content.
    pub body: Vec<u8>,
    /// Where to go instead.
    pub location: Option<String>,
    /// A cookie to keep.
    pub cookie: Option<String>,
}

/// Answers a request that was let through.
pub async fn answer(
    (beside, site, places): (Arc<dyn Beside>, String, &LoadPlaces),
    request: Parts,
    body: Body,
) -> Result<Response, Refusal> {
    let cookies = request.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let said = |name: HeaderName| request.headers.get(name).and_then(|value| value.to_str().ok());
    let mut question = Question {
        writes: request.method == Method::POST,
        path: request.uri.path().to_string(),
        query: request.uri.query().unwrap_or_default().to_string(),
        cookie: cookies.collect::<Vec<_>>().join("; "),
        body: Vec::new(),
        content_type: said(header::CONTENT_TYPE).unwrap_or_default().to_string(),
        site: site.clone(),
    };
    let mut place = None;
    if question.writes {
        let length = said(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
        let length = length.filter(|length| *length <= beside.most_bytes(&question.path));
        let length = length.ok_or(Refusal::Body)?;
        let load = if beside.knows(&question) {
            places.read(body, length).await
        } else {
            places.read_of_stranger(body, length).await
        };
        HeldLoad { bytes: question.body, place } = load?;
    }
    // The place goes along: who asked may go away while it is answered.
    let answering = move || {
        let _bounded = fuse::arm();
        (beside.answer(&question), place)
    };
    let (reply, place) = tokio::task::spawn_blocking(answering).await.map_err(|_| Refusal::Unreadable)?;
    Ok(written(reply, &site, place))
}

fn written(reply: Reply, site: &str, place: Option<OwnedSemaphorePermit>) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, load::placed(reply.body, place)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.content_type));
    if let Ok(policy) = HeaderValue::try_from(policy(site)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Not `no-referrer`: then a browser would not say either where a form comes from.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    for (name, value) in [(header::LOCATION, reply.location), (header::SET_COOKIE, reply.cookie)] {
        if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
            headers.insert(name, value);
        }
    }
    response
}
