import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, text } from "./raw-row.ts";

const FILE = "population/census2022_disability_dz11.csv.gz";
const ANSWERS = [
  ["limited_a_lot", "Day-to-day activities limited a lot"],
  ["limited_a_little", "Day-to-day activities limited a little"],
  ["not_limited", "Day-to-day activities not limited"],
] as const;

/** Residents by whether a long-term condition limits what they do, Census 2022. */
export function limitingConditionsTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const zones = new Map<string, { all: number; answers: Map<string, number> }>();
  for (const row of raw.rows(FILE)) {
    const zone = text(row, "dz11_code");
    const answer = ANSWERS.find(([, published]) => published === text(row, "disability"));
    check(answer !== undefined, row, () => `"${text(row, "disability")}" is not one of the three answers`);
    const all = count(row, "total_residents");
    const found = zones.get(zone) ?? { all, answers: new Map() };
    check(found.all === all, row, `${zone} has two totals: ${found.all} and ${all}`);
    check(!found.answers.has(answer[0]), row, `${zone} has ${answer[0]} twice`);
    found.answers.set(answer[0], count(row, "n"));
    zones.set(zone, found);
  }
  checkZones(hierarchy, zones.keys(), FILE);
  const rows = [...zones].map(([zone, { all, answers }]) => {
    check(answers.size === 3, { file: FILE }, `${zone} has ${answers.size} answers, not 3`);
    const parts = ANSWERS.map(([name]) => answers.get(name)!);
    const noise = parts.reduce((a, b) => a + b, 0) - all;
    check(
      Math.abs(noise) <= 20,
      { file: FILE },
      `${zone}: answers sum to ${noise} more than residents: more than noise`,
    );
    return [zone, all, ...parts];
  });
  return {
    name: "census/limiting-conditions-2022",
    title: "Long-term conditions that limit activities, Census 2022",
    description:
      "Residents by whether day-to-day activities are limited by a health problem or disability that has lasted or will last 12 months.",
    columns: [
      codeColumn("data_zone", "Data zone of 2011."),
      { name: "all_people", type: "integer", description: "All residents." },
      ...ANSWERS.map(([name, description]) => ({ name, type: "integer", description: `${description}.` }) as const),
    ],
    key: ["data_zone"],
    rows,
    publisher: NRS,
    edition: "Scotland's Census 2022, 20 March 2022",
    class: "observed",
    sources: [
      {
        title: "Scotland's Census 2022: long-term health condition or disability",
        organisation: NRS,
        path: "https://www.scotlandscensus.gov.uk/",
      },
    ],
    rawFiles: [FILE],
    changes: "Answers put side by side; proportions left out.",
    caveats: [
      "Perturbed by the publisher against disclosure: answers need not sum to all_people (by up to 12 in a zone).",
      "All ages together: an older area has more limited people at the same health.",
    ],
  };
}
