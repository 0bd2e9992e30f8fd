// What belongs under one key? Lists that begin with their first value and grow, in the order given.

/** Puts a value at the end of the list of its key, which is made if there is none. */
export function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
