import { addsUp, fromInputs, fromSource, type Provenance, type Source, type Table } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import { type Quality, qualityOf, type TotalCheck, totalsAcross } from "@popneeds/quality";

/** How good one of the data sets is that a profile was made from; each figure is a column of the written tables. */
export interface DataSetQuality {
  /** Row id: `data-quality/` and the id of the source. */
  readonly id: string;
  readonly source: Source;
  /** Rows of the table that was read, and rows that were refused. */
  readonly rows: number;
  readonly refused: number;
  /** Figures that are missing, for whatever reason. */
  readonly missing: number;
  /** First and last day that the figures are about; `null` where the file names no period. */
  readonly from: string | null;
  readonly to: string | null;
  readonly periods: number;
  readonly areas: number;
  /** Areas and periods, each of them in the file, that have no row together. */
  readonly gaps: number;
  /** Totals that could be compared with the sum of their parts, and how they came out. */
  readonly totals: Pick<TotalCheck, "compared" | "agree" | "withinRounding" | "apart">;
  /** What its figures were summed to or from: other data sets, or none. */
  readonly comparedWith: readonly string[];
  /** Counts that were compared with their past, and those that are far from it. */
  readonly looked: number;
  readonly jumps: number;
  /** Breaks that the publisher marks. */
  readonly breaks: readonly string[];
  /** How it was found out, in words. */
  readonly method: string;
  readonly provenance: Provenance;
}

/**
 * How good the data sets of a profile are, in the order of their ids.
 *
 * Data sets that have the same keys, measures and edition are set against each other where one holds areas that make up those of the other:
 * councils against the country. What has been published in different editions is not: it need not agree.
 *
 * @param tables what was read; only tables of one file each are looked at
 * @param used   ids of the sources that figures of the profile rest on; others are left out
 */
export function dataQualityOf(
  tables: Iterable<unknown>,
  places: Places,
  used: ReadonlySet<string>,
): readonly DataSetQuality[] {
  const sets = [...tables].flatMap((table) => {
    const source = isTable(table) ? table.provenance.source : null;
    return source && used.has(source.id) ? [{ source, table: table as Table }] : [];
  });
  const pairs = sets.flatMap((one, i) =>
    sets.slice(i + 1).flatMap((other) => {
      if (!alike(one, other)) return [];
      const checks = [...totals(one.table, other.table, places), ...totals(other.table, one.table, places)];
      return checks.length > 0 ? [{ pair: [one, other], checks }] : [];
    }),
  );
  return sets
    .map(({ source, table }) => {
      const across = pairs.flatMap(({ pair, checks }) =>
        pair.some((one) => one.table === table) ? [{ other: pair.find((one) => one.table !== table)!, checks }] : [],
      );
      return described(
        source,
        table,
        quality(table, places),
        across.flatMap(({ checks }) => checks),
        across.map(({ other }) => other.source),
      );
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const method =
  "rows and missing figures counted; each total set against the sum of its parts, within half a step of rounding for each; each count set against the one before and the trend of the five before";

function described(
  source: Source,
  table: Table,
  { rows, missing, time, coverage, totals: within, jumps, breaks }: Quality,
  across: readonly TotalCheck[],
  others: readonly Source[],
): DataSetQuality {
  const checks = [...within, ...across];
  const sum = (of: (check: TotalCheck) => number) => checks.reduce((total, check) => total + of(check), 0);
  return Object.freeze({
    id: `data-quality/${source.id}`,
    source,
    rows: rows.used,
    refused: rows.refused,
    missing: missing.reduce((total, { figures }) => total + figures, 0),
    from: time?.from ?? null,
    to: time?.to ?? null,
    periods: time?.periods ?? 0,
    areas: coverage[0]?.keys["area"] ?? 0,
    gaps: coverage[0]?.gaps.times ?? 0,
    totals: {
      compared: sum(({ compared }) => compared),
      agree: sum(({ agree }) => agree),
      withinRounding: sum(({ withinRounding }) => withinRounding),
      apart: sum(({ apart }) => apart),
    },
    comparedWith: others.map(({ id }) => id),
    looked: jumps.figures,
    jumps: jumps.beyond,
    breaks,
    method,
    provenance: fromInputs(
      [table.provenance, ...others.map((other) => fromSource(other))],
      "counted its rows, areas, periods and missing figures; compared totals with the sums of their parts, and counts with their past",
    ),
  });
}

const qualities = new WeakMap<Table, WeakMap<Places, Quality>>();

/** The quality of a table, worked out once however many profiles it is in. */
function quality(table: Table, places: Places): Quality {
  const of = qualities.get(table) ?? new WeakMap<Places, Quality>();
  qualities.set(table, of);
  const found = of.get(places) ?? qualityOf(table, { places });
  of.set(places, found);
  return found;
}

function totals(parts: Table, whole: Table, places: Places): readonly TotalCheck[] {
  return totalsAcross(parts, whole, places).filter(({ compared }) => compared > 0);
}

interface DataSet {
  readonly source: Source;
  readonly table: Table;
}

/** Whether two data sets are of one edition, with the same keys and additive measures. */
function alike(one: DataSet, other: DataSet): boolean {
  const shape = ({ keys, measures }: Table) =>
    [
      ...Object.keys(keys).sort(),
      ...Object.entries(measures)
        .filter(([, { kind }]) => addsUp(kind))
        .map(([name]) => name)
        .sort(),
    ].join(" ");
  return (
    one.source.publisher === other.source.publisher &&
    one.source.edition === other.source.edition &&
    shape(one.table) === shape(other.table)
  );
}

function isTable(table: unknown): table is Table {
  return typeof table === "object" && table !== null && "keys" in table && "measures" in table && "provenance" in table;
}
