/** Whether a document passes; values compared as Meilisearch does: strings without case, in compatibility form. */
export type Test = (document: Record<string, unknown>) => boolean;

export type Written = string | (string | string[])[];

/** Reads a filter as searches give it: a string, or all of an array, and of an array inside it at least one. */
export function readFilter(written: Written): Test {
  if (typeof written === "string") return parseFilter(written);
  const tests = written.map((one) => {
    if (typeof one === "string") return parseFilter(one);
    const ways = one.map(parseFilter);
    return (document: Record<string, unknown>) => ways.some((way) => way(document));
  });
  return (document) => tests.every((test) => test(document));
}

/** Parses a filter string by the grammar of Meilisearch's filter-parser, or throws where it would refuse. */
function parseFilter(text: string): Test {
  const tokens = [
    ...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|(<=|>=|=|\(|\)|\[|\]|,)|([A-Za-z0-9_.-]+))/gy),
  ].map(([, quoted, symbol, word]) => ({
    value: quoted?.replace(/\\(.)/g, "$1") ?? word,
    symbol,
    quoted: quoted !== undefined,
  }));
  let at = 0;
  const isWord = (word: string) => !tokens[at]?.quoted && tokens[at]?.value === word;
  const take = (symbol: string) => {
    if (tokens[at]?.symbol !== symbol) throw new Error(`${symbol} expected at ${at} in ${text}`);
    at++;
  };
  const value = () => {
    const token = tokens[at++];
    if (token?.value === undefined) throw new Error(`value expected at ${at} in ${text}`);
    return token.value;
  };

  function either(): Test {
    const ways = [both()];
    while (isWord("OR")) {
      at++;
      ways.push(both());
    }
    return (document) => ways.some((way) => way(document));
  }
  function both(): Test {
    const tests = [negated()];
    while (isWord("AND")) {
      at++;
      tests.push(negated());
    }
    return (document) => tests.every((test) => test(document));
  }
  function negated(): Test {
    if (!isWord("NOT")) return primary();
    at++;
    const test = negated();
    return (document) => !test(document);
  }
  function primary(): Test {
    if (tokens[at]?.symbol === "(") {
      take("(");
      const test = either();
      take(")");
      return test;
    }
    const field = value();
    if (isWord("IN")) {
      at++;
      take("[");
      const wanted = [value()];
      while (tokens[at]?.symbol === ",") {
        at++;
        wanted.push(value());
      }
      take("]");
      return (document) => wanted.some((one) => has(document[field], one));
    }
    const operator = tokens[at++]?.symbol;
    const wanted = value();
    if (operator === "=") return (document) => has(document[field], wanted);
    if (operator !== "<=" && operator !== ">=") throw new Error(`operator expected at ${at} in ${text}`);
    return (document) =>
      [document[field]]
        .flat()
        .some(
          (one) =>
            typeof one === "number" && (operator === "<=" ? one <= Number(wanted) : one >= Number(wanted)),
        );
  }
  const test = either();
  if (at !== tokens.length) throw new Error(`end expected at ${at} in ${text}`);
  return test;
}

const known = new Map<string, string>();

function facet(value: string): string {
  let compared = known.get(value);
  if (compared === undefined) {
    compared = value.trim().normalize("NFKD").toLowerCase();
    known.set(value, compared);
  }
  return compared;
}

function has(value: unknown, wanted: string): boolean {
  return [value]
    .flat()
    .some((one) =>
      typeof one === "number"
        ? one === Number(wanted)
        : typeof one === "string" && facet(one) === facet(wanted),
    );
}
