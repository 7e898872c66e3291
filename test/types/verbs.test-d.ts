import { ageBands, into, keep, only, pool, stack, sumOver, tableFromRows, where, withKey } from "@popneeds/core";
import { deaths, everywhere, mixed, people, rates } from "./given.ts";
import { holds, type KeyNames, type MeasureNames, type Same } from "./is.ts";

const bands = ageBands(0, 65);

// into and pool keep every key.
const wider = into(deaths, bands);
holds<Same<typeof wider, typeof deaths>>(true);
const pooled = pool(deaths, { years: 5 });
holds<Same<typeof pooled, typeof deaths>>(true);

// @ts-expect-error no ages to sum into bands
into(everywhere, bands);

// @ts-expect-error ages are summed away
into(sumOver(deaths, "age"), bands);

// @ts-expect-error only counts add up
into(rates, bands);

// @ts-expect-error no periods to pool
pool(everywhere, { years: 5 });

// @ts-expect-error only counts add up
pool(rates, { years: 5 });

// @ts-expect-error a number of years is said, never assumed
pool(deaths);

// A key is added by withKey, and a measure taken by only.
const dated = withKey(everywhere, "edition", "2021");
holds<Same<KeyNames<typeof dated>, "area" | "level" | "sex" | "edition">>(true);
const counted = only(mixed, "deaths");
holds<Same<MeasureNames<typeof counted>, "deaths">>(true);
sumOver(counted, "area");

// @ts-expect-error no such measure
only(mixed, "people");

// Conditions see each key with its type.
where(deaths, (row) => row.age.to <= 75 && row.deaths !== null);
keep(deaths, { age: (age) => age.from >= 65, sex: "female", period: ({ label }) => label === "2023" });

// @ts-expect-error no such key
keep(deaths, { level: "locality" });

// @ts-expect-error no such sex
keep(deaths, { sex: "women" });

// @ts-expect-error no such column
where(people, (row) => row.deaths !== null);

// @ts-expect-error other keys and measures
stack(deaths, people);

// The example of tableFromRows: what is no measure is a key.
const typed = tableFromRows(
  [
    { area: "A", deaths: 4 },
    { area: "B", deaths: "suppressed" },
  ],
  { deaths: "count" },
);
holds<Same<KeyNames<typeof typed>, "area">>(true);
holds<Same<(typeof typed)["measures"]["deaths"]["kind"], "count">>(true);

// @ts-expect-error a measure that no row has
tableFromRows([{ area: "A" }], { deaths: "count" });

// @ts-expect-error neither a figure nor a reason
tableFromRows([{ area: "A", deaths: "few" }], { deaths: "count" });
