import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import PQueue from "p-queue";
import pRetry from "p-retry";
import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { truncated, wrongLength } from "./body-faults.ts";
import { decoder, isUnpackingError } from "./decoder.ts";
import { type Downloaded, download, type Version } from "./download.ts";
import { connectionFault, FailedAttempt } from "./failed-attempt.ts";
import { dropPart, type Part, releasePart, takePart } from "./part.ts";
import { type PoliteOptions, politeOptions } from "./polite-options.ts";
import { send } from "./send.ts";

/** An answer of an interface, whole and in memory. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  /** The portal's own time of the answer; `null` where it sends none. */
  readonly fetched: string | null;
}

/** Sends requests politely: few at once, slowly, again after a passing fault, and not for ever. */
export interface Transport {
  /** An answer in memory, whatever its status, but for a busy portal's. */
  answer(address: string): Promise<Answer>;
  /**
   * A file, streamed to disk. `use` gets it and takes it away; afterwards nothing of it is left.
   * @returns what `use` gives; `null` when the portal has no other version than the known one
   */
  download<Used>(
    address: string,
    folder: string,
    known: Version | null,
    use: (file: Downloaded) => Promise<Used>,
  ): Promise<Used | null>;
  /** Closes all connections. */
  close(): Promise<void>;
}

/**
 * A polite transport over HTTP and HTTPS. No socket is opened before the first request.
 *
 * It keeps to a rate for each host, and to one request at a time. A fault that may pass (429, 5xx, a connection that fails,
 * breaks or stalls) is tried again after a wait that doubles, with jitter, and is never shorter than `Retry-After`. Another
 * 4xx never is. A proxy is taken from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; this machine itself is never asked by proxy.
 *
 * @param options see `PoliteOptions`
 */
export function openTransport(options: PoliteOptions = {}): Transport {
  const polite = politeOptions(options);
  const queues = new Map<string, PQueue>();
  let agent: Dispatcher | null = null;
  const dispatcher = () => {
    agent ??= agentFor(polite);
    return agent;
  };
  const headers = { "user-agent": polite.userAgent, accept: "*/*", "accept-encoding": "identity" };

  async function tried<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    const queue = queueFor(queues, address, polite);
    let attempts = 0;
    try {
      return await pRetry(
        () => {
          attempts++;
          return queue.add(attempt);
        },
        {
          retries: polite.retries,
          minTimeout: polite.backOffSeconds * 1000,
          maxTimeout: Math.max(60, polite.backOffSeconds) * 1000,
          factor: 2,
          randomize: true,
          shouldRetry: ({ error }) => error instanceof FailedAttempt && error.passing,
          onFailedAttempt: ({ error, retriesLeft }) =>
            retriesLeft === 0 ? undefined : waitAsAsked(error, queue, polite.longestWaitSeconds),
        },
      );
    } catch (error) {
      throw error instanceof FailedAttempt ? error.final(attempts) : error;
    }
  }

  return Object.freeze({
    answer: (address: string) => tried(address, () => readAnswer(address, headers, dispatcher())),
    async download<Used>(
      address: string,
      folder: string,
      known: Version | null,
      use: (file: Downloaded) => Promise<Used>,
    ): Promise<Used | null> {
      const part = await takePart(folder, address);
      try {
        const file = await tried(address, () => download(address, part, known, headers, dispatcher()));
        const used = file === null ? null : await use(file);
        await dropPart(part);
        return used;
      } catch (error) {
        await setAside(part);
        throw stopsShort(part) ? wrongLength(address, part.total!, part.stops[0]!).final(part.stops.length) : error;
      }
    },
    close: async () => {
      // Not close(), which would wait for a body that nobody reads any more.
      await agent?.destroy();
    },
  });
}

/** Whether every attempt ended at the same byte: then it is not the connection that breaks. */
function stopsShort({ stops, total }: Part): boolean {
  return total !== null && stops.length > 1 && new Set(stops).size === 1;
}

/** Keeps what a later run can go on from, and nothing else. */
function setAside(part: Part): Promise<void> {
  const unfinished = part.validator !== null && part.bytes > 0 && part.total !== null && part.bytes < part.total;
  return unfinished ? releasePart(part, { keep: true }) : dropPart(part);
}

async function readAnswer(
  address: string,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
): Promise<Answer> {
  const { status, headers: answered, body } = await send(address, headers, dispatcher);
  try {
    const chunks: Buffer[] = [];
    const collect = async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) chunks.push(chunk);
    };
    const unpacked = decoder(address, answered["content-encoding"]);
    await (unpacked ? pipeline(body, unpacked, collect) : pipeline(body, collect));
    const date = Date.parse(answered["date"] ?? "");
    return {
      status,
      text: Buffer.concat(chunks).toString("utf8"),
      contentType: answered["content-type"] ?? "",
      fetched: Number.isNaN(date) ? null : new Date(date).toISOString(),
    };
  } catch (error) {
    if (error instanceof FailedAttempt) throw error;
    throw isUnpackingError(error) ? truncated(address, { passing: true }) : connectionFault(address, error);
  }
}

/** Leaves the whole host alone for as long as it asks. */
async function waitAsAsked(error: Error, queue: PQueue, longest: number): Promise<void> {
  if (!(error instanceof FailedAttempt) || !error.passing || error.wait === 0) return;
  if (error.wait > longest)
    throw new FailedAttempt({
      code: error.fault.code,
      message: `${error.fault.message}; it asks to be left alone for ${Math.ceil(error.wait)} seconds`,
      fix: "Run it again after that time, or allow the wait: longestWaitSeconds.",
    });
  queue.pause();
  await sleep(error.wait * 1000);
  queue.start();
}

function queueFor(
  queues: Map<string, PQueue>,
  address: string,
  { atOnce, requestsPerSecond }: Required<PoliteOptions>,
) {
  const host = URL.canParse(address) ? new URL(address).host : "";
  const queue =
    queues.get(host) ??
    new PQueue({ concurrency: atOnce, intervalCap: 1, interval: 1000 / requestsPerSecond, strict: true });
  queues.set(host, queue);
  return queue;
}

function agentFor({ connectSeconds, idleSeconds }: Required<PoliteOptions>): Dispatcher {
  const options = {
    connect: { timeout: connectSeconds * 1000 },
    headersTimeout: idleSeconds * 1000,
    bodyTimeout: idleSeconds * 1000,
  };
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, NO_PROXY, no_proxy } = process.env;
  if (!(HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy)) return new Agent(options);
  const noProxy = [no_proxy ?? NO_PROXY ?? "", "localhost", "127.0.0.1", "[::1]"].filter(Boolean).join(",");
  return new EnvHttpProxyAgent({ ...options, noProxy });
}
