import { type Additive, describeRow, type Exposed, type Keys, PopneedsError } from "@popneeds/core";

/** Refuses parts that are larger than their whole. */
export function refusePartAboveWhole<K extends Keys>(caller: string, exposed: Exposed<K, Additive>): void {
  const { events, population } = exposed.measures;
  const astray: string[] = [];
  for (let i = 0; i < exposed.length; i++)
    if (events.values[i]! > population.values[i]!)
      astray.push(`${describeRow(exposed, i)}  ${events.values[i]} of ${population.values[i]}`);
  if (astray.length > 0)
    throw new PopneedsError({
      code: "part-above-whole",
      message: `${caller}: a part cannot be more than the whole; ${astray.length} of ${exposed.length} rows are:`,
      where: astray,
      fix: "Set the part against the people it was counted among, of the same area, period and edition.",
    });
}
