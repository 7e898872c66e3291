import { PopneedsError } from "@popneeds/core";

/** An object of JSON, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that is there and not blank; else `null`. */
export function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Text that must be there. */
export function textAt(object: JsonObject, key: string, address: string): string {
  const text = textOrNull(object[key]);
  if (text === null) throw unexpectedAnswer(address, `has no ${key}`);
  return text;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** A list of objects that must be there. */
export function objectsAt(object: JsonObject, key: string, address: string): readonly JsonObject[] {
  const list = object[key];
  if (!Array.isArray(list) || !list.every(isObject)) throw unexpectedAnswer(address, `has no list "${key}"`);
  return list;
}

export function parseJson(text: string, address: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PopneedsError({
      code: "not-json",
      message: `${address}: the answer is not JSON; it begins ${JSON.stringify(text.slice(0, 60))}`,
      fix: "Open the address in a browser: is it the portal's address? Try again later if it is.",
    });
  }
}

/** The interface answers, but not as it is documented. */
export function unexpectedAnswer(address: string, what: string): PopneedsError {
  return new PopneedsError({
    code: "unexpected-answer",
    message: `${address}: the answer is not as the interface is documented: it ${what}`,
    fix: "Is it the portal's address? If so its interface has changed: please report it, with this message.",
  });
}
