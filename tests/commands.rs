//! The pages in `tests/commands/` and the README, as a user types them.

#[test]
fn every_page_shows_what_the_command_prints() {
    trycmd::TestCases::new()
        .env("COLUMNS", "100")
        .case("tests/commands/*.trycmd")
        .case("README.md");
}
