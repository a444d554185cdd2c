import type { Component } from 'svelte';
import type { FilesPage, Page } from '../state';

/** Fetches a page. */
export type Loader = () => Promise<{ readonly default: Component }>;

/** Where the pages are that need no files: those of a report too. */
export const REPORT_PAGES: Readonly<Record<Exclude<Page, FilesPage>, Loader>> = {
  overview: () => import('../pages/overview/OverviewPage.svelte'),
  zone: () => import('../pages/zone/ZonePage.svelte'),
  compare: () => import('../pages/compare/ComparePage.svelte'),
  coverage: () => import('../pages/coverage/CoveragePage.svelte'),
  organisations: () => import('../pages/organisations/OrganisationsPage.svelte'),
  stars: () => import('../pages/stars/StarsPage.svelte'),
  grading: () => import('../pages/grading/GradingPage.svelte'),
  appraisal: () => import('../pages/appraisal/AppraisalPage.svelte'),
  life: () => import('../pages/life/LifePage.svelte'),
  rectification: () => import('../pages/rectification/RectificationPage.svelte'),
  responsibility: () => import('../pages/responsibility/ResponsibilityPage.svelte'),
  published: () => import('../pages/published/PublishedPage.svelte'),
  metrics: () => import('../pages/metrics/MetricsPage.svelte'),
  rules: () => import('../pages/rules/RulesPage.svelte'),
};

/** Where the pages are that are about files. */
export const FILE_PAGES: Readonly<Record<FilesPage, Loader>> = {
  import: () => import('../pages/import/ImportPage.svelte'),
  reporting: () => import('../pages/reporting/ReportingPage.svelte'),
  egress: () => import('../pages/egress/EgressPage.svelte'),
  share: () => import('../pages/share/SharePage.svelte'),
  brief: () => import('../pages/brief/BriefPage.svelte'),
  quality: () => import('../pages/quality/QualityPage.svelte'),
};
