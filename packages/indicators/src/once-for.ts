/**
 * Remembers what was computed from a table in a setting, so that several indicators of one table compute it once.
 *
 * @param key the object by which a source is recognised, where the source itself is made anew for each indicator
 */
export function onceFor<S extends object, A extends object, T>(
  compute: (source: S, setting: A) => T,
  key: (source: S) => object = (source) => source,
): (source: S, setting: A) => T {
  const known = new WeakMap<object, WeakMap<A, T>>();
  return (source, setting) => {
    const bySetting = known.get(key(source)) ?? new WeakMap<A, T>();
    known.set(key(source), bySetting);
    let found = bySetting.get(setting);
    if (found === undefined) {
      found = compute(source, setting);
      bySetting.set(setting, found);
    }
    return found;
  };
}
