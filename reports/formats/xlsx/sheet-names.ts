const MOST = 31;

/** Names for sheets: what Excel forbids is taken out, no more than 31 characters, each only once whatever its case. */
export function sheetNames(captions: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return captions.map((caption, i) => {
    const plain =
      caption
        .replace(/[\\/?*[\]:]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || `表${i + 1}`;
    for (let turn = 1; ; turn++) {
      const tail = turn === 1 ? "" : `（${turn}）`;
      const name = `${[...plain].slice(0, MOST - tail.length).join("")}${tail}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
