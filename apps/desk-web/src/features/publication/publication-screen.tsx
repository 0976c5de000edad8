export function PublicationScreen() { return null; }
