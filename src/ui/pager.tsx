import { Link } from "@/ui/link";

type Step = { readonly href: string; readonly label: string };

/** On to what is older, and back. A list is paged by key, so there are no page numbers. */
export function Pager({ next, previous, label }: { next?: Step | null; previous?: Step | null; label: string }) {
  if (!next && !previous) return null;
  return (
    <nav className="pager" aria-label={label}>
      {previous ? (
        <Link href={previous.href} rel="prev">
          {previous.label}
        </Link>
      ) : null}
      {next ? (
        <Link href={next.href} rel="next">
          {next.label}
        </Link>
      ) : null}
    </nav>
  );
}
