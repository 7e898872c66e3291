import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LifeTable, lifeTable, lifeTables } from "../../src/index.ts";
import { expectClose } from "../relative.ts";
import { abridged, rates, sampled, seeded } from "./populations.ts";

const last = abridged.length - 1;

/** Deaths, never none in the open band, and people who outnumber them. */
const counts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 })), {
    minLength: abridged.length,
    maxLength: abridged.length,
  })
  .map((rows) => ({
    deaths: rows.map(([d], k) => (k === last ? d + 1 : d)),
    people: rows.map(([d, more]) => (d + 1) * 5 + more * 50),
  }));

const scaled = (values: readonly number[], by: number) => values.map((value) => value * by);

describe("a life table", () => {
  it("adds up: d is the fall of l, T the sum of L, e = T ÷ l, all die", () => {
    fc.assert(
      fc.property(counts, ({ deaths, people }) => {
        const t = lifeTable(deaths, people, abridged);
        let sum = 0;
        for (let k = last; k >= 0; k--) {
          sum += t.years[k]!;
          expectClose(t.survivors[k]! - (t.survivors[k + 1] ?? 0), t.dying[k]!, 1e-9 + 1e-9 / (t.dying[k]! + 1e-30));
          expectClose(t.yearsAbove[k]!, sum, 1e-13);
          if (t.survivors[k]! > 0) expectClose(t.expectancy[k]!, t.yearsAbove[k]! / t.survivors[k]!, 1e-11);
          expect(t.expectancy[k]!).toBeGreaterThan(0);
        }
        expectClose(
          t.dying.reduce((all, d) => all + d, 0),
          100_000,
          1e-12,
        );
      }),
    );
  });

  it("does not depend on the size of the population; its variance falls with it", () => {
    const sizes = fc.constantFrom(1e-6, 0.5, 2, 3, 1_000, 1e9);
    fc.assert(
      fc.property(counts, sizes, ({ deaths, people }, k) => {
        const one = lifeTable(deaths, people, abridged);
        const many = lifeTable(scaled(deaths, k), scaled(people, k), abridged);
        for (const age of abridged.keys()) {
          expectClose(many.expectancy[age]!, one.expectancy[age]!, 1e-12);
          expectClose(many.variance[age]! * k, one.variance[age]!, 1e-11);
        }
      }),
    );
  });

  it("is shortened by a death more, at its age and below, and is as it was above", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: last }), ({ deaths, people }, where) => {
        const one = lifeTable(deaths, people, abridged);
        const more = lifeTable(deaths.with(where, deaths[where]! + 1), people, abridged);
        expect(more.expectancy[where]!).toBeLessThan(one.expectancy[where]!);
        for (let k = 0; k < where; k++) expect(more.expectancy[k]!).toBeLessThanOrEqual(one.expectancy[k]!);
        expect(more.expectancy.slice(where + 1)).toEqual(one.expectancy.slice(where + 1));
      }),
    );
  });

  it("has limits that hold the value and widen with the level", () => {
    fc.assert(
      fc.property(counts, ({ deaths, people }) => {
        const { expectancy, lower, upper } = lifeTable(deaths, people, abridged, { levels: [0.5, 0.95, 0.998] });
        for (const age of abridged.keys()) {
          const [e, l, u] = [expectancy[age]!, lower.map((x) => x[age]!), upper.map((x) => x[age]!)];
          expect([l[2]! < l[1]!, l[1]! < l[0]!, l[0]! < e, e < u[0]!, u[0]! < u[1]!, u[1]! < u[2]!]).not.toContain(
            false,
          );
        }
      }),
    );
  });

  it("has the variance of the delta method: each q and the open rate moved a little, by numbers alone", () => {
    fc.assert(
      fc.property(counts, ({ deaths, people }) => {
        const t = lifeTable(deaths, people, abridged);
        const h = 1e-6;
        let variance = 0;
        for (let k = 0; k < last; k++) {
          const slope = (moved(t, k, h) - moved(t, k, -h)) / (2 * h);
          variance += slope * slope * t.probabilityVariance[k]!;
        }
        // Poisson deaths: var(m) = D/P², and the years lived in the open band are l/m.
        const reached = t.survivors[last]! / 100_000;
        const open = reached / t.rate[last]! ** 2;
        variance += open * open * (deaths[last]! / people[last]! ** 2);
        expectClose(t.variance[0]!, variance, 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it("has Chiang's variance of q as his book of 1984 prints it: n² m (1 − a n m) ÷ (P (1 + (1 − a) n m)³)", () => {
    fc.assert(
      fc.property(counts, ({ deaths, people }) => {
        const t = lifeTable(deaths, people, abridged);
        for (let k = 0; k < last; k++) {
          const n = abridged[k + 1]! - abridged[k]!;
          const nm = (n * deaths[k]!) / people[k]!;
          const a = k === 0 ? 0.1 : 0.5;
          const b = 1 + (1 - a) * nm;
          const printed = (n * nm * (1 - a * nm)) / (people[k]! * b * b * b);
          if (t.probability[k] === 1 || deaths[k] === 0) expect(t.probabilityVariance[k]).toBe(0);
          else expectClose(t.probabilityVariance[k]!, printed, 1e-9);
        }
      }),
    );
  });
});

describe("a population with the same hazard at every age", () => {
  it("has a life expectancy of its reciprocal at every age, where a is that of the exponential distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.5, noNaN: true }), (hazard) => {
        // Mean time lived by those who die within n years: 1/μ − n/(e^(nμ) − 1).
        const separation = abridged.map((age, k) => {
          const n = abridged[k + 1]! - age;
          return 1 / (hazard * n) - 1 / Math.expm1(hazard * n);
        });
        const { expectancy, probability } = lifeTable(
          scaled(
            abridged.map(() => 1e4),
            hazard,
          ),
          abridged.map(() => 1e4),
          abridged,
          { separation },
        );
        for (const age of abridged.keys()) expectClose(expectancy[age]!, 1 / hazard, 1e-12);
        expectClose(probability[5]!, -Math.expm1(-5 * hazard), 1e-10);
      }),
    );
  });
});

describe("an abridged life table", () => {
  it("is close to that of single years, and both to the integral", () => {
    // Gompertz's law, hazard 0.00003 e^(0.095 x). R 4.2.2, integrate(function(x) exp(-0.00003/0.095*(exp(0.095*x)-1)),
    // 0, 130, rel.tol = 1e-12): 78.798931403020603
    const exact = 78.798931403020603;
    const [b, c] = [0.00003, 0.095];
    const survival = (x: number) => Math.exp((-b / c) * Math.expm1(c * x));
    const lived = (from: number, to: number) => {
      let sum = 0;
      const steps = 2_000;
      for (let i = 0; i < steps; i++) sum += survival(from + ((i + 0.5) * (to - from)) / steps);
      return (sum * (to - from)) / steps;
    };
    const table = (starts: readonly number[]) =>
      lifeTable(
        starts.map((age, k) => survival(age) - survival(starts[k + 1] ?? 130)),
        starts.map((age, k) => lived(age, starts[k + 1] ?? 130)),
        starts,
        { separation: "half" },
      );
    const single = table(Array.from({ length: 111 }, (_, age) => age)).expectancy[0]!;
    const byFive = table(abridged).expectancy[0]!;
    expectClose(single, exact, 1e-4);
    expectClose(byFive, exact, 1e-3);
    expect(Math.abs(single - exact)).toBeLessThan(Math.abs(byFive - exact));
  });
});

describe("limits of life expectancy", () => {
  it.each([
    [3_000, 0.92, 0.965],
    [30_000, 0.935, 0.965],
  ])("hold the true value as often as they say, with about %d people, at birth and at 65", (size, least, most) => {
    const random = seeded(size);
    const sets = 3_000;
    const people = abridged.map(
      (_, k) => size * (k === 0 ? 0.011 : k === 1 ? 0.045 : k < 15 ? 0.064 : 0.012 * (20 - k)),
    );
    const truth = lifeTable(
      people.map((n, k) => n * rates[k]!),
      people,
      abridged,
    ).expectancy;
    const deaths = Float64Array.from({ length: sets * abridged.length }, (_, i) => {
      const k = i % abridged.length;
      return sampled(random, people[k]! * rates[k]!);
    });
    const all = Float64Array.from(deaths, (_, i) => people[i % abridged.length]!);
    const { lower, upper } = lifeTables(deaths, all, abridged);
    for (const band of [0, 14]) {
      let held = 0;
      for (let i = band; i < deaths.length; i += abridged.length)
        if (lower[0]![i]! <= truth[band]! && truth[band]! <= upper[0]![i]!) held++;
      expect(held / sets).toBeGreaterThan(least);
      expect(held / sets).toBeLessThan(most);
    }
  });
});

/** Life expectancy at the first age with one q moved, from the columns of a table. */
function moved({ age, probability, yearsOfDying }: LifeTable, band: number, by: number): number {
  let e = yearsOfDying[last]!;
  for (let k = last - 1; k >= 0; k--) {
    const q = probability[k]! + (k === band ? by : 0);
    e = (1 - q) * (age[k + 1]! - age[k]! + e) + q * yearsOfDying[k]!;
  }
  return e;
}
