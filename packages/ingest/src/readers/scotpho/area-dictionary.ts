import { category, label } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";

/**
 * The areas of ScotPHO's profiles: code, name, kind of area and the area that it is in. ScotPHO has a code of its own for
 * Scotland.
 */
export const scotphoAreasReader: Reader = csvList({
  name: "scotpho-areas",
  title: "Areas of the ScotPHO profiles",
  publisher: "Public Health Scotland (ScotPHO)",
  licence: "Open Government Licence v3.0",
  keys: {
    area: category("code"),
    areaName: label("areaname"),
    level: label("areatype"),
    parentName: label("parent_area"),
    fullName: label("areaname_full"),
  },
  once: "code",
  doubts({ file, rows, header }) {
    const at = header.indexOf("code");
    if (!rows.some((row) => row[at]!.trim() === "S00000001")) return [];
    return [
      {
        code: "code-of-its-own",
        severity: "note",
        file,
        column: "code",
        message: "Scotland is S00000001 here; everybody else writes S92000003",
        fix: "Recode it before joining with figures of other publishers.",
      },
    ];
  },
});
