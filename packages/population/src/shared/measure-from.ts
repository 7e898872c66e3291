import { type MeasureColumn, type MeasureKind, type Missing, measureColumn } from "@popneeds/core";

/** A measure of figures, each a number or the reason why there is none, which keeps what an absent row meant. */
export function measureFrom<Kind extends MeasureKind>(
  like: MeasureColumn<Kind>,
  figures: Iterable<number | Missing>,
): MeasureColumn<Kind> {
  const { sharedOver } = like;
  const column = measureColumn(like.kind, figures, { absent: like.absent });
  return sharedOver ? Object.freeze({ ...column, sharedOver }) : column;
}
