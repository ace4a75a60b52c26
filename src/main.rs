//! The `bilat` command: parse, run, print one error, exit.

mod commands;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let command = commands::Bilat::parse();
    match command.run() {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of a pipe had enough: that is success.
        Err(error) if broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bilat: {error:#}");
            ExitCode::FAILURE
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
