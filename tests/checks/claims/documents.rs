//! Whole documents: the founding article, markup, tables, and what any text may not do.

use std::path::Path;

use bilat::checks::claims::claim::{Base, Claim, Flow, Goods, Hedge, Measure, Part, Period};
use bilat::checks::claims::read::{Form, Reading, read};
use bilat::error::Error;
use proptest::prelude::*;

fn specimen(name: &str) -> String {
    let folder = std::env::var("BILAT_SPECIMENS").unwrap();
    std::fs::read_to_string(Path::new(&folder).join(name)).unwrap()
}

fn prose(text: &str) -> Reading {
    read(text, Form::Prose).unwrap()
}

fn one_way(exporter: &str, importer: &str) -> Flow {
    Flow::OneWay {
        exporter: Some(exporter.to_owned()),
        importer: Some(importer.to_owned()),
    }
}

fn two_way(first: &str, second: &str) -> Flow {
    Flow::TwoWay {
        first: first.to_owned(),
        second: Some(second.to_owned()),
    }
}

const fn year(year: i32) -> Option<Period> {
    Some(Period {
        year,
        part: Part::Year,
    })
}

fn level(claim: &Claim) -> (f64, f64, f64, Hedge, Option<&'static str>) {
    let level = claim.level.as_ref().unwrap();
    let number = &level.number;
    (
        number.low,
        number.value,
        number.high,
        number.hedge,
        level.currency.map(|currency| currency.as_str()),
    )
}

fn rate(claim: &Claim) -> (f64, f64, f64) {
    match &claim.change.as_ref().unwrap().measure {
        Measure::Rate(number) => (number.low, number.value, number.high),
        other => panic!("no rate: {other:?}"),
    }
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn the_founding_article_holds_six_claims_and_three_directions() {
    let reading = prose(&specimen("china-norway/article.txt"));
    assert_eq!(reading.pair, Some(("CHN".to_owned(), "NOR".to_owned())));
    let [total, north, south, up, sign, imports] = &reading.claims[..] else {
        panic!("{:#?}", reading.claims);
    };
    assert_eq!(
        (&total.flow, total.period),
        (&two_way("CHN", "NOR"), year(2003))
    );
    assert_eq!(
        level(total),
        (1.755e9, 1.76e9, 1.765e9, Hedge::Plain, Some("USD"))
    );
    assert_eq!(total.change, None);

    assert_eq!(
        (&north.flow, north.period),
        (&one_way("NOR", "CHN"), year(2008))
    );
    assert_eq!(
        level(north),
        (1.925e9, 1.93e9, 1.935e9, Hedge::Plain, Some("USD"))
    );
    assert_eq!(
        (&south.flow, south.period),
        (&one_way("CHN", "NOR"), year(2008))
    );
    assert_eq!(
        level(south),
        (5.425e9, 5.43e9, 5.435e9, Hedge::Less, Some("USD"))
    );
    assert!(north.change.is_none() && south.change.is_none());

    assert_eq!((&up.flow, up.period), (&one_way("NOR", "CHN"), year(2009)));
    assert_eq!(
        level(up),
        (2.275e9, 2.28e9, 2.285e9, Hedge::Plain, Some("USD"))
    );
    assert_eq!(rate(up), (0.385, 0.39, 0.395));
    let change = up.change.as_ref().unwrap();
    assert_eq!(change.base, Base::YearBefore { stated: false });
    assert_eq!(change.text, "increased by 39 percent");

    assert_eq!(
        (&sign.flow, sign.period),
        (&one_way("CHN", "NOR"), year(2009))
    );
    assert_eq!(
        level(sign),
        (5.245e9, 5.25e9, 5.255e9, Hedge::About, Some("USD"))
    );
    assert_eq!(rate(sign), (0.0445, 0.045, 0.0455));
    assert_eq!(
        sign.change.as_ref().unwrap().base,
        Base::YearBefore { stated: true }
    );

    assert_eq!(
        (&imports.flow, imports.period),
        (&one_way("CHN", "NOR"), year(2023))
    );
    let change = imports.change.as_ref().unwrap();
    assert!(
        matches!(&change.measure, Measure::Factor(number) if number.value == 4.0 && number.hedge == Hedge::Less)
    );
    assert_eq!(change.base, Base::Open);

    let listed: Vec<&str> = reading
        .unparsed
        .iter()
        .map(|left| left.quote.split(' ').next().unwrap())
        .collect();
    assert_eq!(listed, ["Bilateral", "Exports,", "With"]);
    for left in &reading.unparsed {
        assert_eq!(left.why, "it has no number and no period");
    }
}

#[test]
fn what_is_taken_from_elsewhere_is_said() {
    let reading = prose(
        "In 2008, China's exports to Norway were $5.43 billion. Imports from Norway rose to $1.93 billion.",
    );
    let notes: Vec<(&str, &str)> = reading
        .notes
        .iter()
        .map(|note| (note.claim.as_str(), note.what.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            ("2", "CHN is taken from the words before"),
            ("2", "the period is that of the sentences before")
        ]
    );
    assert_eq!(reading.claims[1].flow, one_way("NOR", "CHN"));
    assert_eq!(reading.claims[1].period, year(2008));
}

#[test]
fn what_is_open_stays_open() {
    let reading = prose(
        "Norway's exports rose 5 percent in 2009. China's exports to Norway have grown by 8 percent.",
    );
    let [open, undated] = &reading.claims[..] else {
        panic!("{:#?}", reading.claims)
    };
    let partner = Flow::OneWay {
        exporter: Some("NOR".to_owned()),
        importer: None,
    };
    assert_eq!(open.flow, partner);
    assert_eq!(undated.period, None);
    assert_eq!(undated.change.as_ref().unwrap().base, Base::Open);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.claim == "2" && note.what == "the period is open")
    );
}

#[test]
fn a_year_of_something_else_is_no_period_and_an_infinitive_no_fact() {
    let dated =
        prose("Trade between Norway and China, which opened an embassy in 1954, was $5 billion.");
    assert_eq!(dated.claims[0].period, None);
    let wish = prose("Turkey and Russia met to boost bilateral trade to $100 billion.");
    assert_eq!(wish.claims, []);
    assert_eq!(wish.unparsed[0].why, "it is a wish, a plan or a forecast");
}

#[test]
fn services_are_told_from_goods() {
    let goods = |text: &str| prose(text).claims[0].goods;
    assert_eq!(
        goods("Services exports from India to Japan were $2 billion in 2016."),
        Goods::Services
    );
    assert_eq!(
        goods("Trade in goods and services between India and Japan was $20 billion in 2016."),
        Goods::Both
    );
    assert_eq!(
        goods("Indian exports to Japan were $5 billion in 2016."),
        Goods::Goods
    );
}

#[test]
fn a_product_a_firm_and_a_wish_are_listed_with_the_reason() {
    let why = |text: &str| {
        let reading = prose(text);
        assert_eq!(reading.claims, []);
        reading.unparsed[0].why.clone()
    };
    assert_eq!(
        why("Norwegian salmon exports to China fell by 30 percent in 2011."),
        "it is about `salmon` alone, not all trade"
    );
    assert_eq!(
        why("Equinor's exports to China rose to $2 billion in 2019."),
        "it is about `equinor` alone, not all trade"
    );
    assert_eq!(
        why("Norway and China aim to raise bilateral trade to $10 billion by 2030."),
        "it is a wish, a plan or a forecast"
    );
    assert_eq!(
        why("Norway's exports to China helped fishermen earn $2 billion in 2011."),
        "other words stand between the trade and the figure"
    );
    assert_eq!(
        why("Norway's exports to China reached USD 58.04 in 2018."),
        "the amount is too small for trade; it may lack its scale"
    );
    assert_eq!(
        why("Norway's exports to China and India rose 5 percent in 2011."),
        "it is about several countries together"
    );
}

#[test]
fn the_same_words_mean_the_same_in_prose_markdown_and_html() {
    let forms = [
        (
            Form::Prose,
            "= China–Norway relations =\n\nIn 2009, Norway's exports to China increased by 39 percent\nto a value of $2.28 billion.[12]\n",
        ),
        (
            Form::Markdown,
            "# China–Norway relations\n\nIn **2009**, [Norway's exports](x.md) to China increased by *39 percent* to a value of $2.28 billion.\n\n| 2010 | $9 billion |\n|---|---|\n",
        ),
        (
            Form::Html,
            "<!DOCTYPE html><title>China–Norway relations</title><script>Norway's exports to China were $1bn</script><p>In 2009, Norway&rsquo;s <a href=x>exports</a> to China increased by 39&nbsp;percent to a value of &#36;2.28 billion.</p><table><tr><td>Norway's exports to China were $9 billion in 2010.</td></tr></table>",
        ),
    ];
    for (form, text) in forms {
        for form in [form, Form::Sniffed] {
            let reading = read(text, form).unwrap();
            let [claim] = &reading.claims[..] else {
                panic!("{form:?}: {:#?}", reading.claims)
            };
            assert_eq!(
                (&claim.flow, claim.period),
                (&one_way("NOR", "CHN"), year(2009))
            );
            assert_eq!(rate(claim), (0.385, 0.39, 0.395));
            assert_eq!(level(claim).1, 2.28e9);
            assert!(text[claim.place.offset..].starts_with("Norway"), "{form:?}");
            let start = text[..claim.place.offset]
                .rfind('\n')
                .map_or(0, |at| at + 1);
            assert_eq!(
                claim.place.line,
                text[..claim.place.offset].matches('\n').count() + 1
            );
            assert_eq!(
                claim.place.column,
                text[start..claim.place.offset].chars().count() + 1
            );
        }
    }
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn tables_of_claims_keep_their_rows() {
    let table = specimen("china-norway/published_claims.csv");
    let reading = read(&table, Form::Sniffed).unwrap();
    assert_eq!((reading.claims.len(), reading.unparsed.len()), (14, 0));
    assert_eq!(reading.claims[0].flow, two_way("NOR", "CHN"));
    assert_eq!(level(&reading.claims[5]).3, Hedge::About);
    let part = reading.claims[7].period.unwrap().part;
    assert_eq!(
        (part, rate(&reading.claims[7]).1),
        (Part::Months(1, 10), 0.242)
    );
    let change = reading.claims[11].change.as_ref().unwrap();
    assert!(matches!(&change.measure, Measure::By(amount) if amount.number.value == -1e9));
    assert_eq!(reading.claims[12].place.line, 14);
}

#[test]
fn a_fraction_takes_its_digits_from_the_quote_and_a_level_from_its_column() {
    let table = "\u{feff}id;exporter;importer;year;level;unit;level_digits;growth_stated;quote\n\
        a;Norway;China;2009;2.4;billion USD;2;0.4;\"exports rose 40 per cent\"\n\
        b;NOR;CHN;2010;;;;0.4;\n\
        c;NOR;Atlantis;2010;1;billion USD;;;\n\
        d;NOR;CHN;2011;;;;39;\n";
    let reading = read(table, Form::Csv).unwrap();
    assert_eq!(rate(&reading.claims[0]), (0.395, 0.4, 0.405));
    assert_eq!(
        level(&reading.claims[0]),
        (2.395e9, 2.4e9, 2.405e9, Hedge::Plain, Some("USD"))
    );
    assert_eq!(rate(&reading.claims[1]).1, 0.4);
    let why: Vec<&str> = reading
        .unparsed
        .iter()
        .map(|left| left.why.as_str())
        .collect();
    assert_eq!(
        why,
        [
            "`Atlantis` is no country known here; `bilat countries` lists them",
            "`39` is no growth; write 39% or 0.39"
        ]
    );
    assert!(table[reading.claims[0].place.offset..].starts_with("exports rose"));
}

#[test]
fn same_stands_for_what_the_row_above_holds() {
    let table = "exporter,importer,year,level,unit,source\n\
        NOR,CHN,2008,1.93,billion USD,an article\nNOR,ditto,2009,2.28,same,Same\n";
    let reading = read(table, Form::Csv).unwrap();
    assert_eq!(reading.claims[1].flow, one_way("NOR", "CHN"));
    assert_eq!(reading.claims[1].source, "an article");
    assert_eq!(level(&reading.claims[1]).1, 2.28e9);
}

#[test]
fn json_is_read_as_a_table() {
    let text = r#"{"claims": [
        {"exporter": "NOR", "importer": "CHN", "year": 2009, "level": 2.28, "unit": "billion USD", "growth": "+39%"},
        {"exporter": "NOR", "importer": "CHN", "year": "last", "level": 1}
    ]}"#;
    let reading = read(text, Form::Sniffed).unwrap();
    assert_eq!(rate(&reading.claims[0]), (0.385, 0.39, 0.395));
    assert!(text[reading.claims[0].place.offset..].starts_with('{'));
    assert_eq!(
        reading.unparsed[0].why,
        "`last` is no period; write 2009, 2009 Q1 or 2009 Jan-Oct"
    );
}

#[test]
fn a_table_that_says_nothing_of_whose_trade_is_refused() {
    let error = read("year,level,unit\n2009,2,bn USD\n", Form::Csv).unwrap_err();
    assert!(
        matches!(error, Error::MissingColumn { ref column, .. } if column == "exporter"),
        "{error}"
    );
    assert!(read("{\"claims\": 3}", Form::Json).is_err());
}

/// Words that lead into every part of the reader.
const WORDS: &str = "Norway China Norwegian Chinese Sino - 's Norway's exports imports trade bilateral to from with of by in \
    between and , . ; : ( ) $ US$ € NOK 2.28 1,930 5 2009 2008 39 % percent billion million bn rose fell increased doubled \
    tripled growth increase deficit surplus last year first half quarter months January October FY 2003 / 04 respectively \
    the former latter two countries its exported imported goods worth services compared since up down more than some over \
    GDP account for share year on year-on-year a per month – − + May 12 fold three times half respectively both Q1 | = # * [ ] { } < > & ; ' \n";

fn sentence() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.split(' ').filter(|word| !word.is_empty()).collect();
    prop::collection::vec(prop::sample::select(words), 0..60).prop_map(|words| words.join(" "))
}

/// Letters and digits alone: a quote has no markup, the document may.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

fn check(text: &str, form: Form) -> Result<(), TestCaseError> {
    let Ok(reading) = read(text, form) else {
        return Ok(());
    };
    let quotes = reading
        .claims
        .iter()
        .map(|claim| (&claim.quote, claim.place));
    for (quote, place) in quotes.chain(
        reading
            .unparsed
            .iter()
            .map(|left| (&left.quote, left.place)),
    ) {
        prop_assert!(text.is_char_boundary(place.offset) && !quote.trim().is_empty());
        let rest = &text[place.offset..];
        let first = quote.chars().next().unwrap();
        prop_assert!(
            rest.starts_with(first) || rest.starts_with('&'),
            "{quote:?} at {rest:?}"
        );
        let mut document = letters(rest);
        prop_assert!(
            letters(quote)
                .all(|letter| document.any(|other| other == letter) || rest.contains('&'))
        );
        let start = text[..place.offset].rfind('\n').map_or(0, |at| at + 1);
        prop_assert_eq!(place.line, text[..place.offset].matches('\n').count() + 1);
        prop_assert_eq!(place.column, text[start..place.offset].chars().count() + 1);
    }
    for claim in &reading.claims {
        let change = claim.change.as_ref().map(|change| &change.measure);
        let number = match change {
            Some(Measure::Rate(number) | Measure::Factor(number)) => Some(number),
            Some(Measure::By(amount) | Measure::From(amount)) => Some(&amount.number),
            _ => None,
        };
        for number in number
            .into_iter()
            .chain(claim.level.as_ref().map(|level| &level.number))
        {
            prop_assert!(
                number.low < number.value && number.value < number.high && number.value.is_finite()
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_panics_and_places_point_at_quotes(text in any::<String>()) {
        for form in [Form::Sniffed, Form::Prose, Form::Markdown, Form::Html, Form::Csv, Form::Json] {
            check(&text, form)?;
        }
    }

    #[test]
    fn no_words_of_trade_panic_and_places_point_at_quotes(text in sentence()) {
        for form in [Form::Sniffed, Form::Prose, Form::Markdown, Form::Html, Form::Csv] {
            check(&text, form)?;
        }
    }

    #[test]
    fn a_quote_of_prose_stands_there_word_for_word(text in sentence()) {
        let text = text.replace(['[', ']', '{', '}', '<', '>', '&', '\'', '*', '#', '|', '='], "");
        for claim in prose(&text).claims {
            let rest: Vec<&str> = text[claim.place.offset..].split_whitespace().collect();
            let quote: Vec<&str> = claim.quote.split_whitespace().collect();
            prop_assert!(rest.join(" ").starts_with(&quote.join(" ")), "{} in {text}", claim.quote);
        }
    }

    #[test]
    fn a_sentence_of_any_numbers_is_read_as_it_was_written(
        base in 2000i32..2030, whole in 1u32..999, cents in 0u32..100, percent in 1u32..99, up in any::<bool>(),
    ) {
        let verb = if up { "rose" } else { "fell" };
        let text = format!("In {base}, Norway's exports to China {verb} {percent}% to US${whole}.{cents:02} billion.");
        let reading = prose(&text);
        prop_assert_eq!(reading.claims.len(), 1);
        let claim = &reading.claims[0];
        let cents_in_all = f64::from(whole * 100 + cents);
        let (low, value, high, _, _) = level(claim);
        prop_assert_eq!(claim.period, year(base));
        prop_assert!((value - cents_in_all * 1e7).abs() < 1.0);
        prop_assert!((low - (cents_in_all - 0.5) * 1e7).abs() < 1.0 && (high - (cents_in_all + 0.5) * 1e7).abs() < 1.0);
        prop_assert_eq!(rate(claim).1 > 0.0, up);
        prop_assert!((rate(claim).1.abs() - f64::from(percent) / 100.0).abs() < 1e-12);
    }
}
