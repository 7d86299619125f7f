// The pages, each with its address and its script; the first is in the first script, the others come when asked for.
// services/dashboard/plain.cc knows the same addresses.
import type { ComponentType } from 'preact';
import type { Words } from './language';

export type Scope = 'region' | 'everywhere' | 'part'; // of the region shown, of all, or reached from another page
export interface PageInfo {
  name: keyof Words['shell']['pages'] | 'commitment' | 'country' | 'instrument' | 'meeting' | 'organisation' | 'signatory';
  pattern: string; // ":x" is a segment, given to the page as params.x
  scope: Scope;
  load: 'first' | (() => Promise<ComponentType<PageProps>>);
}
export interface PageProps { params: Record<string, string> }

export const PAGES: PageInfo[] = [
  { name: 'region', pattern: '/', scope: 'region', load: 'first' },
  { name: 'plans', pattern: '/plans', scope: 'region', load: async () => (await import('./plans/page')).PlansPage },
  { name: 'focalPoints', pattern: '/focal-points', scope: 'region', load: async () => (await import('./mandates/page')).MandatesPage },
  { name: 'programmes', pattern: '/programmes', scope: 'region', load: async () => (await import('./programmes/page')).ProgrammesPage },
  { name: 'youth', pattern: '/youth', scope: 'region', load: async () => (await import('./youth/page')).YouthPage },
  { name: 'codeOfConduct', pattern: '/code-of-conduct', scope: 'everywhere', load: async () => (await import('./code/page')).CodePage },
  { name: 'indicators', pattern: '/indicators', scope: 'everywhere', load: async () => (await import('./indicators/page')).IndicatorsPage },
  { name: 'organisation', pattern: '/organisations/:organisation', scope: 'part', load: async () => (await import('./organisation/page')).OrganisationPage },
  { name: 'signatory', pattern: '/code-of-conduct/:company', scope: 'part', load: async () => (await import('./code/company')).CompanyPage },
  { name: 'changes', pattern: '/changes', scope: 'region', load: async () => (await import('./changes/page')).ChangesPage },
  { name: 'reminders', pattern: '/reminders', scope: 'region', load: async () => (await import('./reminders/page')).RemindersPage },
  { name: 'meetings', pattern: '/meetings', scope: 'everywhere', load: async () => (await import('./meetings/page')).MeetingsPage },
  { name: 'activity', pattern: '/activity', scope: 'everywhere', load: async () => (await import('./activity/page')).ActivityPage },
  { name: 'desk', pattern: '/desk', scope: 'everywhere', load: async () => (await import('./desk/page')).DeskPage },
  { name: 'meeting', pattern: '/meetings/:meeting', scope: 'part', load: async () => (await import('./meeting/page')).MeetingPage },
  { name: 'country', pattern: '/countries/:country', scope: 'part', load: async () => (await import('./country/page')).CountryPage },
  { name: 'commitment', pattern: '/commitments/:framework/:item', scope: 'part', load: async () => (await import('./commitment/page')).CommitmentPage },
  { name: 'instruments', pattern: '/instruments', scope: 'everywhere', load: async () => (await import('./instruments/list')).InstrumentsPage },
  { name: 'instrument', pattern: '/instruments/:instrument', scope: 'part', load: async () => (await import('./instruments/page')).InstrumentPage },
];

export function pageOf(path: string): { page: PageInfo; params: Record<string, string> } | null {
  const given = path.split('/').slice(1);
  for (const page of PAGES) {
    const wanted = page.pattern.split('/').slice(1);
    if (wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    if (wanted.every((part, i) => (part.startsWith(':') && given[i] ? ((params[part.slice(1)] = decodeURIComponent(given[i]!)), true) : part === given[i]))) return { page, params };
  }
  return null;
}
