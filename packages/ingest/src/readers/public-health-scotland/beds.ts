import { area, category, count, figure, label, period } from "../../field.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";
import { qualified, withNamedTotals } from "./qualified.ts";

const specialties = category("SpecialtyName", { totals: ["All Specialties"], qualifier: "SpecialtyNameQF" });
const codes = { ...qualified(label("Specialty"), "SpecialtyQF"), totals: ["Z9"] };

/** Staffed and occupied beds by quarter, board, hospital and specialty. */
export const phsBeds = schema({
  area: area("HB", { totals: ["S92000003"], qualifier: "HBQF" }),
  location: area("Location", { totals: ["S92000003"], qualifier: "LocationQF" }),
  period: qualified(period("Quarter"), "QuarterQF"),
  specialtyCode: codes,
  specialty: specialties,
  staffedBedDays: count("AllStaffedBeddays", { qualifier: "AllStaffedBeddaysQF" }),
  occupiedBedDays: count("TotalOccupiedBeddays", { qualifier: "TotalOccupiedBeddaysQF" }),
  staffedBeds: figure("score", "AverageAvailableStaffedBeds", { qualifier: "AverageAvailableStaffedBedsQF" }),
  occupiedBeds: figure("score", "AverageOccupiedBeds", { qualifier: "AverageOccupiedBedsQF" }),
  occupancy: figure("percentage", "PercentageOccupancy", { qualifier: "PercentageOccupancyQF" }),
});

/**
 * Public Health Scotland's beds: staffed and occupied bed days by quarter, hospital and specialty.
 *
 * Hospitals, boards (as `Location` qualified `d`) and Scotland are held apart, as are specialties and all specialties. The
 * publisher's groupings of specialties (`Medical Grouping`, `All Acute`) overlap one another and the specialties: they are
 * a part of their own, `groupings`. Groupings and a few specialties have no code. Quarters are calendar quarters.
 */
export const phsBedsReader = openDataReader({
  name: "phs-beds",
  title: "Hospital beds by board, hospital and specialty",
  forms: [phsBeds],
  split: (cells, of) => {
    const name = cells.header.indexOf("SpecialtyName");
    const qualifier = cells.header.indexOf("SpecialtyNameQF");
    const grouping = (row: readonly string[]): boolean =>
      row[qualifier]?.trim() === "d" && row[name]!.trim() !== "All Specialties";
    const { specialtyCode: _, ...fields } = of.fields;
    const groupings = schema({ ...fields, specialty: withNamedTotals(specialties) });
    return [
      { name: "", cells: only(cells, (row) => !grouping(row)), schema: of },
      { name: "groupings", cells: { ...withoutCodes(only(cells, grouping)), issues: [] }, schema: groupings },
    ].filter((part) => part.cells.rows.length > 0 || part.name === "");
  },
});

/** Groupings have no code. */
function withoutCodes(cells: RawTable): RawTable {
  return withoutColumns(cells, (header) => header === "Specialty" || header === "SpecialtyQF");
}

function only(cells: RawTable, wanted: (row: readonly string[]) => boolean): RawTable {
  const at = cells.rows.flatMap((row, i) => (wanted(row) ? [i] : []));
  return { ...cells, rows: at.map((i) => cells.rows[i]!), lines: at.map((i) => cells.lines[i]!) };
}
