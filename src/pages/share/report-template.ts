/** Where the report page without its figures is, beside the workbench. */
const TEMPLATE = 'report-template.html';

/** The report page without its figures. Rejects when it cannot be had. */
export async function templateOf(): Promise<string> {
  const answer = await fetch(TEMPLATE);
  if (!answer.ok) throw new Error(`${TEMPLATE}: ${answer.status}`);
  return answer.text();
}
