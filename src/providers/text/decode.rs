//! Bytes to text: which encoding, how sure, and what did not fit it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text of a file, and how it was had from the bytes.
#[derive(Debug)]
pub struct Decoded {
    pub text: String,
    pub encoding: &'static Encoding,
    /// Whether the encoding is likely and not certain; said to the reader.
    pub guessed: bool,
    /// Sequences that are nothing in this encoding; each stands as U+FFFD in the text.
    pub malformed: u64,
    /// Line of the first of them.
    pub malformed_line: u64,
    /// Lines that ended in a bare carriage return, and end in a line feed now.
    pub returns: u64,
}

/// How a file is encoded: by its byte-order mark, by being valid, by its pattern, by likelihood.
pub fn encoding(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(wide) = wide(bytes) {
        return (wide, true);
    }
    match utf8(bytes) {
        Utf8::Valid => (UTF_8, false),
        Utf8::Damaged => (UTF_8, true),
        Utf8::Other => (guess(bytes), true),
    }
}

/// Decodes all of `bytes`, a byte-order mark left out.
pub fn decode(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded {
    let mark = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding);
    let mut rest = &bytes[mark.map_or(0, |(_, length)| length)..];
    let mut decoder = encoding.new_decoder_without_bom_handling();
    // All legacy text grows by at most three; reserving that at once would triple large files.
    let mut text = String::with_capacity(rest.len() + rest.len() / 16 + 16);
    let (mut malformed, mut malformed_line) = (0, 0);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(rest.len().max(1024)),
            DecoderResult::Malformed(..) => {
                if malformed == 0 {
                    malformed_line = line_at(&text);
                }
                malformed += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    Decoded {
        text,
        encoding,
        guessed,
        malformed,
        malformed_line,
        returns: 0,
    }
}

/// The number of the line that `text` ends in.
pub fn line_at(text: &str) -> u64 {
    1 + text.matches('\n').count() as u64
}

/// UTF-16 without its mark: in text of mostly Latin letters, every other byte is NUL.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    let nuls = |offset: usize| {
        sample[offset..]
            .iter()
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    if pairs < 2 {
        return None;
    }
    let (even, odd) = (nuls(0), nuls(1));
    // Names in other scripts have no NUL, but separators, digits and line ends do.
    let (many, few) = (
        |count: usize| count * 10 >= pairs * 4,
        |count: usize| count * 10 <= pairs,
    );
    match (even, odd) {
        (even, odd) if many(odd) && few(even) => Some(UTF_16LE),
        (even, odd) if many(even) && few(odd) => Some(UTF_16BE),
        _ => None,
    }
}

enum Utf8 {
    Valid,
    /// UTF-8 with a few bad bytes: reading it all as another encoding would garble every name.
    Damaged,
    Other,
}

fn utf8(bytes: &[u8]) -> Utf8 {
    let (mut good, mut bad, mut rest) = (0_u64, 0_u64, bytes);
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, after) = rest.split_at(error.valid_up_to());
        good += multibyte(valid);
        bad += 1;
        rest = &after[error.error_len().unwrap_or(after.len())..];
        if bad > 100 && good < bad {
            return Utf8::Other;
        }
    }
    match bad {
        0 => Utf8::Valid,
        _ if good + multibyte(rest) > 2 * bad => Utf8::Damaged,
        _ => Utf8::Other,
    }
}

fn multibyte(valid: &[u8]) -> u64 {
    valid.iter().filter(|byte| **byte >= 0xC0).count() as u64
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // A few odd letters tell nothing apart; western European is what trade files most often are.
    let odd = bytes.iter().filter(|byte| **byte >= 0x80).count();
    match guess.is_single_byte() && odd < 12 {
        true => WINDOWS_1252,
        false => guess,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_byte_does_not_turn_a_utf8_file_into_another_encoding() {
        let bytes = ["Côte d'Ivoire,Österreich,Åland,".as_bytes(), b"M\xe9xico"].concat();
        let (encoding, guessed) = encoding(&bytes);
        let decoded = decode(&bytes, encoding, guessed);
        assert_eq!((encoding, guessed, decoded.malformed), (UTF_8, true, 1));
        assert!(decoded.text.starts_with("Côte") && decoded.text.ends_with("M\u{fffd}xico"));
    }

    #[test]
    fn sixteen_bits_are_found_without_a_mark_and_lone_surrogates_are_counted() {
        let mut bytes: Vec<u8> = "year,name\n"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        bytes.extend([0xD8, 0x00]);
        let (encoding, guessed) = encoding(&bytes);
        let decoded = decode(&bytes, encoding, guessed);
        assert_eq!((encoding, guessed), (UTF_16BE, true));
        assert_eq!((decoded.malformed, decoded.malformed_line), (1, 2));
    }

    #[test]
    fn latin_text_is_a_guess() {
        let (found, guessed) = encoding(b"C\xf4te d'Ivoire,5\n");
        assert_eq!((found, guessed), (WINDOWS_1252, true));
    }
}
