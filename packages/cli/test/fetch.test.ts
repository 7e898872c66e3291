import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openData, readLock } from "popneeds";
import { describe, expect, it } from "vitest";
import { newFolder } from "../../portals/test/loopback.ts";
import { ids, type SyntheticPortal, syntheticPortal } from "../../portals/test/synthetic-portal.ts";
import { type Captured, captured } from "./captured.ts";

const quick = ["--requests-per-second", "1000"];

interface Place {
  readonly portal: SyntheticPortal;
  readonly folder: string;
  readonly lock: string;
  /** Runs a command at this portal, with a folder, a lock and a cache of its own. */
  readonly run: (...args: readonly string[]) => Promise<Captured>;
}

async function place(): Promise<Place> {
  const portal = await syntheticPortal();
  const root = newFolder();
  const [folder, lock, cache] = ["data", "popneeds.lock.json", "cache"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const run = async (command: string, ...args: readonly string[]) => {
    const to = command === "fetch" && !args.includes("--to") ? ["--to", folder] : [];
    const own = args.includes("--cache") ? [] : ["--cache", cache];
    const said = await captured(
      command,
      ...args,
      ...to,
      "--lock",
      lock,
      ...own,
      ...(args.includes("--requests-per-second") ? [] : quick),
      "--portal-address",
      portal.address,
    );
    const plain = (text: string) => text.replaceAll(root, "ROOT").replaceAll(portal.address, "http://portal.test");
    return { code: said.code, out: plain(said.out), err: plain(said.err) };
  };
  return { portal, folder, lock, run: run as Place["run"] };
}

const changed = { text: "Harbour,Berths\n01,8\n", modified: "2024-02-01T08:00:00.000000" };

describe("popneeds fetch", () => {
  it("fetches a file, pins it, and says what it did", async () => {
    const { run, folder, lock } = await place();
    expect(await run("fetch", "harbours", "--as", "berths")).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "looking for harbours
      fetching Harbours by Size",
        "out": "berths  ROOT/data/berths.csv  31 bytes  last changed 2023-02-01 08:30  from the portal
      ROOT/popneeds.lock.json pins 1 file",
      }
    `);
    expect(readdirSync(folder).sort()).toEqual(["berths.csv", "datapackage.json"]);
    expect((await readLock(lock))["berths"]).toMatchObject({ resource: ids.harbours, bytes: 31 });
    const data = await openData(folder);
    expect((await data.records("berths", ["Harbour", "Berths"])).rows.length).toBe(3);
    expect(data.warnings()).toEqual([]);
  });

  it("again says that it stands as it was, and changes nothing", async () => {
    const { run, lock } = await place();
    await run("fetch", "harbours");
    const before = readFileSync(lock, "utf8");
    const again = await run("fetch", "harbours-by-size", "--quiet");
    expect([again.code, again.err]).toEqual([0, ""]);
    expect(again.out).toMatch(/^harbours-by-size +ROOT\/data\/harbours-by-size\.csv +31 bytes .* +as it was$/m);
    // By the name of its data set, which is not its own, it is the same file.
    expect((await run("fetch", "harbours", "--quiet")).out).toBe(again.out);
    expect(readFileSync(lock, "utf8")).toBe(before);
  });

  it("without an argument fetches all that is pinned, from the cache and offline too", async () => {
    const { run, folder, portal } = await place();
    await run("fetch", "harbours");
    await run("fetch", "tides", "--portal", "statistics");
    await run("fetch", ids.boats2023);
    const asked = portal.asked.length;
    const elsewhere = newFolder();
    const { code, out } = await run("fetch", "--to", elsewhere, "--offline", "--json");
    const { inputs } = JSON.parse(out);
    expect([code, inputs.map(({ name, from }: { name: string; from: string }) => [name, from])]).toEqual([
      0,
      [
        ["boats-2023", "cache"],
        ["harbours-by-size", "cache"],
        ["tides", "cache"],
      ],
    ]);
    expect(readdirSync(elsewhere).sort()).toEqual(readdirSync(folder).sort());
    expect(portal.asked.length).toBe(asked);
  });

  it("knows statistics.gov.scot by its address", async () => {
    const { run } = await place();
    expect((await run("fetch", "http://statistics.gov.scot/data/tides", "--quiet")).out).toMatch(/^tides /);
  });

  it("refuses other bytes than the pinned ones, and moves the pin when told to", async () => {
    const { run, portal, lock, folder } = await place();
    await run("fetch", "harbours", "--as", "berths");
    Object.assign(portal.datasets[0]!.resources[0]!, changed);
    const refused = await run("fetch", "--cache", newFolder(), "--quiet");
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatchInlineSnapshot(`
      "[changed-hash] berths: what http://portal.test/dataset/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/resource/11111111-1111-4111-8111-111111111111/download/harbours_2023.csv gives is no longer what the lock file pins
        pinned sha256 da7b0f0dc64ed55a63002042aae9ac63fa635ab8e921c160c1f375f86303a8dd
        found  sha256 41e397a8b9911e1968d247f388ce06c5a16fa19a83d90f6d98f0ca672b513c9b
        Fix: See popneeds outdated. To use what is there now, move the pin: popneeds fetch berths --accept-new."
    `);
    expect(readFileSync(join(folder, "berths.csv"), "utf8")).toContain("01,7");
    const moved = await run("fetch", "berths", "--accept-new", "--quiet");
    expect([moved.code, moved.out]).toEqual([
      0,
      "berths  ROOT/data/berths.csv  20 bytes  last changed 2024-02-01 08:00  from the portal\nROOT/popneeds.lock.json pins 1 file",
    ]);
    expect((await readLock(lock))["berths"]).toMatchObject({ modified: changed.modified, bytes: 20 });
    expect(readFileSync(join(folder, "berths.csv"), "utf8")).toBe(changed.text);
  });

  it("that fails leaves the folder and the lock file as they were", async () => {
    const { run, portal, lock, folder } = await place();
    await run("fetch", "harbours");
    const before = [readFileSync(lock, "utf8"), readdirSync(folder)];
    portal.datasets[1]!.resources[1]!.text = "<!DOCTYPE html><html>Under repair</html>";
    const failed = await run("fetch", ids.boats2023, "--quiet");
    expect([failed.code, failed.err.slice(0, 22)]).toEqual([1, "[html-instead-of-data]"]);
    expect([readFileSync(lock, "utf8"), readdirSync(folder)]).toEqual(before);
  });

  it("says where the portal names another size", async () => {
    const { run, portal } = await place();
    portal.datasets[0]!.resources[0]!.size = 4000;
    expect((await run("fetch", "harbours", "--quiet")).err).toMatchInlineSnapshot(
      `"warning: harbours-by-size: the portal says that the file has 4,000 bytes, and 31 came [size-differs] Fix: Look whether its last rows are there; the portal's figure may be of an earlier edition."`,
    );
  });

  it("offline says what is missing, and exits 1", async () => {
    const { run, lock } = await place();
    const { code, err } = await run("fetch", "harbours", "--offline", "--quiet");
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "[offline-missing] an answer of the portal: not in the cache, and offline nothing is fetched: http://portal.test/api/3/action/package_show?id=harbours
        Fix: Run it once without offline, or name the cache that has it."
    `);
    expect(existsSync(lock)).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ["no lock and no name", []],
    ["a data set of several files", ["boats"]],
    ["a data set that there is not", ["harbors"]],
    ["an unknown portal", ["harbours", "--portal", "elsewhere"]],
    ["a name that cannot be", ["harbours", "--as", "My Harbours"]],
    ["a name for all", ["--as", "berths"]],
    ["a rate that is none", ["harbours", "--requests-per-second", "fast"]],
  ])("exits 2 for %s", async (_, args) => {
    const { run } = await place();
    const { code, out, err } = await run("fetch", ...args, "--quiet");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatchSnapshot();
  });

  it("exits 2 for a name that is another's", async () => {
    const { run } = await place();
    await run("fetch", "harbours", "--as", "berths");
    const { code, err } = await run("fetch", ids.boats2022, "--as", "berths", "--quiet");
    expect([code, err.split("\n")[0]!.slice(0, 12)]).toEqual([2, "[name-taken]"]);
  });

  it("exits 1 for a lock file that cannot be read", async () => {
    const { run, lock } = await place();
    writeFileSync(lock, "{");
    expect((await run("fetch", "--quiet")).code).toBe(1);
    expect((await run("outdated")).code).toBe(1);
  });
});

describe("popneeds outdated", () => {
  it("says that all is current, and exits 0", async () => {
    const { run } = await place();
    await run("fetch", "harbours");
    expect(await run("outdated")).toEqual({
      code: 0,
      err: "",
      out: "1 of 1 pinned file is current, as the portals said on 2026-11-28",
    });
  });

  it("lists what has a newer edition, with the command that moves the pin, and exits 1", async () => {
    const { run, portal } = await place();
    await run("fetch", "harbours", "--as", "berths");
    await run("fetch", "tides", "--portal", "statistics");
    await run("fetch", ids.boats2022);
    Object.assign(portal.datasets[0]!.resources[0]!, changed);
    portal.cubes.pop();
    const { code, out, err } = await run("outdated");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatchInlineSnapshot(`
      "name    pinned edition                 newest edition                 to move the pin
      berths  last changed 2023-02-01 08:30  last changed 2024-02-01 08:00  popneeds fetch berths --accept-new --lock ROOT/popneeds.lock.json
      tides   last changed 2023-05-04 13:52  withdrawn
      boats has a new file: Boats 2023: popneeds fetch 33333333-3333-4333-8333-333333333333
      1 of 3 pinned files are current, as the portals said on 2026-11-28"
    `);
    const [, command] = /popneeds (fetch berths --accept-new)/.exec(out)!;
    expect((await run(...(command!.split(" ") as [string, ...string[]]))).code).toBe(0);
    expect((await run("outdated")).out).not.toContain("berths");
  });

  it("prints JSON of all, the current ones too", async () => {
    const { run } = await place();
    await run("fetch", "harbours", "--as", "berths");
    const { code, out } = await run("outdated", "--json");
    expect([code, JSON.parse(out)]).toMatchObject([0, [{ name: "berths", state: "current", command: null }]]);
  });

  it("offline says what the portals said last, or that it is not known", async () => {
    const { run, portal } = await place();
    await run("fetch", "harbours", "--as", "berths");
    await run("outdated");
    const asked = portal.asked.length;
    expect((await run("outdated", "--offline")).out).toContain("as the portals said on 2026-11-28");
    const unknown = await run("outdated", "--offline", "--cache", newFolder());
    expect([unknown.code, portal.asked.length]).toEqual([1, asked]);
    expect(unknown.out).toMatchInlineSnapshot(`
      "name    pinned edition                 newest edition  to move the pin
      berths  last changed 2023-02-01 08:30  not known
      0 of 1 pinned file is current"
    `);
    expect(unknown.err).toMatch(/^warning: berths: \[offline-missing\]/);
  });

  it("exits 2 where nothing is pinned", async () => {
    const { run } = await place();
    const { code, err } = await run("outdated");
    expect([code, err.slice(0, 9)]).toEqual([2, "[no-lock]"]);
  });
});
