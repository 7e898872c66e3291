import { fromSource, type LookUp, noSource, type Table } from "@popneeds/core";
import { createPlaces, type Places } from "@popneeds/geography";
import {
  age,
  area,
  category,
  count,
  csvTable,
  type Fields,
  type PublishedFile,
  parseTable,
  period,
  rawFile,
  readRaw,
  type Schema,
  schema,
  sex,
  sourceOf,
} from "@popneeds/ingest";

/** A table of a text of our own making. */
export function tableOf<F extends Fields>(text: string, of: Schema<F>): Table {
  return parseTable(text, of, sourceOf("file.csv", "", { title: "File", publisher: "Ourselves" })) as unknown as Table;
}

/** A file of our own making, read with its totals held apart. */
export async function fileOf(text: string, of: Schema): Promise<PublishedFile> {
  const reader = {
    name: "ours",
    title: "File",
    publisher: "Ourselves",
    licence: "none",
    evidence: "observed" as const,
    recognise: () => "it is ours",
    parts: (file: Parameters<typeof csvTable>[0]) => [{ name: "", cells: csvTable(file), schema: of }],
  };
  return readRaw(await rawFile(text, "file.csv"), { readers: [reader] });
}

export const deaths = schema({ area: area("area"), period: period("period"), deaths: count("deaths") });

export const people = schema({
  area: area("area", { totals: ["S92000003"] }),
  period: period("period"),
  sex: sex("sex", undefined, { totals: ["All"] }),
  age: age("age", { totals: ["All"] }),
  people: count("people", { suppressed: "*" }),
});

export const causes = schema({ cause: category("cause", { totals: ["All"] }), deaths: count("deaths") });

function lookUp(level: string, parents: Readonly<Record<string, string>>): LookUp {
  return { level, parents: new Map(Object.entries(parents)), edition: "of our own making", provenance: noSource };
}

/** Three councils in two boards in one country; Fife has had another code. */
export const places: Places = createPlaces({
  levels: ["council", "board", "country"],
  areas: [
    { code: "S12000047", level: "council", name: "Fife", address: "fife" },
    { code: "S12000020", level: "council", name: "Moray", address: "moray" },
    { code: "S12000033", level: "council", name: "Aberdeen City", address: "aberdeen-city" },
    { code: "S08000029", level: "board", name: "Fife", address: "nhs-fife" },
    { code: "S08000020", level: "board", name: "Grampian", address: "nhs-grampian" },
    { code: "S92000003", level: "country", name: "Scotland", address: "scotland" },
  ],
  links: [
    {
      from: "council",
      lookUp: lookUp("board", { S12000047: "S08000029", S12000020: "S08000020", S12000033: "S08000020" }),
    },
    { from: "board", lookUp: lookUp("country", { S08000029: "S92000003", S08000020: "S92000003" }) },
  ],
  formerCodes: [{ code: "S12000015", current: "S12000047" }],
  naming: fromSource(sourceOf("names.csv", "", {})),
});
