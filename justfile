# The daily round.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
    cargo test

# The worked example, from the bundled figures.
report:
    cargo run -- brief CHN NOR

# Every kind of chart, from the bundled figures.
gallery:
    cargo run -- run data/gallery.toml --output reports/gallery

# Let the command pages say what the commands print today; read the difference before you commit it.
pages:
    TRYCMD=overwrite cargo test commands
