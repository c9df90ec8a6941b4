import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { once } from "../once";

/** Where a request says which answer its page is drawn for; no client can send it. */
export const DRAWING_HEADER = "x-levain-drawing";

const drawing = () => once("http.drawing", () => new Map<string, ServerResponse>());

/** Lets the page that is about to be drawn for a request say that nothing is there. */
export function expectPage(req: IncomingMessage, res: ServerResponse): void {
  const name = randomUUID();
  req.headers[DRAWING_HEADER] = name;
  drawing().set(name, res);
  res.once("close", () => drawing().delete(name));
}

/**
 * Makes a page that is being drawn an answer 404. Next's own `notFound()` sends an empty document, which says nothing
 * until a script has filled it.
 * @param name what `DRAWING_HEADER` holds
 */
export function answerMissing(name: string | null): void {
  const res = name === null ? undefined : drawing().get(name);
  if (res !== undefined && !res.headersSent) res.statusCode = 404;
}
