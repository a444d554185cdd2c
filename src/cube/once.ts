import type { Cube } from './cube';

const answers = new WeakMap<Cube, Map<string, unknown>>();
/** A session asks a few dozen questions of a cube at a time; more than this are old ones. */
const MOST = 400;

/** The answer to a question about a cube, worked out once while the cube lives: one page asks the same in many places. */
export function once<Answer>(cube: Cube, question: readonly unknown[], answer: () => Answer): Answer {
  let known = answers.get(cube);
  if (!known || known.size > MOST) {
    known = new Map();
    answers.set(cube, known);
  }
  const key = JSON.stringify(question);
  if (known.has(key)) return known.get(key) as Answer;
  const found = answer();
  known.set(key, found);
  return found;
}

/** A function of a list whose answer is kept while the list lives. */
export function oncePerList<Item, Answer extends object>(
  answer: (list: readonly Item[]) => Answer,
): (list: readonly Item[]) => Answer {
  const known = new WeakMap<readonly Item[], Answer>();
  return (list) => {
    const found = known.get(list) ?? answer(list);
    known.set(list, found);
    return found;
  };
}
