//! The `bilat` command: parse, run, print one error, exit.

mod commands;

use std::process::ExitCode;

use clap::Parser;
use commands::Outcome;

/// Exit code of a run that found something: rows that cannot be read.
const FOUND: u8 = 3;

/// Exit code for words that mean nothing here, as clap has it.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let command = commands::Bilat::parse();
    match command.run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(FOUND),
        // The reader of a pipe had enough: that is success.
        Err(error) if broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            commands::tell(&format!("{error:#}"));
            match error.downcast_ref::<bilat::Error>() {
                Some(bilat::Error::Interrupted) => ExitCode::from(commands::STOPPED),
                Some(error) if error.is_usage() => ExitCode::from(USAGE),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

fn broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let of_library = cause.downcast_ref::<bilat::Error>();
        let of_stream = cause.downcast_ref::<std::io::Error>();
        of_library.is_some_and(bilat::Error::is_broken_pipe)
            || of_stream.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
