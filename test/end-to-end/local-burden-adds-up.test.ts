import {
  deathsByCause,
  into,
  keep,
  loadPlaces,
  localBurden,
  only,
  openData,
  over,
  type Period,
  personYears,
  referenceLifeTables,
  rollUp,
  smallAreaPopulation,
  sumOver,
  tableFromRows,
  withoutKey,
  yearsOfLifeLost,
} from "popneeds";
import { beforeAll, expect, it } from "vitest";

let made: Awaited<ReturnType<typeof make>>;
beforeAll(async () => {
  made = await make();
});

async function make() {
  const data = await openData(new URL("../../datasets", import.meta.url).pathname);
  const uk = (await referenceLifeTables(data)).get("uk-nlt-2016-18")!;
  const latest = { period: ({ label }: Period) => label === "2015-2017" };
  const deaths = keep(await data.table("mortality-deaths-by-cause", deathsByCause), latest);
  const rates = over(
    yearsOfLifeLost(deaths, uk),
    keep(await data.table("mortality-deaths-person-years", personYears), latest),
  );
  const places = await loadPlaces(data);
  const zones = await data.table("population-small-area-2021", smallAreaPopulation);
  const peopleAt = (level: "locality" | "partnership") =>
    into(withoutKey(rollUp(zones, places, [level]), "level"), rates.keys.age.values);
  const of = places.lookUp("locality", "partnership");
  return { rates, localities: peopleAt("locality"), partnerships: peopleAt("partnership"), of };
}

it("gives every locality a burden by cause that adds up to that of its partnership, sex, age and cause alike", () => {
  const { rates, localities, partnerships, of } = made;
  const local = sumOver(only(localBurden(rates, localities), "burden"), "sex", "age", "period");
  const whole = new Map(
    [...sumOver(only(localBurden(rates, partnerships), "burden"), "sex", "age", "period")].map((row) => [
      `${row.area} ${row.cause}`,
      row.burden!,
    ]),
  );
  const sums = new Map<string, number>();
  for (const { area, cause, burden } of local) {
    const key = `${of.parents.get(area)} ${cause}`;
    sums.set(key, (sums.get(key) ?? 0) + burden!);
  }
  for (const [key, sum] of sums) expect(Math.abs(sum - whole.get(key)!)).toBeLessThanOrEqual(1e-10 * whole.get(key)!);
});

it("adds up to other totals of partnerships, and says by how much it multiplied", () => {
  const { rates, localities, partnerships, of } = made;
  // Years lost by partnership are not published: these totals are made up from what is modelled, a fifth more for one cause, a tenth less for the others.
  const factorOf = (cause: string) => (cause === "IHD" ? 1.2 : 0.9);
  const modelled = [...sumOver(only(localBurden(rates, partnerships), "burden"), "sex", "age", "period")];
  const wanted = new Map(modelled.map(({ area, cause, burden }) => [`${area} ${cause}`, factorOf(cause) * burden!]));
  const totals = tableFromRows(
    modelled.map(({ area, cause, burden }) => ({ area, cause, years: factorOf(cause) * burden! })),
    { years: "years" },
  );
  const local = localBurden(rates, localities, { benchmark: { totals, of } });
  expect(local.issues.find(({ code }) => code === "benchmarked")!.message).toBe(
    "572 totals by partnership, cause were met by multiplying the modelled figures by 0.900 to 1.200",
  );
  const sums = new Map<string, number>();
  for (const { area, cause, burden, unadjusted, modelled: share } of sumOver(local, "sex", "age", "period")) {
    expect(burden! / unadjusted!).toBeCloseTo(factorOf(cause), 10);
    expect(share).toBe(burden);
    const key = `${of.parents.get(area)} ${cause}`;
    sums.set(key, (sums.get(key) ?? 0) + burden!);
  }
  // 22 partnerships have localities made of zones, × 26 causes.
  expect(sums.size).toBe(572);
  for (const [key, sum] of sums) expect(Math.abs(sum - wanted.get(key)!)).toBeLessThanOrEqual(1e-10 * sum);
});
