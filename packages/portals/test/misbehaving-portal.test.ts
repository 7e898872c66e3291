import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { connect } from "./connect.ts";
import { faultOf } from "./fault-of.ts";
import { cutOff, loopback, newFolder, nobody, sendFile } from "./loopback.ts";

const csv = Buffer.from("Area,Year,Count\nA1,2020,7\nA2,2020,9\n");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a portal that misbehaves", () => {
  it("cut off: the rest is asked for, of the same version, and the file is whole", async () => {
    const { address, asked } = await loopback((request, response, nth) => {
      if (nth === 0) cutOff(response, { etag: '"1"', "content-length": csv.length }, csv.subarray(0, 20));
      else sendFile(request, response, csv);
    });
    const file = await connect().file(`${address}/a.csv`);
    expect([asked[1]!.headers.range, asked[1]!.headers["if-range"]]).toEqual(["bytes=20-", '"1"']);
    expect([file.sha256, file.bytes, readFileSync(file.path, "utf8")]).toEqual([sha256(csv), 36, csv.toString()]);
  });

  it("cut off, and changed meanwhile: all is asked for again, and the two are not mixed", async () => {
    const later = Buffer.from("Area,Year,Count\nA1,2021,1\n");
    const { address } = await loopback((request, response, nth) => {
      if (nth === 0) cutOff(response, { etag: '"1"', "content-length": csv.length }, csv.subarray(0, 20));
      else sendFile(request, response, later, { etag: '"2"' });
    });
    const file = await connect().file(`${address}/a.csv`);
    expect(readFileSync(file.path, "utf8")).toBe(later.toString());
  });

  it("cut off, and names no version: nothing is joined, all is asked for again", async () => {
    const { address, asked } = await loopback((_, response, nth) => {
      if (nth === 0) cutOff(response, { "content-length": csv.length }, csv.subarray(0, 20));
      else response.end(csv);
    });
    const file = await connect().file(`${address}/a.csv`);
    expect([file.sha256, asked[1]!.headers.range]).toEqual([sha256(csv), undefined]);
  });

  it("cut off, and a weak ETag only: the date of the last change stands for the version", async () => {
    const changed = "Fri, 27 Nov 2026 10:00:00 GMT";
    const { address, asked } = await loopback((_, response, nth) => {
      const headers = { etag: 'W/"1"', "last-modified": changed };
      if (nth === 0) cutOff(response, { ...headers, "content-length": csv.length }, csv.subarray(0, 20));
      else
        response
          .writeHead(206, { ...headers, "content-range": `bytes 20-35/36`, "content-length": 16 })
          .end(csv.subarray(20));
    });
    const file = await connect().file(`${address}/a.csv`);
    expect([file.sha256, asked[1]!.headers["if-range"]]).toEqual([sha256(csv), changed]);
  });

  it("cut off for good: a later run goes on where this one ended, and the cache is as it was", async () => {
    const cache = newFolder();
    let stops = true;
    const { address, asked } = await loopback((request, response, nth) => {
      const sent = csv.subarray(0, 10 + nth);
      if (stops) cutOff(response, { etag: '"1"', "content-length": csv.length }, sent);
      else sendFile(request, response, csv);
    });
    const { code, message } = await faultOf(connect({ cache, retries: 0 }).file(`${address}/a.csv`));
    expect(code).toBe("cut-off");
    expect(message).toMatchInlineSnapshot(`
      "[cut-off] http://portal.test/a.csv: the connection broke before the answer was whole (UND_ERR_SOCKET); 10 of 36 bytes came
        Fix: Run it again: what has come is kept, and only the rest is asked for where the portal allows it."
    `);
    expect([existsSync(join(cache, "content")), existsSync(join(cache, "index"))]).toEqual([false, false]);
    stops = false;
    // Another process would take the part over by its name; here this one gives it up and takes it again.
    const file = await connect({ cache }).file(`${address}/a.csv`);
    expect([asked[1]!.headers.range, file.sha256]).toEqual(["bytes=10-", sha256(csv)]);
    expect(readdirSync(join(cache, "partial"))).toEqual([]);
  });

  it("another part than the one asked for: begun again", async () => {
    const { address } = await loopback((request, response, nth) => {
      if (nth === 0) cutOff(response, { etag: '"1"', "content-length": csv.length }, csv.subarray(0, 20));
      else if (nth === 1)
        response.writeHead(206, { etag: '"1"', "content-range": "bytes 10-35/36" }).end(csv.subarray(10));
      else sendFile(request, response, csv);
    });
    expect((await connect().file(`${address}/a.csv`)).sha256).toBe(sha256(csv));
  });

  it("announces more than it has: refused once the rest proves not to be there", async () => {
    const { address } = await loopback((request, response, nth) => {
      if (nth === 0) cutOff(response, { etag: '"1"', "content-length": 50 }, csv);
      else sendFile(request, response, csv);
    });
    const { code, message } = await faultOf(connect().file(`${address}/a.csv`));
    expect(code).toBe("wrong-length");
    expect(message).toMatchInlineSnapshot(`
      "[wrong-length] http://portal.test/a.csv: the portal says that the file has 50 bytes, and sends 36; tried 2 times
        Fix: Do not use it: it may not be whole. Try again later, and report it to the publisher if it stays so."
    `);
  });

  it("announces more than it sends, every time at the same byte: it is the length that is wrong", async () => {
    const { address, asked } = await loopback((_, response) => cutOff(response, { "content-length": 50 }, csv));
    const { code, message } = await faultOf(connect().file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual(["wrong-length", 4]);
    expect(message).toContain("has 50 bytes, and sends 36; tried 4 times");
  });

  it("asks to be left alone for longer than is allowed: the call ends at once and says so", async () => {
    const { address, asked } = await loopback((_, response) => {
      response.writeHead(503, { "retry-after": "3600" }).end();
    });
    const { code, message } = await faultOf(connect().file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual(["portal-unavailable", 1]);
    expect(message).toMatchInlineSnapshot(`
      "[portal-unavailable] http://portal.test/a.csv: the portal answers 503; it asks to be left alone for 3600 seconds
        Fix: Run it again after that time, or allow the wait: longestWaitSeconds."
    `);
  });

  it("500, twice, then success", async () => {
    const { address, asked } = await loopback((request, response, nth) => {
      if (nth < 2) response.writeHead(500).end("oh");
      else sendFile(request, response, csv);
    });
    expect((await connect().file(`${address}/a.csv`)).sha256).toBe(sha256(csv));
    expect(asked.length).toBe(3);
  });

  it("500 for ever: given up, after longer and longer waits", async () => {
    const { address, asked } = await loopback((_, response) => response.writeHead(500).end());
    const { code, message } = await faultOf(connect({ backOffSeconds: 0.04 }).file(`${address}/a.csv`));
    expect(code).toBe("portal-unavailable");
    expect(message).toMatchInlineSnapshot(`
      "[portal-unavailable] http://portal.test/a.csv: the portal answers 500; tried 4 times
        Fix: Try again later; what is in the cache can be used meanwhile with offline."
    `);
    // Waits of at least 40, 80 and 160 ms: 0.04 s doubled.
    const waits = asked.slice(1).map(({ at }, i) => at - asked[i]!.at);
    expect(waits.map((wait, i) => wait >= 40 * 2 ** i - 1)).toEqual([true, true, true]);
  });

  it.each([
    [400, "http-error"],
    [403, "http-error"],
    [404, "not-on-portal"],
    [410, "not-on-portal"],
  ])("%i: not tried again", async (status, expected) => {
    const { address, asked } = await loopback((_, response) => response.writeHead(status).end());
    const { code } = await faultOf(connect().file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual([expected, 1]);
  });

  it.each([
    ["with its type", "text/html; charset=utf-8"],
    ["that calls itself CSV", "text/csv"],
  ])("a web page in place of data, %s: refused", async (_, type) => {
    const { address, asked } = await loopback((_, response) => {
      response
        .writeHead(200, { "content-type": type })
        .end("\n<!DOCTYPE html>\n<html><body>Under repair</body></html>");
    });
    const { code, message } = await faultOf(connect().file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual(["html-instead-of-data", 1]);
    expect(message).toMatchInlineSnapshot(`
      "[html-instead-of-data] http://portal.test/a.csv: a web page came where data were expected
        Fix: Open the address in a browser: the portal may be under repair, or your network may want you to log in."
    `);
  });

  it("no bytes at all: refused", async () => {
    const { address } = await loopback((_, response) => response.end());
    expect((await faultOf(connect().file(`${address}/a.csv`))).code).toBe("empty-answer");
  });

  it("a gzip file that is cut off at the portal: refused, though its length is right", async () => {
    const whole = gzipSync(Buffer.from("Area,Count\n".repeat(500)));
    const { address } = await loopback((_, response) => response.end(whole.subarray(0, whole.length - 9)));
    const { code, message } = await faultOf(connect().file(`${address}/a.csv.gz`));
    expect(code).toBe("truncated-gzip");
    expect(message).toMatchInlineSnapshot(`
      "[truncated-gzip] http://portal.test/a.csv.gz: what came is compressed, and cannot be unpacked to its end
        Fix: It was cut off, or damaged, at the portal: try again later, and report it to the publisher if it stays so."
    `);
    const { address: other } = await loopback((_, response) => response.end(whole));
    expect((await connect().file(`${other}/a.csv.gz`)).sha256).toBe(sha256(whole));
  });

  it("packs the answer although asked not to: unpacked; and refused if the packing is cut off", async () => {
    const packed = gzipSync(csv);
    const { address } = await loopback((request, response) => {
      const body = request.url === "/whole.csv" ? packed : packed.subarray(0, packed.length - 9);
      response.writeHead(200, { "content-encoding": "gzip", "content-length": body.length }).end(body);
    });
    const connection = connect();
    expect((await connection.file(`${address}/whole.csv`)).sha256).toBe(sha256(csv));
    expect((await faultOf(connection.file(`${address}/cut.csv`))).code).toBe("truncated-gzip");
    expect((await connection.answer(`${address}/whole.csv`)).text).toBe(csv.toString());
    expect((await faultOf(connection.answer(`${address}/cut.csv`))).code).toBe("truncated-gzip");
  });

  it("packs the answer in a way that is not known: refused", async () => {
    const { address } = await loopback((_, response) => {
      response.writeHead(200, { "content-encoding": "zstd" }).end(csv);
    });
    const connection = connect();
    expect((await faultOf(connection.file(`${address}/a.csv`))).code).toBe("http-error");
    expect((await faultOf(connection.answer(`${address}/api`))).code).toBe("http-error");
    // Bodies that nobody reads do not keep a program from ending.
    await connection.close();
  });

  it.each([
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("packs the answer by %s: unpacked, and refused if it is cut off", async (encoding, pack) => {
    const packed = pack(csv);
    const { address } = await loopback((request, response) => {
      const body = request.url === "/whole.csv" ? packed : packed.subarray(0, packed.length - 3);
      response.writeHead(200, { "content-encoding": encoding }).end(body);
    });
    const connection = connect({ retries: 0 });
    expect((await connection.file(`${address}/whole.csv`)).sha256).toBe(sha256(csv));
    expect((await faultOf(connection.file(`${address}/cut.csv`))).code).toBe("truncated-gzip");
  });

  it("sends on for ever: given up after five", async () => {
    const { address, asked } = await loopback((_, response, nth) => {
      response.writeHead(302, { location: `/${nth}` }).end();
    });
    const { code } = await faultOf(connect().file(`${address}/a.csv`));
    expect([code, asked.length]).toEqual(["too-many-redirections", 6]);
  });

  it("sends on to a file of this machine: refused", async () => {
    const { address } = await loopback((_, response) => {
      response.writeHead(302, { location: "file:///etc/hostname" }).end();
    });
    expect((await faultOf(connect().file(`${address}/a.csv`))).code).toBe("no-web-address");
  });

  it("is not there: tried again, then said", async () => {
    const { code, message } = await faultOf(connect().file(`${await nobody()}/a.csv`));
    expect(code).toBe("no-connection");
    expect(message).toMatchInlineSnapshot(`
      "[no-connection] http://portal.test/a.csv: no connection could be made (ECONNREFUSED); tried 4 times
        Fix: Check the network. Behind a proxy set HTTPS_PROXY; where a firewall opens connections set NODE_EXTRA_CA_CERTS."
    `);
  });

  it("fails for a file that was fetched before: the earlier content stays whole", async () => {
    const { address } = await loopback((request, response, nth) => {
      if (nth === 0) sendFile(request, response, csv);
      else cutOff(response, { etag: '"2"', "content-length": 900 }, Buffer.from("Area"));
    });
    const cache = newFolder();
    const { path } = await connect({ cache }).file(`${address}/a.csv`);
    expect((await faultOf(connect({ cache, retries: 0 }).file(`${address}/a.csv`))).code).toBe("cut-off");
    expect(readFileSync(path)).toEqual(csv);
    expect((await connect({ cache, offline: true }).file(`${address}/a.csv`)).sha256).toBe(sha256(csv));
  });
});
