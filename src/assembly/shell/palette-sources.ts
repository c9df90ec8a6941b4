import { paths, withQuery } from "@/paths";
import type { SearchView } from "@/search/views";

/** A place to go to, or a thing of this page to press. */
export type Found = {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Where it leads, or the element that does it. */
  readonly to: string | HTMLElement;
};
export type PaletteGroup = "here" | "places" | "spaces" | "talks" | "people" | "search";

/** A single letter is asked of the page alone. */
const LETTERS_MIN = 2;
const TALKS_MAX = 6;

function labelOf(element: Element): string {
  return (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
}

/** What the page itself has: its verbs, and the index beside it. What one may not do is not on the page. */
export function ofThisPage(): Found[] {
  const verbs = [...document.querySelectorAll<HTMLElement>("main :is(a, button)[data-key]")].filter(
    (verb) => verb.closest(".entry, .list-row") === null,
  );
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".shell-nav a.nav-link")];
  return [
    ...verbs.map((verb, n): Found => ({ key: `here-${n}`, group: "here", label: labelOf(verb), to: verb })),
    ...links.map(
      (link, n): Found => ({
        key: `place-${n}`,
        group: "places",
        label: labelOf(link),
        to: link.pathname + link.search,
      }),
    ),
  ];
}

/** What the search finds by these words, as far as the reader may read it; nothing when it cannot be asked. */
export async function bySearch(typed: string, signal: AbortSignal): Promise<Found[]> {
  if (typed.trim().length < LETTERS_MIN) return [];
  const input = encodeURIComponent(JSON.stringify({ q: typed, take: TALKS_MAX }));
  const answer = await fetch(`/api/trpc/search.find?input=${input}`, { signal }).catch(() => null);
  if (!answer?.ok) return [];
  const { result }: { result: { data: Pick<SearchView, "conversations" | "people" | "spaces"> } } = await answer.json();
  const { conversations, people, spaces } = result.data;
  return [
    ...spaces.map(({ slug, name }): Found => ({ key: slug, group: "spaces", label: name, to: paths.space(slug) })),
    ...conversations.map(
      ({ id, kind, title }): Found => ({
        key: id,
        group: "talks",
        label: title.map(({ text }) => text).join(""),
        to: kind === "idea" ? paths.idea(id) : paths.post(id),
      }),
    ),
    ...people.map(
      ({ id, displayName }): Found => ({ key: id, group: "people", label: displayName, to: paths.person(id) }),
    ),
  ];
}

/** The whole search for these words. */
export function searchFor(typed: string, label: string): Found[] {
  const q = typed.trim();
  return q === "" ? [] : [{ key: "search", group: "search", label, to: withQuery(paths.search(), { q }) }];
}
