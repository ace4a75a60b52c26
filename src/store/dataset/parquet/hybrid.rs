//! Small numbers as runs where they repeat and as packed bits where they do not: `RLE` of Parquet.
//!
//! Places in a dictionary and the marks of nulls are stored so.

use super::bits::{pack, read_varint, unpack, write_varint};

/// Packed numbers come in groups of so many; a run no longer than one is not worth its header.
const GROUP: usize = 8;

/// Appends `values`, none of which needs more than `width` bits, 1 to 32.
pub fn encode(values: &[u32], width: u32, out: &mut Vec<u8>) {
    let (mut from, mut at) = (0, 0);
    while at < values.len() {
        let run = run_length(&values[at..]);
        // What is packed before a run must fill its last group, at the cost of the run.
        let lent = (GROUP - (at - from) % GROUP) % GROUP;
        if run >= lent + GROUP {
            write_packed(&values[from..at + lent], width, out);
            encode_run(values[at], run - lent, width, out);
            from = at + run;
        }
        at += run;
    }
    write_packed(&values[from..], width, out);
}

/// Appends one value so many times.
pub fn encode_run(value: u32, times: usize, width: u32, out: &mut Vec<u8>) {
    write_varint((times as u64) << 1, out);
    let bytes = width.div_ceil(8) as usize;
    out.extend_from_slice(&value.to_le_bytes()[..bytes]);
}

/// How often the first value stands in a row.
#[inline]
fn run_length(values: &[u32]) -> usize {
    let first = values[0];
    let mut length = 1;
    while length < values.len() && values[length] == first {
        length += 1;
    }
    length
}

fn write_packed(values: &[u32], width: u32, out: &mut Vec<u8>) {
    if values.is_empty() {
        return;
    }
    let groups = values.len().div_ceil(GROUP);
    write_varint((groups as u64) << 1 | 1, out);
    let filling = std::iter::repeat_n(0, groups * GROUP - values.len());
    pack(
        values.iter().map(|&value| u64::from(value)).chain(filling),
        width,
        out,
    );
}

/// Appends the first `count` numbers of `bytes` to `out`; false where there are fewer.
pub fn decode(mut bytes: &[u8], width: u32, count: usize, out: &mut Vec<u32>) -> bool {
    let end = out.len() + count;
    while out.len() < end {
        let Some(header) = read_varint(&mut bytes) else {
            return false;
        };
        let missing = end - out.len();
        let length = (header >> 1) as usize;
        if header & 1 == 0 {
            let size = width.div_ceil(8) as usize;
            let Some((value, rest)) = bytes.split_at_checked(size) else {
                return false;
            };
            let mut word = [0; 4];
            word[..size.min(4)].copy_from_slice(&value[..size.min(4)]);
            // A run of none would never end.
            if length == 0 {
                return false;
            }
            out.resize(out.len() + length.min(missing), u32::from_le_bytes(word));
            bytes = rest;
        } else {
            let Some(size) = length.checked_mul(width as usize) else {
                return false;
            };
            // Eight numbers of one bit are one byte, so a group is `width` bytes.
            let Some((packed, rest)) = bytes.split_at_checked(size) else {
                return false;
            };
            let wanted = length.saturating_mul(GROUP).min(missing);
            if wanted == 0 {
                return false;
            }
            // Sixty-four numbers are whole bytes whatever their width.
            let mut some = [0; 64];
            for start in (0..wanted).step_by(some.len()) {
                let some = &mut some[..(wanted - start).min(64)];
                if !unpack(&packed[start / 8 * width as usize..], width, some) {
                    return false;
                }
                out.extend(some.iter().map(|&value| value as u32));
            }
            bytes = rest;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn runs_and_changes_come_back(
            parts in prop::collection::vec((0_u32..300, 1_usize..40), 0..60),
            wider in 0_u32..8,
        ) {
            let values: Vec<u32> = parts
                .iter()
                .flat_map(|&(value, times)| std::iter::repeat_n(value, times))
                .collect();
            let mut bytes = Vec::new();
            encode(&values, 9 + wider, &mut bytes);
            let mut back = vec![7];
            prop_assert!(decode(&bytes, 9 + wider, values.len(), &mut back));
            prop_assert_eq!(&back[1..], &values);
            prop_assert!(!decode(&bytes, 9 + wider, values.len() + GROUP, &mut Vec::new()));
        }

        #[test]
        fn noise_is_no_panic(bytes: Vec<u8>, width in 1_u32..=32, count in 0_usize..1000) {
            let mut out = Vec::new();
            if decode(&bytes, width, count, &mut out) {
                prop_assert_eq!(out.len(), count);
            }
        }
    }

    #[test]
    fn a_million_of_one_value_are_five_bytes() {
        let mut bytes = Vec::new();
        encode(&vec![3; 1_000_000], 2, &mut bytes);
        assert_eq!(bytes.len(), 4);
    }
}
