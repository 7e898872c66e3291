import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readOwnCsv } from "../src/csv.ts";
import { dataQualityCsv, dataQualityTable } from "../src/data-quality-table.ts";
import { assessmentFiles, explainRow, pageHtml, release, writeAssessment } from "../src/index.ts";
import { syntheticAssessment } from "./synthetic-assessment.ts";

const given = syntheticAssessment();
const released = release(given);
const { document } = parseHTML(pageHtml(released));

describe("the quality of the data used", () => {
  it("is a table of its own, a row for each data set, in the order of row ids", () => {
    expect(dataQualityCsv(released)).toMatchInlineSnapshot(`
      "row_id,data_set,title,publisher,edition,released,class,first_day,last_day,periods,areas,rows,rows_refused,figures_missing,gaps,totals_compared,totals_agree,totals_within_rounding,totals_apart,compared_with,counts_looked_at,counts_far_from_past,breaks,method,source_ids
      data-quality/deaths-2023,deaths-2023,"Deaths by cause, sex and age",Synthetic Records Office,2023,2024-05-13,observed,2004-01-01,2023-12-31,20,4,1400,2,31,1,80,70,9,1,people-2021,64,3,the classification <changed> in 2011,counted by hand,deaths-2023;people-2021
      data-quality/people-2021,people-2021,"Small-area population, by sex and age",Synthetic Records Office,"mid-2021, first edition",2024-05-13,observed,2021-01-01,2021-12-31,1,60,120,0,0,0,12,12,0,0,,0,0,,counted by hand,people-2021
      "
    `);
    expect(assessmentFiles(released).get("tables/data-quality.csv")).toBe(dataQualityCsv(released));
    expect(dataQualityTable(released).sources.map(({ id }) => id)).toEqual(["deaths-2023", "people-2021"]);
  });

  it("is described in the data package, every column of it", () => {
    const { resources } = JSON.parse(assessmentFiles(released).get("tables/datapackage.json")!);
    const described = resources.find(({ name }: { name: string }) => name === "data-quality");
    expect(described.schema.fields.map(({ name }: { name: string }) => name).join(",")).toBe(
      dataQualityCsv(released).split("\n")[0],
    );
  });

  it("stands on the page, each figure one of the table", () => {
    const rows = new Map(readOwnCsv(dataQualityCsv(released)).map((row) => [row.row_id, row]));
    const figures = [...document.querySelectorAll("#data-quality data")];
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) {
      const row = rows.get(figure.getAttribute("data-row")!)!;
      expect(row[figure.getAttribute("data-part")!]).toBe(figure.getAttribute("value"));
      expect(figure.textContent).toBe(Number(figure.getAttribute("value")).toLocaleString("en-GB"));
    }
    const cells = [...document.querySelectorAll("#data-quality tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) =>
        cell.innerHTML.replaceAll("</span> <span", "</span>; <span").replaceAll(/<[^>]*>/g, ""),
      ),
    );
    expect(cells).toMatchInlineSnapshot(`
      [
        [
          "2004 to 2023; 20 periods",
          "1,400 rows; 4 areas; 2 refused",
          "70 of 80 add up; 9 within rounding; 1 does not",
          "31 figures missing; 1 area and period without a row; 3 of 64 counts far from their past; the classification &lt;changed&gt; in 2011",
        ],
        [
          "2021; 1 period",
          "120 rows; 60 areas; 0 refused",
          "all 12 add up",
          "nothing",
        ],
      ]
    `);
  });

  it("says which totals are not the sum of their parts, and what may be why", () => {
    const text = document.querySelector("[aria-labelledby=data-used-and-their-quality] p")!.textContent;
    expect(text).toContain("Some totals are not the sum of their parts: Deaths by cause, sex and age.");
    const sound = { ...given, profile: { ...given.profile, dataQuality: given.profile.dataQuality.slice(0, 1) } };
    expect(pageHtml(release(sound))).toContain("Wherever a total stands beside its parts, it is their sum");
    const none = { ...given, profile: { ...given.profile, dataQuality: [] } };
    expect(pageHtml(release(none))).toContain("Nothing is known about the quality of the data.");
  });

  it("is explained, row by row", async () => {
    const folder = await mkdtemp(join(tmpdir(), "popneeds-quality-"));
    try {
      await writeAssessment(released, folder);
      expect(await explainRow(folder, "data-quality/deaths-2023")).toMatchInlineSnapshot(`
        "Deaths by cause, sex and age: how good the data are
          Synthetic Records Office; 2023, released 2024-05-13
          2004-01-01 to 2023-12-31, periods: 20; areas: 4
          rows: 1400, refused: 2; figures missing: 31; areas and periods without a row: 1
          totals compared with the sum of their parts: 80; agree: 70, within rounding: 9, apart: 1
          compared with: people-2021
          counts compared with their past: 64; far from it, to look at: 3
          breaks: the classification <changed> in 2011
          class: observed
          method: counted by hand
          row data-quality/deaths-2023 of tables/data-quality.csv

        How it was made
          Deaths by cause, sex and age. Synthetic Records Office; edition: 2023, released 2024-05-13; Open Government Licence v3.0; datasets/data/deaths-2023.csv; sha256 deaeeee20230…
            read 400 rows
            summed over sex
          with Small-area population, by sex and age. Synthetic Records Office; edition: mid-2021, first edition, released 2024-05-13; Open Government Licence v3.0; datasets/data/people-2021.csv; sha256 eeeeeee20210…
          then counted its rows

        Files
          Deaths by cause, sex and age. Synthetic Records Office
            edition 2023, released 2024-05-13; Open Government Licence v3.0
            datasets/data/deaths-2023.csv
            sha256 deaeeee202300000000000000000000000000000000000000000000000000000
          Small-area population, by sex and age. Synthetic Records Office
            edition mid-2021, first edition, released 2024-05-13; Open Government Licence v3.0
            datasets/data/people-2021.csv
            sha256 eeeeeee202100000000000000000000000000000000000000000000000000000
        "
      `);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("has no two rows of one id", () => {
    const [first] = given.profile.dataQuality;
    const twice = { ...given, profile: { ...given.profile, dataQuality: [first!, first!] } };
    expect(() => release(twice)).toThrow("[duplicate-row]");
  });
});
