import { category } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";

/**
 * The planning region of each health board, by name.
 *
 * The file does not say of which date it is, and editions differ in the region of NHS Tayside; a warning says so.
 */
export const planningRegionsReader: Reader = csvList({
  name: "look-up-planning-regions",
  title: "Planning regions of health boards",
  publisher: "Not said",
  licence: "Not said",
  keys: { regionName: category("Region"), boardName: category("Board Name") },
  once: "Board Name",
  doubts({ file, rows }) {
    const tayside = rows.find((row) => row[1]!.trim() === "NHS Tayside")?.[0]?.trim();
    return [
      {
        code: "edition-not-said",
        severity: "warning",
        file,
        message: `the file does not say of which date the regions are, and editions differ${tayside ? `: here NHS Tayside is in ${tayside}` : ""}`,
        fix: "Note the date beside it, and compare with the edition that is meant.",
      },
    ];
  },
});
