import type { WordKey } from "@/i18n/words";
import { paths } from "@/paths";
import { isTeam, type Viewer } from "@/platform/access/viewer";

/** Where `g` and a letter lead. */
export function journeys(viewer: Viewer): Readonly<Record<string, string>> {
  const everybody = { h: paths.home(), s: paths.spaces(), p: paths.people(), b: paths.boards() };
  return isTeam(viewer) ? { ...everybody, l: paths.launch() } : everybody;
}

export type KeyLine = { readonly keys: readonly string[]; readonly means: WordKey };

const PLACES: Readonly<Record<string, WordKey>> = {
  h: "members.keys.home",
  s: "members.keys.spaces",
  p: "members.keys.people",
  b: "members.keys.boards",
  l: "members.keys.launch",
};

/** Every key with what it does, for whoever is inside. */
export function keyLines(viewer: Viewer): KeyLine[] {
  const going = Object.keys(journeys(viewer)).flatMap((letter): KeyLine[] => {
    const means = PLACES[letter];
    return means === undefined ? [] : [{ keys: ["g", letter], means }];
  });
  return [
    { keys: ["?"], means: "members.keys.help" },
    { keys: ["/"], means: "members.keys.search" },
    { keys: ["Ctrl", "K"], means: "members.keys.palette" },
    { keys: ["c"], means: "members.keys.compose" },
    { keys: ["j"], means: "members.keys.next" },
    { keys: ["k"], means: "members.keys.previous" },
    { keys: ["r"], means: "members.keys.answer" },
    { keys: ["q"], means: "members.keys.quote" },
    { keys: ["l"], means: "members.keys.react" },
    { keys: ["m"], means: "members.keys.menu" },
    ...going,
  ];
}
