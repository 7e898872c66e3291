import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readOwnCsv } from "../src/csv.ts";
import { assessmentFiles, dataPackage, factsCsv, factTables, needsCsv, release } from "../src/index.ts";
import { syntheticAssessment } from "./synthetic-assessment.ts";

const released = release(syntheticAssessment());
const files = assessmentFiles(released);

describe("factsCsv", () => {
  it("has the columns of the published tables, in their order", () => {
    expect(factsCsv(released, "population").split("\n")[0]).toBe(
      "row_id,area_code,area_name,level,period,indicator,sex,age,category,value,lower,upper,unit,per,numerator,denominator,method,class,missing,source_ids",
    );
  });

  it("prints a row in full precision, with its sources", () => {
    expect(factsCsv(released, "life-expectancy-mortality")).toContain(
      '\npremature-mortality/X99000001/2019-2023/all/0-74,X99000001,"Northvale, Upper & Lower",locality,2019-2023,premature-mortality,all,0-74,,380.5,340.5,422.5,"deaths per 100,000 people",100000,1522,400000,"directly standardised to ESP 2013, Byar–Dobson limits, 95%",observed,,deaths-2023;people-2021\n',
    );
  });

  it("prints a withheld row without a figure, and with the reason", () => {
    expect(factsCsv(released, "life-expectancy-mortality")).toContain(
      "\ndeaths/X99000002/2023/all/all/Drug-related deaths,X99000002,Eastmoor,locality,2023,deaths,all,all,Drug-related deaths,,,,deaths,,,,counted,observed,suppressed,deaths-2023\n",
    );
  });

  it("holds every fact once, over all domains, in the order of row ids", () => {
    const ids = factTables(released).flatMap(({ name }) =>
      readOwnCsv(factsCsv(released, name)).map((row) => row.row_id),
    );
    expect([...ids].sort()).toEqual(released.profile.facts.map(({ id }) => id).sort());
    const [first] = factTables(released);
    const own = first!.rows.map(([id]) => String(id));
    expect(own).toEqual([...own].sort());
  });

  it("names the domains it knows when asked for another", () => {
    expect(() => factsCsv(released, "housing")).toThrow(
      '[unknown-domain] factsCsv: unknown domain "housing"; known: life-expectancy-mortality, population, social-care',
    );
  });
});

describe("needsCsv", () => {
  it("has a row for each area, topic and horizon, with what it rests on", () => {
    const [header, ...rows] = needsCsv(released).trimEnd().split("\n");
    expect(header).toBe(
      "row_id,area_code,area_name,level,topic,topic_title,horizon,year,value,change,change_percent,lower,upper,unit,class,method,missing,rests_on,source_ids",
    );
    expect(rows).toHaveLength(released.needs.length);
    expect(rows).toContain(
      "needs/X37000001/aged-75-and-over/+5,X37000001,Synthetic partnership,partnership,aged-75-and-over,People aged 75 and over,+5,2028,11661,1221,11.695402298850574,,,people,projected,published projection,,aged-75-and-over/X37000001/2028/all/75+;population/X37000001/2021/all/all,people-2021;projections-2022",
    );
  });
});

describe("dataPackage", () => {
  const described = JSON.parse(dataPackage(released)) as {
    resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[];
  };

  it("gives the bytes and hash of each table as it is written", () => {
    for (const { path, bytes, hash } of described.resources) {
      const text = files.get(`tables/${path}`)!;
      expect(bytes, path).toBe(Buffer.byteLength(text));
      expect(hash, path).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
    }
  });

  it("names every table and its columns", () => {
    const tables = [...files.keys()].filter((path) => path.endsWith(".csv"));
    expect(described.resources.map(({ path }) => `tables/${path}`).sort()).toEqual(tables.sort());
    for (const { path, schema } of described.resources)
      expect(schema.fields.map(({ name }) => name).join(",")).toBe(files.get(`tables/${path}`)!.split("\n")[0]);
  });
});
