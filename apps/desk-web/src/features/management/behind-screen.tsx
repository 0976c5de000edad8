export function BehindScreen() { return null; }
