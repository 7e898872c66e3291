import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  phsStatisticalQualifiers,
  phsStatisticalQualifiersReader,
} from "../../../src/readers/public-health-scotland/statistical-qualifiers.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: the definitions are made up; the publisher's lines end in CR CR LF. */
const qualifiers = [
  "Qualifier,QualifierName,QualifierDefinition",
  'c,confidential,"Withheld, to protect people."',
  "*,significant,At 0.05.",
  "",
].join("\r\r\n");

describe("the list of qualifiers", () => {
  test("is read in Windows-1252, as it is published", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${qualifiers}`),
      Buffer.from([0x86]),
      Buffer.from(",earliest revision,x\r\r\n"),
    ]);
    const file = readRaw(await rawFile(bytes, "qualifiers.csv"));
    expect([...file.as(phsStatisticalQualifiers)].map(({ qualifier, definition }) => [qualifier, definition])).toEqual([
      ["c", "Withheld, to protect people."],
      ["*", "At 0.05."],
      ["\u2020", "x"],
    ]);
  });
});

describeSturdiness(phsStatisticalQualifiersReader, "qualifiers.csv", () => qualifiers);
