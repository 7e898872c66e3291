import type { Issue } from "@popneeds/core";
import type { Grid } from "./grids-of.ts";
import { saidOnce } from "./said-once.ts";

/** One error for the rows of a sheet that hold figures and belong to none of its tables; none when there are none. */
export function strayRows({ file, lineOf }: Pick<Grid, "file" | "lineOf">, rows: readonly number[]): readonly Issue[] {
  return saidOnce(
    {
      code: "row-not-understood",
      severity: "error",
      file,
      fix: "Compare the rows with the publisher's file; if the layout has changed, the reader must learn it.",
    },
    rows.map(lineOf),
    (count) => `${count} left out: with figures, and not under a header that the reader knows`,
  );
}
