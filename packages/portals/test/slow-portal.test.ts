import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { connect } from "./connect.ts";
import { faultOf } from "./fault-of.ts";
import { loopback, sendFile } from "./loopback.ts";

const csv = Buffer.from("Area,Year,Count\nA1,2020,7\nA2,2020,9\n");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a portal that takes its time", () => {
  it("slow to answer: the time allowed ends it", async () => {
    const { address, asked } = await loopback(() => {});
    const { code, message } = await faultOf(connect({ idleSeconds: 0.05, retries: 1 }).file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual(["timed-out", 2]);
    expect(message).toMatchInlineSnapshot(`
      "[timed-out] http://portal.test/a.csv: connected, but no answer in the time allowed; tried 2 times
        Fix: Try again later, or allow more time: connectSeconds, idleSeconds."
    `);
  });

  it("stops in the middle and stays silent: the time allowed ends it, and the rest is asked for", async () => {
    const { address, asked } = await loopback((request, response, nth) => {
      if (nth === 0) response.writeHead(200, { etag: '"1"', "content-length": csv.length }).write(csv.subarray(0, 20));
      else sendFile(request, response, csv);
    });
    const file = await connect({ idleSeconds: 0.1 }).file(`${address}/a.csv`);
    expect([file.sha256, asked[1]!.headers.range]).toEqual([sha256(csv), "bytes=20-"]);
  });

  it("too many requests: it is left alone for as long as it asks", async () => {
    const { address, asked } = await loopback((request, response, nth) => {
      if (nth === 0) response.writeHead(429, { "retry-after": "1" }).end();
      else sendFile(request, response, csv);
    });
    await connect().file(`${address}/a.csv`);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(1000);
  });
});
