import { describeRow, type MeasureColumn, PopneedsError, type Table } from "@popneeds/core";
import { betaShapes } from "@popneeds/stats";

/**
 * The variance of each share or weight of a table: that of the beta distribution of its mean whose limits are as far apart as those beside it, as `drawsOf`
 * takes it; NaN where a limit is missing, 0 where there is no room between them.
 */
export function betaVariances(caller: string, table: Table, level: number): (row: number) => number {
  const columns = figureWithLimits(caller, table);
  const known = new Map<number, number>();
  return (row) => {
    const found = known.get(row) ?? varianceOf(caller, table, row, level, columns);
    known.set(row, found);
    return found;
  };
}

/** The first measure of a table, and the limits beside it. */
export function figureWithLimits(
  caller: string,
  { measures }: Pick<Table, "measures">,
): readonly [MeasureColumn, MeasureColumn, MeasureColumn] {
  const figure = Object.values<MeasureColumn>(measures)[0]!;
  const { lower, upper } = measures as unknown as Readonly<Record<string, MeasureColumn | undefined>>;
  if (!lower || !upper)
    throw new PopneedsError({
      code: "not-drawable",
      message: `${caller}: figures that are uncertain need the measures lower and upper; found ${Object.keys(measures).join(", ")}`,
      fix: "Give their limits: equal to the figure where it is known.",
    });
  return [figure, lower, upper];
}

function varianceOf(
  caller: string,
  table: Table,
  row: number,
  level: number,
  columns: readonly [MeasureColumn, MeasureColumn, MeasureColumn],
): number {
  const [mean, lower, upper] = columns.map(({ values }) => values[row]!) as [number, number, number];
  if (lower === mean && upper === mean) return 0;
  try {
    const { first, second } = betaShapes(mean, lower, upper, { level });
    return (mean * (1 - mean)) / (first + second + 1);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PopneedsError({
      code: "not-drawable",
      message: `${caller}: ${error.message.replace(/^\w+: /, "")}`,
      where: [describeRow(table, row)],
      fix: "Correct the figure or its limits, or the level that limits have.",
    });
  }
}
