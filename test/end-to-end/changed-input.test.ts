import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { dataFolderCopy } from "./data-folder-copy.ts";
import { filesIn, runPopneeds } from "./run-popneeds.ts";

type Rows = ReadonlyMap<string, Readonly<Record<string, string>>>;

const data = dataFolderCopy();
const out = mkdtempSync(join(tmpdir(), "popneeds-changed-"));
afterAll(() => {
  data.remove();
  rmSync(out, { recursive: true, force: true });
});

async function made(): Promise<{
  readonly rows: Rows;
  readonly provenance: Readonly<Record<string, string>>;
  readonly err: string;
}> {
  const { code, err } = await runPopneeds("profile", "S37000006", "--data", data.folder, "--out", out, "--quiet");
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  const files = filesIn(join(out, "dumfries-and-galloway"));
  const rows = [...files].flatMap(([name, text]) =>
    name.endsWith(".csv") ? csvRows(text).map((row) => [row["row_id"]!, row] as const) : [],
  );
  const { rows: origins } = JSON.parse(files.get("provenance.json")!) as { rows: Record<string, unknown> };
  const provenance = Object.fromEntries(Object.entries(origins).map(([id, origin]) => [id, JSON.stringify(origin)]));
  return { rows: new Map(rows), provenance, err };
}

let before: Awaited<ReturnType<typeof made>>;
beforeAll(async () => {
  before = await made();
});

const cell = (key: string, by: (row: string) => string) => (text: string) =>
  text
    .split("\n")
    .map((row) => (row.startsWith(key) ? by(row) : row))
    .join("\n");
const another = (digits: string) => String(Number(digits) + 1);

describe("changing one input file changes rows that list the file, and no others", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "mortality-life-expectancy",
      "mortality/life-expectancy.csv",
      cell("S12000006,council,2016-2018,male,0,", (row) => row.replace(/,7\d\.\d+,/, ",77.01,")),
      /^life-expectancy-at-birth\/S12000006\/2016-2018\/male/,
    ],
    [
      "population-small-area-2021",
      "population/small-area-2021.csv",
      // A man of 90 or over more in the first data zone of the council, S01007432 to S01007632.
      cell("S01007500,male,", (row) => row.replace(/\d+$/, another)),
      /^population\/P[A-Z]\d+\/2021$/,
    ],
    [
      "geography-areas",
      "geography/areas.csv",
      (text) => text.replace(",Nithsdale,", ",Nithsdale and Upper Nithsdale,"),
      /^population\/P[A-Z]\d+\/2021$/,
    ],
    [
      "social-care-home-care",
      "social-care/home-care.csv",
      cell("S37000006,partnership,2023/24 Q4,85+ years,", (row) =>
        row.replace(/\d+/g, (n) => (Number(n) > 100 && Number(n) < 1500 ? String(Number(n) + 5) : n)),
      ),
      /^needs\/home-care\/S37000006\/\+20$/,
    ],
  ])("%s", async (source, file, by, moves) => {
    data.change(file, by);
    const after = await made();
    data.restore(file);
    expect(after.err).toContain(`${file}: the file is not the one that datapackage.json describes`);
    expect([...after.rows.keys()]).toEqual([...before.rows.keys()]);
    const changed = [...after.rows].filter(
      ([id, row]) =>
        JSON.stringify(row) !== JSON.stringify(before.rows.get(id)) || after.provenance[id] !== before.provenance[id],
    );
    const lists = ([, row]: readonly [string, Readonly<Record<string, string>>]) =>
      row["source_ids"]!.split(";").includes(source);
    expect(changed.filter((row) => !lists(row)).map(([id]) => id)).toEqual([]);
    expect(changed.map(([id]) => id).filter((id) => moves.test(id)).length).toBeGreaterThan(0);
    // Some rows do not list the file, so that the test could fail.
    expect([...after.rows].filter((row) => !lists(row)).length).toBeGreaterThan(
      source === "geography-areas" ? -1 : 100,
    );
  });
});
