import { describe, expect, it } from "vitest";
import { area, computed, figure, localities } from "./computed.ts";
import { aged, publishedFile, raw, sum } from "./raw.ts";

// Expected figures are summed here from the shipped tables, read as text, without any of the project's code.
const zones = raw("population/small-area-2021");
const council = new Map(raw("geography/data-zones").map((row) => [row["data_zone"]!, row["council"]!]));
const locality = new Map(raw("geography/localities").map((row) => [row["data_zone"]!, row["locality"]!]));
const here = zones.filter((row) => council.get(row["data_zone"]!) === area.council);
const estimates = raw("population/estimates-partnership").filter((row) => row["area"] === area.partnership);
const projections = raw("population/projections-partnership").filter((row) => row["area"] === area.partnership);
const inYear = (rows: typeof estimates, year: number) => rows.filter((row) => row["year"] === `${year}`);

describe("population, mid-2021", () => {
  it("of Dumfries and Galloway is 148,790: National Records of Scotland, small area estimates mid-2021", async () => {
    expect(sum(here, aged(0))).toBe(148_790);
    for (const code of [area.partnership, area.council, area.board])
      expect((await figure("population", { area: code })).value).toBe(148_790);
  });

  it("of its localities is that of the published look-up, adding up to the whole", async () => {
    const found = await Promise.all(localities.map(async (code) => (await figure("population", { area: code })).value));
    const expected = localities.map((code) =>
      sum(
        zones.filter((row) => locality.get(row["data_zone"]!) === code),
        aged(0),
      ),
    );
    expect(found).toEqual(expected);
    expect([...expected].sort((a, b) => a - b)).toEqual([23_931, 28_282, 37_899, 58_678]);
  });

  it("of Scotland is that of the file it was made from", async (context) => {
    const file = publishedFile("population/sape2021_dz11_sex_syoa.csv.gz");
    if (!file) return context.skip();
    const columns = Object.keys(file[0]!).filter((name) => /^"?(age_?)?\d+/i.test(name));
    const total = sum(file, (row) => columns.reduce((all, name) => all + Number(row[name]), 0));
    expect((await figure("population", { area: area.country })).value).toBe(total);
    expect(total).toBe(5_479_900);
  });
});

describe("shares of ages, mid-2021", () => {
  it.each([
    ["population-aged-0-to-15", "0-15", 0, 15],
    ["population-aged-65-and-over", "65+", 65, 90],
    ["population-aged-75-and-over", "75+", 75, 90],
    ["population-aged-85-and-over", "85+", 85, 90],
  ] as const)("%s is people of these ages among everybody", async (id, age, from, to) => {
    for (const [code, rows] of [
      [area.partnership, here],
      [area.country, zones],
      [localities[0]!, zones.filter((row) => locality.get(row["data_zone"]!) === localities[0])],
    ] as const) {
      const found = await figure(id, { area: code, age });
      expect([found.numerator, found.denominator]).toEqual([sum(rows, aged(from, to)), sum(rows, aged(0))]);
      expect(found.value).toBeCloseTo((100 * sum(rows, aged(from, to))) / sum(rows, aged(0)), 10);
    }
  });

  it("the dependency ratio is those under 16 or over 64 for every 100 of the ages between", async () => {
    const dependants = sum(here, aged(0, 15)) + sum(here, aged(65));
    const { value } = await figure("dependency-ratio", { area: area.partnership });
    expect(value).toBeCloseTo((100 * dependants) / sum(here, aged(16, 64)), 10);
  });
});

describe("estimates and projections", () => {
  it("the population by year is the published estimate, everybody and by band of ages", async () => {
    for (const year of [1981, 2011, 2023]) {
      const found = await figure("population-estimate", { area: area.partnership, period: `${year}` });
      expect(found.value).toBe(sum(inYear(estimates, year), aged(0)));
    }
    const oldest = await figure("population-estimate", { area: area.partnership, period: "2023", age: "85+" });
    expect(oldest.value).toBe(sum(inYear(estimates, 2023), aged(85)));
  });

  it("agrees with the total that Public Health Scotland prints in its file of partnerships", async (context) => {
    const file = publishedFile("population/phs_hscp_pop_est_1981_2023.csv.gz");
    if (!file) return context.skip();
    const printed = file.find(
      (row) => row["Year"] === "2023" && row["HSCP"] === area.partnership && row["Sex"] === "All",
    );
    const { value } = await figure("population-estimate", { area: area.partnership, period: "2023" });
    expect(value).toBe(Number(printed!["AllAges"]));
  });

  it("the change over five years is that between two estimates of one series", async () => {
    const [before, now] = [2018, 2023].map((year) => sum(inYear(estimates, year), aged(0))) as [number, number];
    const found = await figure("population-change-5-years", { area: area.partnership });
    expect([found.numerator, found.denominator]).toEqual([now - before, before]);
    expect(found.value).toBeCloseTo((100 * (now - before)) / before, 10);
  });

  it("the share of a sex and band of ages is of everybody in 2023", async () => {
    const women = inYear(estimates, 2023).filter((row) => row["sex"] === "female");
    const keys = { area: area.partnership, sex: "female", age: "85-89" };
    const { value } = await figure("population-structure", keys);
    expect(value).toBeCloseTo((100 * sum(women, aged(85, 89))) / sum(inYear(estimates, 2023), aged(0)), 10);
  });

  it("shares of sexes and ages add up to 100%", async () => {
    const shares = (await computed("population-structure")).filter((of) => of.area === area.partnership);
    expect(shares.length).toBe(38);
    expect(shares.reduce((all, of) => all + of.value!, 0)).toBeCloseTo(100, 8);
  });

  it("projected change lies inside one projection: 2023 of the projection, not the estimate", async () => {
    for (const [age, from] of [
      ["all", 0],
      ["75+", 75],
    ] as const)
      for (const year of [2028, 2033, 2043]) {
        const [base, later] = [2023, year].map((of) => sum(inYear(projections, of), aged(from))) as [number, number];
        const keys = { area: area.partnership, period: `2023-${year}`, age };
        const found = await figure("projected-population-change", keys);
        expect(found.denominator).toBe(base);
        expect(found.value).toBeCloseTo((100 * (later - base)) / base, 10);
      }
    // The editions differ, so that the test can tell one from the other.
    expect(sum(inYear(projections, 2023), aged(0))).not.toBe(sum(inYear(estimates, 2023), aged(0)));
  });

  it("projected people of localities are modelled, and add up to the partnership in every year and band", async () => {
    const all = await computed("population-projection");
    for (const age of ["all", "0-15", "65+", "85+"])
      for (const year of ["2023", "2033", "2043"]) {
        const of = (code: string) => all.find((e) => e.area === code && e.age === age && e.period.label === year)!;
        const parts = localities.map(of);
        expect(parts.map(({ provenance }) => provenance.evidence)).toEqual(localities.map(() => "modelled"));
        const whole = of(area.partnership);
        expect(whole.provenance.evidence).toBe("projected");
        expect(parts.reduce((total, part) => total + part.value!, 0)).toBeCloseTo(whole.value!, 6);
      }
  });

  it("a region's people are those of its boards", async () => {
    const boards = raw("geography/regions").filter((row) => row["region"] === area.region);
    const codes = new Set(boards.map((row) => row["board"]));
    const rows = raw("population/estimates-board").filter((row) => codes.has(row["area"]!) && row["year"] === "2023");
    const found = await figure("population-estimate", { area: area.region, period: "2023" });
    expect(found.value).toBe(sum(rows, aged(0)));
  });
});

describe("where and who, by data zone", () => {
  it("rural people live in data zones that are not urban by the threefold classification", async () => {
    const urban = new Map(
      raw("geography/urban-rural-2020").map((row) => [row["data_zone"]!, row["threefold"] === "1"]),
    );
    const rural = sum(
      here.filter((row) => !urban.get(row["data_zone"]!)),
      aged(0),
    );
    const found = await figure("rural-population", { area: area.partnership });
    expect([found.numerator, found.denominator]).toEqual([rural, 148_790]);
  });

  it("people of a minority ethnic group are all but those of a White group, census 2022", async () => {
    const rows = raw("census/ethnic-group-2022").filter((row) => council.get(row["data_zone"]!) === area.council);
    const groups = ["mixed", "asian", "african", "caribbean_or_black", "other"];
    const found = await figure("ethnic-minority", { area: area.partnership });
    expect(found.numerator).toBe(groups.reduce((all, name) => all + sum(rows, name), 0));
    expect(found.denominator).toBe(sum(rows, "all_people"));
  });
});
