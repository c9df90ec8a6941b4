import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { picturesFor } from "../attachments/attach";
import { render } from "../render";
import { BODY_MAX, conversationId } from "../shape";
import type { Among } from "./among";
import { readWords } from "./settle";

/** A text to look at before it is sent; `before` is what stands there now, where it takes the place of another. */
export const previewShape = z.object({
  body: z.string().max(BODY_MAX),
  /** The conversation that it stands in, whose pictures it may show. */
  conversation: conversationId.optional(),
  before: z
    .string()
    .max(2 * BODY_MAX)
    .optional(),
});

/** What will stand there, and what comes of the names in it. */
export const previewView = z.object({
  bodyHtml: z.string(),
  unread: z.array(z.string()),
  unclear: z.array(z.string()),
  everyone: z.number().int().nullable(),
});
export type PreviewView = z.output<typeof previewView>;

/** Words that stand in no space, such as an announcement: names in them call nobody. */
export function plainPreview(bodyHtml: string): PreviewView {
  return { bodyHtml, unread: [], unclear: [], everyone: null };
}

/** A preview writes nothing, but a long text is work. */
export const PREVIEW_LIMIT = { name: "preview", points: 120, seconds: 60 };

/** Renders a text as writing it would: the same function, and the same names. */
export async function previewOf(
  db: Reader,
  viewer: Viewer,
  { body, before, conversation }: z.output<typeof previewShape>,
  among: Among,
): Promise<PreviewView> {
  // The shape of a body trims it; what is only looked at is trimmed here.
  const settled = await readWords(db, { actor: viewer.id, body: body.trim(), before }, among);
  const { unread, unclear, calls } = settled;
  const pictures = await picturesFor(db, viewer.id, settled.body, conversation ?? null);
  return {
    bodyHtml: render(settled.body, pictures).bodyHtml,
    unread: [...unread],
    unclear: [...unclear],
    everyone: calls?.count ?? null,
  };
}
