import { type Fault, PopneedsError } from "@popneeds/core";

/** One attempt at a request that failed, and whether another may succeed. */
export class FailedAttempt extends Error {
  readonly fault: Fault;
  /** Whether the fault may pass: a busy server, a broken connection. */
  readonly passing: boolean;
  /** Seconds that the portal asks to be left alone, if it does. */
  readonly wait: number;

  constructor(
    fault: Fault,
    { passing = false, wait = 0 }: { readonly passing?: boolean; readonly wait?: number } = {},
  ) {
    super(fault.message);
    this.name = "FailedAttempt";
    this.fault = fault;
    this.passing = passing;
    this.wait = wait;
  }

  /** The error that the caller sees, once no attempt is left. */
  final(attempts: number): PopneedsError {
    const times = attempts > 1 ? `; tried ${attempts} times` : "";
    return new PopneedsError({ ...this.fault, message: `${this.fault.message}${times}` });
  }
}

/** What a fault of the connection means: the names that Node and undici give it, in words. */
export function connectionFault(address: string, error: unknown): FailedAttempt {
  const code = codeOf(error);
  if (timeOuts[code] !== undefined)
    return new FailedAttempt(
      {
        code: "timed-out",
        message: `${address}: ${timeOuts[code]}`,
        fix: "Try again later, or allow more time: connectSeconds, idleSeconds.",
      },
      { passing: true },
    );
  if (cutOffs.has(code))
    return new FailedAttempt(
      {
        code: "cut-off",
        message: `${address}: the connection broke before the answer was whole (${code})`,
        fix: "Run it again: what has come is kept, and only the rest is asked for where the portal allows it.",
      },
      { passing: true },
    );
  // A name that is not known, or a certificate that is not trusted, will be so again in a second.
  const passing = /^E(?!RR_|NOTFOUND)/.test(code);
  return new FailedAttempt(
    {
      code: "no-connection",
      message: `${address}: no connection could be made (${code === "" ? String(error) : code})`,
      fix: "Check the network. Behind a proxy set HTTPS_PROXY; where a firewall opens connections set NODE_EXTRA_CA_CERTS.",
    },
    { passing },
  );
}

const timeOuts: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: "no connection in the time allowed",
  UND_ERR_HEADERS_TIMEOUT: "connected, but no answer in the time allowed",
  UND_ERR_BODY_TIMEOUT: "the answer stopped coming, and nothing more came in the time allowed",
  ETIMEDOUT: "no connection in the time allowed",
};

const cutOffs = new Set(["UND_ERR_SOCKET", "UND_ERR_ABORTED", "ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"]);

function codeOf(error: unknown): string {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === "string" && code !== "") return code;
  return cause === undefined ? "" : codeOf(cause);
}
