import {
  describeIssue,
  type Issue,
  loadPlaces,
  type Places,
  PopneedsError,
  type PublishedFile,
  qualityAsText,
  qualityOf,
} from "popneeds";
import type { Arguments } from "../arguments.ts";
import type { Streams } from "../command.ts";
import { openDataAt } from "../data-location.ts";
import { Misuse } from "../misuse.ts";
import { counted, forCommandLine, issuesOf } from "./for-command-line.ts";

/** Reads a file with its totals held apart, and prints what it is worth. */
export async function reportQuality(
  file: string,
  read: () => Promise<PublishedFile>,
  args: Arguments,
  { out, err }: Streams,
): Promise<number> {
  const asOf = args.text("as-of");
  let published: PublishedFile;
  try {
    published = await read();
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "unknown-reader") throw new Misuse(error.message);
    return cannotBeRead(file, issuesOf(error, file), args, { out, err });
  }
  const places = await geography(args, { out, err });
  const quality = judged(published, places, asOf);
  const errors = published.issues.filter(({ severity }) => severity === "error").length;
  const warnings = published.issues.filter(({ severity }) => severity === "warning").length;
  if (args.flag("json")) {
    const { reader, because, issues } = published;
    out(
      JSON.stringify({ file, reader, because, errors, warnings, quality, issues: issues.map(forCommandLine) }, null, 2),
    );
  } else
    out(
      [
        `${file}: read as ${published.reader}, because ${published.because}`,
        "",
        qualityAsText(quality),
        "",
        `${counted(published.tables.length, "table")}, ${counted(errors, "error")}, ${counted(warnings, "warning")}`,
      ].join("\n"),
    );
  return errors > 0 ? 1 : 0;
}

/** A file that cannot be read at all: why, and what to do. */
export function cannotBeRead(file: string, issues: readonly Issue[], args: Arguments, { out }: Streams): number {
  if (args.flag("json")) out(JSON.stringify({ file, reader: null, errors: issues.length, issues }, null, 2));
  else
    out(
      [
        ...issues.map((issue) => `${issue.severity}: ${describeIssue(issue)}`),
        `${file}: not read, ${counted(issues.length, "error")}`,
      ].join("\n"),
    );
  return 1;
}

function judged(published: PublishedFile, places: Places | null, asOf: string | undefined) {
  try {
    return qualityOf(published, { ...(places ? { places } : {}), ...(asOf === undefined ? {} : { asOf }) });
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "invalid-date")
      throw new Misuse(`--as-of takes a day, as 2026-04-01; got "${asOf}".`);
    throw error;
  }
}

/** The geography, to name areas and to sum levels; none where there is no data folder, which is said. */
async function geography(args: Arguments, { err }: Streams): Promise<Places | null> {
  try {
    return await loadPlaces(await openDataAt(args.text("data")));
  } catch (error) {
    if (!(error instanceof PopneedsError) || args.text("data") !== undefined) throw error;
    err(`No geography was found, so levels are not compared and areas not named: ${error.message.split("\n")[0]}`);
    return null;
  }
}
