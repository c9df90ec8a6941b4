import { and, desc, eq, gt, lt, notInArray } from "drizzle-orm";
import { z } from "zod";
import { refusalWords } from "@/i18n/refusal-words";
import { type Words, words } from "@/i18n/words";
import { hashOfToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { idOf, newId } from "@/platform/ids";
import { unfolded } from "@/posts/ui/words-of";
import { faultWords } from "./problem";
import { type FormProblem, refusedForm } from "./schema";

export const refusedFormId = idOf<"refused-form">();

/** How long a refused form waits to be shown again. */
const KEPT_MS = HOUR;

/** Whose a refused form is: a person's, or the holder's of a cookie with this token. */
export type FormOwner = { readonly personId: PersonId } | { readonly token: string };

/** How many refused forms one owner has at most, and how long one may be, in characters: the longest of ours is 40,000. */
const OWNED_MAX = 10;
const TYPED_MAX = 100_000;

/**
 * Keeps a refused form, and of its owner's earlier ones the newest; of one that no page of ours sends, only why it was
 * refused. Gives the id to show it again by.
 */
export async function keepRefused(
  tx: Tx,
  owner: FormOwner,
  form: { procedure: string; problem: FormProblem; typed: Record<string, string[]> },
): Promise<z.output<typeof refusedFormId>> {
  const id = newId<"refused-form">();
  const whose = "personId" in owner ? owner : { holder: hashOfToken(owner.token) };
  const typed = lengthOf(form.typed) > TYPED_MAX ? {} : form.typed;
  await tx.insert(refusedForm).values({ id, ...whose, ...form, typed, refusedAt: now() });
  await forgetOlder(tx, owner);
  return id;
}

function lengthOf(typed: Record<string, string[]>): number {
  return Object.entries(typed).reduce((sum, [name, said]) => sum + name.length + said.join("").length, 0);
}

async function forgetOlder(tx: Tx, owner: FormOwner): Promise<void> {
  const theirs =
    "personId" in owner ? eq(refusedForm.personId, owner.personId) : eq(refusedForm.holder, hashOfToken(owner.token));
  const newest = tx
    .select({ id: refusedForm.id })
    .from(refusedForm)
    .where(theirs)
    .orderBy(desc(refusedForm.refusedAt), desc(refusedForm.id))
    .limit(OWNED_MAX);
  await tx.delete(refusedForm).where(and(theirs, notInArray(refusedForm.id, newest)));
}

/** Gives the forms that were refused before a sign-in to whoever signed in. */
export async function adoptRefused(tx: Tx, token: string, personId: PersonId): Promise<void> {
  await tx
    .update(refusedForm)
    .set({ personId, holder: null })
    .where(eq(refusedForm.holder, hashOfToken(token)));
}

/** A refused form as the page shows it again: the words, and what was typed, by field name. */
export const refusedFormView = z.object({
  procedure: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.array(z.string())),
  /** How the words will look, for a form that was sent to see that. */
  preview: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type RefusedFormView = z.output<typeof refusedFormView>;

/** A person's refused form in their language; null when there is none, it is another's, or its hour is over. */
export async function refusedFormOf(
  db: Reader,
  owner: PersonId,
  id: z.output<typeof refusedFormId>,
  locale: "en" | "fr",
): Promise<RefusedFormView | null> {
  const [row] = await db
    .select()
    .from(refusedForm)
    .where(and(eq(refusedForm.id, id), eq(refusedForm.personId, owner), gt(refusedForm.refusedAt, oldest())));
  if (row === undefined) return null;
  const t = words(locale);
  const said = saidOf(t, row.problem);
  return {
    procedure: row.procedure,
    message: said.message,
    preview: row.problem.code === "preview" ? unfolded(t, row.problem.html) : null,
    fields: Object.fromEntries(Object.entries(said.fields).map(([name, list]) => [name, [...list]])),
    values: Object.fromEntries(Object.entries(row.typed).map(([name, list]) => [name, single(list)])),
  };
}

function saidOf(
  t: Words,
  problem: FormProblem,
): { message: string; fields: Readonly<Record<string, readonly string[]>> } {
  if (problem.code === "fault") return { message: faultWords(t, problem.ref), fields: {} };
  if (problem.code !== "preview") return refusalWords(t, problem);
  const names = problem.unread.join(", ");
  const unread = names === "" ? "" : ` ${t("editor.previewUnread", { names })}`;
  return { message: `${t("editor.previewTitle")}. ${t("editor.previewNote")}${unread}`, fields: {} };
}

/** A name that came once is one value; pages compare with it. */
function single(list: string[]): string | string[] {
  return list.length === 1 ? (list[0] ?? "") : list;
}

/** Removes the forms whose hour is over. */
export async function sweepRefused(tx: Tx): Promise<void> {
  await tx.delete(refusedForm).where(lt(refusedForm.refusedAt, oldest()));
}

function oldest(): Date {
  return new Date(now().getTime() - KEPT_MS);
}
