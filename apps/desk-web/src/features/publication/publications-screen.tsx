export function PublicationsScreen() { return null; }
