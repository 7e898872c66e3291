import {
  addsUp,
  atBest,
  countBy,
  fromInputs,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  type OnlyCounts,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import type { Concordance, Share } from "./concordance.ts";
import { issueOfAreas } from "./issue-of-areas.ts";
import { partsOfRows } from "./parts-of-rows.ts";
import { rowsInOrder } from "./rows-in-order.ts";

export interface ConvertAreasOptions {
  /**
   * `fractions` (default): parts as they come out, to be rounded at the end. `whole`: whole numbers, of whole numbers only;
   * what is rounded off for one band of ages is carried to the next, so that the parts of an area's total are right as well.
   */
  readonly numbers?: "fractions" | "whole";
}

/**
 * Counts of areas of one edition shared out among those of another: each count times the weights of its area, Σ over the old
 * areas that a new one takes from.
 *
 * Totals are conserved: to the unit for whole counts, in either kind of numbers (fractions are kept to 2⁻²⁰ of a unit, so that
 * sums suffer no rounding), else to the rounding of a sum. A missing count is missing, for its reason, in every new area that
 * takes from it. Rates are not converted: convert events and people, then divide.
 *
 * The result is a model wherever an area was divided: of class `modelled` at best, with a step and the issue
 * `modelled-areas`, because events need not be spread as the base of the weights is. It stays what it was where every area
 * went whole. A new area that takes from old ones which are not in the table is named in the issue `incomplete-areas`.
 *
 * @param table       counts by area, of the old edition, and any other keys
 * @param concordance made by `concordance` or `exactPairs`
 * @param options     `numbers`: `fractions` or `whole`
 * @returns the same keys and measures, by areas of the new edition
 * @throws PopneedsError `not-in-concordance` when an area with a figure other than 0 is not in the list, or has no weight
 * @throws PopneedsError `not-whole` when whole numbers are wanted of a count that is none
 * @throws PopneedsError `not-additive` when a measure is not a count; `unknown-key` when there is no key `area`
 *
 * Source: areal interpolation by a declared base (Goodchild MF, Lam NS. Geo-processing 1980;1:297-312).
 *
 * @example
 * convertAreas(deaths2001Zones, byPeople, { numbers: "whole" })
 */
export function convertAreas<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  concordance: Concordance,
  { numbers = "fractions" }: ConvertAreasOptions = {},
): Table<K, M> {
  refuseRates(table);
  const { codes, values: areas } = areaColumn(table);
  const shares = areas.map((area) => concordance.shares.get(area) ?? null);
  refuseUnlisted(table, concordance);
  const rows = rowsInOrder(table).filter((row) => shares[codes[row]!] !== null);
  const parts = rows.flatMap((row) => shares[codes[row]!]!.map(({ to }) => ({ row, to })));
  const measures = Object.entries<MeasureColumn>(table.measures).map(([name, column]) => {
    const shared = partsOfRows(
      column,
      rows,
      (row) => shares[codes[row]!]!,
      (row) => codes[row]!,
      numbers,
      name,
    );
    return [name, shared] as const;
  });
  const moved = takeRows<Keys, Measures>(
    table as unknown as Table,
    parts.map(({ row }) => row),
  );
  const spread = uncheckedTable<Keys, Measures>({
    keys: { ...moved.keys, area: keyColumn(parts.map(({ to }) => to)) },
    measures: Object.fromEntries(measures),
  });
  const divided = areas.filter((_, i) => (shares[i]?.length ?? 0) > 1);
  const step = `areas converted by ${concordance.base} (${concordance.edition})${divided.length > 0 ? `; ${divided.length} of ${areas.length} were divided, so that figures before and after are of different kinds` : ", all of them whole"}`;
  const provenance = withStep(fromInputs([table.provenance, concordance.provenance]), step);
  const evidence =
    divided.length > 0 ? atBest(provenance, "modelled") : { ...provenance, evidence: table.provenance.evidence };
  return uncheckedTable<Keys, Measures>({
    ...countBy(spread as unknown as Table, Object.keys(table.keys)),
    issues: [
      ...table.issues,
      ...concordance.issues,
      ...modelled(divided, areas.length, concordance),
      ...incomplete(table, concordance),
    ],
    provenance: Object.freeze(evidence),
  }) as unknown as Table<K, M>;
}

function areaColumn(table: Pick<Table, "keys">): KeyColumn<string> {
  const column = table.keys["area"];
  if (column) return column as KeyColumn<string>;
  throw new PopneedsError({
    code: "unknown-key",
    message: `convertAreas: the table needs the key "area"; it has ${Object.keys(table.keys).join(", ") || "no keys"}`,
    fix: "Give a table that is counted by area.",
  });
}

function refuseRates({ measures }: Pick<Table, "measures">): void {
  const rate = Object.entries<MeasureColumn>(measures).find(([, { kind }]) => !addsUp(kind));
  if (rate)
    throw new PopneedsError({
      code: "not-additive",
      message: `convertAreas: only counts are shared out; "${rate[0]}" is a ${rate[1].kind}`,
      fix: "Convert events and people, then compute the rate.",
    });
}

/** Areas without a share may only be there with 0, which conserves every total if it goes nowhere. */
function refuseUnlisted(table: Table, { shares, withoutWeight }: Concordance): void {
  const { codes, values } = areaColumn(table);
  const columns = Object.values<MeasureColumn>(table.measures);
  const astray = new Set<string>();
  for (let i = 0; i < table.length; i++) {
    const area = values[codes[i]!]!;
    if (!shares.has(area) && columns.some((column) => column.values[i] !== 0)) astray.add(area);
  }
  if (astray.size === 0) return;
  throw new PopneedsError({
    code: "not-in-concordance",
    message: `convertAreas: every area with a figure needs a share in the list; ${astray.size} of ${values.length} have none:`,
    where: [...astray].map((area) => (withoutWeight.has(area) ? `${area}  listed, without a weight` : area)),
    fix: "Complete the list, or leave these areas out with keep(), and say so.",
  });
}

function modelled(divided: readonly string[], all: number, { base, provenance }: Concordance): Issue[] {
  return issueOfAreas(
    "modelled-areas",
    divided,
    all,
    `areas were divided by ${base}: their figures are modelled, and stand across a break`,
    "Do not compare them with counted ones without saying so.",
    provenance.source?.file ?? "",
  );
}

/** New areas that take from old ones which the table does not have, where an absent area is not one with 0. */
function incomplete(table: Table, { shares, provenance }: Concordance): Issue[] {
  if (Object.values<MeasureColumn>(table.measures).every(({ absent }) => absent === "zero")) return [];
  const here = new Set(areaColumn(table).values);
  const reached = new Set([...here].flatMap((area) => (shares.get(area) ?? []).map(({ to }: Share) => to)));
  const lacking = new Set<string>();
  for (const [area, parts] of shares)
    if (!here.has(area)) for (const { to } of parts) if (reached.has(to)) lacking.add(to);
  return issueOfAreas(
    "incomplete-areas",
    lacking,
    reached.size,
    "new areas take from old ones that the table does not have",
    "Give these too, or leave the new areas out with keep().",
    provenance.source?.file ?? "",
  );
}
