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

use super::draft::{Draft, coded, numbers};
use super::table::Data;

/// What packing must save of a column to be worth the unpacking.
const WORTH: f64 = 0.03;

/// Makes chunks, keeping what it needs from one to the next.
pub struct Packer {
    zstd: zstd::bulk::Compressor<'static>,
    /// By word: its place in the dictionary of the chunk at hand, or [`UNMET`].
    places: Vec<u32>,
}

const UNMET: u32 = u32::MAX;

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
        // Most columns hold one code for a whole group, or each for long.
        if let Some(&first) = codes.first()
            && codes.iter().all(|&code| code == first)
        {
            return (vec![first], vec![0; codes.len()]);
        }
        self.places.clear();
        self.places.resize(known, UNMET);
        let mut kept = Vec::new();
        let mut last = UNMET;
        for &code in codes {
            if code == last {
                continue;
            }
            last = code;
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
            if wasted && before > super::PAGE {
                return Ok(None);
            }
        }
        Ok((saved(before, after) >= WORTH).then_some(packed))
    }
}

fn saved(before: usize, after: usize) -> f64 {
    1.0 - after as f64 / before.max(1) as f64
}
