import type { Issue } from "@popneeds/core";
import { area, count, figure, period } from "../../field.ts";
import { renamedColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { saidOnce } from "../../published/said-once.ts";
import { wider } from "../../published/wider.ts";
import { type Fields, schema } from "../../schema.ts";
import { dimension, nameOfDimension } from "./dimension.ts";
import { levelOfCode } from "./level-of-code.ts";
import { isKnownMeasurement, kindOfMeasurement, limitIn } from "./measurement.ts";
import { periodOfCode } from "./period-of-code.ts";
import { recodedAreas } from "./recoded-areas.ts";

const columns = ["FeatureCode", "DateCode", "Measurement", "Units", "Value"];
const cleaned = ["feature_code", "date_code", "measurement", "units", "value"];
const marks = { "": "not available", "*": "suppressed", NA: "not available" } as const;

/**
 * The full download of a data set of statistics.gov.scot: a row for each figure, its limits in rows of their own, and a column
 * for each further dimension.
 *
 * Each measurement, in its units, is a part, and so is each level of areas: councils, boards and constituencies stand in one
 * column, and a sum over it would count everybody several times. A value and its 95% limits are brought into one row. `All` of a
 * dimension is a total. The names of columns may also be as R cleans them: `feature_code`.
 */
export const statisticsGovScotReader: Reader = {
  name: "statistics-gov-scot",
  title: "Data set of statistics.gov.scot",
  publisher: "Scottish Government, statistics.gov.scot",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    const names = [columns, cleaned].find((all) => all.every((text) => header.includes(text)));
    return names ? `its header has ${names.slice(0, 4).join(", ")} and ${names[4]}` : null;
  },
  parts(file) {
    const names = Object.fromEntries(cleaned.map((text, i) => [text, columns[i]!]));
    const cells = renamedColumns(csvTable(file), names);
    if (columns.some((text) => !cells.header.includes(text))) return [whole(cells)];
    const groups = measurements(cells);
    return groups.parts.flatMap((group, i) => partsOf(group, i === 0 ? [...cells.issues, ...groups.issues] : []));
  },
};

/** A file whose header is not what it was: reading it by the schema says what is missing. */
function whole(cells: RawTable): Part {
  const fields = { area: area("FeatureCode"), period: period("DateCode"), value: figure("score", "Value") };
  return {
    name: "",
    cells,
    schema: schema({ ...fields, units: dimension("Units", []), of: dimension("Measurement", []) }),
  };
}

/** The rows of one measurement in one unit, with those of its limits. */
interface Measurement {
  readonly name: string;
  readonly units: string;
  readonly cells: RawTable;
}

/** Tells measurements apart; a limit that does not say what it limits belongs to the one measurement in its units. */
function measurements(cells: RawTable): { readonly parts: readonly Measurement[]; readonly issues: readonly Issue[] } {
  const [nameAt, unitsAt] = [cells.header.indexOf("Measurement"), cells.header.indexOf("Units")];
  const inUnits = new Map<string, Set<string>>();
  for (const row of cells.rows) {
    const [units, name] = [row[unitsAt]!.trim(), row[nameAt]!.trim()];
    const limit = limitIn(name);
    const known = inUnits.get(units) ?? new Set();
    inUnits.set(units, known);
    if (!limit) known.add(name);
    else if (limit.of !== null) known.add(limit.of);
  }
  const of = (row: readonly string[]): readonly [name: string, units: string] | null => {
    const [units, text] = [row[unitsAt]!.trim(), row[nameAt]!.trim()];
    const limit = limitIn(text);
    const known = inUnits.get(units)!;
    if (limit && limit.of === null && known.size > 1) return null;
    return [limit ? (limit.of ?? [...known][0] ?? "limits") : text, units];
  };
  const groups = rowsBy(cells, of);
  const unclear = groups.find(({ texts }) => texts === null)?.cells.lines ?? [];
  return {
    parts: groups.flatMap(({ texts, cells: own }) =>
      texts === null ? [] : [{ name: texts[0], units: texts[1], cells: own }],
    ),
    issues: saidOnce(
      {
        code: "limit-of-what",
        severity: "error",
        file: cells.file,
        column: "Measurement",
        fix: "Find out from the publisher which measurement the limits belong to, and write it after a comma.",
      },
      Array.from(unclear),
      (rows) => `${rows} left out: a limit that does not say which of several measurements it is the limit of`,
    ),
  };
}

/** A part for each level of areas. */
function partsOf({ name, units, cells }: Measurement, before: readonly Issue[]): readonly Part[] {
  const valueAt = cells.header.indexOf("Value");
  const areaAt = cells.header.filter((text) => text !== "Units").indexOf("FeatureCode");
  const nameAt = cells.header.indexOf("Measurement");
  const limited = cells.rows.some((row) => limitIn(row[nameAt]!.trim()));
  const values = cells.rows.filter((row) => !limitIn(row[nameAt]!.trim())).map((row) => row[valueAt]!);
  const kind = kindOfMeasurement(name, units, values);
  const levels = rowsBy(
    withoutColumns(cells, (text) => text === "Units"),
    (row) => [levelOfCode(row[areaAt]!.trim())],
  );
  const named: Record<string, string> = { [name]: "value", ...(limited ? { Lower: "lower", Upper: "upper" } : {}) };
  for (const row of cells.rows) named[row[nameAt]!.trim()] = limitIn(row[nameAt]!.trim())?.side ?? "value";
  const fields: Fields = {
    area: area("FeatureCode"),
    period: period("DateCode", periodOfCode),
    ...Object.fromEntries(
      cells.header.flatMap((text, at) =>
        columns.includes(text)
          ? []
          : [
              [
                nameOfDimension(text),
                dimension(
                  text,
                  cells.rows.map((row) => row[at]!),
                ),
              ],
            ],
      ),
    ),
    value: kind === "count" ? count("value", { marks }) : figure(kind, "value", { marks }),
    ...(limited ? { lower: figure("limit", "lower", { marks }), upper: figure("limit", "upper", { marks }) } : {}),
  };
  return levels.map(({ texts: [level], cells: table }, i) => {
    const wide = wider(table, { names: "Measurement", values: "Value", columns: named });
    const issues = [
      ...(i === 0 ? [...before, ...aboutTheKind(cells.file, name, units, kind)] : []),
      ...wide.issues,
      ...(limited
        ? [...incomplete(wide), ...limitsOutOfOrder(wide, { value: "value", lower: "lower", upper: "upper" })]
        : []),
      ...recodedAreas(wide, "FeatureCode", "DateCode"),
    ];
    return { name: `${level}; ${name}, ${units}`, cells: { ...wide, issues }, schema: schema(fields) };
  });
}

/** Rows that have some of a value and its two limits, and not the others: a row of the file was lost. */
function incomplete({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = ["value", "lower", "upper"].map((text) => header.indexOf(text));
  const some = rows.flatMap((row, i) => {
    const blank = at.filter((column) => row[column]!.trim() === "").length;
    return blank > 0 && blank < 3 ? [lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "value-or-limit-missing",
      severity: "warning",
      file,
      fix: "Download the file again; use what is there, and say that the rest is missing.",
    },
    some,
    (count) => `a value or one of its limits is not in the file for ${count}`,
  );
}

function aboutTheKind(file: string, name: string, units: string, kind: string): readonly Issue[] {
  if (name.toLowerCase() === "count" && kind !== "count")
    return [
      {
        code: "count-is-no-count",
        severity: "note",
        file,
        column: "Measurement",
        message: `the rows labelled "${name}" are in ${JSON.stringify(units)}: read as ${kind}, which never adds up`,
        fix: "Nothing to do.",
      },
    ];
  if (isKnownMeasurement(name)) return [];
  return [
    {
      code: "kind-not-known",
      severity: "note",
      file,
      column: "Measurement",
      message: `it is not known what kind of figure "${name}" in ${JSON.stringify(units)} is: read as a score, which never adds up`,
      fix: "If it can be counted, read the file by a schema of your own.",
    },
  ];
}
