import { noSource, type Source } from "@popneeds/core";
import { createPlaces } from "@popneeds/geography";
import { area, count, parseTable, period, schema } from "@popneeds/ingest";
import { expect, it, test } from "vitest";
import { dataQualityOf } from "../src/data-quality.ts";

const people = schema({ area: area("area"), period: period("period"), people: count("people", { suppressed: "*" }) });

const source = (id: string, edition: string): Source => ({
  id,
  title: id,
  publisher: "ourselves",
  edition,
  licence: "none",
  file: `${id}.csv`,
  sha256: "0".repeat(64),
  evidence: "observed",
});

/** Synthetic: two councils that make up a country. */
const table = (id: string, rows: string, edition = "first") =>
  parseTable(`area,period,people\n${rows}`, people, source(id, edition));

const parents = new Map([
  ["east", "land"],
  ["west", "land"],
]);
const places = createPlaces({
  levels: ["council", "country"],
  areas: [
    { code: "east", level: "council", name: "East", address: "east" },
    { code: "west", level: "council", name: "West", address: "west" },
    { code: "land", level: "country", name: "Land", address: "land" },
  ],
  links: [{ from: "council", lookUp: { level: "country", parents, edition: "ours", provenance: noSource } }],
});

const councils = table("councils", "east,2022,3\nwest,2022,4\neast,2023,3\n");
const country = table("country", "land,2022,7\n");

test("the data sets that figures rest on, in the order of their ids; those of one edition are set against each other", () => {
  const found = dataQualityOf([country, councils, { records: [] }, null], places, new Set(["councils", "country"]));
  expect(found.map(({ id }) => id)).toEqual(["data-quality/councils", "data-quality/country"]);
  expect(found[0]).toMatchObject({
    rows: 3,
    refused: 0,
    missing: 0,
    from: "2022-01-01",
    to: "2023-12-31",
    periods: 2,
    areas: 2,
    gaps: 1,
    // 3 + 4 is 7; in 2023 the country has no row.
    totals: { compared: 1, agree: 1, withinRounding: 0, apart: 0 },
    comparedWith: ["country"],
  });
  expect(found[1]).toMatchObject({ totals: { compared: 1, agree: 1 }, comparedWith: ["councils"] });
});

it("leaves out what no figure rests on", () => {
  expect(dataQualityOf([country, councils], places, new Set(["country"]))).toMatchObject([
    { id: "data-quality/country", comparedWith: [], totals: { compared: 0 } },
  ]);
  expect(dataQualityOf([], places, new Set(["country"]))).toEqual([]);
});

it("does not compare editions with each other: they need not agree", () => {
  const later = table("country", "land,2022,8\n", "second");
  expect(dataQualityOf([later, councils], places, new Set(["councils", "country"]))[0]).toMatchObject({
    comparedWith: [],
    totals: { compared: 0 },
  });
});

it("counts what is missing, and totals that are not the sum", () => {
  const gappy = table("councils", "east,2022,*\nwest,2022,4\neast,2023,3\nwest,2023,5\n");
  const whole = table("country", "land,2022,7\nland,2023,9\n");
  expect(dataQualityOf([whole, gappy], places, new Set(["councils", "country"]))[0]).toMatchObject({
    missing: 1,
    totals: { compared: 1, agree: 0, apart: 1 },
  });
});
