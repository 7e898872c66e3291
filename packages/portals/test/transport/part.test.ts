import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dropPart, releasePart, restart, takePart } from "../../src/transport/part.ts";
import { newFolder } from "../loopback.ts";

const address = "https://portal.test/a.csv";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
// Above the largest process number of Linux, 2^22: no process has it.
const nobodysNumber = 99999999;

/** A part with these bytes, left by a process that has ended. */
async function left(folder: string, text: string, validator: string | null, total: number): Promise<void> {
  const part = await takePart(folder, address);
  await restart(part, validator, total);
  writeFileSync(part.path, text);
  await releasePart(part, { keep: true });
  for (const name of readdirSync(folder))
    renameSync(join(folder, name), join(folder, name.replace(`-${process.pid}-`, `-${nobodysNumber}-`)));
}

it("begins empty", async () => {
  const part = await takePart(newFolder(), address);
  expect([part.bytes, part.validator, part.total]).toEqual([0, null, null]);
});

it("takes over what a process that has ended left, hash and all", async () => {
  const folder = newFolder();
  await left(folder, "Area,Ye", '"1"', 36);
  const part = await takePart(folder, address);
  expect([part.bytes, part.validator, part.total, part.hash.digest("hex")]).toEqual([7, '"1"', 36, sha256("Area,Ye")]);
  expect(readFileSync(part.path, "utf8")).toBe("Area,Ye");
  await dropPart(part);
  expect(readdirSync(folder)).toEqual([]);
});

it("leaves alone what a process that runs is writing", async () => {
  const folder = newFolder();
  const first = await takePart(folder, address);
  await restart(first, '"1"', 36);
  const second = await takePart(folder, address);
  expect([second.path === first.path, second.bytes]).toEqual([false, 0]);
  expect(readdirSync(folder).length).toBe(2);
});

it("leaves alone the parts of other addresses", async () => {
  const folder = newFolder();
  await left(folder, "Area", '"1"', 36);
  expect((await takePart(folder, `${address}?other`)).bytes).toBe(0);
});

it.each([
  ["of which nobody can say what version it is of", "Area", null, 36],
  ["that is longer than the file", "Area,Year", '"1"', 4],
])("does not go on from a part %s", async (_, text, validator, total) => {
  const folder = newFolder();
  await left(folder, text, validator, total);
  const part = await takePart(folder, address);
  expect([part.bytes, part.validator, part.hash.digest("hex")]).toEqual([0, null, sha256("")]);
});

it("does not go on from a part whose note cannot be read", async () => {
  const folder = newFolder();
  await left(folder, "Area", '"1"', 36);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json")))
    writeFileSync(join(folder, name), "{");
  expect((await takePart(folder, address)).bytes).toBe(0);
});
