import type { Derived } from "@popneeds/core";
import { category, figure, label, period } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { longer } from "../../published/longer.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const marks = { "": "not available" } as const;

/**
 * A download of Our World in Data, which re-exports results of the Global Burden of Disease and of the World Health
 * Organization: a row for each country and year, a column for each figure, headed by a long title.
 *
 * The titles become a key. Rates, percentages and ratios, as the titles say, are parts of their own; what is none of them is a
 * score, which never adds up, since a title need not say whether it is a number of people. Countries are not held apart from
 * continents.
 */
export const ourWorldInDataReader: Reader = {
  name: "our-world-in-data",
  title: "Our World in Data download",
  publisher: "Our World in Data, from the source named in the title",
  licence: "Creative Commons BY 4.0; the licence of the source holds too, and IHME's allows no commercial use",
  evidence: "modelled",
  recognise(file) {
    const header = headerOf(file);
    return header.slice(0, 3).join() === "Entity,Code,Year" && header.length > 3
      ? "its header begins Entity, Code, Year and goes on with titles"
      : null;
  },
  parts(file) {
    const cells = csvTable(file);
    const keys = ["Entity", "Code", "Year"];
    const titles = cells.header.filter((text) => !keys.includes(text));
    const kinds = [...new Set(titles.map(kindOfTitle))];
    return kinds.map((kind, i) => {
      const own = longer(cells, { across: (text) => titles.includes(text), names: "title", values: "value" });
      const at = own.header.indexOf("title");
      const kept = own.rows.flatMap((row, k) => (kindOfTitle(row[at]!) === kind ? [k] : []));
      return {
        name: names[kind],
        cells: {
          ...own,
          rows: kept.map((k) => own.rows[k]!),
          lines: kept.map((k) => own.lines[k]!),
          issues: i === 0 ? cells.issues : [],
        },
        schema: schema({
          areaName: category("Entity"),
          areaCode: label("Code"),
          period: period("Year"),
          indicator: category("title"),
          value: figure(kind, "value", { marks }),
        }),
      };
    });
  },
};

const names = { rate: "rates", percentage: "percentages", score: "other figures" } as const;

function kindOfTitle(title: string): Derived & keyof typeof names {
  if (/\(percent\)|percentage|share of|%/i.test(title)) return "percentage";
  return /\(rate\)|per 100,000|per 1,000|\brate\b/i.test(title) ? "rate" : "score";
}
