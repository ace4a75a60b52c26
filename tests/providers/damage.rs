//! A small file, damaged in many ways: each is read right, or something is said.

use crate::providers::story::Story;

const GOOD: &str = "year,exporter,importer,product,value
2003,NOR,CHN,0301,1250.5
2003,CHN,NOR,8471,98000.25
2004,NOR,CHN,0301,1300
2004,CHN,NOR,8471,120000.75
2005,NOR,CHN,0302,1410.125
2005,CHN,NOR,6109,150000
2006,NOR,CHN,0302,1500.5
2006,CHN,NOR,6109,175250.25
2007,NOR,CHN,0303,1675
2007,CHN,NOR,8517,\"201000.5\"
2008,NOR,CHN,0303,1930
2008,CHN,NOR,8517,240125.75
";

/// What a reader of the file must come out with, by key.
fn truth() -> Vec<((String, String, String), f64)> {
    let value = |row: &str| {
        let cells: Vec<&str> = row.split(',').collect();
        let key = (
            cells[0].to_owned(),
            cells[1].to_owned(),
            cells[2].to_owned(),
        );
        (
            key,
            cells[4]
                .trim_matches('"')
                .parse()
                .expect("the table above holds numbers"),
        )
    };
    GOOD.lines().skip(1).map(value).collect()
}

/// A kind of damage, and the bytes it leaves.
fn damaged() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: String| text.into_bytes();
    let edit = |line: usize, of: &dyn Fn(&str) -> String| {
        let lines = GOOD
            .lines()
            .enumerate()
            .map(|(at, row)| if at == line { of(row) } else { row.to_owned() });
        (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes()
    };
    let every = |of: &dyn Fn(&str) -> String| {
        text(GOOD.lines().map(of).collect::<Vec<_>>().join("\n") + "\n")
    };
    let semicolons = |row: &str| row.replace(',', ";");
    let german = |row: &str| row.replace(',', ";").replace('.', ",");
    let last = |row: &str, value: &str| {
        let (rest, _) = row.rsplit_once(',').expect("rows have commas");
        format!("{rest},{value}")
    };
    let utf16 =
        |units: &dyn Fn(u16) -> [u8; 2]| GOOD.encode_utf16().flat_map(units).collect::<Vec<u8>>();
    let mut all = vec![
        ("none", text(GOOD.to_owned())),
        ("cut inside the last number", GOOD.as_bytes()[..GOOD.len() - 5].to_vec()),
        ("cut after a separator", GOOD.as_bytes()[..GOOD.len() - 10].to_vec()),
        ("cut inside a code", GOOD.as_bytes()[..GOOD.len() - 16].to_vec()),
        ("cut inside quotes", GOOD.as_bytes()[..GOOD.find("01000.5").unwrap_or(0)].to_vec()),
        ("no end of the last line", GOOD.trim_end().as_bytes().to_vec()),
        ("one separator doubled", edit(5, &|row| row.replacen(",CHN", ",,CHN", 1))),
        ("all separators doubled", every(&|row| row.replace(',', ",,"))),
        ("a separator lost", edit(6, &|row| row.replacen(",NOR", "NOR", 1))),
        ("a field too many", edit(3, &|row| format!("{row},7"))),
        ("a trailing separator on one line", edit(3, &|row| format!("{row},"))),
        ("trailing separators on all lines", every(&|row| format!("{row},"))),
        ("trailing separators on all lines but the header", every(&|row| if row.starts_with("year") { row.to_owned() } else { format!("{row},") })),
        ("shifted right", edit(4, &|row| format!(",{row}"))),
        ("shifted left", edit(4, &|row| row.split_once(',').map_or(String::new(), |(_, rest)| rest.to_owned()))),
        ("the first cell lost, an empty one added", edit(4, &|row| row.split_once(',').map_or(String::new(), |(_, rest)| format!("{rest},")))),
        ("a decimal comma, unquoted", edit(1, &|row| row.replace('.', ","))),
        ("a decimal comma, quoted", edit(1, &|row| last(row, "\"1250,5\""))),
        ("decimal commas throughout, unquoted", every(&|row| row.replace('.', ","))),
        ("decimal commas, quoted, throughout", every(&|row| match row.rsplit_once(',') {
            Some((rest, value)) if value != "value" => format!("{rest},\"{}\"", value.trim_matches('"').replace('.', ",")),
            _ => row.to_owned(),
        })),
        ("half commas, half points", every(&|row| match row.rsplit_once(',') {
            Some((rest, value)) if row.contains("NOR,CHN") => format!("{rest},\"{}\"", value.replace('.', ",")),
            _ => row.to_owned(),
        })),
        ("thousands by comma, one", edit(3, &|row| last(row, "\"1,300\""))),
        ("thousands by comma, unquoted", edit(3, &|row| last(row, "1,300"))),
        ("thousands by space", edit(4, &|row| last(row, "120 000.75"))),
        ("thousands by no-break space", edit(4, &|row| last(row, "120\u{a0}000.75"))),
        ("thousands by apostrophe", edit(4, &|row| last(row, "120'000.75"))),
        ("a number with two points", edit(4, &|row| last(row, "120.000.75"))),
        ("letters for digits", edit(4, &|row| last(row, "12OOOO.75"))),
        ("a number cut", edit(4, &|row| last(row, "1.2e"))),
        ("an exponent out of bounds", edit(4, &|row| last(row, "1.2e400"))),
        ("an infinity", edit(4, &|row| last(row, "inf"))),
        ("brackets", edit(4, &|row| last(row, "(120000.75)"))),
        ("a bound", edit(4, &|row| last(row, "<120001"))),
        ("a flag", edit(4, &|row| last(row, "120000.75 p"))),
        ("a star", edit(4, &|row| last(row, "120000.75*"))),
        ("a mark of absence", edit(4, &|row| last(row, ".."))),
        ("a unit in the cell", edit(4, &|row| last(row, "120.00075 thousand"))),
        ("a percentage", edit(4, &|row| last(row, "120%"))),
        ("a currency", edit(4, &|row| last(row, "US$ 120000.75"))),
        ("the header in the middle", edit(6, &|row| format!("year,exporter,importer,product,value\n{row}"))),
        ("another header in the middle", edit(6, &|row| format!("year,importer,exporter,product,value\n{row}"))),
        ("a second table", edit(6, &|row| format!("\n\nexporter,importer,value\n{row}"))),
        ("no header", text(GOOD.split_once('\n').map_or(String::new(), |(_, rest)| rest.to_owned()))),
        ("the header one name short", edit(0, &|_| "exporter,importer,product,value".to_owned())),
        ("the header one name long", edit(0, &|row| format!("{row},note"))),
        ("a name twice", edit(0, &|_| "year,exporter,importer,value,value".to_owned())),
        ("a name missing in the middle", edit(0, &|_| "year,exporter,,product,value".to_owned())),
        ("a header in two rows", edit(0, &|row| format!("Trade,,Goods,,Money\n{row}"))),
        ("a title", edit(0, &|row| format!("Trade of Norway and China\n\n{row}"))),
        ("a title with commas", edit(0, &|row| format!("Norway, China, 2003 to 2008\nSource: nobody\n{row}"))),
        ("a title that states the unit", edit(0, &|row| format!("Values in thousand US dollars\n{row}"))),
        ("a line of units", edit(0, &|row| format!("{row}\n,,,,US$ thousand"))),
        ("a comment", edit(0, &|row| format!("# made by hand\n{row}"))),
        ("notes at the end", text(format!("{GOOD}\nSource: customs, ports and banks\nNote: provisional\n"))),
        ("a note at the end without a gap", text(format!("{GOOD}Source: customs\n"))),
        ("a note at the end, padded", text(format!("{GOOD}Source: customs,,,,\n"))),
        ("a total at the end", text(format!("{GOOD}Total,,,,1160443.625\n"))),
        ("a short total at the end", text(format!("{GOOD}\nTotal,1160443.625\n"))),
        ("blank lines", every(&|row| format!("{row}\n"))),
        ("lines of separators", edit(3, &|row| format!(",,,,\n{row}"))),
        ("semicolons", every(&semicolons)),
        ("semicolons and decimal commas", every(&german)),
        ("one line of semicolons", edit(5, &semicolons)),
        ("tabs", every(&|row| row.replace(',', "\t"))),
        ("bars", every(&|row| row.replace(',', "|"))),
        ("sep=;", text(format!("sep=;\n{}", GOOD.replace(',', ";")))),
        ("columns by spaces", every(&|row| row.replace(',', "   ").replace('"', ""))),
        ("a quote opens and stays open", edit(2, &|row| row.replacen(",NOR", ",\"NOR", 1))),
        ("a quote opens and closes lines later", text(GOOD.replacen("2003,CHN,NOR", "2003,CHN,\"NOR", 1).replacen("2004,CHN,NOR", "2004,CHN,NOR\"", 1))),
        ("a quote in the product swallows the next line", text(GOOD.replacen("NOR,8471,98000.25", "NOR,\"8471,98000.25", 1).replacen("0301,1300", "0301\",1300", 1))),
        ("a quote inside a field", edit(2, &|row| row.replacen("8471", "84\"71", 1))),
        ("text after a closing quote", edit(2, &|row| row.replacen("8471", "\"84\"71", 1))),
        ("quotes doubled", edit(2, &|row| row.replacen("8471", "\"84\"\"71\"", 1))),
        ("a line break in quotes", edit(2, &|row| row.replacen("8471", "\"84\n71\"", 1))),
        ("a separator in quotes", edit(2, &|row| row.replacen("8471", "\"84,71\"", 1))),
        ("a line broken in two", edit(2, &|row| row.replacen(",8471", "\n,8471", 1))),
        ("two lines joined", text(GOOD.replacen("98000.25\n", "98000.25", 1))),
        ("a byte-order mark", text(format!("\u{feff}{GOOD}"))),
        ("byte-order marks inside", text(format!("\u{feff}{GOOD}\u{feff}{GOOD}"))),
        ("CRLF", text(GOOD.replace('\n', "\r\n"))),
        ("CR only", text(GOOD.replace('\n', "\r"))),
        ("CR CR LF", text(GOOD.replace('\n', "\r\r\n"))),
        ("mixed line ends", text(GOOD.replacen('\n', "\r\n", 4).replacen("\n2006", "\r2006", 1))),
        ("spaces around cells", every(&|row| row.replace(',', " , "))),
        ("UTF-16 LE with its mark", [vec![0xFF, 0xFE], utf16(&u16::to_le_bytes)].concat()),
        ("UTF-16 BE with its mark", [vec![0xFE, 0xFF], utf16(&u16::to_be_bytes)].concat()),
        ("UTF-16 LE without", utf16(&u16::to_le_bytes)),
        ("UTF-16 BE without", utf16(&u16::to_be_bytes)),
        ("UTF-16 with an odd byte lost", utf16(&u16::to_le_bytes)[..1001 - 400].to_vec()),
        ("latin-1 names", text(GOOD.to_owned()).into_iter().chain(*b"2008,CIV,C\xf4te,0303,5\n").collect()),
        ("bad bytes in UTF-8", [GOOD.as_bytes(), "2008,Åland,Österreich,Côte,5\n2008,M\u{e9}xico,S\u{e3}o,é,5\n".as_bytes(), b"2008,NOR,M\xe9,0303,5\n"].concat()),
        ("a NUL", GOOD.replacen("0301", "03\u{0}1", 1).into_bytes()),
        ("many NULs", GOOD.bytes().flat_map(|byte| [byte, 0, 0, 0]).collect()),
        ("a hole of NULs", [&GOOD.as_bytes()[..200], &[0; 64], &GOOD.as_bytes()[264..]].concat()),
        ("two files in one", text(format!("{GOOD}{GOOD}"))),
        ("empty", Vec::new()),
        ("only a header", text("year,exporter,importer,product,value\n".to_owned())),
        ("a web page", text("<html><head><title>Not found</title></head>\n<body>Sorry, gone, alas</body></html>\n".to_owned())),
    ];
    for at in (0..GOOD.len()).step_by(GOOD.len() / 40) {
        // A cut between lines shows in no byte; only a known length or hash tells it.
        let what = if GOOD[..at].ends_with('\n') {
            "cut between lines"
        } else {
            "cut anywhere"
        };
        all.push((what, GOOD.as_bytes()[..at].to_vec()));
        let mut flipped = GOOD.as_bytes().to_vec();
        flipped.remove(at);
        all.push(("a byte lost", flipped));
    }
    all
}

/// Damage that no reader can see: the bytes are a sound file of other figures.
fn is_invisible(what: &str) -> bool {
    ["a byte lost", "cut between lines"].contains(&what)
}

#[test]
fn no_damage_leads_to_wrong_numbers_in_silence() {
    let truth = truth();
    let mut silent = Vec::new();
    for (what, bytes) in damaged() {
        let story = Story::of(&bytes);
        let scale = if story.power == 3 { 1000.0 } else { 1.0 };
        let mut wrongs = 0;
        for (key, value) in &story.values {
            let known = truth.iter().find(|(known, _)| known == key);
            let differs = |(_, known): &(_, f64)| value.is_some_and(|value| value != known * scale);
            wrongs += usize::from(known.is_some_and(differs));
        }
        let missing = truth
            .iter()
            .filter(|(key, _)| !story.values.iter().any(|(known, _)| known == key))
            .count();
        if std::env::var_os("SHOW").is_some() {
            println!(
                "{what}: {} right, {wrongs} wrong, {missing} missing, {} no figures, {} rejected, left out {:?}, remarks {:?}, refused {:?}",
                story.values.len() - wrongs,
                story.not_figures.len(),
                story.rejected.len(),
                story.left_out,
                story.remarks,
                story.refused
            );
            for (line, reason) in &story.rejected {
                println!("    line {line}: {reason}");
            }
        }
        if (wrongs > 0 || missing > 0) && !story.speaks() && !is_invisible(what) {
            silent.push(what);
        }
    }
    assert_eq!(silent, Vec::<&str>::new());
}
