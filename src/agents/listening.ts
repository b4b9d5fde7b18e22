import { answerTypes, type AgentName, type EventType, type ProposalType } from '../contracts';

interface Listening {
  /** What it listens to, besides the answers to its own proposals. */
  readonly tunedTo: readonly EventType[];
  /** All it may ever propose. */
  readonly proposes: readonly ProposalType[];
}

/**
 * What each agent listens to and may propose, apart from how it works: the world must know this of agents whose code runs in threads of
 * their own, and should not have to load that code for it.
 */
export const listening = {
  support: {
    tunedTo: [
      'CustomerQuery',
      'OrderPlaced',
      'OrderTakenOver',
      'OrderConfirmed',
      'OrderBackordered',
      'OrderShipped',
      'OrderDelivered',
      'OrderCancelled',
      'RefundProcessed',
      'ApprovalAsked',
      'ApprovalGiven',
      'ApprovalRefused',
      'ApprovalLapsed',
      'CurrencySet',
      'NewProduct',
      'ReplySent',
      'MailFiled',
      'Escalated',
    ],
    proposes: [
      'RefundRequested',
      'CancellationRequested',
      'ReturnRequested',
      'ExchangeRequested',
      'ItemsChangeRequested',
      'AddressChangeRequested',
      'PaymentMethodChangeRequested',
      'ReplyDrafted',
      'EscalationRequested',
      'FilingRequested',
    ],
  },
  inventory: {
    tunedTo: [
      'NewProduct',
      'OrderPlaced',
      'OrderCancelled',
      'StockShort',
      'StockReceiptReported',
      'StockReserved',
      'StockReleased',
      'InventoryUpdated',
      'LowStockAlert',
      'ReorderPlaced',
      'RefundProcessed',
    ],
    proposes: ['LowStockReported', 'ReorderRequested'],
  },
  marketing: {
    tunedTo: [
      'CurrencySet',
      'NewProduct',
      'SaleStarted',
      'SaleEnded',
      'PriceChanged',
      'LowStockAlert',
      'InventoryUpdated',
      'StockReserved',
      'StockReleased',
      'PromotionEnded',
      'PostWithdrawn',
    ],
    proposes: ['PostDrafted', 'PromotionRequested', 'PromotionPauseRequested', 'PromotionResumeRequested'],
  },
} as const satisfies Readonly<Record<AgentName, Listening>>;

/** Everything that wakes or teaches an agent: what it listens to, and the answers to what it proposes. */
export function allTunedTo({ tunedTo, proposes }: Listening): readonly EventType[] {
  return [...new Set([...tunedTo, ...proposes.flatMap(answerTypes)])];
}
