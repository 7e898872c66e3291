import { category, label } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { Reader } from "../../published/reader.ts";

const beginning = "indicator_name,indicator_number,profile,domain,indicator_definition,";

/**
 * ScotPHO's technical document: what each indicator of the profiles counts, among whom, from which source, with which limits.
 *
 * A row for each indicator, and a key for each column, whatever columns an edition has. Cells may run over several lines.
 */
export const scotphoTechnicalDocumentReader: Reader = {
  ...listOf([]),
  recognise(file) {
    return headerOf(file).join().startsWith(beginning) ? `its header begins ${beginning.replaceAll(",", ", ")}…` : null;
  },
  parts(file) {
    return listOf(headerOf(file)).parts(file);
  },
};

function listOf(header: RawFile["head"]): Reader {
  return csvList({
    name: "scotpho-technical-document",
    title: "Technical document of the ScotPHO profiles",
    publisher: "Public Health Scotland (ScotPHO)",
    licence: "Open Government Licence v3.0",
    keys: {
      indicator: category("indicator_name"),
      indicatorNumber: category("indicator_number"),
      ...Object.fromEntries(header.slice(2).map((text) => [inCamelCase(text), label(text)])),
    },
    once: "indicator_number",
  });
}

function inCamelCase(header: string): string {
  const words = header.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1))).join("");
}
