import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPlaces, openData } from "popneeds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { datasets, filesIn, runPopneeds } from "./run-popneeds.ts";

const work = mkdtempSync(join(tmpdir(), "popneeds-custom-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const file = join(work, "clusters.csv");
let run: Awaited<ReturnType<typeof runPopneeds>>;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const places = await loadPlaces(await openData(datasets));
  // Two made-up clusters of Nithsdale, which share a zone.
  const zones = places.baseAreas("PY0000002");
  const rows = [
    ...zones.slice(0, 20).map((zone) => `${zone},nith-1,Upper Nith`),
    ...zones.slice(19, 40).map((zone) => `${zone},nith-2,Lower Nith`),
  ];
  writeFileSync(file, `data_zone,area,name\n${rows.join("\n")}\n`);
  run = await runPopneeds("profile", "Upper Nith", "--areas", file, "--out", work, "--data", datasets, "--quiet");
  files = filesIn(join(work, "upper-nith"));
});

describe("popneeds profile of an area of one's own", () => {
  it("is made by name, and says aloud that areas overlap and what is not covered", () => {
    expect([run.code, run.out.split("\n")[0]]).toEqual([0, expect.stringMatching(/^Upper Nith: [\d,]+ figures/)]);
    expect(run.err).toContain("1 data zone lies in several areas");
    expect(run.err).toContain("data zones of Dumfries and Galloway lie in none of the areas");
  });

  it("has the area's people, in tables and on the page, and names the look-up among the sources", () => {
    const rows = [...files].flatMap(([name, text]) => (name.endsWith(".csv") ? csvRows(text) : []));
    const own = rows.filter(({ row_id }) => row_id!.startsWith("population/nith-1/"));
    expect(own).toHaveLength(1);
    const page = files.get("index.html")!;
    expect(page).toContain("Custom area: the needs of its people");
    expect(page).toContain("look-up clusters.csv");
    expect(page).not.toMatch(/\b(?:undefined|NaN|Infinity|\[object Object\])\b/);
    expect(rows.filter(({ row_id }) => row_id!.startsWith("needs/people")).length).toBeGreaterThan(0);
  });

  it("gives it no figure that is published for larger areas only: life expectancy is a gap, mortality of zones is not", () => {
    const rows = csvRows(files.get("tables/mortality-and-life-expectancy.csv")!);
    expect(rows.length).toBeGreaterThan(0);
    const own = rows.filter(({ row_id }) => row_id!.includes("/nith-1/")).map(({ indicator }) => indicator!);
    expect([...new Set(own)].sort()).toEqual(["inequality-in-mortality", "standardised-mortality-ratio"]);
    const page = files
      .get("index.html")!
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ");
    expect(page).toMatch(/Life expectancy at birth :? ?Not published for Upper Nith/);
  });

  it("refuses an unknown area, and a file that names unknown zones", async () => {
    const unknown = await runPopneeds("profile", "Uper Nith", "--areas", file, "--data", datasets);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("nearest: Upper Nith (custom, nith-1)")]);
    const odd = join(work, "odd.csv");
    writeFileSync(odd, "data_zone,area\nS01000385,a\n");
    const refused = await runPopneeds("profile", "a", "--areas", odd, "--data", datasets);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain("[unknown-data-zone]");
  });
});
