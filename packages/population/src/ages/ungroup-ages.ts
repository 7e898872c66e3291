import {
  type Age,
  ageBand,
  atBest,
  describeRow,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  type Missing,
  missingAt,
  type OnlyCounts,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import type { Smoothing } from "@popneeds/stats";
import { agesInOrder } from "../shared/ages-in-order.ts";
import { groupsBeside } from "../shared/groups-beside.ts";
import { measureFrom } from "../shared/measure-from.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { divideBands } from "./divide-bands.ts";
import { graduationMethods, refuseUnfit, type UngroupMethod } from "./graduation-methods.ts";
import { issuesOfUngrouping } from "./issues-of-ungrouping.ts";

/** How bands of ages are divided. */
export interface UngroupOptions {
  readonly method: UngroupMethod;
  /** The first age that nobody in the open band has reached, such as 110; default null: the open band stays one band. */
  readonly closeAt?: number | null;
  /**
   * Whether single years are scaled so that they add up to their band (`kept`, default), or stay `as fitted`. It makes a
   * difference with `modified beers` and `penalised composite link`; the others keep bands by themselves.
   */
  readonly bands?: "kept" | "as fitted";
  /** `whole`: rounded to whole numbers at the end, so that they still add up to their band, rounded. Default `none`. */
  readonly rounding?: "none" | "whole";
  /** For `penalised composite link`: the smoothing, or the criterion that chooses it; default `bayesian`. */
  readonly smoothing?: Smoothing;
}

/**
 * Divides counts by bands of ages into single years, group by group.
 *
 * - `uniform`, `monotone`: bands of any widths; `monotone` is the one to take when in doubt: smooth, and never below 0
 * - `sprague`, `ordinary beers`: bands five years wide; years can come out below 0: an issue says where, nothing is cut off
 * - `modified beers`: five years wide; smooths the bands as well
 * - `penalised composite link`: any widths; the one for a wide open band, closed by `closeAt`; slow (some 20 ms a group)
 *
 * The result is `modelled`: single years that nobody counted. A band that is missing gives missing years for its own reason,
 * and years that rest on a neighbour which is missing are `incomplete`. A group without a row for a band lacks it, unless an
 * absent row means zero. A count that cannot be, below 0 or infinite, is `not available`, and an issue says so.
 *
 * @param table   counts by age, of any keys beside; ages in bands without gap or overlap
 * @param options `method`, `closeAt`, `bands`, `rounding`, `smoothing`: see `UngroupOptions`
 * @returns the same keys, ages being single years and, unless `closeAt` is given, the open band
 * @throws PopneedsError `bands-unfit` when the method cannot take the bands; `bands-apart` when ages leave a gap;
 * `overlapping-ages`, `unknown-key`, `not-additive`, `invalid-option`
 *
 * Source: the methods' own, see `@popneeds/stats`. DemoTools and ungroup, packages of R, give the same years.
 *
 * @example
 * ungroupAges(people, { method: "sprague" })
 * ungroupAges(deaths, { method: "penalised composite link", closeAt: 110 })
 */
export function ungroupAges<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  { method, closeAt = null, bands = "kept", rounding = "none", smoothing = "bayesian" }: UngroupOptions,
): Table<K, M> {
  const plain = table as unknown as Table<Keys & { readonly age: Age }>;
  const groups = groupsBeside(plain, "age", "ungroupAges");
  requireCounts(plain, "ungroupAges");
  requireChoice("ungroupAges", "method", method, Object.keys(graduationMethods));
  requireChoice("ungroupAges", "bands", bands, ["kept", "as fitted"]);
  requireChoice("ungroupAges", "rounding", rounding, ["none", "whole"]);
  const given = agesInOrder(plain.keys.age.values, "ungroupAges");
  const { closed, open, wasOpen } = bandsOf(given, closeAt);
  if (plain.length > 0) refuseUnfit(method, closed);
  const singles = closed.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, i) => ageBand(from + i, from + i + 1)),
  );
  const ages = open ? [...singles, open] : singles;
  const widths = closed.map(({ from, to }) => to - from);
  const slots = given.map((age) => plain.keys.age.values.indexOf(age));
  const options = { method, bands, rounding, smoothing, wasOpen };
  const { age: _, ...keysBeside } = takeRows(plain, groups.first).keys;
  const beside = uncheckedTable({ keys: keysBeside, measures: {} });
  const below: string[] = [];
  const impossible: string[] = [];
  const doubts: string[] = [];

  const measures = Object.fromEntries(
    Object.entries<MeasureColumn>(plain.measures).map(([name, column]) => {
      const figures = groups.rows.flatMap((rows, group) => {
        const own = slots.map((slot) => {
          const figure = figureAt(column, rows[slot]!);
          if (typeof figure === "string" || (figure >= 0 && figure < Number.POSITIVE_INFINITY)) return figure;
          impossible.push(`${describeRow(plain, rows[slot]!)}: ${figure}`);
          return "not available" as const;
        });
        const { years, doubt } = divideBands(own.slice(0, closed.length), widths, options);
        const who = describeRow(beside, group);
        if (doubt) doubts.push(`${name} of ${who}: ${doubt}`);
        for (const [i, year] of years.entries())
          if (typeof year === "number" && year < 0) below.push(`${who}  ${singles[i]!.label}: ${year.toFixed(1)}`);
        return open ? [...years, own.at(-1)!] : years;
      });
      return [name, measureFrom(column, figures)];
    }),
  );
  const spread = takeRows(
    plain,
    groups.first.flatMap((row) => ages.map(() => row)),
  );
  return uncheckedTable({
    ...spread,
    keys: { ...spread.keys, age: keyColumn(groups.first.flatMap(() => ages)) },
    measures,
    issues: [...table.issues, ...issuesOfUngrouping({ impossible, below, doubts })],
    provenance: atBest(withStep(table.provenance, step(closed, open, options, closeAt)), "modelled"),
  }) as unknown as Table<K, M>;
}

/** The bands to divide, and the open one that stays. */
function bandsOf(given: readonly Age[], closeAt: number | null) {
  const apart = given.filter((age, i) => i > 0 && age.from !== given[i - 1]!.to);
  if (apart.length > 0)
    throw new PopneedsError({
      code: "bands-apart",
      message: `ungroupAges: bands must follow on one another; ${apart.length} do not:`,
      where: apart.map((age) => `${given[given.indexOf(age) - 1]!.label}, then ${age.label}`),
      fix: "Give the bands between, or keep the ages on one side of the gap.",
    });
  const last = given.at(-1);
  if (last?.to !== Number.POSITIVE_INFINITY) {
    if (closeAt !== null && last) throw invalidEnd(closeAt, `the table has no open band, its last is ${last.label}`);
    return { closed: given, open: null, wasOpen: false };
  }
  if (closeAt === null) return { closed: given.slice(0, -1), open: last, wasOpen: false };
  if (!(Number.isInteger(closeAt) && closeAt > last.from && closeAt <= 150))
    throw invalidEnd(closeAt, `the open band is ${last.label}`);
  return { closed: [...given.slice(0, -1), ageBand(last.from, closeAt)], open: null, wasOpen: true };
}

function invalidEnd(closeAt: number, found: string): PopneedsError {
  return new PopneedsError({
    code: "invalid-option",
    message: `ungroupAges: closeAt must be a whole age above the start of the open band, 150 at most; found ${closeAt}, and ${found}`,
    fix: "Give the first age that nobody has reached, such as closeAt: 110, or leave it out.",
  });
}

function figureAt(column: MeasureColumn, row: number): number | Missing {
  if (row === -1) return column.absent === "zero" ? 0 : "incomplete";
  return missingAt(column, row) ?? column.values[row]!;
}

function step(
  closed: readonly Age[],
  open: Age | null,
  { method, bands, rounding, smoothing }: Parameters<typeof divideBands>[2],
  closeAt: number | null,
): string {
  const { said, keepsBands } = graduationMethods[method];
  const smooth =
    method !== "penalised composite link"
      ? ""
      : typeof smoothing === "number"
        ? `, smoothing ${smoothing}`
        : `, smoothing chosen by the ${smoothing === "akaike" ? "Akaike" : "Bayesian"} information criterion`;
  return [
    `divided into single years ${said}${smooth}, from ages ${closed.map(({ label }) => label).join(", ")}`,
    ...(open ? [`${open.label} left as it is`] : []),
    ...(closeAt === null ? [] : [`the open band supposed to end at ${closeAt}`]),
    ...(keepsBands || bands === "kept" ? [] : ["years do not add up to their bands exactly"]),
    ...(keepsBands || bands === "as fitted" ? [] : ["scaled to add up to each band"]),
    ...(rounding === "whole" ? ["rounded to whole numbers within each band"] : []),
  ].join("; ");
}
