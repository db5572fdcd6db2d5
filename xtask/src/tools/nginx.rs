//! nginx, and its module that sends Brotli sidecars.
//!
//! Debian's packages are unpacked among the project's own tools and not installed: what installs
//! them starts a server on port 80, and again at each start of the machine.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::program::{Program, find, update};
use crate::project::{Project, ask, run};

const NGINX: Program = Program {
    name: "nginx",
    // Not NGINX, which nginx itself takes for a list of sockets.
    variable: "NGINX_PROGRAM",
    on_path: &["nginx"],
    elsewhere: &["/usr/sbin/nginx"],
    debian_package: "nginx",
};
const BROTLI: &str = "libnginx-mod-http-brotli-static";
const MODULE: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub struct Nginx {
    pub program: PathBuf,
    pub brotli: PathBuf,
}

/// The machine's own where it has both parts; else unpacked from Debian's packages.
pub fn nginx(project: &Project) -> Result<Nginx> {
    let brotli = Path::new("/").join(MODULE);
    if let Some(program) = find(project, &NGINX)?.filter(|_| brotli.is_file()) {
        return Ok(Nginx { program, brotli });
    }
    let place = project.tools().join("nginx");
    let unpacked = Nginx { program: place.join("usr/sbin/nginx"), brotli: place.join(MODULE) };
    if !unpacked.runs(project) {
        unpack(project, &place)?;
    }
    if !unpacked.runs(project) {
        bail!("nginx does not run: Debian's packages libpcre2-8-0, libssl3 and zlib1g are its own");
    }
    Ok(unpacked)
}

impl Nginx {
    fn runs(&self, project: &Project) -> bool {
        self.brotli.is_file() && ask(&mut project.command(&self.program, ["-v"])).is_some()
    }
}

fn unpack(project: &Project, place: &Path) -> Result<()> {
    let packages = [NGINX.debian_package, BROTLI];
    println!("Unpacking {} into {} (seconds).", packages.join(" and "), place.display());
    fs::create_dir_all(place)?;
    let download = || {
        let words = ["-qq", "-o", "APT::Sandbox::User=root", "download"];
        run(project.command("apt-get", words).args(packages).current_dir(place))
    };
    // Without Debian's lists of packages, or with old ones, the first try fails.
    if download().is_err() {
        let from = "nginx and its module come from Debian's packages";
        update(project).context(from)?;
        download().context(from)?;
    }
    for entry in fs::read_dir(place)? {
        let package = entry?.path();
        if package.extension() == Some(OsStr::new("deb")) {
            let words = [OsStr::new("--extract"), package.as_os_str(), place.as_os_str()];
            run(&mut project.command("dpkg-deb", words))?;
            fs::remove_file(package)?;
        }
    }
    Ok(())
}
