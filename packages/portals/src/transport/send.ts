import { type Dispatcher, request } from "undici";
import { connectionFault, FailedAttempt } from "./failed-attempt.ts";
import { retryAfter } from "./retry-after.ts";

/** An answer whose body has not been read. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Dispatcher.ResponseData["body"];
}

/**
 * Sends one GET request and follows redirections, at most five, never from https to http.
 *
 * @returns the answer, if it is not a busy portal's
 * @throws FailedAttempt passing for 429, 5xx and faults of the connection
 */
export async function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
): Promise<Response> {
  let at = webAddress(address);
  for (let redirections = 0; redirections <= 5; redirections++) {
    const response = await once(at, headers, dispatcher);
    const to = response.headers["location"];
    if (![301, 302, 303, 307, 308].includes(response.status) || to === undefined) return checked(response, address);
    await response.body.dump();
    const next = webAddress(to, at);
    if (at.protocol === "https:" && next.protocol === "http:")
      throw new FailedAttempt({
        code: "unsafe-redirection",
        message: `${address}: the portal sends on from https to ${next.href}, where anyone could change the data`,
        fix: "Open the address in a browser, and report it to the publisher.",
      });
    at = next;
  }
  throw new FailedAttempt({
    code: "too-many-redirections",
    message: `${address}: the portal sent on more than five times, last to ${at.href}`,
    fix: "Open the address in a browser: the data may have moved.",
  });
}

async function once(at: URL, headers: Readonly<Record<string, string>>, dispatcher: Dispatcher): Promise<Response> {
  try {
    const { statusCode, headers: answered, body } = await request(at, { method: "GET", headers, dispatcher });
    const single = Object.entries(answered).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
    return { status: statusCode, headers: Object.fromEntries(single), body };
  } catch (error) {
    throw connectionFault(at.href, error);
  }
}

async function checked(response: Response, address: string): Promise<Response> {
  const { status, headers, body } = response;
  if (status !== 429 && status < 500) return response;
  await body.dump();
  const busy = status === 429;
  throw new FailedAttempt(
    {
      code: "portal-unavailable",
      message: `${address}: the portal answers ${status}${busy ? ", too many requests" : ""}`,
      fix: busy
        ? "Ask less often: lower requestsPerSecond, or wait some minutes."
        : "Try again later; what is in the cache can be used meanwhile with offline.",
    },
    { passing: true, wait: retryAfter(headers) },
  );
}

function webAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return url;
  throw new FailedAttempt({
    code: "no-web-address",
    message: `"${address}" is not an address that begins with https:// or http://`,
    fix: "Correct the address, in the call or in popneeds.lock.json.",
  });
}
