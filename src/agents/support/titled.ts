/** A product by its title and what tells this variant from its sisters. */
export function titled(title: string, options: Readonly<Record<string, string>> = {}): string {
  const values = Object.values(options);
  return values.length ? `${title} (${values.join(', ')})` : title;
}
