import {
  atBest,
  type Counts,
  createTable,
  fromInputs,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  keyLabel,
  keyText,
  type LookUp,
  type MeasureColumn,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { iterativeProportionalFitting, type Margin } from "@popneeds/stats";

export interface RakeToTotalsOptions {
  /** From the areas of the parts to those of totals of larger areas. Default none: totals are of the parts' own areas, or of all. */
  readonly within?: LookUp;
}

/** The parts that one set of totals is of: those of a larger area, in a period. */
interface Group {
  readonly said: string;
  readonly rows: number[];
  readonly parent: string;
  readonly period: string;
}

/**
 * People of small areas scaled to published totals of several kinds, all at once: raking, by iterative proportional fitting.
 *
 * Within each larger area and period the cells are multiplied by total wanted ÷ total there, for one kind of totals after the other, until
 * all hold to 1e-12 of the people. Odds ratios stay as they were, and a cell of 0 stays 0. Totals by sex and age of a partnership and totals
 * of each locality can so be had together. People are not rounded; round what is printed, with `controlledRounding`.
 *
 * - A missing part or total makes the cells of its larger area and period missing for its reason; a row that lacks in totals, `incomplete`.
 * - Totals that cannot be had, since cells of 0 stand in the way, leave these cells `not available`, with a warning.
 *
 * @param parts   one count of small areas, by area and whatever else: period, sex, age
 * @param totals  one or more tables of one count, each by some of the keys of parts; with `within`, areas may be the larger ones
 * @param options `within`
 * @returns the keys of parts; class `modelled`
 * @throws PopneedsError `one-measure`; `unknown-key` when totals are by a key that parts lack; `unknown-area` when totals are of areas that
 * are neither parts nor larger areas, or a part has no larger area; `totals-disagree` when the kinds of totals differ in their sum
 *
 * Source: Deming WE, Stephan FF. Ann Math Stat 1940;11:427–44.
 * Reference: `iterativeProportionalFitting` of `@popneeds/stats`, which agrees with R's `loglin`.
 *
 * @example
 * rakeToTotals(localities, [partnershipsBySexAndAge, localityTotals], { within: places.lookUp("locality", "partnership") })
 */
export function rakeToTotals<K extends Keys & { readonly area: string }, M extends Counts>(
  parts: Table<K, M>,
  totals: readonly Table<Keys, Counts>[],
  { within }: RakeToTotalsOptions = {},
): Table<K, M> {
  const table = parts as unknown as Table<Keys, Counts>;
  const [name, count] = onlyCount(table, "the parts");
  const kinds = totals.map((of) => kindOf(of, table, within));
  const groups = groupsOf(table, within);
  const figures: (number | Missing)[] = new Array(table.length);
  const unreached: string[] = [];
  for (const group of groups) {
    const missing = firstMissing(count, group.rows);
    const raked = missing ?? rakedGroup(table, count, group, kinds);
    if (raked === "not available") unreached.push(group.said);
    for (const [i, row] of group.rows.entries()) figures[row] = typeof raked === "string" ? raked : raked[i]!;
  }
  const said = `raked to ${kinds.map(({ words }) => words).join("; to ")}, by iterative proportional fitting to 1e-12; cells of 0 stay 0`;
  return createTable({
    keys: parts.keys,
    measures: { [name]: measureColumn(count.kind, figures, { absent: count.absent }) },
    issues: [...parts.issues, ...totals.flatMap(({ issues }) => issues), ...notReached(unreached)],
    provenance: atBest(
      withStep(
        fromInputs([
          parts.provenance,
          ...totals.map(({ provenance }) => provenance),
          ...(within ? [within.provenance] : []),
        ]),
        said,
      ),
      "modelled",
    ),
  }) as unknown as Table<K, M>;
}

/** One kind of totals: what they are by within a group, and their figures. */
interface Kind {
  readonly by: readonly string[];
  readonly ofParents: boolean;
  readonly hasArea: boolean;
  readonly hasPeriod: boolean;
  readonly figures: ReadonlyMap<string, number | Missing>;
  readonly absent: number | Missing;
  readonly words: string;
}

function kindOf(of: Table<Keys, Counts>, parts: Table<Keys, Counts>, within: LookUp | undefined): Kind {
  const [, count] = onlyCount(of, "totals");
  const names = Object.keys(of.keys).filter((key) => key !== "level");
  const odd = names.filter((key) => !(key in parts.keys));
  if (odd.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `rakeToTotals: totals must be by keys of the parts, ${Object.keys(parts.keys).join(", ")}; found ${odd.join(", ")}`,
      fix: `Sum over it first: sumOver(totals, "${odd[0]}").`,
    });
  const areas = new Set(parts.keys["area"]!.values as readonly string[]);
  const parents = new Set(within?.parents.values() ?? []);
  const own = (of.keys["area"]?.values ?? []) as readonly string[];
  const ofParents = own.some((area) => parents.has(area) && !areas.has(area));
  const astray = own.filter((area) => !(ofParents ? parents : areas).has(area));
  if (astray.length > 0 && (!ofParents || astray.some((area) => areas.has(area))))
    throw new PopneedsError({
      code: "unknown-area",
      message: `rakeToTotals: totals must be of the parts' areas, or of the larger ones that they lie in; ${astray.length} of ${own.length} are neither:`,
      where: astray,
      fix: "Give the look-up to the larger areas as within, and leave other areas out with keep().",
    });
  const figures = new Map<string, number | Missing>();
  for (let row = 0; row < of.length; row++)
    figures.set(textAt(of, names, row), missingAt(count, row) ?? count.values[row]!);
  return {
    by: names.filter((key) => key !== "period" && !(key === "area" && ofParents)),
    ofParents,
    hasArea: "area" in of.keys,
    hasPeriod: "period" in of.keys,
    figures,
    absent: count.absent === "zero" ? 0 : "incomplete",
    words: `totals by ${names.map((key) => (key === "area" && ofParents ? within!.level : key)).join(", ") || "nothing, of all"}`,
  };
}

function groupsOf(table: Table<Keys, Counts>, within: LookUp | undefined): readonly Group[] {
  const astray = within
    ? (table.keys["area"]!.values as readonly string[]).filter((area) => !within.parents.has(area))
    : [];
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `rakeToTotals: each part needs a ${within!.level} in the look-up of ${within!.edition}; ${astray.length} have none:`,
      where: astray,
      fix: "Leave them out with keep().",
    });
  const groups = new Map<string, Group>();
  for (let row = 0; row < table.length; row++) {
    const parent = within?.parents.get(keyAt(table, "area", row) as string) ?? "";
    const when = "period" in table.keys ? keyAt(table, "period", row) : null;
    const period = when ? keyText(when) : "";
    const text = `${parent}\u0000${period}`;
    const said = [parent, when ? keyLabel(when) : ""].filter(Boolean).join("  ") || "all parts";
    if (!groups.has(text)) groups.set(text, { said, rows: [], parent, period });
    groups.get(text)!.rows.push(row);
  }
  return [...groups.values()];
}

function rakedGroup(
  table: Table<Keys, Counts>,
  count: MeasureColumn,
  group: Group,
  kinds: readonly Kind[],
): readonly number[] | Missing {
  const { rows } = group;
  const names = Object.keys(table.keys).filter((key) => key !== "period" && key !== "level");
  const values = names.map((key) => [...new Map(rows.map((row) => [keyText(keyAt(table, key, row)), row])).keys()]);
  const places = names.map((_, k) => new Map(values[k]!.map((text, i) => [text, i])));
  const shape = values.map(({ length }) => length);
  const cells = new Float64Array(shape.reduce((a, b) => a * b, 1));
  const at = rows.map((row) =>
    names.reduce((place, key, k) => place * shape[k]! + places[k]!.get(keyText(keyAt(table, key, row)))!, 0),
  );
  for (const [i, row] of rows.entries()) cells[at[i]!] = count.values[row]!;
  const margins: Margin[] = [];
  for (const kind of kinds) {
    const by = kind.by.map((key) => names.indexOf(key)).sort((a, b) => a - b);
    const found = totalsOf(kind, group, by, names, values);
    if (typeof found === "string") return found;
    margins.push({ by: by.length > 0 ? by.map((k) => k + 1) : [0], totals: found });
  }
  const gap = sumsApart(margins);
  if (gap)
    throw new PopneedsError({
      code: "totals-disagree",
      message: `rakeToTotals: all kinds of totals must have one sum; in ${group.said} they are ${gap.join(", ")}`,
      fix: "Take totals of one edition, or scale the one to the other first.",
    });
  try {
    // A dimension of one goes before the others, so that there can be one total of all.
    const fitted = iterativeProportionalFitting(cells, [1, ...shape], margins);
    return fitted.gap <= 1e-10 ? at.map((place) => fitted.cells[place]!) : "not available";
  } catch (error) {
    // A total above 0 of cells that are all 0.
    if (error instanceof RangeError) return "not available";
    throw error;
  }
}

/** The totals of a kind in a group, the last key running fastest. */
function totalsOf(
  kind: Kind,
  { parent, period }: Group,
  by: readonly number[],
  names: readonly string[],
  values: readonly (readonly string[])[],
): Float64Array | Missing {
  const size = by.reduce((product, k) => product * values[k]!.length, 1);
  const totals = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const keys = new Map<string, string>([
      ["area", parent],
      ["period", period],
    ]);
    let left = i;
    for (const k of [...by].reverse()) {
      keys.set(names[k]!, values[k]![left % values[k]!.length]!);
      left = Math.floor(left / values[k]!.length);
    }
    const wanted = [
      ...(kind.hasArea ? ["area"] : []),
      ...(kind.hasPeriod ? ["period"] : []),
      ...kind.by.filter((key) => key !== "area"),
    ].sort();
    const figure = kind.figures.get(wanted.map((key) => keys.get(key)!).join("\u0000")) ?? kind.absent;
    if (typeof figure === "string") return figure;
    totals[i] = figure;
  }
  return totals;
}

function sumsApart(margins: readonly Margin[]): readonly number[] | null {
  const sums = margins.map(({ totals }) => Array.from(totals).reduce((a, b) => a + b, 0));
  return Math.max(...sums) - Math.min(...sums) > 1e-9 * Math.max(...sums) ? sums : null;
}

function firstMissing(count: MeasureColumn, rows: readonly number[]): Missing | null {
  for (const row of rows) {
    const missing = missingAt(count, row);
    if (missing) return missing;
  }
  return null;
}

function textAt(table: Table<Keys, Counts>, names: readonly string[], row: number): string {
  return [...names]
    .sort()
    .map((key) => keyText(keyAt(table, key, row)))
    .join("\u0000");
}

function keyAt({ keys }: Table<Keys, Counts>, name: string, row: number): Key {
  const { values, codes } = keys[name] as KeyColumn;
  return values[codes[row]!]!;
}

function onlyCount({ measures }: Table<Keys, Counts>, which: string): readonly [string, MeasureColumn] {
  const [first, ...others] = Object.entries<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `rakeToTotals: ${which} must have one measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  return first;
}

function notReached(groups: readonly string[]): Issue[] {
  if (groups.length === 0) return [];
  return [
    {
      code: "totals-not-reached",
      severity: "warning",
      message: `rakeToTotals: ${groups.length} groups of parts cannot have their totals, since cells of 0 stand in the way: ${groups.slice(0, 3).join("; ")}${groups.length > 3 ? " …" : ""}`,
      fix: "Use wider bands of ages, or give the cells that may not stay empty a small number.",
    },
  ];
}
