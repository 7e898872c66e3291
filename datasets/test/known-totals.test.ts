import { describe, expect, it } from "vitest";
import { peopleOf, readTable, sumBy } from "./read-table.ts";

const names = (level: string) =>
  Object.fromEntries(
    readTable("geography/areas")
      .filter((row) => row.level === level)
      .map((row) => [row.code, row.name]),
  );

describe("small area population of mid-2021", () => {
  const rows = readTable("population/small-area-2021");
  const locality = Object.fromEntries(readTable("geography/localities").map((row) => [row.data_zone, row.locality]));
  const zones = Object.fromEntries(readTable("geography/data-zones").map((row) => [row.data_zone, row]));

  it("sums to 5,479,900 in Scotland, as the publication says", () => {
    expect(rows.reduce((sum, row) => sum + peopleOf(row), 0)).toBe(5_479_900);
  });

  it("sums to the four localities of Dumfries and Galloway and to the partnership (issue 2 gives these figures)", () => {
    const byCode = sumBy(rows, (row) => locality[row.data_zone!]);
    const label = names("locality");
    const found = Object.entries(byCode).filter(([code]) => code.startsWith("PY"));
    expect(Object.fromEntries(found.map(([code, people]) => [label[code], people]))).toEqual({
      "Annandale and Eskdale": 37_899,
      Nithsdale: 58_678,
      Stewartry: 23_931,
      Wigtownshire: 28_282,
    });
    expect(sumBy(rows, (row) => zones[row.data_zone!]?.council).S12000006).toBe(148_790);
  });
});

describe("population series", () => {
  it("has 5,412,900 people in Scotland in mid-2021 after rebasing", () => {
    const rows = readTable("population/estimates-country").filter((row) => row.year === "2021");
    expect(rows.reduce((sum, row) => sum + peopleOf(row), 0)).toBe(5_412_900);
  });

  it.each(["estimates", "projections"])("%s of councils, partnerships and boards each sum to Scotland", (series) => {
    const key = (row: Record<string, string>) => `${row.year} ${row.sex}`;
    const scotland = sumBy(readTable(`population/${series}-country`), key);
    for (const level of ["council", "partnership", "board"])
      expect(sumBy(readTable(`population/${series}-${level}`), key)).toEqual(scotland);
  });

  it("covers 1981 to 2023, 2018 to 2043 and 2022 to 2047 without a gap", () => {
    const years = (name: string) => [...new Set(readTable(name).map((row) => Number(row.year)))];
    const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    expect(years("population/estimates-partnership")).toEqual(run(1981, 2023));
    expect(years("population/projections-partnership")).toEqual(run(2018, 2043));
    expect(years("population/projections-country-2022-based")).toEqual(run(2022, 2047));
  });
});

describe("geography", () => {
  it("has 30 alcohol and drug partnerships of 32 councils, two of them of two councils each", () => {
    // ScotPHO's area dictionary lists 30; the two names that are no council's are Lanarkshire, and Mid and East Lothian.
    const councils = sumBy(
      readTable("geography/alcohol-and-drug-partnerships"),
      (row) => row.alcohol_and_drug_partnership,
      () => 1,
    );
    expect(Object.keys(councils)).toHaveLength(30);
    expect(Object.entries(councils).filter(([, of]) => of > 1)).toEqual([
      ["S11000051", 2],
      ["S11000052", 2],
    ]);
  });

  it("has 28 codes from before those with dates, each of an area that there is, and none twice", () => {
    const earlier = readTable("geography/earlier-codes");
    const dated = new Set(readTable("geography/area-history").map((row) => row.code));
    expect(earlier).toHaveLength(28);
    expect(earlier.filter((row) => dated.has(row.code))).toEqual([]);
    const now = { ...names("council"), ...names("board") };
    expect(earlier.filter((row) => now[row.current_code!] === undefined)).toEqual([]);
    expect(earlier.filter((row) => (row.level === "board") !== (row.same_extent === "unknown"))).toEqual([]);
  });

  it("has every level complete, with slugs that are unique within it", () => {
    const areas = readTable("geography/areas");
    expect(
      sumBy(
        areas,
        (row) => row.level,
        () => 1,
      ),
    ).toEqual({
      "intermediate-zone": 1279,
      locality: 97,
      partnership: 31,
      council: 32,
      board: 14,
      region: 6,
      country: 1,
    });
    expect(new Set(areas.map((row) => `${row.level} ${row.slug}`)).size).toBe(areas.length);
    expect(areas.find((row) => row.code === "PY0000001")?.slug).toBe("dumfries-and-galloway/annandale-and-eskdale");
  });

  it("gives localities to 22 partnerships, wholly, and names only to the other nine", () => {
    const partnership = Object.fromEntries(
      readTable("geography/councils").map((row) => [row.council, row.partnership]),
    );
    const zones = Object.fromEntries(
      readTable("geography/data-zones").map((row) => [row.data_zone, partnership[row.council!]]),
    );
    const localities = readTable("geography/localities");
    const held = sumBy(
      localities,
      (row) => zones[row.data_zone!],
      () => 1,
    );
    const whole = sumBy(
      Object.keys(zones).map((zone) => ({ zone })),
      ({ zone }) => zones[zone!],
      () => 1,
    );
    expect(localities).toHaveLength(5219);
    expect(Object.keys(held)).toHaveLength(22);
    for (const [code, count] of Object.entries(held)) expect(count).toBe(whole[code]);
    const without = new Set(readTable("geography/localities-without-zones").map((row) => row.partnership));
    expect(without.size).toBe(9);
    expect([...without].filter((code) => code! in held)).toEqual([]);
  });

  it("corrects the codes printed beside South Ayrshire, Renfrewshire and South Lanarkshire", () => {
    const corrections = readTable("geography/locality-corrections").filter((row) => row.field !== "name");
    expect(
      sumBy(
        corrections,
        (row) => `${row.field} ${row.published} ${row.corrected}`,
        (row) => Number(row.data_zones),
      ),
    ).toEqual({
      "council S37000027 S12000028": 153,
      "partnership S37000008 S37000027": 153,
      "council S12000039 S12000038": 225,
      "council S12000050 S12000029": 431,
    });
  });

  it("puts Tayside in the South East in 2017 and in the North later, and each board once in each edition", () => {
    const regions = readTable("geography/regions");
    expect(regions.filter((row) => row.board === "S08000030").map((row) => row.region)).toEqual([
      "region-2017:south-east-and-tayside",
      "region-later:north",
    ]);
    expect(regions).toHaveLength(28);
  });

  it("finds today's code of an archived one", () => {
    const history = readTable("geography/area-history");
    const current = (code: string) => history.find((row) => row.code === code)?.current_code;
    expect([current("S12000015"), current("S37000015"), current("S08000021")]).toEqual([
      "S12000047",
      "S37000034",
      "S08000031",
    ]);
  });

  it("has no alias that is the name of another area of the same level", () => {
    const areas = readTable("geography/areas");
    const byCode = Object.fromEntries(areas.map((row) => [row.code, row]));
    const clashes = readTable("geography/aliases").filter(({ code, alias }) =>
      areas.some((area) => area.name === alias && area.level === byCode[code!]?.level && area.code !== code),
    );
    expect(clashes).toEqual([]);
  });
});

describe("other known totals", () => {
  it("standard populations sum to 100,000 each and esp2013 ends open at 90", () => {
    const rows = readTable("standards/standard-populations");
    expect(
      sumBy(
        rows,
        (row) => row.standard,
        (row) => Number(row.weight),
      ),
    ).toEqual({
      esp2013: 100_000,
      "esp2013-95-and-over": 100_000,
      esp1976: 100_000,
      "segi-1960": 100_000,
    });
    const last = rows.filter((row) => row.standard === "esp2013").at(-1);
    expect(last).toEqual({ standard: "esp2013", age_from: "90", age_to: "", weight: "1000" });
  });

  it("drug misuse deaths of 2024 are 1,017 in Scotland, in the councils and in the boards (National Records of Scotland)", () => {
    const rows = readTable("mortality/drug-deaths").filter((row) => row.year === "2024");
    expect(
      sumBy(
        rows,
        (row) => row.level,
        (row) => Number(row.deaths),
      ),
    ).toEqual({
      board: 1017,
      council: 1017,
      country: 1017,
    });
  });

  it("deaths of infant boys in 2000-2002 sum over causes to 495, the all-cause figure of the source", () => {
    const rows = readTable("mortality/deaths-by-cause");
    const infants = rows.filter((row) => row.period === "2000-2002" && row.sex === "male" && row.age === "0");
    expect(infants.reduce((sum, row) => sum + Number(row.deaths), 0)).toBe(495);
  });

  it("deprivation quintiles hold a fifth of the people each, to half a per cent", () => {
    const rows = readTable("deprivation/simd-2020v2");
    const people = sumBy(
      rows,
      (row) => row.quintile,
      (row) => Number(row.population),
    );
    const all = Object.values(people).reduce((a, b) => a + b, 0);
    expect(all).toBe(5_424_800);
    for (const part of Object.values(people)) expect(Math.abs(part / all - 0.2)).toBeLessThan(0.005);
  });

  it("zones without a mortality ratio are two of the three in which nobody lived; the ratios lie about 100", () => {
    const rows = readTable("deprivation/zone-mortality");
    const without = rows.filter((row) => row.standardised_mortality_ratio === "").map((row) => row.data_zone);
    expect(without).toEqual(["S01010206", "S01010227"]);
    const known = rows.filter((row) => row.standardised_mortality_ratio !== "");
    const sum = known.reduce((total, row) => total + Number(row.standardised_mortality_ratio), 0);
    // Python 3.11, from the published file: 99.65150081660529, the plain mean of 6,974 zones.
    expect(sum / known.length).toBeCloseTo(99.65150081660529, 8);
  });

  it("home care by locality knows the locality of every row that is not outside, in partnerships with zones", () => {
    const rows = readTable("social-care/home-care-locality");
    const nithsdale = rows.find(
      (row) => row.locality === "PY0000002" && row.quarter === "2020/21 Q4" && row.age === "All Ages",
    );
    expect(nithsdale).toMatchObject({ people: "995", hours: "352835", locality_name: "Nithsdale" });
  });
});
