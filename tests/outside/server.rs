//! A server that is written by hand: it answers what a test says, also what no server should, and logs each question.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// No question is waited for so long, whatever else the machine does.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A question as it came.
#[derive(Clone, Debug)]
pub struct Question {
    /// The server's name and port as the test knows them.
    pub server: String,
    pub method: String,
    /// What stands after the method.
    pub target: String,
    pub headers: Vec<(String, String)>,
    /// When it had come.
    pub began: Instant,
    /// When it was about to be answered: whoever asked knew nothing yet.
    pub ended: Option<Instant>,
}

impl Question {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `HEAD /x`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }
}

/// What is sent once the question's end is in the log.
pub type Then = Box<dyn FnOnce()>;

/// What several servers were asked, in the order that it came.
pub type Log = Arc<Mutex<Vec<Question>>>;

/// A server. It goes on until the test ends.
pub struct Server {
    port: u16,
    log: Log,
}

impl Server {
    /// One that sends what the test makes of a question.
    pub fn new(answer: impl Fn(&Question) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::logged(Log::default(), answer)
    }

    /// One that shares its log with others.
    pub fn logged(log: Log, answer: impl Fn(&Question) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::wild(log, move |question, mut stream| {
            let bytes = answer(question);
            question.ended = Some(Instant::now());
            Box::new(move || {
                let _ = stream.write_all(&bytes);
            })
        })
    }

    /// One that does with the connection what it likes, after the question was logged.
    pub fn wild(log: Log, act: impl Fn(&mut Question, TcpStream) -> Then + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (act, shared) = (Arc::new(act), Arc::clone(&log));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (act, log) = (Arc::clone(&act), Arc::clone(&shared));
                thread::spawn(move || serve(port, stream, &log, &*act));
            }
        });
        Self { port, log }
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// What it was asked.
    pub fn asked(&self) -> Vec<Question> {
        let log = self.log.lock().unwrap();
        let name = format!("127.0.0.1:{}", self.port);
        log.iter().filter(|question| question.server == name).cloned().collect()
    }

    /// What it was asked, in short.
    pub fn lines(&self) -> Vec<String> {
        self.asked().iter().map(Question::line).collect()
    }
}

fn serve(port: u16, stream: TcpStream, log: &Log, act: &dyn Fn(&mut Question, TcpStream) -> Then) {
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut line = String::new();
    // Whoever connects and says nothing asks nothing.
    if reader.read_line(&mut line).unwrap_or(0) == 0 {
        return;
    }
    let mut words = line.split(' ').map(str::to_string);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim_end().is_empty() {
            break;
        }
        let (name, value) = line.trim_end().split_once(':').unwrap_or((line.trim_end(), ""));
        headers.push((name.to_ascii_lowercase(), value.trim().to_string()));
    }
    let server = format!("127.0.0.1:{port}");
    let mut question = Question { server, method, target, headers, began: Instant::now(), ended: None };
    let index = {
        let mut log = log.lock().unwrap();
        log.push(question.clone());
        log.len() - 1
    };
    let send = act(&mut question, stream);
    log.lock().unwrap()[index].ended = question.ended;
    send();
}

/// A whole answer without a body.
pub fn status(code: u16) -> Vec<u8> {
    format!("HTTP/1.1 {code} So\r\nContent-Length: 0\r\n\r\n").into_bytes()
}

/// An answer that leads on.
pub fn leads_to(code: u16, location: &str) -> Vec<u8> {
    format!("HTTP/1.1 {code} So\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n").into_bytes()
}
