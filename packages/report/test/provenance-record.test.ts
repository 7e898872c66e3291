import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainRow, provenanceJson, provenanceRecord, release, writeAssessment } from "../src/index.ts";
import { deaths, syntheticAssessment } from "./synthetic-assessment.ts";

const given = syntheticAssessment();
const released = release(given);
const record = provenanceRecord(released);

describe("provenanceRecord", () => {
  it("leads every row of every table to files with their hashes", () => {
    const { facts, dataQuality } = released.profile;
    const ids = [...facts, ...released.needs, ...dataQuality].map(({ id }) => id);
    expect(Object.keys(record.rows).sort()).toEqual(ids.sort());
    for (const { chain, sources } of Object.values(record.rows)) {
      const reached = new Set<string>();
      const visit = (id: string): void => {
        const { source, inputs } = record.chains[id]!;
        if (source) reached.add(source);
        inputs.forEach(visit);
      };
      visit(chain);
      expect([...reached].sort()).toEqual(sources);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(record.sources[source]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("holds each chain once", () => {
    const chains = Object.values(record.chains).map((chain) => JSON.stringify(chain));
    expect(new Set(chains).size).toBe(chains.length);
  });

  it("changes, with a file's hash, nothing but the entry of that file", () => {
    const rehashed = JSON.parse(JSON.stringify(given).replaceAll(deaths.sha256, "f".repeat(64))) as typeof given;
    const before = provenanceJson(released).split("\n");
    const after = provenanceJson(release(rehashed)).split("\n");
    const changed = after.filter((line, i) => line !== before[i]);
    expect(after).toHaveLength(before.length);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^"deaths-2023": .*f{64}/);
  });

  it("is a row a line, in the order of ids", () => {
    const text = provenanceJson(released);
    expect(JSON.parse(text)).toEqual(record);
    const rows = text.slice(text.indexOf('"rows": {')).split("\n").slice(1, -3);
    expect(rows).toHaveLength(Object.keys(record.rows).length);
    expect(rows).toEqual([...rows].sort());
  });
});

describe("explainRow", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "popneeds-explain-"));
    await writeAssessment(released, folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("says what, where and when, then the steps, then the files", async () => {
    expect(await explainRow(folder, "premature-mortality/X99000001/2019-2023/all/0-74")).toMatchInlineSnapshot(`
      "Premature mortality, ages 0-74
        Northvale, Upper & Lower (locality X99000001), 2019-2023
        380.5 (340.5 to 422.5) deaths per 100,000 people
        numerator 1522, denominator 400000
        class: observed
        method: directly standardised to ESP 2013, Byar–Dobson limits, 95%
        row premature-mortality/X99000001/2019-2023/all/0-74 of tables/life-expectancy-mortality.csv

      How it was made
        Deaths by cause, sex and age. Synthetic Records Office; edition: 2023, released 2024-05-13; Open Government Licence v3.0; datasets/data/deaths-2023.csv; sha256 deaeeee20230…
          read 400 rows
          summed over sex
        with Small-area population, by sex and age. Synthetic Records Office; edition: mid-2021, first edition, released 2024-05-13; Open Government Licence v3.0; datasets/data/people-2021.csv; sha256 eeeeeee20210…
            read 120 rows
            rolled up to locality, partnership, region and country
        then directly standardised to ESP 2013, Byar–Dobson limits, per 100,000, 95%

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
  });

  it("names the rows that a row of the planning table rests on", async () => {
    expect(await explainRow(folder, "needs/X99000001/aged-75-and-over/+20")).toMatchInlineSnapshot(`
      "People aged 75 and over
        Northvale, Upper & Lower (locality X99000001), 2043 (+20 years)
        5566 people
        change since now 1446 (35.09708737864078%)
        class: modelled
        method: share of the partnership’s projection
        row needs/X99000001/aged-75-and-over/+20 of tables/needs_summary.csv

      Rests on
        aged-75-and-over/X37000001/2043/all/75+
        population/X99000001/2021/all/all

      How it was made
        Population projections. Synthetic Records Office; edition: 2022-based, released 2024-05-13; Open Government Licence v3.0; datasets/data/projections-2022.csv; sha256 eeeeeceeeeee…
          read 900 rows
          summed over sex
        with Small-area population, by sex and age. Synthetic Records Office; edition: mid-2021, first edition, released 2024-05-13; Open Government Licence v3.0; datasets/data/people-2021.csv; sha256 eeeeeee20210…
            read 120 rows
            rolled up to locality, partnership, region and country
        then share of the partnership’s projection

      Files
        Small-area population, by sex and age. Synthetic Records Office
          edition mid-2021, first edition, released 2024-05-13; Open Government Licence v3.0
          datasets/data/people-2021.csv
          sha256 eeeeeee202100000000000000000000000000000000000000000000000000000
        Population projections. Synthetic Records Office
          edition 2022-based, released 2024-05-13; Open Government Licence v3.0
          datasets/data/projections-2022.csv
          sha256 eeeeeceeeeee2022000000000000000000000000000000000000000000000000
      "
    `);
  });

  it("says why there is no figure", async () => {
    const text = await explainRow(folder, "deaths/X99000002/2023/all/all/Drug-related deaths");
    expect(text).toContain("\n  no figure: suppressed\n");
  });

  it("names the nearest rows for an id that is none", async () => {
    await expect(explainRow(folder, "population/X3700001/2021")).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-row] explainRow: no row has the id "population/X3700001/2021"; the nearest are:
        population/X37000001/2021/all/all
        population/X37000001/2023/male/0-4
        population/X37000001/2023/male/5-9
        Fix: Take an id from the column row_id of a table, or from the sources under a paragraph of the page.]
    `);
  });

  it("does not take a name that every object has for a row", async () => {
    await expect(explainRow(folder, "constructor")).rejects.toThrow("[unknown-row]");
  });

  it("says so when the folder holds no assessment", async () => {
    await expect(explainRow(join(folder, "tables"), "x")).rejects.toThrow("[no-assessment]");
  });
});
