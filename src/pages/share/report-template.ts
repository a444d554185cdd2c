import address from 'virtual:report-template';
import { fetchPart } from '../../program';

/** The report page without its figures. Rejects when it cannot be had. */
export async function templateOf(): Promise<string> {
  const answer = await fetchPart(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
