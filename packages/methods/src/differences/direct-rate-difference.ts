import { type Age, type Exposed, type Keys, keep, stack } from "@popneeds/core";
import type { Standard } from "@popneeds/population";
import { directRate } from "../rates/direct-rate.ts";
import type { DirectRateOptions } from "../rates/directly.ts";
import { printLevel } from "../shared/scale.ts";
import { type Comparison, requireAreas } from "./area-pair.ts";
import type { Differences } from "./difference-rows.ts";
import { differencesFromLimits } from "./estimate-difference.ts";
import { remainderOf } from "./remainder-of.ts";

/**
 * Tests whether the directly standardised rate of an area differs from that of another: the area against the rest of the
 * one it lies in, whose own rate is computed from what is left in each age.
 *
 * difference = own − other; each standard error is read off the limits of the rate.
 *
 * @param exposed  events over people by age, of both areas
 * @param standard weights by band
 * @param options  those of `directRate`; `area`, `against`: codes; `inside`: whether the area lies in the other, default true
 * @returns one row for each of the area's rates, with the key `against`; a rate that is missing passes its reason
 * @throws PopneedsError `unknown-area`, `same-area`, `part-above-whole`, and those of `directRate`
 *
 * Source: Altman DG, Bland JM. BMJ 2003;326:219.
 *
 * @example
 * directRateDifference(exposed, esp2013, { area: "north", against: "country" })
 */
export function directRateDifference<K extends Keys & { readonly area: string; readonly age: Age }>(
  exposed: Exposed<K>,
  standard: Standard,
  { area, against, inside = true, level = 0.95, ...options }: Comparison & DirectRateOptions,
): Differences<Omit<K, "age"> & { readonly area: string }, "rate"> {
  requireAreas("directRateDifference", exposed, { area, against });
  const only = (code: string) => keep(exposed as unknown as Exposed<AreaAge>, { area: (own) => own === code });
  const other = inside ? remainderOf(exposed as unknown as Exposed<AreaAge>, { area, against }) : only(against);
  const rates = stack(
    directRate(only(area), standard, { ...options, level }),
    directRate(other, standard, { ...options, level }),
  );
  const otherCode = inside ? `${against} without ${area}` : against;
  const said = `difference of ${area} from ${inside ? `the rest of ${against}` : against}: standard errors read off the limits; ${printLevel(level)} limits`;
  return differencesFromLimits(
    "directRateDifference",
    rates,
    { area, against: otherCode },
    level,
    said,
    against,
  ) as unknown as Differences<Omit<K, "age"> & { readonly area: string }, "rate">;
}

type AreaAge = { readonly area: string; readonly age: Age };
