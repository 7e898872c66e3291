import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { datasets, filesIn, runPopneeds } from "./run-popneeds.ts";

const out = mkdtempSync(join(tmpdir(), "popneeds-profile-"));
const folder = join(out, "dumfries-and-galloway");
afterAll(() => rmSync(out, { recursive: true, force: true }));

let first: Awaited<ReturnType<typeof runPopneeds>>;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  first = await runPopneeds("profile", "dumfries-and-galloway", "--data", datasets, "--out", out);
  files = filesIn(folder);
});

describe("popneeds profile dumfries-and-galloway", () => {
  it("exits 0, says where the page is on stdout, and what it does on stderr", () => {
    expect(first.code).toBe(0);
    expect(first.out.split("\n").at(-1)).toBe(join(folder, "index.html"));
    expect(first.out).toMatch(/^Dumfries and Galloway: [\d,]+ figures, 4 localities, \d+ withheld$/m);
    expect(first.err.split("\n")[0]).toBe("reading the geography");
  });

  it("writes the page, the tables with their data package, and the provenance", () => {
    const names = [...files.keys()];
    expect(names).toContain("index.html");
    expect(names).toContain("provenance.json");
    expect(names).toContain("tables/datapackage.json");
    expect(names).toContain("tables/needs_summary.csv");
    expect(names.filter((name) => name.endsWith(".csv")).length).toBeGreaterThanOrEqual(7);
  });

  it("draws the burden of disease from rows of the tables, each chart that the section is to have", () => {
    const page = files.get("index.html")!;
    const section = page.slice(
      page.indexOf('aria-labelledby="burden-of-disease"'),
      page.indexOf('id="what-this-means'),
    );
    const charts = [...section.matchAll(/<figure class="chart" id="chart-([^"]+)">[\s\S]*?<desc[^>]*>(\w+)/g)];
    expect(charts.map(([, id, kind]) => `${id}: ${kind}`)).toEqual([
      "causes-of-years-lost: Treemap",
      "years-lost-by-age: Stacked",
      "deprivation-gradient: Dots",
      "why-years-lost-changed: Waterfall",
      "ranks-then-and-now: Ranks",
      "life-expectancy-gap: Stacked",
      "years-lost-ahead: Line",
      "why-years-lost-will-change: Waterfall",
    ]);
    expect(section).toContain("Years lived with disability are not shown");
  });

  it("tells the burden so that its parts add up, in the tables as in the page", () => {
    const rows = csvRows(files.get("tables/burden-of-disease-and-projected-need.csv")!);
    const value = (id: string) => Number(rows.find(({ row_id }) => row_id === id)!["value"]);
    const sum = (of: (row: Readonly<Record<string, string>>) => boolean, column = "value") =>
      rows.filter(of).reduce((total, row) => total + Number(row[column]), 0);
    const change = "change-in-years-of-life-lost/S92000003/2015-2017";
    for (const part of ["growth", "ageing", "rates"])
      expect(rows.some(({ row_id }) => row_id === `${change}/${part}`)).toBe(true);
    expect(value(`${change}/growth`) + value(`${change}/ageing`) + value(`${change}/rates`)).toBeCloseTo(
      value(`${change}/2015-2017`) - value(`${change}/2000-2002`),
      6,
    );
    const ahead = "change-in-expected-years-of-life-lost/S37000006/2043";
    expect(
      value("expected-years-of-life-lost/S37000006/2023") + value(`${ahead}/growth`) + value(`${ahead}/ageing`),
    ).toBeCloseTo(value("expected-years-of-life-lost/S37000006/2043"), 6);
    // Shares of causes make 100; years by age make the years by cause.
    const own = (indicator: string) => (row: Readonly<Record<string, string>>) =>
      row["indicator"] === indicator && row["area_code"] === "S37000006";
    expect(sum(own("share-of-years-of-life-lost"))).toBeCloseTo(100, 9);
    expect(sum(own("years-of-life-lost-by-age"))).toBeCloseTo(
      sum((row) => own("years-of-life-lost")(row) && row["category"] !== "", "numerator"),
      6,
    );
    const gap = rows.filter(
      ({ indicator, age, category }) =>
        indicator === "life-expectancy-gap-between-sexes" && age !== "all" && category !== "",
    );
    expect(gap.reduce((total, row) => total + Number(row["value"]), 0)).toBeCloseTo(
      value("life-expectancy-gap-between-sexes/S92000003/2015-2017"),
      9,
    );
  });

  it("names every row once, with where it comes from", () => {
    const provenance = JSON.parse(files.get("provenance.json")!);
    const rows = [...files].flatMap(([name, text]) => (name.endsWith(".csv") ? csvRows(text) : []));
    const ids = rows.map((row) => row["row_id"]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(provenance.rows).sort()).toEqual([...ids].sort());
    for (const row of rows) expect(provenance.rows[row["row_id"]!].sources.join(";")).toBe(row["source_ids"]);
    for (const { sources } of Object.values(provenance.rows) as { sources: string[] }[])
      expect(sources.length).toBeGreaterThan(0);
  });

  it("names every file by the hash of its bytes", async () => {
    const { sources } = JSON.parse(files.get("provenance.json")!) as {
      sources: Record<string, { file: string; sha256: string }>;
    };
    const shipped = filesIn(join(datasets, "data"));
    expect(Object.keys(sources).length).toBeGreaterThan(20);
    for (const { file, sha256 } of Object.values(sources)) {
      const [name] = [...shipped.keys()].filter((path) => path.endsWith(file.replace(/^data\//, "")));
      expect([file, sha256]).toEqual([file, createHash("sha256").update(shipped.get(name!)!).digest("hex")]);
    }
  });

  it("holds what the localities and Scotland are known by", () => {
    const demography = csvRows(files.get("tables/demography.csv")!);
    const people = new Map(
      demography.filter((row) => row["indicator"] === "population").map((row) => [row["area_name"], row["value"]]),
    );
    // National Records of Scotland, small area population estimates mid-2021.
    expect(people.get("Dumfries and Galloway")).toBe("148790");
    expect(people.get("Scotland")).toBe("5479900");
    expect(people.get("Nithsdale")).toBe("58678");
    expect(people.get("Stewartry")).toBe("23931");
  });

  it("gives the same bytes a second time, says nothing when it is to be quiet, and prints JSON", async () => {
    const args = ["profile", "S37000006", "--data", datasets, "--out", out, "--quiet", "--json"];
    const second = await runPopneeds(...args);
    expect([second.code, second.err]).toEqual([0, ""]);
    expect(filesIn(folder)).toEqual(files);
    const result = JSON.parse(second.out);
    expect(result).toMatchObject({
      area: { code: "S37000006", level: "partnership", name: "Dumfries and Galloway" },
      folder,
      withheld: 0,
      issues: [],
    });
    expect(result.files.map(({ path }: { path: string }) => path).sort()).toEqual([...files.keys()].sort());
    for (const { path, sha256 } of result.files)
      expect(sha256).toBe(createHash("sha256").update(files.get(path)!).digest("hex"));
  });

  it("takes an alias in another case for the same area", async () => {
    const made = await runPopneeds("profile", "DUMFRIES & galloway", "--data", datasets, "--out", out, "--quiet");
    expect([made.code, made.out.split("\n").at(-1)]).toEqual([0, join(folder, "index.html")]);
  });
});

describe("popneeds explain", () => {
  it("prints the chain of a row in the last output", async () => {
    const id = "population/S37000006/2021";
    const { code, out: text } = await runPopneeds("explain", id, "--out", out);
    expect(code).toBe(0);
    expect(text).toContain("148790 people");
    expect(text).toContain("data/population/small-area-2021.csv");
    expect(text).toMatch(/sha256 [0-9a-f]{64}/);
    const named = await runPopneeds("explain", id, "--in", folder, "--json");
    expect(JSON.parse(named.out)).toMatchObject({ row: id, folder, explanation: text.split("\n") });
  });

  it("explains a row of the planning table by the rows it rests on", async () => {
    const { code, out: text } = await runPopneeds("explain", "needs/home-care/S37000006/+20", "--in", folder);
    expect(code).toBe(0);
    expect(text).toContain("Rests on");
    expect(text).toContain("home-care/S37000006/2023-24-Q4/age-65-74");
  });

  it("explains every kind of row there is", async () => {
    const rows = [...files].flatMap(([name, text]) => (name.endsWith(".csv") ? csvRows(text) : []));
    const one = new Map(rows.map((row) => [row["indicator"] ?? row["topic"], row]));
    for (const row of one.values()) {
      const { code, out: text } = await runPopneeds("explain", row["row_id"]!, "--in", folder);
      expect(code).toBe(0);
      for (const source of row["source_ids"]!.split(";")) expect(text).not.toContain(`undefined ${source}`);
      expect(text).toContain(row["method"]);
    }
  }, 120_000);

  it("refuses a row that is not there, with the nearest", async () => {
    const { code, out: text, err } = await runPopneeds("explain", "population/S37000006/2020", "--in", folder);
    expect([code, text]).toEqual([2, ""]);
    expect(err).toContain('no row has the id "population/S37000006/2020"');
    expect(err).toContain("population/S37000006/2021");
  });
});
