import { PopneedsError } from "@popneeds/core";
import { createStandard } from "./create-standard.ts";
import type { Standard } from "./standard.ts";

/**
 * The people of a standard within a span of ages: under 75, 16 and over, 65 and over.
 *
 * A band that the span cuts through gives as many of its people as it has years within the span, as if they were spread
 * evenly: of the 5,500 people of 15 to 19 in the European Standard Population 2013, 4,400 are 16 and over. The open band
 * can only be taken whole.
 *
 * @param standard the standard
 * @param ages     `from`: first age, default 0; `to`: first age above the span, default none
 * @returns the part, named for its ages; weights on the scale of the standard
 * @throws PopneedsError `invalid-age` when the span is empty or is no span; `standard-cut` when it cuts the open band
 *
 * @example
 * partOfStandard(esp2013, { from: 16 }).weights[0] // 4400
 */
export function partOfStandard(
  standard: Standard,
  { from = 0, to = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly to?: number },
): Standard {
  if (!(Number.isInteger(from) && from >= 0 && to > from && (Number.isInteger(to) || to === Number.POSITIVE_INFINITY)))
    throw new PopneedsError({
      code: "invalid-age",
      message: `partOfStandard: ages must run upwards in whole years; found ${from} to ${to}`,
      fix: "Give the first age, and the first age above the span: { from: 16, to: 65 }.",
    });
  const rows = standard.bands.flatMap((band, i): (readonly [number, number, number])[] => {
    const [start, end] = [Math.max(from, band.from), Math.min(to, band.to)];
    if (start >= end) return [];
    const whole = start === band.from && end === band.to;
    if (!whole && band.to === Number.POSITIVE_INFINITY)
      throw new PopneedsError({
        code: "standard-cut",
        message: `partOfStandard: the open band ${band.label} of the ${standard.name} must not be cut; found ${from} to ${to}`,
        fix: `End the span at ${band.from} or below, or leave it open.`,
      });
    const share = whole ? 1 : (end - start) / (band.to - band.from);
    return [[start, end, standard.weights[i]! * share]];
  });
  return createStandard({ ...standard, name: `${standard.name}, ${inWords(from, to)}`, rows });
}

function inWords(from: number, to: number): string {
  if (to === Number.POSITIVE_INFINITY) return from === 0 ? "all ages" : `ages ${from} and over`;
  return from === 0 ? `ages under ${to}` : `ages ${from} to ${to - 1}`;
}
