import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCache } from "../../src/cache/index.ts";
import { newFolder } from "../loopback.ts";

// sha256sum (GNU coreutils 9.1): printf '{}' | sha256sum
const hashOfBraces = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
const address = "https://portal.test/api";

describe("the cache", () => {
  it("makes nothing on disk before something is kept", async () => {
    const folder = join(newFolder(), "cache");
    const cache = openCache(folder);
    expect([await cache.known(address), await cache.state(hashOfBraces)]).toEqual([null, "missing"]);
    expect(existsSync(folder)).toBe(false);
  });

  it("keeps content under the name of its own hash, and knows the address that it came from", async () => {
    const cache = openCache(newFolder());
    const known = await cache.keepText(address, "{}", "2026-11-28T15:20:43.000Z");
    expect(known).toEqual({
      address,
      sha256: hashOfBraces,
      bytes: 2,
      etag: null,
      lastModified: null,
      fetched: "2026-11-28T15:20:43.000Z",
    });
    expect(await cache.known(address)).toEqual(known);
    expect(readFileSync(cache.pathOf(hashOfBraces), "utf8")).toBe("{}");
    expect(await cache.state(hashOfBraces)).toBe("whole");
  });

  it("sees that bytes were changed", async () => {
    const cache = openCache(newFolder());
    await cache.keepText(address, "{}", null);
    writeFileSync(cache.pathOf(hashOfBraces), "{ }");
    expect(await cache.state(hashOfBraces)).toBe("damaged");
  });

  it.each(["{", "[]", '{"address":"elsewhere","sha256":"x"}'])(
    "forgets an index that it cannot use: %s",
    async (text) => {
      const cache = openCache(newFolder());
      await cache.keepText(address, "{}", null);
      const [file] = readdirSync(join(cache.folder, "index"));
      writeFileSync(join(cache.folder, "index", file!), text);
      expect(await cache.known(address)).toBe(null);
    },
  );
});
