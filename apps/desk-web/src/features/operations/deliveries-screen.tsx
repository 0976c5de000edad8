export function DeliveriesScreen() { return null; }
