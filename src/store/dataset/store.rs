//! Where a store lies, and which of its vintages is meant.

use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use crate::error::{Error, Result};

/// A store, as a user names it: `DIR` for its latest vintage, `DIR@vintage` for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
    wanted: Option<String>,
}

/// One vintage, with what its manifest says.
#[derive(Debug, Clone)]
pub struct Vintage {
    pub(super) folder: PathBuf,
    pub(super) manifest: Manifest,
}

impl Store {
    /// Takes apart what was typed; nothing need exist yet.
    ///
    /// A folder whose own name holds an `@` is meant as it stands if it is there.
    pub fn at(typed: &Path) -> Self {
        let whole = || Self {
            root: typed.to_owned(),
            wanted: None,
        };
        let Some(text) = typed.to_str().filter(|_| !typed.exists()) else {
            return whole();
        };
        match text.rsplit_once('@') {
            Some((root, wanted)) if !root.is_empty() && check_name(wanted).is_ok() => Self {
                root: root.into(),
                wanted: Some(wanted.to_owned()),
            },
            _ => whole(),
        }
    }

    /// Whether a folder is a store, for telling it from a folder of raw files.
    pub fn is_store(folder: &Path) -> bool {
        let Ok(entries) = fs::read_dir(folder) else {
            return false;
        };
        entries
            .flatten()
            .any(|entry| Manifest::path(&entry.path()).is_file())
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The vintage that was asked for by name, if any.
    pub fn wanted(&self) -> Option<&str> {
        self.wanted.as_deref()
    }

    /// Every vintage, the oldest first.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Io`] without the folder; those of [`Manifest::load`].
    pub fn vintages(&self) -> Result<Vec<Vintage>> {
        let no_folder = |cause| {
            let step = "cannot read the store";
            Error::Io { step, cause }.in_file(&self.root)
        };
        let mut vintages = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(no_folder)? {
            let folder = entry.map_err(no_folder)?.path();
            if Manifest::path(&folder).is_file() {
                vintages.push(Vintage::load(folder)?);
            }
        }
        vintages.sort_by_key(|vintage| vintage.manifest.number);
        Ok(vintages)
    }

    /// The vintage that is meant.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::NothingLeft`] if there is none of that name, or none at all; those of
    /// [`vintages`](Self::vintages).
    pub fn vintage(&self) -> Result<Vintage> {
        if let Some(name) = &self.wanted {
            let folder = self.root.join(name);
            if Manifest::path(&folder).is_file() {
                return Vintage::load(folder);
            }
        }
        let mut vintages = self.vintages()?;
        let missing = match &self.wanted {
            None => match vintages.pop() {
                Some(latest) => return Ok(latest),
                None => Error::NothingLeft {
                    what: "the store holds no vintage".to_owned(),
                    remedy: "fill it with `bilat import`".to_owned(),
                },
            },
            Some(name) => Error::NothingLeft {
                what: format!("the store holds no vintage `{name}`"),
                remedy: format!("there are: {}", names(&vintages)),
            },
        };
        Err(missing.in_file(&self.root))
    }
}

impl Vintage {
    pub(super) fn load(folder: PathBuf) -> Result<Self> {
        let manifest = Manifest::load(&folder)?;
        Ok(Self { folder, manifest })
    }

    /// What it holds.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

fn names(vintages: &[Vintage]) -> String {
    let names = vintages
        .iter()
        .map(|vintage| vintage.manifest.vintage.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// Checks that a vintage can be named so: it becomes the name of a folder.
///
/// # Errors
/// [`Error::Unreadable`] unless it is letters, digits, `.`, `-` and `_`, a letter or digit first.
pub fn check_name(name: &str) -> Result<()> {
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(fine) {
        true => Ok(()),
        false => Err(Error::Unreadable {
            reason: format!(
                "`{name}` cannot name a vintage; use letters, digits, `.`, `-` and `_`, as in baci-hs92-202301"
            ),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vintage_stands_after_the_last_at_sign() {
        let store = Store::at(Path::new("/none/a@b/baci@hs92-202301"));
        assert_eq!(store.root(), Path::new("/none/a@b/baci"));
        assert_eq!(store.wanted(), Some("hs92-202301"));
        for plain in ["/none/baci", "/none/a@b/baci", "@x", "/none/baci@"] {
            let store = Store::at(Path::new(plain));
            assert_eq!((store.root(), store.wanted()), (Path::new(plain), None));
        }
    }

    #[test]
    fn names_stay_below_the_store() {
        for bad in ["", "..", "a/b", "-x", ".tmp-1", "_x", "a b", "ä"] {
            assert!(check_name(bad).is_err(), "{bad}");
        }
        assert!(check_name("baci-hs92-202301").is_ok() && check_name("2024.1_b").is_ok());
    }
}
