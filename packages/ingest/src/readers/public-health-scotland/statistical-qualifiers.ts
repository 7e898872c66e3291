import { label, listed } from "../../field.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** The publisher's qualifiers: the mark, its name, what it says of a figure. */
export const phsStatisticalQualifiers = schema({
  qualifier: label("Qualifier"),
  qualifierName: label("QualifierName"),
  definition: label("QualifierDefinition"),
  qualifiers: listed(),
});

/** Public Health Scotland's list of statistical qualifiers, written in Windows-1252. What readers make of them is in their issues. */
export const phsStatisticalQualifiersReader: Reader = {
  ...openDataReader({
    name: "phs-statistical-qualifiers",
    title: "Statistical qualifiers",
    forms: [phsStatisticalQualifiers],
  }),
  encodings: ["utf-8", "windows-1252"],
};
