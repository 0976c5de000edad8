/** What the portal's controllers are given. */
export const CITY = Symbol('CityCache');
export const CLOCK = Symbol('Clock');
export const RECEPTION = Symbol('Reception');
export const RECEIPT_COOKIE = Symbol('ReceiptCookie');
export const UPLOADS = Symbol('UploadCounter');
export const LOOK_UPS = Symbol('LookUps');
export const PUBLIC_READING = Symbol('PublicReading');
export const PAGES = Symbol('Pages');
export const READINESS = Symbol('Readiness');
export const LOG = Symbol('Log');
