import type { Additive } from "./measure-kind.ts";
import type { Measures } from "./table.ts";

/** Nothing more of a table of counts; of any other, a text that the compiler shows beside the call. */
export type OnlyCounts<M extends Measures> = M[keyof M] extends Additive
  ? unknown
  : { readonly "only counts add up: sum events and population, then compute the rate": never };
