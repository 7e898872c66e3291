import { createHash } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openConnection } from "../src/index.ts";
import { connect } from "./connect.ts";
import { faultOf } from "./fault-of.ts";
import { date, loopback, newFolder, sendFile } from "./loopback.ts";

const csv = Buffer.from("Area,Year,Count\nA1,2020,7\nA2,2020,9\n");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** How many sockets this process tried to open while something ran. */
async function socketsDuring(run: () => Promise<unknown>): Promise<number> {
  let opened = 0;
  const count = () => {
    opened++;
  };
  subscribe("net.client.socket", count);
  try {
    await run();
  } finally {
    unsubscribe("net.client.socket", count);
  }
  return opened;
}

describe("a file", () => {
  it("comes with its bytes, its hash and the portal's date", async () => {
    const { address, asked } = await loopback((request, response) => sendFile(request, response, csv));
    const file = await connect().file(`${address}/a.csv`);
    expect({ ...file, path: readFileSync(file.path, "utf8") }).toEqual({
      path: csv.toString(),
      sha256: sha256(csv),
      bytes: 36, // 16 + 10 + 10, counted
      fetched: "2026-11-28T15:20:43.000Z",
      from: "portal",
    });
    expect(asked[0]!.headers["user-agent"]).toMatch(/^popneeds\/\d+\.\d+\.\d+ /);
    expect(asked[0]!.headers["accept-encoding"]).toBe("identity");
  });

  it("is asked for again only if it changed, and then replaces nothing: both versions stay", async () => {
    let body = csv;
    let etag = '"1"';
    const { address, asked } = await loopback((request, response) => sendFile(request, response, body, { etag }));
    const connection = connect();
    const first = await connection.file(`${address}/a.csv`);
    const again = await connection.file(`${address}/a.csv`);
    expect(asked[1]!.headers["if-none-match"]).toBe('"1"');
    expect(again).toEqual({ ...first, from: "cache" });
    [body, etag] = [Buffer.from("Area,Year,Count\nA1,2020,8\n"), '"2"'];
    const changed = await connection.file(`${address}/a.csv`);
    expect([changed.from, changed.sha256]).toEqual(["portal", sha256(body)]);
    expect(readFileSync(first.path)).toEqual(csv);
  });

  it("that is asked for by its hash is taken from the cache without a request", async () => {
    const { address, asked } = await loopback((request, response) => sendFile(request, response, csv));
    const connection = connect();
    await connection.file(`${address}/a.csv`);
    const file = await connection.file(`${address}/elsewhere.csv`, { sha256: sha256(csv) });
    expect([file.from, asked.length]).toEqual(["cache", 1]);
  });

  it("whose bytes were damaged in the cache is fetched again, whole", async () => {
    const { address, asked } = await loopback((request, response) => sendFile(request, response, csv));
    const connection = connect();
    const { path } = await connection.file(`${address}/a.csv`);
    writeFileSync(path, "Area,Year,Count\nA1,2020,70\n");
    const file = await connection.file(`${address}/a.csv`, { sha256: sha256(csv) });
    expect([file.from, readFileSync(file.path, "utf8")]).toEqual(["portal", csv.toString()]);
    expect(asked[1]!.headers["if-none-match"]).toBeUndefined();
  });

  it("that is not what was pinned is refused, and says what to do", async () => {
    const { address } = await loopback((request, response) => sendFile(request, response, csv));
    const pinned = sha256(Buffer.from("other"));
    const { code, message } = await faultOf(connect().file(`${address}/a.csv`, { name: "deaths", sha256: pinned }));
    expect(code).toBe("changed-hash");
    expect(message).toMatchInlineSnapshot(`
      "[changed-hash] deaths: what http://portal.test/a.csv gives is no longer what the lock file pins
        pinned sha256 d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa
        found  sha256 0d5f651175ac813540f4f965a19b799b213f9029a04dc515321e5526e0d79069
        Fix: See popneeds outdated. To use what is there now, move the pin: popneeds fetch deaths --accept-new."
    `);
  });

  it("without a date of the portal has none: this machine's clock is not asked", async () => {
    const { address } = await loopback((_, response) => {
      response.sendDate = false;
      response.end(csv);
    });
    expect((await connect().file(`${address}/a.csv`)).fetched).toBe(null);
  });

  it("follows redirections, to another address of the same version of HTTP", async () => {
    const { address, asked } = await loopback((request, response, nth) => {
      if (nth < 2) response.writeHead(302, { location: `/moved-${nth}.csv` }).end();
      else sendFile(request, response, csv);
    });
    const file = await connect().file(`${address}/a.csv`);
    expect([file.sha256, asked.map(({ url }) => url)]).toEqual([
      sha256(csv),
      ["/a.csv", "/moved-0.csv", "/moved-1.csv"],
    ]);
  });
});

describe("offline", () => {
  it("opens no socket, and names what is missing", async () => {
    const { address, asked } = await loopback((request, response) => sendFile(request, response, csv));
    const cache = newFolder();
    // The same measure, online, sees a socket: so it would see one.
    expect(await socketsDuring(() => connect({ cache }).file(`${address}/a.csv`))).toBe(1);
    const offline = connect({ cache, offline: true });
    const opened = await socketsDuring(async () => {
      expect((await offline.file(`${address}/a.csv`)).from).toBe("cache");
      expect(await faultOf(offline.file(`${address}/b.csv`, { name: "beds" }))).toMatchInlineSnapshot(`
        {
          "code": "offline-missing",
          "message": "[offline-missing] beds: not in the cache, and offline nothing is fetched: http://portal.test/b.csv
          Fix: Run it once without offline, or name the cache that has it.",
        }
      `);
      expect((await faultOf(offline.answer(`${address}/api`))).code).toBe("offline-missing");
      const pinned = await faultOf(offline.file(`${address}/a.csv`, { name: "deaths", sha256: "0".repeat(64) }));
      expect(pinned.message).toContain(`deaths: not in the cache`);
      expect(pinned.message).toContain("0".repeat(64));
    });
    expect([opened, asked.length]).toEqual([0, 1]);
  });

  it("refuses content that was damaged", async () => {
    const { address } = await loopback((request, response) => sendFile(request, response, csv));
    const cache = newFolder();
    const { path } = await connect({ cache }).file(`${address}/a.csv`);
    writeFileSync(path, "damaged");
    const { code, message } = await faultOf(connect({ cache, offline: true }).file(`${address}/a.csv`));
    expect(code).toBe("damaged-content");
    expect(message).toMatchInlineSnapshot(`
      "[damaged-content] http://portal.test/a.csv: the bytes in the cache are not those that were fetched from http://portal.test/a.csv, and offline they cannot be fetched again
        Fix: Run it once without offline."
    `);
  });

  it("gives the answer of an interface that was last given, with the date of that time", async () => {
    const { address } = await loopback((_, response) => response.setHeader("date", date).end('{"n":1}'));
    const cache = newFolder();
    const online = await connect({ cache }).answer(`${address}/api`);
    expect(await connect({ cache, offline: true }).answer(`${address}/api`)).toEqual(online);
    expect(online).toEqual({ status: 200, text: '{"n":1}', fetched: "2026-11-28T15:20:43.000Z" });
  });
});

describe("politeness", () => {
  it("one request at a time at one host, and no more than the rate", async () => {
    let [under, most] = [0, 0];
    const { address, asked } = await loopback((_, response) => {
      most = Math.max(most, ++under);
      setTimeout(() => {
        under--;
        response.end("{}");
      }, 10);
    });
    const connection = connect({ requestsPerSecond: 20 });
    await Promise.all([1, 2, 3, 4].map((n) => connection.answer(`${address}/${n}`)));
    expect(most).toBe(1);
    // 20 a second: 50 ms from one beginning to the next; a few ms are the way to the server.
    const gaps = asked.slice(1).map(({ at }, i) => at - asked[i]!.at);
    expect(Math.min(...gaps)).toBeGreaterThan(40);
  });

  it.each([
    ["requestsPerSecond", 0],
    ["atOnce", 0],
    ["idleSeconds", Number.NaN],
    ["retries", -1],
  ])("%s cannot be %d", async (name, value) => {
    const { code, message } = await faultOf(() => openConnection({ [name]: value }));
    expect(code).toBe("odd-option");
    expect(message).toContain(name);
  });
});
