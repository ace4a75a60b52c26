//! Finds claims about trade in prose, markup and tables.
//!
//! English sentences are cut into words, words into quantities, periods and flows of trade, and those are put
//! together by the order they stand in. What speaks of trade and cannot be put together is listed with the
//! reason. What does not speak of trade between places (output, budgets, investment, tariffs, the sales of one
//! firm) is neither.

mod amount_cell;
mod assemble;
mod base_cell;
mod block;
mod build;
mod cells;
mod change;
mod claimant;
mod context;
mod currency;
mod currency_names;
mod date;
mod dating;
mod digits;
mod document;
mod draft;
mod entity;
mod figures;
mod flow;
mod growth_cell;
mod hedge;
mod html;
mod inline;
mod item;
mod json;
mod known;
mod lexicon;
mod list;
mod locate;
mod lookup;
mod markup;
mod money;
mod nation;
mod noun;
mod owner;
mod part;
mod parties;
mod partner;
mod pointer;
mod rate;
mod resolve;
mod rises;
mod row;
mod segment;
mod sentence;
mod sniff;
mod subject;
mod table;
mod time;
mod token;
mod topic;
mod verb;
mod word_list;
mod words;
mod year;

use std::ffi::OsStr;
use std::path::Path;
use std::str::FromStr;

use serde::Serialize;

use super::claim::{Claim, Place};
use crate::error::{Error, Result};

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Whichever of the others it looks like.
    #[default]
    Sniffed,
    /// Plain text; headings may stand between `==`, as in wikis.
    Prose,
    Markdown,
    Html,
    /// A table of claims, separated by commas, tabs or semicolons.
    Csv,
    /// A list of claims as objects.
    Json,
}

impl FromStr for Form {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        match typed.to_ascii_lowercase().as_str() {
            "text" | "txt" => Ok(Self::Prose),
            "md" | "markdown" => Ok(Self::Markdown),
            "html" | "htm" => Ok(Self::Html),
            "csv" | "tsv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err(Error::UnknownWord {
                what: "form of a text",
                typed: typed.to_owned(),
                known: vec!["text", "md", "html", "csv", "json"],
            }),
        }
    }
}

impl Form {
    /// The form that the ending of a file's name says; `Sniffed` for `txt`, which may be anything,
    /// and for endings of no meaning here.
    pub fn of_name(file: &Path) -> Self {
        let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
        match ending.parse() {
            Ok(Self::Prose) | Err(_) => Self::Sniffed,
            Ok(form) => form,
        }
    }
}

/// What was found in a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Reading {
    /// In the order they stand.
    pub claims: Vec<Claim>,
    /// Words about trade with a number or a direction that make no claim.
    pub unparsed: Vec<Unparsed>,
    /// What a claim takes from elsewhere than its own words, and what it leaves open.
    pub notes: Vec<Note>,
    /// ISO3 codes of the two countries that the document is about, if it is about two.
    pub pair: Option<(String, String)>,
}

/// Words that speak of trade but could not be read as a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unparsed {
    /// The sentence, word for word.
    pub quote: String,
    /// Where the quote begins.
    pub place: Place,
    /// What stands in the way.
    pub why: String,
}

/// How a part of a claim was come by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The `id` of the claim.
    pub claim: String,
    pub what: String,
}

/// Finds the claims about trade in a document.
///
/// Places count lines and columns of `text` as it was given. A quote is its words with markup taken off and
/// runs of white space as one space.
///
/// A deficit is a balance below zero, so its level and amounts are negative; a rate or a direction of it is of its
/// size. A rise from one level to another by a stated rate gives two claims, the earlier level first. Countries
/// and periods that the words leave open are `None`, and a note says so.
///
/// ```
/// use bilat::checks::claims::read::{Form, read};
/// let reading = read("In 2009, Norway's exports to China increased by 39 percent to $2.28 billion.", Form::Prose)?;
/// assert_eq!(reading.claims.len(), 1);
/// # Ok::<(), bilat::error::Error>(())
/// ```
///
/// # Errors
/// For a table: [`Error::Unreadable`] if it is none,
/// [`Error::MissingColumn`] if no column tells whose trade it is.
/// Prose and markup cannot fail.
pub fn read(text: &str, form: Form) -> Result<Reading> {
    match form {
        Form::Sniffed => read(text, sniff::form(text)),
        Form::Prose => Ok(document::read(&markup::blocks(text, false), text)),
        Form::Markdown => Ok(document::read(&markup::blocks(text, true), text)),
        Form::Html => Ok(document::read(&html::blocks(text), text)),
        Form::Csv => table::read(text),
        Form::Json => json::read(text),
    }
}
