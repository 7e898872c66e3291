import { noSource, takeRows, withStep } from "@popneeds/core";
import { table as arqueroTable } from "arquero";
import { describe, expect, it } from "vitest";
import { fromArquero, toArquero } from "../src/index.ts";
import { deaths, roles } from "./fixtures.ts";

describe("fromArquero", () => {
  it("brings back keys, measures and reasons", () => {
    const back = fromArquero(toArquero(deaths), roles);
    expect([...back]).toEqual([...deaths]);
    expect(back.measures.deaths).toEqual(deaths.measures.deaths);
    expect([...fromArquero(toArquero(takeRows(deaths, [])), roles)]).toEqual([]);
  });

  it("sees what arquero filtered and ordered", () => {
    const frame = toArquero(deaths)
      .filter((d: { age: string }) => d.age === "90+")
      .orderby("deaths");
    expect([...fromArquero(frame, roles)].map((row) => row.area).sort()).toEqual(["01", "02", "03"]);
  });

  it("takes the provenance given", () => {
    const provenance = withStep(noSource, "filtered in arquero");
    expect(fromArquero(toArquero(deaths), { ...roles, provenance }).provenance).toBe(provenance);
  });

  it("refuses a frame that breaks the promises of a table", () => {
    const one = { keys: { area: "text" }, measures: { n: "count" } } as const;
    expect(() => fromArquero(toArquero(deaths), one)).toThrow('[missing-column] tableFromColumns: missing column "n"');
    expect(() => fromArquero(arqueroTable({ area: ["A", "A"], n: [1, 2] }), one)).toThrow("[duplicate-key]");
    expect(() => fromArquero(arqueroTable({ area: ["A", null], n: [1, 2] }), one)).toThrow("[unreadable-key]");
    expect(() => fromArquero(arqueroTable({ area: ["A", "B"], n: [1, "*"] }), one)).toThrow("[unreadable-figure]");
    const aged = { keys: { age: "age" }, measures: { n: "count" } } as const;
    expect(() => fromArquero(arqueroTable({ age: ["All ages"], n: [1] }), aged)).toThrow("[unreadable-key]");
  });
});
