/** Stands in the place of every character of code: no sign, no letter, no space. */
const MASK = "\u0001";

type Run = { readonly at: number; readonly length: number };

/**
 * Hides what Markdown reads as code, character by character, so that positions stay: an `@` there means itself.
 * Takes time in proportion to the text, whatever it is.
 */
export function withoutCode(body: string): string {
  const fenced = withoutFences(body);
  const runs = [...fenced.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const closers = nextOfSameLength(runs);
  let out = "";
  let kept = 0;
  runs.forEach((run, n) => {
    const close = runs[closers[n] ?? -1];
    if (run.at < kept || close === undefined) return;
    const end = close.at + close.length;
    out += fenced.slice(kept, run.at) + MASK.repeat(end - run.at);
    kept = end;
  });
  return out + fenced.slice(kept);
}

/** For each run of marks, which later one is as long: where its code ends. */
function nextOfSameLength(runs: readonly Run[]): (number | undefined)[] {
  const seen = new Map<number, number>();
  const next: (number | undefined)[] = [];
  for (let n = runs.length - 1; n >= 0; n -= 1) {
    const length = runs[n]?.length ?? 0;
    next[n] = seen.get(length);
    seen.set(length, n);
  }
  return next;
}

function withoutFences(body: string): string {
  let open: { sign: string; length: number } | null = null;
  const lines = body.split("\n").map((line) => {
    const fence = /^[ >]{0,12}(`{3,}|~{3,})(.*)$/.exec(line);
    const [sign, length] = [fence?.[1]?.[0] ?? "", fence?.[1]?.length ?? 0];
    const rest = fence?.[2] ?? "";
    if (open === null) {
      if (fence === null || (sign === "`" && rest.includes("`"))) return line;
      open = { sign, length };
    } else if (sign === open.sign && length >= open.length && rest.trim() === "") {
      open = null;
    }
    return MASK.repeat(line.length);
  });
  return lines.join("\n");
}
