import { PopneedsError } from "@popneeds/core";
import { label, listed } from "../../field.ts";
import { asCell, jsonOf, property } from "../../published/json-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { catalogueEntries, resourcePart } from "./catalogue-entries.ts";
import { datastoreRecords } from "./datastore-records.ts";

/**
 * An answer of a CKAN portal, such as opendata.nhs.scot, saved as it came: records, data sets, a resource, or an error.
 *
 * An error that the portal answered is read as one row with a warning: it is an answer, and says why there is nothing else. The
 * line of an issue is the number of the record in the answer.
 */
export const portalAnswersReader: Reader = {
  name: "ckan-answer",
  title: "Answer of an open-data portal (CKAN)",
  publisher: "The portal that answered",
  licence: "As the data set says",
  evidence: "published",
  recognise({ kind, text }) {
    if (kind !== "text") return null;
    const beginning = text.slice(0, 1000);
    const action = /^\s*\{\s*"help"\s*:\s*"[^"]*help_show\?name=(\w+)"/.exec(beginning)?.[1];
    return action && /"success"\s*:/.test(beginning) ? `it is JSON that answers ${action}` : null;
  },
  parts(file) {
    const answer = jsonOf(file);
    const result = property(answer, "result");
    if (property(answer, "success") === false) return [errorPart(property(answer, "error"), file)];
    if (Array.isArray(property(result, "fields"))) return datastoreRecords(result, file.name);
    if (Array.isArray(property(result, "results")) || Array.isArray(property(result, "resources")))
      return catalogueEntries(result, file.name);
    if (property(result, "package_id") !== undefined && property(result, "url") !== undefined)
      return [resourcePart([result], file.name)];
    throw unknownAnswer(file);
  },
};

function errorPart(error: unknown, { name }: RawFile): Part {
  const type = asCell(property(error, "__type")) || "error";
  const said = asCell(property(error, "message")) || asCell(error);
  return {
    name: "error",
    cells: {
      file: name,
      header: ["type", "message"],
      rows: [[type, said]],
      lines: [1],
      issues: [
        {
          code: "portal-error",
          severity: "warning",
          file: name,
          message: `the portal answered with an error: ${type}: ${said}`,
          fix: "Check the id that was asked for; the portal may have a newer one.",
        },
      ],
    },
    schema: schema({ type: label("type"), message: label("message"), errors: listed() }),
  };
}

function unknownAnswer({ name }: RawFile): PopneedsError {
  const message = "the answer is none that is known: neither records, data sets, a resource nor an error";
  const fix = "Ask with datastore_search, datastore_search_sql, package_search, package_show or resource_show.";
  return new PopneedsError({
    code: "unknown-answer",
    message: `${name}: ${message}`,
    fix,
    issues: [{ code: "unknown-answer", severity: "error", message, fix, file: name }],
  });
}
