import type { CityView } from '@kotae/contracts';

/** Where to write, call or go. */
export function DeskContact({ city }: { city: CityView }) {
  return (
    <address className="p-address">
      〒{city.deskPostalCode} {city.deskAddress}
      <br />
      電話 <PhoneLink number={city.deskPhone} />
    </address>
  );
}

export function PhoneLink({ number }: { number: string }) {
  return (
    <a className="p-phone" href={`tel:${number.replace(/[^\d+#*]/g, '')}`}>
      {number}
    </a>
  );
}
