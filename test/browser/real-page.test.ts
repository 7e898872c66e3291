import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../../packages/cli/src/run.ts";
import { checkPage } from "./check-page.ts";
import { findChromium } from "./find-chromium.ts";

const found = findChromium();
if (!found)
  process.stderr.write(
    "SKIPPED: the page of Dumfries and Galloway is not looked at in a browser; no Chromium found. Install one or set CHROMIUM.\n",
  );

it.skipIf(!found)(
  "the page of Dumfries and Galloway is accessible, asks nothing of the network and fits a phone",
  async () => {
    const out = await mkdtemp(join(tmpdir(), "popneeds-real-page-"));
    try {
      const silent = { out: () => {}, err: () => {} };
      expect(
        await run(["profile", "dumfries-and-galloway", "--data", "datasets", "--out", out, "--quiet"], silent),
      ).toBe(0);
      expect(await checkPage(join(out, "dumfries-and-galloway", "index.html"))).toEqual({
        accessibility: [],
        requests: [],
        sideways: [],
        smallText: [],
        complaints: [],
      });
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
  240_000,
);
