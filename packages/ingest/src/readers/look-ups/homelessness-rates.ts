import { area, figure } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const assessed = "Assessed as homeless or threatened with homelessness per 1,000";
const marks = { "": "not available", NA: "not available" } as const;
const temporary = "Households in temporary accommodation per 1,000";

/**
 * Rates of homelessness by council, derived by others from the Scottish Government's figures.
 *
 * The file does not say of which period its rates are, nor per 1,000 of what; a warning says so. `NA` is not available.
 */
export const homelessnessRatesReader: Reader = {
  name: "homelessness-rates",
  title: "Homelessness per 1,000, by council",
  publisher: "Scottish Government, derived by humaniverse",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    return header.join("\n") === ["ltla21_code", assessed, temporary].join("\n")
      ? `its header is ltla21_code, "${assessed}", "${temporary}"`
      : null;
  },
  parts(file) {
    const cells = csvTable(file);
    return [
      {
        name: "",
        cells: {
          ...cells,
          issues: [
            ...cells.issues,
            {
              code: "no-period",
              severity: "warning",
              file: file.name,
              message: "the file does not say of which period its rates are, nor per 1,000 of what",
              fix: "Find the period at the source before using them, and note it.",
            },
          ],
        },
        schema: schema({
          area: area("ltla21_code"),
          assessedAsHomeless: figure("rate", assessed, { marks }),
          inTemporaryAccommodation: figure("rate", temporary, { marks }),
        }),
      },
    ];
  },
};
