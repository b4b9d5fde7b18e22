import { CustomerIntroduced, CustomerRefused } from './agent_triggers/CustomerIntroduced';
import { CustomerQuery } from './agent_triggers/CustomerQuery';
import { CustomerRegistered } from './agent_triggers/CustomerRegistered';
import { MailReceived, MailRefused } from './agent_triggers/MailReceived';
import { CancellationRequested, CancellationRefused } from './order_events/CancellationRequested';
import { DeliveryReported, DeliveryRefused } from './order_events/DeliveryReported';
import { OrderBackordered } from './order_events/OrderBackordered';
import { OrderCancelled } from './order_events/OrderCancelled';
import { OrderConfirmed } from './order_events/OrderConfirmed';
import { OrderDelivered } from './order_events/OrderDelivered';
import { OrderPlaced } from './order_events/OrderPlaced';
import { OrderShipped } from './order_events/OrderShipped';
import { OrderSubmitted, OrderRejected } from './order_events/OrderSubmitted';
import { PaymentCaptured, PaymentRefused } from './order_events/PaymentCaptured';
import { PaymentRecorded } from './order_events/PaymentRecorded';
import { RefundProcessed } from './order_events/RefundProcessed';
import { RefundRequested, RefundRejected } from './order_events/RefundRequested';
import { ShipmentReported, ShipmentRefused } from './order_events/ShipmentReported';
import { InventoryUpdated } from './inventory_events/InventoryUpdated';
import { LowStockAlert } from './inventory_events/LowStockAlert';
import { LowStockReported, LowStockDismissed } from './inventory_events/LowStockReported';
import { ReorderPlaced } from './inventory_events/ReorderPlaced';
import { ReorderRequested, ReorderRefused } from './inventory_events/ReorderRequested';
import { ReturnReceived, ReturnRefused } from './inventory_events/ReturnReceived';
import { StockReceiptReported, StockReceiptRefused } from './inventory_events/StockReceiptReported';
import { StockReleased } from './inventory_events/StockReleased';
import { StockReserved } from './inventory_events/StockReserved';
import { StockShort } from './inventory_events/StockShort';
import { NewProduct } from './catalogue_events/NewProduct';
import { PriceChangeRequested, PriceChangeRefused } from './catalogue_events/PriceChangeRequested';
import { PriceChanged } from './catalogue_events/PriceChanged';
import { ProductSubmitted, ProductRefused } from './catalogue_events/ProductSubmitted';
import { SaleEndRequested, SaleEndRefused } from './catalogue_events/SaleEndRequested';
import { SaleEnded } from './catalogue_events/SaleEnded';
import { SaleRequested, SaleRefused } from './catalogue_events/SaleRequested';
import { SaleStarted } from './catalogue_events/SaleStarted';
import { PostDrafted, PostRejected } from './marketing_events/PostDrafted';
import { PostPublished } from './marketing_events/PostPublished';
import { PostWithdrawn } from './marketing_events/PostWithdrawn';
import { PromotionEnded } from './marketing_events/PromotionEnded';
import { PromotionPauseRequested, PromotionPauseRefused } from './marketing_events/PromotionPauseRequested';
import { PromotionPaused } from './marketing_events/PromotionPaused';
import { PromotionRequested, PromotionRefused } from './marketing_events/PromotionRequested';
import { PromotionResumeRequested, PromotionResumeRefused } from './marketing_events/PromotionResumeRequested';
import { PromotionResumed } from './marketing_events/PromotionResumed';
import { PromotionStarted } from './marketing_events/PromotionStarted';
import { Escalated } from './support_events/Escalated';
import { EscalationRequested, EscalationRefused } from './support_events/EscalationRequested';
import { FilingRequested, FilingRefused } from './support_events/FilingRequested';
import { MailFiled } from './support_events/MailFiled';
import { ReplyDrafted, ReplyRejected } from './support_events/ReplyDrafted';
import { ReplySent } from './support_events/ReplySent';
import { AgentCrashed } from './agent_events/AgentCrashed';
import { AgentDecided } from './agent_events/AgentDecided';
import { AgentFailed } from './agent_events/AgentFailed';
import { AgentPaused } from './agent_events/AgentPaused';
import { AgentResumed } from './agent_events/AgentResumed';
import { AgentRetried } from './agent_events/AgentRetried';

/** The catalogue of everything that can be said in this house. To add a message: one file in its topic's folder, one line here. */
export const contracts = {
  CustomerIntroduced,
  CustomerRefused,
  CustomerQuery,
  CustomerRegistered,
  MailReceived,
  MailRefused,
  CancellationRequested,
  CancellationRefused,
  DeliveryReported,
  DeliveryRefused,
  OrderBackordered,
  OrderCancelled,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderShipped,
  OrderSubmitted,
  OrderRejected,
  PaymentCaptured,
  PaymentRefused,
  PaymentRecorded,
  RefundProcessed,
  RefundRequested,
  RefundRejected,
  ShipmentReported,
  ShipmentRefused,
  InventoryUpdated,
  LowStockAlert,
  LowStockReported,
  LowStockDismissed,
  ReorderPlaced,
  ReorderRequested,
  ReorderRefused,
  ReturnReceived,
  ReturnRefused,
  StockReceiptReported,
  StockReceiptRefused,
  StockReleased,
  StockReserved,
  StockShort,
  NewProduct,
  PriceChangeRequested,
  PriceChangeRefused,
  PriceChanged,
  ProductSubmitted,
  ProductRefused,
  SaleEndRequested,
  SaleEndRefused,
  SaleEnded,
  SaleRequested,
  SaleRefused,
  SaleStarted,
  PostDrafted,
  PostRejected,
  PostPublished,
  PostWithdrawn,
  PromotionEnded,
  PromotionPauseRequested,
  PromotionPauseRefused,
  PromotionPaused,
  PromotionRequested,
  PromotionRefused,
  PromotionResumeRequested,
  PromotionResumeRefused,
  PromotionResumed,
  PromotionStarted,
  Escalated,
  EscalationRequested,
  EscalationRefused,
  FilingRequested,
  FilingRefused,
  MailFiled,
  ReplyDrafted,
  ReplyRejected,
  ReplySent,
  AgentCrashed,
  AgentDecided,
  AgentFailed,
  AgentPaused,
  AgentResumed,
  AgentRetried,
} as const;

export type Contracts = typeof contracts;
export type EventType = keyof Contracts;
