import "server-only";
import type { RefusedForm } from "@/ui/form-state";
import { api } from "./server-caller";

/** A form that came back, with the verb that it called. */
export type RefusedVerb = RefusedForm & { readonly procedure: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form that was sent without JavaScript, refused, and kept under this id for whoever sent it; null for none. */
export async function loadRefused(id: string | null): Promise<RefusedVerb | null> {
  if (id === null || !UUID.test(id)) return null;
  return (await api()).doors.refused({ id });
}
