import { PopneedsError } from "@popneeds/core";
import type { RawFile } from "./raw-file.ts";

/**
 * What a JSON text holds.
 *
 * @throws PopneedsError `not-json` when it cannot be read to its end
 */
export function jsonOf({ text, name }: RawFile): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `the file is not whole JSON (${cause instanceof Error ? cause.message.slice(0, 80) : cause})`;
    const fix = "It was cut off, or something else was saved in its place: download it again.";
    throw new PopneedsError({
      code: "not-json",
      message: `${name}: ${message}`,
      fix,
      issues: [{ code: "not-json", severity: "error", message, fix, file: name }],
    });
  }
}

/** The value of a property of what may be an object; `undefined` where there is none. */
export function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** A value as a CSV file would hold it: nothing for `null`, the digits of a number, the words of a text. */
export function asCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
