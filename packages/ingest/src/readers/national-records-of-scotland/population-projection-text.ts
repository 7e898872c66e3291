import { type Issue, parseAge } from "@popneeds/core";
import { age, constant, count, period, sex } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { projectionVariant } from "./projection-variant.ts";

const countries: Readonly<Record<string, string>> = {
  uk: "K02000001",
  gb: "K03000001",
  en: "E92000001",
  wa: "W92000004",
  sc: "S92000003",
  ni: "N92000002",
};
const fileName = /(?:^|[\\/])([a-z]{2})_([a-z]{3})_opendata(\d{4})\b/i;

/** People projected by variant, sex, single year of age and year. */
export const nationalProjection = schema({
  area: constant(""),
  variant: constant(""),
  sex: sex("Sex", { 1: "male", 2: "female" }),
  age: age("Age"),
  period: period("Year"),
  people: count("People"),
});

/**
 * National population projections as text, from the Office for National Statistics and National Records of Scotland: separated by
 * tabs, a row for each sex (1 males, 2 females) and age, padded with blanks, a column for each year.
 *
 * Country, variant and base year stand in the file's name only, as in `sc_hpp_opendata2016.txt`: without them the file is not
 * read. A sex whose ages leave a gap is a warning.
 */
export const populationProjectionTextReader: Reader = {
  name: "nrs-population-projection-text",
  title: "National population projections, open data",
  publisher: "Office for National Statistics and National Records of Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "projected",
  recognise(file) {
    const [first, second, ...years] = headerOf(file, "\t");
    if (first !== "Sex" || second !== "Age" || years.length === 0 || !years.every(isYear)) return null;
    return `its header, separated by tabs, is Sex, Age and the years ${years[0]} to ${years.at(-1)}`;
  },
  edition({ name }) {
    const year = fileName.exec(name)?.[3];
    return year === undefined ? null : `${year}-based`;
  },
  parts(file) {
    const [, place, letters] = fileName.exec(file.name) ?? [];
    const country = countries[place?.toLowerCase() ?? ""];
    const variant = projectionVariant(letters?.toLowerCase() ?? "");
    if (country === undefined || variant === null) throw unnamed(file.name);
    const read = csvTable(file, { delimiter: "\t" });
    const cells = longer(read, { across: isYear, names: "Year", values: "People" });
    return [
      {
        name: "",
        cells: { ...cells, issues: [...cells.issues, ...agesMissing(read)] },
        schema: schema({ ...nationalProjection.fields, area: constant(country), variant: constant(variant) }),
      },
    ];
  },
};

function isYear(text: string): boolean {
  return /^(19|20|21)\d{2}$/.test(text);
}

function unnamed(file: string) {
  return headerFault(
    "no-variant",
    "the name of the file does not say of which country and variant the projection is, and its rows do not either",
    "Give the file the name that it was published under: sc_ppp_opendata2016.txt.",
    file,
  );
}

/** The ages of each sex must go from 0 to the oldest without a gap. */
function agesMissing({ file, header, rows }: RawTable): readonly Issue[] {
  const [sexAt, ageAt] = [header.indexOf("Sex"), header.indexOf("Age")];
  return [...new Set(rows.map((row) => row[sexAt]?.trim() ?? ""))].flatMap((code): Issue[] => {
    const ages = rows
      .flatMap((row) => (row[sexAt]?.trim() === code ? (parseAge(row[ageAt] ?? "") ?? []) : []))
      .sort((a, b) => a.from - b.from);
    const gap = ages.find(({ from }, i) => from > (i === 0 ? 0 : ages[i - 1]!.to));
    const closed = ages.at(-1)?.to !== Number.POSITIVE_INFINITY;
    if (!gap && !closed) return [];
    return [
      {
        code: "ages-incomplete",
        severity: "warning",
        file,
        message: `the ages of sex ${code} ${gap ? `have a gap before ${gap.label}` : "do not go to the oldest"}: not everybody is counted`,
        fix: "Download the file again: rows were lost.",
      },
    ];
  });
}
