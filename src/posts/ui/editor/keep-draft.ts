import { askDraft, type DraftSaved, type KeptDraft, sendDraft } from "./ask";

/** What is kept of a form: its title, its text, and what kind of post it is to be. */
export type Written = { readonly title: string; readonly body: string; readonly kind: string };
type Local = Written & { readonly at: number };

const PREFIX = "levain-draft:";
/** The device keeps the last moments, the server what is a little older. */
const LOCAL_MS = 400;
const SERVER_MS = 2000;
const NAMES = ["title", "body", "kind"] as const;

export function isBlank({ title, body }: Pick<Written, "title" | "body">): boolean {
  return title.trim() === "" && body.trim() === "";
}

/** What stands in a form now. */
export function writtenIn(form: HTMLFormElement): Written {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? "");
  return { title: value("title"), body: value("body"), kind: value("kind") };
}

/** Puts a draft into a form, as if it had been typed. */
export function fillIn(form: HTMLFormElement, draft: Written): void {
  for (const name of NAMES) {
    const input = form.elements.namedItem(name);
    if (input instanceof RadioNodeList && draft.kind !== "") input.value = draft.kind;
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) continue;
    input.value = draft[name];
    // The counter beside the input listens to this.
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function localOf(place: string): Local | null {
  try {
    const kept: Partial<Local> = JSON.parse(localStorage.getItem(PREFIX + place) ?? "{}");
    if (typeof kept.body !== "string" || typeof kept.at !== "number") return null;
    return { title: kept.title ?? "", body: kept.body, kind: kept.kind ?? "", at: kept.at };
  } catch {
    return null;
  }
}

function setLocal(place: string, written: Written | null): void {
  try {
    if (written === null || isBlank(written)) localStorage.removeItem(PREFIX + place);
    else localStorage.setItem(PREFIX + place, JSON.stringify({ ...written, at: Date.now() }));
  } catch {
    // A device that keeps nothing (private windows, a full disk) leaves it to the server.
  }
}

export type Found = {
  readonly draft: Written;
  readonly at: string | number;
  readonly overtaken: KeptDraft["overtaken"];
};

/** Keeps one form's words on the device and on the server, until they are sent. */
export class DraftKeeper {
  private base = 0;
  private timers: ReturnType<typeof setTimeout>[] = [];
  private sending = new AbortController();
  private last = "";
  private isPaused = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly at: { readonly place: string; readonly path: string },
    private readonly onSaved: (saved: DraftSaved | null) => void,
  ) {}

  /** What was written here before: the newer of what the device and the server have. */
  async find(known: KeptDraft | null | undefined): Promise<Found | null> {
    const kept = known === undefined ? await askDraft(this.at.place).catch(() => null) : known;
    this.base = kept?.version ?? 0;
    const local = localOf(this.at.place);
    const isNewer = local !== null && (kept === null || local.at > new Date(kept.savedAt).getTime());
    if (isNewer) return { draft: local, at: local.at, overtaken: kept?.overtaken ?? null };
    return kept === null ? null : { draft: kept, at: kept.savedAt, overtaken: kept.overtaken };
  }

  /** Something was typed. */
  changed(): void {
    this.isPaused = false;
    this.stop();
    this.timers = [setTimeout(() => this.keepHere(), LOCAL_MS), setTimeout(() => this.keepThere(), SERVER_MS)];
  }

  /** The form is being sent: what is on its way is called back, and nothing follows it. */
  pause(): void {
    this.isPaused = true;
    this.stop();
    this.sending.abort();
  }

  /** It was sent, or is not wanted any more: the device forgets it. The server does so itself. */
  forget(): void {
    this.pause();
    this.base = 0;
    this.last = "";
    setLocal(this.at.place, null);
  }

  /** The page goes away: what is not there yet is sent behind it. */
  leave(): void {
    if (this.isPaused || this.timers.length === 0) return;
    this.stop();
    this.keepHere();
    this.keepThere({ keepalive: true });
  }

  private stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
  }

  private keepHere(): void {
    setLocal(this.at.place, writtenIn(this.form));
  }

  private async keepThere(how: RequestInit = {}): Promise<void> {
    const written = writtenIn(this.form);
    const text = JSON.stringify(written);
    if (text === this.last) return;
    this.timers = [];
    this.sending.abort();
    const sending = new AbortController();
    this.sending = sending;
    try {
      const saved = await sendDraft({ ...this.at, ...written, base: this.base }, { signal: sending.signal, ...how });
      if (sending.signal.aborted) return;
      // Version 0 of a text that is not blank: the draft was sent or dropped elsewhere, and this one is a new one.
      const isGone = saved.version === 0 && !isBlank(written);
      this.base = saved.version;
      if (isGone) return void this.changed();
      this.last = text;
      if (JSON.stringify(writtenIn(this.form)) === text) setLocal(this.at.place, null);
      this.onSaved(saved);
    } catch {
      if (!sending.signal.aborted) this.onSaved(null);
    }
  }
}
