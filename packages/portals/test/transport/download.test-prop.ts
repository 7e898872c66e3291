import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openConnection } from "../../src/index.ts";
import { newFolder, quick, sendFile } from "../loopback.ts";

it("a file is the same bytes wherever, and however often, it was cut off on its way", async () => {
  const breaks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
  let [body, cuts, nth] = [Buffer.alloc(0), [] as readonly number[], 0];
  const server = createServer((request, response) => {
    const cut = cuts[nth++];
    if (cut === undefined) return sendFile(request, response, body);
    const asked = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const to = asked + Math.floor(cut * (body.length - asked));
    response.writeHead(asked === 0 ? 200 : 206, {
      etag: '"1"',
      "content-length": body.length - asked,
      ...(asked === 0 ? {} : { "content-range": `bytes ${asked}-${body.length - 1}/${body.length}` }),
    });
    response.flushHeaders();
    response.write(body.subarray(asked, to), () => setTimeout(() => response.socket?.end(), 3));
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const cache = newFolder();
  const connection = openConnection({ ...quick, cache, retries: 6, backOffSeconds: 0 });
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), breaks, async (bytes, where) => {
      // A first byte that no gzip and no web page has.
      [body, cuts, nth] = [Buffer.concat([Buffer.from("A"), bytes]), where, 0];
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${files++}`;
      const { sha256 } = await connection.file(address);
      expect(sha256).toBe(createHash("sha256").update(body).digest("hex"));
    }),
    { numRuns: 40 },
  );
  await connection.close();
  server.closeAllConnections();
  server.close();
});
