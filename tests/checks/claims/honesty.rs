//! True claims are never refuted, and claims beyond all rounding always are.

use bilat::checks::claims::claim::*;
use bilat::checks::claims::compare::Question;
use bilat::checks::claims::judge::judge;
use bilat::checks::claims::verdict::Verdict;
use bilat::model::source::Side;
use proptest::prelude::*;

use super::document::*;

fn text(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}")
}

/// A true level printed with a hedge: rounded, or cut to below or above.
fn printed_as(value: f64, decimals: usize, hedge: Hedge) -> Printed {
    let unit = 10f64.powi(-i32::try_from(decimals).unwrap());
    let digits = match hedge {
        Hedge::Plain | Hedge::About => value,
        Hedge::More => (value / unit).floor() * unit,
        Hedge::Less => (value / unit).ceil() * unit,
    };
    hedged(&text(digits, decimals), 1e9, hedge)
}

fn hedge() -> impl Strategy<Value = Hedge> {
    prop_oneof![
        Just(Hedge::Plain),
        Just(Hedge::About),
        Just(Hedge::More),
        Just(Hedge::Less)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_true_claim_is_never_refuted(
        then in 1.0..900.0f64, growth in -0.8..3.0f64, decimals in 0usize..4, digits in 0usize..3,
        before in hedge(), after in hedge(),
    ) {
        let now = then * (1.0 + growth);
        let evidence = document(vec![
            claim("then", one_way("NOR", "CHN"), 2008).level(printed_as(then, decimals, before)),
            claim("now", one_way("NOR", "CHN"), 2009)
                .level(printed_as(now, decimals, after))
                .rate(&text(growth * 100.0, digits)),
        ]);
        let verdict = &judge(&evidence)[1].verdict;
        let nothing = matches!(verdict, Verdict::NotCheckable(_));
        prop_assert!(!verdict.is_refuted() && !nothing, "{} to {}: {:?}", then, now, verdict);
    }

    #[test]
    fn a_claim_beyond_all_rounding_is_refuted(
        then in 1.0..900.0f64, growth in -0.8..3.0f64, decimals in 1usize..4, off in 0.0..1.0f64, up: bool,
    ) {
        let now = then * (1.0 + growth);
        let levels = |stated: &str| document(vec![
            claim("then", one_way("NOR", "CHN"), 2008).level(printed(&text(then, decimals), 1e9)),
            claim("now", one_way("NOR", "CHN"), 2009)
                .level(printed(&text(now, decimals), 1e9))
                .rate(stated),
        ]);
        let implied = judge(&levels("0"))[1].comparisons[0].implied.rounding;
        // One step of the stated tenth beyond the end of what rounding allows, and then some.
        let stated = match up {
            true => ((implied.high() * 1e3).ceil() + 1.0) / 10.0 + off * 100.0,
            false => ((implied.low() * 1e3).floor() - 1.0) / 10.0 - off * 100.0,
        };
        let stated = text(stated, 1);
        let judged = judge(&levels(&stated));
        prop_assert!(judged[1].verdict.is_refuted(), "{} against {:?}", stated, implied);
        let stated: f64 = stated.parse().unwrap();
        let against = stated > 0.0 && implied.high() < 0.0 || stated < 0.0 && implied.low() > 0.0;
        prop_assert_eq!(judged[1].verdict == Verdict::SignContradicts, against);
    }

    #[test]
    fn a_true_rate_from_data_agrees(then in 1e6..1e12f64, growth in -0.8..3.0f64, digits in 0usize..3) {
        let mut evidence = document(vec![claim("1", one_way("NOR", "CHN"), 2009).rate(&text(growth * 100.0, digits))]);
        evidence.series = vec![series("NOR", "CHN", Side::Exporter, "a", &[(2008, then), (2009, then * (1.0 + growth))])];
        let verdict = &judge(&evidence)[0].verdict;
        // A rate on the very edge of its rounding may fall to either side.
        prop_assert!(matches!(verdict, Verdict::Agrees | Verdict::CannotBeRefuted), "{:?}", verdict);
    }

    #[test]
    fn true_parts_make_their_total(out in 1.0..900.0f64, back in 1.0..900.0f64, decimals in 0usize..3) {
        let claims = vec![
            claim("t", two_way("NOR", "CHN"), 2009).level(printed(&text(out + back, decimals), 1e9)),
            claim("x", one_way("NOR", "CHN"), 2009).level(printed(&text(out, decimals), 1e9)),
            claim("m", one_way("CHN", "NOR"), 2009).level(printed(&text(back, decimals), 1e9)),
            claim("b", Flow::Balance { first: "CHN".into(), second: Some("NOR".into()) }, 2009)
                .level(printed(&text(back - out, decimals), 1e9)),
        ];
        let judged = judge(&document(claims));
        for id in [0, 3] {
            prop_assert!(judged[id].comparisons.iter().any(|one| one.question == Question::Parts));
            prop_assert!(!judged[id].verdict.is_refuted(), "{}", judged[id].sentence);
        }
    }
}
