import { ensureChromium } from './chromium';

try {
  console.log(`Browser: ${ensureChromium()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
