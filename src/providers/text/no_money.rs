//! Words that say that figures are no money at current prices: weights, shares, indices.

/// What a text says is counted, if that is no money at current prices.
pub fn measure(part: &str) -> Option<&'static str> {
    let part = part
        .trim()
        .trim_matches(|c: char| "()[].".contains(c))
        .trim();
    let words: Vec<&str> = part
        .split(|c: char| !c.is_alphanumeric() && c != '%')
        .filter(|word| !word.is_empty())
        .collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let all = |wanted: &[&str]| !words.is_empty() && words.iter().all(|word| wanted.contains(word));
    if has(&["constant", "chained", "deflated"])
        && has(&[
            "prices", "price", "volumes", "dollars", "usd", "euro", "euros",
        ])
    {
        return Some("values at constant prices");
    }
    if words.first() == Some(&"index") || part.contains("= 100") || part.contains("=100") {
        return Some("an index");
    }
    if all(&[
        "in",
        "%",
        "percent",
        "per",
        "cent",
        "percentage",
        "pct",
        "share",
        "shares",
        "prozent",
        "prosent",
    ]) && !all(&["in", "per"])
    {
        return Some("a percentage");
    }
    if all(&[
        "net",
        "gross",
        "weight",
        "netweight",
        "in",
        "kg",
        "kilogram",
        "kilograms",
        "tonne",
        "tonnes",
        "tons",
        "ton",
        "metric",
        "1000",
        "000",
        "thousand",
        "million",
        "kt",
        "mt",
    ]) && has(&[
        "weight",
        "netweight",
        "kg",
        "kilogram",
        "kilograms",
        "tonne",
        "tonnes",
        "tons",
        "ton",
        "kt",
        "mt",
    ]) {
        return Some("a weight");
    }
    None
}

/// What the name of a measure or a unit says is counted, where that is surely no money.
pub fn is_no_money(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '%')
        .filter(|word| !word.is_empty())
        .collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if lower.contains('%')
        || has(&[
            "percent",
            "percentage",
            "pct",
            "share",
            "growth",
            "change",
            "ratio",
        ])
    {
        return Some("a percentage");
    }
    if has(&["index", "indices"]) {
        return Some("an index");
    }
    if has(&[
        "weight",
        "netweight",
        "kg",
        "kilogram",
        "kilograms",
        "tonne",
        "tonnes",
        "tons",
    ]) {
        return Some("a weight");
    }
    let counted = [
        "quantity",
        "quantities",
        "qty",
        "volume",
        "number",
        "count",
        "pieces",
        "litres",
        "liters",
    ];
    has(&counted).then_some("a quantity")
}
