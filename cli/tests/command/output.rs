//! Where the report goes, and what happens where it cannot go there.

use std::fs;
use std::io::Write;

use super::folder::{Folder, ran};

const SOME: &[&str] = &["--today=2026-11-26", "--stated=vcpu.available=64"];

#[test]
fn a_file_holds_what_would_have_been_printed() {
    let folder = Folder::new();
    let printed = folder.run(SOME, b"");
    let written = folder.run(&[SOME, &["--output", "report.txt"]].concat(), b"");
    assert_eq!((printed.exit, written.exit), (4, 4));
    assert_eq!((written.text(), written.stderr.as_str()), ("", ""));
    assert_eq!(folder.read("report.txt"), printed.text());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing beside it");
}

#[test]
fn a_file_is_replaced_only_by_a_report() {
    let folder = Folder::new();
    folder.write("report.txt", "of yesterday");
    for wrong in [&["--today=yesterday"][..], &["not-there.json"], &["--profile=none"]] {
        let ran = folder.run(&[wrong, &["-o", "report.txt"]].concat(), b"");
        assert_eq!(ran.exit, 2);
        assert_eq!(folder.read("report.txt"), "of yesterday");
    }
    // Nothing is asked of AWS where a person states what is free of a row without a quota.
    let arguments = ["--stated=memory.available=1 GiB", "-f", "shell-script", "-o", "report.txt"];
    let ran = folder.run(&arguments, b"");
    assert_eq!(ran.exit, 4);
    assert!(ran.stderr.contains("report.txt was not written"), "{}", ran.stderr);
    assert_eq!(folder.read("report.txt"), "of yesterday");
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = Folder::new();
    let ran = folder.run(&[SOME, &["--output", "none/report.txt"]].concat(), b"");
    assert_eq!((ran.exit, ran.text()), (2, ""));
    assert!(ran.stderr.starts_with("byoc-readiness: none/report.txt: "), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_stays_one_and_a_file_keeps_who_may_read_it() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    folder.write("file.txt", "");
    let file = folder.path().join("file.txt");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
    symlink("file.txt", folder.path().join("link.txt")).expect("a link");
    assert_eq!(folder.run(&[SOME, &["-o", "link.txt"]].concat(), b"").exit, 4);
    assert!(folder.read("file.txt").starts_with("Not ready: "));
    let link = fs::symlink_metadata(folder.path().join("link.txt")).expect("a link");
    assert!(link.is_symlink());
    assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640);
}

/// `byoc-readiness | head -0`: quiet, and the verdict's exit code for who asks with `pipefail`.
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::new();
    for form in ["text", "json", "svg"] {
        let mut child = folder.command(&[SOME, &["-f", form]].concat()).spawn().expect("it starts");
        drop(child.stdout.take());
        // It writes once it has read all of this.
        child.stdin.take().expect("its input").write_all(b"vCPU").expect("it reads");
        let done = child.wait_with_output().expect("it ends");
        assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(4), &b""[..]), "{form}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let mut command = folder.command(SOME);
    command.stdout(full());
    let printed = ran(command, b"");
    let written = folder.run(&[SOME, &["-o", "/dev/full"]].concat(), b"");
    for (ran, place) in [(printed, "standard output"), (written, "/dev/full")] {
        assert_eq!(ran.exit, 2);
        assert_eq!(ran.stderr, format!("byoc-readiness: {place}: No space left on device\n"));
    }
}

/// The version is the page's and the package's.
#[test]
fn the_version_is_the_engine_s() {
    let manifest = include_str!("../../../Cargo.toml");
    let manifest: toml::Table = toml::from_str(manifest).expect("TOML");
    let version = manifest["package"]["version"].as_str().expect("a version");
    for option in ["--version", "-V"] {
        let ran = Folder::new().run(&[option], b"");
        assert_eq!((ran.exit, ran.text()), (0, format!("byoc-readiness {version}\n").as_str()));
    }
}
