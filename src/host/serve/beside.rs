//! What answers beside the site, below an address of its own: the editor of `fcsite edit`.
//!
//! The server knows nothing of it but where it is. It hands on who asked for what, once [`super::guard`] has let it through, and reads no more
//! than so many bytes, for no longer than so long. What comes back gets the headers that every page of an editor has.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::guard::Refusal;

/// The most that is sent along with a request.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// How long it may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// Nothing runs but the editor's own script, nothing is loaded from elsewhere, no form leads elsewhere, and no page shows it within itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What answers beside the site.
pub trait Beside: Send + Sync + 'static {
    /// The beginning of its addresses, with a slash at both ends.
    fn prefix(&self) -> &'static str;

    /// Answers; it may wait for the disk.
    fn answer(&self, question: &Question) -> Reply;
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
pub async fn answer(beside: Arc<dyn Beside>, request: Parts, body: Body) -> Result<Response, Refusal> {
    let writes = request.method == Method::POST;
    let read = tokio::time::timeout(PATIENCE, axum::body::to_bytes(body, MOST_BYTES));
    let body = if writes {
        read.await.map_err(|_| Refusal::Body)?.map_err(|_| Refusal::Body)?.to_vec()
    } else {
        Vec::new()
    };
    let cookies = request.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let question = Question {
        writes,
        path: request.uri.path().to_string(),
        query: request.uri.query().unwrap_or_default().to_string(),
        cookie: cookies.collect::<Vec<_>>().join("; "),
        body,
    };
    let reply = tokio::task::spawn_blocking(move || beside.answer(&question)).await;
    let reply = reply.map_err(|_| Refusal::Unreadable)?;
    Ok(written(reply))
}

fn written(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, reply.body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.content_type));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
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
