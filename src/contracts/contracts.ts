import { CustomerIntroduced, CustomerRefused } from './agent_triggers/CustomerIntroduced';
import { CustomerForgotten } from './agent_triggers/CustomerForgotten';
import { ForgettingRefused, ForgettingRequested } from './agent_triggers/ForgettingRequested';
import { CustomerQuery } from './agent_triggers/CustomerQuery';
import { CustomerRegistered } from './agent_triggers/CustomerRegistered';
import { MailReceived, MailRefused } from './agent_triggers/MailReceived';
import { CustomerImportBooked } from './agent_triggers/CustomerImportBooked';
import { CustomerImportSubmitted, CustomerImportRefused } from './agent_triggers/CustomerImportSubmitted';
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
import { AddressChangeRequested, AddressChangeRefused } from './order_events/AddressChangeRequested';
import { AddressChanged } from './order_events/AddressChanged';
import { ExchangeAccepted } from './order_events/ExchangeAccepted';
import { ExchangeRequested, ExchangeRefused } from './order_events/ExchangeRequested';
import { ItemsChangeRequested, ItemsChangeRefused } from './order_events/ItemsChangeRequested';
import { ItemsChanged } from './order_events/ItemsChanged';
import { OrderImportBooked } from './order_events/OrderImportBooked';
import { OrderImportSubmitted, OrderImportRefused } from './order_events/OrderImportSubmitted';
import { OrderTakenOver } from './order_events/OrderTakenOver';
import { PaymentMethodChangeRequested, PaymentMethodChangeRefused } from './order_events/PaymentMethodChangeRequested';
import { PaymentMethodChanged } from './order_events/PaymentMethodChanged';
import { ReplacementDelivered } from './order_events/ReplacementDelivered';
import { ReplacementShipped } from './order_events/ReplacementShipped';
import { ReturnAccepted } from './order_events/ReturnAccepted';
import { ReturnRequested, ReturnRequestRefused } from './order_events/ReturnRequested';
import { VariantsWanted } from './order_events/VariantsWanted';
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
import { ReorderDelayed } from './inventory_events/ReorderDelayed';
import { ReorderShort } from './inventory_events/ReorderShort';
import { StockCounted, StockCountRefused } from './inventory_events/StockCounted';
import { SupplierDelayReported, SupplierDelayRefused } from './inventory_events/SupplierDelayReported';
import { WriteOffReported, WriteOffRefused } from './inventory_events/WriteOffReported';
import { NewProduct } from './catalogue_events/NewProduct';
import { PriceChangeRequested, PriceChangeRefused } from './catalogue_events/PriceChangeRequested';
import { PriceChanged } from './catalogue_events/PriceChanged';
import { ProductSubmitted, ProductRefused } from './catalogue_events/ProductSubmitted';
import { SaleEndRequested, SaleEndRefused } from './catalogue_events/SaleEndRequested';
import { SaleEnded } from './catalogue_events/SaleEnded';
import { SaleRequested, SaleRefused } from './catalogue_events/SaleRequested';
import { SaleStarted } from './catalogue_events/SaleStarted';
import { ProductImportBooked } from './catalogue_events/ProductImportBooked';
import { ProductImportSubmitted, ProductImportRefused } from './catalogue_events/ProductImportSubmitted';
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
import { ApprovalAsked } from './shop_events/ApprovalAsked';
import { ApprovalDecided, ApprovalDecisionRefused } from './shop_events/ApprovalDecided';
import { ApprovalGiven } from './shop_events/ApprovalGiven';
import { ApprovalLapsed } from './shop_events/ApprovalLapsed';
import { ApprovalRefused } from './shop_events/ApprovalRefused';
import { CurrencyRequested, CurrencyRefused } from './shop_events/CurrencyRequested';
import { CurrencySet } from './shop_events/CurrencySet';
import { PaymentMethodAdded } from './shop_events/PaymentMethodAdded';
import { PaymentMethodsSubmitted, PaymentMethodsRefused } from './shop_events/PaymentMethodsSubmitted';
import { PolicyChangeRequested, PolicyChangeRefused } from './shop_events/PolicyChangeRequested';
import { PolicySet } from './shop_events/PolicySet';
import { AgentCrashed } from './agent_events/AgentCrashed';
import { AgentDecided } from './agent_events/AgentDecided';
import { AgentFailed } from './agent_events/AgentFailed';
import { AgentPaused } from './agent_events/AgentPaused';
import { AgentResumed } from './agent_events/AgentResumed';
import { AgentRetried } from './agent_events/AgentRetried';
import { PromptChangeRequested, PromptChangeRefused } from './agent_events/PromptChangeRequested';
import { PromptChanged } from './agent_events/PromptChanged';
import { DocumentChangeRequested, DocumentChangeRefused } from './agent_events/DocumentChangeRequested';
import { DocumentChanged } from './agent_events/DocumentChanged';
import { EngineChosen } from './agent_events/EngineChosen';

/** The catalogue of everything that can be said in this house. To add a message: one file in its topic's folder, one line here. */
export const contracts = {
  CustomerIntroduced,
  CustomerRefused,
  CustomerQuery,
  CustomerRegistered,
  ForgettingRequested,
  ForgettingRefused,
  CustomerForgotten,
  MailReceived,
  MailRefused,
  CustomerImportBooked,
  CustomerImportSubmitted,
  CustomerImportRefused,
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
  AddressChangeRequested,
  AddressChangeRefused,
  AddressChanged,
  ExchangeAccepted,
  ExchangeRequested,
  ExchangeRefused,
  ItemsChangeRequested,
  ItemsChangeRefused,
  ItemsChanged,
  OrderImportBooked,
  OrderImportSubmitted,
  OrderImportRefused,
  OrderTakenOver,
  PaymentMethodChangeRequested,
  PaymentMethodChangeRefused,
  PaymentMethodChanged,
  ReplacementDelivered,
  ReplacementShipped,
  ReturnAccepted,
  ReturnRequested,
  ReturnRequestRefused,
  VariantsWanted,
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
  ReorderDelayed,
  ReorderShort,
  StockCounted,
  StockCountRefused,
  SupplierDelayReported,
  SupplierDelayRefused,
  WriteOffReported,
  WriteOffRefused,
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
  ProductImportBooked,
  ProductImportSubmitted,
  ProductImportRefused,
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
  ApprovalAsked,
  ApprovalDecided,
  ApprovalDecisionRefused,
  ApprovalGiven,
  ApprovalLapsed,
  ApprovalRefused,
  CurrencyRequested,
  CurrencyRefused,
  CurrencySet,
  PaymentMethodAdded,
  PaymentMethodsSubmitted,
  PaymentMethodsRefused,
  PolicyChangeRequested,
  PolicyChangeRefused,
  PolicySet,
  AgentCrashed,
  AgentDecided,
  AgentFailed,
  AgentPaused,
  AgentResumed,
  AgentRetried,
  PromptChangeRequested,
  PromptChangeRefused,
  PromptChanged,
  DocumentChangeRequested,
  DocumentChangeRefused,
  DocumentChanged,
  EngineChosen,
} as const;

export type Contracts = typeof contracts;
export type EventType = keyof Contracts;
