//! The data sets of a message, observation by observation.

use std::collections::{BTreeMap, HashMap};

use super::component::{Component, attribute, attributes, component, position, positions};
use super::faulty;
use crate::error::Result;
use crate::providers::json::Json;
use crate::providers::pxweb::cube::{Figure, Gather};

/// What groups add to their figures, by the dimensions and the members that make a group.
type Groups = BTreeMap<Vec<usize>, HashMap<Vec<u32>, Vec<(usize, u32)>>>;

/// Reads the data sets of one structure.
pub(super) struct Reader<'a> {
    gather: &'a mut Gather,
    series: Vec<Component>,
    observation: Vec<Component>,
    /// Where the members stand that hold for the whole data set.
    fixed: Vec<(usize, u32)>,
    set_attributes: Vec<Option<Component>>,
    series_attributes: Vec<Option<Component>>,
    group_attributes: Vec<Option<Component>>,
    observation_attributes: Vec<Option<Component>>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(structure: &Json, gather: &'a mut Gather) -> Result<Self> {
        let mut list = |level: &str| -> Result<Vec<Component>> {
            let found = structure
                .at(&["dimensions", level])
                .map_or(&[][..], Json::items);
            found
                .iter()
                .map(|found| component(found, gather, false))
                .collect()
        };
        let (series, observation) = (list("series")?, list("observation")?);
        let mut fixed = list("dataSet")?;
        fixed.extend(list("dataset")?);
        let mut list = |level: &str| -> Result<Vec<Option<Component>>> {
            let found = structure
                .at(&["attributes", level])
                .map_or(&[][..], Json::items);
            found.iter().map(|found| attribute(found, gather)).collect()
        };
        let mut set_attributes = list("dataSet")?;
        set_attributes.extend(list("dataset")?);
        let series_attributes = list("series")?;
        let group_attributes = list("dimensionGroup")?;
        let observation_attributes = list("observation")?;
        if structure
            .at(&["measures", "observation"])
            .is_some_and(|measures| measures.items().len() > 1)
        {
            return Err(faulty(
                "observations have several measures; download one of them",
            ));
        }
        if gather.is_too_wide() {
            return Err(faulty("there are too many dimensions and attributes"));
        }
        Ok(Self {
            series,
            observation,
            series_attributes,
            group_attributes,
            observation_attributes,
            fixed: fixed
                .iter()
                .filter_map(|one| Some((one.dimension, *one.members.first()?)))
                .collect(),
            set_attributes,
            gather,
        })
    }

    pub(super) fn set(&mut self, set: &Json) -> Result<()> {
        let mut fixed = self.fixed.clone();
        attributes(
            self.gather,
            &self.set_attributes,
            set.get("attributes").map_or(&[], Json::items),
            &mut fixed,
        );
        let groups = self.groups(set)?;
        for (key, series) in set.get("series").map_or(&[][..], Json::members) {
            let mut place = fixed.clone();
            place.extend(positions(key, &self.series)?);
            attributes(
                self.gather,
                &self.series_attributes,
                series.get("attributes").map_or(&[], Json::items),
                &mut place,
            );
            for (key, observation) in series.get("observations").map_or(&[][..], Json::members) {
                let mut place = place.clone();
                place.extend(positions(key, &self.observation)?);
                self.observation(key, observation, place, &groups)?;
            }
        }
        for (key, observation) in set.get("observations").map_or(&[][..], Json::members) {
            let mut place = fixed.clone();
            place.extend(positions(key, &self.observation)?);
            self.observation(key, observation, place, &groups)?;
        }
        Ok(())
    }

    /// Attributes of groups: the members a group has, and what it adds to its figures.
    fn groups(&mut self, set: &Json) -> Result<Groups> {
        let mut groups = Groups::new();
        for (key, values) in set
            .get("dimensionGroupAttributes")
            .map_or(&[][..], Json::members)
        {
            // A key of a group leaves dimensions open: `0::1`.
            let all = if self.series.is_empty() {
                &self.observation
            } else {
                &self.series
            };
            let mut members = Vec::new();
            for (text, component) in key.split(':').zip(all) {
                if !text.is_empty() {
                    members.push((component.dimension, position(key, text, component)?));
                }
            }
            let (dimensions, members): (Vec<usize>, Vec<u32>) = members.into_iter().unzip();
            let mut adds = Vec::new();
            attributes(
                self.gather,
                &self.group_attributes,
                values.items(),
                &mut adds,
            );
            if !adds.is_empty() {
                groups
                    .entry(dimensions)
                    .or_default()
                    .entry(members)
                    .or_default()
                    .extend(adds);
            }
        }
        Ok(groups)
    }

    fn observation(
        &mut self,
        key: &str,
        observation: &Json,
        mut place: Vec<(usize, u32)>,
        groups: &Groups,
    ) -> Result<()> {
        let parts = observation.items();
        attributes(
            self.gather,
            &self.observation_attributes,
            parts.get(1..).unwrap_or_default(),
            &mut place,
        );
        let mut adds: Vec<(usize, u32)> = Vec::new();
        for (dimensions, groups) in groups {
            let member = |at: &usize| {
                place
                    .iter()
                    .find(|(dimension, _)| dimension == at)
                    .map(|(_, member)| *member)
            };
            let key: Option<Vec<u32>> = dimensions.iter().map(member).collect();
            adds.extend(key.and_then(|key| groups.get(&key)).into_iter().flatten());
        }
        place.extend(adds);
        let value = parts.first().unwrap_or(&Json::Null);
        let figure = match (value.number(), value) {
            (Some(number), _) => Figure::Number(number),
            (None, Json::Null) => Figure::Empty,
            (None, Json::Text(text)) if ["NaN", ""].contains(&text.trim()) => Figure::Empty,
            (None, Json::Text(text)) => self.gather.mark(text),
            (None, _) => return Err(faulty(&format!("observation `{key}` is no number"))),
        };
        self.gather.figure(place, figure);
        Ok(())
    }
}
