/** Whether a cause is one by itself, not what is left over of others or could not be told: these have no rank among causes. */
export function namedCause(cause: string): boolean {
  return !/^(other|all other|ill-defined)/i.test(cause);
}
