import type { Convention } from "./convention.ts";
import { nrs } from "./nrs.ts";
import { phe } from "./phe.ts";
import { phs } from "./phs.ts";
import { scotpho } from "./scotpho.ts";

/**
 * The conventions that are known by name, for those who must repeat a publisher's digits.
 *
 * @example
 * directRateAcrossSexes(pool(exposed, { years: 3, ...conventions.scotpho.pooling }), esp2013, conventions.scotpho.directRate)
 */
export const conventions: Readonly<Record<"nrs" | "phe" | "phs" | "scotpho", Convention>> = Object.freeze({
  nrs,
  phe,
  phs,
  scotpho,
});
