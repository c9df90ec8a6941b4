import { once } from "node:events";
import { PERSONAL } from "./answers";
import { csv, csvHead, type Row } from "./csv";
import type { Visit } from "./visit";

/** Rows in parts, each asked for when the one before has left. */
type Parts = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;

/** Answers with a table as a file to keep (CSV), part by part; a HEAD asks for no part. */
export async function sendTable({ req, res }: Visit, name: string, head: Row, parts: Parts): Promise<void> {
  res.setHeader("content-type", "text/csv; charset=utf-8");
  res.setHeader("content-disposition", `attachment; filename="${name}.csv"`);
  res.setHeader("cache-control", PERSONAL);
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  res.write(csvHead(head));
  for await (const rows of parts) {
    if (res.destroyed) return;
    if (!res.write(csv(rows))) await Promise.race([once(res, "drain"), once(res, "close")]);
  }
  res.end();
}
