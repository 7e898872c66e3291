import { join } from "node:path";
import {
  addInput,
  type Connection,
  type FetchedInput,
  type FetchedInputs,
  fetchPinned,
  type Lock,
  lockFileName,
  lockText,
  movePins,
  type Offer,
  PopneedsError,
  type PortalName,
  type Portals,
  readLock,
  readLockIfAny,
  writeLock,
} from "popneeds";
import { aligned } from "../aligned.ts";
import type { Arguments } from "../arguments.ts";
import type { Command, Streams } from "../command.ts";
import { Misuse } from "../misuse.ts";
import { portalHelp, portalOptions, withPortals } from "../open-portals.ts";

/** Fetches files from open-data portals, and pins them. */
export const fetch: Command = {
  name: "fetch",
  summary: "fetch a file from an open-data portal and pin it; or all that is pinned",
  positionals: ["[<dataset-or-resource>]"],
  options: {
    ...portalOptions,
    portal: { type: "string" },
    as: { type: "string" },
    to: { type: "string" },
    "accept-new": { type: "boolean" },
  },
  help: `popneeds fetch [<dataset-or-resource>]

Fetches a file from an open-data portal, puts it into a folder of data and pins its edition and its sha256 in
popneeds.lock.json. Without an argument, fetches all that is pinned, exactly: bytes that are not the pinned ones are refused.

<dataset-or-resource> is a name that is pinned, or a data set's name or address, or the id of one of its files:
standard-populations, edee9731-daf7-4e0d-b525-e4c1469b8f69, https://statistics.gov.scot/data/population-projections.

  --portal <portal>           phs (opendata.nhs.scot, default) or statistics (statistics.gov.scot)
  --as <name>                 what to call it (default: its title, in small letters with hyphens)
  --to <folder>               folder of data, with a datapackage.json (default: data)
  --accept-new                move the pin, or all pins, to the edition that the portal has now
${portalHelp}
  --json                      print the result as JSON
  --quiet                     no progress

A run that fails leaves the folder and the lock file as they were.`,
  run: (args, streams) => withPortals(args, (connection, portals) => fetched(args, streams, connection, portals)),
};

async function fetched(args: Arguments, streams: Streams, connection: Connection, portals: Portals): Promise<number> {
  const say = args.flag("quiet") ? () => {} : streams.err;
  const lockFile = args.text("lock") ?? lockFileName;
  const folder = args.text("to") ?? "data";
  const [wanted] = args.positionals;
  if (wanted === undefined && args.text("as") !== undefined) throw new Misuse("--as names one file: say which.");
  const lock = await (wanted === undefined ? misuseIf(["no-lock"], readLock(lockFile)) : readLockIfAny(lockFile));
  const result = await resultOf(args, { connection, portals, lock, folder, say });
  if (lockText(result.lock) !== lockText(lock)) await writeLock(lockFile, result.lock);
  for (const input of result.inputs) warnOfSize(input, streams);
  if (args.flag("json")) streams.out(JSON.stringify({ folder, lock: lockFile, inputs: result.inputs }, null, 2));
  else streams.out(summary(result, folder, lockFile));
  return 0;
}

interface Setting {
  readonly connection: Connection;
  readonly portals: Portals;
  readonly lock: Lock;
  readonly folder: string;
  readonly say: (text: string) => void;
}

async function resultOf(args: Arguments, { connection, portals, lock, folder, say }: Setting): Promise<FetchedInputs> {
  const move = args.flag("accept-new");
  const pinned = (names: readonly string[]) => {
    say(`fetching ${names.join(", ")}`);
    return move
      ? movePins(connection, portals, lock, { folder, names })
      : fetchPinned(connection, lock, { folder, names });
  };
  const [wanted] = args.positionals;
  if (wanted === undefined) return pinned(Object.keys(lock).sort());
  if (Object.hasOwn(lock, wanted)) return pinned([wanted]);
  const portal = portalOf(args.text("portal"), wanted);
  say(`looking for ${wanted}`);
  const offer = await misuseIf(["not-on-portal", "several-resources", "no-such-name"], portals[portal].find(wanted));
  const name = args.text("as");
  const held = nameOf(lock, offer);
  if (held !== undefined && (name === undefined || name === held)) return pinned([held]);
  say(`fetching ${offer.title}`);
  const added = addInput(connection, offer, lock, { folder, ...(name === undefined ? {} : { name }) });
  return misuseIf(["odd-name", "name-taken"], added);
}

function nameOf(lock: Lock, { resource }: Offer): string | undefined {
  return Object.keys(lock).find((name) => lock[name]!.resource === resource);
}

function portalOf(said: string | undefined, wanted: string): PortalName {
  if (said === undefined) return /^https?:\/\/statistics\.gov\.scot\//.test(wanted) ? "statistics" : "phs";
  if (said === "phs" || said === "statistics") return said;
  throw new Misuse(`Unknown portal "${said}"; portals are phs and statistics.`);
}

/** What was asked for cannot be: that is a mistake in the call, and no fault of the data. */
async function misuseIf<T>(codes: readonly string[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PopneedsError && codes.includes(error.code)) throw new Misuse(error.message);
    throw error;
  }
}

function warnOfSize({ name, pin, sizeOnPortal }: FetchedInput, { err }: Streams): void {
  if (sizeOnPortal === null) return;
  const [said, came] = [sizeOnPortal, pin.bytes].map((bytes) => bytes.toLocaleString("en-GB"));
  err(
    `warning: ${name}: the portal says that the file has ${said} bytes, and ${came} came [size-differs] Fix: Look whether its last rows are there; the portal's figure may be of an earlier edition.`,
  );
}

function summary({ inputs, lock }: FetchedInputs, folder: string, lockFile: string): string {
  const rows = inputs.map(({ name, pin, outcome, from }) => [
    name,
    join(folder, pin.file),
    `${pin.bytes.toLocaleString("en-GB")} bytes`,
    pin.edition,
    outcome === "unchanged" ? "as it was" : `from the ${from}`,
  ]);
  const pins = Object.keys(lock).length;
  return [
    ...(rows.length > 0 ? [aligned(rows)] : []),
    `${lockFile} pins ${pins} ${pins === 1 ? "file" : "files"}`,
  ].join("\n");
}
