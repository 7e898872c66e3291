import { PopneedsError } from "@popneeds/core";
import type { Connection } from "../connection.ts";
import { httpError } from "../http-error.ts";
import { isObject, type JsonObject, parseJson, textOrNull, unexpectedAnswer } from "../json-reading.ts";

/** What an action of CKAN answered, and where it was asked. */
export interface ActionResult {
  readonly result: unknown;
  readonly address: string;
  readonly fetched: string | null;
}

/**
 * Asks for an action of CKAN's interface, by GET.
 *
 * @param parameters those that are `undefined` are left out
 * @throws PopneedsError `not-on-portal` for CKAN's "Not Found Error"; `portal-refused` for any other error that it names;
 *   `not-json`, `unexpected-answer`; and those of the connection
 */
export async function ckanAction(
  connection: Connection,
  portal: string,
  action: string,
  parameters: Readonly<Record<string, string | number | boolean | undefined>> = {},
): Promise<ActionResult> {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`] as [string, string]],
  );
  const query = new URLSearchParams(given).toString();
  const address = `${portal.replace(/\/+$/, "")}/api/3/action/${action}${query === "" ? "" : `?${query}`}`;
  const { status, text, fetched } = await connection.answer(address);
  if (status !== 200 && !text.trimStart().startsWith("{")) throw httpError(address, status);
  const answer = parseJson(text, address);
  if (!isObject(answer)) throw unexpectedAnswer(address, "is not an object");
  if (answer["success"] === true && status === 200) return { result: answer["result"], address, fetched };
  throw refusal(address, status, isObject(answer["error"]) ? answer["error"] : {});
}

function refusal(address: string, status: number, error: JsonObject): PopneedsError {
  const kind = textOrNull(error["__type"]) ?? `status ${status}`;
  const said = textOrNull(error["message"]) ?? JSON.stringify({ ...error, __type: undefined });
  if (kind === "Not Found Error" || status === 404)
    return new PopneedsError({
      code: "not-on-portal",
      message: `${address}: the portal has no such thing: ${said}`,
      fix: "Check the name or id on the portal's page; what was withdrawn or replaced has another.",
    });
  return new PopneedsError({
    code: "portal-refused",
    message: `${address}: the portal refuses: ${kind}: ${said}`,
    fix:
      kind === "Validation Error"
        ? "Correct what it names: a column, a filter or a sort that the table does not have."
        : "Correct what it names, or ask for something that is open to all.",
  });
}
