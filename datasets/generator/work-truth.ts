import { randomFrom } from './random';
import { invented, SHAPES } from './work-invented';
import { changzhi, jilin, jiyuan, xian } from './work-modelled';
import type { Work } from './work-rows';
import type { ZoneContext } from './zone-context';

/** The records of work of a zone; the same on every machine. */
export function workOf(context: ZoneContext): Work[] {
  const { id } = context.plan;
  const random = randomFrom(`${id} work`);
  const shape = SHAPES[id];
  if (id === 'XAGX') return xian(context, random);
  if (id === 'CZGX') return changzhi(context, random);
  if (id === 'JYGX') return jiyuan(context, random);
  if (id === 'JLRL') return jilin(context, random);
  return shape ? invented(context, shape, random) : [];
}
