type TimeAgoProps = {
  at: Date | string;
  /** How this reader reads dates: language, time zone and the present are in it. */
  format: { ago(at: Date | string): string; dateTime(at: Date | string): string };
};

/** How long ago, in words; the exact moment on pointing, and for machines. */
export function TimeAgo({ at, format }: TimeAgoProps) {
  const exact = at instanceof Date ? at.toISOString() : at;
  return (
    <time dateTime={exact} title={format.dateTime(at)} data-ago="">
      {format.ago(at)}
    </time>
  );
}
