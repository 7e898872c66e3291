import { area, count, figure } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** General practitioners and the people on their lists, by council. */
export const practiceLists = schema({
  area: area("ltla21_code"),
  generalPractitioners: count("total_gp"),
  patients: count("total_patients"),
  patientsEach: figure("ratio", "patients_per_gp"),
});

/** General practitioners and list sizes by council, summed by others from Public Health Scotland's lists of practices; no period is given. */
export const practiceListsReader = openDataReader({
  name: "phs-practice-lists-council",
  title: "General practitioners and list sizes by council",
  forms: [practiceLists],
  doubts: ({ file }) => [
    {
      code: "no-period",
      severity: "note",
      file,
      message: "the file does not say of which year its figures are",
      fix: "Take the year from where the file was found, and add it with withKey().",
    },
  ],
});
