import { noSource, takeRows, withStep } from "@popneeds/core";
import { DataFrame } from "danfojs-node";
import { describe, expect, it } from "vitest";
import { fromDanfo, toDanfo } from "../src/index.ts";
import { deaths, roles } from "./fixtures.ts";

describe("fromDanfo", () => {
  it("brings back keys, measures and reasons", () => {
    const back = fromDanfo(toDanfo(deaths), roles);
    expect([...back]).toEqual([...deaths]);
    expect(back.measures.deaths).toEqual(deaths.measures.deaths);
    expect([...fromDanfo(toDanfo(takeRows(deaths, [])), roles)]).toEqual([]);
  });

  it("sees what danfojs filtered", () => {
    const frame = toDanfo(deaths);
    const old = frame.query(frame["age"].eq("90+"));
    expect([...fromDanfo(old, roles)].map((row) => row.area)).toEqual(["01", "02", "03"]);
  });

  it("takes the provenance given", () => {
    const provenance = withStep(noSource, "filtered in danfojs");
    expect(fromDanfo(toDanfo(deaths), { ...roles, provenance }).provenance).toBe(provenance);
  });

  it("refuses a frame that breaks the promises of a table", () => {
    const one = { keys: { area: "text" }, measures: { n: "count" } } as const;
    expect(() => fromDanfo(toDanfo(deaths), one)).toThrow('[missing-column] tableFromColumns: missing column "n"');
    expect(() => fromDanfo(new DataFrame({ area: ["A", "A"], n: [1, 2] }), one)).toThrow("[duplicate-key]");
    expect(() => fromDanfo(new DataFrame({ area: ["A", null], n: [1, 2] }), one)).toThrow("[unreadable-key]");
    expect(() => fromDanfo(new DataFrame({ area: ["A", "B"], n: [1, "*"] }), one)).toThrow("[unreadable-figure]");
  });
});
