import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/**
 * Writes a table of generated ideas as Fider exports them: some thousand authors, cells over several lines, each hundredth
 * line without a title and each fiftieth a second time.
 * @returns how many distinct ideas it holds
 */
export async function writeManyIdeas(file: string, count: number): Promise<number> {
  const out = createWriteStream(file);
  out.write("number,title,description,created_at,created_by,votes_count,status\n");
  let distinct = 0;
  for (let n = 0; n < count; n += 1) {
    const isBad = n % 100 === 99;
    const isAgain = n % 50 === 49 && !isBad;
    if (!isBad && !isAgain) distinct += 1;
    const at = new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString();
    const body = `"When I open the oven for the ${n}th time,\nI want ""less"" heat, so that it lasts."`;
    const cells = [isAgain ? n - 1 : n, isBad ? "" : `Idea ${n}`, body, at, `Author Number${n % 3000}`, n % 17, "open"];
    if (!out.write(`${cells.join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return distinct;
}
