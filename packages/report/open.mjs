import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const width of [1280, 390]) {
const p = await b.newPage({ viewport: { width, height: 1500 }, javaScriptEnabled: true });
await p.goto("file:///tmp/out/index.html");
await p.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
await p.screenshot({ path: `/tmp/shot/open-${width}.png` });
await p.evaluate(() => document.querySelector("#chart-aged-75-and-over").scrollIntoView({behavior:"instant"}));
await p.screenshot({ path: `/tmp/shot/open2-${width}.png` });
await p.evaluate(() => document.querySelector("#sources-methods-and-editions").scrollIntoView({behavior:"instant"}));
await p.screenshot({ path: `/tmp/shot/open3-${width}.png` });
}
await b.close();
