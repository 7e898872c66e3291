import { describe, expect, it } from "vitest";
import { area, computed, figure, localities } from "./computed.ts";

const planning = ["2028", "2033", "2043"];
const everywhere = [...Object.values(area), ...localities];

const expected = (code: string, period: string, category = "") =>
  figure("expected-years-of-life-lost", { area: code, period, category });
const change = (code: string, period: string, category: string) =>
  figure("change-in-expected-years-of-life-lost", { area: code, period, category });
const amount = async (found: ReturnType<typeof figure>) => (await found).value!;

describe("expected years of life lost", () => {
  // As released before every year and every cause were given; and the same sums from the three files in Python 3.11, which gives
  // 25432.74814738654 and 27727.96005576799.
  it("in planning years are to the last digit what they were", async () => {
    expect(await amount(expected(area.partnership, "2023"))).toBe(25432.74814738654);
    expect(await amount(expected(area.partnership, "2043"))).toBe(27727.96005576799);
    expect(await amount(expected(localities[0]!, "2033"))).toBe(7089.5680631913765);
  });

  it("are given for every year from 2023 to 2043, and by cause in the four planning years", async () => {
    const here = (await computed("expected-years-of-life-lost")).filter(({ area: code }) => code === area.partnership);
    const periods = (of: typeof here) => [...new Set(of.map(({ period }) => period.label))].sort();
    expect(periods(here.filter(({ category }) => category === ""))).toEqual(
      Array.from({ length: 21 }, (_, i) => `${2023 + i}`),
    );
    const byCause = here.filter(({ category }) => category !== "");
    expect(periods(byCause)).toEqual(["2023", "2028", "2033", "2043"]);
    // 26 causes as the source names them, each death in one.
    expect(new Set(byCause.map(({ category }) => category)).size).toBe(26);
  });

  it("of causes add up to the whole at every level", async () => {
    const all = await computed("expected-years-of-life-lost");
    for (const code of everywhere)
      for (const period of ["2023", ...planning]) {
        const causes = all.filter((of) => of.area === code && of.period.label === period && of.category !== "");
        const sum = causes.reduce((total, { value }) => total + value!, 0);
        expect(sum / (await amount(expected(code, period)))).toBeCloseTo(1, 10);
      }
  });

  it("of localities add up to the partnership, in every year and by cause", async () => {
    const all = await computed("expected-years-of-life-lost");
    const whole = all.filter((of) => of.area === area.partnership);
    expect(whole).toHaveLength(21 + 4 * 26);
    for (const { period, category, value } of whole) {
      const parts = all.filter(
        (of) => localities.includes(of.area) && of.period.label === period.label && of.category === category,
      );
      expect(parts).toHaveLength(4);
      expect(parts.reduce((total, part) => total + part.value!, 0) / value!).toBeCloseTo(1, 10);
    }
  });

  it("are modelled, everywhere", async () => {
    for (const id of [
      "expected-years-of-life-lost",
      "change-in-expected-years-of-life-lost",
      "reduction-to-stand-still",
    ])
      expect(new Set((await computed(id)).map(({ provenance }) => provenance.evidence))).toEqual(new Set(["modelled"]));
  });
});

describe("change in expected years of life lost", () => {
  it("is growth, ageing and rates at every level, and what years lost changed by", async () => {
    for (const code of everywhere)
      for (const period of planning) {
        const [total, growth, ageing, rates] = await Promise.all(
          ["total", "growth", "ageing", "rates"].map((part) => amount(change(code, period, part))),
        );
        const [before, after] = [await amount(expected(code, "2023")), await amount(expected(code, period))];
        expect((growth! + ageing! + rates!) / total!).toBeCloseTo(1, 10);
        expect((before + total!) / after).toBeCloseTo(1, 10);
        // Rates are held: the part is nothing at all, and no negative zero, which would print as −0.
        expect(rates).toBe(0);
      }
  });

  // Python 3.11, from the files of deaths, person-years, life table and projection: with rates held, growth is the change of the
  // number of people by the mean of the two mean rates, ageing the change of the mean rate by the mean number of people.
  it("of Dumfries and Galloway to 2043 is fewer people and older ones", async () => {
    expect(await amount(change(area.partnership, "2043", "growth"))).toBeCloseTo(-1995.981991654836, 6);
    expect(await amount(change(area.partnership, "2043", "ageing"))).toBeCloseTo(4291.193900036276, 6);
    expect(await amount(change(area.partnership, "2043", "total"))).toBeCloseTo(2295.2119083814505, 6);
  });

  it("has the same drivers for a partnership and the council and board that are its twins", async () => {
    for (const part of ["growth", "ageing"])
      for (const twin of [area.council, area.board])
        expect(
          (await amount(change(twin, "2043", part))) / (await amount(change(area.partnership, "2043", part))),
        ).toBeCloseTo(1, 10);
  });

  it("of localities adds up to the partnership in all, and nearly so by driver", async () => {
    const sum = async (part: string) =>
      (await Promise.all(localities.map((code) => amount(change(code, "2043", part))))).reduce((a, b) => a + b, 0);
    const whole = (part: string) => amount(change(area.partnership, "2043", part));
    expect((await sum("total")) / (await whole("total"))).toBeCloseTo(1, 10);
    // The split depends on the level: people move between localities.
    const apart = (await sum("growth")) - (await whole("growth"));
    expect(Math.abs(apart)).toBeGreaterThan(0.1);
    expect(Math.abs(apart)).toBeLessThan(0.02 * (await whole("ageing")));
  });
});

describe("reduction to stand still", () => {
  // 100 × (1 − 25,432.748 ÷ 27,727.960) = 8.2776, by hand from the figures above.
  it("is what takes the burden of a later year back to that of 2023", async () => {
    const found = await figure("reduction-to-stand-still", { area: area.partnership, period: "2043" });
    expect(found.value).toBeCloseTo(8.2776, 3);
    for (const code of everywhere)
      for (const period of planning) {
        const { value } = await figure("reduction-to-stand-still", { area: code, period });
        const then = await amount(expected(code, period));
        expect(((1 - value! / 100) * then) / (await amount(expected(code, "2023")))).toBeCloseTo(1, 10);
      }
  });
});
