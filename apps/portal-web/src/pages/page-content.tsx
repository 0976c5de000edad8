import type { PageFrame, PortalPage } from '@kotae/contracts';
import { AccessibilityPage } from './accessibility';
import { ErrorPage } from './error';
import { HomePage } from './home';
import { IndicatorPage } from './indicator';
import { LetterPage } from './letter';
import { LetterCheckPage } from './letter-check';
import { LetterDonePage } from './letter-done';
import { PlanPage } from './plan';
import { PrivacyPage } from './privacy';
import { StatusPage } from './status';
import { StatusFormPage } from './status-form';
import { VoicePage } from './voice';
import { VoicesPage } from './voices';

export function PageContent({ page, frame }: { page: PortalPage; frame: PageFrame }) {
  switch (page.name) {
    case 'home':
      return <HomePage page={page} frame={frame} />;
    case 'letter':
      return <LetterPage page={page} frame={frame} />;
    case 'letter-check':
      return <LetterCheckPage page={page} frame={frame} />;
    case 'letter-done':
      return <LetterDonePage page={page} frame={frame} />;
    case 'status-form':
      return <StatusFormPage page={page} frame={frame} />;
    case 'status':
      return <StatusPage page={page} frame={frame} />;
    case 'voices':
      return <VoicesPage page={page} frame={frame} />;
    case 'voice':
      return <VoicePage page={page} frame={frame} />;
    case 'plan':
      return <PlanPage page={page} frame={frame} />;
    case 'indicator':
      return <IndicatorPage page={page} frame={frame} />;
    case 'privacy':
      return <PrivacyPage page={page} frame={frame} />;
    case 'accessibility':
      return <AccessibilityPage page={page} frame={frame} />;
    case 'error':
      return <ErrorPage page={page} frame={frame} />;
  }
}
