import { PopneedsError } from "@popneeds/core";
import { type CsvError, type Options, parse } from "csv-parse/sync";
import { lineStarts } from "./line-starts.ts";

/**
 * What is wrong with the quotes of a text that is not CSV.
 *
 * @param text  the text that could not be parsed
 * @param file  how messages name the file
 * @param cause what the parser said
 * @param options how the text was parsed
 * @returns `unclosed-quote`, or `stray-quote` for a quote inside a cell, with the line on which the row begins
 */
export function faultOfQuotes(text: string, file: string, cause: CsvError, options: Options): PopneedsError {
  const line = lineStarts(text)(endOfLastRow(text, cause, options));
  const unclosed = cause.code === "CSV_QUOTE_NOT_CLOSED";
  const code = unclosed ? "unclosed-quote" : "stray-quote";
  const message = unclosed
    ? `the row that begins on line ${line} has a quote that is not closed before the file ends`
    : `the row that begins on line ${line} has a quote in the middle of a cell`;
  const fix = unclosed
    ? "Close the quote; where the file was cut off, download it again."
    : "Put quotes around the whole cell and double those inside it, or close the quote that was left open.";
  return new PopneedsError({
    code,
    message: `${file}: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file, line }],
  });
}

/** The position after the last row that could be read. */
function endOfLastRow(text: string, cause: CsvError, options: Options): number {
  const { records = 0 } = cause as { records?: number };
  if (records === 0) return 0;
  const read = parse(text, { ...options, to: records, info: true }) as unknown as { info: { bytes: number } }[];
  return read.at(-1)!.info.bytes;
}
