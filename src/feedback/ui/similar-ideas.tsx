"use client";
import { useEffect, useRef, useState } from "react";
import { paths } from "@/paths";
import type { SimilarIdea } from "../views";

type SimilarIdeasProps = {
  boardId: string;
  words: { title: string; status: Readonly<Record<string, string>> };
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

/** Shows ideas that are like the title being typed in the form around it. Without a script the form is as good. */
export function SimilarIdeas({ boardId, words }: SimilarIdeasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly SimilarIdea[]>([]);

  useEffect(() => {
    const title = place.current?.closest("form")?.elements.namedItem("title");
    if (!(title instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const look = () => {
      asking.abort();
      asking = new AbortController();
      const text = title.value.trim();
      if (text.length < LEAST) return setFound([]);
      // A question that fails, or that a newer one overtook, is no reason to disturb whoever writes.
      ask(boardId, text, asking.signal).then(setFound, () => {});
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    title.addEventListener("input", later);
    return () => {
      title.removeEventListener("input", later);
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
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
