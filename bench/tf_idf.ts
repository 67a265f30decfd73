const WORD = /[\p{L}\p{N}]+/gu;

type Vector = Map<string, number>;

/** What plain text search does: words weighed by how rare they are, and the cosine between texts. */
export class TfIdf {
  readonly #documents = new Map<string, number>();
  readonly #count: number;

  constructor(texts: readonly string[]) {
    this.#count = texts.length;
    for (const text of texts) {
      for (const word of countWords(text).keys()) {
        this.#documents.set(word, (this.#documents.get(word) ?? 0) + 1);
      }
    }
  }

  /** From 0 to 1; both texts are read anew. */
  similarity(one: string, other: string): number {
    const [a, b] = [this.#vector(one), this.#vector(other)];
    let dot = 0;
    for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
    return dot === 0 ? 0 : dot / (length(a) * length(b));
  }

  #vector(text: string): Vector {
    const vector = countWords(text);
    for (const [word, count] of vector) {
      const rarity = Math.log((1 + this.#count) / (1 + (this.#documents.get(word) ?? 0))) + 1;
      vector.set(word, count * rarity);
    }
    return vector;
  }
}

function countWords(text: string): Vector {
  const counts: Vector = new Map();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function length(vector: Vector): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}
