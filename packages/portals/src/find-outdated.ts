import { PopneedsError } from "@popneeds/core";
import type { Portals } from "./fetching/index.ts";
import type { Lock, Pin } from "./lock/index.ts";
import type { Offer, Offers } from "./portal.ts";

/** How a pinned input stands against its portal. */
export interface Standing {
  readonly name: string;
  readonly dataset: string;
  readonly resource: string;
  /** The edition that is pinned. */
  readonly pinned: string;
  /** The edition that the portal has now; `null` where it was withdrawn, or could not be asked for. */
  readonly newest: string | null;
  readonly state: "current" | "newer" | "withdrawn" | "not known";
  /** What moves the pin, where there is something to move it to. */
  readonly command: string | null;
  /** Files not pinned that came into the same data set after the pinned one was last changed. */
  readonly added: readonly Offer[];
  /** When the portal said so, by its own clock; offline, when it was last asked. */
  readonly asOf: string | null;
  /** Why it is not known. */
  readonly reason: string | null;
}

/**
 * Which inputs have a newer edition: those of which the portal states another date of change, or another address, than is
 * pinned. A data set is asked for once; no file is fetched.
 *
 * A portal that fails for one input leaves it "not known" and does not stop the others.
 *
 * @param lock see `readLock`; an empty one gives an empty list
 * @param portals the portals by name
 * @returns one standing for each input, in order of name
 * @example
 * ```ts
 * const behind = (await findOutdated(lock, { phs, statistics })).filter(({ state }) => state !== "current");
 * ```
 */
export async function findOutdated(lock: Lock, portals: Portals): Promise<readonly Standing[]> {
  const asked = new Map<string, Promise<Offers>>();
  const standings: Standing[] = [];
  for (const name of Object.keys(lock).sort()) {
    const pin = lock[name]!;
    const key = `${pin.portal} ${pin.dataset}`;
    const now = asked.get(key) ?? portals[pin.portal].files(pin.dataset);
    asked.set(key, now);
    standings.push(await standing(name, pin, now, lock));
  }
  return standings;
}

async function standing(name: string, pin: Pin, asked: Promise<Offers>, lock: Lock): Promise<Standing> {
  const { dataset, resource, edition: pinned } = pin;
  const base = { name, dataset, resource, pinned, newest: null, command: null, added: [], asOf: null, reason: null };
  try {
    const { offers, asOf } = await asked;
    const now = offers.find((offer) => offer.resource === resource);
    const known = { ...base, asOf, added: offers.filter((offer) => isAdded(offer, pin, lock)) };
    if (!now) return { ...known, state: "withdrawn" };
    if (now.modified === pin.modified && now.url === pin.url)
      return { ...known, newest: now.edition, state: "current" };
    return { ...known, newest: now.edition, state: "newer", command: `popneeds fetch ${name} --accept-new` };
  } catch (error) {
    if (!(error instanceof PopneedsError)) throw error;
    return { ...base, state: "not known", reason: error.message.split("\n")[0]! };
  }
}

function isAdded({ resource, created }: Offer, pin: Pin, lock: Lock): boolean {
  const held = Object.values(lock).some((other) => other.resource === resource);
  return !held && created !== null && pin.modified !== null && created > pin.modified;
}
