import { loadPlaces, type Places, withCustomAreas } from "@popneeds/geography";
import { type DataFolder, openData } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { assess, type Fact, type Profile } from "../src/index.ts";

let data: DataFolder;
let places: Places;

beforeAll(async () => {
  data = readOnce(await openData(new URL("../../../datasets", import.meta.url).pathname));
  places = await loadPlaces(data);
});

/** The geography with one area of one's own, called Mine. */
function withMine(zones: readonly string[]): Places {
  return withCustomAreas(places, { rows: zones.map((zone) => ({ data_zone: zone, area: "mine", name: "Mine" })) });
}

const factsOf = ({ facts }: Profile, area: string): ReadonlyMap<string, Fact> =>
  new Map(
    facts
      .filter((fact) => fact.area === area)
      .map((fact) => [[fact.indicator, fact.period, fact.sex, fact.age, fact.category].join(" "), fact]),
  );

/** What a fact says; of which class it is only where both are counted from zones. */
const figures = ({ value, lower, upper, numerator, denominator, unit, missing }: Fact) => ({
  value,
  lower,
  upper,
  numerator,
  denominator,
  unit,
  missing,
});

/** Indicators that are counted from data zones, modelled from people who are, or summed from councils and partnerships. */
const reached = [
  "care-home-residents",
  "change-in-expected-years-of-life-lost",
  "delayed-bed-days",
  "dependency-ratio",
  "emergency-admissions",
  "employment-deprived",
  "ethnic-minority",
  "expected-cancers",
  "expected-years-of-life-lost",
  "home-care",
  "home-care-by-locality",
  "income-deprived",
  "inequality-in-mortality",
  "least-deprived-fifth",
  "limiting-long-term-conditions",
  "most-deprived-fifth",
  "population",
  "population-aged-0-to-15",
  "population-aged-65-and-over",
  "population-aged-75-and-over",
  "population-aged-85-and-over",
  "population-change-5-years",
  "population-estimate",
  "population-projection",
  "population-structure",
  "projected-population-change",
  "reduction-to-stand-still",
  "rural-population",
  "share-of-years-of-life-lost",
  "standardised-mortality-ratio",
  "years-of-life-lost",
  "years-of-life-lost-by-age",
  "years-of-life-lost-rank",
];

describe("an area of one's own that is a partnership's", () => {
  // One that is a council and a board too, one of two councils, one without localities, and islands.
  it.each(["S37000006", "S37000005", "S37000034", "S37000022"])(
    "has the figures of %s exactly: those of data zones, and those that are sums of councils",
    async (code) => {
      const own = withMine(places.baseAreas(code));
      const { profile } = await assess(data, "mine", { places: own });
      const [mine, theirs] = [factsOf(profile, "mine"), factsOf(profile, code)];
      const counted = [...mine].filter(([, { category }]) => !category.includes("difference-from-"));
      expect(counted.length).toBeGreaterThan(500);
      for (const [key, fact] of counted) expect([key, figures(fact)]).toEqual([key, figures(theirs.get(key)!)]);
      expect([...new Set(counted.map(([, { indicator }]) => indicator))].sort()).toEqual(reached);
      // What a publisher worked out for the partnership is shown under the partnership's own code: they are one place.
      expect(profile.twins.map(({ code: twin }) => twin)).toContain(code);
      expect(profile.comparators.map((area) => area.code)).toEqual(places.comparators(code).map((area) => area.code));
    },
  );
});

describe("an area of one's own that is made up of whole councils", () => {
  it("has their published people, admissions and bed days added up, and no rate that a publisher worked out", async () => {
    const councils = ["S12000010", "S12000019"];
    const { profile } = await assess(data, "mine", {
      places: withMine(councils.flatMap((code) => places.baseAreas(code))),
    });
    const estimate = (area: string) =>
      profile.facts.find(
        (fact) =>
          fact.indicator === "population-estimate" &&
          fact.area === area &&
          fact.period === "2023" &&
          fact.age === "all",
      )!.value!;
    expect(estimate("mine")).toBe(estimate("S12000010") + estimate("S12000019"));
    const indicators = new Set(profile.facts.filter(({ area }) => area === "mine").map(({ indicator }) => indicator));
    expect(indicators).toContain("delayed-bed-days");
    expect(indicators).toContain("emergency-admissions");
    expect(indicators).not.toContain("life-expectancy-at-birth");
    expect(indicators).not.toContain("drug-death-rate");
  });
});

describe("an area of one's own inside a partnership", () => {
  it("is not given the figures of larger areas: they are gaps", async () => {
    // Nine data zones of Nithsdale, the first in the file.
    const zones = places.baseAreas("PY0000002").slice(0, 9);
    const { profile, folder } = await assess(data, "Mine", { places: withMine(zones) });
    expect(folder).toBe("mine");
    expect(profile.twins.map(({ code }) => code)).toEqual(["mine"]);
    expect(profile.comparators.map(({ code }) => code)).toEqual(["S37000006", "region-later:west", "S92000003"]);
    const gap = profile.gaps.find(({ what }) => what === "Life expectancy at birth");
    expect(gap?.why).toMatchInlineSnapshot(`"Not published for Mine, and not to be computed from what is."`);
    const findings = [...profile.summary, ...profile.sections.flatMap(({ blocks }) => blocks)];
    const of = findings.flatMap((found) => ("area" in found ? [found.area] : []));
    // What is said of the whole country is said in its name.
    expect(new Set(of)).toEqual(new Set(["mine", "S92000003"]));
    expect(profile.withoutLocalities).toMatchInlineSnapshot(
      `"Mine is an area of the analyst's own; it is not made up of whole localities that are known here."`,
    );
  });

  it("that is made up of two localities has these, and nobody is lost", async () => {
    const zones = ["PY0000002", "PY0000003"].flatMap((code) => places.baseAreas(code));
    const { profile } = await assess(data, "mine", { places: withMine(zones) });
    expect(profile.localities.map(({ name }) => name)).toEqual(["Nithsdale", "Stewartry"]);
    const people = (code: string) =>
      profile.facts.find(({ indicator, area }) => indicator === "population" && area === code)?.value;
    // Issue 2 gives 58,678 people of Nithsdale and 23,931 of Stewartry.
    expect(people("mine")).toBe(58_678 + 23_931);
    // Projections of parts of one partnership add up as those of its localities do; cells are kept to 2^-20 of a person.
    const projected = (code: string) =>
      profile.facts.find(
        ({ indicator, area, period, age }) =>
          indicator === "population-projection" && area === code && period === "2033" && age === "all",
      )!.value!;
    expect(projected("mine")).toBeCloseTo(projected("PY0000002") + projected("PY0000003"), 4);
  });

  it("that lies in two partnerships is compared with what holds both, and its projection is the sum of the parts", async () => {
    const [first, second] = [places.baseAreas("PV0000001"), places.baseAreas("S37000013").slice(0, 30)];
    const own = withMine([...first, ...second]);
    const { profile } = await assess(data, "mine", { places: own });
    expect(profile.comparators.map(({ name }) => name)).toEqual(["NHS Forth Valley", "West Region", "Scotland"]);
    const projected = profile.facts.filter(
      ({ indicator, area }) => indicator === "population-projection" && area === "mine",
    );
    expect(projected.length).toBeGreaterThan(0);
    expect(projected.every(({ evidence }) => evidence === "modelled")).toBe(true);
    expect(own.issues.map(({ code }) => code)).toContain("area-across-several");
  });
});

/** A data folder that reads each table once, however many areas are asked for. */
function readOnce(folder: DataFolder): DataFolder {
  const tables = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    if (!tables.has(key)) tables.set(key, read());
    return tables.get(key) as Promise<T>;
  };
  return {
    ...folder,
    records: (name, columns) => once(`${name} ${columns.join(" ")}`, () => folder.records(name, columns)),
    table: (name, schema) => once(name, () => folder.table(name, schema)),
  };
}
