/** The scale on which a ratio is near to normal, and its standard error is known. */
export type RatioScale = "square root" | "log" | "plain";

/** The scale on which a proportion is near to normal, and its standard error is known. */
export type ProportionScale = "arcsine" | "plain";

/** A scale: where a value lies on it, how far an area of a size strays there by chance, and the way back. */
export interface Scale {
  readonly to: (value: number) => number;
  readonly from: (point: number) => number;
  readonly standardError: (size: number, target: number) => number;
}

/** Scales of a ratio; the size is the expected events. */
export const ratioScales: Readonly<Record<RatioScale, Scale>> = {
  "square root": {
    to: Math.sqrt,
    from: (point) => (point < 0 ? 0 : point * point),
    standardError: (expected) => 1 / (2 * Math.sqrt(expected)),
  },
  log: { to: Math.log, from: Math.exp, standardError: (expected, target) => 1 / Math.sqrt(expected * target) },
  plain: {
    to: (value) => value,
    from: (point) => Math.max(0, point),
    standardError: (expected, target) => Math.sqrt(target / expected),
  },
};

/** Scales of a proportion; the size is the total. */
export const proportionScales: Readonly<Record<ProportionScale, Scale>> = {
  arcsine: {
    to: (value) => Math.asin(Math.sqrt(value)),
    from: (point) => {
      const sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, point)));
      return sine * sine;
    },
    standardError: (total) => 1 / (2 * Math.sqrt(total)),
  },
  plain: {
    to: (value) => value,
    from: (point) => Math.min(1, Math.max(0, point)),
    standardError: (total, target) => Math.sqrt((target * (1 - target)) / total),
  },
};
