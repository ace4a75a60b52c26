//! Numbers of any width laid bit after bit, lowest bit first, as Parquet packs them.

/// The bits that numbers up to `largest` need.
pub fn width(largest: u64) -> u32 {
    u64::BITS - largest.leading_zeros()
}

/// Appends `values`, each in `width` bits; the last byte is filled with zeros.
///
/// Bits above `width` must be zero.
#[inline]
pub fn pack(values: impl Iterator<Item = u64>, width: u32, out: &mut Vec<u8>) {
    let (mut held, mut bits) = (0_u64, 0_u32);
    for value in values {
        held |= value << bits;
        bits += width;
        if bits >= 64 {
            out.extend_from_slice(&held.to_le_bytes());
            bits -= 64;
            // What had no room; a shift by 64 would be none.
            held = match bits {
                0 => 0,
                bits => value >> (width - bits),
            };
        }
    }
    let bytes = bits.div_ceil(8) as usize;
    out.extend_from_slice(&held.to_le_bytes()[..bytes]);
}

/// Fills `out` with numbers of `width` bits out of `bytes`; false where those are too few.
#[inline]
pub fn unpack(bytes: &[u8], width: u32, out: &mut [u64]) -> bool {
    if width > 64 || bytes.len() < (out.len() * width as usize).div_ceil(8) {
        return false;
    }
    let mask = match width {
        64 => u64::MAX,
        width => (1 << width) - 1,
    };
    // One load of eight bytes holds a number of up to 57 bits, wherever in a byte it begins.
    let quick = match width {
        0..=57 => fitting(bytes.len(), width, out.len()),
        _ => 0,
    };
    let (firsts, rest) = out.split_at_mut(quick);
    let mut bit = 0;
    for out in firsts {
        let word = bytes[bit / 8..].first_chunk::<8>().copied();
        *out = (u64::from_le_bytes(word.unwrap_or_default()) >> (bit % 8)) & mask;
        bit += width as usize;
    }
    for out in rest {
        let mut word = [0; 16];
        let rest = &bytes[(bit / 8).min(bytes.len())..];
        let length = rest.len().min(16);
        word[..length].copy_from_slice(&rest[..length]);
        *out = (u128::from_le_bytes(word) >> (bit % 8)) as u64 & mask;
        bit += width as usize;
    }
    true
}

/// How many of the numbers begin eight bytes or more before the end.
fn fitting(length: usize, width: u32, count: usize) -> usize {
    match (length.checked_sub(8), width) {
        (None, _) => 0,
        (Some(_), 0) => count,
        (Some(last), width) => count.min((last * 8 + 7) / width as usize + 1),
    }
}

/// Appends a number in groups of seven bits, the lowest first.
pub fn write_varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Takes such a number from the front of `bytes`; none if it does not end in time.
pub fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_of_any_width_come_back(width in 0_u32..=64, raw in prop::collection::vec(any::<u64>(), 0..200)) {
            let mask = if width == 64 { u64::MAX } else { (1 << width) - 1 };
            let values: Vec<u64> = raw.iter().map(|value| value & mask).collect();
            let mut bytes = Vec::new();
            pack(values.iter().copied(), width, &mut bytes);
            prop_assert_eq!(bytes.len(), (values.len() * width as usize).div_ceil(8));
            let mut back = vec![1; values.len()];
            prop_assert!(unpack(&bytes, width, &mut back));
            prop_assert_eq!(back, values);
            let short = bytes.split_last().map(|(_, rest)| rest);
            prop_assert!(short.is_none_or(|short| !unpack(short, width, &mut vec![0; raw.len()])));
        }

        #[test]
        fn varints_come_back(value: u64) {
            let mut bytes = Vec::new();
            write_varint(value, &mut bytes);
            let mut rest = bytes.as_slice();
            prop_assert_eq!(read_varint(&mut rest), Some(value));
            prop_assert!(rest.is_empty());
            prop_assert_eq!(read_varint(&mut &bytes[..bytes.len() - 1]), None);
        }
    }
}
