import { area, label, listed } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Codes and names of boards, and from when until when each code was in use. */
export const phsHealthBoardCodes = schema({
  area: area("HB"),
  areaName: label("HBName"),
  enacted: label("HBDateEnacted"),
  archived: label("HBDateArchived"),
  country: area("Country"),
  rows: listed(),
});

/**
 * Public Health Scotland's health board codes, with those of the past: a board whose code was changed has two rows.
 *
 * Dates are texts as published, `20190401`; a blank archived date is a code that is in use.
 */
export const phsHealthBoardCodesReader = openDataReader({
  name: "phs-health-board-codes",
  title: "Codes of health boards, with those of the past",
  forms: [phsHealthBoardCodes],
});
