/** Whether an address asks for published figures: `?cube=2024.arrow`, one or several. */
export const asksForCube = ({ search }: Pick<Location, 'search'>): boolean => new URLSearchParams(search).has('cube');
