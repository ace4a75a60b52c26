//! How well claims are read: texts with known answers, precision and recall of each field.

mod cases;

use cases::{Score, cases};

/// Prints the scores and holds them against minimums.
fn measured(name: &str, text: &str, claims: (f64, f64), fields: f64) -> Vec<String> {
    let mut score = Score::default();
    let mut wrong = Vec::new();
    for case in cases(text) {
        wrong.extend(score.add(&case));
    }
    println!("{name}: {score}");
    let found = &score.fields["claim"];
    assert!(
        found.precision() >= claims.0 && found.recall() >= claims.1,
        "{score}\n{}",
        wrong.join("\n")
    );
    for (field, count) in &score.fields {
        assert!(
            count.precision() >= fields && count.recall() >= fields,
            "{field}\n{score}\n{}",
            wrong.join("\n")
        );
    }
    wrong
}

#[test]
fn the_corpus_is_read_with_few_errors() {
    let wrong = measured(
        "corpus",
        include_str!("corpus/corpus.txt"),
        (0.99, 0.99),
        0.99,
    );
    wrong.iter().for_each(|line| println!("{line}"));
}

#[test]
fn texts_written_without_a_look_at_the_reader_are_read_as_well() {
    let wrong = measured(
        "held out",
        include_str!("corpus/held_out.txt"),
        (0.94, 0.94),
        0.92,
    );
    wrong.iter().for_each(|line| println!("{line}"));
}

#[test]
fn a_second_set_of_unseen_texts_is_read_as_well() {
    let wrong = measured(
        "held out, second",
        include_str!("corpus/held_out_second.txt"),
        (0.95, 0.89),
        0.89,
    );
    wrong.iter().for_each(|line| println!("{line}"));
}
