import { area, count, period, schema, sex } from "@popneeds/ingest";
import fc from "fast-check";
import { expect, test } from "vitest";
import { totalsAcross } from "../../src/totals/totals-across.ts";
import { totalsOfSlices } from "../../src/totals/totals-of-slices.ts";
import { fileOf, places, tableOf } from "../synthetic.ts";

const councils = ["S12000047", "S12000020", "S12000033"];
const sexes = ["female", "male"];
/** People by council and sex: two counts for each of the three. */
const people = fc.array(fc.tuple(fc.nat(100_000), fc.nat(100_000)), { minLength: 3, maxLength: 3 });

const of = schema({
  area: area("area", { totals: ["S92000003"] }),
  sex: sex("sex", undefined, { totals: ["All"] }),
  people: count("people"),
});

/** Every part and every total of some counts, in an order of no meaning. */
function rows(counts: readonly (readonly number[])[]): readonly (readonly [string, string, number])[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const parts = counts.flatMap((row, i) => row.map((n, k): [string, string, number] => [councils[i]!, sexes[k]!, n]));
  return [
    ["S92000003", "All", sum(counts.flat())],
    ...sexes.map((name, k): [string, string, number] => ["S92000003", name, sum(counts.map((row) => row[k]!))]),
    ...counts.map((row, i): [string, string, number] => [councils[i]!, "All", sum(row)]),
    ...parts,
  ];
}

const text = (all: readonly (readonly unknown[])[]) =>
  `area,sex,people\n${all.map((row) => row.join(",")).join("\n")}\n`;

test("totals that are the sum of their parts always agree, in whatever order the rows stand", async () => {
  await fc.assert(
    fc.asyncProperty(
      people.chain((counts) => fc.shuffledSubarray([...rows(counts)], { minLength: 12, maxLength: 12 })),
      async (all) => {
        const checks = totalsOfSlices((await fileOf(text(all), of)).tables);
        // Areas for each sex and both, sexes for each council and the country.
        expect(checks.reduce((sum, { compared }) => sum + compared, 0)).toBe(2 + 1 + 3 + 1);
        for (const { compared, agree } of checks) expect(agree).toBe(compared);
      },
    ),
    { numRuns: 100 },
  );
});

test("one figure that is changed is seen, by as much as it was changed, in each of the two totals that it is part of", async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.nat(5), fc.integer({ min: 1, max: 1000 }), async (counts, which, change) => {
      const all = rows(counts).map((row, i) => (i === 6 + which ? [row[0], row[1], row[2] + change] : row));
      const apart = totalsOfSlices((await fileOf(text(all), of)).tables).filter(({ apart: times }) => times > 0);
      expect(apart.map(({ over }) => over).sort()).toEqual(["area", "sex"]);
      for (const { largest } of apart) expect(largest?.difference).toBe(change);
    }),
    { numRuns: 100 },
  );
});

test("across levels: what was summed up agrees at every level; one lost row is no disagreement, but not compared", () => {
  const flat = schema({ area: area("area"), period: period("period"), people: count("people") });
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }), fc.nat(2), ([fife, moray, aberdeen], lost) => {
      const parts = [`S12000047,2022,${fife}`, `S12000020,2022,${moray}`, `S12000033,2022,${aberdeen}`];
      const wholes = `S08000029,2022,${fife}\nS08000020,2022,${moray! + aberdeen!}\nS92000003,2022,${fife! + moray! + aberdeen!}\n`;
      const make = (some: readonly string[]) => tableOf(`area,period,people\n${some.join("\n")}\n${wholes}`, flat);
      const whole = make(parts);
      expect(totalsAcross(whole, whole, places).map(({ compared, agree }) => [compared, agree])).toEqual([
        [2, 2],
        [1, 1],
        [1, 1],
      ]);
      const short = make(parts.filter((_, i) => i !== lost));
      for (const { apart } of totalsAcross(short, short, places)) expect(apart).toBe(0);
    }),
    { numRuns: 100 },
  );
});
