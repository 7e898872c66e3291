import { check } from "./build-error.ts";
import type { Cell, DataTable } from "./data-table.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, type RawRow, text } from "./raw-row.ts";

const FILE = "tables/standard_populations.csv";
const STANDARDS = [
  { id: "esp2013", published: "esp2013", last: 90 },
  { id: "esp2013-95-and-over", published: "esp2013", last: 95 },
  { id: "esp1976", published: "esp1976", last: 85 },
  { id: "segi-1960", published: "segi_world_1960", last: 85 },
] as const;

/** Standard populations whose weights may be restated. */
export function standardPopulationTable(raw: RawFiles): DataTable {
  const published = raw.rows(FILE);
  return {
    name: "standards/standard-populations",
    title: "Standard populations",
    description: "Weights by age for direct standardisation; each standard sums to 100,000.",
    columns: [
      {
        name: "standard",
        type: "string",
        description:
          "esp2013: European 2013, open from 90. esp2013-95-and-over: the same with 90-94 apart. esp1976: European 1976. segi-1960: world (Segi, Doll).",
        values: STANDARDS.map(({ id }) => id),
      },
      { name: "age_from", type: "integer", description: "First age of the band." },
      { name: "age_to", type: "integer", description: "First age above the band; blank: open.", blank: true },
      { name: "weight", type: "integer", description: "People of the standard in the band.", minimum: 1 },
    ],
    key: ["standard", "age_from"],
    rows: STANDARDS.flatMap((standard) => bands(published, standard)),
    publisher: "Eurostat; Waterhouse and others; Segi and Doll",
    edition: "European 2013, European 1976, world 1960",
    class: "published",
    licence: "other-open",
    sources: [
      { title: "Revision of the European Standard Population, 2013", organisation: "Eurostat" },
      { title: "Cancer Incidence in Five Continents, volume III, 1976 (Waterhouse and others)", organisation: "IARC" },
      { title: "World standard population, 1960 (Segi, as modified by Doll)", organisation: "Segi and Doll" },
    ],
    rawFiles: [FILE],
    changes:
      "age_to counted from the next band; in esp2013 the bands 90-94 and 95 and over are added up, as Scottish figures end at 90 and over. Standards whose licence forbids it are left out.",
    caveats: ["The WHO 2000-2025 and GBD world standards are not free to ship: load them from your own copy."],
  };
}

function bands(published: readonly RawRow[], { id, published: name, last }: (typeof STANDARDS)[number]): Cell[][] {
  const rows = published.filter((row) => text(row, "standard_id") === name);
  const starts = rows.map((row) => count(row, "age_start"));
  for (const [at, row] of rows.entries()) {
    const end = text(row, "age_end");
    const next = starts[at + 1];
    check(
      next === undefined ? end === "" : Number(end) + 1 === next,
      row,
      () => `the band ${starts[at]}-${end} and the next, from ${next}, leave a gap`,
    );
  }
  const weights = new Map<number, number>();
  for (const [at, row] of rows.entries()) {
    const from = Math.min(starts[at]!, last);
    weights.set(from, (weights.get(from) ?? 0) + count(row, "weight"));
  }
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  check(sum === 100_000, { file: FILE }, `${name} sums to ${sum}, not to 100000`);
  const froms = [...weights.keys()];
  check(froms.at(-1) === last, { file: FILE }, `the last band of ${id} begins at ${froms.at(-1)}, not at ${last}`);
  return froms.map((from, at) => [id, from, froms[at + 1] ?? null, weights.get(from)!]);
}
