import { sumOver } from "@popneeds/core";
import { deaths, everywhere, mixed, rates } from "./given.ts";
import { holds, type KeyNames, type MeasureNames, type Same } from "./is.ts";

// What is summed over is gone, and nothing else.
const summed = sumOver(deaths, "cause", "sex");
holds<Same<KeyNames<typeof summed>, "area" | "period" | "age">>(true);
holds<Same<MeasureNames<typeof summed>, "deaths">>(true);
const atLevels = sumOver(everywhere, "sex");
holds<Same<KeyNames<typeof atLevels>, "area" | "level">>(true);

// @ts-expect-error only counts add up
sumOver(rates, "sex");

// @ts-expect-error only counts add up, and one of these is a rate
sumOver(mixed, "area");

// @ts-expect-error the localities of a partnership and the partnership are the same people
sumOver(everywhere, "level");

// @ts-expect-error people are not counted by this
sumOver(deaths, "ethnicity");

// @ts-expect-error summed away already
sumOver(summed, "cause");
