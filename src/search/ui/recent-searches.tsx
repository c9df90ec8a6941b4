import { useEffect, useState } from "react";
import { Button } from "@/ui/button";

const KEPT = 8;

/** Each person on a shared device has a memory of their own; it never leaves the device. */
function keyOf(owner: string): string {
  return `levain-searches:${owner}`;
}

function recall(owner: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(owner)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, KEPT) : [];
  } catch {
    // A device may forbid a memory, or hold something else under the name.
    return [];
  }
}

function keep(owner: string, searches: readonly string[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(keyOf(owner));
    else localStorage.setItem(keyOf(owner), JSON.stringify(searches));
  } catch {
    // Without a memory there is nothing to remember.
  }
}

/** Remembers a search that led somewhere. */
export function remember(owner: string, text: string): void {
  const search = text.trim();
  if (search !== "") keep(owner, [search, ...recall(owner).filter((one) => one !== search)].slice(0, KEPT));
}

type RecentProps = {
  owner: string;
  words: { recent: string; recentText: string; forget: string };
  choose: (search: string) => void;
};

/** What this device was asked for lately. */
export function RecentSearches({ owner, words, choose }: RecentProps) {
  const [searches, setSearches] = useState<readonly string[]>([]);
  useEffect(() => setSearches(recall(owner)), [owner]);
  if (searches.length === 0) return null;
  return (
    <section className="mb-6" aria-label={words.recent}>
      <h2 className="font-semibold">{words.recent}</h2>
      <ul className="my-2 flex flex-wrap gap-2">
        {searches.map((search) => (
          <li key={search}>
            <Button size="small" icon="history" onClick={() => choose(search)}>
              {search}
            </Button>
          </li>
        ))}
      </ul>
      <p className="fine quiet">
        {words.recentText}{" "}
        <Button
          look="plain"
          size="small"
          onClick={() => {
            keep(owner, []);
            setSearches([]);
          }}
        >
          {words.forget}
        </Button>
      </p>
    </section>
  );
}
