"use client";
import { useEffect, useRef, useState } from "react";
import { paths } from "@/paths";
import type { SimilarIdea } from "../views";

type SimilarIdeasProps = {
  /** The board; without it, the one that is chosen in the form. */
  boardId?: string;
  words: { title: string; status: Readonly<Record<string, string>>; vote?: string };
  /** Where one votes instead, with `{idea}` and `{words}`, percent-encoded, for the idea and its title. */
  voteAt?: string;
};

/** How long somebody has stopped typing before it is asked, and how much they must have typed. */
const PAUSE_MS = 350;
const LEAST = 4;

async function ask(boardId: string, text: string, signal: AbortSignal): Promise<readonly SimilarIdea[]> {
  const input = encodeURIComponent(JSON.stringify({ board: boardId, text }));
  const answer = await fetch(`/api/trpc/feedback.similar?input=${input}`, { signal });
  const body: { result?: { data?: SimilarIdea[] } } = answer.ok ? await answer.json() : {};
  return body.result?.data ?? [];
}

function filled(address: string, { id, title }: SimilarIdea): string {
  return address.replace("%7Bidea%7D", id).replace("%7Bwords%7D", encodeURIComponent(title));
}

/** Shows ideas that are like the title being typed in the form around it. Without a script the form is as good. */
export function SimilarIdeas({ boardId, words, voteAt }: SimilarIdeasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly SimilarIdea[]>([]);

  useEffect(() => {
    const fields = place.current?.closest("form")?.elements;
    const title = fields?.namedItem("title");
    const chosen = fields?.namedItem("board");
    if (!(title instanceof HTMLInputElement)) return;
    const board = () => boardId ?? (chosen instanceof HTMLSelectElement ? chosen.value : "");
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const look = () => {
      asking.abort();
      asking = new AbortController();
      const text = title.value.trim();
      if (text.length < LEAST) return setFound([]);
      // A question that fails, or that a newer one overtook, is no reason to disturb whoever writes.
      ask(board(), text, asking.signal).then(setFound, () => {});
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    title.addEventListener("input", later);
    if (chosen instanceof HTMLSelectElement) chosen.addEventListener("change", later);
    return () => {
      title.removeEventListener("input", later);
      if (chosen instanceof HTMLSelectElement) chosen.removeEventListener("change", later);
      clearTimeout(timer);
      asking.abort();
    };
  }, [boardId]);

  return (
    <div ref={place} role="status">
      {found.length === 0 ? null : (
        <div className="border-crust border-s-3 py-0.5 ps-3.5">
          <p className="fine quiet">{words.title}</p>
          <ul>
            {found.map((idea) => (
              <li key={idea.id} className="py-0.5">
                <a href={paths.idea(idea.id)}>{idea.title}</a>{" "}
                <span className="fine quiet">
                  {words.status[idea.status]} · {idea.voteCount}
                </span>
                {voteAt === undefined ? null : (
                  <>
                    {" "}
                    <a className="fine" href={filled(voteAt, idea)} aria-label={`${words.vote}: ${idea.title}`}>
                      {words.vote}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
