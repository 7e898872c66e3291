import { type Connection, ckanPortal, openConnection, type Portals, statisticsPortal } from "popneeds";
import type { Arguments, OptionSpecs } from "./arguments.ts";
import { Misuse } from "./misuse.ts";

/** Options of the commands that reach portals. */
export const portalOptions: OptionSpecs = {
  lock: { type: "string" },
  cache: { type: "string" },
  offline: { type: "boolean" },
  "portal-address": { type: "string" },
  "requests-per-second": { type: "string" },
};

/** What the help says of them. */
export const portalHelp = `  --lock <file>               the lock file (default: popneeds.lock.json)
  --cache <folder>            where downloads are kept (default: POPNEEDS_CACHE, or the system's folder for caches)
  --offline                   touch no network; say what is missing
  --portal-address <address>  ask there in place of the portals' own addresses, for a mirror (or POPNEEDS_PORTAL_ADDRESS)
  --requests-per-second <n>   at one host (default: 2)`;

/** A connection and the portals that a command was told of; the connection is closed when the work is over. */
export async function withPortals<T>(
  args: Arguments,
  work: (connection: Connection, portals: Portals) => Promise<T>,
): Promise<T> {
  const cache = args.text("cache");
  const connection = openConnection({
    offline: args.flag("offline"),
    requestsPerSecond: rate(args.text("requests-per-second")),
    ...(cache === undefined ? {} : { cache }),
  });
  const elsewhere = args.text("portal-address") ?? process.env["POPNEEDS_PORTAL_ADDRESS"];
  const at = elsewhere ? { address: elsewhere } : {};
  try {
    return await work(connection, { phs: ckanPortal(connection, at), statistics: statisticsPortal(connection, at) });
  } finally {
    await connection.close();
  }
}

function rate(text = "2"): number {
  const value = Number(text);
  if (value >= 0.01 && value < Number.POSITIVE_INFINITY) return value;
  throw new Misuse(`--requests-per-second takes a number, 0.01 or more; got "${text}".`);
}
