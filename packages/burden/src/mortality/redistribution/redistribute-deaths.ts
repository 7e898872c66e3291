import {
  type Age,
  atBest,
  type Counts,
  createTable,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  measureColumn,
  PopneedsError,
  reasonOf,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { onlyCount } from "../only-count.ts";
import { type DeathCells, deathCells } from "./death-cells.ts";
import { checkPackages, type FixedPackage, type RedistributionPackage, targetsOf } from "./redistribution-package.ts";
import { fallBackIssues, type SharesBehind, sharesLaidDown, sharesObserved } from "./shares-of-package.ts";

export interface RedistributionOptions {
  /** Bands of ages looked at together where nobody of a cell died of a target, before all ages are. Default none. */
  readonly widerAges?: readonly Age[];
}

/** Deaths after redistribution, and where those before it went. */
export interface Redistribution<K extends Keys, M extends Counts> {
  /** Deaths by the same keys; fractions. Ill-defined causes keep rows of 0. */
  readonly deaths: Table<K, M>;
  /** Deaths by cause before and after, also those that stay: rows add up to the deaths before, columns to those after. */
  readonly moves: Table<{ readonly fromCause: string; readonly toCause: string }, { readonly deaths: "count" }>;
}

/**
 * Moves deaths of ill-defined ("garbage") causes to the causes that they are likely to have had.
 *
 * Within each age, sex, area and whatever else deaths are by: after(c) = deaths(c) + Σ deaths(g) × w(g, c), g the ill-defined
 * causes. w is laid down (`shares`), or in proportion to the deaths observed of the targets before anything was moved (`to`), so
 * that the order of packages does not matter. Where nobody in a cell died of a target, the proportions are those of the wider
 * band of ages, if given; of all ages; of all deaths of the sex; each an issue that says how many. Where there are none at all,
 * deaths stay where they are, with a warning: none are lost, and none guessed.
 *
 * Amounts are in parts of 2⁻³⁰ of a death, and the largest target takes what remains, so that whole deaths add up to the same
 * whole number before and after, exactly, in any order. They are modelled, and not rounded to whole deaths. How uncertain the
 * shares are is not in them: `redistributeDeathsDraws` says it.
 *
 * @param deaths   one count by cause, and by age, sex, area and anything else
 * @param packages which causes go where; causes that deaths do not have move nothing, and are a note
 * @param options  `widerAges`: bands of ages looked at together first where a cell has no deaths of the targets; default none
 * @returns deaths by the same keys, with new rows where a target had none; and a matrix of moves. Where a count that a package
 * needs is missing in a cell, what the package touches in that cell is missing for the same reason, and the matrix leaves it out
 * @throws PopneedsError `cause-in-two-packages`, `target-is-ill-defined`, `empty-package`, `invalid-share`,
 * `shares-do-not-sum`, `unknown-key` when deaths are not by cause, `one-measure`
 *
 * Source: Naghavi M et al. Algorithms for enhancing public health utility of national causes-of-death data. Popul Health Metr
 * 2010;8:9; Mesalles-Naranjo O et al. Trends and inequalities in the burden of mortality. PLoS One 2018;13:e0196906.
 *
 * @example
 * redistributeDeaths(deaths, [{ name: "heart failure", from: ["I50"], to: ["ischaemic heart disease", "cardiomyopathy"] }])
 */
export function redistributeDeaths<K extends Keys & { readonly cause: string }, M extends Counts>(
  deaths: Table<K, M>,
  packages: readonly RedistributionPackage[],
  options: RedistributionOptions = {},
): Redistribution<K, M> {
  const { deaths: after, moves } = redistributedBy("redistributeDeaths", deaths, packages, options);
  return { deaths: after, moves };
}

/** Deaths of a cell that one package moves, and the rows of the result that they go between. */
export interface Flow {
  readonly of: RedistributionPackage;
  readonly from: readonly number[];
  /** Rows of the targets; −1 where so little goes that there is none. */
  readonly to: readonly number[];
  readonly shares: Float64Array;
  readonly behind: SharesBehind;
}

/** What `redistributeDeaths` gives, and what moved in each cell. */
export function redistributedBy<K extends Keys & { readonly cause: string }, M extends Counts>(
  caller: string,
  deaths: Table<K, M>,
  packages: readonly RedistributionPackage[],
  { widerAges = [] }: RedistributionOptions = {},
): Redistribution<K, M> & { readonly flows: readonly Flow[] } {
  const table = deaths as unknown as Table<Keys, Counts>;
  if (!table.keys["cause"])
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: deaths must be by cause; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: "Give deaths with a key `cause`.",
    });
  const [name, count] = onlyCount(caller, table);
  checkPackages(packages);
  const cells = deathCells(table, count, packages.flatMap(targetsOf));
  const { causes } = cells;
  const matrix = new Float64Array(causes.length * causes.length);
  const after = { deaths: cells.deaths.slice(), reasons: cells.reasons.slice() };
  const issues: Issue[] = [];
  const flows: Flow[] = [];
  let moved = 0;

  for (const of of packages) {
    const absent = of.from.filter((cause) => !causes.includes(cause));
    if (absent.length > 0) issues.push(notThere(of.name, absent));
    const from = of.from.map((cause) => causes.indexOf(cause)).filter((at) => at !== -1);
    const targets = targetsOf(of).map((cause) => causes.indexOf(cause));
    const observed = "shares" in of ? null : sharesObserved(of, cells, widerAges);
    const sharesOf = "shares" in of ? sharesLaidDown(of, cells) : observed!.sharesOf;
    const fellBack = new Map<string, { cells: number; deaths: number }>();
    for (let cell = 0; cell < cells.cells; cell++) {
      const at = cell * causes.length;
      const reason = firstReason(cells, at, [...from, ...targets]);
      if (reason !== 0) {
        for (const cause of [...from, ...targets]) {
          if (cells.row[at + cause] === -1 && count.absent === "unknown") continue;
          after.deaths[at + cause] = Number.NaN;
          after.reasons[at + cause] = reason;
        }
        continue;
      }
      const going = from.filter((cause) => cells.deaths[at + cause]! > 0);
      if (going.length === 0) continue;
      const total = going.reduce((sum, cause) => sum + cells.deaths[at + cause]!, 0);
      const width = observed?.fellBackTo(cell) ?? null;
      if (width !== null) {
        const so = fellBack.get(width) ?? { cells: 0, deaths: 0 };
        fellBack.set(width, { cells: so.cells + 1, deaths: so.deaths + total });
      }
      const shares = sharesOf(cell);
      if (!shares) continue;
      const places = (of: readonly number[]) => of.map((cause) => at + cause);
      flows.push({
        of,
        from: places(going),
        to: places(targets),
        shares,
        behind: observed?.behind(cell) ?? behindFixed(of as FixedPackage, shares),
      });
      for (const cause of going) {
        const amounts = amountsOf(cells.deaths[at + cause]!, shares);
        after.deaths[at + cause] = 0;
        for (const [k, target] of targets.entries()) {
          after.deaths[at + target]! += amounts[k]!;
          matrix[cause * causes.length + target]! += amounts[k]!;
        }
        moved += cells.deaths[at + cause]!;
      }
    }
    issues.push(...fallBackIssues(of.name, fellBack));
  }
  const left = keepStaying(cells, after, matrix, new Set(packages.flatMap((of) => of.from)));
  if (left > 0) issues.push(leftOut(left));

  const before = cells.deaths.reduce((sum, value) => (value > 0 ? sum + value : sum), 0);
  const provenance = atBest(
    withStep(deaths.provenance, stepOf(table, packages, moved, before)),
    packages.length === 0 ? "observed" : "modelled",
  );
  const allIssues = [...deaths.issues, ...issues];
  const { result, rowOf } = tableOf(
    table,
    name,
    count.kind as "count",
    count.absent,
    cells,
    after,
    allIssues,
    provenance,
  );
  const rows = (places: readonly number[]) => places.map((place) => rowOf[place]!);
  return {
    deaths: result as unknown as Table<K, M>,
    moves: movesOf(causes, matrix, allIssues, provenance),
    flows: flows.map((flow) => ({ ...flow, from: rows(flow.from), to: rows(flow.to) })),
  };
}

const grain = 2 ** 30;

/** The parts of some deaths, which sum to them exactly where they are whole. */
export function amountsOf(deaths: number, shares: Float64Array): Float64Array {
  let largest = 0;
  for (let k = 1; k < shares.length; k++) if (shares[k]! > shares[largest]!) largest = k;
  const amounts = shares.map((share) => Math.floor(deaths * share * grain) / grain);
  let others = 0;
  for (let k = 0; k < amounts.length; k++) if (k !== largest) others += amounts[k]!;
  amounts[largest] = deaths - others;
  return amounts;
}

function firstReason({ reasons }: DeathCells, at: number, causes: readonly number[]): number {
  let first = 0;
  for (const cause of causes) {
    const reason = reasons[at + cause]!;
    if (reason !== 0 && (first === 0 || reason < first)) first = reason;
  }
  return first;
}

/** Adds the deaths that stay to the matrix; returns how many cells of a cause are missing. */
function keepStaying(
  { cells, causes, deaths, row }: DeathCells,
  after: { readonly deaths: Float64Array; readonly reasons: Uint8Array },
  matrix: Float64Array,
  from: ReadonlySet<string>,
): number {
  let left = 0;
  for (let cell = 0; cell < cells; cell++)
    for (let cause = 0; cause < causes.length; cause++) {
      const at = cell * causes.length + cause;
      if (row[at] === -1) continue;
      if (after.reasons[at] !== 0) left++;
      else if (!from.has(causes[cause]!) || after.deaths[at]! > 0)
        matrix[cause * causes.length + cause]! += deaths[at]!;
    }
  return left;
}

/** What shares that are laid down rest on: one set of them is the same wherever it holds. */
function behindFixed({ among = Number.POSITIVE_INFINITY }: FixedPackage, shares: Float64Array): SharesBehind {
  return { among, pool: shares.join(" "), common: true };
}

/** The table's rows with new figures, and the rows that came to be; and the row of each place, −1 where it has none. */
function tableOf(
  table: Table<Keys, Counts>,
  name: string,
  kind: "count",
  absent: "zero" | "unknown",
  cells: DeathCells,
  after: { readonly deaths: Float64Array; readonly reasons: Uint8Array },
  issues: readonly Issue[],
  provenance: Table["provenance"],
): { readonly result: Table<Keys, Counts>; readonly rowOf: Int32Array } {
  const { causes, row, first } = cells;
  const at = new Int32Array(table.length);
  const fresh: number[] = [];
  for (let i = 0; i < row.length; i++) {
    if (row[i] !== -1) at[row[i]!] = i;
    else if (after.reasons[i] === 0 && after.deaths[i]! > 0) fresh.push(i);
  }
  const places = [...at, ...fresh];
  const like = Int32Array.from(places, (place) => first[Math.floor(place / causes.length)]!);
  const taken = takeRows(table, like).keys;
  const rowOf = new Int32Array(row.length).fill(-1);
  for (const [i, place] of places.entries()) rowOf[place] = i;
  const result = createTable({
    keys: Object.fromEntries(
      Object.keys(table.keys).map((key): [string, KeyColumn] => [
        key,
        key === "cause" ? keyColumn(places.map((place) => causes[place % causes.length]!)) : taken[key]!,
      ]),
    ),
    measures: {
      [name]: measureColumn(
        kind,
        places.map((place) => reasonOf(after.reasons[place]!) ?? after.deaths[place]!),
        { absent },
      ),
    },
    issues,
    provenance,
  });
  return { result, rowOf };
}

function movesOf(
  causes: readonly string[],
  matrix: Float64Array,
  issues: readonly Issue[],
  provenance: Table["provenance"],
): Redistribution<Keys, Counts>["moves"] {
  const places = Array.from(matrix.keys()).filter((place) => matrix[place]! > 0);
  return createTable({
    keys: {
      fromCause: keyColumn(places.map((place) => causes[Math.floor(place / causes.length)]!)),
      toCause: keyColumn(places.map((place) => causes[place % causes.length]!)),
    },
    measures: {
      deaths: measureColumn(
        "count",
        places.map((place) => matrix[place]!),
        { absent: "zero" },
      ),
    },
    issues,
    provenance,
  });
}

function notThere(name: string, causes: readonly string[]): Issue {
  return {
    code: "cause-not-there",
    severity: "note",
    message: `package ${name}: the deaths have no cause ${causes.slice(0, 3).join(", ")}${causes.length > 3 ? ` and ${causes.length - 3} more` : ""}, so nothing moves from there`,
    fix: "Compare the causes of the package with those of the deaths.",
  };
}

function leftOut(rows: number): Issue {
  return {
    code: "moves-left-out",
    severity: "warning",
    message: `the matrix of moves leaves out ${rows} ${rows === 1 ? "row" : "rows"} whose deaths are missing, or depend on a count that is`,
    fix: "Give deaths in which nothing is missing, or leave these cells out with where().",
  };
}

function stepOf(table: Table, packages: readonly RedistributionPackage[], moved: number, before: number): string {
  const within = Object.keys(table.keys).filter((name) => name !== "cause");
  const each = packages.map(
    (of) =>
      `${of.name} (${of.from.join(", ")}) ${"shares" in of ? "by fixed shares to" : "in proportion to observed deaths of"} ${targetsOf(of).join(", ")}`,
  );
  const rounded = (deaths: number) => `${Number(deaths.toPrecision(12))}`;
  return `redistributed ill-defined deaths within ${within.join(", ") || "the whole"}: ${each.join("; ") || "no package"}; moved ${rounded(moved)} of ${rounded(before)} deaths, total unchanged`;
}
