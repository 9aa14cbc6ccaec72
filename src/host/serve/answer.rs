//! From a request to its answer: the file, the folder's page, a redirect, or the nearest page that says that there is none.
//!
//! An answer is made at once from the site's bytes, without waiting for anything. Each carries the same few headers, also where
//! something failed: a layer adds them, so that no branch can forget them.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use super::ServedSite;
use super::beside::{self, Beside, PREVIEWS, StandIns};
use super::guard::{self, Audience, Hosts, Refusal};
use super::live::{Health, Listeners};
use super::load::{AnswerPlaces, LoadPlaces};
use super::page::{self, CLIENT, NEWS};
use super::password::{ASKS, Password};
use super::screen;
use super::target::RequestTarget;
use super::words::ServerWords;
use crate::base::content_type::content_type;
use crate::base::{Fingerprint, Locale, json};

/// Where the news are told.
const EVENTS: &str = "/.fcsite/events";

/// How often a silent reload channel says that it is there.
const ALIVE: Duration = Duration::from_secs(15);

const SCRIPT: &str = include_str!("client/client.js");
/// Made into a worker, which all windows of a browser share.
const LISTENER: &str = include_str!("client/news.js");
const STYLE: &str = include_str!("client/overlay.css");
const HTML: &str = "text/html; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// All that an answer is made of.
pub struct Answerer {
    site: Arc<dyn ServedSite>,
    live: Arc<Listeners>,
    hosts: Hosts,
    words: &'static ServerWords,
    client: Vec<u8>,
    beside: Option<Arc<dyn Beside>>,
    places: LoadPlaces,
    answers: AnswerPlaces,
    password: Option<Password>,
}

impl Answerer {
    /// This site, with these news.
    pub fn new(site: Arc<dyn ServedSite>, live: Arc<Listeners>, hosts: Hosts, language: Locale) -> Self {
        let words = ServerWords::of(language);
        // The script is a function; what it is given follows it.
        let given = serde_json::json!({
            "lang": words.lang,
            // A window of another version has another worker.
            "program": concat!("fcsite ", env!("FCSITE_PROGRAM")),
            "title": words.overlay_title,
            "text": words.overlay_text,
            "close": words.overlay_close,
            "style": STYLE,
        });
        let client = format!("{SCRIPT}({})\n", json::line(&given)).into_bytes();
        Self {
            site,
            live,
            hosts,
            words,
            client,
            beside: None,
            places: LoadPlaces::default(),
            answers: AnswerPlaces::default(),
            password: None,
        }
    }

    /// The same for those alone who have a password, if there is one.
    pub fn with_password(self, password: Option<Password>) -> Self {
        Self { password, ..self }
    }

    /// The same with what answers beside the site.
    pub fn with_beside(self, beside: Option<Arc<dyn Beside>>) -> Self {
        Self { beside, ..self }
    }

    /// Is it for what answers beside the site?
    fn beside(&self, request: &Parts) -> Option<Result<Arc<dyn Beside>, Refusal>> {
        let beside = self.beside.as_ref().filter(|beside| beside.has(request.uri.path()))?;
        // The site has a name of its own, and so an origin of its own: what runs on a page of a theme cannot reach what is here.
        let is_its = if guard::is_by_name(request) { Err(Refusal::StrangeHost) } else { Ok(()) };
        Some(is_its.and_then(|()| guard::check_form(self.hosts, request)).map(|()| beside.clone()))
    }

    fn answer(&self, request: &Parts) -> Result<Response, Refusal> {
        let path = request.uri.path();
        let own = [EVENTS, CLIENT, NEWS].contains(&path);
        let beside = self.beside.as_ref();
        let preview = beside.zip(path.strip_prefix(PREVIEWS).and_then(|rest| rest.split_once('/')));
        let audience = match preview {
            Some(_) => Audience::Frame,
            None if own => Audience::Own,
            None => Audience::Anybody,
        };
        guard::check(self.hosts, request, audience)?;
        // Nothing of the site, previews neither, is of the editor's origin: what runs on a page of a theme would be let in there.
        if beside.is_some() && !guard::is_by_name(request) {
            let path = request.uri.path_and_query().map_or("/", |path| path.as_str());
            return moved(
                &format!("http://localhost:{}{path}", self.hosts.port()),
                StatusCode::TEMPORARY_REDIRECT,
            );
        }
        if let Some((beside, (word, path))) = preview {
            return self.previewed(request, beside.preview(word), path);
        }
        if path == CLIENT {
            return self.tagged(&request.headers, JAVASCRIPT, self.client.clone());
        }
        if path == NEWS {
            return self.tagged(&request.headers, JAVASCRIPT, LISTENER.into());
        }
        if path == EVENTS {
            return self.events(&request.method);
        }
        let target = RequestTarget::parse(path).ok_or(Refusal::Path)?;
        let file = target.file();
        if let Some(bytes) = self.read(&file)? {
            return self.tagged(&request.headers, content_type(&file), bytes);
        }
        if !target.is_folder() && self.site.is_folder(&target.path()) {
            return redirect(&target, request.uri.query());
        }
        self.not_found(&target)
    }

    /// A page that is in no file yet, or what the site has for it. Only the editor shows it in a frame.
    fn previewed(&self, request: &Parts, preview: Option<StandIns>, path: &str) -> Result<Response, Refusal> {
        let target = RequestTarget::parse(&format!("/{path}")).ok_or(Refusal::Path)?;
        let file = target.file();
        if preview.is_none() {
            let missing = screen::page(self.words, &self.words.missing, self.live.followed());
            return Ok(reply(StatusCode::NOT_FOUND, HTML, missing));
        }
        let own = preview.as_ref().and_then(|files| files.get(&file)).cloned();
        let bytes = match own {
            Some(bytes) if file.ends_with(".html") => Some(page::with_client(bytes, self.live.followed())),
            None => self.read(&file)?,
            own => own,
        };
        let mut response = match bytes {
            Some(bytes) => self.tagged(&request.headers, content_type(&file), bytes)?,
            None => self.not_found(&target)?,
        };
        let policy = format!("frame-ancestors http://127.0.0.1:{}", self.hosts.port());
        if let Ok(policy) = HeaderValue::try_from(policy) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        Ok(response)
    }

    fn events(&self, method: &Method) -> Result<Response, Refusal> {
        if method == Method::HEAD {
            return Ok(([(header::CONTENT_TYPE, "text/event-stream")], ()).into_response());
        }
        let news = self.live.listen().ok_or(Refusal::Full)?;
        Ok(Sse::new(news).keep_alive(KeepAlive::new().interval(ALIVE)).into_response())
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        // Before the page: a wish that comes while it is read is a new one to it.
        let followed = self.live.followed();
        match self.site.read(path) {
            None => Ok(None),
            Some(Ok(bytes)) if path.ends_with(".html") => Ok(Some(page::with_client(bytes, followed))),
            Some(Ok(bytes)) => Ok(Some(bytes)),
            Some(Err(_)) => Err(Refusal::Unreadable),
        }
    }

    fn not_found(&self, target: &RequestTarget) -> Result<Response, Refusal> {
        for path in target.not_found_pages() {
            if let Some(bytes) = self.read(&path)? {
                return Ok(reply(StatusCode::NOT_FOUND, HTML, bytes));
            }
        }
        let followed = self.live.followed();
        let (status, screen) = match self.live.state() {
            Health::Waiting => (StatusCode::SERVICE_UNAVAILABLE, &self.words.waiting),
            Health::Failed(_) => (StatusCode::SERVICE_UNAVAILABLE, &self.words.failed),
            Health::Well => (StatusCode::NOT_FOUND, &self.words.missing),
        };
        Ok(reply(status, HTML, screen::page(self.words, screen, followed)))
    }

    /// An answer with a tag of its bytes; without the bytes, when the browser has them.
    fn tagged(
        &self,
        asked: &HeaderMap,
        content_type: &'static str,
        bytes: Vec<u8>,
    ) -> Result<Response, Refusal> {
        let tag = format!("\"{}\"", Fingerprint::of(&bytes));
        let mut response = if has(asked, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let length = bytes.len();
            with_body(StatusCode::OK, content_type, (self.answers.place(bytes)?, length))
        };
        if let Ok(tag) = HeaderValue::try_from(tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        Ok(response)
    }

    fn refuse(&self, refusal: Refusal) -> Response {
        let mut text = self.words.refusal(refusal).to_string();
        text.push('\n');
        let mut response = reply(refusal.status(), TEXT, text.into_bytes());
        let headers = response.headers_mut();
        match refusal {
            Refusal::Method => headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD")),
            Refusal::Password => headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(ASKS)),
            _ => None,
        };
        // Who is refused has no place to hold; and what it brought along is not read, so must not be taken for the next request.
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    }
}

/// The service of all connections.
pub fn router(served: Answerer) -> Router {
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    // What answers beside the site may be stricter.
    let usual = |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    Router::new()
        .fallback(answer)
        .with_state(Arc::new(served))
        .layer(CatchPanicLayer::custom(broken))
        .layer(usual(header::CACHE_CONTROL, "no-cache"))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        // No page of another site shows one of these within itself.
        .layer(usual(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"))
        // A preview is nothing that a search engine should show, wherever it is reached from.
        .layer(header(HeaderName::from_static("x-robots-tag"), "noindex, nofollow"))
}

/// Is it the channel of the news, which never ends?
pub fn is_news<B>(response: &hyper::Response<B>) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream")
}

async fn answer(State(served): State<Arc<Answerer>>, request: Request) -> Response {
    let (request, body) = request.into_parts();
    if served.password.as_ref().is_some_and(|password| !password.is_in(&request.headers)) {
        return served.refuse(Refusal::Password);
    }
    match served.beside(&request) {
        Some(Ok(beside)) => {
            let site = format!("http://localhost:{}", served.hosts.port());
            let answered = beside::answer((beside, site, &served.places), request, body).await;
            return answered.unwrap_or_else(|refusal| served.refuse(refusal));
        }
        Some(Err(refusal)) => return served.refuse(refusal),
        None => {}
    }
    served.answer(&request).unwrap_or_else(|refusal| served.refuse(refusal))
}

/// What is said when a site's reader panics: the connection and the server go on.
fn broken(_panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = "fcsite has a fault of its own: this could not be answered. The terminal says more.\n";
    reply(StatusCode::INTERNAL_SERVER_ERROR, TEXT, text.into())
}

fn redirect(target: &RequestTarget, query: Option<&str>) -> Result<Response, Refusal> {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    moved(&(target.folder_address() + &query), StatusCode::PERMANENT_REDIRECT)
}

fn moved(address: &str, status: StatusCode) -> Result<Response, Refusal> {
    let address = HeaderValue::try_from(address).map_err(|_| Refusal::Path)?;
    let mut response = reply(status, TEXT, Vec::new());
    response.headers_mut().insert(header::LOCATION, address);
    Ok(response)
}

/// Does the browser have this one? `W/` marks a tag that a proxy on the way has weakened.
fn has(asked: &HeaderMap, tag: &str) -> bool {
    let lists = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn reply(status: StatusCode, content_type: &'static str, bytes: Vec<u8>) -> Response {
    let length = bytes.len();
    with_body(status, content_type, (Body::from(bytes), length))
}

fn with_body(status: StatusCode, content_type: &'static str, (body, length): (Body, usize)) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}
