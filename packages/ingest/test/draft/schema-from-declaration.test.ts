import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { readDeclared, readSchemaDeclaration, schemaFromDeclaration } from "../../src/draft/index.ts";
import { parseTable, sourceOf } from "../../src/read-csv.ts";
import { rowsOf } from "./draft-of.ts";

const folder = mkdtempSync(join(tmpdir(), "popneeds-declared-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = { format: "popneeds-schema/1", confirmed: true, encoding: "utf-8", delimiter: "," };
const fields = {
  area: { field: "area", header: "Area", totals: ["S92000003"] },
  sex: { field: "sex", header: "Sex", words: { F: "female", M: "male" }, totals: ["All"] },
  age: { field: "age", header: "Age", qualifier: "AgeQF" },
  cause: { field: "category", header: "Cause", values: ["Injury", "Cancer"] },
  note: { field: "label", header: "Note" },
  period: { field: "period", header: "Day", reads: "day first" },
  edition: { field: "constant", value: "2022/23", reads: "period" },
  band: { field: "constant", value: "90+", reads: "age" },
  place: { field: "constant", value: "here" },
  deaths: { field: "count", header: "Deaths", absent: "zero", marks: { "*": "suppressed" }, thousands: "," },
  years: { field: "amount", kind: "person-years", header: "Years" },
  rate: { field: "figure", kind: "rate", header: "Rate", decimal: "," },
};

describe("schemaFromDeclaration", () => {
  test("every kind of field is made by the function of its name", () => {
    const text =
      'Area,Sex,Age,AgeQF,Cause,Note,Day,Deaths,Years,Rate\nS12000006,F,0-15,,Injury,,31/12/2023,"1,200",0.5,"2,5"\nS92000003,F,0-15,,Injury,,31/12/2023,1,0.5,"2,5"\nS12000006,F,0-15,d,Injury,,31/12/2023,1,0.5,"2,5"\n';
    const table = parseTable(text, schemaFromDeclaration({ ...written, fields }), sourceOf("a.csv", "", {}));
    expect(table.length).toBe(1);
    expect([...table][0]).toMatchObject({
      area: "S12000006",
      sex: "female",
      age: { label: "0-15" },
      cause: "Injury",
      note: "",
      period: { label: "2023-12-31" },
      edition: { label: "2022/23" },
      band: { label: "90+" },
      place: "here",
      deaths: 1200,
      years: 0.5,
      rate: 2.5,
    });
  });

  test("a list is counted, and ages may stand across", () => {
    const across = { area: fields.area, age: { field: "agesAcross" }, people: { field: "countAcross" } };
    const people = schemaFromDeclaration({ ...written, fields: across });
    expect(
      rowsOf(parseTable("Area,0,1+\nS12000006,3,4\n", people, sourceOf("a", "", {}))).map((row) => row["people"]),
    ).toEqual([3, 4]);
    const list = schemaFromDeclaration({ ...written, fields: { area: fields.area, rows: { field: "listed" } } });
    expect([...parseTable("Area\nS12000006\n", list, sourceOf("a", "", {}))]).toMatchObject([{ rows: 1 }]);
  });

  it("reads nothing by a draft that nobody has confirmed", () => {
    expect(() =>
      schemaFromDeclaration({ ...written, confirmed: false, fields }, "a.json"),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unconfirmed-schema] a.json: nothing is read by a draft; "confirmed" is false
        Fix: Read every field, correct what is wrong, look at the doubts that popneeds check prints, then write "confirmed": true.]
    `);
  });

  it.each<[string, unknown]>([
    ["what is no object", ["area"]],
    ["what lacks everything", {}],
    ["no field", { ...written, fields: {} }],
    ["an unknown field", { ...written, fields: { a: { field: "aera", header: "A" } } }],
    ["a field that is no object", { ...written, fields: { a: "area" } }],
    [
      "an unknown option, a wrong one and a missing one",
      { ...written, fields: { a: { field: "count", total: ["x"], absent: "none" } } },
    ],
    [
      "a mark without a known reason",
      { ...written, fields: { a: { field: "count", header: "A", marks: { "*": "?" } } } },
    ],
    [
      "a constant that is no period",
      { ...written, fields: { a: { field: "constant", value: "soon", reads: "period" } } },
    ],
    [
      "a comma for two things",
      { ...written, fields: { a: { field: "count", header: "A", thousands: ",", decimal: "," } } },
    ],
  ])("refuses %s, with every place", (_, declaration) => {
    expect(() => schemaFromDeclaration(declaration, "a.json")).toThrowErrorMatchingSnapshot();
  });

  it("refuses a schema without a measure", () => {
    expect(() => schemaFromDeclaration({ ...written, fields: { area: fields.area } })).toThrow("[invalid-schema]");
  });
});

describe("readDeclared", () => {
  const csv = join(folder, "a.csv");
  const json = join(folder, "a.json");
  writeFileSync(csv, "Area;Sex;Deaths\nS12000006;F;3\nS12000006;M;4\nS12000006;All;7\n");

  it("reads by a confirmed file, with totals held apart", async () => {
    const used = { area: fields.area, sex: fields.sex, deaths: fields.deaths };
    writeFileSync(json, JSON.stringify({ ...written, delimiter: ";", fields: used, doubts: ["looked into"] }));
    const file = await readDeclared(csv, json, { publisher: "Our own records" });
    expect(file.tables.map(({ name, table }) => [name, table.length])).toEqual([
      ["by area and sex", 2],
      ["by area", 1],
    ]);
    expect(file.rows).toEqual({ read: 3, used: 3, refused: 0 });
    expect(file.source.publisher).toBe("Our own records");
  });

  it("refuses a file that is no JSON, and one that is not there", async () => {
    writeFileSync(json, "{");
    await expect(readSchemaDeclaration(json)).rejects.toThrow(
      /\[invalid-declaration\] .*has a fault:\n {2}it is no JSON/,
    );
    await expect(readDeclared(csv, join(folder, "none.json"))).rejects.toThrow("[no-such-file]");
  });
});
