import {
  type Age,
  ageBands,
  atBest,
  calendarYears,
  fromSource,
  type LookUp,
  type Missing,
  noSource,
  type Sex,
  type Source,
  sumOver,
  tableFromRows,
  withKey,
} from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localityProjection, type People } from "../src/index.ts";

const bands = ageBands(0, 65);
const [young, old] = bands as [Age, Age];
type Row = [area: string, year: number, sex: Sex, age: Age, people: number | Missing];

function table(rows: readonly Row[], provenance = noSource): People {
  return tableFromRows(
    rows.map(([area, year, sex, age, people]) => ({ area, period: calendarYears(year), sex, age, people })),
    { people: "count" },
    { provenance },
  ) as unknown as People;
}

const partnershipOf: LookUp = {
  level: "partnership",
  parents: new Map([
    ["l1", "P"],
    ["l2", "P"],
    ["m1", "Q"],
  ]),
  edition: "E1",
  provenance: noSource,
};
const source = (id: string, edition: string): Source => ({
  id,
  title: id,
  publisher: "test",
  edition,
  licence: "none",
  file: `${id}.csv`,
  sha256: "0".repeat(64),
  evidence: "published",
});

const small = table([
  ["l1", 2021, "female", young, 30],
  ["l2", 2021, "female", young, 10],
  ["l1", 2021, "female", old, 5],
  ["l2", 2021, "female", old, 5],
]);
const projection = table([
  ["P", 2021, "female", young, 44],
  ["P", 2021, "female", old, 12],
  ["P", 2043, "female", young, 20],
  ["P", 2043, "female", old, 31],
  ["Z", 2043, "female", old, 31],
]);
const cells = (people: People) =>
  [...people].map((row) => [row.area, row.period.label, row.age.label, row.people ?? row.missing]);

describe("localityProjection", () => {
  it("gives each locality its share of the partnership's people of each sex and age", () => {
    // By hand: l1 has 3 in 4 of the young and half of the old.
    expect(cells(localityProjection(small, projection, partnershipOf, { bands }))).toEqual([
      ["l1", "2021", "0-64", 33],
      ["l2", "2021", "0-64", 11],
      ["l1", "2021", "65+", 6],
      ["l2", "2021", "65+", 6],
      ["l1", "2043", "0-64", 15],
      ["l2", "2043", "0-64", 5],
      ["l1", "2043", "65+", 15.5],
      ["l2", "2043", "65+", 15.5],
    ]);
  });

  it("adds up to the partnership exactly, cell by cell and summed in any way", () => {
    const count = fc.nat({ max: 400 });
    const cell = fc.record({ l1: count, l2: count, l3: count, people: fc.nat({ max: 60_000 }) });
    const years = [2021, 2028, 2043];
    const sexes = ["female", "male"] as const;
    const three: LookUp = { ...partnershipOf, parents: new Map(["l1", "l2", "l3"].map((code) => [code, "P"])) };
    const size = years.length * sexes.length * bands.length;
    fc.assert(
      fc.property(fc.array(cell, { minLength: size, maxLength: size }), (drawn) => {
        const groups = years.flatMap((year) => sexes.flatMap((sex) => bands.map((age) => ({ year, sex, age }))));
        const counts = table(
          groups
            .map((group, i) => [group, drawn[i]!] as const)
            .filter(([{ year }]) => year === 2021)
            .flatMap(([{ sex, age }, { l1, l2, l3 }]): Row[] => [
              ["l1", 2021, sex, age, l1],
              ["l2", 2021, sex, age, l2],
              ["l3", 2021, sex, age, l3 + (l1 + l2 + l3 === 0 && age === old ? 1 : 0)],
            ]),
        );
        fc.pre([...sumOver(counts, "area", "age")].every(({ people }) => people! > 0));
        const whole = table(groups.map(({ year, sex, age }, i): Row => ["P", year, sex, age, drawn[i]!.people]));
        const parts = localityProjection(counts, whole, three, { bands });
        const sums = (people: People) => [...sumOver(people, "area")].map(({ people: sum }) => sum);
        expect(sums(parts)).toEqual(sums(whole));
        const totals = (people: People) => [...sumOver(people, "area", "age", "sex")].map(({ people: sum }) => sum);
        expect(totals(parts)).toEqual(totals(whole));
        for (const { people } of parts) expect(people).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it("still adds up where no locality has anybody of the sex and age, and says so", () => {
    const none = table([
      ["l1", 2021, "female", young, 30],
      ["l2", 2021, "female", young, 10],
      ["l1", 2021, "female", old, 0],
      ["l2", 2021, "female", old, 0],
    ]);
    const found = localityProjection(none, projection, partnershipOf, { bands });
    // By all ages: 3 in 4 of 12 and of 31.
    expect(cells(found).filter(([, , age]) => age === "65+")).toEqual([
      ["l1", "2021", "65+", 9],
      ["l2", "2021", "65+", 3],
      ["l1", "2043", "65+", 23.25],
      ["l2", "2043", "65+", 7.75],
    ]);
    expect(found.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "empty-cells-shared-out",
        "1 cells have projected people though no locality had anybody; shared out by both sexes, or by all ages: P  female  65+",
      ],
    ]);
  });

  it("passes on what is missing, with its reason", () => {
    const some = table([
      ["l1", 2021, "female", young, 30],
      ["l2", 2021, "female", young, "suppressed"],
      ["l1", 2021, "female", old, 5],
      ["l2", 2021, "female", old, 5],
    ]);
    const partly = table([
      ["P", 2021, "female", young, 44],
      ["P", 2021, "female", old, "not available"],
    ]);
    expect(cells(localityProjection(some, partly, partnershipOf, { bands }))).toEqual([
      ["l1", "2021", "0-64", "incomplete"],
      ["l2", "2021", "0-64", "incomplete"],
      ["l1", "2021", "65+", "not available"],
      ["l2", "2021", "65+", "not available"],
    ]);
  });

  it("is modelled, names both editions, and says what its level is", () => {
    const counted = table(
      [["l1", 2021, "female", young, 30]],
      fromSource(source("small", "mid-2021, before rebasing")),
    );
    const projected = table(
      [["P", 2028, "female", young, 44]],
      atBest(fromSource(source("projection", "2018-based")), "projected"),
    );
    const { provenance } = localityProjection(counted, projected, partnershipOf, { bands });
    expect(provenance.evidence).toBe("modelled");
    expect(provenance.steps).toEqual([
      "each locality keeps the share of its partnership that it had in 2021 (mid-2021, before rebasing), by sex and ages 0-64, 65+; of the partnership's projection (2018-based), to which the localities (E1) add up exactly; take changes from within this series: its level is the projection's, not that of the small-area count or of a later estimate",
    ]);
  });

  it("takes tables with one level, and refuses several, further keys, and several periods", () => {
    const call = (counts: unknown, projected: unknown = projection) =>
      localityProjection(counts as People, projected as People, partnershipOf, { bands });
    expect(cells(call(withKey(small, "level", "locality"), withKey(projection, "level", "partnership")))).toEqual(
      cells(call(small)),
    );
    expect(() => call(withKey(small, "cause", "any"))).toThrow(
      "[unknown-key] localityProjection: the small-area counts must",
    );
    expect(() => call(sumOver(small, "sex"))).toThrow("found area, period, age");
    expect(() =>
      call(
        table([
          ["l1", 2020, "female", young, 1],
          ["l1", 2021, "female", young, 1],
        ]),
      ),
    ).toThrow("[one-period] localityProjection: the small-area counts must be of one period; found 2020, 2021");
  });

  it("refuses a locality without a partnership, or whose partnership is not projected", () => {
    const astray = table([
      ["m1", 2021, "female", young, 3],
      ["x", 2021, "female", young, 3],
    ]);
    expect(() => localityProjection(astray, projection, partnershipOf, { bands })).toThrow(
      "2 of 2 have none:\n  m1  Q\n  x  no partnership",
    );
  });

  it("refuses bands that cut through an age", () => {
    expect(() => localityProjection(small, projection, partnershipOf)).toThrow("[age-outside-bands]");
  });
});
