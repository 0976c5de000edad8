import type { CityView } from '@kotae/contracts';
import { PhoneLink } from './desk-contact';

/** For someone in danger: calm, and never the first thing on the page. */
export function UrgentLines({ city }: { city: CityView }) {
  if (city.urgentLines.length === 0) return null;
  return (
    <aside className="p-urgent" aria-labelledby="urgent-title">
      <h2 id="urgent-title">いま、つらいとき・危ないときは</h2>
      <p>この窓口は、すぐにはお返事できません。電話で話せるところがあります。</p>
      <ul>
        {city.urgentLines.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span> <PhoneLink number={line.phone} />{' '}
            <span className="k-small k-muted k-nowrap">{line.hours}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
