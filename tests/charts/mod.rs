//! Charts of every kind: what each must hold, whatever its figures, and what each says.

mod colours;
mod font;
mod given;
mod golden;
mod ground;
mod levels;
mod parts;
mod ranks;
mod rules;
mod tiles;
