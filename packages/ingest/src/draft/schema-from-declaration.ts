import { PopneedsError, parseAge, parsePeriod, reasons } from "@popneeds/core";
import {
  age,
  agesAcross,
  amount,
  area,
  category,
  constant,
  count,
  countAcross,
  figure,
  type KeyField,
  label,
  listed,
  type MeasureField,
  period,
  sex,
} from "../field.ts";
import { readFileText } from "../read-file-text.ts";
import { type Fields, type Schema, schema } from "../schema.ts";
import { parseDayFirst } from "./parse-day-first.ts";
import type { FieldDeclaration, SchemaDeclaration } from "./schema-declaration.ts";

/**
 * Makes a schema of its declaration, the plain data that `draftAsJson` writes, once a person has confirmed it.
 *
 * @param declaration what a JSON file held; everything is checked
 * @param name        how messages name it, such as its path
 * @throws PopneedsError `invalid-declaration` when it is no such declaration: all faults at once, each with its place
 * @throws PopneedsError `unconfirmed-schema` when nobody has set `confirmed` to true
 * @throws PopneedsError `invalid-schema` when there is no measure, or figures stand across without ages across
 *
 * @example
 * schemaFromDeclaration(JSON.parse(text), "deaths.schema.json").fields // { area: …, deaths: … }
 */
export function schemaFromDeclaration(declaration: unknown, name = "the declaration"): Schema {
  const checked = checkedDeclaration(declaration, name);
  if (!checked.confirmed)
    throw new PopneedsError({
      code: "unconfirmed-schema",
      message: `${name}: nothing is read by a draft; "confirmed" is false`,
      fix: 'Read every field, correct what is wrong, look at the doubts that popneeds check prints, then write "confirmed": true.',
    });
  const fields: Fields = Object.fromEntries(
    Object.entries(checked.fields).map(([field, declared]) => [field, fieldOf(declared)]),
  );
  return schema(fields);
}

/**
 * Reads the declaration of a schema from a JSON file, and checks it; whether it was confirmed, `schemaFromDeclaration` sees to.
 *
 * @throws PopneedsError `no-such-file`, `empty-file`, `not-utf-8`, `not-text`; `invalid-declaration`
 */
export async function readSchemaDeclaration(path: string): Promise<SchemaDeclaration> {
  const { text } = await readFileText(path);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw invalid(path, [`it is no JSON: ${cause instanceof Error ? cause.message : cause}`]);
  }
  return checkedDeclaration(json, path);
}

/** One field, by the function of its name. */
export function fieldOf(declared: FieldDeclaration): KeyField | MeasureField {
  switch (declared.field) {
    case "area":
      return area(declared.header, declared);
    case "category":
      return category(declared.header, declared);
    case "label":
      return label(declared.header);
    case "sex":
      return sex(declared.header, declared.words, declared);
    case "age":
      return age(declared.header, declared);
    case "agesAcross":
      return agesAcross();
    case "period":
      return declared.reads === "day first" ? period(declared.header, parseDayFirst) : period(declared.header);
    case "constant":
      return constant(
        declared.reads === "age"
          ? parseAge(declared.value)!
          : declared.reads === "period"
            ? parsePeriod(declared.value)!
            : declared.value,
      );
    case "count":
      return count(declared.header, declared);
    case "countAcross":
      return countAcross(declared);
    case "listed":
      return listed();
    case "amount":
      return amount(declared.kind, declared.header, declared);
    case "figure":
      return figure(declared.kind, declared.header, declared);
  }
}

type Check = (value: unknown) => string | null;

const text: Check = (value) => (typeof value === "string" && value !== "" ? null : "must be text");
const anyText: Check = (value) => (typeof value === "string" ? null : "must be text");
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? null : `must be ${words.map((word) => `"${word}"`).join(" or ")}`;
const texts: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? null : "must be a list of texts";
const recordOf =
  (words: readonly string[]): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every((word) => words.includes(word as string))
      ? null
      : `must say of each text one of ${words.map((word) => `"${word}"`).join(", ")}`;

const keyOptions = { totals: texts, qualifier: text };
const measureOptions = {
  absent: oneOf("zero", "unknown"),
  marks: recordOf(reasons),
  qualifier: text,
  thousands: oneOf(","),
  decimal: oneOf(","),
};

/** What each field needs, and what it may have besides. */
const shapes: Readonly<
  Record<
    FieldDeclaration["field"],
    { readonly needs: Readonly<Record<string, Check>>; readonly may: Readonly<Record<string, Check>> }
  >
> = {
  area: { needs: { header: text }, may: keyOptions },
  category: { needs: { header: text }, may: { ...keyOptions, values: texts } },
  label: { needs: { header: text }, may: {} },
  sex: { needs: { header: text, words: recordOf(["female", "male", "all"]) }, may: keyOptions },
  age: { needs: { header: text }, may: keyOptions },
  agesAcross: { needs: {}, may: {} },
  period: { needs: { header: text }, may: { reads: oneOf("day first") } },
  constant: { needs: { value: text }, may: { reads: oneOf("text", "age", "period") } },
  count: { needs: { header: text }, may: measureOptions },
  countAcross: { needs: {}, may: measureOptions },
  listed: { needs: {}, may: {} },
  amount: { needs: { header: text, kind: oneOf("count", "person-years", "years") }, may: measureOptions },
  figure: {
    needs: { header: text, kind: oneOf("rate", "percentage", "ratio", "expectancy", "limit", "score") },
    may: measureOptions,
  },
};

function checkedDeclaration(declaration: unknown, name: string): SchemaDeclaration {
  if (!isRecord(declaration)) throw invalid(name, ["it is no object with format, confirmed and fields"]);
  const faults = faultsOf(declaration, "", {
    needs: {
      format: oneOf("popneeds-schema/1"),
      confirmed: (value) => (typeof value === "boolean" ? null : "must be true or false"),
      encoding: oneOf("utf-8", "windows-1252"),
      delimiter: (value) => (typeof value === "string" && value.length === 1 ? null : "must be one mark"),
      fields: (value) => (isRecord(value) && Object.keys(value).length > 0 ? null : "must name at least one field"),
    },
    may: { doubts: texts },
  });
  const fields = isRecord(declaration["fields"]) ? declaration["fields"] : {};
  for (const [field, declared] of Object.entries(fields)) faults.push(...faultsOfField(field, declared));
  if (faults.length > 0) throw invalid(name, faults);
  return declaration as unknown as SchemaDeclaration;
}

function faultsOfField(field: string, declared: unknown): readonly string[] {
  const place = `fields.${field}`;
  if (!isRecord(declared)) return [`${place}: must be an object such as {"field": "count", "header": "Deaths"}`];
  const kind = declared["field"];
  if (typeof kind !== "string" || !Object.hasOwn(shapes, kind))
    return [`${place}.field: must be one of ${Object.keys(shapes).join(", ")}; found ${JSON.stringify(kind)}`];
  const { needs, may } = shapes[kind as FieldDeclaration["field"]];
  const faults = faultsOf(declared, place, { needs: { field: anyText, ...needs }, may });
  if (declared["thousands"] === "," && declared["decimal"] === ",")
    faults.push(`${place}: a comma cannot separate thousands and decimals at once`);
  const read = { age: parseAge, period: parsePeriod, text: () => true }[String(declared["reads"] ?? "text")];
  if (kind === "constant" && typeof declared["value"] === "string" && read && !read(declared["value"]))
    faults.push(`${place}.value: "${declared["value"]}" is no ${declared["reads"]}`);
  return faults;
}

function faultsOf(
  found: Readonly<Record<string, unknown>>,
  place: string,
  { needs, may }: { readonly needs: Readonly<Record<string, Check>>; readonly may: Readonly<Record<string, Check>> },
): string[] {
  const at = (option: string) => (place === "" ? option : `${place}.${option}`);
  const faults: string[] = [];
  for (const [option, check] of Object.entries(needs)) {
    const fault = Object.hasOwn(found, option) ? check(found[option]) : "is missing";
    if (fault)
      faults.push(`${at(option)}: ${fault}${Object.hasOwn(found, option) ? `; found ${shown(found[option])}` : ""}`);
  }
  for (const [option, value] of Object.entries(found)) {
    if (Object.hasOwn(needs, option)) continue;
    const fault = Object.hasOwn(may, option)
      ? may[option]!(value)
      : `is not known; known are ${[...Object.keys(needs), ...Object.keys(may)].join(", ")}`;
    if (fault) faults.push(`${at(option)}: ${fault}${Object.hasOwn(may, option) ? `; found ${shown(value)}` : ""}`);
  }
  return faults;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(name: string, faults: readonly string[]): PopneedsError {
  const fix = "Correct these places; popneeds check <file> --draft <out.json> writes a declaration to begin with.";
  return new PopneedsError({
    code: "invalid-declaration",
    message: `${name}: the declaration of a schema has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:`,
    where: faults,
    fix,
    issues: faults.map((message) => ({ code: "invalid-declaration", severity: "error", message, fix, file: name })),
  });
}
