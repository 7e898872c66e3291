import type { Derived } from "@popneeds/core";
import { area, category, figure, type KeyField, label, period, sex } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { schema } from "../../schema.ts";
import { worldHealthLicence } from "./licence.ts";

const indicator = "GHO (CODE)";
const title = "GHO (DISPLAY)";
const marks = { "": "not available", NA: "not available" } as const;
const sexes = { MLE: "male", FMLE: "female", SEX_MLE: "male", SEX_FMLE: "female" } as const;
/** Where a row is of: the first of these that has a code. */
const levels = [
  { code: "COUNTRY (CODE)", name: "countries" },
  { code: "REGION (CODE)", name: "regions" },
] as const;

/**
 * A CSV of the Global Health Observatory, as its API (athena) gives it: a code and a text of each dimension, then the figure
 * with its limits.
 *
 * Each indicator is a part, and so are countries, regions and the world. The figure is that of `Numeric`, with all its digits;
 * what is displayed is not read. Whether it is a percentage, a rate or a life expectancy is taken from the indicator's title;
 * everything else is a score, which never adds up. Both sexes are a total. Comments may run over several lines and are kept.
 *
 * No real file could be had but the description of one of 2008: it was tried on files of our own only.
 */
export const observatoryReader: Reader = {
  name: "global-health-observatory",
  title: "Global Health Observatory",
  publisher: "World Health Organization",
  licence: worldHealthLicence,
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    return header.includes(indicator) && header.includes("Numeric") ? `its header has ${indicator} and Numeric` : null;
  },
  parts(file) {
    const cells = csvTable(file);
    const year = ["YEAR (DISPLAY)", "YEAR (CODE)"].find((text) => cells.header.includes(text)) ?? "YEAR (DISPLAY)";
    const needed = [indicator, title, year, "Numeric"];
    if (needed.some((text) => !cells.header.includes(text))) onlyColumns(cells, needed);
    const [titleAt, indicatorAt] = [cells.header.indexOf(title), cells.header.indexOf(indicator)];
    const known = levels.filter(({ code }) => cells.header.includes(code));
    const levelOf = (row: readonly string[]) =>
      known.find(({ code }) => row[cells.header.indexOf(code)]!.trim() !== "") ?? { code: "", name: "the world" };
    const groups = rowsBy(cells, (row) => [
      row[titleAt]!.trim() || row[indicatorAt]!.trim(),
      levelOf(row).name,
      levelOf(row).code,
    ]);
    const limits = { value: "Numeric", lower: "Low", upper: "High" };
    const issues = [...cells.issues, ...limitsOutOfOrder(cells, limits)];
    const limited = ["Low", "High"].filter((text) => cells.header.includes(text));
    return groups.map(({ texts: [of, level, code], cells: kept }, i) => {
      const keys = keysOf(cells, year, code === "" ? null : code);
      const read = [...Object.values(keys).map(({ header }) => header!), "Numeric", ...limited];
      return {
        name: `${of}; ${level}`,
        cells: { ...onlyColumns(kept, read), issues: i === 0 ? issues : [] },
        schema: schema({
          ...keys,
          value: figure(kindOfTitle(of), "Numeric", { marks }),
          ...(limited.includes("Low") ? { lower: figure("limit", "Low", { marks }) } : {}),
          ...(limited.includes("High") ? { upper: figure("limit", "High", { marks }) } : {}),
        }),
      };
    });
  },
};

function kindOfTitle(text: string): Derived {
  if (/%|percent|prevalence of/i.test(text)) return "percentage";
  if (/life expectancy|\bHALE\b/i.test(text)) return "expectancy";
  return /\brate\b|per 1[ ,]?000|per 10[ ,]?000|per 100[ ,]?000/i.test(text) ? "rate" : "score";
}

/** A key for each dimension, by its code; of the place only the code of the level that the part is of. */
function keysOf({ header }: RawTable, year: string, place: string | null): Readonly<Record<string, KeyField>> {
  const keys: Record<string, KeyField> = { indicator: category(indicator) };
  if (place !== null) keys["area"] = area(place);
  keys["period"] = period(year);
  for (const text of header) {
    const dimension = /^(.+) \(CODE\)$/.exec(text)?.[1];
    if (!dimension || ["GHO", "YEAR", "COUNTRY", "REGION"].includes(dimension)) continue;
    if (dimension === "SEX") keys["sex"] = sex(text, sexes, { totals: ["BTSX", "SEX_BTSX", ""] });
    else keys[inCamelCase(dimension)] = label(text);
  }
  if (header.includes("Comments")) keys["comment"] = label("Comments");
  return keys;
}

function inCamelCase(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
