//! The input files of a store, as its manifest names them.

use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::store::dataset::Input;

/// Name, size and SHA-256 of a file, for the manifest.
pub(super) fn input(path: &Path) -> Result<Input> {
    let read = || -> std::io::Result<Input> {
        let mut file = std::fs::File::open(path)?;
        let (mut hash, mut bytes) = (Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 18];
        loop {
            match file.read(&mut buffer)? {
                0 => break,
                read => {
                    hash.update(&buffer[..read]);
                    bytes += read as u64;
                }
            }
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok(Input {
            name: name.to_string_lossy().into_owned(),
            bytes,
            sha256: hexadecimal(&hash.finalize()),
            version: String::new(),
            rows: 0,
            rejected: 0,
        })
    };
    read().map_err(|cause| Error::io("cannot read")(cause).in_file(path))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
