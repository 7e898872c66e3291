import fc from "fast-check";
import { describe, it } from "vitest";
import { poissonRegression, weightedLeastSquares } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const row = fc.record({
  events: fc.integer({ min: 1, max: 10_000 }),
  population: fc.integer({ min: 1000, max: 10_000_000 }),
  x: fc.double({ min: -10, max: 10, noNaN: true }),
  // Values whose squares are no numbers any more have no digits to compare.
  y: fc.double({ min: -100, max: 100, noNaN: true }).map((y) => (Math.abs(y) < 1e-6 ? 0 : y)),
  weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
});
/** Rows whose x are spread, so that there is a slope to be found. */
const rows = fc
  .array(row, { minLength: 4, maxLength: 12 })
  .map((all) => all.map((each, i) => ({ ...each, x: each.x + 25 * i })));
type Rows = readonly { events: number; population: number; x: number; y: number; weight: number }[];
const column = (all: Rows, name: keyof Rows[number]) => all.map((each) => each[name]);
const poisson = (all: Rows, per = 1) =>
  poissonRegression(
    column(all, "events"),
    column(all, "population").map((n) => n * per),
    { x: column(all, "x") },
  );
const least = (all: Rows) =>
  weightedLeastSquares(column(all, "y"), { x: column(all, "x") }, { weights: column(all, "weight") });

describe("poissonRegression", () => {
  it("fulfils the score equations: what is observed and what is fitted agree in every column", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { fitted } = poisson(all);
        const total = column(all, "events").reduce((sum, e) => sum + e, 0);
        const moment = all.reduce((sum, { events, x }) => sum + events * x, 0);
        const size = all.reduce((sum, { events, x }) => sum + events * Math.abs(x), 0);
        expectClose(
          fitted.reduce((sum, e) => sum + e, 0),
          total,
          1e-10,
        );
        const found = all.reduce((sum, { x }, i) => sum + fitted[i]! * x, 0);
        expectClose(1 + (found - moment) / size, 1, 1e-10);
      }),
      { numRuns: 200 },
    );
  });

  it("has the same slopes whatever the population is counted in, and whatever the order of rows", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-9, 1e-3, 1e5), (all, per) => {
        const plain = poisson(all).coefficients;
        const scaled = poisson(all, per).coefficients;
        const turned = poisson([...all].reverse()).coefficients;
        const near = plain[1]!.standardError * 1e-8;
        for (const other of [scaled, turned]) {
          expectClose(1 + (other[1]!.value - plain[1]!.value) / near, 1, 1);
          expectClose(other[1]!.standardError, plain[1]!.standardError, 1e-8);
        }
        expectClose(1 + (scaled[0]!.value + Math.log(per) - plain[0]!.value) / (plain[0]!.standardError * 1e-8), 1, 1);
      }),
      { numRuns: 100 },
    );
  });

  it("turns its slope round where the term is turned round", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const [, slope] = poisson(all).coefficients;
        const [, turned] = poisson(all.map((each) => ({ ...each, x: -each.x }))).coefficients;
        expectClose(1 + (slope!.value + turned!.value) / (slope!.standardError * 1e-8), 1, 1);
      }),
      { numRuns: 100 },
    );
  });

  it("recovers rates that are log-linear", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: -0.02, max: 0.02, noNaN: true }), (all, slope) => {
        const exact = all.map((each) => ({ ...each, events: each.population * 0.01 * Math.exp(slope * each.x) }));
        expectClose(1 + poisson(exact).coefficients[1]!.value - slope, 1, 1e-10);
      }),
      { numRuns: 100 },
    );
  });
});

describe("weightedLeastSquares", () => {
  it("leaves residuals that no column explains", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { fitted } = least(all);
        const [sum, moment] = all.reduce(
          ([s, m], { y, x, weight }, i) => [s + weight * (y - fitted[i]!), m + weight * x * (y - fitted[i]!)],
          [0, 0] as [number, number],
        );
        const size = all.reduce((total, { x, weight }) => total + weight * 100 * (1 + Math.abs(x)), 0);
        expectClose(1 + sum / size, 1, 1e-12);
        expectClose(1 + moment / size, 1, 1e-12);
      }),
    );
  });

  it("scales with the values, and not with the weights or the order of rows", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-9, 3, 1e9), (all, by) => {
        const plain = least(all).coefficients[1]!;
        const close = (value: number, wanted: number) =>
          expectClose(1 + (value - wanted) / (Math.abs(wanted) + plain.standardError + Number.MIN_VALUE), 1, 1e-9);
        close(least(all.map((each) => ({ ...each, y: each.y * by }))).coefficients[1]!.value / by, plain.value);
        const heavier = least(all.map((each) => ({ ...each, weight: each.weight * by }))).coefficients[1]!;
        close(heavier.value, plain.value);
        close(heavier.standardError, plain.standardError);
        close(least([...all].reverse()).coefficients[1]!.value, plain.value);
      }),
    );
  });
});
