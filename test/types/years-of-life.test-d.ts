import { over, sumOver, type Table } from "@popneeds/core";
import { crudeRate, ratio } from "@popneeds/methods";
import { deaths, people } from "./given.ts";

declare const years: Table<{ readonly area: string }, { readonly years: "years" }>;
declare const everybody: Table<{ readonly area: string }, { readonly people: "count" }>;

// Deaths are counts, and have Poisson limits.
crudeRate(over(sumOver(deaths, "cause"), people));

// @ts-expect-error years of life are no counts: a crude rate would give them the limits of a Poisson count
crudeRate(over(years, everybody));

// Their ratio has none.
ratio(years, everybody, { per: 100_000 });
