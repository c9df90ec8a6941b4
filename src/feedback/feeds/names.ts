/** What a key calls the feed of the changelog. */
export const CHANGELOG_FEED = "changelog";

/** What a key calls the feed of a board; a board's address never changes. */
export function feedOfBoard(slug: string): string {
  return `boards/${slug}`;
}
