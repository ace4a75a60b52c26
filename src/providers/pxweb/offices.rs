//! Statistical offices that publish their own country's trade without naming it.

/// An office: words it goes by, and whose trade it publishes.
pub(crate) struct Office {
    words: &'static [&'static str],
    pub(crate) iso2: &'static str,
    pub(crate) iso3: &'static str,
    pub(crate) name: &'static str,
    pub(crate) currency: &'static str,
}

const fn office(
    words: &'static [&'static str],
    [iso2, iso3, name, currency]: [&'static str; 4],
) -> Office {
    Office {
        words,
        iso2,
        iso3,
        name,
        currency,
    }
}

const OFFICES: [Office; 11] = [
    office(
        &["statistics norway", "statistisk sentralbyrå", "ssb"],
        ["NO", "NOR", "Norway", "NOK"],
    ),
    office(
        &["statistics sweden", "statistiska centralbyrån", "scb"],
        ["SE", "SWE", "Sweden", "SEK"],
    ),
    office(
        &[
            "statistics denmark",
            "danmarks statistik",
            "statbank denmark",
        ],
        ["DK", "DNK", "Denmark", "DKK"],
    ),
    office(
        &["statistics iceland", "hagstofa íslands", "hagstofan"],
        ["IS", "ISL", "Iceland", "ISK"],
    ),
    office(
        &[
            "statistics finland",
            "tilastokeskus",
            "statistikcentralen",
            "finnish customs",
            "tulli",
            "luke",
        ],
        ["FI", "FIN", "Finland", "EUR"],
    ),
    office(
        &["statistics estonia", "statistikaamet"],
        ["EE", "EST", "Estonia", "EUR"],
    ),
    office(
        &[
            "central statistical bureau of latvia",
            "centrālā statistikas pārvalde",
        ],
        ["LV", "LVA", "Latvia", "EUR"],
    ),
    office(
        &["central statistics office", "cso ireland"],
        ["IE", "IRL", "Ireland", "EUR"],
    ),
    office(
        &["statistics greenland", "grønlands statistik"],
        ["GL", "GRL", "Greenland", "DKK"],
    ),
    office(
        &["statistics faroe islands", "hagstova føroya"],
        ["FO", "FRO", "Faroe Islands", "DKK"],
    ),
    office(
        &[
            "statistics slovenia",
            "statistical office of the republic of slovenia",
        ],
        ["SI", "SVN", "Slovenia", "EUR"],
    ),
];

/// The office that a source line names, if it names just one.
pub(crate) fn find(source: &str) -> Option<&'static Office> {
    let plain: String = source
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let plain = format!(
        " {} ",
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    let mut named = OFFICES.iter().filter(|office| {
        office
            .words
            .iter()
            .any(|word| plain.contains(&format!(" {word} ")))
    });
    named.next().filter(|_| named.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_known_by_its_whole_name() {
        assert_eq!(find("Statistics Norway").map(|o| o.iso2), Some("NO"));
        assert_eq!(find("Källa: SCB.").map(|o| o.iso2), Some("SE"));
        assert!(find("Statistics Norwayland, scbx").is_none());
        assert!(find("Statistics Norway, Statistics Sweden").is_none());
    }
}
