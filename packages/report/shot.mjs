import { chromium } from "playwright-core";

const path = process.argv[2] ?? "/tmp/out/index.html";
const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
for (const [name, width] of [
  ["w1280", 1280],
  ["w390", 390],
]) {
  const p = await b.newPage({ viewport: { width, height: 900 } });
  await p.goto(`file://${path}`);
  const h = await p.evaluate(() => document.documentElement.scrollHeight);
  let y = 0,
    i = 0;
  const step = width === 390 ? 2200 : 1500;
  await p.setViewportSize({ width, height: step });
  while (y < h && i < 9) {
    await p.evaluate((y) => window.scrollTo({ top: y, behavior: "instant" }), y);
    await p.waitForTimeout(80);
    await p.screenshot({ path: `/tmp/shot/${name}-${i}.png` });
    y += step;
    i++;
  }
  if (width === 1280) await p.pdf({ path: "/tmp/shot/page.pdf", preferCSSPageSize: true });
  await p.close();
}
await b.close();
