import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, number, text } from "./raw-row.ts";

const FILE = "services/phs_admissions_hscp_simd_weekly.csv.gz";

/** Emergency admissions of partnerships by week and deprivation quintile. */
export function emergencyAdmissionsTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const rows = raw
    .rows(FILE)
    .filter((row) => text(row, "AdmissionType") === "Emergency")
    .map((row) => {
      const area = text(row, "HSCP");
      const day = text(row, "WeekEnding");
      const quintile = count(row, "SIMDQuintile");
      check(hierarchy.partnerships.has(area), row, `${area} is not the current code of a partnership`);
      check(/^\d{8}$/.test(day), row, `"${day}" is not a day written as yyyymmdd`);
      check(quintile >= 1 && quintile <= 5, row, `${quintile} is not a quintile`);
      const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      check(new Date(`${iso}T00:00:00Z`).getUTCDay() === 0, row, `${iso} is not a Sunday`);
      return [area, iso, quintile, count(row, "NumberAdmissions"), number(row, "Average20182019")];
    });
  return {
    name: "hospital/emergency-admissions",
    title: "Emergency admissions by week",
    description:
      "Emergency admissions to hospital of people living in each partnership, by week and deprivation quintile, January 2020 to June 2023.",
    columns: [
      codeColumn("area", "Partnership."),
      { name: "week_ending", type: "date", description: "Sunday that ends the week." },
      {
        name: "quintile",
        type: "integer",
        description: "Quintile of deprivation (SIMD 2020), 1 most deprived.",
        minimum: 1,
      },
      { name: "admissions", type: "integer", description: "Emergency admissions in the week." },
      { name: "average_2018_2019", type: "number", description: "Mean of the same week in 2018 and 2019." },
    ],
    key: ["area", "week_ending", "quintile"],
    rows,
    publisher: PHS,
    edition: "COVID-19 wider impacts, hospital admissions, to 25 June 2023",
    class: "observed",
    sources: [openData("COVID-19 Wider Impacts - Hospital Admissions", "covid-19-wider-impacts-hospital-admissions")],
    rawFiles: [FILE],
    changes:
      "Emergency admissions only; planned and all admissions and the change in per cent left out; days written as yyyy-mm-dd.",
    caveats: [
      "Weeks and quintiles with fewer than 5 admissions have no row: they are hidden, not zero, so sums of small partnerships are too low.",
      "Orkney, Shetland and the Western Isles have zones in few quintiles; a quintile that a partnership lacks has no rows.",
      "Admissions, not people: one person may be admitted more than once.",
    ],
  };
}
