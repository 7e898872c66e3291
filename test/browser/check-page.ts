import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/** What a browser found wrong with a page; all empty for a page that is well. */
export interface PageFaults {
  /** Rule, screen and the first elements at fault, a violation each. */
  readonly accessibility: readonly string[];
  /** What the page asked of the network. */
  readonly requests: readonly string[];
  /** Screens on which the page as a whole scrolls sideways, and by how much. */
  readonly sideways: readonly string[];
  /** Screens on which text in a chart comes out smaller than 11 pixels, and how small. */
  readonly smallText: readonly string[];
  /** What the browser's console complained of. */
  readonly complaints: readonly string[];
}

/** Screens, and in which state axe looks at them; it takes its time on a long page. */
const screens = [
  { name: "desktop", width: 1280, height: 900, axe: ["folded"] },
  { name: "phone", width: 390, height: 844, axe: ["folded", "unfolded"] },
  { name: "narrow phone", width: 320, height: 700, axe: [] },
] as const;

const rules: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};

/**
 * Opens a page as a file in a real Chromium, on three screens and with everything folded and unfolded, and says what is
 * wrong with it.
 *
 * @param pathToIndexHtml the page's file
 * @throws Error when this machine has no Chromium: ask `findChromium` first
 */
export async function checkPage(pathToIndexHtml: string): Promise<PageFaults> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("checkPage: no Chromium found; set CHROMIUM to the path of one");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const faults: PageFaults[] = [];
    for (const screen of screens)
      faults.push(await onScreen(browser, pathToFileURL(resolve(pathToIndexHtml)).href, screen));
    const all = (name: keyof PageFaults) => faults.flatMap((of) => of[name]);
    return {
      accessibility: all("accessibility"),
      requests: all("requests"),
      sideways: all("sideways"),
      smallText: all("smallText"),
      complaints: all("complaints"),
    };
  } finally {
    await browser.close();
  }
}

async function onScreen(
  browser: Browser,
  url: string,
  { name, width, height, axe }: (typeof screens)[number],
): Promise<PageFaults> {
  // The page's own policy forbids scripts; axe is one.
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true, offline: true });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) requests.push(`${name}: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${name}: ${message.text()}`);
  });
  await page.goto(url);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });

  const accessibility: string[] = [];
  const sideways: string[] = [];
  for (const state of ["folded", "unfolded"] as const) {
    if (state === "unfolded")
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    const { violations } = axe.some((wanted) => wanted === state)
      ? ((await page.evaluate(`axe.run(document, ${JSON.stringify(rules)})`)) as AxeResults)
      : { violations: [] };
    for (const { id, help, nodes } of violations)
      accessibility.push(
        `${name}, ${state}: ${id}: ${help} (${nodes.length}): ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(" | ")}`,
      );
    const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
    if (wide > width) sideways.push(`${name}, ${state}: ${wide} pixels on a screen of ${width}`);
  }
  const smallest = (await page.evaluate(`Math.min(...[...document.querySelectorAll("svg text")]
    .filter((text) => text.checkVisibility())
    .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a))`)) as number;
  const smallText = width >= 390 && smallest < 11 ? [`${name}: ${smallest} pixels`] : [];
  await context.close();
  return { accessibility, requests, sideways, smallText, complaints };
}
