import { type Missing, measureColumn, only, tableFromRows, uncheckedTable } from "@popneeds/core";
import {
  concentrationIndex as indexOf,
  populationAttributableRisk as riskOf,
  standardErrorsFromLimits,
} from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  concentrationIndex,
  crudeRate,
  type Estimates,
  inequalityGap,
  percentage,
  populationAttributableRisk,
  slopeIndex,
} from "../../src/index.ts";

type Row = readonly [area: string, fifth: string, events: number | Missing, people: number];
type ByFifth = { readonly area: string; readonly fifth: string };

const counted = (...rows: readonly Row[]) =>
  tableFromRows(
    rows.map(([area, fifth, events, population]) => ({ area, fifth, events, population })),
    { events: "count", population: "count" },
  );

const rates = (...rows: readonly Row[]): Estimates<ByFifth, "rate"> => crudeRate(counted(...rows), { per: 1_000 });

const people = [1_000, 2_000, 2_000, 2_000, 3_000];
const area = (name: string, events: readonly (number | Missing)[]) =>
  events.map((count, i): Row => [name, String(i + 1), count, people[i]!]);

const a = area("a", [100, 160, 120, 80, 60]); // 100, 80, 60, 40 and 20 per 1,000; 52 in all
const b = area("b", [40, 80, 80, 80, 120]); // 40 per 1,000 in each
const both = rates(...a, ...b);

describe("concentrationIndex", () => {
  it("gives each area what stats gives, with Student's limits", () => {
    const [first, second] = [...concentrationIndex(both, { by: "fifth" })];
    const { value, standardError } = indexOf([100, 80, 60, 40, 20], people);
    expect(first!.value).toBeCloseTo(value, 12);
    // qt(.975, 3) of R 4.2.2
    expect(first!.lower).toBeCloseTo(value - 3.1824463052837091 * standardError, 12);
    expect(first!.upper).toBeCloseTo(value + 3.1824463052837091 * standardError, 12);
    expect(first).not.toHaveProperty("fifth");
    expect(second!.value).toBeCloseTo(0, 12);
  });

  it("has forms for percentages, which need no bounds, and for rates, which do", () => {
    const shares = percentage(only(counted(...a), "events"), only(counted(...a), "population"));
    const [row] = [...concentrationIndex(shares, { by: "fifth", form: "erreygers" })];
    const own = [0.1, 0.08, 0.06, 0.04, 0.02];
    expect(row!.value).toBeCloseTo(indexOf(own, people, { form: "erreygers" }).value, 12);
    expect(() => concentrationIndex(both, { by: "fifth", form: "wagstaff" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] concentrationIndex: the wagstaff form needs the least and the most that a value can be; found none
        Fix: Give bounds that rise, such as [0, 100_000] for a rate per 100,000.]
    `);
    const bounded = concentrationIndex(both, { by: "fifth", form: "wagstaff", bounds: [0, 1_000] });
    expect([...bounded][0]!.value).toBeCloseTo(indexOf(own, people, { form: "wagstaff" }).value, 12);
    expect(bounded.provenance.steps.at(-1)).toBe(
      "concentration index over fifth 1, 2, 3, 4, 5; wagstaff form; values between 0 and 1000; 95% limits by Student's t from the convenient regression",
    );
  });

  it("is missing for a reason that is said, and goes on with the others", () => {
    const table = rates(
      ...a,
      ...area("b", [0, 0, 0, 0, 0]),
      ...area("c", [1, "suppressed", 1, 1, 1]),
      ...area("d", [1, 2, 3, 4, 5]).slice(1),
    );
    const found = concentrationIndex(table, { by: "fifth" });
    expect([...found].map((row) => [row.area, row.value !== null, row.missing])).toEqual([
      ["a", true, null],
      ["b", false, "not applicable"],
      ["c", false, "suppressed"],
      ["d", false, "incomplete"],
    ]);
    expect(found.issues.map(({ code }) => code)).toEqual(["group-missing", "values-unfit"]);
    const outside = concentrationIndex(both, { by: "fifth", form: "erreygers", bounds: [0, 50] });
    expect([...outside].map(({ area, missing }) => [area, missing])).toEqual([
      ["a", "not applicable"],
      ["b", null],
    ]);
    expect(outside.issues).toMatchObject([{ code: "values-unfit" }]);
    expect(outside.issues[0]!.message).toMatchInlineSnapshot(
      `"1 of 2 have values that the measure cannot be worked out from, such as 0 on a log scale or nothing at all: a  1"`,
    );
  });
});

describe("populationAttributableRisk", () => {
  it("is the part of all that would go, with limits, and what that is in the unit of the values", () => {
    const found = populationAttributableRisk(both, { by: "fifth" });
    const [first, second] = [...found];
    // by hand: 52 per 1,000 in all, 20 in the last fifth
    expect(first!.excess).toBeCloseTo(32, 10);
    expect(first!.value).toBeCloseTo((32 / 52) * 100, 10);
    expect(first!.reference).toBeCloseTo(20, 10);
    const own = [...both].slice(0, 5);
    const standardErrors = standardErrorsFromLimits(
      own.map(({ lower }) => lower!),
      own.map(({ upper }) => upper!),
    );
    const expected = riskOf(
      own.map(({ value }) => value!),
      people,
      { standardErrors },
    );
    expect(first!.lower).toBeCloseTo(expected.share.lower * 100, 10);
    expect(first!.excessUpper).toBeCloseTo(expected.excess.upper, 10);
    expect(second!.value).toBeCloseTo(0, 10);
    expect(second!.lower!).toBeLessThan(0);
    expect(found.provenance.steps.at(-1)).toBe(
      "population attributable risk against fifth 5 of 1, 2, 3, 4, 5; 95% limits from the errors of the values",
    );
  });

  it("takes another group, and a published value of the whole", () => {
    const [first] = [...populationAttributableRisk(both, { by: "fifth", reference: "highest" })];
    expect(first!.excess).toBeCloseTo(52 - 100, 10);
    const overall = tableFromRows([{ area: "a", rate: 50 }], { rate: "rate" });
    const found = populationAttributableRisk(both, { by: "fifth", overall: overall as never });
    expect([...found].map(({ value, missing }) => [value, missing])).toEqual([
      [expect.closeTo(60, 10), null],
      [null, "not available"],
    ]);
  });
});

describe("values that cannot be", () => {
  const published = (values: readonly number[], lower: readonly number[]) =>
    uncheckedTable({
      ...both,
      measures: {
        ...both.measures,
        value: measureColumn("rate", [...values, ...[...b].map(() => 40)]),
        lower: measureColumn("limit", [...lower, ...[...b].map(() => 30)]),
      },
    }) as unknown as typeof both;

  it("leave out their area, and say so", () => {
    const table = published([100, Infinity, 60, 40, 20], [90, 70, 50, 30, 10]);
    for (const method of [slopeIndex, concentrationIndex, populationAttributableRisk, inequalityGap]) {
      const found = method(table, { by: "fifth" });
      expect([...found].map(({ missing }) => missing)).toEqual(["not available", null]);
      expect(found.issues).toMatchObject([{ code: "impossible-value", severity: "warning" }]);
    }
  });

  it("have no limits of a gap where a value does not lie within its own", () => {
    const table = published([100, 80, 60, 40, 20], [101, 70, 50, 30, 10]);
    const [first] = [...inequalityGap(table, { by: "fifth" })];
    expect(first).toMatchObject({ absolute: 80, absoluteLower: null, ratio: 5, ratioUpper: null });
  });
});

describe("slopeIndex of published rates", () => {
  it("is relative to the published value of the whole, where that is given", () => {
    const overall = tableFromRows(
      [
        { area: "a", value: 50 },
        { area: "b", value: 40 },
      ],
      { value: "rate" },
    );
    const [own] = [...slopeIndex(both, { by: "fifth" })];
    const [first] = [...slopeIndex(both, { by: "fifth", overall })];
    expect(own!.relativeToMean).toBeCloseTo(own!.absolute! / 52, 12);
    expect(first!.relativeToMean).toBeCloseTo(own!.absolute! / 50, 12);
    expect(() =>
      slopeIndex(both, { by: "fifth", overall: tableFromRows([{ fifth: "1", value: 5 }], { value: "rate" }) }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] slopeIndex: the overall values may have the keys of the table but for "fifth"; found fifth
        Fix: Give the values of all groups together, by the keys of the table.]
    `);
  });
});
