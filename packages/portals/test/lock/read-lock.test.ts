import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockText, type Pin, readLock, readLockIfAny, writeLock } from "../../src/index.ts";
import { faultOf } from "../fault-of.ts";
import { newFolder } from "../loopback.ts";

const pin: Pin = {
  portal: "phs",
  dataset: "harbours",
  resource: "11111111-1111-4111-8111-111111111111",
  title: "Harbours by Size",
  publisher: "Keepers",
  licence: "Open Government Licence v3.0",
  licenceUrl: "https://portal.test/licence",
  edition: "last changed 2023-02-01 08:30",
  modified: "2023-02-01T08:30:15.123456",
  page: "https://portal.test/dataset/harbours",
  url: "https://portal.test/download/harbours.csv",
  file: "harbours.csv",
  bytes: 31,
  sha256: "0123456789abcdef".repeat(4),
  fetched: "2026-11-28T15:20:43.000Z",
};

function written(text: string): string {
  const file = join(newFolder(), "popneeds.lock.json");
  writeFileSync(file, text);
  return file;
}

describe("a lock file", () => {
  it("gives back what was written", async () => {
    const file = join(newFolder(), "popneeds.lock.json");
    const lock = { tides: { ...pin, file: "tides.csv", modified: null, fetched: null }, harbours: pin };
    await writeLock(file, lock);
    expect(await readLock(file)).toEqual(lock);
  });

  it("may pin nothing", async () => {
    expect(await readLock(written(lockText({})))).toEqual({});
  });

  it("that is not there is an error, or an empty lock where one begins", async () => {
    const file = join(newFolder(), "popneeds.lock.json");
    expect(await faultOf(readLock(file))).toMatchInlineSnapshot(`
      {
        "code": "no-lock",
        "message": "[no-lock] FOLDER/popneeds.lock.json: there is no lock file
        Fix: popneeds fetch <dataset-or-resource> writes one; or name another with --lock.",
      }
    `);
    expect(await readLockIfAny(file)).toEqual({});
    expect((await faultOf(readLockIfAny(written("{")))).code).toBe("lock-not-json");
  });

  it.each(["", "{", "[]", "null", '"lock"'])("that is not JSON, or no object, is refused: %j", async (text) => {
    expect((await faultOf(readLock(written(text)))).code).toBe("lock-not-json");
  });

  it("with a merge that was not finished says so", async () => {
    const text = `<<<<<<< ours\n${lockText({ harbours: pin })}=======\n>>>>>>> theirs\n`;
    expect((await faultOf(readLock(written(text)))).message).toMatchInlineSnapshot(`
      "[lock-not-json] FOLDER/popneeds.lock.json: the lock file is not JSON; it holds the marks of a merge that was not finished
        Fix: Restore it from version control, or delete it and fetch the inputs anew."
    `);
  });

  it.each([2, "1", undefined])("of version %j is refused", async (version) => {
    const { code, message } = await faultOf(readLock(written(JSON.stringify({ version, inputs: {} }))));
    expect(code).toBe("lock-version");
    expect(message).toContain("must be of version 1; it is of version");
  });

  it("names the entries that it cannot use, the first three and how many more", async () => {
    const { title: _, ...untitled } = pin;
    const inputs = { "Har bours": pin, boats: 1, tides: { ...untitled, bytes: -1, sha256: "abc" } };
    const { code, message } = await faultOf(readLock(written(JSON.stringify({ version: 1, inputs }))));
    expect(code).toBe("lock-incomplete");
    expect(message).toMatchInlineSnapshot(`
      "[lock-incomplete] FOLDER/popneeds.lock.json: 6 entries of the lock file cannot be used
        "Har bours": a name is small letters, digits and single hyphens
        boats: is no object
        tides.title: is missing
        and 3 more
        Fix: Restore it from version control, or delete the entry and fetch it anew."
    `);
  });

  it.each<[string, Partial<Record<keyof Pin, unknown>>]>([
    ["a file outside its folder", { file: "../../.bashrc" }],
    ["a file with a path", { file: "/etc/hosts" }],
    ["a hidden file", { file: ".profile" }],
    ["a file with a path of Windows", { file: "..\\x.csv" }],
    ["an address of this machine's files", { url: "file:///etc/hosts" }],
    ["an unknown portal", { portal: "elsewhere" }],
    ["a blank licence", { licence: " " }],
    ["bytes that are no whole number", { bytes: 1.5 }],
    ["a hash in capitals", { sha256: "A".repeat(64) }],
  ])("is not believed: %s", async (_, fields) => {
    const text = JSON.stringify({ version: 1, inputs: { harbours: { ...pin, ...fields } } });
    const { code, message } = await faultOf(readLock(written(text)));
    expect([code, message.includes(`harbours.${Object.keys(fields)[0]}`)]).toEqual(["lock-incomplete", true]);
  });

  it("with two inputs in one file is refused", async () => {
    const text = JSON.stringify({ version: 1, inputs: { harbours: pin, tides: pin } });
    const { code, message } = await faultOf(readLock(written(text)));
    expect([code, message.includes('tides.file: "harbours.csv" is that of harbours too')]).toEqual([
      "lock-incomplete",
      true,
    ]);
  });

  it("without its inputs is refused", async () => {
    expect((await faultOf(readLock(written('{"version":1}')))).code).toBe("lock-incomplete");
  });
});
