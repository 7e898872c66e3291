import { describe, expect, it } from "vitest";
import { area, computed, figure, localities } from "./computed.ts";
import { aged, publishedFile, raw, sum } from "./raw.ts";

describe("figures that are taken over as published", () => {
  it("life expectancy at birth is the row of the file, with its limits", async () => {
    const row = raw("mortality/life-expectancy").find(
      (of) => of["area"] === area.council && of["period"] === "2016-2018" && of["sex"] === "male" && of["age"] === "0",
    )!;
    const found = await figure("life-expectancy-at-birth", { area: area.council, sex: "male", period: "2016-2018" });
    const expected = ["expectancy", "lower", "upper"].map((name) => Number(row[name]));
    expect([found.value, found.lower, found.upper]).toEqual(expected);
    expect(found.provenance.evidence).toBe("published");
  });

  it("drug-related deaths and deaths by cause too", async () => {
    const drugs = raw("mortality/drug-death-rates")
      .filter((row) => row["area"] === area.council)
      .at(-1)!;
    const found = await figure("drug-death-rate", { area: area.council, period: drugs["period"]! });
    expect([found.value, found.lower, found.upper]).toEqual(
      ["rate", "lower", "upper"].map((name) => Number(drugs[name])),
    );
    const row = raw("mortality/death-rates-by-cause").find(
      (of) => of["year"] === "2022" && of["sex"] === "all" && /^Dementia|^Alzheimer/i.test(of["cause"]!),
    )!;
    const cause = await figure("death-rate-by-cause", { area: area.country, period: "2022", category: row["cause"]! });
    expect(cause.value).toBe(Number(row["rate"]));
  });

  it("council profiles: the row, and its period in the publisher's words", async () => {
    const row = raw("indicators/scotpho-council").find(
      (of) => of["area"] === area.council && of["indicator"] === "Smoking during pregnancy",
    )!;
    const [found] = (await computed("smoking-in-pregnancy")).filter((of) => of.area === area.council);
    expect([found!.value, found!.lower, found!.upper]).toEqual(
      ["value", "lower", "upper"].map((name) => Number(row[name])),
    );
    for (const year of found!.period.label.match(/\d{4}/g)!) expect(row["period"]).toContain(year);
  });
});

describe("people limited by a long-term condition", () => {
  it("are limited a lot or a little among all people of the census", async () => {
    const council = new Map(raw("geography/data-zones").map((row) => [row["data_zone"]!, row["council"]!]));
    const rows = raw("census/limiting-conditions-2022").filter(
      (row) => council.get(row["data_zone"]!) === area.council,
    );
    const found = await figure("limiting-long-term-conditions", { area: area.partnership });
    expect(found.numerator).toBe(sum(rows, "limited_a_lot") + sum(rows, "limited_a_little"));
    expect(found.denominator).toBe(sum(rows, "all_people"));
  });
});

const bands = Array.from({ length: 19 }, (_, i) => (i === 18 ? "90+" : `${5 * i}-${5 * i + 4}`));
// European Standard Population 2013 (Eurostat, 2013) in 19 bands: 0-4, 5-9 … 90+.
const esp2013 = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
];

describe("new cancers", () => {
  it.each(["2019", "2021"])("of %s are standardised to ESP 2013, recomputed by hand", async (year) => {
    const cases = raw("cancer/incidence").find(
      (row) => row["site"] === "All cancer types" && row["sex"] === "female" && row["year"] === year,
    )!;
    const women = raw("population/estimates-country").find((row) => row["year"] === year && row["sex"] === "female")!;
    const rate = bands.reduce((all, band, i) => {
      const [from, to] = i === 18 ? [90, 90] : [5 * i, 5 * i + 4];
      return all + (esp2013[i]! * Number(cases[band])) / aged(from!, to)(women);
    }, 0);
    const found = await figure("cancer-incidence", { area: area.country, sex: "female", period: year });
    expect(found.value).toBeCloseTo(rate, 8);
  });

  it("agree with the published standardised rates: exactly where the populations are the same", async (context) => {
    const file = publishedFile("burden/phs_cancer_incidence_1997_2021_scotland.csv.gz");
    if (!file) return context.skip();
    const apart = new Map<number, number>();
    for (const row of file.filter((of) => of["CancerSite"] === "All cancer types" && of["Sex"] !== "All")) {
      const sex = row["Sex"] === "Male" ? "male" : "female";
      const { value, numerator } = await figure("cancer-incidence", { area: area.country, sex, period: row["Year"]! });
      expect(numerator).toBe(Number(row["IncidencesAllAges"]));
      const year = Number(row["Year"]);
      apart.set(year, Math.max(apart.get(year) ?? 0, Math.abs(value! / Number(row["EASR"]) - 1)));
    }
    // The publisher divided by the populations of before the rebasing to Census 2022, which changed 2012 to 2021.
    for (const [year, relative] of apart) expect(relative, `${year}`).toBeLessThan(year <= 2011 ? 1e-10 : 0.02);
    expect(apart.get(2021)).toBeGreaterThan(1e-4);
    expect(apart.size).toBe(25);
  });
});

describe("years of life lost", () => {
  const table = raw("standards/reference-life-tables").filter((row) => row["table"] === "uk-nlt-2016-18");
  /** Years left at an exact age, on the straight line between whole ages. */
  const left = (sex: string, age: number): number => {
    const at = (of: number) => Number(table.find((row) => row["sex"] === sex && row["age"] === `${of}`)!["expectancy"]);
    const below = Math.floor(age);
    return age === below ? at(below) : at(below) + (age - below) * (at(below + 1) - at(below));
  };
  const middle = (label: string): number => {
    if (label === "90+") return 95;
    const [from, to] = label.split("-").map(Number) as [number, number | undefined];
    return (from + (to ?? from) + 1) / 2;
  };
  const deaths = raw("mortality/deaths-by-cause").filter((row) => row["period"] === "2015-2017");
  const lived = raw("mortality/deaths-person-years").filter((row) => row["period"] === "2015-2017");
  const lost = (row: (typeof deaths)[number]) => Number(row["deaths"]) * left(row["sex"]!, middle(row["age"]!));

  it("of Scotland are deaths × years left at the middle of each band, summed over three years, by hand", async () => {
    const all = await figure("years-of-life-lost", { area: area.country, period: "2015-2017" });
    expect(all.value).toBeCloseTo((100_000 * sum(deaths, lost)) / sum(lived, "person_years"), 6);
    expect(all.numerator).toBeCloseTo(sum(deaths, lost) / 3, 4);
    const cause = deaths[0]!["cause"]!;
    const one = await figure("years-of-life-lost", { area: area.country, period: "2015-2017", category: cause });
    const ofCause = deaths.filter((row) => row["cause"] === cause);
    expect(one.value).toBeCloseTo((100_000 * sum(ofCause, lost)) / sum(lived, "person_years"), 6);
  });

  it("of Scotland are observed, of smaller areas modelled", async () => {
    for (const { level, provenance } of await computed("years-of-life-lost"))
      expect([level, provenance.evidence]).toEqual([level, level === "country" ? "observed" : "modelled"]);
  });

  it("of a smaller area are Scotland's rates by sex and age at its people", async () => {
    // Infants and ages 1-4 are one band in which rates are taken over.
    const band = (age: string) => (age === "0" || age === "1-4" ? "0-4" : age);
    const rate = (sex: string, of: string) => {
      const there = (row: (typeof deaths)[number]) => row["sex"] === sex && band(row["age"]!) === of;
      return sum(deaths.filter(there), lost) / sum(lived.filter(there), "person_years");
    };
    const council = new Map(raw("geography/data-zones").map((row) => [row["data_zone"]!, row["council"]!]));
    const here = raw("population/small-area-2021").filter((row) => council.get(row["data_zone"]!) === area.council);
    let expected = 0;
    for (const sex of ["female", "male"])
      for (const [i, of] of bands.entries()) {
        const people = sum(
          here.filter((row) => row["sex"] === sex),
          i === 18 ? aged(90) : aged(5 * i, 5 * i + 4),
        );
        expected += people * rate(sex, of);
      }
    const found = await figure("years-of-life-lost", { area: area.partnership });
    expect(found.numerator).toBeCloseTo(expected, 4);
  });
});

describe("expected events", () => {
  it.each(["expected-cancers", "expected-years-of-life-lost"])(
    "%s of localities add up to the partnership",
    async (id) => {
      for (const period of ["2023", "2028", "2033", "2043"]) {
        const of = async (code: string) => (await figure(id, { area: code, period })).value!;
        const parts = await Promise.all(localities.map(of));
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(await of(area.partnership), 6);
      }
    },
  );

  it("of cancers are Scotland's cases of 2017-2021 over its people, at the projected people", async () => {
    const cases = raw("cancer/incidence").filter(
      (row) => row["site"] === "All cancer types" && row["year"]! >= "2017" && row["year"]! <= "2021",
    );
    const country = raw("population/estimates-country").filter(
      (row) => row["year"]! >= "2017" && row["year"]! <= "2021",
    );
    const projected = raw("population/projections-partnership").filter(
      (row) => row["area"] === area.partnership && row["year"] === "2043",
    );
    let expected = 0;
    for (const sex of ["female", "male"])
      for (const [i, band] of bands.entries()) {
        const ages = i === 18 ? aged(90) : aged(5 * i, 5 * i + 4);
        const of = (rows: typeof cases) => rows.filter((row) => row["sex"] === sex);
        expected += (sum(of(cases), band) / sum(of(country), ages)) * sum(of(projected), ages);
      }
    const found = await figure("expected-cancers", { area: area.partnership, period: "2043" });
    expect(found.value).toBeCloseTo(expected, 6);
    expect(found.provenance.evidence).toBe("modelled");
  });
});
