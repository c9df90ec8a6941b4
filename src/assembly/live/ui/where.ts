const ENTRIES = "main .entry[id]";

/** Whether somebody is writing on the page: then nothing above their words may move. */
export function isWriting(): boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at.closest("main") === null) return false;
  return at.matches("textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])");
}

/** The voices on the page. */
export function entryIds(): ReadonlySet<string> {
  return new Set(Array.from(document.querySelectorAll(ENTRIES), (one) => one.id));
}

/** The voices that were not there before and that one does not see without scrolling. */
export function entriesBelow(known: ReadonlySet<string>): string[] {
  if (known.size === 0) return [];
  return Array.from(document.querySelectorAll(ENTRIES))
    .filter((one) => !known.has(one.id) && one.getBoundingClientRect().top > innerHeight - 40)
    .map((one) => one.id);
}

/** Goes to a voice, with the focus, so that those who listen and those who use keys are there too. */
export function showEntry(id: string): boolean {
  const entry = document.getElementById(id);
  if (entry === null) return false;
  entry.tabIndex = -1;
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "center" });
  return true;
}

/** Goes to where a list begins. */
export function showTop(): void {
  const main = document.querySelector("main");
  main?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}
