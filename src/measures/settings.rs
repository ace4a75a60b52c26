//! What was set of a measure, as `name=value`.

mod known;

pub use known::{Setting, settings_of};

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::error::{Error, Result};
use crate::indicators::about::About;
use crate::model::source::word;

/// Settings as they were typed; each is looked at when the measure needs it.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    typed: BTreeMap<String, String>,
    used: RefCell<BTreeSet<String>>,
}

impl Settings {
    /// From `name=value`, each once.
    ///
    /// # Errors
    /// [`Error::UnknownWord`] for a name that the measure does not take.
    pub fn of(about: &About, typed: &[String]) -> Result<Self> {
        let known: Vec<&str> = settings_of(about.name).iter().map(|one| one.name).collect();
        let mut settings = Self::default();
        for one in typed {
            let (name, value) = one.split_once('=').unwrap_or((one, ""));
            let name = name.trim().to_lowercase();
            if !known.contains(&name.as_str()) || value.trim().is_empty() {
                return Err(Error::UnknownSetting {
                    typed: one.clone(),
                    measure: about.name,
                    known: settings_of(about.name)
                        .iter()
                        .map(|one| format!("{}={}", one.name, one.values))
                        .collect(),
                });
            }
            settings.typed.insert(name, value.trim().to_owned());
        }
        Ok(settings)
    }

    /// As they were typed.
    pub(super) fn typed(&self) -> Vec<String> {
        let typed = self.typed.iter();
        typed
            .map(|(name, value)| format!("{name}={value}"))
            .collect()
    }

    /// A setting that no measure looked at, for it says nothing beside the others.
    pub(super) fn idle(&self) -> Option<&str> {
        let used = self.used.borrow();
        let mut typed = self.typed.keys().map(String::as_str);
        typed.find(|name| !used.contains(*name))
    }

    pub(super) fn text(&self, name: &'static str) -> Option<&str> {
        self.used.borrow_mut().insert(name.to_owned());
        self.typed.get(name).map(String::as_str)
    }

    /// One of a list of words, or the default.
    pub(super) fn word<T: Copy + Default>(
        &self,
        name: &'static str,
        all: &[T],
        as_str: fn(T) -> &'static str,
    ) -> Result<T> {
        self.text(name)
            .map_or(Ok(T::default()), |typed| word(typed, name, all, as_str))
    }

    /// Whether the second of two words was given; the first is the default.
    pub(super) fn second(&self, name: &'static str, words: [&'static str; 2]) -> Result<bool> {
        match self.text(name) {
            None => Ok(false),
            Some(typed) if typed == words[0] => Ok(false),
            Some(typed) if typed == words[1] => Ok(true),
            Some(typed) => Err(Error::UnknownWord {
                what: name,
                typed: typed.to_owned(),
                known: words.to_vec(),
            }),
        }
    }

    /// A number, or the default.
    pub(super) fn number<T: FromStr>(&self, name: &'static str, default: T) -> Result<T> {
        match self.text(name) {
            None => Ok(default),
            Some(typed) => typed.parse().map_err(|_| Error::UnknownWord {
                what: name,
                typed: typed.to_owned(),
                known: vec!["a number"],
            }),
        }
    }
}
