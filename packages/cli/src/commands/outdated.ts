import { findOutdated, lockFileName, PopneedsError, readLock, type Standing } from "popneeds";
import { aligned } from "../aligned.ts";
import type { Command } from "../command.ts";
import { Misuse } from "../misuse.ts";
import { portalHelp, portalOptions, withPortals } from "../open-portals.ts";

/** Lists the pinned files that have a newer edition. */
export const outdated: Command = {
  name: "outdated",
  summary: "list the pinned files that have a newer edition",
  positionals: [],
  options: portalOptions,
  help: `popneeds outdated

Asks the portals of all files that popneeds.lock.json pins whether they have a newer edition, and lists those: the edition
that is pinned, the newest, and the command that moves the pin. No file is fetched. Exit code 1 when a file has a newer
edition, was withdrawn, or could not be asked for.

${portalHelp}
  --json                      print all pinned files, the current ones too, as JSON

Offline, it says what the portals said when they were last asked, and when that was.`,
  async run(args, { out, err }) {
    const file = args.text("lock");
    const lock = await lockAt(file ?? lockFileName);
    const found = await withPortals(args, (_, portals) => findOutdated(lock, portals));
    const standings = found.map((standing) => withLockFile(standing, file));
    const behind = standings.filter(({ state }) => state !== "current");
    if (args.flag("json")) out(JSON.stringify(standings, null, 2));
    else out([...table(behind), ...added(standings), conclusion(standings, behind)].join("\n"));
    for (const { name, reason } of behind) if (reason !== null) err(`warning: ${name}: ${reason}`);
    return behind.length > 0 ? 1 : 0;
  },
};

/** The command as it must be written where the lock file is not the usual one. */
function withLockFile(standing: Standing, file: string | undefined): Standing {
  if (standing.command === null || file === undefined) return standing;
  return { ...standing, command: `${standing.command} --lock ${/\s/.test(file) ? `"${file}"` : file}` };
}

async function lockAt(file: string) {
  try {
    return await readLock(file);
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "no-lock") throw new Misuse(error.message);
    throw error;
  }
}

function table(behind: readonly Standing[]): readonly string[] {
  if (behind.length === 0) return [];
  const rows = behind.map(({ name, pinned, newest, state, command }) => [name, pinned, newest ?? state, command ?? ""]);
  return [aligned([["name", "pinned edition", "newest edition", "to move the pin"], ...rows])];
}

function added(standings: readonly Standing[]): readonly string[] {
  const offers = new Map(standings.flatMap(({ added: offered }) => offered.map((offer) => [offer.resource, offer])));
  return [...offers.values()].map(
    ({ dataset, title, resource }) => `${dataset} has a new file: ${title}: popneeds fetch ${resource}`,
  );
}

function conclusion(standings: readonly Standing[], behind: readonly Standing[]): string {
  const dates = standings.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  const asOf = dates[0] === undefined ? "" : `, as the portals said on ${dates[0].slice(0, 10)}`;
  const [all, current] = [standings.length, standings.length - behind.length];
  return `${current} of ${all} pinned ${all === 1 ? "file is" : "files are"} current${asOf}`;
}
