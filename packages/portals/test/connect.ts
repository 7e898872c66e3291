import { onTestFinished } from "vitest";
import { type Connection, type ConnectionOptions, openConnection } from "../src/index.ts";
import { newFolder, quick } from "./loopback.ts";

/** A connection with short times and a cache of its own, closed when the test is over. */
export function connect(options: ConnectionOptions = {}): Connection {
  const connection = openConnection({ cache: newFolder(), ...quick, ...options });
  onTestFinished(() => connection.close());
  return connection;
}
