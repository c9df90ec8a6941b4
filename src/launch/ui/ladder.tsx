"use client";
import { paths } from "@/paths";
import { rung, STAGES } from "@/stages/shape";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import type { Room } from "./data";
import { useReader } from "./reader";

/** The five stages, where the launch stands among them, and a rehearsal of each other one. */
export function Ladder({ room }: { room: Room }) {
  const { t, format } = useReader(room.at);
  const here = rung(room.stage);
  return (
    <Section title={t("launch.room.ladder")}>
      <ol className="list">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            aria-current={index === here ? "step" : undefined}
            className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-rye border-b border-l-3 border-l-transparent py-3 pl-3 last:border-b-0 aria-[current]:border-l-crust"
          >
            <span className="figures font-serif text-ink-soft" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3 className={index < here ? "text-ink-soft" : undefined}>
                {t(`stages.name.${stage}`)}{" "}
                {index === here ? <Badge tone="accent">{t("launch.room.now")}</Badge> : null}
                {index < here ? <span className="hidden-words">{t("launch.room.past")}</span> : null}
              </h3>
              <p className="quiet">{t(`stages.who.${stage}`)}</p>
            </div>
            {index === here ? (
              <time className="quiet fine" dateTime={room.since}>
                {format.shortDate(room.since)}
              </time>
            ) : (
              <Link
                className="fine"
                href={paths.launchRehearsal(stage)}
                aria-label={t("launch.room.rehearseStage", { stage: t(`stages.name.${stage}`) })}
              >
                {t("launch.room.rehearse")}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
