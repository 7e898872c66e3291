import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assess, type DataFolder, loadPlaces, needsSummary, openData, release, writeAssessment } from "popneeds";
import { afterAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { datasets, filesIn } from "./run-popneeds.ts";

const out = mkdtempSync(join(tmpdir(), "popneeds-areas-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const data = readOnce(await openData(datasets));
const places = await loadPlaces(data);
const everywhere = process.env["POPNEEDS_ALL_AREAS"] !== undefined;
const sample = [
  "falkirk",
  "clackmannanshire-and-stirling",
  "orkney-islands",
  "highland",
  "glasgow-city",
  "S37000006",
  "S12000006",
  "S12000005",
  "S08000017",
  "S08000020",
  "region-later:west",
  "S92000003",
  "dumfries-and-galloway/nithsdale",
];
const levels = ["partnership", "council", "board", "region", "country", "locality"];
const areas = everywhere ? levels.flatMap((level) => places.areasAt(level)) : sample.map((text) => places.find(text));

describe.each(areas.map((area) => [area.name, area.level, area] as const))("%s, %s", (_, __, area) => {
  it("has a profile that holds together", async () => {
    const { profile, folder } = await assess(data, area.code, { places });
    const needs = needsSummary(profile);
    await writeAssessment(release({ profile, needs }), join(out, folder));
    const files = filesIn(join(out, folder));
    const rows = [...files].flatMap(([name, text]) => (name.endsWith(".csv") ? csvRows(text) : []));
    const page = files.get("index.html")!;

    expect(profile.area.code).toBe(area.code);
    expect(profile.summary.length).toBeGreaterThanOrEqual(area.level === "locality" ? 1 : 5);
    expect(profile.sections.length).toBeGreaterThanOrEqual(4);
    expect(page).toContain(`${area.name.replaceAll("&", "&amp;").replaceAll("'", "&#39;")}`);
    expect(page).not.toMatch(/\b(?:undefined|NaN|Infinity|\[object Object\])\b/);
    const text = [...files].filter(([name]) => name !== "index.html").map(([, content]) => content);
    for (const content of text) expect(content).not.toMatch(/\b(?:undefined|NaN)\b|\bInfinity\b/);

    // An area is never compared with itself under another code.
    const own = new Set(profile.twins!.map(({ code }) => code));
    expect(profile.comparators.filter(({ code }) => own.has(code))).toEqual([]);
    const againstOwn = [...own].map((code) => `difference-from-${code}`);
    const mirrored = profile.facts.filter(
      ({ area: of, category }) => own.has(of) && againstOwn.some((end) => category.endsWith(end)),
    );
    expect(mirrored.map(({ id }) => id)).toEqual([]);

    // The localities' people are the area's people, and a place without localities says why.
    const people = (code: string) => Number(rows.find((row) => row["row_id"] === `population/${code}/2021`)?.["value"]);
    if (profile.localities.length > 0)
      expect(profile.localities.reduce((sum, { code }) => sum + people(code), 0)).toBe(people(area.code));
    else if (area.level !== "locality") expect(profile.withoutLocalities).toMatch(/\w/);
    expect(people(area.code)).toBeGreaterThan(1000);

    // Shares lie between 0 and 100, limits around their figure, people are whole and not negative.
    for (const row of rows.filter(({ value }) => value !== undefined && value !== "")) {
      const { row_id: id, unit, value, lower, upper, indicator } = row as Record<string, string>;
      const isChange = /change|difference-from/.test(id!);
      if (unit === "%" && !isChange) expect([id, Number(value) >= 0 && Number(value) <= 100]).toEqual([id, true]);
      if (lower !== "" && upper !== "")
        expect([id, Number(lower) <= Number(value) && Number(value) <= Number(upper)]).toEqual([id, true]);
      if (indicator === "life-expectancy-at-birth" && !isChange)
        expect([id, Number(value) > 65 && Number(value) < 90]).toEqual([id, true]);
      if (unit === "people" && !isChange) expect([id, Number(value) >= 0]).toEqual([id, true]);
    }
  });
});

/** A data folder that reads each table once, however many areas are asked for. */
function readOnce(folder: DataFolder): DataFolder {
  const tables = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    if (!tables.has(key)) tables.set(key, read());
    return tables.get(key) as Promise<T>;
  };
  return {
    ...folder,
    records: (name, columns) => once(`${name} ${columns.join(" ")}`, () => folder.records(name, columns)),
    table: (name, schema) => once(name, () => folder.table(name, schema)),
  };
}
