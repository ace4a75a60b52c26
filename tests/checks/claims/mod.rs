//! Published claims held against levels.

mod corpus;
mod deciding;
mod document;
mod documents;
mod errors;
mod explained;
mod founding;
mod honesty;
mod intervals;
mod published;
mod readings;
mod verdicts;
mod world;
