import type { Limits } from "../shared/interval.ts";

/** Limits of the absolute index and of the ratio, last against first, before either is turned round or scaled. */
export interface SlopeLimits {
  readonly absolute: Limits;
  readonly ratio: Limits;
}
