import { it } from "vitest";
import { openData } from "../../ingest/src/index.ts";
import { assess } from "@popneeds/jsna";
import { needsSummary } from "@popneeds/planning";
import { release, writeAssessment } from "../src/index.ts";
it("real", async () => {
  const data = await openData("datasets");
  const t = Date.now();
  const { profile } = await assess(data, "dumfries-and-galloway");
  const needs = needsSummary(profile);
  const t1 = Date.now();
  const r = release({ profile, needs });
  console.log(r.withheld, profile.facts.length, needs.length);
  const t2 = Date.now();
  const files = await writeAssessment(r, "/tmp/real");
  console.log(t1 - t, t2 - t1, Date.now() - t2, files.map((f) => `${f.path} ${f.bytes}`));
});
