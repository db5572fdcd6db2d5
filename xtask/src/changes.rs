//! Whether files changed that Cargo does not watch.

use std::{fs, path::Path, time::Duration, time::UNIX_EPOCH};

use anyhow::Result;

/// When a file below `folder` last changed, in nanoseconds, and how many there are.
pub fn last_change(folder: &Path) -> Result<String> {
    let (mut newest, mut count) = (Duration::ZERO, 0);
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                let changed = entry.metadata()?.modified()?.duration_since(UNIX_EPOCH)?;
                newest = newest.max(changed);
                count += 1;
            }
        }
    }
    Ok(format!("{}-{count}", newest.as_nanos()))
}
