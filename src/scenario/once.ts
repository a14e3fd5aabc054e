/**
 * What is made of two things that never change, made once: the same for the same two objects, and kept as long as they
 * are. An edit leaves most of a scenario as it was, the same objects.
 */
export function once<A extends object, B extends object, Made extends object>(
  make: (a: A, b: B) => Made,
): (a: A, b: B) => Made {
  const all = new WeakMap<A, WeakMap<B, Made>>();
  return (a, b) => {
    const known = all.get(a) ?? new WeakMap<B, Made>();
    all.set(a, known);
    const made = known.get(b) ?? make(a, b);
    known.set(b, made);
    return made;
  };
}
