//! One column of a group of rows, made into pages.

use bytes::Bytes;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::column::page::{CompressedPage, Page, PageWriter};
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::statistics::Statistics;
use parquet::file::writer::{SerializedPageWriter, TrackedWrite};
use parquet::schema::types::ColumnDescPtr;

use super::bits::width;
use super::table::Data;
use super::{delta, hybrid};

/// Rows of a page, the same in every column: a query for a pair unpacks a few of these.
pub const PAGE: usize = 1 << 13;

/// What packing must save of a column to be worth the unpacking.
const WORTH: f64 = 0.03;

/// Makes chunks, keeping what it needs from one to the next.
pub struct Packer {
    zstd: zstd::bulk::Compressor<'static>,
    /// By word: its place in the dictionary of the chunk at hand, or [`UNMET`].
    places: Vec<u32>,
}

const UNMET: u32 = u32::MAX;

/// Encoded pages before they are laid one after the other.
struct Draft {
    dictionary: Option<(Vec<u8>, usize)>,
    /// The bytes of each page and its rows.
    pages: Vec<(Vec<u8>, usize)>,
    encoding: Encoding,
    statistics: Statistics,
}

impl Packer {
    pub fn new() -> std::io::Result<Self> {
        // The fastest level: the encodings have done most of the work.
        let zstd = zstd::bulk::Compressor::new(1)?;
        let places = Vec::new();
        Ok(Self { zstd, places })
    }

    /// The chunk of a column: its bytes, and what the footer is to say of them.
    pub fn chunk(
        &mut self,
        column: ColumnDescPtr,
        data: Data<'_>,
    ) -> ParquetResult<(Bytes, ColumnCloseResult)> {
        let draft = match data {
            Data::Days { codes, days } => {
                let (kept, indices) = self.dictionary(codes, days.len());
                let kept: Vec<i32> = kept.iter().map(|&code| days[code as usize]).collect();
                let plain = kept.iter().flat_map(|day| day.to_le_bytes()).collect();
                let (least, most) = (kept.first().copied(), kept.last().copied());
                let statistics = Statistics::int32(least, most, None, Some(0), false);
                coded(&indices, plain, kept.len(), statistics)
            }
            Data::Texts { codes, words } => {
                let (kept, indices) = self.dictionary(codes, words.len());
                let mut plain = Vec::new();
                for &code in &kept {
                    let word = words[code as usize].as_bytes();
                    plain.extend_from_slice(&(word.len() as u32).to_le_bytes());
                    plain.extend_from_slice(word);
                }
                let bound =
                    |code: Option<&u32>| code.map(|&code| words[code as usize].as_str().into());
                let (least, most) = (bound(kept.first()), bound(kept.last()));
                let statistics = Statistics::byte_array(least, most, None, Some(0), false);
                coded(&indices, plain, kept.len(), statistics)
            }
            Data::Counts(values) => numbers(values, None),
            Data::Fixed { values, present } => numbers(values, Some(present)),
        };
        let rows = draft.pages.iter().map(|(_, rows)| rows).sum();
        self.lay(column, draft, rows)
    }

    /// The codes that occur, sorted, and every row as a place among them.
    fn dictionary(&mut self, codes: &[u32], known: usize) -> (Vec<u32>, Vec<u32>) {
        self.places.clear();
        self.places.resize(known, UNMET);
        let mut kept = Vec::new();
        for &code in codes {
            let place = &mut self.places[code as usize];
            if *place == UNMET {
                *place = 0;
                kept.push(code);
            }
        }
        kept.sort_unstable();
        for (place, &code) in (0..).zip(&kept) {
            self.places[code as usize] = place;
        }
        let indices = codes
            .iter()
            .map(|&code| self.places[code as usize])
            .collect();
        (kept, indices)
    }

    fn lay(
        &mut self,
        column: ColumnDescPtr,
        draft: Draft,
        rows: usize,
    ) -> ParquetResult<(Bytes, ColumnCloseResult)> {
        let packed = self.pack_all(&draft)?;
        let codec = match packed {
            Some(_) => Compression::ZSTD(ZstdLevel::try_new(1)?),
            None => Compression::UNCOMPRESSED,
        };
        let mut out = TrackedWrite::new(Vec::new());
        let mut writer = SerializedPageWriter::new(&mut out);
        let (mut unpacked_size, mut packed_size, mut data_from) = (0, 0, 0);
        let mut encodings = vec![draft.encoding, Encoding::RLE];
        let mut packed = packed.map(Vec::into_iter);
        let mut next = |plain: Vec<u8>| match &mut packed {
            Some(pages) => pages.next().unwrap_or(plain),
            None => plain,
        };
        if let Some((plain, words)) = draft.dictionary {
            encodings.push(Encoding::PLAIN);
            let size = plain.len();
            let page = Page::DictionaryPage {
                buf: next(plain).into(),
                num_values: words as u32,
                encoding: Encoding::PLAIN,
                is_sorted: true,
            };
            let spec = writer.write_page(CompressedPage::new(page, size))?;
            unpacked_size += spec.uncompressed_size;
            packed_size += spec.compressed_size;
            data_from = spec.compressed_size;
        }
        let has_dictionary = data_from > 0;
        for (plain, rows) in draft.pages {
            let size = plain.len();
            let page = Page::DataPage {
                buf: next(plain).into(),
                num_values: rows as u32,
                encoding: draft.encoding,
                def_level_encoding: Encoding::RLE,
                rep_level_encoding: Encoding::RLE,
                statistics: None,
            };
            let spec = writer.write_page(CompressedPage::new(page, size))?;
            unpacked_size += spec.uncompressed_size;
            packed_size += spec.compressed_size;
        }
        let metadata = ColumnChunkMetaData::builder(column)
            .set_compression(codec)
            .set_encodings(encodings)
            .set_num_values(rows as i64)
            .set_total_compressed_size(packed_size as i64)
            .set_total_uncompressed_size(unpacked_size as i64)
            .set_data_page_offset(data_from as i64)
            .set_dictionary_page_offset(has_dictionary.then_some(0))
            .set_statistics(draft.statistics)
            .build()?;
        let close = ColumnCloseResult {
            bytes_written: packed_size as u64,
            rows_written: rows as u64,
            metadata,
            bloom_filter: None,
            column_index: None,
            offset_index: None,
        };
        Ok((out.into_inner()?.into(), close))
    }

    /// Every page packed, the dictionary first; none if that saves too little.
    fn pack_all(&mut self, draft: &Draft) -> ParquetResult<Option<Vec<Vec<u8>>>> {
        let dictionary = draft.dictionary.iter().map(|(bytes, _)| bytes);
        let plain = dictionary.chain(draft.pages.iter().map(|(bytes, _)| bytes));
        let mut packed = Vec::new();
        let (mut before, mut after) = (0, 0);
        for page in plain {
            let small = self
                .zstd
                .compress(page)
                .map_err(|cause| ParquetError::External(Box::new(cause)))?;
            before += page.len();
            after += small.len();
            packed.push(small);
            // Two pages tell: digits of values are as good as chance.
            let wasted = packed.len() >= 2 && saved(before, after) < WORTH;
            if wasted && before > PAGE {
                return Ok(None);
            }
        }
        Ok((saved(before, after) >= WORTH).then_some(packed))
    }
}

fn saved(before: usize, after: usize) -> f64 {
    1.0 - after as f64 / before.max(1) as f64
}

/// Pages of places in a dictionary.
fn coded(indices: &[u32], plain: Vec<u8>, words: usize, statistics: Statistics) -> Draft {
    // Some readers know no numbers of no bits.
    let width = width(words.saturating_sub(1) as u64).max(1);
    let page = |indices: &[u32]| {
        let mut bytes = vec![width as u8];
        hybrid::encode(indices, width, &mut bytes);
        (bytes, indices.len())
    };
    Draft {
        dictionary: Some((plain, words)),
        pages: indices.chunks(PAGE).map(page).collect(),
        encoding: Encoding::RLE_DICTIONARY,
        statistics,
    }
}

/// Pages of numbers, with the marks of nulls before them where there may be some.
fn numbers(values: &[i64], present: Option<&[bool]>) -> Draft {
    let nullable = present.is_some();
    let present = present.filter(|present| !present.is_empty());
    let mut bounds: Option<(i64, i64)> = None;
    let mut nulls = 0;
    let mut pages = Vec::new();
    for (number, values) in values.chunks(PAGE).enumerate() {
        let mut bytes = Vec::new();
        let mut kept = Vec::new();
        let here = present.map(|present| &present[number * PAGE..number * PAGE + values.len()]);
        let values_here = match here {
            Some(present) => {
                kept.extend(
                    values
                        .iter()
                        .zip(present)
                        .filter(|pair| *pair.1)
                        .map(|pair| *pair.0),
                );
                kept.as_slice()
            }
            None => values,
        };
        if nullable {
            let marks: Vec<u32> = match here {
                Some(present) => present.iter().map(|&present| u32::from(present)).collect(),
                None => vec![1; values.len()],
            };
            bytes.extend_from_slice(&[0; 4]);
            hybrid::encode(&marks, 1, &mut bytes);
            let length = bytes.len() as u32 - 4;
            bytes[..4].copy_from_slice(&length.to_le_bytes());
        }
        nulls += (values.len() - values_here.len()) as u64;
        delta::encode(values_here, &mut bytes);
        let least = values_here.iter().copied().min();
        let most = values_here.iter().copied().max();
        if let (Some(least), Some(most)) = (least, most) {
            let (low, high) = bounds.unwrap_or((least, most));
            bounds = Some((low.min(least), high.max(most)));
        }
        pages.push((bytes, values.len()));
    }
    let (least, most) = (bounds.map(|bounds| bounds.0), bounds.map(|bounds| bounds.1));
    Draft {
        dictionary: None,
        pages,
        encoding: Encoding::DELTA_BINARY_PACKED,
        statistics: Statistics::int64(least, most, None, Some(nulls), false),
    }
}
