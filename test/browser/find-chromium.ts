import { existsSync } from "node:fs";

/** The Chromium of this machine: `$CHROMIUM`, or where distributions put it; `null` when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  const places = named ? [named] : ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return places.find((path) => existsSync(path)) ?? null;
}
