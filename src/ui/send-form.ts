/** What became of a form that was sent by fetch. */
export type Sent =
  | { readonly kind: "done"; readonly to: string }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly fields: Readonly<Record<string, readonly string[]>>;
      readonly ref?: string;
    }
  | { readonly kind: "failed"; readonly because: "network" | "fault"; readonly ref?: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fieldErrors(value: unknown): Readonly<Record<string, readonly string[]>> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).map(
    ([name, said]) => [name, (Array.isArray(said) ? said : [said]).filter((line) => typeof line === "string")] as const,
  );
  return Object.fromEntries(entries.filter(([, said]) => said.length > 0));
}

/**
 * Reads the answer of the form door: `{to}` when it is done,
 * `{refusal: {code, message, fields?, ref?}}` when it is not.
 */
export function readAnswer(ok: boolean, body: unknown): Sent {
  if (!isRecord(body)) return { kind: "failed", because: "fault" };
  // Only a path of this site: an answer must not be able to lead elsewhere.
  if (ok && typeof body.to === "string" && /^\/(?![/\\])/.test(body.to)) return { kind: "done", to: body.to };
  const refusal = body.refusal;
  if (!isRecord(refusal)) return { kind: "failed", because: "fault" };
  const ref = typeof refusal.ref === "string" ? { ref: refusal.ref } : {};
  if (typeof refusal.message !== "string") return { kind: "failed", because: "fault", ...ref };
  return { kind: "refused", message: refusal.message, fields: fieldErrors(refusal.fields), ...ref };
}

/** The body a browser would send for this form by itself: multipart only when the form says so. */
function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): BodyInit {
  const data = new FormData(form, submitter);
  if (form.enctype === "multipart/form-data") return data;
  const pairs = [...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
  return new URLSearchParams(pairs);
}

/** Sends a form to the address it names, as it would go by itself, and asks for an answer in JSON. Never throws. */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Sent> {
  const body = bodyOf(form, submitter);
  const answer = await fetch(form.getAttribute("action") ?? "", {
    method: "POST",
    body,
    headers: { accept: "application/json" },
  }).catch(() => null);
  if (!answer) return { kind: "failed", because: "network" };
  return readAnswer(answer.ok, await answer.json().catch(() => null));
}
