import { PopneedsError } from "@popneeds/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type CkanPortal,
  type Connection,
  ckanPortal,
  type StatisticsPortal,
  statisticsPortal,
} from "../../src/index.ts";

/** A connection that gives one answer to everything; nothing is sent. */
function saying(text: string): Connection {
  return {
    offline: false,
    answer: async () => ({ status: 200, text, fetched: null }),
    file: () => Promise.reject(new Error("no file is asked for")),
    close: async () => {},
  };
}

const good = {
  id: "1",
  package_id: "2",
  name: "harbours",
  title: "Harbours",
  count: 1,
  license_title: "OGL",
  organization: { title: "Coast" },
  url: "https://portal.test/a.csv",
  size: 4,
  resources: [{ id: "3", package_id: "2", name: "a", url: "https://portal.test/a.csv" }],
  results: [{ id: "2", name: "harbours", resources: [] }],
  fields: [{ id: "_id", type: "int", info: { label: "l", notes: "" } }],
  records: [{ _id: 1 }],
  total: 1,
};

/** A good answer, some of whose values are anything at all, or gone. */
const damaged = fc
  .dictionary(fc.constantFrom(...Object.keys(good)), fc.option(fc.jsonValue(), { nil: undefined }), { maxKeys: 4 })
  .map((wrong) => ({ ...good, ...wrong }));

const results = fc.oneof(fc.jsonValue(), damaged);

const asked: readonly ((portal: CkanPortal) => Promise<unknown>)[] = [
  (portal) => portal.datasetNames(),
  (portal) => portal.search(),
  (portal) => portal.dataset("x"),
  (portal) => portal.resource("x"),
  (portal) => portal.rows("x"),
  (portal) => portal.select("SELECT 1"),
  (portal) => portal.find("x"),
  (portal) => portal.files("x"),
];

async function answeredOrCoded(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    expect(error).toBeInstanceOf(PopneedsError);
  }
}

it("whatever a portal of CKAN answers, it is read or refused with a code", async () => {
  await fc.assert(
    fc.asyncProperty(results, fc.boolean(), fc.constantFrom(...asked), async (result, success, ask) => {
      await answeredOrCoded(ask(ckanPortal(saying(JSON.stringify({ success, result, error: result })))));
    }),
    { numRuns: 500 },
  );
});

it("an answer of CKAN that is cut off anywhere is refused", async () => {
  const whole = JSON.stringify({ success: true, result: good });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom(...asked), async (length, ask) => {
      await expect(ask(ckanPortal(saying(whole.slice(0, length))))).rejects.toMatchObject({ code: "not-json" });
    }),
  );
});

it("whatever statistics.gov.scot answers, it is read or refused with a code", async () => {
  const uri = "http://statistics.gov.scot/data/x";
  const predicates = [
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://purl.org/dc/terms/modified",
    "http://purl.org/dc/terms/license",
    "http://purl.org/dc/terms/publisher",
    "http://publishmydata.com/def/dataset#downloadURL",
  ];
  const value = fc.oneof(fc.jsonValue(), fc.webUrl(), fc.array(fc.record({ "@value": fc.jsonValue() })));
  const about = fc.dictionary(fc.constantFrom(...predicates), value).map((said) => [{ ...said, "@id": uri }]);
  const ask: readonly ((portal: StatisticsPortal) => Promise<unknown>)[] = [
    (portal) => portal.find("x"),
    (portal) => portal.files("x"),
  ];
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), about), fc.constantFrom(...ask), async (answer, find) => {
      await answeredOrCoded(find(statisticsPortal(saying(JSON.stringify(answer)))));
    }),
    { numRuns: 500 },
  );
});
