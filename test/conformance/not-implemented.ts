/** Thrown by an adapter for a case that asks for something we do not do yet; it is counted, never passed. */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";
}
