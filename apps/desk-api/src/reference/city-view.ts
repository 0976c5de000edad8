import type { CityView } from '@kotae/contracts';
import type { CitySettings } from '@kotae/persistence';

/** What every page may know of the city. */
export function cityView(city: CitySettings): CityView {
  return {
    name: city.name,
    mayorName: city.mayorName,
    deskName: city.deskName,
    deskPhone: city.deskPhone,
    deskAddress: city.deskAddress,
    deskPostalCode: city.deskPostalCode,
    districts: [...city.districts],
    replyRule: { days: city.replyRule.days, unit: city.replyRule.unit },
    urgentLines: city.urgentLines.map(({ name, phone, hours }) => ({ name, phone, hours })),
    portalUrl: city.portalUrl,
  };
}
