//! What the text of a country column means, by the list of codes it is written in.

use std::sync::OnceLock;

use super::country::{Country, countries, other_names};
use super::group::{Group, groups};
use super::spelling::Lexicon;

/// Which list of codes an area is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// ISO codes, statistical numbers or English names, whichever it is.
    #[default]
    Any,
    /// UN M49 and UN Comtrade numbers.
    Number,
    /// ISO 3166-1 alpha-3 in any case, with the codes that trade statistics add.
    Iso3,
    /// ISO 3166-1 alpha-2, with the codes of the IMF's direction of trade.
    Iso2,
    /// Eurostat's geonomenclature: EL, UK, XI, EU27_2020_EXTRA.
    Geonom,
    /// English names.
    Name,
}

impl Scheme {
    pub const ALL: [Self; 6] = [
        Self::Any,
        Self::Number,
        Self::Iso3,
        Self::Iso2,
        Self::Geonom,
        Self::Name,
    ];
}

/// A partner or reporter of trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A country, a former state, or an area such as bunkers.
    Country(&'static Country),
    /// All partners together.
    World,
    /// A total over countries that stand beside it.
    Group(&'static Group),
}

impl Place {
    /// The code that stands in tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Country(country) => &country.code,
            Self::World => "WLD",
            Self::Group(group) => &group.code,
        }
    }

    /// Short English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country(country) => &country.name,
            Self::World => "World",
            Self::Group(group) => &group.name,
        }
    }
}

/// The place that `text` means in a scheme; none if the scheme does not know it.
///
/// The world and groups are known in every scheme. Where any scheme may be meant, a code beats a
/// name. The European Union and ASEAN stand among the countries as well, because they report; here
/// they are groups, whose figures overlap with their members'.
///
/// ```
/// use bilat::{Scheme, resolve};
/// assert_eq!(resolve("NA", Scheme::Iso2).map(|place| place.name()), Some("Namibia"));
/// assert_eq!(resolve("NA", Scheme::Iso3), None);
/// ```
pub fn resolve(text: &str, scheme: Scheme) -> Option<Place> {
    let lexicon = lexicon(scheme);
    match scheme {
        Scheme::Any => {
            let whole = |text: &str| lexicon.code(text).or_else(|| lexicon.name(text));
            whole(text)
                .or_else(|| whole(without_footnote(text)?))
                .or_else(|| both(text, lexicon))
        }
        Scheme::Name => lexicon.name(text),
        _ => lexicon.code(text),
    }
}

/// A name without the number or mark of a footnote behind it: `Norway 1)`, `Norway*`.
fn without_footnote(text: &str) -> Option<&str> {
    let text = text.trim();
    let note = |c: char| c.is_ascii_digit() || "*†‡¹²³⁴⁵⁶⁷⁸⁹".contains(c);
    let bare = match text.strip_suffix(')') {
        Some(open) => open.trim_end_matches(|c: char| c.is_ascii_digit() || c == '('),
        None => text.trim_end_matches(|c: char| note(c) && !c.is_ascii_digit()),
    };
    let bare = bare.trim_end();
    (bare.len() < text.len() && !bare.is_empty()).then_some(bare)
}

/// A code and a name of one place: `NO - Norway`, `NO Norway`.
fn both(text: &str, lexicon: &Lexicon<Place>) -> Option<Place> {
    let (code, name) = text
        .split_once(" - ")
        .or_else(|| text.split_once(": "))
        .or_else(|| text.split_once(' '))?;
    let coded = lexicon.code(code.trim())?;
    (lexicon.name(name.trim())? == coded).then_some(coded)
}

fn lexicon(scheme: Scheme) -> &'static Lexicon<Place> {
    static LEXICONS: [OnceLock<Lexicon<Place>>; 6] = [const { OnceLock::new() }; 6];
    LEXICONS[scheme as usize].get_or_init(|| build(scheme))
}

fn build(scheme: Scheme) -> Lexicon<Place> {
    let mut lexicon = Lexicon::new();
    for group in groups() {
        for code in [&group.code].into_iter().chain(&group.codes) {
            lexicon.add_code(code, Place::Group(group));
        }
    }
    for country in countries() {
        let place = meaning(country);
        codes(country, scheme).for_each(|code| lexicon.add_code(code, place));
        for name in country.names.iter().chain([&country.name]) {
            lexicon.add_name(name, place);
        }
        if place == Place::World {
            let spellings = country.codes.iter().chain(&country.names);
            for spelling in spellings.chain([&country.code, &country.m49, &country.name]) {
                lexicon.add_code(spelling, place);
                lexicon.add_name(spelling, place);
            }
        }
    }
    for other in other_names() {
        let country = countries()
            .iter()
            .find(|country| country.code == other.code);
        for (name, country) in other.names.iter().zip(country.into_iter().cycle()) {
            lexicon.add_name(name, meaning(country));
        }
    }
    for group in groups() {
        for name in group.codes.iter().chain([&group.code, &group.name]) {
            lexicon.add_name(name, Place::Group(group));
        }
    }
    lexicon
}

fn meaning(country: &'static Country) -> Place {
    if country.kind == "world" {
        return Place::World;
    }
    let same = |group: &&Group| group.codes.contains(&country.code);
    let group = groups().iter().find(same);
    group.map_or(Place::Country(country), Place::Group)
}

/// The codes of a country in a scheme, the scheme's own first.
fn codes(country: &Country, scheme: Scheme) -> impl Iterator<Item = &String> {
    let own = match scheme {
        Scheme::Any => vec![&country.code, &country.iso2, &country.m49, &country.geonom],
        Scheme::Number => vec![&country.m49],
        Scheme::Iso3 => vec![&country.code],
        // ISO has reserved EL and UK for Greece and Britain, and XI and its like are nobody's.
        Scheme::Iso2 => vec![&country.iso2, &country.geonom],
        Scheme::Geonom => vec![&country.geonom, &country.iso2],
        Scheme::Name => Vec::new(),
    };
    let wanted = move |code: &&String| match scheme {
        Scheme::Any => true,
        Scheme::Name => false,
        _ => code.bytes().all(|byte| byte.is_ascii_digit()) == (scheme == Scheme::Number),
    };
    own.into_iter().chain(country.codes.iter().filter(wanted))
}
