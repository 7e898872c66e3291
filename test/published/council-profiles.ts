import { byarLimits, type Limits, twoSidedProbability, wilsonLimits } from "@popneeds/stats";
import { councilProfilesApart, type ProfilesApart } from "./council-profiles-apart.ts";
import {
  type Apart,
  type Comparison,
  type PublishedFile,
  type PublishedRow,
  rowsOf,
  withinRounding,
} from "./published-file.ts";

const path = "indicators/scotpho_profiles_council_2023.csv.gz";

// The publisher takes 1.96 for the normal deviate of 95%.
const level = 1 - twoSidedProbability(1.96);

/** Profiles of the councils: crude rates and percentages with limits, printed to one decimal. */
export const councilProfiles: PublishedFile = {
  path,
  title: "Profiles of the 32 councils, 230 indicators, 2023",
  publisher: "Scottish Public Health Observatory",
  async compare(folder) {
    const rows = await profilesWithLimits(folder);
    const of = (kind: RegExp) => rows.filter((row) => kind.test(row["type_definition"]!));
    return [
      limits("limits of crude rates, Byar's (`byarLimits`) with 1.96", of(/^Crude rate/), byarAround),
      limits("limits of percentages, Wilson's (`wilsonLimits`) with 1.96", of(/^Percentage$/), wilsonAround),
    ];
  },
};

/** The rows that print a numerator, a measure and limits. */
export async function profilesWithLimits(folder: string): Promise<readonly PublishedRow[]> {
  const needed = ["numerator", "measure", "lower_confidence_interval", "upper_confidence_interval"];
  return (await rowsOf(folder, path)).filter((row) => needed.every((column) => row[column] !== "NA"));
}

type LimitsOf = (events: number, measure: number) => Limits;

/** Denominators are not printed, but follow from numerator and measure. */
const wilsonAround: LimitsOf = (events, measure) => {
  const share = Math.min(1, measure / 100);
  if (!(events > 0 && share > 0)) return unknown;
  const { lower, upper } = wilsonLimits(events, events / share, level);
  return { lower: 100 * lower, upper: 100 * upper };
};

const byarAround: LimitsOf = (events, measure) => {
  if (!(events > 0)) return unknown;
  const { lower, upper } = byarLimits(events, level);
  return { lower: (lower / events) * measure, upper: (upper / events) * measure };
};

/** The textbook's limits, which are no function of the library: the reason why some rows are apart is checked with them. */
const normalAround: LimitsOf = (events, measure) => {
  const reach = 1.96 * measure * Math.sqrt((1 - measure / 100) / events);
  return { lower: measure - reach, upper: measure + reach };
};

const unknown: Limits = { lower: Number.NaN, upper: Number.NaN };

function limits(what: string, rows: readonly PublishedRow[], limitsOf: LimitsOf): Comparison {
  const withDecimals = new Set(rows.filter((row) => row["numerator"]!.includes(".")).map((row) => row["indicator"]));
  const agrees = (row: PublishedRow, limitsOf: LimitsOf) => {
    const events = { printed: Number(row["numerator"]), half: withDecimals.has(row["indicator"]) ? 0.05 : 0.5 };
    const measure = { printed: Number(row["measure"]), half: 0.05 };
    return (["lower", "upper"] as const).every((side) =>
      withinRounding(Number(row[`${side}_confidence_interval`]), 0.05, (e, m) => limitsOf(e, m)[side], events, measure),
    );
  };
  const apart = rows
    .filter((row) => !agrees(row, limitsOf))
    .map((row): Apart => {
      const known = councilProfilesApart.find((one) => holds(one, row));
      const proven = known !== undefined && (known.normal === undefined || agrees(row, normalAround));
      const among = row["indicator"]!;
      return { among, key: `${among}, ${row["area_name"]}`, ...(proven ? { why: known.why } : {}) };
    });
  return { what, figures: rows.length, within: "the rounding of numerator, measure and limit", apart };
}

function holds({ indicator, councils, butNot }: ProfilesApart, row: PublishedRow): boolean {
  const council = row["area_name"]!;
  if (row["indicator"] !== indicator || butNot?.includes(council)) return false;
  return councils === undefined || councils.includes(council);
}
