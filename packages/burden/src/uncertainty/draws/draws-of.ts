import {
  describeRow,
  groupRows,
  type Issue,
  type KeyColumn,
  type Keys,
  keyText,
  type MeasureColumn,
  type MeasureKind,
  type Missing,
  missingAt,
  PopneedsError,
  type Provenance,
  type Table,
  withStep,
} from "@popneeds/core";
import {
  betaDraw,
  betaShapes,
  createRandom,
  gammaDraw,
  normalDeviate,
  poissonDrawer,
  type Random,
} from "@popneeds/stats";

/** Figures that are uncertain, each as so many draws: draw `d` of row `r` is `values[r × draws + d]`. */
export interface Draws<K extends Keys = Keys> {
  readonly length: number;
  readonly draws: number;
  readonly keys: { readonly [P in keyof K]: KeyColumn<K[P]> };
  readonly kind: MeasureKind;
  readonly values: Float64Array;
  /** Why a row has no draws; `null` where it has. */
  readonly missing: readonly (Missing | null)[];
  /** What a row that is not there means: in a register of deaths `zero`, in a survey `unknown`. */
  readonly absent: "zero" | "unknown";
  /** Keys that must not be summed over, as the risks that attributable burden is by. */
  readonly sharedOver?: readonly string[];
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
}

/** How a figure varies: a count by itself, others by the limits that stand beside them. */
export type DrawnFrom = "poisson" | "gamma" | "beta" | "log-normal" | "dirichlet";

export interface DrawsOfOptions {
  /** A whole number from 0 to 2³² − 1. It is part of the method, and printed. */
  readonly seed: number;
  /** Number of draws, 2 or more. Default 1,000. */
  readonly draws?: number;
  /** What is uncertain: two tables of the same thing have the same random numbers, two things others. Default the name of the measure. */
  readonly what?: string;
  /**
   * Keys over which the uncertainty is one and the same, so that contrasts between their values keep what they share. Default area, level and
   * period; of counts none, since events of two places happen independently of one another.
   */
  readonly alike?: readonly string[];
  /** Coverage of the limits beside the figures. Default 0.95. */
  readonly level?: number;
  /** For `dirichlet`: the key over which shares sum to 1, and the number of cases that they were found among, 1 or more. */
  readonly split?: { readonly over: string; readonly cases: number };
}

/**
 * Draws of the figures of a table, from a seed, with common random numbers: what is uncertain has its own stream, named by what it is and its
 * keys, not by place or time, so that the order of rows, other rows and other inputs change nothing.
 *
 * `poisson` and `gamma` (of shape the count) are for counts; `beta` for shares and weights with `lower` and `upper`, of the same
 * mean and distance of limits; `log-normal` for ratios with limits, the middle on the log scale being the figure; `dirichlet` for shares that sum
 * to 1. A figure of 0 or 1 without room between its limits, and a count of 0, do not vary.
 *
 * @param table one figure in the first measure; `lower` and `upper` where the distribution needs them
 * @param from  the distribution
 * @param options `seed`, which has no default; `draws`, `what`, `alike`, `level`, `split`
 * @returns draws by the keys of the table; a missing figure or limit passes its reason
 * @throws PopneedsError `invalid-option`; `not-drawable` when figures and limits do not suit the distribution
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1 (propagation by draws).
 * Reference: `weightedSumVariance` of `@popneeds/stats` (delta method) and moments of the distributions, in tests.
 *
 * @example
 * drawsOf(deaths, "poisson", { seed: 1 })
 */
export function drawsOf<K extends Keys>(table: Table<K>, from: DrawnFrom, options: DrawsOfOptions): Draws<K> {
  const { seed, draws = 1000, level = 0.95, split } = options;
  const [name, figure] = Object.entries<MeasureColumn>(table.measures)[0] ?? ["", undefined];
  const counts = from === "poisson" || from === "gamma";
  const { what = name, alike = counts ? [] : ["area", "level", "period"] } = options;
  requireOptions(table as unknown as Table, figure, from, { seed, draws, level, split });
  const keys = table.keys as Readonly<Record<string, KeyColumn>>;
  const named = Object.keys(keys).filter((key) => !alike.includes(key));
  const streamOf = (row: number) =>
    streamNamed([what, ...named.map((key) => keyText(keys[key]!.values[keys[key]!.codes[row]!]!))]);
  const { lower, upper } = table.measures as unknown as Record<string, MeasureColumn | undefined>;
  const limits = from === "beta" || from === "log-normal" ? [lower!, upper!] : [];
  const missing = Array.from(
    { length: table.length },
    (_, row) => [figure!, ...limits].map((column) => missingAt(column, row)).find((reason) => reason !== null) ?? null,
  );
  const values = new Float64Array(table.length * draws).fill(Number.NaN);
  for (let row = 0; row < table.length; row++) {
    if (missing[row]) continue;
    if (counts && figure!.values[row] === 0) {
      values.fill(0, row * draws, (row + 1) * draws);
      continue;
    }
    const draw = refused(table as unknown as Table, row, () =>
      drawer(
        from,
        figure!.values[row]!,
        lower?.values[row] ?? Number.NaN,
        upper?.values[row] ?? Number.NaN,
        level,
        split?.cases ?? 0,
      ),
    );
    const stream = streamOf(row);
    // Each draw starts afresh, so that rows which take more random numbers do not fall out of step.
    for (let d = 0; d < draws; d++) values[row * draws + d] = draw(createRandom(seed + d * 2 ** 32, { stream }));
  }
  if (split) divide(values, draws, keys, split.over, table.length);
  return Object.freeze({
    length: table.length,
    draws,
    keys: table.keys,
    kind: figure!.kind,
    values,
    missing,
    absent: figure!.absent,
    ...(figure!.sharedOver ? { sharedOver: figure!.sharedOver } : {}),
    issues: table.issues,
    provenance: withStep(
      table.provenance,
      `${draws} draws of ${what} (${from}${split ? ` of ${split.cases} cases over ${split.over}` : ""}), seed ${seed}${alike.length > 0 ? `, the same random numbers for every ${alike.join(", ")}` : ""}`,
    ),
  });
}

function drawer(
  from: DrawnFrom,
  figure: number,
  lower: number,
  upper: number,
  level: number,
  cases: number,
): (random: Random) => number {
  if (from === "poisson") return poissonDrawer(figure);
  if (from === "gamma" || from === "dirichlet") {
    const at = from === "gamma" ? figure : figure * cases;
    return at === 0 ? () => 0 : (random) => gammaDraw(random, at);
  }
  if (lower === figure && upper === figure) return () => figure;
  if (from === "beta") {
    const { first, second } = betaShapes(figure, lower, upper, { level });
    return (random) => betaDraw(random, first, second);
  }
  if (!(lower > 0 && lower < figure && figure < upper && upper < Infinity))
    throw new RangeError(`limits of a ratio must be above 0 and about it, got ${figure} with ${lower} to ${upper}`);
  const spread = Math.log(upper / lower) / (2 * normalDeviate(level));
  return (random) => figure * Math.exp(spread * random.normal());
}

/** Gamma draws of the parts of a whole, divided by their sum: a Dirichlet draw. */
function divide(
  values: Float64Array,
  draws: number,
  keys: Readonly<Record<string, KeyColumn>>,
  over: string,
  length: number,
) {
  const columns = Object.keys(keys)
    .filter((key) => key !== over)
    .map((key) => keys[key]!);
  const { group, first } = groupRows(columns, length);
  const sums = new Float64Array(first.length * draws);
  for (let i = 0; i < values.length; i++) sums[group[Math.floor(i / draws)]! * draws + (i % draws)]! += values[i]!;
  for (let i = 0; i < values.length; i++) values[i]! /= sums[group[Math.floor(i / draws)]! * draws + (i % draws)]!;
}

/** The stream of random numbers that texts name: a number of 32 bits that stands for them (FNV-1a). */
export function streamNamed(texts: readonly string[]): number {
  const text = texts.join("\u0000");
  let at = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) at = Math.imul(at ^ text.charCodeAt(i), 0x01000193);
  return at >>> 0;
}

function refused<T>(table: Table, row: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PopneedsError({
      code: "not-drawable",
      message: `drawsOf: ${error.message.replace(/^\w+: /, "")}`,
      where: [describeRow(table, row)],
      fix: "Choose a distribution that suits the figures, or correct the limits.",
    });
  }
}

function requireOptions(
  { measures, keys, length }: Table,
  figure: MeasureColumn | undefined,
  from: DrawnFrom,
  {
    seed,
    draws,
    level,
    split,
  }: Pick<Required<DrawsOfOptions>, "seed" | "draws" | "level"> & {
    readonly split: DrawsOfOptions["split"] | undefined;
  },
): void {
  const faults = [
    ...(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? [] : [`seed ${seed}`]),
    ...(Number.isInteger(draws) && draws >= 2 && draws < 2 ** 20 ? [] : [`draws ${draws}`]),
    ...(level > 0 && level < 1 ? [] : [`level ${level}`]),
    ...(["poisson", "gamma", "beta", "log-normal", "dirichlet"].includes(from) ? [] : [`distribution ${from}`]),
    ...((from === "dirichlet") === (split !== undefined) ? [] : [`${from} ${split ? "with" : "without"} split`]),
    ...(!split || (split.cases >= 1 && split.over in keys) ? [] : [`split over ${split.over} of ${split.cases} cases`]),
    ...((from === "beta" || from === "log-normal") && !("lower" in measures && "upper" in measures)
      ? [`${from} without the measures lower and upper`]
      : []),
    ...(figure ? [] : ["a table without a measure"]),
  ];
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-option",
      message: `drawsOf: options must suit the distribution; found ${faults.join(", ")}`,
      fix: "Give a whole seed from 0, two draws or more, a level such as 0.95; limits for beta and log-normal; for dirichlet split, over a key, of 1 case or more.",
    });
  for (let row = 0; row < length; row++)
    if (figure!.values[row]! < 0)
      throw new PopneedsError({
        code: "not-drawable",
        message: `drawsOf: figures must be 0 or more; found ${figure!.values[row]} in row ${row + 1}`,
        fix: "Correct the figure.",
      });
}
