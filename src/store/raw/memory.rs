//! What passes learnt of files, kept so that the next question need not ask again.
//!
//! ```text
//! bilat raw order 1
//! file /data/BACI_HS92_Y2021_V202301.csv
//! size 205760116
//! modified 1732451466.123456789
//! columns t,i,j,k
//! blocks 3f1c…
//! lines 6000001
//! repeated 0
//! seal 90ab…
//! ```

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use super::account::{Account, Order};
use super::file::RawFile;
use super::layout::Field;
use super::positioned::read_at;
use crate::error::{Error, Result};

const TITLE: &str = "bilat raw order 1";
/// Blocks of a file that must still be what they were; more of them cost more at every question.
const BLOCKS: u64 = 8;
const BLOCK: usize = 4096;

/// A folder with a small record of each file that was read whole.
#[derive(Debug, Clone)]
pub struct Memory {
    folder: PathBuf,
}

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// [`Order::Ascending`] or [`Order::Repeating`]; other files are not remembered.
    pub order: Order,
    /// Lines, the header included.
    pub lines: u64,
}

impl Memory {
    /// Records in `folder`, which is made when something is first kept.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// What is known of a file, if its size, time and some blocks are still those of the record.
    ///
    /// A record that is stale, damaged or of another version counts as none.
    pub fn recall(&self, file: &RawFile) -> Option<Known> {
        let text = std::fs::read_to_string(self.place(file)?).ok()?;
        let start = identity(file)?;
        let rest = text.strip_prefix(start.as_str())?;
        let (numbers, seal) = rest.split_once("seal ")?;
        if seal.trim_end() != hex(Sha256::digest(format!("{start}{numbers}"))) {
            return None;
        }
        let mut numbers = numbers.lines();
        let lines = numbers.next()?.strip_prefix("lines ")?.parse().ok()?;
        let order = match numbers.next()?.strip_prefix("repeated ")?.parse().ok()? {
            0 => Order::Ascending,
            repeated => Order::Repeating(repeated),
        };
        Some(Known { order, lines })
    }

    /// Keeps what a pass learnt, if it found the file sorted; forgets what was known otherwise.
    ///
    /// # Errors
    /// [`Error::Io`] in [`Error::File`] where the record cannot be written; nothing else is lost.
    pub fn keep(&self, file: &RawFile, account: &Account) -> Result<()> {
        let (Some(place), Some(start)) = (self.place(file), identity(file)) else {
            return Ok(());
        };
        let repeated = match account.order {
            Order::Ascending => 0,
            Order::Repeating(count) => count,
            Order::Unsorted => {
                // There may be none to forget.
                _ = std::fs::remove_file(place);
                return Ok(());
            }
        };
        let text = format!("{start}lines {}\nrepeated {repeated}\n", account.lines);
        let seal = hex(Sha256::digest(&text));
        self.write(&place, &format!("{text}seal {seal}\n"))
            .map_err(|error| {
                Error::io("cannot remember the order of a file")(error).in_file(&place)
            })
    }

    fn write(&self, place: &Path, text: &str) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        let mut new = tempfile::NamedTempFile::new_in(&self.folder)?;
        new.write_all(text.as_bytes())?;
        // No fsync: a record lost with the machine is a pass repeated, and a torn one has no seal.
        new.persist(place).map_err(|error| error.error)?;
        Ok(())
    }

    fn place(&self, file: &RawFile) -> Option<PathBuf> {
        let path = std::path::absolute(file.path()).ok()?;
        let name = hex(Sha256::digest(path.as_os_str().as_encoded_bytes()));
        // Only plain files are bisected.
        file.is_plain()
            .then(|| self.folder.join(format!("{}.order", &name[..32])))
    }
}

/// The lines of a record that must be the same for it to hold.
fn identity(file: &RawFile) -> Option<String> {
    let path = std::path::absolute(file.path()).ok()?;
    let modified = file.stamp.modified?.duration_since(UNIX_EPOCH).ok()?;
    let columns: Vec<&str> = file.layout().order().map(Field::name).collect();
    Some(format!(
        "{TITLE}\nfile {}\nsize {}\nmodified {}.{:09}\ncolumns {}\nblocks {}\n",
        path.display().to_string().escape_debug(),
        file.size(),
        modified.as_secs(),
        modified.subsec_nanos(),
        columns.join(","),
        blocks(file)?
    ))
}

/// The digest of blocks spread over the file, its first and last bytes among them.
fn blocks(file: &RawFile) -> Option<String> {
    let mut digest = Sha256::new();
    let mut buffer = [0; BLOCK];
    let room = file.size().saturating_sub(BLOCK as u64);
    for block in 0..BLOCKS {
        let met = read_at(&file.file, &mut buffer, room / (BLOCKS - 1) * block).ok()?;
        digest.update(&buffer[..met]);
    }
    let met = read_at(&file.file, &mut buffer, room).ok()?;
    digest.update(&buffer[..met]);
    Some(hex(digest.finalize()))
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
