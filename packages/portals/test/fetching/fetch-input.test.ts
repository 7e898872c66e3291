import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { count, label, openData, schema } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import {
  addInput,
  type Connection,
  ckanPortal,
  fetchPinned,
  type Lock,
  movePins,
  type Portals,
  statisticsPortal,
} from "../../src/index.ts";
import { connect } from "../connect.ts";
import { faultOf } from "../fault-of.ts";
import { newFolder } from "../loopback.ts";
import { ids, type SyntheticPortal, syntheticPortal } from "../synthetic-portal.ts";

interface Setting {
  readonly synthetic: SyntheticPortal;
  readonly connection: Connection;
  readonly portals: Portals;
  readonly folder: string;
  readonly cache: string;
}

async function setting(): Promise<Setting> {
  const synthetic = await syntheticPortal();
  const cache = newFolder();
  const connection = connect({ cache });
  const portals = {
    phs: ckanPortal(connection, { address: synthetic.address }),
    statistics: statisticsPortal(connection, { address: synthetic.address }),
  };
  return { synthetic, connection, portals, folder: newFolder(), cache };
}

async function withHarbours({ connection, portals, folder }: Setting): Promise<Lock> {
  const { lock } = await addInput(connection, await portals.phs.find("harbours"), {}, { folder, name: "harbours" });
  return lock;
}

const harbours2 = "Harbour,Berths\n01,8\n02,9\n03,12\n";

describe("a file that is fetched", () => {
  it("stands in the folder, is pinned, and is read by openData as any table", async () => {
    const set = await setting();
    const { connection, portals, folder, synthetic } = set;
    const { lock, inputs } = await addInput(connection, await portals.phs.find("harbours"), {}, { folder });
    expect(inputs).toMatchObject([{ name: "harbours-by-size", outcome: "placed", from: "portal", sizeOnPortal: null }]);
    expect(lock["harbours-by-size"]).toEqual({
      portal: "phs",
      dataset: "harbours",
      resource: ids.harbours,
      title: "Harbours by Size",
      publisher: "Public Health Scotland",
      licence: "UK Open Government Licence (OGL)",
      licenceUrl: "http://reference.data.gov.uk/id/open-government-licence",
      edition: "last changed 2023-02-01 08:30",
      modified: "2023-02-01T08:30:15.123456",
      page: `${synthetic.address}/dataset/harbours`,
      url: expect.stringMatching(/harbours_2023\.csv$/),
      file: "harbours-by-size.csv",
      bytes: 31,
      // sha256sum (GNU coreutils 9.1) of "Harbour,Berths\n01,7\n02,9\n03,12\n"
      sha256: "da7b0f0dc64ed55a63002042aae9ac63fa635ab8e921c160c1f375f86303a8dd",
      fetched: "2026-11-28T15:20:43.000Z",
    });
    const data = await openData(folder);
    const table = await data.table("harbours-by-size", schema({ harbour: label("Harbour"), berths: count("Berths") }));
    expect([...table].map(({ harbour, berths }) => [harbour, berths])).toEqual([
      ["01", 7],
      ["02", 9],
      ["03", 12],
    ]);
    expect(data.about("harbours-by-size")).toMatchObject({
      publisher: "Public Health Scotland",
      edition: "last changed 2023-02-01 08:30",
      licence: "UK Open Government Licence (OGL)",
      released: "2023-02-01",
    });
    expect(data.warnings()).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")).resources[0].licenses).toEqual([
      { title: "UK Open Government Licence (OGL)", path: "http://reference.data.gov.uk/id/open-government-licence" },
    ]);
  });

  it("of statistics.gov.scot is pinned likewise", async () => {
    const { connection, portals, folder } = await setting();
    const { lock } = await addInput(connection, await portals.statistics.find("tides"), {}, { folder });
    expect(lock["tides"]).toMatchObject({
      portal: "statistics",
      publisher: "Keepers of Tides",
      licence: "Open Government Licence v3.0",
      file: "tides.csv",
    });
    expect(readFileSync(join(folder, "tides.csv"), "utf8")).toContain("H1,2022,Count,Tides,705");
  });

  it("of another size than the portal says is fetched, and said", async () => {
    const { connection, portals, folder, synthetic } = await setting();
    synthetic.datasets[0]!.resources[0]!.size = 4000;
    const { inputs } = await addInput(connection, await portals.phs.find("harbours"), {}, { folder });
    expect(inputs[0]!.sizeOnPortal).toBe(4000);
  });

  it("stands beside what the folder's data package had, which stays as it was", async () => {
    const { connection, portals, folder } = await setting();
    const own = { name: "boats", path: "boats.csv", hash: "sha256:00" };
    writeFileSync(join(folder, "datapackage.json"), JSON.stringify({ title: "Mine", resources: [own] }));
    await addInput(connection, await portals.phs.find("harbours"), {}, { folder, name: "a" });
    const written = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    expect([written.title, written.resources.map(({ name }: { name: string }) => name)]).toEqual([
      "Mine",
      ["a", "boats"],
    ]);
    expect(written.resources[1]).toEqual(own);
  });

  it("is refused under a name that cannot be, that is another's, or that is pinned", async () => {
    const set = await setting();
    const { connection, portals, folder } = set;
    const lock = await withHarbours(set);
    const [again, boats] = [await portals.phs.find("harbours"), await portals.phs.find(ids.boats2023)];
    const odd = await faultOf(addInput(connection, boats, lock, { folder, name: "Boats 2023" }));
    expect(odd.message).toMatchInlineSnapshot(`
      "[odd-name] "Boats 2023" cannot be the name of an input: small letters, digits and single hyphens
        Fix: For example: --as boats-2023"
    `);
    const taken = await faultOf(addInput(connection, boats, lock, { folder, name: "harbours" }));
    expect(taken.message).toMatchInlineSnapshot(`
      "[name-taken] "harbours" is pinned already, and is another file: Harbours by Size, 11111111-1111-4111-8111-111111111111
        Fix: Give this one another name: --as <name>."
    `);
    const pinned = await faultOf(addInput(connection, again, lock, { folder, name: "harbours" }));
    expect(pinned.message).toMatchInlineSnapshot(`
      "[already-pinned] "harbours" is pinned already, at the edition last changed 2023-02-01 08:30
        Fix: popneeds fetch harbours fetches that edition; with --accept-new it moves the pin to the newest."
    `);
    expect(readdirSync(folder).sort()).toEqual(["datapackage.json", "harbours.csv"]);
  });

  it("does not take the place of a table that popneeds did not fetch", async () => {
    const { connection, portals, folder } = await setting();
    writeFileSync(
      join(folder, "datapackage.json"),
      JSON.stringify({ resources: [{ name: "harbours", path: "h.csv" }] }),
    );
    const offer = await portals.phs.find("harbours");
    const { code, message } = await faultOf(addInput(connection, offer, {}, { folder, name: "harbours" }));
    expect(code).toBe("name-taken");
    expect(message).toMatchInlineSnapshot(`
      "[name-taken] FOLDER/datapackage.json: it has a table "harbours" already, which popneeds fetch did not put there
        Fix: Fetch under another name: --as <name>; or into another folder: --to <folder>."
    `);
    expect(existsSync(join(folder, "harbours.csv"))).toBe(false);
  });

  it("does not take the place of a file that a person put there or changed", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    writeFileSync(join(set.folder, "harbours.csv"), "Harbour,Berths\n01,700\n");
    const { code, message } = await faultOf(fetchPinned(set.connection, lock, { folder: set.folder }));
    expect(code).toBe("changed-by-hand");
    expect(message).toMatchInlineSnapshot(`
      "[changed-by-hand] FOLDER/harbours.csv: this file is not one that popneeds fetched, or it was changed since; it is left as it is
        Fix: Move it away and run again, or fetch under another name: --as <name>."
    `);
    expect(readFileSync(join(set.folder, "harbours.csv"), "utf8")).toContain("700");
  });

  it("into a folder whose data package cannot be read is refused", async () => {
    const { connection, portals, folder } = await setting();
    writeFileSync(join(folder, "datapackage.json"), "{");
    const offer = await portals.phs.find("harbours");
    expect((await faultOf(addInput(connection, offer, {}, { folder }))).code).toBe("no-data-package");
  });
});

describe("what is pinned", () => {
  it("is fetched without a request where the cache has it, and stands unchanged where it stands", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    const before = set.synthetic.asked.length;
    const again = await fetchPinned(set.connection, lock, { folder: set.folder });
    expect(again.inputs).toMatchObject([{ outcome: "unchanged", from: "cache" }]);
    const elsewhere = await fetchPinned(set.connection, lock, { folder: newFolder() });
    expect(elsewhere.inputs).toMatchObject([{ outcome: "placed", from: "cache" }]);
    expect([set.synthetic.asked.length, again.lock]).toEqual([before, lock]);
  });

  it("is fetched offline from the cache, and missing there it is named", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    const offline = connect({ cache: set.cache, offline: true });
    expect((await fetchPinned(offline, lock, { folder: newFolder() })).inputs.length).toBe(1);
    const empty = connect({ offline: true });
    const { code, message } = await faultOf(fetchPinned(empty, lock, { folder: newFolder() }));
    expect([code, message.includes("harbours: not in the cache")]).toEqual(["offline-missing", true]);
  });

  it("is refused where the portal gives other bytes, before anything is put into the folder", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    set.synthetic.datasets[0]!.resources[0]!.text = harbours2;
    const folder = newFolder();
    const { code } = await faultOf(fetchPinned(connect(), lock, { folder }));
    expect([code, readdirSync(folder)]).toEqual(["changed-hash", []]);
  });

  it("is moved to what the portal has now when that is asked for, and only then", async () => {
    const set = await setting();
    const { connection, portals, folder, synthetic } = set;
    const lock = await withHarbours(set);
    Object.assign(synthetic.datasets[0]!.resources[0]!, { text: harbours2, modified: "2024-02-01T08:00:00.000000" });
    const kept = await fetchPinned(connection, lock, { folder });
    expect(kept.inputs).toMatchObject([{ outcome: "unchanged" }]);
    const moved = await movePins(connection, portals, lock, { folder });
    expect(moved.inputs).toMatchObject([{ outcome: "placed", from: "portal" }]);
    expect(moved.lock["harbours"]).toMatchObject({ edition: "last changed 2024-02-01 08:00", bytes: 31 });
    expect(moved.lock["harbours"]!.sha256).not.toBe(lock["harbours"]!.sha256);
    expect(lock["harbours"]!.edition).toBe("last changed 2023-02-01 08:30");
    expect(readFileSync(join(folder, "harbours.csv"), "utf8")).toBe(harbours2);
    const data = await openData(folder);
    await data.records("harbours", ["Harbour"]);
    expect([data.about("harbours").edition, data.warnings()]).toEqual(["last changed 2024-02-01 08:00", []]);
  });

  it("goes back to the earlier edition from the cache, when the lock does", async () => {
    const set = await setting();
    const { connection, portals, folder, synthetic } = set;
    const lock = await withHarbours(set);
    Object.assign(synthetic.datasets[0]!.resources[0]!, { text: harbours2, modified: "2024-02-01T08:00:00.000000" });
    await movePins(connection, portals, lock, { folder });
    const back = await fetchPinned(connection, lock, { folder });
    expect(back.inputs).toMatchObject([{ outcome: "placed", from: "cache" }]);
    expect(readFileSync(join(folder, "harbours.csv"), "utf8")).toContain("01,7");
  });

  it("and withdrawn cannot be moved", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    set.synthetic.datasets[0]!.resources.pop();
    const { folder, connection, portals } = set;
    const { code, message } = await faultOf(movePins(connection, portals, lock, { folder }));
    expect(code).toBe("not-on-portal");
    expect(message).toMatchInlineSnapshot(`
      "[not-on-portal] harbours: Harbours by Size (11111111-1111-4111-8111-111111111111) is no longer on the portal
        Fix: See http://portal.test/dataset/harbours for what took its place; the pinned edition stays usable from the cache."
    `);
  });

  it("by a name that is not in the lock is not", async () => {
    const set = await setting();
    const lock = await withHarbours(set);
    const { folder, connection } = set;
    expect((await faultOf(fetchPinned(connection, lock, { folder, names: ["tides"] }))).message).toMatchInlineSnapshot(`
      "[not-pinned] "tides" is not in the lock file; it pins harbours
        Fix: popneeds fetch <dataset-or-resource> pins a file."
    `);
  });

  it("may be nothing", async () => {
    const { connection } = await setting();
    const folder = join(newFolder(), "data");
    expect(await fetchPinned(connection, {}, { folder })).toEqual({ lock: {}, inputs: [] });
    expect(existsSync(folder)).toBe(false);
  });
});
