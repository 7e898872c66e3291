import { describeRow, type MeasureColumn, type Missing, missingAt, PopneedsError, type Table } from "@popneeds/core";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";

/** The variance of the years of each row, e² D = years² ÷ deaths, or the reason why there is none. */
export function varianceOfYears(
  caller: string,
  table: Table,
  years: MeasureColumn,
  deaths: Table,
): readonly (number | Missing)[] {
  if (!table.keys["age"])
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: years must be by age, since deaths at different ages take different years; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: "Give years and deaths before they are summed over age.",
    });
  const lacking = Object.keys(table.keys).filter((name) => !(name in deaths.keys) && !years.sharedOver?.includes(name));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "different-keys",
      message: `${caller}: deaths must be by the same keys as the years; they are not by ${lacking.join(", ")}`,
      fix: "Give the deaths that the years were lost with, before either is summed.",
    });
  const count = onlyMeasure(caller, deaths, "deaths");
  const pairs = matchedRows(caller, table, deaths);
  refuseAlone(caller, table, pairs, "the deaths that its years were lost with", "Give both for the same rows.");
  const without: number[] = [];
  const variances = Array.from(pairs.first, (row, i): number | Missing => {
    const reason = missingAt(years, row) ?? missingAt(count, pairs.second[i]!);
    if (reason) return reason;
    const [lost, died] = [years.values[row]!, count.values[pairs.second[i]!]!];
    if (lost !== 0 && !(died > 0)) without.push(row);
    return lost === 0 ? 0 : lost ** 2 / died;
  });
  if (without.length > 0)
    throw new PopneedsError({
      code: "years-without-deaths",
      message: `${caller}: years are lost with deaths; ${without.length} of ${table.length} rows have years and no deaths:`,
      where: without.map((row) => describeRow(table, row)),
      fix: "Give the deaths from which the years were worked out.",
    });
  return variances;
}
