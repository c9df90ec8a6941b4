CREATE TABLE "board_label" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "board_label_kind" CHECK ("board_label"."kind" in ('category', 'tag')),
	CONSTRAINT "board_label_name" CHECK (char_length("board_label"."name") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "idea_tag" (
	"idea_id" uuid NOT NULL,
	"label_id" uuid NOT NULL,
	CONSTRAINT "idea_tag_idea_id_label_id_pk" PRIMARY KEY("idea_id","label_id")
);
--> statement-breakpoint
ALTER TABLE "board" DROP CONSTRAINT "board_audience";--> statement-breakpoint
ALTER TABLE "idea" DROP CONSTRAINT "idea_votes";--> statement-breakpoint
DROP INDEX "idea_by_votes";--> statement-breakpoint
ALTER TABLE "board" ALTER COLUMN "audience" SET DEFAULT 'hosts';--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "audience_cohorts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "vote_to" text DEFAULT 'hosts' NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "vote_cohorts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "comment_to" text DEFAULT 'hosts' NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "comment_cohorts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "suggest_to" text DEFAULT 'hosts' NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "suggest_cohorts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "voters_shown" text DEFAULT 'names' NOT NULL;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "vote_budget" smallint;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "answer_days" smallint;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "phase" text GENERATED ALWAYS AS (case when status in ('open', 'under-review') then 'waiting' when status in ('shipped', 'not-now', 'merged')
          then status else 'coming' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "category_id" uuid;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "like_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "need_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "blocked_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "weight" integer GENERATED ALWAYS AS (like_count + 3 * need_count + 9 * blocked_count) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "department_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "trend" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "idea_vote" ADD COLUMN "department" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_label" ADD CONSTRAINT "board_label_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_tag" ADD CONSTRAINT "idea_tag_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_tag" ADD CONSTRAINT "idea_tag_label_id_board_label_id_fk" FOREIGN KEY ("label_id") REFERENCES "public"."board_label"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Boards that are there let whom they let: who sees one votes, comments and suggests there. They keep their votes
-- without a budget, and promise nothing that nobody has promised.
UPDATE "board" SET "vote_to" = "audience", "comment_to" = "audience", "suggest_to" = "audience";--> statement-breakpoint
UPDATE "idea_vote" v SET "department" = p."department" FROM "person" p WHERE p."id" = v."person_id" AND p."department" <> '';--> statement-breakpoint
UPDATE "idea" SET "vote_count" = c.votes, "like_count" = c.likes, "need_count" = c.needs, "blocked_count" = c.blocked,
  "department_count" = c.departments, "trend" = c.most + ln(c.rest) / ln(2.0::float8)
FROM (
  SELECT one.id, top.most, count(v.need)::int AS votes, count(*) FILTER (WHERE v.need = 'like')::int AS likes,
    count(*) FILTER (WHERE v.need = 'need')::int AS needs, count(*) FILTER (WHERE v.need = 'blocked')::int AS blocked,
    count(DISTINCT v.department) FILTER (WHERE v.department <> '')::int AS departments,
    power(2.0::float8, greatest(extract(epoch from one.created_at)::float8 / 1209600.0 - top.most, -1000))
      + coalesce(sum(power(2.0::float8, greatest(extract(epoch from v.voted_at)::float8 / 1209600.0 - top.most, -1000))), 0) AS rest
  FROM "idea" one
  CROSS JOIN LATERAL (SELECT greatest(extract(epoch from one.created_at)::float8 / 1209600.0,
      max(extract(epoch from l.voted_at)::float8 / 1209600.0)) AS most FROM "idea_vote" l WHERE l.idea_id = one.id) top
  LEFT JOIN "idea_vote" v ON v.idea_id = one.id
  GROUP BY one.id, one.created_at, top.most) c
WHERE c.id = "idea"."id";--> statement-breakpoint
-- An idea waits since it was suggested, or since a decision was taken back; it was answered when it was first decided.
UPDATE "idea" SET
  "waiting_since" = CASE WHEN "status" IN ('open', 'under-review') THEN coalesce((SELECT max(m.moved_at) FROM "idea_move" m
    WHERE m.idea_id = "idea"."id" AND m.from_status NOT IN ('open', 'under-review')
      AND m.to_status IN ('open', 'under-review')), "created_at") END,
  "answered_at" = (SELECT min(m.moved_at) FROM "idea_move" m
    WHERE m.idea_id = "idea"."id" AND m.to_status NOT IN ('open', 'under-review'));--> statement-breakpoint
CREATE UNIQUE INDEX "board_label_once" ON "board_label" USING btree ("board_id","kind",lower("name"));--> statement-breakpoint
CREATE INDEX "idea_tag_by_label" ON "idea_tag" USING btree ("label_id","idea_id");--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_category_id_board_label_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."board_label"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_by_weight" ON "idea" USING btree ("board_id","phase","weight" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "idea_by_trend" ON "idea" USING btree ("board_id","phase","trend" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "idea_by_phase_and_time" ON "idea" USING btree ("board_id","phase","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "idea_waiting" ON "idea" USING btree ("board_id","waiting_since","id") WHERE "idea"."removed_at" is null and "idea"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "idea_answered" ON "idea" USING btree ("board_id","answered_at") WHERE "idea"."removed_at" is null and "idea"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "idea_by_category" ON "idea" USING btree ("category_id") WHERE "idea"."removed_at" is null and "idea"."category_id" is not null;--> statement-breakpoint
CREATE INDEX "vote_by_department" ON "idea_vote" USING btree ("idea_id","department");--> statement-breakpoint
CREATE INDEX "idea_by_votes" ON "idea" USING btree ("board_id","phase","vote_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_access" CHECK ("board"."vote_to" in ('members', 'cohort', 'hosts') and "board"."comment_to" in ('members', 'cohort', 'hosts')
        and "board"."suggest_to" in ('members', 'cohort', 'hosts'));--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_cohorts" CHECK (("board"."audience" = 'cohort') = (cardinality("board"."audience_cohorts") > 0)
        and ("board"."vote_to" = 'cohort') = (cardinality("board"."vote_cohorts") > 0)
        and ("board"."comment_to" = 'cohort') = (cardinality("board"."comment_cohorts") > 0)
        and ("board"."suggest_to" = 'cohort') = (cardinality("board"."suggest_cohorts") > 0));--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_voters_shown" CHECK ("board"."voters_shown" in ('names', 'counts', 'hosts'));--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_vote_budget" CHECK ("board"."vote_budget" between 1 and 100);--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_answer_days" CHECK ("board"."answer_days" between 1 and 60);--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_audience" CHECK ("board"."audience" in ('members', 'cohort', 'hosts'));--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_votes_by_need" CHECK ("idea"."vote_count" = "idea"."like_count" + "idea"."need_count" + "idea"."blocked_count");--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_votes" CHECK (least("idea"."like_count", "idea"."need_count", "idea"."blocked_count", "idea"."department_count") >= 0);