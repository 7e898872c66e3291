import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openRawFile, rawFile } from "../../src/published/raw-file.ts";

const book = (bookType: "xlsx" | "xls" | "ods"): Buffer => {
  const made = utils.book_new();
  utils.book_append_sheet(
    made,
    utils.aoa_to_sheet([["Notes"], [], ["Area", "People"], ["S12000033", 0.1 + 0.2]]),
    "Table 1",
  );
  utils.book_append_sheet(made, utils.aoa_to_sheet([[true, new Date(Date.UTC(2021, 5, 30))]]), "Other");
  return write(made, { type: "buffer", bookType, cellDates: true }) as Buffer;
};

describe("a published file that is text", () => {
  test("is text, with its first lines", async () => {
    const file = await rawFile("a,b\r\r\n1,2\r\r\n", "t.csv");
    expect(file.kind).toBe("text");
    expect(file.encoding).toBe("utf-8");
    expect(file.head).toEqual(["a,b", "1,2", ""]);
    expect(file.sheets).toEqual([]);
  });

  test("loses its byte-order mark, and is unzipped", async () => {
    expect((await rawFile("\uFEFFa,b\n", "t.csv")).text).toBe("a,b\n");
    expect((await rawFile(gzipSync("a,b\n"), "t.csv.gz")).text).toBe("a,b\n");
  });

  test("is taken for Windows-1252 where it is no UTF-8, and says so", async () => {
    const file = await rawFile(Buffer.from([0x61, 0x92, 0xa9, 0x0a]), "t.csv");
    expect(file.encoding).toBe("windows-1252");
    expect(file.text).toBe("a\u2019\u00A9\n");
  });

  test("has the hash of the bytes on disk, zipped or not", async () => {
    // sha256sum of the four bytes "a,b\n"
    expect((await rawFile("a,b\n", "t.csv")).sha256).toBe(
      "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313",
    );
  });
});

describe("a workbook", () => {
  test.each(["xlsx", "xls", "ods"] as const)("%s gives its sheets as rows of text, every digit kept", async (kind) => {
    const file = await rawFile(book(kind), `t.${kind}`);
    expect(file.kind).toBe("workbook");
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Table 1", false],
      ["Other", false],
    ]);
    expect(file.sheets[0]!.rows).toEqual([["Notes"], [], ["Area", "People"], ["S12000033", "0.30000000000000004"]]);
    expect(file.sheets[1]!.rows).toEqual([["TRUE", "2021-06-30"]]);
  });

  test("keeps the row numbers of a sheet that begins further down", async () => {
    const made = utils.book_new();
    utils.book_append_sheet(made, utils.aoa_to_sheet([["x"]], { origin: "B3" } as never), "S");
    const file = await rawFile(write(made, { type: "buffer", bookType: "xlsx" }) as Buffer, "t.xlsx");
    expect(file.sheets[0]!.rows).toEqual([[], [], ["", "x"]]);
  });
});

describe("a zip archive", () => {
  test("holds files, in the order of their names", async () => {
    const zip = zipSync({ "d-10.csv": Buffer.from("ten"), "d-2.csv": Buffer.from("two"), "d/": new Uint8Array() });
    const file = await rawFile(zip, "d.zip");
    expect(file.kind).toBe("archive");
    expect(file.entries.map(({ name, text }) => [name, text])).toEqual([
      ["d.zip, d-2.csv", "two"],
      ["d.zip, d-10.csv", "ten"],
    ]);
  });
});

describe("what cannot be opened", () => {
  const said = async (bytes: Uint8Array | string, name = "x") =>
    rawFile(bytes, name).then(
      () => "opened",
      (error: Error) => error.message,
    );

  test("says what it is and what to do", async () => {
    const xlsx = book("xlsx");
    const xls = book("xls");
    expect({
      nothing: await said(""),
      blanks: await said(" \n\n"),
      utf16: await said(Buffer.from("\uFEFFa,b\n", "utf16le")),
      "utf16 without a mark": await said(Buffer.from("a,b\n", "utf16le")),
      "cut gzip": await said(gzipSync("a,b\n".repeat(100)).subarray(0, 20)),
      "cut xlsx": await said(xlsx.subarray(0, xlsx.length - 100)),
      "cut xls": (await said(xls.subarray(0, 700))).split("(")[0],
      "no such file": await openRawFile(join(tmpdir(), "none", "x.csv"), { name: "x.csv" }).catch((e) => e.message),
    }).toMatchInlineSnapshot(`
      {
        "blanks": "[empty-file] x: the file holds no text
        Fix: It was cut off, or damaged: download it again.",
        "cut gzip": "[truncated-gzip] x: the file is gzip but cannot be unzipped to its end (unexpected end of file)
        Fix: It was cut off, or damaged: download it again.",
        "cut xls": "[damaged-workbook] x: the workbook cannot be read ",
        "cut xlsx": "[damaged-archive] x: the file is a zip archive or a workbook that cannot be unpacked (invalid zip data)
        Fix: It was cut off, or damaged: download it again.",
        "no such file": "[no-such-file] x.csv: there is no such file
        Fix: Check the path, and that you may read the file.",
        "nothing": "[empty-file] x: the file is empty
        Fix: It was cut off, or damaged: download it again.",
        "utf16": "[not-utf-8] x: the file is UTF-16 text
        Fix: Save it as CSV UTF-8.",
        "utf16 without a mark": "[not-text] x: the file is neither text nor a workbook that can be read
        Fix: It was cut off, or damaged: download it again.",
      }
    `);
  });

  test("a file on disk is opened by its path and named as wanted", async () => {
    const folder = await mkdtemp(join(tmpdir(), "popneeds-"));
    await writeFile(join(folder, "a.csv"), "a\n1\n");
    expect((await openRawFile(join(folder, "a.csv"), { name: "a.csv" })).name).toBe("a.csv");
  });
});
