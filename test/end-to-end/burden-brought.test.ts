import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { dataFolderCopy } from "./data-folder-copy.ts";
import { filesIn, runPopneeds } from "./run-popneeds.ts";

/** SYNTHETIC: round figures of our own, of no study; only the areas are real. */
const table = `area,period,sex,cause,years_of_life_lost,years_lived_with_disability
S92000003,2019,all,Back pain,0,90000
S92000003,2019,all,Ischaemic heart disease,80000,10000
S92000003,2019,all,All causes,600000,500000
S12000006,2019,all,Back pain,0,2600
S12000006,2019,all,Ischaemic heart disease,2700,310
S12000006,2019,all,All causes,19000,15000
`;
const ids = ["years-lived-with-disability", "disability-adjusted-life-years"];
const gap = "Years lived with disability, and so the whole burden of disease";

const data = dataFolderCopy();
const out = join(data.folder, "out");
afterAll(() => data.remove());

async function page(area: string) {
  const { code, err } = await runPopneeds("profile", area, "--data", data.folder, "--out", out, "--quiet");
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  const files = filesIn(join(out, area));
  const rows = [...files].flatMap(([name, text]) => (name.endsWith(".csv") ? csvRows(text) : []));
  return {
    gaps: [...files.get("index.html")!.matchAll(/<dl class="gaps">(.*?)<\/dl>/gs)].flatMap(([, list]) =>
      Array.from(list!.matchAll(/<dt>(.*?)<\/dt>/g), ([, what]) => what!),
    ),
    facts: new Map(
      rows.flatMap((row) => (ids.some((id) => row["row_id"]!.startsWith(id)) ? [[row["row_id"], row]] : [])),
    ),
  };
}

describe("a burden table in the data folder", () => {
  let without: Awaited<ReturnType<typeof page>>;
  let withTable: typeof without;
  beforeAll(async () => {
    without = await page("dumfries-and-galloway");
    writeFileSync(join(data.folder, "data", "burden-of-disease.csv"), table);
    data.describe({
      name: "burden-of-disease",
      path: "data/burden-of-disease.csv",
      title: "A synthetic burden table",
      publisher: "nobody",
      edition: "synthetic",
      class: "modelled",
    });
    withTable = await page("dumfries-and-galloway");
  });

  it("gives years lived with disability and DALYs by cause, of its class: 10 000 + 80 000 years over Scotland's people", () => {
    const id = "disability-adjusted-life-years/S92000003/2019/Ischaemic-heart-disease";
    const row = withTable.facts.get(id)!;
    expect([row["numerator"], row["class"], row["source_ids"]!.split(";").includes("burden-of-disease")]).toEqual([
      "90000",
      "modelled",
      true,
    ]);
    expect(Number(row["value"])).toBeCloseTo((90_000 / Number(row["denominator"])) * 100_000, 3);
    expect([...withTable.facts.keys()].sort()).toEqual(
      ids
        .flatMap((indicator) =>
          ["S12000006", "S92000003"].flatMap((area) =>
            ["", "/Back-pain", "/Ischaemic-heart-disease"].map((cause) => `${indicator}/${area}/2019${cause}`),
          ),
        )
        .sort(),
    );
  });

  it("fills the gap that the page names without it", () => {
    expect(without.facts.size).toBe(0);
    expect(without.gaps).toContain(gap);
    // Named once, in those words: not as two titles of indicators besides.
    expect(without.gaps.filter((what) => /^(years lived|disability)/i.test(what))).toEqual([gap]);
    expect(withTable.gaps).toEqual(without.gaps.filter((what) => what !== gap));
  });
});
