//! The fields of UN Comtrade that are read, or that say nothing of which flow a row is.
//!
//! What else stands in a file was added to it, and may tell rows of one flow apart.

/// Fields since 2022, and of tables that R adds up by partner.
pub(crate) const PRESENT: &str = "datasetCode|typeCode|freqCode|refPeriodId|refYear|refMonth|period|reporterCode|reporterISO|\
    reporterDesc|flowCode|flowDesc|partnerCode|partnerISO|partnerDesc|partner2Code|partner2ISO|\
    partner2Desc|classificationCode|classificationSearchCode|isOriginalClassification|cmdCode|cmdDesc|\
    aggrLevel|isLeaf|customsCode|customsDesc|mosCode|mosDesc|motCode|motDesc|qtyUnitCode|qtyUnitAbbr|\
    qty|isQtyEstimated|altQtyUnitCode|altQtyUnitAbbr|altQty|isAltQtyEstimated|netWgt|isNetWgtEstimated|\
    grossWgt|isGrossWgtEstimated|cifvalue|fobvalue|primaryValue|legacyEstimationFlag|isReported|\
    isAggregate|datasetChecksum|partner_sum|partner_rank|partner_perc|partner_upper_perc|partner_upper_sum";

/// Titles and short names before.
pub(crate) const LEGACY: &str = "Trade Value (US$)|trade_value_usd|TradeValue|CIF Trade Value (US$)|CIFValue|FOB Trade Value (US$)|\
    FOBValue|Classification|pfCode|Year|yr|Period|Period Desc.|periodDesc|Aggregate Level|aggrLevel|\
    Is Leaf Code|IsLeaf|Trade Flow Code|rgCode|Trade Flow|rgDesc|Reporter Code|rtCode|Reporter|rtTitle|\
    Reporter ISO|rt3ISO|Partner Code|ptCode|Partner|ptTitle|Partner ISO|pt3ISO|2nd Partner Code|\
    X2nd Partner Code|ptCode2|2nd Partner|X2nd Partner|ptTitle2|2nd Partner ISO|X2nd Partner ISO|pt3ISO2|\
    Customs Proc. Code|cstCode|Customs|cstDesc|Mode of Transport Code|motCode|Mode of Transport|motDesc|\
    Commodity Code|cmdCode|Commodity|cmdDescE|Qty Unit Code|qtCode|Qty Unit|qtDesc|Qty|TradeQuantity|\
    Alt Qty Unit Code|qtAltCode|Alt Qty Unit|qtAltDesc|Alt Qty|TradeQuantityAlt|Netweight (kg)|NetWeight|\
    Gross weight (kg)|GrossWeight|Flag|estCode";
