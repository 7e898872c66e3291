import { evenAgeBands } from "@popneeds/core";
import { openData } from "@popneeds/ingest";
import { esp2013, regroupStandard, standardPopulations } from "@popneeds/population";
import { crudeRate, directRate, exactPoissonLimits, fayFeuerLimits, gammaQuantile } from "@popneeds/stats";
import { type Comparison, inFull, type PublishedFile, type PublishedRow, rowsOf } from "./published-file.ts";

const path = "burden/phs_cancer_incidence_1997_2021_scotland.csv.gz";
const series = "population/phs_ca_pop_est_1981_2023.csv.gz";
const per = 100_000;

const to90 = evenAgeBands({ by: 5, to: 90 });
const to85 = evenAgeBands({ by: 5, to: 85 });
const bands = to90.map(({ from, to }) =>
  from === 0 ? "Under5" : to === Number.POSITIVE_INFINITY ? "90AndOver" : `${from}To${to - 1}`,
);

/** A row of the file: cases and people in 19 bands of age, for each sex that it is about. */
export interface CancerSite {
  readonly key: string;
  readonly row: PublishedRow;
  readonly strata: readonly Strata[];
  /** People of the row's own sex, or of both. */
  readonly allPeople: readonly number[];
}

interface Strata {
  readonly cases: readonly number[];
  readonly people: readonly number[];
}

/** Cancer incidence, 3,400 rows of site, sex and year. */
export const cancerIncidence: PublishedFile = {
  path,
  title: "Cancer incidence in Scotland, 1997 to 2021",
  publisher: "Public Health Scotland",
  async compare(folder) {
    const rows = await rowsOf(folder, path);
    const people = peopleOf(rows);
    const sites = await cancerSites(folder);
    const world = (await standardPopulations(await openData("datasets"))).get("segi-1960")!;
    return [
      await wholePeople(folder, people),
      ratesByAge(rows, people),
      ...crudeRates(sites),
      ...standardised(sites, {
        column: "EASR",
        name: "European standard of 2013, 19 bands",
        weights: regroupStandard(esp2013, to90).weights,
      }),
      ...standardised(sites, {
        column: "WASR",
        name: "World standard (Segi), 18 bands to 85 and over",
        weights: regroupStandard(world, to85).weights,
      }),
    ];
  },
};

/** Every row of the file with its cases and people by age. */
export async function cancerSites(folder: string): Promise<readonly CancerSite[]> {
  const rows = await rowsOf(folder, path);
  return sitesOf(rows, peopleOf(rows));
}

/** People are not printed, but follow from cases and rates, and are whole numbers. All cancers have cases in every band. */
function peopleOf(rows: readonly PublishedRow[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    rows
      .filter((row) => row["CancerSite"] === "All cancer types")
      .map((row) => [`${row["Sex"]} ${row["Year"]}`, bands.map((band) => casesIn(row, band) / rateIn(row, band))]),
  );
}

function sitesOf(rows: readonly PublishedRow[], people: ReadonlyMap<string, readonly number[]>): readonly CancerSite[] {
  const strataOf = (row: PublishedRow): Strata => ({
    cases: bands.map((band) => casesIn(row, band)),
    people: people.get(`${row["Sex"]} ${row["Year"]}`)!.map((n) => Math.round(n * per)),
  });
  const key = (row: PublishedRow, sex = row["Sex"]) => `${row["CancerSite"]}, ${sex}, ${row["Year"]}`;
  const byKey = new Map(rows.map((row) => [key(row), strataOf(row)]));
  return rows.map((row) => ({
    key: key(row),
    row,
    allPeople: byKey.get(key(row))!.people,
    strata: (row["Sex"] === "All" ? ["Male", "Females"] : [row["Sex"]]).map((sex) => byKey.get(key(row, sex))!),
  }));
}

const casesIn = (row: PublishedRow, band: string) => Number(row[`IncidencesAge${band}`]);
const rateIn = (row: PublishedRow, band: string) => Number(row[`IncidenceRateAge${band}`]);

/** To 2011 the people are those of the series of estimates; later years of that series were rebased to a census since. */
async function wholePeople(folder: string, people: ReadonlyMap<string, readonly number[]>): Promise<Comparison> {
  const found = inFull(
    "people by sex and age, 1997 to 2011, from cases and rates: those of the population series",
    1e-13,
  );
  const words: Record<string, string> = { Male: "Male", Females: "Female", All: "All" };
  const estimates = (await rowsOf(folder, series)).filter((row) => row["CA"] === "S92000003");
  for (const [key, inBands] of people) {
    const [sex, year] = key.split(" ") as [string, string];
    if (Number(year) > 2011) continue;
    const row = estimates.find((row) => row["Year"] === year && row["Sex"] === words[sex])!;
    to90.forEach(({ from, to }, i) => {
      const ages = Array.from({ length: 91 }, (_, age) => age).filter((age) => from <= age && age < to);
      const printed = ages.reduce((sum, age) => sum + Number(row[age === 90 ? "Age90plus" : `Age${age}`]), 0);
      found.put(`${key}, ${bands[i]}`, inBands[i]! * per, printed);
    });
  }
  return found.done();
}

function ratesByAge(rows: readonly PublishedRow[], people: ReadonlyMap<string, readonly number[]>): Comparison {
  const found = inFull("rates by age, on whole people", 1e-13);
  for (const row of rows)
    for (const [i, band] of bands.entries()) {
      const n = Math.round(people.get(`${row["Sex"]} ${row["Year"]}`)![i]! * per);
      found.put(
        `${row["CancerSite"]}, ${row["Sex"]}, ${row["Year"]}, ${band}`,
        crudeRate(casesIn(row, band), n).value,
        rateIn(row, band),
      );
    }
  return found.done();
}

function crudeRates(sites: readonly CancerSite[]): readonly Comparison[] {
  const values = inFull("crude rates", 1e-13);
  const limits = inFull("their limits, exact Poisson (`exactPoissonLimits`)", 1e-13);
  const atNone = inFull("their upper limits at no case, one-sided 95% (`exactPoissonLimits` at 0.9)", 1e-13);
  for (const { key, row, strata } of sites) {
    const events = sum(strata.flatMap(({ cases }) => cases));
    const people = sum(strata.flatMap(({ people }) => people));
    const scaled = (limit: number) => (limit / people) * per;
    values.put(key, scaled(events), Number(row["CrudeRate"]));
    limits.put(key, scaled(exactPoissonLimits(events).lower), Number(row["CrudeRateLower95pcConfidenceInterval"]));
    const upper = Number(row["CrudeRateUpper95pcConfidenceInterval"]);
    if (events === 0) atNone.put(key, scaled(exactPoissonLimits(events, 0.9).upper), upper);
    else limits.put(key, scaled(exactPoissonLimits(events).upper), upper);
  }
  return [values.done(), limits.done(), atNone.done()];
}

/**
 * Both sexes together are the mean of the two rates: one rate of 38 strata. The upper limits are printed with a slip of
 * units, the largest weight left per person, which `largestWeight: "per person"` reproduces; for both sexes together the
 * print takes that weight from the people of both, not of each.
 */
function standardised(sites: readonly CancerSite[], { column, name, weights }: Standard): readonly Comparison[] {
  const values = inFull(`rates by the ${name}; both sexes: the mean of the two (\`directRate\`)`, 1e-13);
  const lower = inFull("their lower limits, Fay and Feuer's (`fayFeuerLimits`)", 1e-13);
  const upper = inFull('their upper limits by sex, `largestWeight: "per person"`', 1e-13);
  const upperOfBoth = inFull("their upper limits, both sexes, the largest weight per person of both together", 1e-13);
  for (const { key, row, strata, allPeople } of sites) {
    const cases = strata.flatMap((one) => merged(one.cases, weights));
    const people = strata.flatMap((one) => merged(one.people, weights));
    const standard = strata.flatMap(() => weights);
    values.put(key, directRate(cases, people, standard).value, Number(row[column]));
    if (row[`${column}Lower95pcConfidenceInterval`] === "NA") continue; // below 20 cases none is printed
    const limits = fayFeuerLimits(cases, people, standard, { largestWeight: "per person" });
    lower.put(key, limits.lower, Number(row[`${column}Lower95pcConfidenceInterval`]));
    const printed = Number(row[`${column}Upper95pcConfidenceInterval`]);
    if (strata.length === 1) upper.put(key, limits.upper, printed);
    else
      upperOfBoth.put(key, upperWith(largest(merged(allPeople, weights), weights), cases, people, standard), printed);
  }
  return [values.done(), lower.done(), upper.done(), upperOfBoth.done()];
}

interface Standard {
  readonly column: string;
  readonly name: string;
  readonly weights: readonly number[];
}

/** The upper limit with a given largest weight, from the quantile that it rests on. */
function upperWith(
  largestWeight: number,
  cases: readonly number[],
  people: readonly number[],
  weights: readonly number[],
): number {
  const each = weights.map((w, i) => (w / sum(weights) / people[i]!) * per);
  const mean = sum(each.map((w, i) => w * cases[i]!)) + largestWeight;
  const variance = sum(each.map((w, i) => w * w * cases[i]!)) + largestWeight * largestWeight;
  return (variance / mean) * gammaQuantile(0.975, (mean * mean) / variance);
}

/** What an event weighs where it weighs most, per person. */
function largest(people: readonly number[], weights: readonly number[]): number {
  return Math.max(...weights.map((w, i) => w / sum(weights) / people[i]!));
}

/** The bands of a column put together from the end until there are as many as weights. */
function merged(column: readonly number[], weights: readonly number[]): readonly number[] {
  return [...column.slice(0, weights.length - 1), sum(column.slice(weights.length - 1))];
}

function sum(column: readonly number[]): number {
  return column.reduce((total, value) => total + value, 0);
}
