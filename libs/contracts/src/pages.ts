import type { DayString, FieldProblem } from '@kotae/kernel';
import type {
  CityView,
  IndicatorView,
  LivingNumber,
  Page,
  PublicAnswer,
  SimilarAnswer,
  SubmissionStatus,
  UploadAccepted,
} from './portal';
import type { ProofChallenge } from './problem';

/** What is typed in the form, as strings, exactly as typed: it goes back into the fields whatever happens. */
export interface LetterFormValues {
  kind: 'letter_to_mayor' | 'web_opinion';
  subject: string;
  body: string;
  replyWanted: '' | 'email' | 'post' | 'none';
  name: string;
  email: string;
  postalCode: string;
  address: string;
  district: string;
  ageBand: string;
  publishConsent: '' | 'yes' | 'no';
  /** Receipt code of an earlier submission that this one adds to. */
  follows: string;
  attachments: UploadAccepted[];
}

/** Around every page. */
export interface PageFrame {
  city: CityView;
  /** Path of the page, for the navigation's `aria-current`. */
  path: string;
  /** Built files of portal-web: hashed style sheets, script and icon. */
  assets: { css: string[]; js: string[]; icon: string | null };
}

/** Every page of the portal, told apart by `name`; portal-api makes the props, portal-web renders them. */
export type PortalPage =
  | { name: 'home'; living: LivingNumber | null; newest: PublicAnswer[] }
  | {
      name: 'letter';
      formToken: string;
      values: LetterFormValues;
      problems: FieldProblem[];
      notice: string | null;
      /** Until when a reply to a letter received today is due. */
      dueOn: DayString | null;
    }
  | {
      name: 'letter-check';
      formToken: string;
      values: LetterFormValues;
      dueOn: DayString | null;
      /** A reply was chosen, but the text asks not to be contacted: none will be sent. */
      doNotContact: boolean;
      notice: string | null;
      /** Set when many were sent in a short time: sending works after this many seconds… */
      waitSeconds: number | null;
      /** …or with the solution of this, which the page's script finds by itself. */
      challenge: ProofChallenge | null;
    }
  | {
      name: 'letter-done';
      receiptNumber: string;
      receiptCode: string;
      receivedOn: DayString;
      /** Where the code is asked for, without the code. */
      statusUrl: string;
      /** Modules of the QR code; it leads to `statusUrl` with the code in the fragment, which no server sees. */
      qr: boolean[][];
      replyWanted: 'email' | 'post' | 'none';
      /** As on the check page: neither an acknowledgement nor a reply will be sent. */
      doNotContact: boolean;
      replyDueOn: DayString | null;
    }
  | { name: 'status-form'; code: string; problem: string | null }
  | { name: 'status'; status: SubmissionStatus; code: string }
  | {
      name: 'voices';
      page: Page<PublicAnswer>;
      query: string;
      topic: string;
      /** True on the second page and later. */
      older: boolean;
      topics: { code: string; name: string }[];
    }
  | { name: 'voice'; answer: PublicAnswer; similar: SimilarAnswer[] }
  | { name: 'plan'; plans: { id: string; name: string; own: boolean }[]; planId: string; indicators: IndicatorView[] }
  | { name: 'indicator'; indicator: IndicatorView }
  | { name: 'privacy' }
  | { name: 'accessibility' }
  | { name: 'error'; status: number; title: string; detail: string };
