/** Texts, each once in the order first met, and for every text its place among them. */
export class TextCodes {
  private readonly places = new Map<string, number>();

  codeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  get words(): string[] {
    return [...this.places.keys()];
  }
}
