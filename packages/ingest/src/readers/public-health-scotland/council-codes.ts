import { area, label, listed } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Codes and names of councils, partnerships and boards, and from when until when each code was in use. */
export const phsCouncilCodes = schema({
  area: area("CA"),
  areaName: label("CAName"),
  enacted: label("CADateEnacted"),
  archived: label("CADateArchived"),
  partnership: area("HSCP"),
  partnershipName: label("HSCPName"),
  partnershipEnacted: label("HSCPDateEnacted"),
  partnershipArchived: label("HSCPDateArchived"),
  board: area("HB"),
  boardName: label("HBName"),
  boardEnacted: label("HBDateEnacted"),
  boardArchived: label("HBDateArchived"),
  country: area("Country"),
  rows: listed(),
});

/**
 * Public Health Scotland's council area codes, with those of the past.
 *
 * A council has a row for each time that its own code, its partnership's or its board's was changed: rows are not councils.
 * Dates are texts as published, `20190401`; a blank in a column of archived dates is a code that is in use.
 */
export const phsCouncilCodesReader = openDataReader({
  name: "phs-council-codes",
  title: "Codes of councils, partnerships and boards, with those of the past",
  forms: [phsCouncilCodes],
});
