import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A server on this machine, and what it was asked. */
export interface Loopback {
  readonly address: string;
  readonly asked: readonly { readonly url: string; readonly headers: IncomingHttpHeaders; readonly at: number }[];
}

/** Answers a request; `nth` counts those before it, from 0. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** Starts a server on loopback that stops when the test is over. */
export async function loopback(answer: Answerer): Promise<Loopback> {
  const asked: { url: string; headers: IncomingHttpHeaders; at: number }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers, at: performance.now() });
    answer(request, response, asked.length - 1);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** An address on loopback where nobody listens. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** A new folder that is gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "popneeds-portals-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Options that keep tests short: the same rules, other seconds. */
export const quick = {
  requestsPerSecond: 1000,
  connectSeconds: 1,
  idleSeconds: 0.25,
  retries: 3,
  backOffSeconds: 0.002,
  longestWaitSeconds: 2,
};

/** The date that these servers say it is. */
export const date = "Sat, 28 Nov 2026 15:20:43 GMT";

/** Sends a file as a well-kept server does: length, version, ranges and conditions. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  { etag = '"1"', type = "text/csv" }: { readonly etag?: string; readonly type?: string } = {},
): void {
  const headers = { date, etag, "content-type": type, "accept-ranges": "bytes" };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  if (from === 0 || request.headers["if-range"] !== etag) {
    response.writeHead(200, { ...headers, "content-length": body.length }).end(body);
    return;
  }
  if (from >= body.length) {
    response.writeHead(416, { ...headers, "content-range": `bytes */${body.length}` }).end();
    return;
  }
  const range = `bytes ${from}-${body.length - 1}/${body.length}`;
  response.writeHead(206, { ...headers, "content-range": range, "content-length": body.length - from });
  response.end(body.subarray(from));
}

/** Sends the beginning of what was announced, and breaks the connection. */
export function cutOff(response: ServerResponse, headers: Record<string, string | number>, sent: Uint8Array): void {
  response.writeHead(200, { date, ...headers });
  // Long enough for what was sent to be taken before the end is seen: what a reader has not taken, it loses.
  response.write(sent, () => setTimeout(() => response.socket?.end(), 60));
}
