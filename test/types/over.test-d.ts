import { type Exposed, over, pool, sumOver } from "@popneeds/core";
import { deaths, everywhere, people, rates } from "./given.ts";
import { holds, type KeyNames, type MeasureNames, type Same } from "./is.ts";

// Every key of the events remains.
const exposed = over(deaths, people);
holds<Same<KeyNames<typeof exposed>, "area" | "period" | "sex" | "age" | "cause">>(true);
holds<Same<MeasureNames<typeof exposed>, "events" | "population">>(true);
const allCauses = over(sumOver(deaths, "cause"), people);
holds<Same<KeyNames<typeof allCauses>, "area" | "period" | "sex" | "age">>(true);
const whole = sumOver(pool(allCauses, { years: 5 }), "age", "sex", "period");

holds<typeof whole extends Exposed<{ readonly area: string }> ? true : false>(true);

// @ts-expect-error people are not counted by cause
over(people, deaths);

// @ts-expect-error deaths have no level
over(deaths, everywhere);

// @ts-expect-error rates are no events
over(rates, people);

// @ts-expect-error nor people
over(deaths, rates);
