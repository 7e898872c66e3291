import { createServer } from "node:http";
import { type AddressInfo, connect as connectTo, type Socket } from "node:net";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { connect } from "../connect.ts";
import { loopback, sendFile } from "../loopback.ts";

const csv = Buffer.from("Area,Count\nA1,7\n");

afterEach(() => vi.unstubAllEnvs());

/** A proxy on loopback that leads every name to one server on loopback. */
async function proxyTo(address: string) {
  const led: string[] = [];
  const open = new Set<Socket>();
  const proxy = createServer().on("connect", (request, socket: Socket, head) => {
    led.push(request.url!);
    const onward = connectTo(Number(new URL(address).port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) open.add(end.on("error", () => {}));
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    for (const end of open) end.destroy();
    proxy.close();
  });
  return { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, led };
}

describe("a proxy that the environment names", () => {
  it("is used for portals, and not for this machine", async () => {
    const { address } = await loopback((request, response) => sendFile(request, response, csv));
    const { proxy, led } = await proxyTo(address);
    vi.stubEnv("HTTP_PROXY", proxy);
    vi.stubEnv("NO_PROXY", "example.test");
    const connection = connect();
    expect((await connection.file("http://portal.test/a.csv")).bytes).toBe(csv.length);
    expect(led).toEqual(["portal.test:80"]);
    expect((await connection.file(`${address}/a.csv`)).bytes).toBe(csv.length);
    expect(led.length).toBe(1);
  });
});
