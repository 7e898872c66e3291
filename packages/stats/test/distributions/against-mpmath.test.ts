import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  betaDensity,
  betaDistribution,
  betaQuantile,
  binomialDensity,
  binomialDistribution,
  binomialQuantile,
  gammaDensity,
  gammaDistribution,
  gammaQuantile,
  normalDensity,
  normalDistribution,
  normalQuantile,
  poissonDensity,
  poissonDistribution,
  poissonQuantile,
  studentDensity,
  studentDistribution,
  studentQuantile,
  type TailOptions,
} from "../../src/index.ts";

type Row = readonly number[];
type Of = (x: number, parameters: Row, options: TailOptions) => number;

const rows = JSON.parse(readFileSync(new URL("mpmath.json", import.meta.url), "utf8")) as Record<string, Row[]>;

const families: readonly (readonly [name: string, density: Of, distribution: Of, quantile: Of])[] = [
  [
    "normal",
    (x, _, o) => normalDensity(x, o),
    (x, _, o) => normalDistribution(x, o),
    (p, _, o) => normalQuantile(p, o),
  ],
  [
    "gamma",
    (x, [a], o) => gammaDensity(x, a!, o),
    (x, [a], o) => gammaDistribution(x, a!, o),
    (p, [a], o) => gammaQuantile(p, a!, o),
  ],
  [
    "beta",
    (x, [a, b], o) => betaDensity(x, a!, b!, o),
    (x, [a, b], o) => betaDistribution(x, a!, b!, o),
    (p, [a, b], o) => betaQuantile(p, a!, b!, o),
  ],
  [
    "student",
    (t, [v], o) => studentDensity(t, v!, o),
    (t, [v], o) => studentDistribution(t, v!, o),
    (p, [v], o) => studentQuantile(p, v!, o),
  ],
  [
    "poisson",
    (k, [mean], o) => poissonDensity(k, mean!, o),
    (k, [mean], o) => poissonDistribution(k, mean!, o),
    (p, [mean], o) => poissonQuantile(p, mean!, o),
  ],
  [
    "binomial",
    (k, [n, p], o) => binomialDensity(k, n!, p!, o),
    (k, [n, p], o) => binomialDistribution(k, n!, p!, o),
    (q, [n, p], o) => binomialQuantile(q, n!, p!, o),
  ],
];

/** The largest relative difference of a family, and where it is. */
function worst(name: string, difference: (row: Row) => number): { readonly at: string; readonly off: number } {
  let found = { at: "nowhere", off: 0 };
  for (const row of rows[name]!) {
    const off = difference(row);
    if (!(off <= found.off)) found = { at: JSON.stringify(row), off };
  }
  return found;
}

const apart = (found: number, expected: number) =>
  found === expected ? 0 : Math.abs(found - expected) / Math.abs(expected);

describe.each(families)("the %s distribution", (name, density, distribution, quantile) => {
  const parts = (row: Row) => ({
    x: row[0]!,
    parameters: row.slice(1, -3),
    log: { lower: row.at(-3)!, upper: row.at(-2)!, density: row.at(-1)! },
  });

  it.each(["lower", "upper"] as const)("has its %s tail to 12 digits, as small as numbers go", (tail) => {
    const off = worst(name, (row) => {
      const { x, parameters, log } = parts(row);
      if (log[tail] < -700) return 0;
      return apart(distribution(x, parameters, { tail }), Math.exp(log[tail])) - expError(log[tail]);
    });
    expect(off.off, off.at).toBeLessThan(1e-12);
  });

  it.each(["lower", "upper"] as const)("has the logarithm of its %s tail to 12 digits, however small", (tail) => {
    const off = worst(name, (row) => {
      const { x, parameters, log } = parts(row);
      return apart(distribution(x, parameters, { tail, scale: "log" }), log[tail]);
    });
    expect(off.off, off.at).toBeLessThan(1e-12);
  });

  it("has its density to 12 digits", () => {
    const off = worst(name, (row) => {
      const { x, parameters, log } = parts(row);
      const onLog =
        Math.abs(density(x, parameters, { scale: "log" }) - log.density) / Math.max(1, Math.abs(log.density));
      if (log.density < -700 || log.density > 700) return onLog;
      const plain = apart(density(x, parameters, {}), Math.exp(log.density)) - expError(log.density);
      return Math.max(onLog, plain);
    });
    expect(off.off, off.at).toBeLessThan(1e-12);
  });

  it.each(["plain", "log"] as const)("is undone by its quantile to 12 digits, on a %s scale", (scale) => {
    const off = worst(name, (row) => {
      const { x, parameters, log } = parts(row);
      const tail = log.lower <= log.upper ? "lower" : "upper";
      if (scale === "plain" && log[tail] < -700) return 0;
      const found = quantile(scale === "log" ? log[tail] : Math.exp(log[tail]), parameters, { tail, scale });
      // What the last digit of a probability that was written down can move the point by: its error ÷ (x f ÷ tail).
      const given = 2.3e-16 * Math.max(1, Math.abs(log[tail]));
      const slope = Math.exp(Math.log(Math.abs(x)) + log.density - log[tail]);
      const whole = name === "poisson" || name === "binomial";
      return whole ? Math.abs(found - x) : apart(found, x) - (2 * given) / slope;
    });
    expect(off.off, off.at).toBeLessThan(1e-12);
  });
});

/** What Math.exp of a number of 17 digits may be off by: the last digit of its argument. */
function expError(log: number): number {
  return 2.3e-16 * Math.max(1, Math.abs(log));
}
