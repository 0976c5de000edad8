export { BullCarrier } from './bull-carrier';
export type { Carrier, DeliveryKey } from './carrier';
export { REACTIONS, Unrepeatable, isReaction } from './catalogue';
export type { Delivered, EventOf, ReactionHandlers, ReactionName } from './catalogue';
export { deliver, retrySeconds, startRelay } from './deliver';
export type { DeliveryOptions, Relay } from './deliver';
export type { DeliveryBook } from './delivery-book';
export { InProcessCarrier } from './in-process-carrier';
