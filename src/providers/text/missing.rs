//! Marks that stand where there is no figure.

/// Marks of absence, in lower case. `0` and `nil` are figures; `NA` is one here only because codes never pass here.
const MARKS: [&str; 36] = [
    "",
    ".",
    "..",
    "...",
    "…",
    ":",
    "-",
    "--",
    "–",
    "—",
    "−",
    "*",
    "**",
    "n.a.",
    "n.a",
    "n/a",
    "#n/a",
    "na",
    "<na>",
    "nan",
    "null",
    "none",
    "#null!",
    "c",
    "x",
    "s",
    "d",
    "(s)",
    "(d)",
    "(c)",
    "(x)",
    "(na)",
    "not available",
    "confidential",
    "suppressed",
    "\\n",
];

/// Whether a trimmed cell says that there is no figure; a flag may follow the colon, as in `: c`.
pub fn is_missing(cell: &str) -> bool {
    if cell.len() > 16 {
        return false;
    }
    let lower = cell.to_lowercase();
    if MARKS.contains(&lower.as_str()) {
        return true;
    }
    let flag = lower.strip_prefix(':').map(str::trim_start);
    flag.is_some_and(|flag| flag.len() <= 3 && flag.bytes().all(|byte| byte.is_ascii_lowercase()))
}
