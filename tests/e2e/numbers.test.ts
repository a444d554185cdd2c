import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { coverageNumbers } from './coverage-numbers';
import { loadExample } from './example-files';
import { publishedNumbers } from './published-numbers';
import { starNumbers } from './stars-numbers';

/*
 * A person chooses the example files in the dialog and reads the pages; every number is counted again from the cells of
 * the files, by code that shares nothing with the product.
 */

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(10_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample(page);
}, 180_000);

afterAll(async () => watched.close());

const at = (): Page => page;

describe('coverage and organisations', () => coverageNumbers(at));
describe('stars', () => starNumbers(at));
describe('published figures', () => publishedNumbers(at));

test('nothing was asked of another machine and nothing went wrong', () => {
  expect(watched.browser.isConnected()).toBe(true);
  watched.assertQuiet();
});
