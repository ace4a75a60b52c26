//! The words of a dictionary.

use bytes::Bytes;

/// The words of a dictionary, as they lie in its page.
#[derive(Debug, Clone)]
pub struct Words {
    bytes: Bytes,
    /// Where each begins and ends.
    bounds: Vec<(u32, u32)>,
}

impl Words {
    pub(super) fn one(word: &[u8]) -> Self {
        Self {
            bytes: Bytes::copy_from_slice(word),
            bounds: vec![(0, word.len() as u32)],
        }
    }

    pub(super) fn new(bytes: Bytes, count: usize, day: bool) -> Option<Self> {
        let mut bounds = Vec::with_capacity(count.min(bytes.len()));
        let mut at = 0_usize;
        for _ in 0..count {
            let length = match day {
                true => 4,
                false => {
                    let length = bytes.get(at..)?.first_chunk::<4>()?;
                    at += 4;
                    u32::from_le_bytes(*length) as usize
                }
            };
            let end = at.checked_add(length).filter(|&end| end <= bytes.len())?;
            bounds.push((at as u32, end as u32));
            at = end;
        }
        Some(Self { bytes, bounds })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.bounds.len()
    }

    /// A word by its place.
    pub fn word(&self, place: usize) -> &[u8] {
        let (start, end) = self.bounds[place];
        &self.bytes[start as usize..end as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|place| self.word(place))
    }
}
