import { Fragment, type ReactNode } from "react";

/** Names and what they stand for; entries without a detail are left out. */
export function DefinitionList({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  const shown = items.filter(({ detail }) => detail !== null && detail !== undefined && detail !== "");
  return (
    <dl className="definitions">
      {shown.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
