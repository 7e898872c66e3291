import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { release, writeAssessment } from "../../packages/report/src/index.ts";
import { syntheticAssessment } from "../../packages/report/test/synthetic-assessment.ts";
import { checkPage, type PageFaults } from "./check-page.ts";
import { findChromium } from "./find-chromium.ts";

const found = findChromium();
if (!found)
  process.stderr.write(
    "SKIPPED: the page is not looked at in a browser; no Chromium found. Install one or set CHROMIUM.\n",
  );

describe.skipIf(!found)("the page in a real Chromium", () => {
  let folder: string;
  let faults: PageFaults;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "popneeds-page-"));
    await writeAssessment(release(syntheticAssessment()), folder);
    faults = await checkPage(join(folder, "index.html"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has no accessibility violation, folded or unfolded, on a desktop or a phone", () => {
    expect(faults.accessibility).toEqual([]);
  });

  it("asks nothing of the network", () => {
    expect(faults.requests).toEqual([]);
  });

  it("never scrolls sideways as a whole", () => {
    expect(faults.sideways).toEqual([]);
  });

  it("prints no text of a chart smaller than 11 pixels", () => {
    expect(faults.smallText).toEqual([]);
  });

  it("gives the browser nothing to complain of", () => {
    expect(faults.complaints).toEqual([]);
  });
});
