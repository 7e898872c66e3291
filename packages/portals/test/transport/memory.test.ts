import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { openConnection } from "../../src/index.ts";
import { loopback, newFolder, quick } from "../loopback.ts";

const chunk = Buffer.alloc(1 << 20, "Area,Year,Count\n");
const [small, large] = [64, 200];

it("memory stays flat while 200 MB come: they go to disk as they come", async () => {
  const { address } = await loopback((request, response) => {
    const times = request.url === "/large.csv" ? large : small;
    response.writeHead(200, { "content-length": chunk.length * times });
    let sent = 0;
    const more = () => {
      while (sent < times) {
        sent++;
        if (!response.write(chunk)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  });
  const connection = openConnection({ ...quick, idleSeconds: 30, cache: newFolder() });
  // A process that has fetched nothing yet grows once by its buffers and compiled code, whatever the size.
  await connection.file(`${address}/small.csv`);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const file = await connection.file(`${address}/large.csv`);
  clearInterval(watch);
  await connection.close();
  const hash = createHash("sha256");
  for (let i = 0; i < large; i++) hash.update(chunk);
  // 200 × 1,048,576 bytes = 209,715,200.
  expect([file.bytes, statSync(file.path).size, file.sha256]).toEqual([209715200, 209715200, hash.digest("hex")]);
  expect((most - before) / 1e6, "MB of growth").toBeLessThan(64);
});
