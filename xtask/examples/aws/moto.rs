//! moto's server on a free port of this machine, and the AWS CLI that asks it.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Output, Stdio},
    thread,
};

use anyhow::{Context, Result, bail, ensure};
use byoc_readiness::collect::{Shell, Wanted, script};

use crate::{REGION, shell};

/// Ends when it is dropped.
pub struct Moto {
    server: Child,
    /// Where it listens: `127.0.0.1:40123`.
    address: String,
}

/// An access key that is good for moto alone.
pub struct Keys {
    pub id: String,
    pub secret: String,
}

impl Keys {
    /// moto lets anybody do everything, until it is told to look at policies.
    pub fn of_anybody() -> Keys {
        Keys { id: "testing".to_owned(), secret: "testing".to_owned() }
    }
}

impl Moto {
    /// Starts the server.
    pub fn start() -> Result<Moto> {
        Moto::start_as(Command::new("moto_server"))
    }

    /// Starts one that takes requests for higher quotas, too.
    pub fn start_with_requests() -> Result<Moto> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/moto_with_requests.py");
        let mut command = Command::new("python");
        command.arg(script);
        Moto::start_as(command)
    }

    /// Waits until the server says where it listens.
    fn start_as(mut command: Command) -> Result<Moto> {
        command.args(["--host", "127.0.0.1", "--port", "0"]);
        let mut server = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {command:?}"))?;
        let mut said = BufReader::new(server.stderr.take().context("its standard error")?);
        let mut moto = Moto { server, address: String::new() };
        let mut before = String::new();
        loop {
            let mut line = String::new();
            if said.read_line(&mut line)? == 0 {
                bail!("moto_server ended: {before}");
            }
            if let Some((_, address)) = line.trim().split_once("Running on http://") {
                address.clone_into(&mut moto.address);
                break;
            }
            before.push_str(&line);
        }
        // A full pipe would stop it.
        thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        moto.connect()?;
        Ok(moto)
    }

    fn connect(&self) -> Result<TcpStream> {
        TcpStream::connect(&self.address)
            .with_context(|| format!("moto does not answer at {}", self.address))
    }

    /// What a call of the AWS CLI prints, as anybody, as plain text.
    pub fn aws(&self, arguments: &[&str]) -> Result<String> {
        let mut command = Command::new("aws");
        command.args(arguments).args(["--output", "text"]);
        self.set_up(&mut command, &Keys::of_anybody());
        let output = command.output().context("cannot start aws")?;
        let (said, wrong) = (text(&output.stdout), text(&output.stderr));
        ensure!(output.status.success(), "aws {}: {wrong}", arguments.join(" "));
        Ok(said.trim().to_owned())
    }

    /// Someone with this policy and no other. From now on moto looks at policies.
    pub fn reader(&self, policy: &str) -> Result<Keys> {
        let user = ["--user-name", "secret-reader"];
        self.aws(&[&["iam", "create-user"], &user[..]].concat())?;
        let put = ["iam", "put-user-policy", "--policy-name", "least", "--policy-document", policy];
        self.aws(&[&put[..], &user].concat())?;
        let query = ["--query", "AccessKey.[AccessKeyId,SecretAccessKey]"];
        let keys = self.aws(&[&["iam", "create-access-key"], &user[..], &query].concat())?;
        let (id, secret) = keys.split_once('\t').context("two texts")?;
        self.look_at_policies()?;
        Ok(Keys { id: id.to_owned(), secret: secret.to_owned() })
    }

    fn look_at_policies(&self) -> Result<()> {
        let mut stream = self.connect()?;
        let head = "POST /moto-api/reset-auth HTTP/1.0\r\nContent-Type: text/plain\r\n";
        // The number of requests until it does.
        write!(stream, "{head}Content-Length: 1\r\n\r\n0")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        ensure!(answer.contains(" 200 "), "moto does not look at policies: {answer}");
        Ok(())
    }

    /// What the block prints in a shell.
    pub fn run(&self, mut shell: Command, keys: &Keys, wanted: &Wanted) -> Result<String> {
        self.set_up(&mut shell, keys);
        shell::paste(shell, &script(wanted, REGION, Shell::Bash))
    }

    /// What a command prints in Bash, as anybody, and whether it succeeded.
    pub fn bash(&self, text: &str) -> Result<Output> {
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-c", text]);
        self.set_up(&mut bash, &Keys::of_anybody());
        bash.output().context("cannot start bash")
    }

    /// Nothing of the AWS CLI's own set-up counts, so that no call can reach AWS.
    fn set_up(&self, command: &mut Command, keys: &Keys) {
        let own = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
        for name in own.filter(|name| name.starts_with("AWS_")) {
            command.env_remove(name);
        }
        command.envs([
            ("AWS_ENDPOINT_URL", format!("http://{}", self.address).as_str()),
            ("AWS_ACCESS_KEY_ID", &keys.id),
            ("AWS_SECRET_ACCESS_KEY", &keys.secret),
            ("AWS_DEFAULT_REGION", REGION),
            ("AWS_CONFIG_FILE", "/dev/null"),
            ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
            ("AWS_MAX_ATTEMPTS", "1"),
            ("NO_PROXY", "127.0.0.1"),
            ("no_proxy", "127.0.0.1"),
        ]);
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        // Nothing is left to do where it has ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
