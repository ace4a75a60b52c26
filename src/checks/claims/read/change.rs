//! Words that say rise or fall.

use super::token::Token;
use super::word_list::WordList;

static UP: WordList = WordList::new(
    "rose risen rise rises rising increased increases increasing increase grew grown grow grows growing \
growth climbed climbing climb climbs jumped jumping jump jumps surged surging surge surges soared soaring expanded \
expanding expansion expand gained gain advanced swelled swelling rocketed skyrocketed leapt leaped leap ballooned \
rebounded rebounding rebound recovered recovering improved spiked uptick widened widening upsurge hike mushroomed",
);

static DOWN: WordList = WordList::new(
    "fell fallen fall falls falling decreased decreases decreasing decrease declined declines declining \
decline dropped drops dropping drop plunged plunging plunge slumped slumping slump slid sliding sank tumbled tumbling \
shrank shrunk shrinking shrink contracted contracting contraction reduced reduction dipped dip dipping slipped \
slipping plummeted plummeting collapsed collapse narrowed narrowing dwindled diminished retreated weakened sinking \
tumble shrinkage setback",
);

/// Nouns among the two, which may stand before what changed: `growth in exports`.
static NOUNS: WordList = WordList::new(
    "rise increase growth climb jump surge expansion gain leap rebound uptick upsurge hike fall decrease \
decline drop plunge slump contraction reduction dip tumble shrinkage",
);

/// Whether a word says up or down, and whether it is a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) up: bool,
    pub(super) noun: bool,
}

/// The rise or fall at a token; `after_figure` if a figure stands right before it.
pub(super) fn at(tokens: &[Token], at: usize, after_figure: bool) -> Option<(Move, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let before = at.checked_sub(1).map_or("", word);
    let verb = |up| Move { up, noun: false };
    match word(at) {
        direction @ ("up" | "down") => {
            let up = direction == "up";
            let went = ["went", "gone", "go", "goes", "going", "moved", "shot"].contains(&before);
            let made = [
                "made", "make", "making", "picked", "set", "opened", "taken", "sped", "follow",
                "catching",
            ];
            let bound = ["to", "and"].contains(&word(at + 1));
            (went || !made.contains(&before) && (!bound || after_figure)).then_some((verb(up), 1))
        }
        comparative @ ("more" | "higher" | "less" | "lower" | "fewer" | "greater") => {
            let up = ["more", "higher", "greater"].contains(&comparative);
            after_figure.then_some((verb(up), 1))
        }
        word => {
            let up = UP.has(word);
            (up || DOWN.has(word)).then(|| {
                // `the rise`, `a drop`, but `to rise` and `exports rise`.
                let noun = NOUNS.has(word);
                (Move { up, noun }, 1)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::claims::read::token::tokens;

    #[test]
    fn up_is_a_rise_only_where_it_moves() {
        let found =
            |text: &str, start: usize| at(&tokens(text, 0), start, false).map(|found| found.0.up);
        assert_eq!(found("up 5 percent", 0), Some(true));
        assert_eq!(found("were up to $5bn", 1), None);
        assert_eq!(found("went up to $5bn", 1), Some(true));
        assert_eq!(found("made up 5 percent", 1), None);
        assert_eq!(found("fell", 0), Some(false));
        assert_eq!(found("more than", 0), None);
    }
}
