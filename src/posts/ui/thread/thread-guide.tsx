"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { QUOTE_BUTTON } from "./quotation";

type ThreadGuideProps = {
  /** The address of the conversation. */
  path: string;
  /** The comment that the address names. */
  here: string | undefined;
  /** The verb that notes what was on the screen, and its input; null when nothing of it is new. */
  mark: { procedure: string; values: Readonly<Record<string, string>> } | null;
  /** The word on the button that quotes what is selected. */
  quote: string;
};

/** How long the end of a part stands on the screen before it counts as read. */
const LOOK_MS = 600;

/**
 * Stands at the end of what is shown of a conversation. When that comes on the screen, it notes what was read. It also
 * finds comments that an address names only by its fragment, and lets one quote what one selects.
 */
export function ThreadGuide({ path, here, mark, quote }: ThreadGuideProps) {
  const end = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const procedure = mark?.procedure ?? null;
  const body = new URLSearchParams(mark?.values).toString();

  useEffect(() => {
    const place = end.current;
    if (place === null || procedure === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      watch.disconnect();
      document.removeEventListener("visibilitychange", look);
      // Nobody waits for it, and what fails is noted the next time.
      fetch(`/form/${procedure}`, {
        method: "POST",
        body: new URLSearchParams(body),
        headers: { accept: "application/json" },
        keepalive: true,
      }).catch(() => {});
    };
    let seen = false;
    const look = () => {
      clearTimeout(timer);
      if (seen && document.visibilityState === "visible") timer = setTimeout(note, LOOK_MS);
    };
    const watch = new IntersectionObserver((entries) => {
      seen = entries.some((entry) => entry.isIntersecting);
      look();
    });
    watch.observe(place);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [procedure, body]);

  useEffect(() => {
    const named = /^#c-([\da-f-]{36})$/.exec(location.hash)?.[1];
    if (named === undefined) return;
    const entry = document.getElementById(`c-${named}`);
    if (entry) entry.focus({ preventScroll: true });
    else if (here !== named) router.replace(`${path}?at=${named}#c-${named}`);
  }, [path, here, router]);

  useEffect(() => {
    const lookAt = ({ target }: Event) => {
      // Pressing the button itself selects nothing anew.
      if (target instanceof HTMLElement && target.id === QUOTE_BUTTON) return;
      if (document.getSelection()?.isCollapsed !== false) return;
      // It comes when somebody first selects something.
      import("./quote-selection").then(({ offerQuote }) => offerQuote(quote)).catch(() => {});
    };
    document.addEventListener("pointerup", lookAt);
    document.addEventListener("keyup", lookAt);
    return () => {
      document.removeEventListener("pointerup", lookAt);
      document.removeEventListener("keyup", lookAt);
    };
  }, [quote]);

  return <div ref={end} aria-hidden="true" />;
}
