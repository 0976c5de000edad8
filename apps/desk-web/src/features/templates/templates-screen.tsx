export function TemplatesScreen() { return null; }
