import type { Issue } from "@popneeds/core";
import { age, amount, area, category, constant, figure, type KeyField, label, period, sex } from "../../field.ts";
import { renamedColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { ageInWords } from "./age-in-words.ts";
import { joinedPieces, piecesOf } from "./joined-pieces.ts";
import { kindOfMetric } from "./kind-of-metric.ts";
import { metricsLicence, metricsPublisher } from "./licence.ts";

const needed = ["measure", "location", "sex", "age", "cause", "metric", "val", "upper", "lower"];
const sexes = { Female: "female", Male: "male" } as const;
/** The part of a file that rows go to, by how their age is to be taken; all ages are the total of either. */
const endings = { all: "", "in years": "", "in words": ", ages in words", standardised: ", age-standardised" } as const;

/**
 * A download of the results tool of the Global Burden of Disease, in any of its layouts: names only; ids and names; change
 * between two years; risks; with population groups; and an archive that holds the answer in pieces.
 *
 * Each measure in its metric is a part, and age-standardised rates are parts of their own. The upper limit stands before the
 * lower one. `Percent` and a change are proportions and are not multiplied. `Both` sexes and all ages are totals. Ages are
 * bands of years where they are; days and months keep their words. Places are known by their id, since names are not unique.
 */
export const burdenOfDiseaseReader: Reader = {
  name: "global-burden-of-disease",
  title: "Global Burden of Disease, results tool",
  publisher: metricsPublisher,
  licence: metricsLicence,
  evidence: "modelled",
  recognise(file) {
    const [piece, ...more] = piecesOf(file, fits);
    if (!piece) return null;
    const header = named(piece.head.find((line) => line.trim() !== "")!.split(","));
    const layout = [
      header.includes("year_start") ? "a change between two years" : "a year",
      ...(header.includes("rei") ? ["a risk (rei)"] : []),
      ...(header.includes("population_group") ? ["a population group"] : []),
    ];
    const pieces = more.length > 0 ? `${more.length + 1} pieces, whose header` : "its header";
    return `${pieces} has measure, location, metric, val, upper and lower, with ${layout.join(", ")}`;
  },
  parts(file) {
    const read = joinedPieces(file, fits);
    const cells = renamedColumns(
      read,
      Object.fromEntries(read.header.map((text) => [text, text.replace(/_name$/, "")])),
    );
    const change = cells.header.includes("year_start");
    const at = (text: string) => cells.header.indexOf(text);
    if (needed.some((text) => at(text) === -1)) return [broken(cells)];
    const [measureAt, metricAt, ageAt] = [at("measure"), at("metric"), at("age")];
    const issues = [
      ...cells.issues,
      ...limitsOutOfOrder(cells, { value: "val", lower: "lower", upper: "upper" }),
      ...proportions(cells, change),
      ...causesNest(cells),
    ];
    const groups = rowsBy(cells, (row) => [
      row[measureAt]!.trim(),
      row[metricAt]!.trim(),
      endings[ageInWords(row[ageAt]!.trim())],
    ]);
    return groups.map(({ texts: [measure, metric, ages], cells: own }, i) =>
      partOf({ measure, metric, ages, cells: { ...own, issues: i === 0 ? issues : [] } }, change),
    );
  },
};

interface Group {
  readonly measure: string;
  readonly metric: string;
  readonly ages: string;
  readonly cells: RawTable;
}

function partOf({ measure, metric, ages, cells }: Group, change: boolean): Part {
  const { header, rows } = cells;
  const has = (text: string) => header.includes(text);
  const valAt = header.indexOf("val");
  const kind = kindOfMetric(measure, metric, change);
  const additive = (kind === "count" || kind === "years") && !rows.some((row) => row[valAt]!.trim().startsWith("-"));
  const unread = ["measure", "measure_id", "metric", "metric_id", "sex_id", "age_id", "population_group_id"];
  if (ages === endings.standardised) unread.push("age");
  const totals = { totals: ["All ages", "All Ages", "All age"] };
  const keys: Record<string, KeyField> = {
    measure: constant(measure),
    ...(has("population_group") ? { populationGroup: category("population_group") } : {}),
    ...(has("location_id")
      ? { area: area("location_id"), areaName: label("location") }
      : { areaName: category("location") }),
    ...(change ? { from: period("year_start"), to: period("year_end") } : { period: period("year") }),
    sex: sex("sex", sexes, { totals: ["Both"] }),
    ...(ages === endings.standardised
      ? {}
      : { age: ages === endings["in words"] ? category("age", totals) : age("age", totals) }),
    ...(has("cause_id") ? { causeId: label("cause_id") } : {}),
    cause: label("cause"),
    ...(has("rei_id") ? { riskId: label("rei_id") } : {}),
    ...(has("rei") ? { risk: label("rei") } : {}),
  };
  return {
    name: `${measure}, ${change ? `change of ${metric.toLowerCase()}` : metric}${ages}`,
    cells: withoutColumns(cells, (text) => unread.includes(text)),
    schema: schema({
      ...keys,
      value: additive ? amount(kind, "val") : figure(kind === "count" || kind === "years" ? "score" : kind, "val"),
      lower: figure("limit", "lower"),
      upper: figure("limit", "upper"),
    }),
  };
}

/** The names of columns without `_name`. */
function named(header: readonly string[]): readonly string[] {
  return header.map((text) =>
    text
      .trim()
      .replaceAll('"', "")
      .replace(/_name$/, ""),
  );
}

function fits(header: readonly string[]): boolean {
  const names = named(header);
  return (
    needed.every((text) => names.includes(text)) &&
    (names.includes("year") || (names.includes("year_start") && names.includes("year_end")))
  );
}

/** A table whose header is not what it was: reading it says which columns are missing. */
function broken(cells: RawTable): Part {
  const keys = Object.fromEntries(needed.slice(0, 6).map((text) => [text, label(text)]));
  return { name: "", cells, schema: schema({ ...keys, val: figure("score", "val") }) };
}

/** A note where all causes stand among others, which they hold: what is below them may be of several levels too. */
function causesNest({ file, header, rows }: RawTable): readonly Issue[] {
  const at = header.indexOf("cause");
  const causes = new Set(rows.map((row) => row[at]!.trim()));
  if (causes.size < 2 || ![...causes].some((cause) => /^all causes$/i.test(cause))) return [];
  return [
    {
      code: "causes-nest",
      severity: "note",
      file,
      column: "cause",
      message: `all causes stand among the ${causes.size.toLocaleString("en-GB")} causes, and hold the others`,
      fix: "Take causes of one level before adding them.",
    },
  ];
}

function proportions({ file, header, rows, lines }: RawTable, change: boolean): readonly Issue[] {
  const [valAt, metricAt] = [header.indexOf("val"), header.indexOf("metric")];
  const percent = rows.some((row) => row[metricAt]!.trim() === "Percent");
  if (!change && !percent) return [];
  const above = change
    ? []
    : rows.flatMap((row, i) => (row[metricAt]!.trim() === "Percent" && Number(row[valAt]) > 1 ? [lines[i]!] : []));
  return [
    {
      code: "proportion",
      severity: "note",
      file,
      column: "val",
      message: change
        ? "val is a change as a proportion: 0.25 is 25 % more. It was not multiplied"
        : "what the tool calls Percent is a proportion from 0 to 1. It was not multiplied",
      fix: "Multiply by 100 where a percentage is shown.",
    },
    ...saidOnce(
      {
        code: "proportion-above-one",
        severity: "warning",
        file,
        column: "val",
        fix: "Find out whether the file was multiplied by 100 on its way.",
      },
      above,
      (count) => `val is above 1, and its metric is Percent, in ${count}`,
    ),
  ];
}
