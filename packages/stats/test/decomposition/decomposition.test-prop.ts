import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burdenChange } from "../../src/decomposition/burden-change.ts";
import { factorEffects } from "../../src/decomposition/factor-effects.ts";
import {
  type LifeExpectancyChangeMethod,
  lifeExpectancyChange,
} from "../../src/decomposition/life-expectancy-change.ts";
import { standardisedAcross } from "../../src/decomposition/standardised-across.ts";
import { stepwiseEffects } from "../../src/decomposition/stepwise-effects.ts";
import { lifeTable } from "../../src/life-tables/life-table.ts";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const product = (factors: readonly (number | ArrayLike<number>)[]) =>
  factors.reduce<number>((total, factor) => total * (factor as number), 1);

describe("decompositions add up to 1e-10", () => {
  test("of any number of factors, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real(0, 10), real(0, 10)), { minLength: 1, maxLength: 6 }), (pairs) => {
        const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const { first, second, effects } = factorEffects(one, other, product);
        const scale = Math.max(1, first, second);
        expect(Math.abs(sum(effects) - (second - first))).toBeLessThan(1e-10 * scale);
        const turned = factorEffects([...one].reverse(), [...other].reverse(), product).effects;
        [...turned].reverse().forEach((effect, i) => {
          expect(Math.abs(effect - effects[i]!)).toBeLessThan(1e-10 * scale);
        });
      }),
    );
  });

  test("of burden: growth, ageing and rate, in each stratum and in all; the way back is the opposite", () => {
    const stratum = fc.tuple(real(0, 1e6), real(0, 2), real(0, 1e6), real(0, 2));
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), (strata) => {
        const [p1, r1, p2, r2] = [0, 1, 2, 3].map((k) => strata.map((row) => row[k]!)) as [
          number[],
          number[],
          number[],
          number[],
        ];
        fc.pre(sum(p1) > 1 && sum(p2) > 1);
        const change = burdenChange(p1, r1, p2, r2);
        const scale = 1e-10 * Math.max(1, change.first, change.second, Math.abs(change.size));
        expect(Math.abs(change.size + change.structure + change.rate - (change.second - change.first))).toBeLessThan(
          scale * 10,
        );
        strata.forEach(([a, b, c, d], i) => {
          const { size, structure, rate } = change.byStratum;
          expect(Math.abs(size[i]! + structure[i]! + rate[i]! - (c * d - a * b))).toBeLessThan(scale * 10);
        });
        const back = burdenChange(p2, r2, p1, r1);
        expect(Math.abs(back.structure + change.structure)).toBeLessThan(scale * 10);
      }),
    );
  });

  test("the three effects are those of the factors size, shares and rates", () => {
    const shares = (people: number[]) => people.map((count) => count / sum(people));
    const [p1, r1, p2, r2] = [
      [100, 50],
      [0.1, 0.4],
      [100, 100],
      [0.1, 0.3],
    ];
    const { effects } = factorEffects([150, shares(p1), r1], [200, shares(p2), r2], ([size, share, rate]) =>
      sum(Array.from(share as number[], (value, i) => (size as number) * value * (rate as number[])[i]!)),
    );
    const change = burdenChange(p1, r1, p2, r2);
    expect(change.size).toBeCloseTo(effects[0]!, 12);
    expect(change.structure).toBeCloseTo(effects[1]!, 12);
    expect(change.rate).toBeCloseTo(effects[2]!, 12);
  });

  test("of several populations, over pairs and over factors", () => {
    const population = fc.tuple(real(0, 5), real(0, 5), real(0, 5));
    fc.assert(
      fc.property(fc.array(population, { minLength: 2, maxLength: 6 }), (populations) => {
        const { rates, standardised } = standardisedAcross(populations, product);
        for (let i = 1; i < populations.length; i++) {
          const effects = standardised.map((column) => column[i]! - column[i - 1]!);
          expect(Math.abs(sum(effects) - (rates[i]! - rates[i - 1]!))).toBeLessThan(1e-10);
        }
        if (populations.length === 2) {
          const { effects } = factorEffects(populations[0]!, populations[1]!, product);
          for (const [f, column] of standardised.entries())
            expect(Math.abs(column[1]! - column[0]! - effects[f]!)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  test("of numbers replaced one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real(0, 2), real(0, 2)), { minLength: 1, maxLength: 8 }), (pairs) => {
        const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const rate = (numbers: Float64Array) => Math.sqrt(sum(numbers)) + numbers[0]! ** 2;
        const effects = stepwiseEffects(one, other, rate);
        const difference = rate(Float64Array.from(other)) - rate(Float64Array.from(one));
        expect(Math.abs(sum(effects) - difference)).toBeLessThan(1e-10);
      }),
    );
  });
});

describe("a difference of life expectancies", () => {
  const ages = [0, 1, 5, 15, 45, 65, 85];
  const rate = fc.tuple(...ages.map((_, x) => real(x === 6 ? 0.02 : 1e-5, 0.002 * 2.2 ** x)));
  const table = (rates: readonly number[]) =>
    lifeTable(
      rates,
      ages.map(() => 1),
      ages,
      { separation: "andreev-kingkade female" },
    );

  test("adds up over ages and over causes, and is turned round with the populations", () => {
    fc.assert(
      fc.property(rate, rate, real(0, 1), real(0, 1), (one, other, share1, share2) => {
        const [first, second] = [table(one), table(other)];
        const split = (rates: readonly number[], share: number) => [
          rates.map((m) => m * share),
          rates.map((m) => m * (1 - share)),
        ];
        const causes = { first: split(one, share1), second: split(other, share2) };
        const change = lifeExpectancyChange(first, second, { causes });
        expect(Math.abs(change.residual)).toBeLessThan(1e-10);
        for (const [x, years] of change.byAge.entries())
          expect(Math.abs(sum(change.byCause.map((column) => column[x]!)) - years)).toBeLessThan(1e-10);
        const back = lifeExpectancyChange(second, first);
        for (const [x, years] of change.byAge.entries()) expect(Math.abs(years + back.byAge[x]!)).toBeLessThan(1e-10);
      }),
    );
  });

  const factors = fc.tuple(...ages.map(() => real(0.2, 0.95)));
  const residual = (one: readonly number[], other: readonly number[], method: LifeExpectancyChangeMethod) =>
    Math.abs(lifeExpectancyChange(table(one), table(other), { method }).residual);

  test("is the sum of ages by every method that adds up, to 1e-10, Horiuchi's line integral where rates are up to five times apart", () => {
    // Rates at which nobody's chance of dying is cut off at 1, where the way has a bend.
    fc.assert(
      fc.property(rate, rate, factors, (one, other, times) => {
        for (const method of ["andreev", "arriaga", "chandrasekaran", "stepwise", "symmetric"] as const)
          expect(residual(one, other, method)).toBeLessThan(1e-10);
        const high = one.map((own, x) => (x === 6 ? own : Math.min(own, 0.09)));
        const lower = high.map((own, x) => own * times[x]!);
        expect(residual(high, lower, "line integral")).toBeLessThan(1e-10);
      }),
      { numRuns: 25 },
    );
  });

  test("is by the line integral next to the sum of ages where rates are thousands of times apart", () => {
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        expect(residual(one, other, "line integral")).toBeLessThan(1e-5);
      }),
      { numRuns: 20 },
    );
  });
});
