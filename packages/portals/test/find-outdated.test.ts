import { describe, expect, it } from "vitest";
import {
  ckanPortal,
  findOutdated,
  type Lock,
  type Offer,
  type Pin,
  type Portals,
  statisticsPortal,
} from "../src/index.ts";
import { connect } from "./connect.ts";
import { newFolder, nobody } from "./loopback.ts";
import { ids, syntheticPortal } from "./synthetic-portal.ts";

function pinOf({ size: _, created: __, ...offer }: Offer): Pin {
  return { ...offer, file: "x.csv", bytes: 1, sha256: "0".repeat(64), fetched: null };
}

async function setting(cache = newFolder()) {
  const synthetic = await syntheticPortal();
  const portalsAt = (address: string, options = {}): Portals => {
    const connection = connect({ cache, ...options });
    return { phs: ckanPortal(connection, { address }), statistics: statisticsPortal(connection, { address }) };
  };
  const portals = portalsAt(synthetic.address);
  const lock: Lock = {
    tides: pinOf(await portals.statistics.find("tides")),
    harbours: pinOf(await portals.phs.find("harbours")),
    "boats-2022": pinOf(await portals.phs.find(ids.boats2022)),
  };
  return { synthetic, portals, portalsAt, lock };
}

describe("what is outdated", () => {
  it("is nothing where nothing changed; files that came since are named", async () => {
    const { portals, lock } = await setting();
    const standings = await findOutdated(lock, portals);
    expect(standings.map(({ name, state, command }) => [name, state, command])).toEqual([
      ["boats-2022", "current", null],
      ["harbours", "current", null],
      ["tides", "current", null],
    ]);
    // Boats 2023 was created on 2023-03-01, after 2022-03-01, when Boats 2022 was last changed.
    expect(standings[0]!.added.map(({ title }) => title)).toEqual(["Boats 2023"]);
    expect(standings[0]!.asOf).toBe("2026-11-28T15:20:43.000Z");
    const both = { ...lock, "boats-2023": pinOf(await portals.phs.find(ids.boats2023)) };
    expect((await findOutdated(both, portals))[0]!.added).toEqual([]);
  });

  it("is what the portal changed: with both editions, and what moves the pin", async () => {
    const { portals, lock, synthetic } = await setting();
    synthetic.datasets[0]!.resources[0]!.modified = "2024-02-01T08:00:00.000000";
    synthetic.cubes[0]!.modified = "2024-05-04T09:00:00Z";
    const [, harbours, tides] = await findOutdated(lock, portals);
    expect(harbours).toEqual({
      name: "harbours",
      dataset: "harbours",
      resource: ids.harbours,
      pinned: "last changed 2023-02-01 08:30",
      newest: "last changed 2024-02-01 08:00",
      state: "newer",
      command: "popneeds fetch harbours --accept-new",
      added: [],
      asOf: "2026-11-28T15:20:43.000Z",
      reason: null,
    });
    expect([tides!.state, tides!.newest]).toEqual(["newer", "last changed 2024-05-04 09:00"]);
  });

  it("is what was withdrawn: a file, or the whole data set", async () => {
    const { portals, lock, synthetic } = await setting();
    synthetic.datasets[1]!.resources.shift();
    synthetic.datasets.shift();
    const standings = await findOutdated(lock, portals);
    expect(standings.map(({ name, state, newest }) => [name, state, newest])).toEqual([
      ["boats-2022", "withdrawn", null],
      ["harbours", "withdrawn", null],
      ["tides", "current", "last changed 2023-05-04 13:52"],
    ]);
  });

  it("is not known of a portal that fails, which does not stop the others", async () => {
    const { portals, portalsAt, lock } = await setting();
    const broken = { ...portals, phs: portalsAt(await nobody(), { retries: 0 }).phs };
    const standings = await findOutdated(lock, broken);
    expect(standings.map(({ state }) => state)).toEqual(["not known", "not known", "current"]);
    expect(standings[0]!.reason).toMatch(/^\[no-connection\]/);
  });

  it("asks once for each data set", async () => {
    const { portals, lock, synthetic } = await setting();
    const before = synthetic.asked.length;
    const both = { ...lock, "boats-2023": pinOf(await portals.phs.find(ids.boats2023)) };
    const found = synthetic.asked.length;
    await findOutdated(both, portals);
    expect([found - before, synthetic.asked.length - found]).toEqual([2, 3]);
  });

  it("offline is as it was when last asked, or not known", async () => {
    const cache = newFolder();
    const { portals, portalsAt, lock, synthetic } = await setting(cache);
    await findOutdated(lock, portals);
    const asked = synthetic.asked.length;
    const offline = await findOutdated(lock, portalsAt(synthetic.address, { offline: true }));
    expect(offline.map(({ state, asOf }) => [state, asOf])).toEqual(
      Array(3).fill(["current", "2026-11-28T15:20:43.000Z"]),
    );
    const empty = portalsAt(synthetic.address, { offline: true, cache: newFolder() });
    const unknown = await findOutdated(lock, empty);
    expect(unknown.map(({ state, reason }) => [state, reason!.slice(0, 17)])).toEqual(
      Array(3).fill(["not known", "[offline-missing]"]),
    );
    expect(synthetic.asked.length).toBe(asked);
  });

  it("of nothing is nothing", async () => {
    expect(await findOutdated({}, (await setting()).portals)).toEqual([]);
  });
});
