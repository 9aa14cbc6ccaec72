//! One kept-alive connection to a server on this machine: a page is asked for every millisecond, so a client that does no more than
//! that takes the least of the two processors that it shares with the program it measures.

use std::error::Error;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer may take. Hugo holds some of them back until its rebuild is done.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// An answer.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Answer {
    /// Is it a page with these words?
    pub fn shows(&self, words: &str) -> bool {
        self.status == 200 && self.body.windows(words.len()).any(|window| window == words.as_bytes())
    }
}

/// A connection that stays open.
pub struct Client {
    stream: BufReader<TcpStream>,
    port: u16,
}

impl Client {
    pub fn connect(port: u16) -> Result<Self, Box<dyn Error>> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream), port })
    }

    /// Asks for a path and reads the whole answer.
    pub fn get(&mut self, path: &str) -> Result<Answer, Box<dyn Error>> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept: */*\r\n\r\n", self.port);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let line = self.line()?;
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| format!("not an answer: {line:?}"))?;
        let (mut length, mut chunked) = (None, false);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(':') {
                None => break,
                Some(("content-length", value)) => length = Some(value.trim().parse::<usize>()?),
                Some(("transfer-encoding", value)) => chunked = value.trim() == "chunked",
                Some(_) => {}
            }
        }
        let body = match (chunked, length) {
            (true, _) => self.chunks()?,
            (false, Some(length)) => self.bytes(length)?,
            (false, None) => return Err("an answer without a length".into()),
        };
        Ok(Answer { status, body })
    }

    fn chunks(&mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut body = Vec::new();
        loop {
            let line = self.line()?;
            let length = usize::from_str_radix(line.split(';').next().unwrap_or_default().trim(), 16)?;
            if length == 0 {
                while !self.line()?.is_empty() {}
                return Ok(body);
            }
            body.append(&mut self.bytes(length)?);
            self.line()?;
        }
    }

    fn bytes(&mut self, length: usize) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn line(&mut self) -> Result<String, Box<dyn Error>> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(line.trim_end().to_owned())
    }
}
