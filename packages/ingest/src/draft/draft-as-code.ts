import { describeIssue, type Issue } from "@popneeds/core";
import type { FieldDeclaration } from "./schema-declaration.ts";
import type { ColumnDraft, SchemaDraft } from "./schema-draft.ts";
import { nameOf } from "./seeming.ts";

/**
 * A draft as TypeScript, for a person to copy into a script, correct and so confirm: the schema with what each column seems to be and every
 * doubt beside it, and the line that reads the file.
 *
 * Where no schema can read the file as it stands, comments only.
 */
export function draftAsCode(draft: SchemaDraft): string {
  const { file, rows, columns, schema } = draft;
  const unread = columns.filter(({ field }) => field === null);
  const head = [
    `A draft of a schema for ${file}, made from what is in its ${rows.toLocaleString("en-GB")} rows.`,
    "Nobody has confirmed it: read every line, look into every DOUBT, and take the comments away as you go.",
  ];
  const about = [
    ...draft.doubts.flatMap((doubt) => comment(said(doubt))),
    ...unread.flatMap((column) => [
      ...comment(`Not read: ${column.header || `column ${column.position}`}: ${column.what}.`),
      ...column.doubts.flatMap((doubt) => comment(said(doubt))),
    ]),
  ];
  if (schema === null)
    return `${[...head.flatMap(comment), ...comment("No schema can read the file as it stands."), ...about, ...columns.filter(({ field }) => field !== null).flatMap((column) => [...comment(`${column.header}: ${column.what}`), ...column.doubts.flatMap((doubt) => comment(said(doubt)))])].join("\n")}\n`;
  const name = identifier(file);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const fields = Object.entries(schema.fields).flatMap(([key, field]) => {
    const column = byName.get(key) ?? null;
    return [...(column ? described(column).map((line) => `  ${line}`) : []), `  ${property(key)}: ${call(field)},`];
  });
  const functions = new Set(Object.values(schema.fields).flatMap(functionsOf));
  const options = [
    ...(schema.encoding === "utf-8" ? [] : [`  encoding: ${text(schema.encoding)},`]),
    ...(schema.delimiter === "," ? [] : [`  delimiter: ${text(schema.delimiter)},`]),
    '  title: "",',
    '  publisher: "",',
    '  edition: "",',
    '  licence: "",',
  ];
  return `${[
    `import { ${[...functions, "readCsv", "schema"].sort().join(", ")} } from ${text("popneeds")};`,
    "",
    ...head.flatMap(comment),
    `export const ${name} = schema({`,
    ...fields,
    "});",
    "",
    ...about,
    ...(about.length > 0 ? [""] : []),
    `export const table = await readCsv(${text(file)}, ${name}, {`,
    ...options,
    "});",
  ].join("\n")}\n`;
}

function described({ header, what, confidence, doubts, seems }: ColumnDraft): readonly string[] {
  return [
    ...comment(`${header}: ${seems}; ${what} (${confidence})`),
    ...doubts.flatMap((doubt) => comment(said(doubt))),
  ];
}

/** A doubt as a comment: notes plain, what wants a decision in capitals. */
function said({ severity, message, fix }: Issue): string {
  return severity === "note" ? message : `DOUBT: ${message}. ${fix}`;
}

/** A text as lines of comment; whatever it holds, it cannot end the comment. */
function comment(of: string): readonly string[] {
  return [`// ${of.replace(/[\r\n\u2028\u2029]+/g, " ")}`];
}

function call(field: FieldDeclaration): string {
  switch (field.field) {
    case "agesAcross":
    case "listed":
      return `${field.field}()`;
    case "label":
      return `label(${text(field.header)})`;
    case "period":
      return field.reads ? `period(${text(field.header)}, parseDayFirst)` : `period(${text(field.header)})`;
    case "constant":
      return `constant(${text(field.value)})`;
    case "sex":
      return `sex(${[text(field.header), object(field.words), ...options(field, ["totals", "qualifier"])].join(", ")})`;
    case "area":
    case "age":
    case "category":
      return `${field.field}(${[text(field.header), ...options(field, ["totals", "qualifier", "values"])].join(", ")})`;
    case "countAcross":
      return `countAcross(${options(field, measureOptions).join("")})`;
    case "count":
      return `count(${[text(field.header), ...options(field, measureOptions)].join(", ")})`;
    case "amount":
    case "figure":
      return `${field.field}(${[text(field.kind), text(field.header), ...options(field, measureOptions)].join(", ")})`;
  }
}

const measureOptions = ["absent", "marks", "qualifier", "thousands", "decimal"];

function options(field: FieldDeclaration, names: readonly string[]): readonly string[] {
  const given = names.flatMap((name) => {
    const value = (field as Readonly<Record<string, unknown>>)[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return given.length === 0 ? [] : [object(Object.fromEntries(given))];
}

function object(of: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(of).map(
    ([key, value]) =>
      `${property(key)}: ${
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? object(value as Readonly<Record<string, unknown>>)
          : JSON.stringify(value)
      }`,
  );
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function property(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function text(of: string): string {
  return JSON.stringify(of);
}

function functionsOf(field: FieldDeclaration): readonly string[] {
  return field.field === "period" && field.reads ? ["parseDayFirst", "period"] : [field.field];
}

/** A name for the schema: that of the file. */
function identifier(file: string): string {
  const base = file
    .split(/[/\\]/)
    .at(-1)!
    .replace(/(\.(csv|tsv|txt))?(\.gz)?$/i, "");
  const name = nameOf(base).replace(/[^\w$]/g, "");
  return name === "" || taken.has(name) ? `${name}Schema`.replace(/^S/, "s") : name;
}

const taken = new Set(
  "age agesAcross amount area category constant count countAcross figure label listed period parseDayFirst readCsv schema sex table await break case catch class const continue default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package private protected public".split(
    " ",
  ),
);

/**
 * A draft as JSON, for a file that a person corrects and confirms: the declaration, with every doubt that wants a decision as text.
 *
 * Where no schema can read the file as it stands, the doubts only; `schemaFromDeclaration` refuses that.
 */
export function draftAsJson({ schema, doubts, columns }: SchemaDraft): string {
  const all = [...doubts, ...columns.flatMap((column) => column.doubts)].filter(({ severity }) => severity !== "note");
  return `${JSON.stringify({ ...(schema ?? {}), doubts: all.map(describeIssue) }, null, 2)}\n`;
}
