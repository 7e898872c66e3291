import {
  byTime,
  firstThree,
  type Issue,
  type KeyColumn,
  type Keys,
  type Measures,
  type Period,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { requireKey } from "../shared/groups-beside.ts";
import { compareEditions } from "./compare-editions.ts";
import { type OfOneEdition, requireEditions, withoutEdition } from "./take-edition.ts";

/** The years of a series that are taken from one edition. */
export interface EditionSpan {
  readonly edition: string;
  /** The first year taken from it; default the first that it has. */
  readonly from?: number;
  /** The last year taken from it; default the last that it has. */
  readonly to?: number;
}

/**
 * One series, run from one edition into the next at breaks that are named.
 *
 * Nothing is smoothed or scaled. The issue `editions-spliced` travels with the series, and says at each break by how much the
 * two editions differ in a year that both have: a rate or a change across it is of two populations. Years between that no span
 * takes are left out, and an issue names them.
 *
 * @param table figures with the keys `edition` and `period`, as `populationEditions` makes them
 * @param spans which years come from which edition, in order of time, without overlap
 * @returns the same keys without `edition`
 * @throws PopneedsError `editions-overlap` when a year would come from two editions; `unknown-edition`, `unknown-key`
 *
 * @example
 * spliceEditions(editions, [{ edition: "before the census", to: 2010 }, { edition: "rebased 2023", from: 2011 }])
 */
export function spliceEditions<
  K extends Keys & { readonly edition: string; readonly period: Period },
  M extends Measures,
>(table: Table<K, M>, spans: readonly EditionSpan[]): Table<OfOneEdition<K>, M> {
  const plain = table as unknown as Table;
  requireKey(plain, "period", "spliceEditions");
  requireEditions(
    plain,
    spans.map(({ edition }) => edition),
    "spliceEditions",
  );
  const editions = plain.keys["edition"] as KeyColumn<string>;
  const periods = plain.keys["period"] as KeyColumn<Period>;
  const spanOf = periods.values.map((period) => {
    const year = Number(period.start.slice(0, 4));
    return spans.flatMap(({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }, i) =>
      from <= year && year <= to ? [i] : [],
    );
  });
  const chosen = (i: number): boolean =>
    spanOf[periods.codes[i]!]!.some((at) => spans[at]!.edition === editions.values[editions.codes[i]!]);
  const rows = Array.from({ length: plain.length }, (_, i) => i).filter(chosen);
  refuseOverlap(plain, rows);
  const series = takeRows(plain, rows);
  const said = spans.map(({ edition }) => `${yearsSaid(series, edition)} from ${edition}`);
  const spliced = withoutEdition(series);
  return uncheckedTable({
    ...spliced,
    issues: [...table.issues, ...breaks(plain, spans), ...leftOut(periods.values, series)],
    provenance: withStep(table.provenance, `editions spliced: ${said.join("; ")}`),
  }) as unknown as Table<OfOneEdition<K>, M>;
}

/** The years that came from an edition, as they are. */
function yearsSaid({ keys }: Table, edition: string): string {
  const editions = keys["edition"] as KeyColumn<string>;
  const periods = keys["period"] as KeyColumn<Period>;
  const own = new Set<Period>();
  for (let i = 0; i < periods.codes.length; i++)
    if (editions.values[editions.codes[i]!] === edition) own.add(periods.values[periods.codes[i]!]!);
  const inOrder = [...own].sort(byTime);
  if (inOrder.length === 0) return "no year";
  const [first, last] = [inOrder[0]!.label, inOrder.at(-1)!.label];
  return first === last ? first : `${first} to ${last}`;
}

function refuseOverlap(table: Table, rows: readonly number[]): void {
  const editionOf = new Map<string, string>();
  const twice = new Set<string>();
  const editions = table.keys["edition"] as KeyColumn<string>;
  const periods = table.keys["period"] as KeyColumn<Period>;
  for (const i of rows) {
    const [edition, { label }] = [editions.values[editions.codes[i]!]!, periods.values[periods.codes[i]!]!];
    const other = editionOf.get(label) ?? edition;
    editionOf.set(label, other);
    if (other !== edition) twice.add(`${label}: ${other} and ${edition}`);
  }
  if (twice.size > 0)
    throw new PopneedsError({
      code: "editions-overlap",
      message: `spliceEditions: each year must come from one edition; ${twice.size} would come from two:`,
      where: [...twice],
      fix: "End one span before the next begins: { edition: …, to: 2010 }, { edition: …, from: 2011 }.",
    });
}

/** Years between the first and the last of the series that one of the editions has, and no span takes. */
function leftOut(known: readonly Period[], { keys, length }: Table): Issue[] {
  const { codes, values } = keys["period"] as KeyColumn<Period>;
  const taken = [...new Set(Array.from({ length }, (_, i) => values[codes[i]!]!))].sort(byTime);
  const [first, last] = [taken[0], taken.at(-1)];
  const lacking = known.filter(
    (period) => first && last && byTime(first, period) < 0 && byTime(period, last) < 0 && !taken.includes(period),
  );
  if (lacking.length === 0) return [];
  return [
    {
      code: "years-left-out",
      severity: "warning",
      message: `spliceEditions: ${lacking.length} years within the series are taken from no edition: ${firstThree([...lacking].sort(byTime).map(({ label }) => label)).join(", ")}`,
      fix: "Let one span end in the year before the next begins.",
    },
  ];
}

/** What is to be known at each break. */
function breaks(table: Table, spans: readonly EditionSpan[]): Issue[] {
  return spans.slice(1).flatMap(({ edition, from }, i) => {
    const before = spans[i]!.edition;
    if (before === edition) return [];
    return [
      {
        code: "editions-spliced",
        severity: "warning",
        message: `the series changes from ${before} to ${edition}${from === undefined ? "" : ` in ${from}`}; ${differenceSaid(table, before, edition)}`,
        fix: "Do not read a change across the break as a change of the population; take one edition where it has the years.",
      } as const,
    ];
  });
}

function differenceSaid(table: Table, before: string, after: string): string {
  const by = "area" in table.keys ? ["area", "period"] : ["period"];
  const both = [...compareEditions(table as never, before, after, { by })] as unknown as readonly {
    readonly area?: string;
    readonly period: Period;
    readonly before: number | null;
    readonly after: number | null;
    readonly change: number | null;
  }[];
  const found = both.filter(({ change }) => change !== null).sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!));
  if (found.length === 0) return "no year stands in both, so that how they differ cannot be told";
  const places = found.map(
    ({ area, period, before, after, change }) =>
      `${area === undefined ? "" : `${area} `}${period.label}: ${Math.round(before!)} and ${Math.round(after!)} (${change! < 0 ? "−" : "+"}${Math.abs(change!).toFixed(1)}%)`,
  );
  return `where both have figures they differ most in ${firstThree(places).join("; ")}`;
}
