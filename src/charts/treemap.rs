//! What a flow consists of in one year: a tile per product, as large as its value.

mod shades;
mod squarify;
mod tell;
mod tile;
mod tiles;

use shades::Palette;
use tell::wordless;
use tile::words;
use tiles::{by_size, seams, tiles};

use crate::charts::canvas::scene::{Area, Axis, Rect, Scene, Shape};
use crate::charts::layout::frame::{self, Frame, KeyWord};
use crate::charts::layout::names;
use crate::charts::series::{Look, Unit, Words, refuse};
use crate::error::Result;
use crate::model::number;

/// Ground between the tiles of a group, and between groups.
const SEAM: f64 = 1.0;
const JOINT: f64 = 3.0;
/// One part of a whole, such as a product or a partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// How much it is; `None` is missing, never 0.
    pub value: Option<f64>,
}

/// Parts that belong together, such as the chapters of a section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// What it is called in the key. Empty, or the name of its only part, needs no key.
    pub name: String,
    /// What its colour stands for; empty takes the name.
    pub key: String,
    /// Its parts, in any order.
    pub parts: Vec<Part>,
}

/// A whole cut into tiles whose areas are as their values, largest first.
///
/// A group has one colour and its parts shades of it; with more than seven groups the six largest are in
/// colour and the rest grey. Parts of zero and parts without a value have no tile; a note tells them. Tiles too
/// small for words stay without, and a note counts them.
///
/// In the scene a datum's series is the group and its `year` the part's place in it, both counted from 0 as
/// given. `x` leads from the shares 0 to 1 and `y` from 0 to the total: a tile's width times its height, both read
/// from the axes, is its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Treemap {
    /// The groups, in any order.
    pub groups: Vec<Group>,
    /// What the values are.
    pub unit: Unit,
    /// The words around it.
    pub words: Words,
}

impl Treemap {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if no part is above zero, one is negative or not finite, or the words
    /// leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        self.check()?;
        let mut scene = frame::settle(|notes| self.lay(notes, look))?;
        scene.alt = self.alt();
        Ok(scene)
    }

    fn check(&self) -> Result<()> {
        for part in self.groups.iter().flat_map(|group| &group.parts) {
            let (name, value) = (&part.name, part.value.unwrap_or(0.0));
            if !value.is_finite() || value > 1e100 {
                return refuse(format!("`{name}` is not finite; leave it missing instead"));
            }
            if value < 0.0 {
                let value = self.unit.label(value);
                return refuse(format!(
                    "`{name}` is negative ({value}), and a tile has no negative area; leave it out or draw bars"
                ));
            }
        }
        if self.total() <= 0.0 {
            return refuse("nothing to draw: no part is above zero; choose another year or flow");
        }
        Ok(())
    }

    fn lay(&self, notes: &[String], look: &Look) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let order = by_size(&self.groups);
        let palette = Palette::of(&self.groups, &order, colours);
        let key = self.key(&palette, &order);
        let frame = Frame::lay(&self.words, notes, &key, look)?;
        let plot = Area {
            top: frame.room.top + 2.0,
            bottom: frame.room.bottom - 2.0,
            ..frame.room
        };
        let (fields, tiles) = tiles(&self.groups, &order, plot);
        let total = self.total();

        let mut shapes: Vec<Shape> = Vec::new();
        let (mut texts, mut silent, mut cut) = (Vec::new(), Vec::new(), 0);
        for tile in &tiles {
            let colour = palette.shade(tile.datum.series, tile.rank);
            shapes.push(Shape::Rect(Rect {
                area: tile.area,
                colour,
                datum: Some(tile.datum),
            }));
            let value = tile.datum.value;
            let told = [self.unit.label(value), number::share(value / total)];
            match words(
                &tile.area,
                &tile.part.name,
                &told,
                palette.ink(tile.datum.series),
            ) {
                Some(said) => {
                    cut += usize::from(said.cut);
                    texts.extend(said.texts.into_iter().map(Shape::Text));
                }
                None => silent.push(value),
            }
        }
        let ground = colours.background;
        shapes.extend(
            tiles
                .iter()
                .flat_map(|tile| seams(&tile.area, &plot, SEAM, ground)),
        );
        shapes.extend(
            fields
                .iter()
                .flat_map(|field| seams(field, &plot, JOINT, ground)),
        );
        shapes.extend(texts);
        shapes.extend(frame.shapes);

        let mut notes = self.left_out();
        notes.extend(wordless(&silent, total));
        notes.extend(names::counted(cut));
        Ok((self.finished(shapes, plot, look), notes))
    }

    fn finished(&self, shapes: Vec<Shape>, plot: Area, look: &Look) -> Scene {
        Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: look.theme.colours().background,
            shapes,
            title: self.words.title.clone(),
            alt: String::new(),
            source: self.words.sources.join("; "),
            plot,
            x: Axis::linear(0.0, 1.0, plot.left, plot.right),
            y: Axis::linear(0.0, self.total(), plot.top, plot.bottom),
        }
    }

    /// The names of the groups, unless the tiles say them already.
    fn key(&self, palette: &Palette, order: &[usize]) -> Vec<KeyWord> {
        let said = |group: &Group| {
            group.name.is_empty() || group.parts.len() == 1 && group.parts[0].name == group.name
        };
        if order.iter().all(|index| said(&self.groups[*index])) {
            return Vec::new();
        }
        palette.key(&self.groups, order)
    }

    fn total(&self) -> f64 {
        self.groups.iter().map(sum).sum()
    }
}

fn sum(group: &Group) -> f64 {
    group.parts.iter().filter_map(|part| part.value).sum()
}
