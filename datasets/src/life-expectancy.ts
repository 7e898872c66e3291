import { check } from "./build-error.ts";
import { codeColumn, levelColumn, sexColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND } from "./hierarchy.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { number, text } from "./raw-row.ts";

const FILE = "indicators/statsgovscot_life_expectancy_council.csv.gz";
const MEASURES = ["Count", "95% Lower Confidence Limit", "95% Upper Confidence Limit"];

/** Life expectancy at birth of councils, boards and Scotland. */
export function lifeExpectancyTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const levelOf = (code: string): string | null => {
    if (code === SCOTLAND) return "country";
    return hierarchy.councils.has(code) ? "council" : hierarchy.boards.has(code) ? "board" : null;
  };
  const found = new Map<string, (number | undefined)[]>();
  for (const row of raw.rows(FILE)) {
    const code = text(row, "feature_code");
    if (text(row, "simd_quintiles") !== "All" || text(row, "urban_rural_classification") !== "All") continue;
    if (levelOf(code) === null) {
      check(code.startsWith("S16"), row, `${code} is no current council, board, constituency or country`);
      continue;
    }
    check(text(row, "units") === "Years", row, `the unit is "${text(row, "units")}", not Years`);
    const age = /^(\d+) years$/.exec(text(row, "age"));
    check(age !== null, row, () => `"${text(row, "age")}" is not an age`);
    const measure = MEASURES.indexOf(text(row, "measurement"));
    check(measure !== -1, row, () => `"${text(row, "measurement")}" is not a measure known here`);
    const key = [code, text(row, "date_code"), text(row, "sex").toLowerCase(), age[1]].join(" ");
    const values = found.get(key) ?? [];
    check(values[measure] === undefined, row, `${key} has ${MEASURES[measure]} twice`);
    values[measure] = number(row, "value");
    found.set(key, values);
  }
  const rows = [...found].map(([key, values]): Cell[] => {
    const [code, period, sex, age] = key.split(" ") as [string, string, string, string];
    const [value, lower, upper] = values as [number, number, number];
    check(
      lower < value && value < upper,
      { file: FILE },
      `${key}: ${value} does not lie between ${lower} and ${upper}`,
    );
    return [code, levelOf(code)!, period, sex, Number(age), value, lower, upper];
  });
  check(rows.length === 940, { file: FILE }, `${rows.length} values, not 47 areas x 10 periods x 2 sexes`);
  return {
    name: "mortality/life-expectancy",
    title: "Life expectancy at birth",
    description:
      "Years a newborn would live on average at the mortality of the period, with 95% confidence limits: councils, boards and Scotland, 2007-2009 to 2016-2018.",
    columns: [
      codeColumn("area", "Code of the area."),
      levelColumn("council", "board", "country"),
      { name: "period", type: "string", description: "Three calendar years.", pattern: "[0-9]{4}-[0-9]{4}" },
      sexColumn,
      { name: "age", type: "integer", description: "Exact age at which it is counted; 0 is birth." },
      { name: "expectancy", type: "number", description: "Years." },
      { name: "lower", type: "number", description: "Lower 95% limit." },
      { name: "upper", type: "number", description: "Upper 95% limit." },
    ],
    key: ["area", "period", "sex", "age"],
    rows,
    publisher: NRS,
    edition: "statistics.gov.scot, periods 2007-2009 to 2016-2018",
    class: "published",
    sources: [{ title: "Life Expectancy", organisation: NRS, path: "https://statistics.gov.scot/" }],
    rawFiles: [FILE],
    changes: "Value and limits put side by side; parliamentary constituencies and deprivation quintiles left out.",
    caveats: [
      "At birth only: the published file holds no other age.",
      "Ends in 2016-2018. A later value for councils, 2020-2022, is in indicators/scotpho-council, without Scotland.",
      "Populations from before the rebasing to Census 2022.",
    ],
  };
}
