import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readFileText } from "../src/index.ts";
import { faultOf, temporaryFolder } from "./fixtures.ts";

const { folder, put } = temporaryFolder();
const text = "zone,deaths\n01,1\n";

describe("readFileText", () => {
  it("gives the text and the hash of the bytes on disk", async () => {
    // printf 'zone,deaths\n01,1\n' | sha256sum
    const sha256 = createHash("sha256").update(Buffer.from(text)).digest("hex");
    expect(await readFileText(put("plain.csv", text))).toEqual({ text, sha256 });
  });

  it("unzips gzip, whatever the file is called; the hash is that of the gzip bytes", async () => {
    const bytes = gzipSync(text);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await readFileText(put("zipped.csv", bytes))).toEqual({ text, sha256 });
  });

  it("leaves out a byte-order mark, but not from the hash", async () => {
    const read = await readFileText(put("bom.csv", `\uFEFF${text}`));
    expect(read.text).toBe(text);
    expect(read.sha256).not.toBe((await readFileText(put("plain.csv", text))).sha256);
  });

  it("reads Windows-1252 when it is said", async () => {
    const bytes = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x0a]);
    expect((await readFileText(put("latin.csv", bytes), { encoding: "windows-1252" })).text).toBe("Café –\n");
  });

  it.each<[string, Uint8Array]>([
    ["an empty file", Buffer.alloc(0)],
    ["a file of blank lines", Buffer.from(" \r\n\n")],
    ["a byte-order mark alone", Buffer.from("\uFEFF")],
    ["an empty gzip", gzipSync("")],
    ["a truncated gzip", gzipSync(text.repeat(100)).subarray(0, 40)],
    ["a gzip cut off in its head", gzipSync(text).subarray(0, 5)],
    ["a gzip with a changed byte", gzipSync(text.repeat(100)).map((byte, i) => (i === 20 ? byte ^ 0xff : byte))],
    ["Windows-1252", Buffer.from("zone,name\n01,Ayr\n02,Caf\u00e9\n", "latin1")],
    ["Windows-1252 with CR-only lines", Buffer.from("zone,name\r01,Ayr\r02,Caf\u00e9\r", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFzone,deaths\n01,1\n", "utf16le")],
    ["a workbook", Buffer.from("PK\x03\x04\x14\x00", "latin1")],
  ])("refuses %s, with what to do", async (_, bytes) => {
    const fault = await faultOf(async () => readFileText(put("bad.csv", bytes), { name: "bad.csv" }));
    expect(fault.message.replace(/\((?!unexpected).*?\)/, "(…)")).toMatchSnapshot();
    expect(fault.issues.map(({ code, file }) => ({ code, file }))).toEqual([{ code: fault.code, file: "bad.csv" }]);
  });

  it("names the line that is not UTF-8", async () => {
    const bytes = Buffer.from("zone,name\n01,Ayr\n02,Caf\u00e9\n", "latin1");
    expect((await faultOf(() => readFileText(put("bad.csv", bytes)))).issues[0]!.line).toBe(3);
  });

  it("refuses what is not there, or is no file", async () => {
    const none = await faultOf(() => readFileText(`${folder}/none.csv`, { name: "none.csv" }));
    expect(none.message).toMatchInlineSnapshot(`
      "[no-such-file] none.csv: there is no such file
        Fix: Check the path, and that you may read the file."
    `);
    const directory = await faultOf(() => readFileText(folder, { name: "folder" }));
    expect(directory.message).toMatchInlineSnapshot(`
      "[no-such-file] folder: the file cannot be read (EISDIR)
        Fix: Check the path, and that you may read the file."
    `);
  });
});
