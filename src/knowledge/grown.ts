interface Growing<Self> {
  readonly length: number;
  set(from: Self): void;
}

/** The same numbers with room for at least `length`; an eighth is kept free, so that growing one by one stays cheap. */
export function grown<A extends Growing<A>>(array: A, length: number): A {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.ceil(length * 1.125) + 16);
  larger.set(array);
  return larger;
}
