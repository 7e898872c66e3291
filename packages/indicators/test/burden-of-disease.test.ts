import { describe, expect, it } from "vitest";
import { causeWords } from "../src/burden/cause-words.ts";
import type { Estimate } from "../src/estimate.ts";
import { causeGroup, causeGroups } from "../src/index.ts";
import { area, computed, figure, localities } from "./computed.ts";
import { raw, sum } from "./raw.ts";

const deaths = raw("mortality/deaths-by-cause");
const lived = raw("mortality/deaths-person-years");
const table = raw("standards/reference-life-tables").filter((row) => row["table"] === "uk-nlt-2016-18");
const ages = [...new Set(lived.map((row) => row["age"]!))];
const add = (figures: Iterable<{ readonly value: number | null }>) =>
  Array.from(figures).reduce((total, { value }) => total + value!, 0);
const of = (
  estimates: readonly Estimate[],
  keys: Partial<Record<"area" | "sex" | "age" | "category" | "period", string>>,
) =>
  estimates.filter((one) =>
    Object.entries(keys).every(
      ([key, wanted]) => (key === "period" ? one.period.label : one[key as "area"]) === wanted,
    ),
  );

/** Years left in the middle of a band, on the straight line between whole ages; at 95 in the open band. */
function left(sex: string, label: string): number {
  const [from, to] = label.split(/[-+]/).map(Number) as [number, number];
  const age = label === "90+" ? 95 : (from + (label.includes("-") ? to : from) + 1) / 2;
  const at = (whole: number) =>
    Number(table.find((row) => row["sex"] === sex && row["age"] === `${whole}`)!["expectancy"]);
  const below = Math.floor(age);
  return at(below) + (age - below) * (at(Math.ceil(age)) - at(below));
}
const lost = (row: (typeof deaths)[number]) => Number(row["deaths"]) * left(row["sex"]!, row["age"]!);

describe("years of life lost of the country", () => {
  it.each(["2000-2002", "2012-2014", "2015-2017"])(
    "in %s are deaths times years left, in all and by cause",
    async (period) => {
      const rows = deaths.filter((row) => row["period"] === period);
      const people = sum(
        lived.filter((row) => row["period"] === period),
        "person_years",
      );
      const found = await figure("years-of-life-lost", { area: area.country, period });
      expect(found.value).toBeCloseTo((100_000 * sum(rows, lost)) / people, 6);
      expect(found.numerator).toBeCloseTo(sum(rows, lost) / 3, 4);
      const all = of(await computed("years-of-life-lost"), { area: area.country, period });
      expect(all.length).toBe(27);
      expect(add(all.filter(({ category }) => category !== ""))).toBeCloseTo(found.value!, 8);
    },
  );

  it("in 2015-2017 are 2,189,416 years in three years", async () => {
    // python 3: sum of deaths × expectancy over the rows of the two shipped files
    const found = await figure("years-of-life-lost", { area: area.country, period: "2015-2017" });
    expect(Math.round(found.numerator! * 3)).toBe(2_189_416);
  });
});

describe("the share of years of life lost", () => {
  it("is a cause's years of all years, by hand, and adds up to 100 in each area and period", async () => {
    const rows = deaths.filter((row) => row["period"] === "2000-2002");
    const heart = rows.filter((row) => row["cause"] === "IHD");
    const found = await figure("share-of-years-of-life-lost", {
      area: area.country,
      period: "2000-2002",
      category: "Ischaemic heart disease",
    });
    expect(found.value).toBeCloseTo((100 * sum(heart, lost)) / sum(rows, lost), 8);
    expect(found.numerator).toBeCloseTo(sum(heart, lost) / 3, 4);
    expect(found.denominator).toBeCloseTo(sum(rows, lost) / 3, 4);
    const all = await computed("share-of-years-of-life-lost");
    for (const period of ["2000-2002", "2012-2014", "2015-2017"])
      expect(add(of(all, { area: area.country, period }))).toBeCloseTo(100, 8);
    for (const code of [area.partnership, area.region, ...localities]) {
      const here = of(all, { area: code });
      expect(here.length).toBe(26);
      expect(add(here)).toBeCloseTo(100, 8);
      expect(new Set(here.map(({ provenance }) => provenance.evidence))).toEqual(new Set(["modelled"]));
    }
  });

  it("of a smaller area rests on the years that years-of-life-lost has", async () => {
    const share = await figure("share-of-years-of-life-lost", { area: localities[0]!, category: "Lung cancer" });
    const years = await figure("years-of-life-lost", { area: localities[0]!, category: "Lung cancer" });
    expect(share.numerator).toBeCloseTo(years.numerator!, 8);
  });
});

describe("years of life lost by age", () => {
  it("are those of each band and group, by hand, and add up to all years", async () => {
    const all = await computed("years-of-life-lost-by-age");
    const rows = deaths.filter((row) => row["period"] === "2015-2017");
    const injured = rows.filter(
      (row) =>
        ["Accidents", "Drug-related", "Suicide", "Other external"].includes(row["cause"]!) &&
        ["0", "1-4"].includes(row["age"]!),
    );
    const [young] = of(all, { area: area.country, age: "0-4", category: "Injury, drugs and suicide" });
    expect(young!.value).toBeCloseTo(sum(injured, lost) / 3, 6);
    for (const code of [area.country, area.partnership, localities[1]!]) {
      const here = of(all, { area: code });
      // 19 bands to 90 and over × 7 groups
      expect(here.length).toBe(133);
      const period = code === area.country ? "2015-2017" : "2021";
      expect(add(here)).toBeCloseTo((await figure("years-of-life-lost", { area: code, period })).numerator!, 4);
    }
  });
});

describe("the change in years of life lost", () => {
  const rows = (period: string) => deaths.filter((row) => row["period"] === period);
  const strata = ["female", "male"].flatMap((sex) => ages.map((age) => ({ sex, age })));
  /** People, shares and years per person, by sex and age. */
  const factors = (period: string, wanted: (cause: string) => boolean = () => true) => {
    const people = strata.map(({ sex, age }) =>
      sum(
        lived.filter((row) => row["period"] === period && row["sex"] === sex && row["age"] === age),
        "person_years",
      ),
    );
    const total = people.reduce((a, b) => a + b, 0);
    const counted = rows(period).filter((row) => wanted(causeWords(row["cause"]!)));
    const rate = strata.map(
      ({ sex, age }, i) =>
        sum(
          counted.filter((row) => row["sex"] === sex && row["age"] === age),
          lost,
        ) / people[i]!,
    );
    return { total: total / 3, share: people.map((n) => n / total), rate };
  };
  const burden = (n: number, share: readonly number[], rate: readonly number[]) =>
    n * share.reduce((all, s, i) => all + s * rate[i]!, 0);
  /** Das Gupta's effects of three factors, written out: (ΔA)((b1c1 + b2c2) ÷ 3 + (b1c2 + b2c1) ÷ 6). */
  const effects = (wanted?: (cause: string) => boolean) => {
    const [x, y] = [factors("2000-2002", wanted), factors("2015-2017", wanted)];
    const mean = (f: (one: typeof x, other: typeof x) => number) => (f(x, x) + f(y, y)) / 3 + (f(x, y) + f(y, x)) / 6;
    return {
      growth: mean((a, b) => burden(y.total - x.total, a.share, b.rate)),
      ageing: mean((a, b) =>
        burden(
          a.total,
          y.share.map((s, i) => s - x.share[i]!),
          b.rate,
        ),
      ),
      rates: mean((a, b) =>
        burden(
          a.total,
          b.share,
          y.rate.map((r, i) => r - x.rate[i]!),
        ),
      ),
    };
  };

  it("splits into growth, ageing and rates as Das Gupta's three factors, written out, and they add up", async () => {
    const all = await computed("change-in-years-of-life-lost");
    const value = (category: string) => of(all, { category })[0]!.value!;
    for (const [part, effect] of Object.entries(effects())) expect(value(part)).toBeCloseTo(effect, 4);
    const [before, after] = ["2000-2002", "2015-2017"].map((period) => sum(rows(period), lost) / 3) as [number, number];
    expect(value("2000-2002")).toBeCloseTo(before, 4);
    expect(value("2015-2017")).toBeCloseTo(after, 4);
    expect(value("total")).toBeCloseTo(after - before, 4);
    expect(value("growth") + value("ageing") + value("rates")).toBeCloseTo(value("total"), 6);
  });

  it("does so for each group, and groups add up to all causes", async () => {
    const all = await computed("change-in-years-of-life-lost");
    const value = (category: string) => of(all, { category })[0]!.value!;
    for (const [part, effect] of Object.entries(effects((cause) => causeGroup(cause) === "Cancers")))
      expect(value(`Cancers: ${part}`)).toBeCloseTo(effect, 4);
    for (const part of ["2000-2002", "2015-2017", "total", "growth", "ageing", "rates"]) {
      const sum = causeGroups.reduce((total, group) => total + value(`${group}: ${part}`), 0);
      expect(sum).toBeCloseTo(value(part), 4);
    }
    expect(all.length).toBe(6 * 8);
  });
});

/** Life expectancy at birth by Chiang's abridged table: deaths at half a band, infants at a tenth of a year, 1 ÷ m above 90. */
function expectancy(period: string, sex: string): number {
  const widths = [1, 4, ...new Array<number>(17).fill(5)];
  let [survivors, years] = [1, 0];
  for (const [i, age] of ages.entries()) {
    const there = (row: (typeof deaths)[number]) =>
      row["period"] === period && row["sex"] === sex && row["age"] === age;
    const m = sum(deaths.filter(there), "deaths") / sum(lived.filter(there), "person_years");
    if (age === "90+") return years + survivors / m;
    const [n, a] = [widths[i]!, i === 0 ? 0.1 : 0.5];
    const q = (n * m) / (1 + n * (1 - a) * m);
    years += n * (survivors * (1 - q) + a * survivors * q);
    survivors *= 1 - q;
  }
  throw new Error("no open band");
}

describe("the gap of life expectancy between the sexes", () => {
  it("is that of two abridged tables, 81.08 less 77.02 in 2015-2017", async () => {
    const found = await figure("life-expectancy-gap-between-sexes", { area: area.country });
    const [women, men] = [expectancy("2015-2017", "female"), expectancy("2015-2017", "male")];
    expect([women.toFixed(2), men.toFixed(2)]).toEqual(["81.08", "77.02"]);
    expect(found.value).toBeCloseTo(women - men, 10);
    // python 3, the same table: 81.07577354430417 − 77.02066391237877
    expect(found.value).toBeCloseTo(4.0551096319, 9);
  });

  it("adds up over ages, over groups, and over both", async () => {
    const all = await computed("life-expectancy-gap-between-sexes");
    const gap = of(all, { age: "all", category: "" })[0]!.value!;
    const parts = all.filter(({ age, category }) => age !== "all" && category !== "");
    expect(parts.length).toBe(20 * 7);
    expect(add(parts)).toBeCloseTo(gap, 10);
    for (const age of ages)
      expect(add(parts.filter((one) => one.age === age))).toBeCloseTo(of(all, { age, category: "" })[0]!.value!, 10);
    for (const category of causeGroups)
      expect(add(parts.filter((one) => one.category === category))).toBeCloseTo(
        of(all, { age: "all", category })[0]!.value!,
        10,
      );
  });
});

describe("the change in life expectancy", () => {
  it.each(["female", "male"])("of %s is that of two abridged tables, and groups add up to it", async (sex) => {
    const all = of(await computed("life-expectancy-change"), { sex });
    const change = of(all, { category: "" })[0]!.value!;
    expect(change).toBeCloseTo(expectancy("2015-2017", sex) - expectancy("2000-2002", sex), 10);
    expect(all.length).toBe(8);
    expect(add(all.filter(({ category }) => category !== ""))).toBeCloseTo(change, 10);
  });
});
