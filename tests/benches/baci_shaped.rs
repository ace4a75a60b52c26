//! Writes files shaped like BACI's, as large as wanted, the same for the same seed.
//!
//! Needs nothing but the standard library, so that `rustc -O tests/benches/baci_shaped.rs` builds it
//! without the rest of the project:
//!
//! ```text
//! baci_shaped FOLDER ROWS YEARS [SEED]      baci_shaped /tmp/big 6000000 2001..2003
//! ```
//!
//! 226 country codes, 5,018 products, countries by a Zipf law, values log-normal, quantities padded,
//! `NA` and empty, rows sorted by t, i, j, k, about 32 bytes each. A pair that trades in one year
//! mostly trades the same products in the next, at a value not far off.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// The country numbers of BACI, with those it uses in its own way: 251, 490, 699, 757, 842.
const COUNTRIES: [u16; 226] = [
    4, 8, 12, 20, 24, 28, 31, 32, 36, 40, 44, 48, 50, 51, 52, 56, 60, 64, 68, 70, 72, 76, 84, 86,
    90, 92, 96, 100, 104, 108, 112, 116, 120, 124, 132, 136, 140, 144, 148, 152, 156, 162, 166,
    170, 174, 175, 178, 180, 184, 188, 191, 192, 196, 203, 204, 208, 212, 214, 218, 222, 226, 231,
    232, 233, 238, 242, 246, 251, 258, 260, 262, 266, 268, 270, 275, 276, 288, 292, 296, 300, 304,
    308, 316, 320, 324, 328, 332, 340, 344, 348, 352, 360, 364, 368, 372, 376, 380, 384, 388, 392,
    398, 400, 404, 408, 410, 414, 417, 418, 422, 426, 428, 430, 434, 440, 442, 446, 450, 454, 458,
    462, 466, 470, 478, 480, 484, 490, 496, 498, 499, 500, 504, 508, 512, 516, 520, 524, 528, 531,
    533, 534, 540, 548, 554, 558, 562, 566, 570, 574, 579, 580, 583, 584, 585, 586, 591, 598, 600,
    604, 608, 612, 616, 620, 624, 626, 634, 642, 643, 646, 652, 654, 659, 660, 662, 666, 670, 674,
    678, 682, 686, 688, 690, 694, 699, 702, 703, 704, 705, 706, 710, 716, 724, 728, 729, 740, 748,
    752, 757, 760, 762, 764, 768, 772, 776, 780, 784, 788, 792, 795, 796, 798, 800, 804, 807, 818,
    826, 834, 842, 849, 854, 858, 860, 862, 876, 882, 887, 894,
];
/// As many products as a year of BACI holds in HS 1992.
const PRODUCTS: usize = 5_018;
/// The largest first; the others follow in the order of their codes.
const LARGEST: [u16; 12] = [156, 842, 276, 392, 251, 826, 528, 410, 699, 490, 484, 124];

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = (|| {
        let (first, last) = words.get(2)?.split_once("..")?;
        let rows: u64 = words.get(1)?.parse().ok()?;
        let years = first.parse::<u16>().ok()?..=last.parse::<u16>().ok()?;
        let seed = words.get(3).map_or(Some(1), |seed| seed.parse().ok())?;
        Some((words.first()?, rows, years, seed))
    })();
    let Some((folder, rows, years, seed)) = wanted else {
        println!("baci_shaped FOLDER ROWS FIRST_YEAR..LAST_YEAR [SEED]");
        return Ok(());
    };
    for year in years {
        let path = Path::new(folder).join(format!("BACI_HS92_Y{year}_V202301.csv"));
        // Written beside and renamed, so that nobody takes half a file for the whole.
        let unfinished = path.with_extension("part");
        write_year(&unfinished, year, rows, seed)?;
        std::fs::rename(&unfinished, &path)?;
        println!("{}", path.display());
    }
    Ok(())
}

fn write_year(path: &Path, year: u16, rows: u64, seed: u64) -> Result<()> {
    let products = product_codes();
    let counts = rows_of_pairs(year, rows, seed);
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    out.write_all(b"t,i,j,k,v,q\n")?;
    for (pair, count) in counts.iter().enumerate() {
        let (i, j) = (pair / COUNTRIES.len(), pair % COUNTRIES.len());
        let mut left = *count;
        for (at, product) in products.iter().enumerate() {
            let mut lasting = Dice::of([seed, pair as u64, at as u64, 0]);
            let mut passing = Dice::of([seed, pair as u64, at as u64, u64::from(year)]);
            let draw = if passing.unit() < 0.1 {
                passing.unit()
            } else {
                lasting.unit()
            };
            // Each of the remaining rows is as likely to fall on this product as on a later one.
            if draw * ((PRODUCTS - at) as f64) >= left as f64 {
                continue;
            }
            left -= 1;
            write!(out, "{year},{},{},{product},", COUNTRIES[i], COUNTRIES[j])?;
            write_amounts(&mut out, &mut lasting, &mut passing)?;
        }
    }
    out.into_inner()
        .map_err(|unwritten| unwritten.into_error())?
        .sync_all()
}

/// `v` in thousand dollars, log-normal; `q` in tonnes, sometimes padded, `NA` or empty.
fn write_amounts(out: &mut impl Write, lasting: &mut Dice, passing: &mut Dice) -> Result<()> {
    let thousands = (2.3 + 2.6 * lasting.normal() + 0.4 * passing.normal()).exp();
    let dollars = ((thousands * 1000.0) as u64).clamp(1, 90_000_000_000);
    write!(out, "{}.{:03},", dollars / 1000, dollars % 1000)?;
    let kilos = (thousands * 300.0 * (1.2 * lasting.normal()).exp()) as u64 + 1;
    let (tonnes, rest) = (kilos / 1000, kilos % 1000);
    match passing.unit() {
        kind if kind < 0.06 => out.write_all(b"       NA\n"),
        kind if kind < 0.09 => out.write_all(b"NA\n"),
        kind if kind < 0.12 => out.write_all(b"\n"),
        kind if kind < 0.50 => writeln!(out, "{tonnes:>5}.{rest:03}"),
        _ => writeln!(out, "{tonnes}.{rest:03}"),
    }
}

/// How many products each pair trades: all together `rows`, nobody with itself.
fn rows_of_pairs(year: u16, rows: u64, seed: u64) -> Vec<u64> {
    let size = |code: u16| {
        let rank = LARGEST.iter().position(|large| *large == code);
        let rank = rank.unwrap_or_else(|| {
            LARGEST.len() + COUNTRIES.iter().take_while(|other| **other != code).count() * 89 % 226
        });
        1.0 / (rank as f64 + 1.0).powf(0.9)
    };
    let mut weights = Vec::with_capacity(COUNTRIES.len() * COUNTRIES.len());
    for i in COUNTRIES {
        for j in COUNTRIES {
            let pair = weights.len() as u64;
            let mut dice = Dice::of([seed, pair, 77, 0]);
            let mut now = Dice::of([seed, pair, 77, u64::from(year)]);
            let tie = (1.1 * dice.normal() + 0.15 * now.normal()).exp();
            weights.push(if i == j { 0.0 } else { size(i) * size(j) * tie });
        }
    }
    let count = |weight: f64, scale: f64| ((weight * scale) as u64).min(PRODUCTS as u64);
    let total = |scale: f64| {
        weights
            .iter()
            .map(|weight| count(*weight, scale))
            .sum::<u64>()
    };
    let room = (COUNTRIES.len() * (COUNTRIES.len() - 1) * PRODUCTS) as u64;
    assert!(
        rows <= room / 2,
        "at most {} rows a year are BACI-shaped",
        room / 2
    );
    let (mut low, mut high) = (0.0, 1e12);
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if total(middle) <= rows {
            low = middle
        } else {
            high = middle
        }
    }
    let mut counts: Vec<u64> = weights.iter().map(|weight| count(*weight, low)).collect();
    // What rounding left over goes to pairs with room, one row each.
    let mut missing = rows - counts.iter().sum::<u64>();
    while missing > 0 {
        let with_room = |count: &&mut u64| **count > 0 && **count < PRODUCTS as u64;
        for count in counts.iter_mut().filter(with_room).take(missing as usize) {
            *count += 1;
            missing -= 1;
        }
    }
    counts
}

/// Six digits, ascending, in chapters 01 to 97 but 77, which the HS keeps free.
fn product_codes() -> Vec<String> {
    // 96 chapters of 53 codes hold a few more than are wanted.
    let chapters = (1..=97).filter(|chapter| *chapter != 77);
    let codes = chapters.flat_map(|chapter| (0..53).map(move |nth| (chapter, 110 + nth * 183)));
    codes
        .take(PRODUCTS)
        .map(|(chapter, rest)| format!("{chapter:02}{rest:04}"))
        .collect()
}

/// SplitMix64 over a hash of what the draw is for: any row can be drawn without those before it.
struct Dice(u64);

impl Dice {
    fn of(what: [u64; 4]) -> Self {
        let mut dice = Self(0x9E37_79B9_7F4A_7C15);
        for part in what {
            dice.0 ^= part.wrapping_mul(0xD6E8_FEB8_6659_FD93);
            dice.0 = dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}
