import { type Age, type Issue, PopneedsError, parseAge } from "@popneeds/core";
import type { KeyField, MeasureField } from "./field.ts";
import type { Fields } from "./schema.ts";
import { shown } from "./shown.ts";

/** Where in a file each field of a schema stands. */
export interface Columns {
  readonly keys: readonly { readonly name: string; readonly field: KeyField; readonly at: number }[];
  readonly measures: readonly {
    readonly name: string;
    readonly field: MeasureField;
    readonly at: number;
    readonly qualifierAt: number;
  }[];
  /** Columns that hold one age each; empty when ages stand in a column of their own. */
  readonly ages: readonly { readonly age: Age; readonly at: number }[];
  readonly unread: readonly Issue[];
}

/**
 * Finds the columns of a schema in a header.
 *
 * @throws PopneedsError `missing-column`, `duplicate-column`
 */
export function columnsOf(fields: Fields, header: readonly string[], file: string, delimiter: string): Columns {
  const lacking: string[] = [];
  const position = (wanted: string | null): number => {
    if (wanted === null) return -1;
    const at = header.indexOf(wanted);
    if (at === -1) lacking.push(wanted);
    return at;
  };
  const entries = Object.entries(fields);
  const keys = entries.flatMap(([name, field]) =>
    field.role === "key" ? [{ name, field, at: position(field.header) }] : [],
  );
  const measures = entries.flatMap(([name, field]) =>
    field.role === "measure"
      ? [{ name, field, at: position(field.header), qualifierAt: position(field.qualifier) }]
      : [],
  );
  const ages = keys.some(({ field }) => field.across)
    ? header.flatMap((text, at) => {
        const age = /^(age)?\s*\d/i.test(text) ? parseAge(text) : null;
        return age ? [{ age, at }] : [];
      })
    : [];
  refuseOverlap(ages, header, file);
  if (ages.length === 0 && keys.some(({ field }) => field.across)) lacking.push("0, 1 … 90+ (a column for each age)");
  if (lacking.length > 0) throw missingColumns(lacking, header, file, delimiter);
  const twice = header.filter((text, i) => text !== "" && header.indexOf(text) !== i);
  if (twice.length > 0)
    throw headerFault(
      "duplicate-column",
      `two columns are headed ${quoted(twice)}`,
      "Give each column its own header.",
      file,
    );
  const read = new Set([...keys, ...measures, ...ages].map(({ at }) => at));
  for (const { qualifierAt } of measures) read.add(qualifierAt);
  const unread = header.filter((_, at) => !read.has(at));
  return {
    keys,
    measures,
    ages,
    unread:
      unread.length === 0
        ? []
        : [
            {
              code: "column-not-read",
              severity: "note",
              file,
              line: 1,
              message: `the schema does not name ${unread.length === 1 ? "the column" : "the columns"} ${quoted(unread)}; not read`,
              fix: `Add ${unread.length === 1 ? "it" : "them"} to the schema if needed.`,
            },
          ],
  };
}

/** Ages that overlap would count the same people twice. */
function refuseOverlap(
  ages: readonly { readonly age: Age; readonly at: number }[],
  header: readonly string[],
  file: string,
): void {
  const sorted = [...ages].sort((a, b) => a.age.from - b.age.from || a.at - b.at);
  const twice = sorted.find(({ age }, i) => i > 0 && age.from < sorted[i - 1]!.age.to);
  if (!twice) return;
  const before = sorted[sorted.indexOf(twice) - 1]!;
  throw headerFault(
    "overlapping-ages",
    `the columns ${quoted([header[before.at]!, header[twice.at]!])} hold the same ages twice`,
    "Take one of the columns out of the file, or keep single ages or bands, not both.",
    file,
  );
}

function missingColumns(
  lacking: readonly string[],
  header: readonly string[],
  file: string,
  delimiter: string,
): PopneedsError {
  const other = [";", "\t", "|"].find((mark) => mark !== delimiter && header.length === 1 && header[0]!.includes(mark));
  const alike = lacking.flatMap((wanted) => {
    const near = header.find((found) => plain(found) === plain(wanted));
    return near === undefined ? [] : [`write "${near}" for "${wanted}"`];
  });
  const fix = other
    ? `The file seems to be separated by ${other === "\t" ? "tabs" : `"${other}"`}: say so with delimiter: ${JSON.stringify(other)}.`
    : alike.length > 0
      ? `Headers are compared letter by letter: in the schema, ${alike.join(", ")}.`
      : "If the publisher renamed a column, write its new header in the schema; else check that this is the right file.";
  return headerFault(
    "missing-column",
    `missing ${lacking.length === 1 ? "column" : "columns"} ${quoted(lacking)}; found ${quoted(header.slice(0, 12))}${header.length > 12 ? ` and ${header.length - 12} more` : ""}`,
    fix,
    file,
  );
}

function headerFault(code: string, message: string, fix: string, file: string): PopneedsError {
  return new PopneedsError({
    code,
    message: `${file}, line 1: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file, line: 1 }],
  });
}

/** A header without case, blanks and punctuation. */
function plain(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function quoted(words: readonly string[]): string {
  return words.map((word) => (word === "" ? "(without a header)" : shown(word))).join(", ");
}
