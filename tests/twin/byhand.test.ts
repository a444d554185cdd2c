import { it } from 'vitest';
import { writeFileSync, appendFileSync, mkdirSync } from 'node:fs';
import { openNodeEngine } from '../../src/engine/node';
import { judged } from './judge';
import { officeOf } from './truth';
import { filesOf } from './office';
it('by hand', async () => {
  const engine = await openNodeEngine();
  const [from, to] = (process.env.TWINS ?? '1-5').split('-').map(Number);
  const out = process.env.OUT ?? '/tmp/twins.txt';
  writeFileSync(out, '');
  let right = 0;
  for (let seed = from!; seed <= to!; seed++) {
    const dir = `/tmp/twins/${seed}`;
    mkdirSync(dir, { recursive: true });
    for (const f of filesOf(officeOf(seed))) writeFileSync(`${dir}/${f.path}`, f.data);
    try {
      const { wrong, questions } = await judged(engine, officeOf(seed));
      if (wrong.length === 0) right++;
      appendFileSync(
        out,
        `# ${seed}: ${wrong.length} wrong, questions: ${questions.join('; ')}\n${wrong.map((w) => '  ' + w).join('\n')}\n`,
      );
    } catch (e) {
      appendFileSync(out, `# ${seed}: THROWN ${(e as Error).stack}\n`);
    }
  }
  appendFileSync(out, `RIGHT ${right}\n`);
}, 3_600_000);
