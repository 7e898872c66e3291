import { type Age, type Issue, type PopneedsError, parseAge } from "@popneeds/core";
import type { KeyField, MeasureField } from "./field.ts";
import { headerFault, quoted } from "./header-fault.ts";
import type { Fields } from "./schema.ts";

/** Where in a file each field of a schema stands. */
export interface Columns {
  readonly keys: readonly {
    readonly name: string;
    readonly field: KeyField;
    readonly at: number;
    readonly qualifierAt: number;
  }[];
  readonly measures: readonly {
    readonly name: string;
    readonly field: MeasureField;
    readonly at: number;
    readonly qualifierAt: number;
  }[];
  /** Columns that hold one age each; empty when ages stand in a column of their own. */
  readonly ages: readonly { readonly age: Age; readonly at: number }[];
  /** Doubts about the header that do not keep the file from being read. */
  readonly issues: readonly Issue[];
}

/**
 * Finds the columns of a schema in a header.
 *
 * @throws PopneedsError `missing-column`, `duplicate-column`, `overlapping-ages`, `missing-ages`
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
    field.role === "key"
      ? [{ name, field, at: position(field.header), qualifierAt: position(field.qualifier ?? null) }]
      : [],
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
  refuseOverlapAndGaps(ages, header, file);
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
  for (const { qualifierAt } of [...keys, ...measures]) read.add(qualifierAt);
  const unread = header.filter((_, at) => !read.has(at));
  return {
    keys,
    measures,
    ages,
    issues: [
      ...incompleteAges(ages, file),
      ...(unread.length === 0
        ? []
        : [
            {
              code: "column-not-read",
              severity: "note",
              file,
              line: 1,
              message: `the schema does not name ${unread.length === 1 ? "the column" : "the columns"} ${quoted(unread)}; not read`,
              fix: `Add ${unread.length === 1 ? "it" : "them"} to the schema if needed.`,
            } as const,
          ]),
    ],
  };
}

/** Ages that overlap would count the same people twice; a gap means that a column of ages was not recognised. */
function refuseOverlapAndGaps(
  ages: readonly { readonly age: Age; readonly at: number }[],
  header: readonly string[],
  file: string,
): void {
  const sorted = [...ages].sort((a, b) => a.age.from - b.age.from || a.at - b.at);
  for (const [i, next] of sorted.entries()) {
    const before = sorted[i - 1];
    if (!before || next.age.from === before.age.to) continue;
    const both = quoted([header[before.at]!, header[next.at]!]);
    if (next.age.from < before.age.to)
      throw headerFault(
        "overlapping-ages",
        `the columns ${both} hold the same ages twice`,
        "Take one of the columns out of the file, or keep single ages or bands, not both.",
        file,
      );
    throw headerFault(
      "missing-ages",
      `between the columns ${both} the ages ${before.age.to} to ${next.age.from - 1} are missing`,
      "Check the headers of the columns of ages: write them as 0, 5-9, 90+ or Age0, Age90plus.",
      file,
    );
  }
}

/** Ages that do not begin at 0, or are not open at the top, are used with a warning. */
function incompleteAges(ages: readonly { readonly age: Age }[], file: string): readonly Issue[] {
  if (ages.length === 0) return [];
  const from = Math.min(...ages.map(({ age }) => age.from));
  const to = Math.max(...ages.map(({ age }) => age.to));
  if (from === 0 && to === Number.POSITIVE_INFINITY) return [];
  return [
    {
      code: "ages-incomplete",
      severity: "warning",
      file,
      line: 1,
      message: `the columns of ages go from ${from} to ${to === Number.POSITIVE_INFINITY ? "the oldest" : to - 1}: not everybody is counted`,
      fix: "If the file has more ages, write their headers as 0, 5-9, 90+ or Age0, Age90plus.",
    },
  ];
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

/** A header without case, blanks and punctuation. */
function plain(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
