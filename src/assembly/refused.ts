import "server-only";
import type { RefusedForm } from "@/ui/form-state";
import { refusedFormId } from "./doors/refused-forms";
import { api } from "./server-caller";

/** A form that came back, with the verb that it called. */
export type RefusedVerb = RefusedForm & { readonly procedure: string };

/** The form that was sent without JavaScript, refused, and kept under this id for whoever sent it; null for none. */
export async function loadRefused(id: string | null): Promise<RefusedVerb | null> {
  const parsed = refusedFormId.safeParse(id);
  if (!parsed.success) return null;
  return (await api()).doors.refused({ id: parsed.data });
}
