/** The channels of the ticker; the first three carry the article's names. */
export const topics = [
  'agent_triggers',
  'order_events',
  'inventory_events',
  'catalogue_events',
  'marketing_events',
  'support_events',
  'shop_events',
  'agent_events',
] as const;

export type Topic = (typeof topics)[number];
