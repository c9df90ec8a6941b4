import { type SQL, sql } from "drizzle-orm";
import { file } from "../schema";
import type { FileCard } from "./views";

/** What a page shows of a file. */
export const fileColumns = {
  id: file.id,
  name: file.name,
  kind: file.kind,
  type: file.type,
  size: file.size,
  width: file.width,
  height: file.height,
  hasSmall: file.hasSmall,
};

/**
 * The files that hang on something, in order, as one column, so that lists ask once.
 * @param hung the table that says what hangs where, with `file_id`, `listed` and `place`; it is called `a` in `where`
 */
export function filesBelow(hung: SQL, where: SQL): SQL<FileCard[]> {
  return sql<FileCard[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'type', f.type, 'size', f.size,
      'width', f.width, 'height', f.height, 'hasSmall', f.has_small) order by a.place)
    from ${hung} a join file f on f.id = a.file_id where a.listed and ${where}), '[]'::jsonb)`;
}
