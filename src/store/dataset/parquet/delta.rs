//! Whole numbers as differences, each few in as many bits as the widest: `DELTA_BINARY_PACKED`.
//!
//! Source: Parquet, *Encodings*, "Delta Encoding (DELTA_BINARY_PACKED = 5)".

use super::bits::{pack, read_varint, unpack, width, write_varint};

/// Numbers of a block, which share the smallest difference.
const BLOCK: usize = 128;
/// Parts of a block, each with a width of its own.
const PARTS: usize = 4;
/// Numbers of such a part.
const PART: usize = BLOCK / PARTS;

/// Appends `values`.
pub fn encode(values: &[i64], out: &mut Vec<u8>) {
    for number in [BLOCK, PARTS, values.len()] {
        write_varint(number as u64, out);
    }
    write_varint(zigzag(values.first().copied().unwrap_or(0)), out);
    let mut differences = [0_i64; BLOCK];
    for start in (1..values.len()).step_by(BLOCK) {
        let end = (start + BLOCK).min(values.len());
        let differences = &mut differences[..end - start];
        for (difference, pair) in differences
            .iter_mut()
            .zip(values[start - 1..end].windows(2))
        {
            // Wrapping both here and on the way back keeps every value.
            *difference = pair[1].wrapping_sub(pair[0]);
        }
        write_block(differences, out);
    }
}

fn write_block(differences: &[i64], out: &mut Vec<u8>) {
    let least = differences.iter().copied().min().unwrap_or(0);
    write_varint(zigzag(least), out);
    let widths = out.len();
    out.extend_from_slice(&[0; PARTS]);
    for (index, part) in differences.chunks(PART).enumerate() {
        let mut above = [0_u64; PART];
        let mut all = 0;
        for (above, &difference) in above.iter_mut().zip(part) {
            *above = difference.wrapping_sub(least) as u64;
            all |= *above;
        }
        let width = width(all);
        out[widths + index] = width as u8;
        pack(above.into_iter(), width, out);
    }
}

/// Appends the numbers of `bytes` to `out`; false unless there are `count` of them.
pub fn decode(mut bytes: &[u8], count: usize, out: &mut Vec<i64>) -> bool {
    let bytes = &mut bytes;
    let mut next = || read_varint(bytes);
    let (Some(block), Some(parts), Some(total), Some(first)) = (next(), next(), next(), next())
    else {
        return false;
    };
    if (block, parts, total) != (BLOCK as u64, PARTS as u64, count as u64) {
        return false;
    }
    if count == 0 {
        return true;
    }
    // The count is the caller's, not the file's.
    out.reserve(count);
    let mut value = unzigzag(first);
    out.push(value);
    let mut missing = count - 1;
    while missing > 0 {
        let Some(least) = read_varint(bytes).map(unzigzag) else {
            return false;
        };
        let Some((widths, rest)) = bytes.split_at_checked(PARTS) else {
            return false;
        };
        *bytes = rest;
        for &width in widths {
            let here = missing.min(PART);
            if here == 0 {
                break;
            }
            let size = usize::from(width) * PART / 8;
            let Some((part, rest)) = bytes.split_at_checked(size) else {
                return false;
            };
            *bytes = rest;
            let mut above = [0; PART];
            if !unpack(part, u32::from(width), &mut above[..here]) {
                return false;
            }
            for above in &mut above[..here] {
                value = value.wrapping_add(least).wrapping_add(*above as i64);
                *above = value as u64;
            }
            out.extend(above[..here].iter().map(|&value| value as i64));
            missing -= here;
        }
    }
    true
}

/// Small numbers of either sign as small numbers without one.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn comes_back(values: &[i64]) -> bool {
        let (mut bytes, mut back) = (Vec::new(), vec![1]);
        encode(values, &mut bytes);
        let cut = bytes.len() - 1;
        decode(&bytes, values.len(), &mut back)
            && back[1..] == *values
            && !decode(&bytes[..cut], values.len(), &mut Vec::new())
    }

    proptest! {
        #[test]
        fn any_numbers_come_back(values: Vec<i64>) {
            prop_assert!(comes_back(&values));
        }

        #[test]
        fn likely_numbers_come_back(values in prop::collection::vec(0_i64..100_000_000, 0..700)) {
            prop_assert!(comes_back(&values));
        }

        #[test]
        fn noise_is_no_panic(bytes: Vec<u8>, count in 0_usize..1000) {
            decode(&bytes, count, &mut Vec::new());
        }
    }

    #[test]
    fn the_ends_of_the_range_come_back() {
        assert!(comes_back(&[i64::MIN, i64::MAX, 0, i64::MIN, -1, i64::MAX]));
        assert!(comes_back(&[]) && comes_back(&[5]) && comes_back(&[7; 129]));
    }
}
