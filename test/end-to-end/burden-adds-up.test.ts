import {
  expectedEvents,
  projectedBurden,
  projectedBurdenLimits,
  reductionToStandStill,
  yearsOfLifeLost,
} from "@popneeds/burden";
import { keep, over, sumOver } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { beforeAll, describe, expect, it } from "vitest";
import { peopleOf, ratesOf, readWholeCountry, type WholeCountry } from "../bench/whole-country.ts";

const parts = ["start", "burden", "growth", "ageing", "rate"] as const;

let country: WholeCountry;
let people: ReturnType<typeof peopleOf>;
let projected: ReturnType<typeof projectionOf>;
let code: string;

function projectionOf() {
  return projectedBurden(ratesOf(country), people, { within: country.within });
}

beforeAll(async () => {
  country = await readWholeCountry(new URL("../../datasets", import.meta.url).pathname);
  people = peopleOf(country);
  projected = projectionOf();
  code = country.places.areasAt("country")[0]!.code;
});

/** Figures of every year and cause, area by area. */
function byArea(): ReadonlyMap<string, readonly Readonly<Record<(typeof parts)[number], number>>[]> {
  const found = new Map<string, Readonly<Record<(typeof parts)[number], number>>[]>();
  for (const row of projected) {
    const own = found.get(row.area) ?? [];
    own.push(row as never);
    found.set(row.area, own);
  }
  return found;
}

describe("years of life lost to 2043, modelled from national rates", () => {
  it("are there for all 31 partnerships, every locality that has zones and the country, each year and cause", () => {
    const areas = byArea();
    const partnerships = country.places.areasAt("partnership");
    expect(partnerships).toHaveLength(31);
    for (const { code: own } of [...partnerships, ...country.places.areasAt("locality")].filter(
      ({ code: own }) =>
        partnerships.some((area) => area.code === own) ||
        country.places.children(own, country.places.levels[0]!).length > 0,
    ))
      expect(areas.get(own)?.length, own).toBe(21 * 26);
    expect(areas.get(code)).toHaveLength(21 * 26);
    expect([...projected].every(({ missing }) => missing === null)).toBe(true);
    expect(projected.provenance.evidence).toBe("modelled");
  });

  it("have growth, ageing and rates that add up to the change, everywhere", () => {
    for (const { start, burden, growth, ageing, rate } of projected)
      expect(Math.abs(growth! + ageing! + rate! - (burden! - start!))).toBeLessThan(1e-10 * (1 + start! + burden!));
  });

  it("add up from localities to partnerships to the country, drivers too, for every year and cause", () => {
    const areas = byArea();
    const [partnershipOf] = country.within;
    const members = new Map<string, string[]>();
    for (const [locality, partnership] of partnershipOf!.parents)
      members.set(partnership, [...(members.get(partnership) ?? []), locality]);
    expect(members.size).toBe(22);
    const partnerships = country.places.areasAt("partnership").map((area) => area.code);
    for (const [whole, own] of [...members, [code, partnerships] as const])
      for (let i = 0; i < 21 * 26; i++)
        for (const part of parts) {
          const sum = own.reduce((total, area) => total + areas.get(area)![i]![part], 0);
          const found = areas.get(whole)![i]!;
          expect(Math.abs(sum - found[part])).toBeLessThan(1e-10 * (1 + found.start + found.burden));
        }
  });

  it("of the country are what national rates imply for the published projection of all partnerships together", () => {
    const all = rollUp(country.partnerships, country.places, ["country"], { from: "partnership" });
    const inBands = sumOver(peopleOf(country), "area");
    const expected = yearsOfLifeLost(
      expectedEvents(
        over(country.deaths, country.personYears),
        keep(inBands, { period: ({ label }) => label === "2043" }),
      ),
      country.standard,
    );
    const sums = new Map(
      [...sumOver(expected, "sex", "age", "period")].map((row) => [row.cause as string, row.years!]),
    );
    expect(sums.size).toBe(26);
    const rows = [...keep(projected, { area: code as never, period: ({ label }) => label === "2043" })];
    for (const { cause, burden } of rows) expect(burden! / sums.get(cause)!, cause).toBeCloseTo(1, 9);
    // People of all ages: not one is lost between the published projection and the localities.
    const total = (table: Iterable<{ people: number | null }>) => [...table].reduce((sum, row) => sum + row.people!, 0);
    expect(total(inBands)).toBe(total(all));
  });

  it("rise by growth little and by ageing much, and say by how much rates must fall to stand still", () => {
    const last = sumOver(keep(projected, { area: code as never, period: ({ label }) => label === "2043" }), "cause");
    const [row] = [...last];
    expect(row!.ageing!).toBeGreaterThan(5 * Math.abs(row!.growth!));
    expect(row!.rate!).toBe(0);
    const [still] = [...reductionToStandStill(last)];
    expect(still!.reduction).toBeCloseTo(100 * (1 - row!.start! / row!.burden!), 12);
    expect(still!.reduction).toBeGreaterThan(10);
    expect(still!.reduction).toBeLessThan(20);
  });

  it("lie between limits, wider in share for a rare cause than for a common one", () => {
    const some = keep(people, { period: ({ label }) => label === "2023" || label === "2043" });
    const limits = projectedBurdenLimits(ratesOf(country), country.deaths, some, {
      within: country.within,
      draws: 200,
      seed: 2043,
    });
    const width = (cause: string) => {
      const row = [...keep(limits, { area: code as never, cause: cause as never, part: "burden" as never })].find(
        ({ period }) => period.label === "2043",
      )!;
      expect(row.lower!).toBeLessThan(row.value!);
      expect(row.upper!).toBeGreaterThan(row.value!);
      return (row.upper! - row.lower!) / row.value!;
    };
    expect(width("IHD")).toBeLessThan(width("Perinatal"));
  });
});
