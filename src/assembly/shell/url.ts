import "server-only";
import { currentPath } from "../server-caller";

/** Query parameters that belong to the way a page was asked for, not to the page. */
const PASSING = ["refused", "_rsc"] as const;

/** The page being drawn: its address without what is passing, and the form that came back to it, if one did. */
export async function currentUrl(): Promise<{ path: string; pathname: string; refused: string | null }> {
  const url = new URL(await currentPath(), "http://levain.invalid");
  const refused = url.searchParams.get("refused");
  for (const name of PASSING) url.searchParams.delete(name);
  return { path: url.pathname + url.search, pathname: url.pathname, refused };
}
