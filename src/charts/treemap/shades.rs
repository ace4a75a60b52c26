//! The colours of groups, and the shades of their parts.

use super::{Group, sum};
use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::frame::KeyWord;
use crate::charts::layout::ink;
use crate::charts::theme::Colours;

/// More groups than this cannot be told apart by colour.
const GROUPS: usize = 7;
/// When there are more, this many are in colour and the rest grey.
const FOCUS: usize = 6;
/// How far the shade of a group's smallest part lies from its colour.
const DEPTH: f64 = 0.24;

/// Colour and ink of each group.
pub struct Palette {
    colours: &'static Colours,
    /// Index into the theme's colours; `None` is grey.
    slots: Vec<Option<usize>>,
}

impl Palette {
    /// Colours by key for the largest groups; `order` is from the largest.
    pub fn of(groups: &[Group], order: &[usize], colours: &'static Colours) -> Palette {
        let focus = if order.len() > GROUPS { FOCUS } else { GROUPS };
        let shown = &order[..focus.min(order.len())];
        let keys: Vec<&str> = shown
            .iter()
            .map(|index| colour_key(&groups[*index]))
            .collect();
        let mut slots = vec![None; groups.len()];
        for (index, slot) in shown.iter().zip(colours.slots(&keys)) {
            slots[*index] = Some(slot);
        }
        Palette { colours, slots }
    }

    /// Which colour is which; the grey groups share one entry.
    pub fn key(&self, groups: &[Group], order: &[usize]) -> Vec<KeyWord> {
        let mut key: Vec<KeyWord> = Vec::new();
        let (mut grey, mut value) = (Vec::new(), 0.0);
        for index in order {
            match self.slots[*index] {
                Some(slot) => key.push(KeyWord {
                    name: groups[*index].name.clone(),
                    mark: self.base(*index),
                    word: self.colours.words[slot],
                }),
                None => {
                    grey.push(*index);
                    value += sum(&groups[*index]);
                }
            }
        }
        if value > 0.0 {
            key.push(KeyWord {
                name: format!("{} other groups", grey.len()),
                mark: self.base(grey[0]),
                word: self.colours.text,
            });
        }
        key
    }

    /// The ink for words on a group's tiles, the same on all of them.
    pub fn ink(&self, group: usize) -> Rgb {
        ink::on(self.base(group))
    }

    /// The shade of a part: the group's colour for the largest, further from it the smaller it is.
    pub fn shade(&self, group: usize, (rank, many): (usize, usize)) -> Rgb {
        let (base, ink) = (self.base(group), self.ink(group));
        let depth = DEPTH * rank as f64 / (many.max(2) - 1) as f64;
        // Towards the ground if the words can still be read on the farthest shade, else away from it.
        let grounds = [self.colours.background, self.colours.title];
        let readable = |ground: &Rgb| {
            let farthest = base.over(*ground, 1.0 - DEPTH);
            ink::contrast(farthest, ink) >= ink::READABLE + 0.1
        };
        let ground = grounds.into_iter().find(readable).unwrap_or(base);
        base.over(ground, 1.0 - depth)
    }

    fn base(&self, group: usize) -> Rgb {
        match self.slots[group] {
            Some(slot) => self.colours.lines[slot],
            None => self.colours.faint,
        }
    }
}

fn colour_key(group: &Group) -> &str {
    if group.key.is_empty() {
        &group.name
    } else {
        &group.key
    }
}
