import { mkdirSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { assessmentFiles, release } from "../src/index.ts";
import { syntheticAssessment } from "./synthetic-assessment.ts";

it("renders", () => {
  const r = release(syntheticAssessment());
  mkdirSync("/tmp/out/tables", { recursive: true });
  for (const [p, t] of assessmentFiles(r)) {
    writeFileSync(`/tmp/out/${p}`, t);
  }
});
