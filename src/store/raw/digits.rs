//! Eight bytes of text at a time, as one number.
//!
//! A word is read little-endian: the first byte of the text is the lowest.

/// The same byte eight times.
pub(super) const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The number of eight digits given as a word of bytes 0 to 9, the first digit lowest.
#[inline]
pub(super) fn number(digits: u64) -> u64 {
    let pairs = (digits.wrapping_mul(2_561) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(6_553_601) >> 16) & 0x0000_FFFF_0000_FFFF;
    fours.wrapping_mul(42_949_672_960_001) >> 32
}

/// The eight digits of a number below 100,000,000, as [`number`] takes them.
pub(super) fn digits_of(mut number: u32) -> u64 {
    let mut digits = [0; 8];
    for digit in digits.iter_mut().rev() {
        *digit = (number % 10) as u8;
        number /= 10;
    }
    u64::from_le_bytes(digits)
}

/// Whether every byte is 0 to 9.
#[inline]
pub(super) fn are_digits(digits: u64) -> bool {
    (digits.wrapping_add(eight(6)) | digits) & eight(0xF0) == 0
}

/// Where in a word the first `byte` stands; 8 where it does not.
#[inline]
pub(super) fn first(word: u64, byte: u8) -> usize {
    let zeros = word ^ eight(byte);
    let found = zeros.wrapping_sub(eight(1)) & !zeros & eight(0x80);
    found.trailing_zeros() as usize / 8
}

/// The first `length` digits of a word, 1 to 8, with zeros before them.
#[inline]
pub(super) fn leading(word: u64, length: usize) -> Option<u64> {
    let digits = (word ^ eight(b'0')) << (64 - 8 * length);
    are_digits(digits).then_some(digits)
}

/// The three digits that begin a word, as after a point.
#[inline]
pub(super) fn decimals(word: u64) -> Option<u64> {
    let digits = (word ^ eight(b'0')) & 0x00FF_FFFF;
    let number = (digits & 0xFF) * 100 + (digits >> 8 & 0xFF) * 10 + (digits >> 16);
    are_digits(digits).then_some(number)
}

/// The number at the end of a word that begins with any number of spaces.
#[inline]
pub(super) fn padded(word: u64) -> Option<u64> {
    let digits = word ^ eight(b'0');
    // A space differs from `0` in one bit; whole bytes of ones where it does.
    let spaces = (digits >> 4 & eight(1)) * 0xFF;
    let in_front = spaces & spaces.wrapping_add(1) == 0 && spaces != u64::MAX;
    let cleared = digits & !spaces;
    let are_spaces = digits & spaces & !eight(0x10) == 0;
    (in_front && are_spaces && are_digits(cleared)).then(|| number(cleared))
}

/// The highest bit of the bytes that are `byte`; exact for the first of them.
#[inline]
pub(super) fn matches(bytes: u128, byte: u8) -> u128 {
    let zeros = bytes ^ u128::from_le_bytes([byte; 16]);
    zeros.wrapping_sub(u128::from_le_bytes([1; 16])) & !zeros & u128::from_le_bytes([0x80; 16])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> u64 {
        u64::from_le_bytes(*text.as_bytes().first_chunk().expect("eight bytes"))
    }

    #[test]
    fn eight_digits_are_one_number() {
        for number_met in [0, 7, 10_121, 99_999_999, 12_345_678] {
            let digits = digits_of(number_met);
            assert_eq!(number(digits), u64::from(number_met));
            assert_eq!(leading(word(&format!("{number_met:08}")), 8), Some(digits));
        }
        assert_eq!(leading(word("1234,678"), 4), Some(digits_of(1234)));
        assert_eq!(leading(word("1234,678"), 5), None);
    }

    #[test]
    fn digits_swapped_sort_as_their_numbers() {
        let numbers = [0, 9, 10, 99_999, 100_000, 120_000, 999_999];
        assert!(
            numbers
                .map(|number| digits_of(number).swap_bytes())
                .is_sorted()
        );
    }

    #[test]
    fn no_other_byte_is_taken_for_a_digit_or_a_space() {
        for byte in 0..=255_u8 {
            let with = |at: usize| {
                let mut text = *b"    1234";
                text[at] = byte;
                padded(u64::from_le_bytes(text))
            };
            let digit = byte.is_ascii_digit();
            assert_eq!(with(6).is_some(), digit, "{byte}");
            assert_eq!(with(3).is_some(), digit || byte == b' ', "{byte}");
            // A digit, and spaces after it.
            assert_eq!(with(1).is_some(), byte == b' ', "{byte}");
        }
        assert_eq!(padded(word("        ")), None);
        assert_eq!(padded(word("      37")), Some(37));
    }

    #[test]
    fn the_first_match_is_found_behind_bytes_that_differ_by_one() {
        assert_eq!(first(word("ab.cd.ef"), b'.'), 2);
        assert_eq!(first(word("/////.//"), b'.'), 5);
        assert_eq!(first(word("////////"), b'.'), 8);
        let text = u128::from_le_bytes(*b"----------,-,---");
        assert_eq!(matches(text, b',').trailing_zeros() / 8, 10);
        assert_eq!(decimals(word("051,5432")), Some(51));
        assert_eq!(decimals(word("05,15432")), None);
    }
}
