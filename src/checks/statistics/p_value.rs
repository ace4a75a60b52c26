//! How a probability is printed.

/// `p 0.034`, or `p below 0.001` where three decimals would read as never.
pub fn p_words(p: f64) -> String {
    if p < 0.0005 {
        return "p below 0.001".to_owned();
    }
    format!("p {p:.3}")
}

#[cfg(test)]
mod tests {
    use super::p_words;

    #[test]
    fn no_chance_is_printed_as_none() {
        assert_eq!(p_words(0.0337), "p 0.034");
        assert_eq!(p_words(0.0005), "p 0.001");
        assert_eq!(p_words(1e-9), "p below 0.001");
        assert_eq!(p_words(1.0), "p 1.000");
    }
}
