//! A message read element by element: series, their groups, and the observations in them.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::elements::{character, pairs, plain};
use super::faulty;
use crate::error::{Error, Result};
use crate::providers::json::double;
use crate::providers::pxweb::cube::{Cube, Figure, Gather};
use crate::providers::sdmx::groups::{Groups, Pairs};

/// Data messages nest to eight at most.
const DEEPEST: usize = 32;

#[derive(Default)]
pub(super) struct Message {
    gather: Gather,
    /// Local names of the open elements.
    path: Vec<String>,
    series: Pairs,
    /// Where the figures of the series stand; none before its first figure.
    place: Option<Vec<(usize, u32)>>,
    observation: Pairs,
    groups: Groups,
    text: String,
    prepared: String,
    sender: String,
    structure: String,
    said: Vec<String>,
    observations: u64,
}

impl Message {
    pub(super) fn read(text: &str) -> Result<(Cube, String)> {
        let mut reader = Reader::from_str(text);
        let mut message = Self::default();
        loop {
            let at = reader.buffer_position();
            let line = || {
                text.as_bytes()
                    .iter()
                    .take(at as usize)
                    .filter(|byte| **byte == b'\n')
                    .count()
                    + 1
            };
            let event = reader
                .read_event()
                .map_err(|e| faulty(&format!("{} at line {}", plain(&e.to_string()), line())))?;
            match event {
                Event::Start(start) => {
                    message
                        .open(&start)
                        .map_err(|reason| faulty(&format!("{reason} at line {}", line())))?;
                    if message.path.len() > DEEPEST {
                        return Err(faulty("elements nest too deeply for a data message"));
                    }
                }
                Event::Empty(start) => {
                    message
                        .open(&start)
                        .map_err(|reason| faulty(&format!("{reason} at line {}", line())))?;
                    message.close()?;
                }
                Event::End(_) => message.close()?,
                Event::Text(text) => message.text.push_str(&text.xml10_content()),
                Event::GeneralRef(entity) => message.text.push(character(&entity)?),
                Event::DocType(_) => {
                    return Err(faulty(
                        "a document type is not read; remove the `<!DOCTYPE …>`",
                    ));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        if !message.path.is_empty() {
            return Err(faulty("the file is cut short, download it again"));
        }
        message.cube()
    }

    fn cube(self) -> Result<(Cube, String)> {
        if self.observations == 0 {
            let said = self.said.join("; ");
            return Err(Error::Unreadable {
                reason: if said.is_empty() {
                    "the message holds no observations; check the key of the request, then download again".to_owned()
                } else {
                    format!(
                        "not data but a message of the publisher: `{said}`; ask for less, then download again"
                    )
                },
            });
        }
        // The agency stands in the name of the structure where the sender is no name.
        let sender = match self.sender.as_str() {
            _ if self.structure.starts_with("IMF") => "International Monetary Fund",
            "" | "unknown" => &self.structure,
            sender => sender,
        };
        let cube = self.gather.cube(sender, &self.structure, "");
        Ok((cube, self.prepared))
    }

    fn open(&mut self, start: &BytesStart) -> Result<(), String> {
        let name = start.local_name().as_ref().to_owned();
        let pairs = pairs(start)?;
        let value = |key: &str| {
            pairs
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value.clone())
        };
        match name.as_str() {
            "Series" => (self.series, self.place) = (pairs, None),
            "Obs" => self.observation = pairs,
            "Group" | "Atts" => self.groups.push(pairs),
            "Value" => {
                // Generic data: `id` since 2.1, `concept` before.
                if let (Some(id), Some(value)) =
                    (value("id").or_else(|| value("concept")), value("value"))
                {
                    match self
                        .path
                        .iter()
                        .rev()
                        .find(|above| ["Obs", "Series", "Group"].contains(&above.as_str()))
                    {
                        Some(above) if above == "Obs" => self.observation.push((id, value)),
                        Some(above) if above == "Series" => self.series.push((id, value)),
                        _ => {}
                    }
                }
            }
            "ObsDimension" => {
                let id = value("id").unwrap_or_else(|| "TIME_PERIOD".to_owned());
                self.observation
                    .extend(value("value").map(|value| (id, value)));
            }
            "ObsValue" => self
                .observation
                .extend(value("value").map(|value| ("OBS_VALUE".to_owned(), value))),
            "Sender" => self.sender = value("id").unwrap_or_default(),
            "Structure" | "StructureUsage" | "Dataflow" if self.structure.is_empty() => {
                self.structure = value("structureID").unwrap_or_default();
            }
            _ => {}
        }
        self.text.clear();
        self.path.push(name);
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let Some(name) = self.path.pop() else {
            return Ok(());
        };
        match name.as_str() {
            "Obs" => self.figure()?,
            "Series" => {
                self.series.clear();
                self.place = None;
            }
            "Prepared" => self.prepared = self.text.trim().to_owned(),
            "Time" if self.path.last().is_some_and(|above| above == "Obs") => {
                self.observation
                    .push(("TIME_PERIOD".to_owned(), self.text.trim().to_owned()));
            }
            "Name" if self.path.last().is_some_and(|above| above == "Sender") => {
                self.sender = self.text.trim().to_owned();
            }
            "Text"
                if self
                    .path
                    .iter()
                    .any(|above| ["Footer", "ErrorMessage", "Error"].contains(&above.as_str())) =>
            {
                self.said.push(self.text.trim().to_owned());
            }
            _ => {}
        }
        self.text.clear();
        Ok(())
    }

    /// Takes the observation that just ended.
    fn figure(&mut self) -> Result<()> {
        let observation = std::mem::take(&mut self.observation);
        let names = observation.iter().map(|(name, _)| name.as_str());
        if let Some(twice) = double(names) {
            return Err(faulty(&format!(
                "`{twice}` stands twice in observation {}",
                self.observations + 1
            )));
        }
        if self.place.is_none() || self.series.is_empty() {
            self.place = Some(self.common(&observation));
        }
        let mut place = self.place.clone().unwrap_or_default();
        let mut figure = Figure::Empty;
        for (name, value) in &observation {
            if name == "OBS_VALUE" {
                figure = match value.trim() {
                    "" | "NaN" => Figure::Empty,
                    text => match text.parse().ok().filter(|number: &f64| number.is_finite()) {
                        Some(number) => Figure::Number(number),
                        None => self.gather.mark(text),
                    },
                };
            } else {
                let at = self.gather.dimension(name, "", true);
                place.push((at, self.gather.member(at, value, "")));
            }
        }
        self.observations += 1;
        self.gather.figure(place, figure);
        if self.gather.is_too_wide() {
            Err(faulty("there are too many names of attributes"))
        } else {
            Ok(())
        }
    }

    /// What the observations of a series have in common: its own names and those of its groups.
    fn common(&mut self, observation: &Pairs) -> Vec<(usize, u32)> {
        let key = if self.series.is_empty() {
            observation
        } else {
            &self.series
        };
        let own: HashMap<&str, &str> = key
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let mut all = self.groups.add(&own);
        all.extend(self.series.iter().cloned());
        all.iter()
            .map(|(name, value)| {
                let at = self.gather.dimension(name, "", true);
                (at, self.gather.member(at, value, ""))
            })
            .collect()
    }
}
