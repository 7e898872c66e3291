import {
  type Counts,
  createTable,
  firstThree,
  fromInputs,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  keyLabel,
  type MeasureColumn,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import type { CauseMapping } from "./cause-mapping.ts";

export interface SpendAgainstBurdenOptions {
  /** Whether spend is by programme-budget `category` (default) or by `service`. */
  readonly by?: "category" | "service";
}

/** Where an area stands among all areas of the table. */
export type Quadrant =
  | "more burden, more spend"
  | "more burden, less spend"
  | "less burden, more spend"
  | "less burden, less spend"
  | "as all areas"
  | "not known";

/** Burden and spend of an area, per weighted head, and against all areas together (1 is as they). */
export type SpendAgainstBurdenMeasures = {
  readonly burdenPerHead: "rate";
  readonly spendPerHead: "rate";
  readonly burdenIndex: "ratio";
  readonly spendIndex: "ratio";
};

/** What a planner must read beside the table. */
export const screeningNotEfficiency =
  "screening, not efficiency: it shows where to ask, and not whether money is spent well or what more of it would change";

/**
 * Spend set against burden, per weighted head, by programme-budget category or service, with the quadrant each area falls into.
 *
 * per head = amount ÷ weighted people; index = per head ÷ (sum over the areas here ÷ their weighted people). The quadrant says whether
 * each index is above or below 1; at 1, to rounding, in either it is `as all areas`. This is screening, not efficiency: spend does not follow
 * burden cause by cause, some spend prevents burden that is thus not seen, and a burden that nothing helps is no call for money.
 *
 * @param burden  one measure, deaths or years, by area and cause
 * @param spend   one measure, money as a count, by area and `category` or `service`; the same year and prices for all
 * @param people  one count by area: people weighted by the need for which spend is given out, so that index 1 is a fair share
 * @param mapping which causes belong to which category and service
 * @param options `by`
 * @returns a row for each area and category that has spend or burden. An area without spend or people has a missing figure with its reason and the
 * quadrant `not known`, and then nor is there an index for any area of that category, as "all areas" are not known. Causes that are not mapped are in no row, with
 * the issue `unmapped-cause`; a cause or spend without a row is 0 only where its table says that an absent row is zero; categories of spend without causes have no row, with `spend-without-causes`
 * @throws PopneedsError `not-counted-by` when a table is by other keys; `one-measure`; `too-few-areas` when there are fewer than two
 *
 * Source: the spend and outcome quadrants of programme budgeting: Brambleby P, Fordham R. What is PBMA? 2003.
 * Reference: worked by hand in tests.
 *
 * @example
 * spendAgainstBurden(yearsLostByCause, spendByCategory, weightedPeople, mapping)
 */
export function spendAgainstBurden(
  burden: Table<Keys & { readonly area: string; readonly cause: string }, Counts>,
  spend: Table<Keys & { readonly area: string }, Counts>,
  people: Table<Keys & { readonly area: string }, Counts>,
  mapping: CauseMapping,
  { by = "category" }: SpendAgainstBurdenOptions = {},
): Table<
  { readonly area: string; readonly category: string; readonly quadrant: Quadrant },
  SpendAgainstBurdenMeasures
> {
  const sick = figuresOf("burden", burden, ["area", "cause"]);
  const paid = figuresOf("spend", spend, ["area", by]);
  const heads = figuresOf("people", people, ["area"]);
  const areas = [...new Set(heads.map(({ keys }) => keys[0]!))];
  if (areas.length < 2)
    throw new PopneedsError({
      code: "too-few-areas",
      message: `spendAgainstBurden: an area must be set against others; found ${areas.length} with people`,
      fix: "Give people, spend and burden of all areas that are to be compared.",
    });
  const causes = [...new Set(sick.map(({ keys }) => keys[1]!))];
  const unmapped = causes.filter((cause) => !mapping.parts.has(cause));
  const ill = amountsOf(burden, sick);
  const burdens = new Map<string, Map<string, Figure>>();
  for (const cause of causes)
    for (const part of mapping.parts.get(cause) ?? []) {
      const own = burdens.get(part[by]) ?? new Map<string, Figure>();
      for (const area of areas) own.set(area, added(own.get(area) ?? 0, ill(area, cause), part.share));
      burdens.set(part[by], own);
    }
  const money = amountsOf(spend, paid);
  const budgets = new Set(paid.map(({ keys }) => keys[1]!));
  const people_ = new Map(heads.map(({ keys, figure }) => [keys[0]!, figure]));
  const rows = [...burdens].flatMap(([category, own]) => {
    const b = indices(areas, (area) => own.get(area)!, people_);
    const s = indices(areas, (area) => (budgets.has(category) ? money(area, category) : "not available"), people_);
    return areas.map((area, i) => ({ area, category, burden: b[i]!, spend: s[i]! }));
  });
  const astray = new Set([...sick, ...paid].map(({ keys }) => keys[0]!).filter((area) => !people_.has(area)));
  const withoutCauses = [...budgets].filter((category) => !burdens.has(category));
  return createTable({
    keys: {
      area: keyColumn(rows.map(({ area }) => area)),
      category: keyColumn(rows.map(({ category }) => category)),
      quadrant: keyColumn(rows.map(({ burden, spend }) => quadrantOf(burden.index, spend.index))),
    },
    measures: {
      burdenPerHead: measureColumn(
        "rate",
        rows.map(({ burden }) => burden.perHead),
      ),
      spendPerHead: measureColumn(
        "rate",
        rows.map(({ spend }) => spend.perHead),
      ),
      burdenIndex: measureColumn(
        "ratio",
        rows.map(({ burden }) => burden.index),
      ),
      spendIndex: measureColumn(
        "ratio",
        rows.map(({ spend }) => spend.index),
      ),
    },
    issues: [
      ...burden.issues,
      ...spend.issues,
      ...people.issues,
      ...leftOut(
        "unmapped-cause",
        "causes are not mapped, and are in no row",
        unmapped,
        `Add them to the mapping "${mapping.name}".`,
      ),
      ...leftOut(
        "spend-without-causes",
        `spend is by a ${by} that no cause is mapped to, and has no row`,
        withoutCauses,
        "Map causes to it, or leave it out: not all spend answers to a burden of disease.",
      ),
      ...leftOut(
        "area-without-people",
        "areas have burden or spend and no weighted people, and have no row",
        [...astray],
        "Give their weighted people.",
      ),
    ],
    provenance: withStep(
      fromInputs([burden.provenance, spend.provenance, people.provenance]),
      `spend against burden per weighted head by ${by}, causes mapped by "${mapping.name}", each against the ${areas.length} areas here together; ${screeningNotEfficiency}`,
    ),
  });
}

type Figure = number | Missing;
interface Placed {
  readonly perHead: Figure;
  readonly index: Figure;
}

/** The amount of an area and category; what has no row is 0 only where the table says so. */
function amountsOf(table: Table<Keys, Counts>, figures: ReturnType<typeof figuresOf>) {
  const absent = Object.values<MeasureColumn>(table.measures)[0]!.absent === "zero" ? 0 : ("not available" as const);
  const found = new Map(figures.map(({ keys, figure }) => [keys.join("\u0000"), figure]));
  return (area: string, category: string): Figure => found.get(`${area}\u0000${category}`) ?? absent;
}

function indices(
  areas: readonly string[],
  amountOf: (area: string) => Figure,
  people: ReadonlyMap<string, Figure>,
): readonly Placed[] {
  const pairs = areas.map((area) => ({ amount: amountOf(area), heads: people.get(area)! }));
  let [sum, all] = [0, 0];
  let whole = true;
  for (const { amount, heads } of pairs) {
    if (typeof amount === "number" && typeof heads === "number") {
      sum += amount;
      all += heads;
    } else whole = false;
  }
  return pairs.map(({ amount, heads }): Placed => {
    const missing = [amount, heads].find((figure) => typeof figure === "string") as Missing | undefined;
    if (missing) return { perHead: missing, index: missing };
    if ((heads as number) <= 0) return { perHead: "no population", index: "no population" };
    const perHead = (amount as number) / (heads as number);
    return { perHead, index: !whole ? "incomplete" : sum > 0 ? perHead / (sum / all) : "not applicable" };
  });
}

function quadrantOf(burden: Figure, spend: Figure): Quadrant {
  if (typeof burden === "string" || typeof spend === "string") return "not known";
  if (Math.abs(burden - 1) < 1e-9 || Math.abs(spend - 1) < 1e-9) return "as all areas";
  return `${burden > 1 ? "more" : "less"} burden, ${spend > 1 ? "more" : "less"} spend`;
}

function added(so: Figure, figure: Figure, share: number): Figure {
  if (typeof so === "string") return so;
  return typeof figure === "string" ? figure : so + figure * share;
}

function figuresOf(which: string, table: Table<Keys, Counts>, names: readonly string[]) {
  const own = Object.keys(table.keys).filter((name) => name !== "level");
  if (own.length !== names.length || names.some((name) => !own.includes(name)))
    throw new PopneedsError({
      code: "not-counted-by",
      message: `spendAgainstBurden: ${which} must be by ${names.join(" and ")}; found ${own.join(", ") || "no keys"}`,
      fix: "Sum it with sumOver, or keep one year and one level with keep.",
    });
  const [column, ...others] = Object.values<MeasureColumn>(table.measures);
  if (!column || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `spendAgainstBurden: ${which} must have one measure; found ${Object.keys(table.measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "years").',
    });
  const columns = names.map((name) => table.keys[name] as KeyColumn);
  return Array.from({ length: table.length }, (_, row) => ({
    keys: columns.map(({ values, codes }) => keyLabel(values[codes[row]!]!)),
    figure: (missingAt(column, row) ?? column.values[row]!) as Figure,
  }));
}

function leftOut(code: string, what: string, which: readonly string[], fix: string): Issue[] {
  if (which.length === 0) return [];
  return [{ code, severity: "warning", message: `${what} (${which.length}): ${firstThree(which).join(", ")}`, fix }];
}
