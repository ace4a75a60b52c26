//! Mirror reports: hand-worked years, a published pair, and gaps made by a known cause.

use bilat::checks::mirror_gap::{
    CauseName, CifFactor, Context, Conversion, Direction, Evidence, Gap, Hub, MirrorCheck,
    MirrorReport, Reports, TradeSystem,
};
use bilat::checks::series::{Period, Series};
use bilat::checks::statistics::Random;
use proptest::prelude::*;

/// China's exports to the United States, 2011 to 2020, US dollars, IMF: both sides.
const CHINA: [f64; 10] = [
    324856471640.0,
    352539592641.0,
    369006713466.0,
    397099314578.0,
    410782815020.0,
    389714449000.0,
    433744887853.0,
    480688674000.0,
    418584249660.0,
    452832222870.0,
];
const UNITED_STATES: [f64; 10] = [
    399371232631.0,
    425619082637.0,
    440434334115.0,
    466754455239.0,
    481880763487.0,
    462813000460.0,
    505597064950.0,
    539503427742.0,
    452243439923.0,
    435449022854.0,
];

fn annual(key: &str, values: &[f64]) -> Series {
    let values: Vec<_> = values.iter().copied().map(Some).collect();
    Series::annual(key, 2011, &values).unwrap()
}

fn report(
    exporter: &Series,
    importer: &Series,
    factor: &CifFactor,
    context: &Context,
) -> MirrorReport {
    MirrorCheck {
        exporter,
        importer,
        factor,
        context,
    }
    .report()
    .unwrap()
}

fn simple(exporter: &[f64], importer: &[f64]) -> MirrorReport {
    let (a, b) = (annual("exporter", exporter), annual("importer", importer));
    report(&a, &b, &CifFactor::imf(), &Context::default())
}

fn near(ours: f64, theirs: f64) {
    assert!(
        (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1e-3),
        "{ours} against {theirs}"
    );
}

fn cause(report: &MirrorReport, name: CauseName) -> bilat::checks::mirror_gap::Cause {
    report
        .causes
        .iter()
        .find(|cause| cause.name == name)
        .unwrap()
        .clone()
}

#[test]
fn a_side_that_did_not_report_is_missing_and_not_zero() {
    let exporter = Series::annual("x", 2003, &[Some(100.0), None, None, Some(120.0)]).unwrap();
    let importer = Series::annual("m", 2004, &[Some(50.0), None, Some(127.2), Some(0.0)]).unwrap();
    let report = report(&exporter, &importer, &CifFactor::imf(), &Context::default());
    let who: Vec<_> = report.periods.iter().map(|one| one.reports).collect();
    let expected = [
        Reports::ExporterOnly,
        Reports::ImporterOnly,
        Reports::Neither,
        Reports::Both,
        Reports::ImporterOnly,
    ];
    assert_eq!(who, expected);
    assert!(report.periods[0].gap.is_none() && report.periods[0].importer.is_none());
    near(report.periods[3].gap.unwrap().relative.unwrap(), 0.06);
    near(report.periods[3].adjusted.unwrap().relative.unwrap(), 0.0);
    assert_eq!(report.stability.unwrap().periods, 1);
}

#[test]
fn the_published_pair_agrees_with_numpy_and_scipy() {
    let report = simple(&CHINA, &UNITED_STATES);
    let stability = report.stability.as_ref().unwrap();
    near(stability.median_log, 0.10235557993414549);
    near(stability.mad_log, 0.022039693950393444);
    near(stability.variation.unwrap(), 0.06825277020819989);
    let trend = stability.trend.unwrap();
    near(trend.slope, -0.020051226217371515);
    near(trend.p.unwrap(), 0.0022110539914561647);
    let outlying: Vec<_> = stability
        .outlying
        .iter()
        .map(|o| o.period.to_string())
        .collect();
    assert_eq!(outlying, ["2020"]);
    near(stability.outlying[0].score, -6.11359513751837);
    let timing = report.timing.as_ref().unwrap();
    near(timing.gap_on_growth.unwrap().slope, 0.059863129843565774);
    near(timing.gap_on_growth.unwrap().p.unwrap(), 0.8623066101246986);
    near(timing.same_period.unwrap(), 0.8942937119690073);
    near(timing.one_later.unwrap(), -0.09533744817370196);
    near(timing.volatility, 0.03698567815447666);
    near(timing.months.unwrap(), -0.7183575581227892);
    near(timing.months_within.unwrap().1, 8.72231613669154);
    assert_eq!(
        cause(&report, CauseName::TimeOfRecording).evidence,
        Evidence::Undecided,
        "nine changes say little"
    );
    near(timing.reversal.unwrap(), 0.6600241729598653);
}

#[test]
fn every_cause_says_whether_it_was_tested_and_where_it_is_documented() {
    let report = simple(&CHINA, &UNITED_STATES);
    assert_eq!(report.causes.len(), 9);
    for cause in &report.causes {
        let opening = match cause.evidence {
            Evidence::NotTestable => "not testable with these data: ",
            Evidence::Excluded => "excluded: ",
            _ => "tested: ",
        };
        assert!(cause.finding.starts_with(opening), "{}", cause.finding);
        assert!(!cause.source.is_empty());
        assert_eq!(cause.evidence.tested(), opening == "tested: ");
    }
}

#[test]
fn freight_is_the_gap_a_part_of_it_or_the_wrong_way_round() {
    let sent = [100.0, 110.0, 120.0];
    let of = |factor: f64| {
        let received: Vec<_> = sent.iter().map(|value| value * factor).collect();
        cause(&simple(&sent, &received), CauseName::Valuation)
    };
    assert_eq!(of(1.06).evidence, Evidence::Consistent);
    assert_eq!(of(1.12).evidence, Evidence::Consistent);
    assert_eq!(of(1.174).evidence, Evidence::Partly);
    assert!(
        of(1.174)
            .finding
            .ends_with("would have to come to +17.4% to make the whole gap")
    );
    assert_eq!(of(1.5).evidence, Evidence::Partly);
    assert!(
        of(1.5)
            .finding
            .ends_with("+50.0%, more than any estimate for a whole flow")
    );
    assert_eq!(of(0.9).evidence, Evidence::Inconsistent);
    near(of(1.06).size.unwrap().log, 1.06f64.ln());
    assert_eq!(
        of(1.06).finding,
        "tested: the importer's figure is +6.0% against the exporter's in the median, 0.0% after \
         the factor 1.06 (IMF, Direction of Trade Statistics); 3 of 3 periods lie between 0 and \
         20%; the factor takes out at least half of the gap"
    );
}

#[test]
fn goods_through_a_third_place_are_measured_or_bounded() {
    let sent = annual("x", &[100.0, 100.0, 100.0]);
    let received = annual("m", &[159.0, 159.0, 159.0]);
    let hub = |onward: f64, re_exports: Option<f64>| Context {
        hubs: vec![Hub {
            name: "Hong Kong".to_owned(),
            inward: annual("in", &[80.0; 3]),
            onward: annual("out", &[onward; 3]),
            re_exports: re_exports.map(|value| annual("re", &[value; 3])),
        }],
        ..Context::default()
    };
    let of = |context: &Context| {
        cause(
            &report(&sent, &received, &CifFactor::imf(), context),
            CauseName::ReExports,
        )
    };
    // The gap after the factor is 50: 48 of it measured, 25 at most, 60 at most.
    let measured = of(&hub(60.0, Some(48.0)));
    assert_eq!(measured.evidence, Evidence::Consistent);
    near(measured.size.unwrap().log, 1.48f64.ln());
    assert!(measured.finding.contains("come to 96.0% of the gap"));
    let bounded = of(&hub(25.0, None));
    assert_eq!(bounded.evidence, Evidence::Partly);
    assert!(
        bounded
            .finding
            .contains("comes to 50.0% of the gap in the median, so there must be other causes")
    );
    let open = of(&hub(60.0, None));
    assert_eq!(open.evidence, Evidence::Undecided);
    assert!(open.finding.contains("cannot be told"));
    let none = cause(
        &report(&sent, &received, &CifFactor::imf(), &Context::default()),
        CauseName::ReExports,
    );
    assert_eq!(none.evidence, Evidence::NotTestable);
    let smaller = report(&received, &sent, &CifFactor::imf(), &hub(60.0, None));
    assert_eq!(
        cause(&smaller, CauseName::ReExports).evidence,
        Evidence::Inconsistent
    );
}

#[test]
fn trade_systems_have_a_direction_and_no_size() {
    let sent = annual("x", &[1.0]);
    let of = |exporter, importer| {
        let context = Context {
            exporter_system: Some(exporter),
            importer_system: Some(importer),
            ..Context::default()
        };
        let cause = cause(
            &report(&sent, &sent, &CifFactor::none(), &context),
            CauseName::TradeSystem,
        );
        (cause.direction, cause.evidence)
    };
    use TradeSystem::{General, Special};
    assert_eq!(of(General, General), (Direction::None, Evidence::Excluded));
    assert_eq!(
        of(Special, General),
        (Direction::ImporterHigher, Evidence::NotTestable)
    );
    assert_eq!(
        of(General, Special),
        (Direction::ImporterLower, Evidence::NotTestable)
    );
}

#[test]
fn codes_move_products_and_not_totals() {
    let (sent, received) = (annual("x", &[10.0, 10.0]), annual("m", &[15.0, 15.0]));
    let whole = |received: f64| {
        (
            annual("x", &[100.0, 100.0]),
            annual("m", &[received, received]),
        )
    };
    let of = |all_goods| {
        let context = Context {
            one_product: true,
            all_goods,
            ..Context::default()
        };
        cause(
            &report(&sent, &received, &CifFactor::none(), &context),
            CauseName::Classification,
        )
    };
    assert_eq!(of(Some(whole(101.0))).evidence, Evidence::Consistent);
    assert_eq!(of(Some(whole(170.0))).evidence, Evidence::Inconsistent);
    assert_eq!(of(None).evidence, Evidence::NotTestable);
    near(of(Some(whole(100.0))).size.unwrap().log, 1.5f64.ln());
    let total = report(&sent, &received, &CifFactor::none(), &Context::default());
    assert_eq!(
        cause(&total, CauseName::Classification).evidence,
        Evidence::Excluded
    );
}

#[test]
fn exchange_rates_explain_a_gap_only_if_they_differ_as_much() {
    let (sent, received) = (annual("x", &[100.0; 3]), annual("m", &[105.0; 3]));
    let of = |other: f64| {
        let conversion = Conversion {
            used: annual("average", &[8.4; 3]),
            other: annual("end", &[other; 3]),
        };
        let context = Context {
            conversion: Some(conversion),
            ..Context::default()
        };
        cause(
            &report(&sent, &received, &CifFactor::none(), &context),
            CauseName::Currency,
        )
    };
    assert_eq!(of(8.0).evidence, Evidence::Consistent);
    assert_eq!(of(8.3).evidence, Evidence::Inconsistent);
    assert_eq!(
        of(8.9).evidence,
        Evidence::Partly,
        "as large, and the wrong way"
    );
    near(of(8.0).size.unwrap().log, 1.05f64.ln());
}

/// Monthly exports that wander with a scatter of 20 per cent, and imports of which a share arrives
/// a month later; both with an error of their own.
fn delayed(random: &mut Random, share: f64, error: f64) -> MirrorReport {
    let mut level = 100.0f64;
    let mut before = level;
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for month in 0..60 {
        level = (100.0f64.ln() + 0.2 * random.normal()).exp();
        let when = Period::month(2010, 1).plus(month);
        sent.push((when, level));
        let arrived = (1.0 - share) * level + share * before;
        received.push((when, arrived * 1.06 * (error * random.normal()).exp()));
        before = level;
    }
    let (a, b) = (
        Series::new("x", sent).unwrap(),
        Series::new("m", received).unwrap(),
    );
    report(&a, &b, &CifFactor::imf(), &Context::default())
}

#[test]
fn a_delay_is_found_where_there_is_one_and_seldom_where_there_is_none() {
    let mut random = Random::new(3);
    let (mut found, mut alarms, mut cleared) = (0, 0, 0);
    for _ in 0..2000 {
        let with = delayed(&mut random, 0.3, 0.03);
        found +=
            usize::from(cause(&with, CauseName::TimeOfRecording).evidence == Evidence::Consistent);
        let without = delayed(&mut random, 0.0, 0.03);
        alarms += usize::from(
            cause(&without, CauseName::TimeOfRecording).evidence == Evidence::Consistent,
        );
        cleared += usize::from(
            cause(&without, CauseName::TimeOfRecording).evidence == Evidence::Inconsistent,
        );
    }
    println!(
        "delay of a third of a month found in {found} of 2000, false alarms in {alarms} of 2000"
    );
    assert!(cleared > 1800, "{cleared}");
    assert!(found > 1950);
    assert!((25..80).contains(&alarms), "2.5 in a hundred: {alarms}");
    let months = delayed(&mut random, 0.3, 0.0)
        .timing
        .unwrap()
        .months
        .unwrap();
    assert!((months - 0.3).abs() < 0.05, "{months}");
}

#[test]
fn an_error_in_the_exporters_figures_looks_like_a_delay_as_the_finding_says() {
    let mut random = Random::new(9);
    let mut taken = 0;
    for _ in 0..2000 {
        let mut level = 100.0f64;
        let (mut sent, mut received) = (Vec::new(), Vec::new());
        for _ in 0..20 {
            level *= (0.05 + 0.1 * random.normal()).exp();
            sent.push(level * (0.03 * random.normal()).exp());
            received.push(level * 1.06);
        }
        let cause = cause(&simple(&sent, &received), CauseName::TimeOfRecording);
        taken += usize::from(cause.evidence == Evidence::Consistent);
    }
    println!(
        "an error of 3 per cent in the exporter's figures taken for a delay in {taken} of 2000"
    );
    assert!((380..500).contains(&taken), "{taken}");
}

#[test]
fn a_single_odd_year_is_outlying_and_too_few_years_have_none() {
    let sent = [100.0; 9];
    let mut received = [
        106.0, 106.4, 105.6, 106.5, 105.5, 106.2, 105.8, 106.1, 106.0,
    ];
    received[4] = 180.0;
    let report = simple(&sent, &received);
    let outlying = report.stability.unwrap().outlying;
    assert_eq!(outlying.len(), 1);
    assert_eq!(outlying[0].period, Period::year(2015));
    assert!(
        simple(&sent[..6], &received[..6])
            .stability
            .unwrap()
            .outlying
            .is_empty()
    );
}

#[test]
fn factors_have_names_and_odd_ones_are_refused() {
    let typed = |text: &str| text.parse::<CifFactor>();
    assert_eq!(typed("imf").unwrap(), CifFactor::default());
    assert_eq!(typed("1.05").unwrap().factor, 1.05);
    assert_eq!(typed("1.10").unwrap().factor, 1.10);
    assert_eq!(typed("1.12").unwrap().name, "FAO, agricultural trade");
    assert_eq!(typed("1.08").unwrap().name, "own factor");
    for wrong in ["0", "-1", "x", "NaN", "inf"] {
        let message = typed(wrong).unwrap_err().to_string();
        assert!(
            message.starts_with(&format!(
                "`{wrong}` is no CIF/FOB factor; choose one of: imf,"
            )),
            "{message}"
        );
    }
}

#[test]
fn nothing_on_either_side_is_refused() {
    let empty = annual("x", &[]);
    let check = MirrorCheck {
        exporter: &empty,
        importer: &empty,
        factor: &CifFactor::imf(),
        context: &Context::default(),
    };
    assert!(
        check
            .report()
            .unwrap_err()
            .to_string()
            .contains("load a source")
    );
}

proptest! {
    #[test]
    fn swapping_the_sides_turns_the_sign(a in 1e-3f64..1e13, b in 1e-3f64..1e13) {
        let (there, back) = (Gap::between(a, b), Gap::between(b, a));
        prop_assert_eq!(there.log.unwrap(), -back.log.unwrap());
        prop_assert_eq!(there.symmetric.unwrap(), -back.symmetric.unwrap());
        prop_assert_eq!(there.difference, -back.difference);
        prop_assert!((there.ratio.unwrap() * back.ratio.unwrap() - 1.0).abs() < 1e-12);
        prop_assert!((there.relative.unwrap() - (there.ratio.unwrap() - 1.0)).abs() <= 1e-9 * there.ratio.unwrap().max(1.0));
        prop_assert!(there.symmetric.unwrap().abs() <= 2.0);
    }

    #[test]
    fn the_unit_changes_no_relative_figure(
        figures in prop::collection::vec((1.0f64..1e6, 1.0f64..1e6), 1..15),
        power in -3i32..9,
    ) {
        let unit = 10f64.powi(power);
        let (sent, received): (Vec<_>, Vec<_>) = figures.iter().copied().unzip();
        let times = |values: &[f64]| values.iter().map(|value| value * unit).collect::<Vec<_>>();
        let (one, other) = (simple(&sent, &received), simple(&times(&sent), &times(&received)));
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1e-3);
        for (a, b) in one.periods.iter().zip(&other.periods) {
            let (a, b) = (a.adjusted.unwrap(), b.adjusted.unwrap());
            prop_assert!(close(a.log.unwrap(), b.log.unwrap()));
            prop_assert!(close(a.symmetric.unwrap(), b.symmetric.unwrap()));
        }
        let (a, b) = (one.stability.unwrap(), other.stability.unwrap());
        prop_assert!(close(a.mad_log, b.mad_log));
        prop_assert_eq!(a.outlying.len(), b.outlying.len());
    }

    #[test]
    fn the_factor_moves_the_log_gap_by_its_logarithm(a in 1.0f64..1e9, b in 1.0f64..1e9, factor in 1.0f64..1.3) {
        let (x, m) = (annual("x", &[a]), annual("m", &[b]));
        let report = report(&x, &m, &CifFactor::own(factor).unwrap(), &Context::default());
        let one = report.periods[0];
        let moved = one.gap.unwrap().log.unwrap() - one.adjusted.unwrap().log.unwrap();
        prop_assert!((moved - factor.ln()).abs() < 1e-12);
    }
}
