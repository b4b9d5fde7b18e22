export { actors, agents, outsiders, services } from "./actors";
export type { Actor, AgentName, Outsider, ServiceName } from "./actors";
export { claim, type Claim } from "./claims";
export {
  answerTypes,
  contractOf,
  isRefusal,
  proposalsAnsweredBy,
  sayEvent,
  type RefusalType,
} from "./contractOf";
export { contracts, type Contracts, type EventType } from "./contracts";
export type { Contract, Kind, RefusalData, Stale } from "./defineContract";
export { eventTypes, isEventType, isOneOf } from "./event";
export type {
  DataOf,
  Draft,
  DraftOf,
  EventOf,
  FactType,
  ProposalType,
  RecordType,
  WorldEvent,
} from "./event";
export {
  customerId,
  eventId,
  mailId,
  orderId,
  postId,
  promotionId,
  ref,
  reorderId,
  saleId,
  sku,
} from "./ids";
export type {
  CustomerId,
  EventId,
  MailId,
  OrderId,
  PostId,
  PromotionId,
  Ref,
  ReorderId,
  SaleId,
  Sku,
} from "./ids";
export { letter, profile, type Letter, type Profile } from "./personal";
export { parseDraft } from "./parseDraft";
export {
  boughtItem,
  cents,
  level,
  position,
  qty,
  wantedItem,
  words,
} from "./quantities";
export type { BoughtItem, WantedItem } from "./quantities";
export { tag } from "./tags";
export { topics, type Topic } from "./topics";
