import type { Issue } from "@popneeds/core";
import { amount, area, figure, type KeyField, label, type MeasureField } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const needed = ["ind_id", "code", "year", "numerator", "rate", "lowci", "upci"];
const marks = { NA: "not available", "": "not available" } as const;

/** Measures of inequality that stand beside a fifth's rate: an index, its limits, and what else the files have. */
const inequality = /^(sii|rii|rii_int|par|abs_range|rel_range|(lowci|upci)_(sii|rii|rii_int))$/;

/**
 * The files that ScotPHO's programs make for an indicator: by area and year, or by area, year and fifth of deprivation with the
 * slope and relative indices of inequality.
 *
 * `year` is the year by which a trend is ordered, in the middle of several, and not the period, which stands in words in
 * `periodText`. What kind of figure the rate is, the file does not say: it is a score, which never adds up. Indices of
 * inequality are those of the whole area and stand in the row of every fifth.
 *
 * No real file could be had: the columns are those of ScotPHO's published programs, and it was tried on files of our own only.
 */
export const scotphoIndicatorFilesReader: Reader = {
  name: "scotpho-indicator-files",
  title: "ScotPHO indicator file",
  publisher: "Public Health Scotland (ScotPHO)",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    if (!needed.every((text) => header.includes(text))) return null;
    const fifths = header.includes("quintile") ? ", and quintile" : "";
    return `its header has ${needed.join(", ")}${fifths}`;
  },
  parts(file) {
    const cells = csvTable(file);
    const has = (text: string) => cells.header.includes(text);
    const keys: Record<string, KeyField> = {
      indicatorId: label("ind_id"),
      area: area("code"),
      year: label("year"),
      ...(has("def_period") ? { periodText: label("def_period") } : {}),
      ...(has("trend_axis") ? { trendText: label("trend_axis") } : {}),
      ...(has("quintile") ? { quintile: label("quintile") } : {}),
      ...(has("quint_type") ? { quintileType: label("quint_type") } : {}),
    };
    const measures: Record<string, MeasureField> = {
      numerator: amount("count", "numerator", { marks }),
      value: figure("score", "rate", { marks }),
      lower: figure("limit", "lowci", { marks }),
      upper: figure("limit", "upci", { marks }),
    };
    for (const text of cells.header.filter((header) => inequality.test(header)))
      measures[nameOfInequality(text)] = figure(/ci_/.test(text) ? "limit" : "score", text, { marks });
    const issues: readonly Issue[] = [
      ...cells.issues,
      ...limitsOutOfOrder(cells, { value: "rate", lower: "lowci", upper: "upci" }),
      ...limitsOutOfOrder(cells, { value: "sii", lower: "lowci_sii", upper: "upci_sii" }),
      ...limitsOutOfOrder(cells, { value: "rii", lower: "lowci_rii", upper: "upci_rii" }),
    ];
    return [{ name: "", cells: { ...cells, issues }, schema: schema({ ...keys, ...measures }) }];
  },
};

const words: Readonly<Record<string, string>> = {
  sii: "slopeIndex",
  rii: "relativeIndex",
  rii_int: "relativeIndexInterpreted",
  par: "attributableShare",
  abs_range: "absoluteRange",
  rel_range: "relativeRange",
};

function nameOfInequality(header: string): string {
  const found = /^(lowci|upci)_(.+)$/.exec(header);
  return found ? `${words[found[2]!]!}${found[1] === "lowci" ? "Lower" : "Upper"}` : words[header]!;
}
