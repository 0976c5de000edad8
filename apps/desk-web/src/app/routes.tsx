import { createBrowserRouter } from 'react-router';
import { BrokenScreen } from './broken-screen';
import { Frame } from './frame';
import { HomeRedirect } from './home-redirect';
import { NotFound } from './not-found';

/** Every screen is loaded when it is first opened; the first load carries the frame and the sign-in only. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    ErrorBoundary: BrokenScreen,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: BrokenScreen,
        children: [
          { index: true, Component: HomeRedirect },
          {
            path: 'inbox/:view',
            lazy: async () => ({ Component: (await import('../features/inbox/inbox-screen')).InboxScreen }),
          },
          {
            path: 'submissions/:id',
            lazy: async () => ({ Component: (await import('../features/case/case-screen')).CaseScreen }),
          },
          {
            path: 'register',
            lazy: async () => ({ Component: (await import('../features/paper/register-screen')).RegisterScreen }),
          },
          {
            path: 'publications',
            lazy: async () => ({
              Component: (await import('../features/publication/publications-screen')).PublicationsScreen,
            }),
          },
          {
            path: 'publications/:id',
            lazy: async () => ({
              Component: (await import('../features/publication/publication-screen')).PublicationScreen,
            }),
          },
          {
            path: 'plans/:planId?',
            lazy: async () => ({ Component: (await import('../features/management/plan-screen')).PlanScreen }),
          },
          {
            path: 'plans/new',
            lazy: async () => ({ Component: (await import('../features/management/new-plan-screen')).NewPlanScreen }),
          },
          {
            path: 'plans/:planId/indicators/new',
            lazy: async () => ({
              Component: (await import('../features/management/new-indicator-screen')).NewIndicatorScreen,
            }),
          },
          {
            path: 'plans/:planId/closings',
            lazy: async () => ({
              Component: (await import('../features/management/closings-screen')).ClosingsScreen,
            }),
          },
          {
            path: 'plans/:planId/closings/:fiscalYear',
            lazy: async () => ({ Component: (await import('../features/management/closing-screen')).ClosingScreen }),
          },
          {
            path: 'indicators/:id/definition',
            lazy: async () => ({
              Component: (await import('../features/management/definition-screen')).DefinitionScreen,
            }),
          },
          {
            path: 'indicators/:id/restatement',
            lazy: async () => ({
              Component: (await import('../features/management/restatement-screen')).RestatementScreen,
            }),
          },
          {
            path: 'plans/:planId/report',
            lazy: async () => ({ Component: (await import('../features/management/report-screen')).ReportScreen }),
          },
          {
            path: 'plans/:planId/values',
            lazy: async () => ({ Component: (await import('../features/management/values-screen')).ValuesScreen }),
          },
          {
            path: 'indicators/:id',
            lazy: async () => ({
              Component: (await import('../features/management/indicator-screen')).IndicatorScreen,
            }),
          },
          {
            path: 'indicators/:id/opinions',
            lazy: async () => ({ Component: (await import('../features/management/behind-screen')).BehindScreen }),
          },
          {
            path: 'templates',
            lazy: async () => ({ Component: (await import('../features/templates/templates-screen')).TemplatesScreen }),
          },
          {
            path: 'staff',
            lazy: async () => ({ Component: (await import('../features/staff/staff-screen')).StaffScreen }),
          },
          {
            path: 'city/places',
            lazy: async () => ({ Component: (await import('../features/city/places-screen')).PlacesScreen }),
          },
          {
            path: 'city/classes',
            lazy: async () => ({ Component: (await import('../features/city/classes-screen')).ClassesScreen }),
          },
          {
            path: 'city/settings',
            lazy: async () => ({ Component: (await import('../features/city/settings-screen')).SettingsScreen }),
          },
          {
            path: 'deliveries',
            lazy: async () => ({
              Component: (await import('../features/operations/deliveries-screen')).DeliveriesScreen,
            }),
          },
          {
            path: 'models',
            lazy: async () => ({ Component: (await import('../features/operations/models-screen')).ModelsScreen }),
          },
          {
            path: 'accuracy',
            lazy: async () => ({ Component: (await import('../features/accuracy/accuracy-screen')).AccuracyScreen }),
          },
          {
            path: 'accuracy/opinions',
            lazy: async () => ({
              Component: (await import('../features/accuracy/opinions-screen')).AccuracyOpinionsScreen,
            }),
          },
          {
            path: 'accuracy/submissions',
            lazy: async () => ({
              Component: (await import('../features/accuracy/submissions-screen')).AccuracySubmissionsScreen,
            }),
          },
          {
            path: 'accuracy/urgency',
            lazy: async () => ({
              Component: (await import('../features/accuracy/urgency-screen')).AccuracyUrgencyScreen,
            }),
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
