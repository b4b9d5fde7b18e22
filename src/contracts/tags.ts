/** The subjects an event is about. Tags are how readers find it and how a staleness rule names what moved. */
export const tag = {
  order: (id: string) => `order:${id}`,
  /** One sku within one order: two refunds for different things in one order do not disturb each other. */
  line: (orderId: string, sku: string) => `line:${orderId}/${sku}`,
  customer: (id: string) => `customer:${id}`,
  sku: (id: string) => `sku:${id}`,
  mail: (id: string) => `mail:${id}`,
  sale: (id: string) => `sale:${id}`,
  post: (id: string) => `post:${id}`,
  promotion: (id: string) => `promotion:${id}`,
  reorder: (id: string) => `reorder:${id}`,
  product: (id: string) => `product:${id}`,
  method: (id: string) => `method:${id}`,
  /** A proposal that waits for a human, by its own event id. */
  approval: (proposalId: string) => `approval:${proposalId}`,
  policy: (name: string) => `policy:${name}`,
  import: (id: string) => `import:${id}`,
  /** The shop itself: what holds for all of it. */
  shop: () => 'shop:all',
  agent: (name: string) => `agent:${name}`,
  /** A text that agents read and quote, by its id. */
  document: (id: string) => `document:${id}`,
} as const;
