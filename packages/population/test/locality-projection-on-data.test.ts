import { type Age, into, keep, type Period, type Sex, sumOver, type Table } from "@popneeds/core";
import { loadPlaces, type Places, rollUp } from "@popneeds/geography";
import { openData, populationByYear, smallAreaPopulation } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { localityBands, localityProjection, type People } from "../src/index.ts";

let places: Places;
let projections: People;
let rolled: Table<{ area: string; level: string; period: Period; sex: Sex; age: Age }, { people: "count" }>;
let localities: People;

beforeAll(async () => {
  const data = await openData(new URL("../../../datasets", import.meta.url).pathname);
  places = await loadPlaces(data);
  projections = await data.table("population-projections-partnership", populationByYear);
  const small = await data.table("population-small-area-2021", smallAreaPopulation);
  rolled = rollUp(small, places, ["locality", "partnership", "board", "region", "country"]);
  localities = localityProjection(
    keep(rolled, { level: "locality" }),
    projections,
    places.lookUp("locality", "partnership"),
  );
});

describe("people of localities in 2021", () => {
  it("are 37,899 + 58,678 + 23,931 + 28,282 = 148,790 in Dumfries and Galloway", () => {
    // National Records of Scotland, small area population estimates, mid-2021 (before rebasing).
    const all = sumOver(rolled, "sex", "age") as unknown as Iterable<{
      area: string;
      people: number;
    }>;
    const of = (code: string) => [...all].find(({ area }) => area === code)?.people;
    const names = ["Annandale and Eskdale", "Nithsdale", "Stewartry", "Wigtownshire"];
    expect(names.map((name) => of(places.find(name).code))).toEqual([37_899, 58_678, 23_931, 28_282]);
    expect(of("S37000006")).toBe(148_790);
    expect(of("S92000003")).toBe(5_479_900);
  });
});

describe("the projection of localities", () => {
  it("adds up to the published projection of each of 22 partnerships, for each sex, band and year, exactly", () => {
    const parts = new Map<string, number>();
    for (const { area, period, sex, age, people } of localities) {
      const key = `${places.parent(area, "partnership")!.code} ${period.label} ${sex} ${age.label}`;
      parts.set(key, (parts.get(key) ?? 0) + people!);
    }
    const covered = new Set([...parts.keys()].map((key) => key.slice(0, 9)));
    expect(covered.size).toBe(22);
    let cells = 0;
    for (const { area, period, sex, age, people } of into(projections, localityBands)) {
      if (!covered.has(area)) continue;
      const key = `${area} ${period.label} ${sex} ${age.label}`;
      if (parts.get(key) !== people) expect(`${key}: ${parts.get(key)}`).toBe(`${key}: ${people}`);
      cells++;
    }
    expect(cells).toBe(22 * 26 * 2 * localityBands.length);
  });

  it("ages every locality of Dumfries and Galloway, within the projection's own series", () => {
    const rows = [...sumOver(keep(localities, { age: (age) => age.from >= 65 }), "sex", "age")];
    for (const area of ["PY0000001", "PY0000002", "PY0000003", "PY0000004"]) {
      const in_ = (year: string) => rows.find((row) => row.area === area && row.period.label === year)!.people!;
      expect(in_("2043")).toBeGreaterThan(in_("2021"));
    }
    expect(localities.provenance.evidence).toBe("modelled");
    expect(localities.provenance.steps[0]).toContain("mid-2021 small area, before rebasing to Census 2022");
    expect(localities.provenance.steps[0]).toContain("2018-based principal projections, 2018-2043");
  });
});
