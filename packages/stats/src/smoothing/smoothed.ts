import { statusCode } from "../columns/group-status.ts";

/** Values of areas drawn towards a mean, those that rest on little most. */
export interface Smoothed {
  /** The smoothed value of each area; NaN where there is none. */
  readonly value: Float64Array;
  /** How much of the smoothed value is the area's own, from 0 to 1; the rest is the mean's. */
  readonly weight: Float64Array;
  /** What came of each area: positions in `groupStatuses`; 0 where it was smoothed. */
  readonly status: Uint8Array;
}

/** A result without figures, with the status of each area: whether it takes part. */
export function emptySmoothed(
  events: ArrayLike<number>,
  sizes: ArrayLike<number>,
  withoutSize: "no population" | "nothing expected",
): Smoothed {
  const status = new Uint8Array(events.length);
  for (let i = 0; i < status.length; i++) {
    const [e, n] = [events[i]!, sizes[i]!];
    if (Number.isNaN(e + n)) status[i] = statusCode("missing");
    else if (e < 0 || n < 0 || e === Infinity || n === Infinity) status[i] = statusCode("impossible");
    else if (n === 0) status[i] = statusCode(withoutSize);
  }
  const column = () => new Float64Array(events.length).fill(Number.NaN);
  return { value: column(), weight: column(), status };
}
