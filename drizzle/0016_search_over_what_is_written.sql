-- Written by hand: what cuts texts into words. Both extensions are "trusted": the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY levain_english_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = english, ACCEPT = false);--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY levain_french_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = french, ACCEPT = false);--> statement-breakpoint
-- Words as they are spelled, accents aside: for exact phrases, beginnings of words, and what is a stop word elsewhere.
CREATE TEXT SEARCH CONFIGURATION levain_plain (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION levain_plain ALTER MAPPING FOR
  word, asciiword, numword, hword, asciihword, numhword, hword_part, hword_asciipart, hword_numpart WITH unaccent, simple;--> statement-breakpoint
-- Words by their stems. Stop words go first, while they still have their accents.
CREATE TEXT SEARCH CONFIGURATION levain_english (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION levain_english ALTER MAPPING FOR
  word, asciiword, hword, asciihword, hword_part, hword_asciipart WITH levain_english_stop, unaccent, english_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION levain_french (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION levain_french ALTER MAPPING FOR
  word, asciiword, hword, asciihword, hword_part, hword_asciipart WITH levain_french_stop, unaccent, french_stem;--> statement-breakpoint
CREATE TABLE "person_words" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_passage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"space_id" uuid,
	"board_id" uuid,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL,
	"passages" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_words" ADD CONSTRAINT "person_words_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_words_words" ON "person_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "person_words_name" ON "person_words" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_passage_words" ON "search_passage" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_passage_by_time" ON "search_passage" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "search_passage_by_space" ON "search_passage" USING btree ("space_id","created_at");--> statement-breakpoint
CREATE INDEX "search_passage_by_board" ON "search_passage" USING btree ("board_id","created_at") WHERE "search_passage"."board_id" is not null;--> statement-breakpoint
CREATE INDEX "search_passage_by_kind" ON "search_passage" USING btree ("kind","created_at");--> statement-breakpoint
CREATE INDEX "search_passage_by_author" ON "search_passage" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "search_passage_by_conversation" ON "search_passage" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "search_word_alike" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
-- Plenty of the most common words are kept count of: search chooses its way by how common a word is.
ALTER TABLE search_passage ALTER COLUMN words SET STATISTICS 300;--> statement-breakpoint
-- What is waiting to be sorted into an index is read by every search: people wait not at all, passages in a short list.
ALTER INDEX person_words_words SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX person_words_name SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX search_passage_words SET (gin_pending_list_limit = 512);--> statement-breakpoint
ALTER TABLE search_word ALTER COLUMN word TYPE text COLLATE "C";--> statement-breakpoint
-- Every word that one slip away from a word gives: a letter lost, doubled, wrong, or two that changed places.
CREATE FUNCTION search_slips(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i
  UNION SELECT overlay(word PLACING reverse(substr(word, i, 2)) FROM i FOR 2) FROM generate_series(1, length(word) - 1) i
  UNION SELECT overlay(word PLACING letter FROM i FOR 1)
    FROM generate_series(1, length(word)) i, regexp_split_to_table('abcdefghijklmnopqrstuvwxyz', '') letter
  UNION SELECT overlay(word PLACING letter FROM i FOR 0)
    FROM generate_series(1, length(word) + 1) i, regexp_split_to_table('abcdefghijklmnopqrstuvwxyz', '') letter
$$;--> statement-breakpoint
-- Without their accents French participles lose what tells the stemmer that they are some: "fermées" is read as "fermé".
CREATE FUNCTION levain_french_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(written, '[éÉeE]es?\M', 'e', 'g')
$$;--> statement-breakpoint
-- The language of a text by its little words: 'en', 'fr', or '' when it cannot be told.
CREATE FUNCTION levain_language(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fr >= 2 AND fr > 2 * en THEN 'fr' WHEN en >= 2 AND en > 2 * fr THEN 'en' ELSE '' END
  FROM (SELECT
    regexp_count(left(written, 2000), '\m(le|la|les|des|du|de|une|est|et|pour|dans|avec|que|qui|pas|sur|nous|vous|sont|cette|ce|il|en|au|aux)\M', 1, 'i') AS fr,
    regexp_count(left(written, 2000), '\m(the|and|is|are|of|to|for|with|that|this|it|we|you|not|have|was|from|in|be|at|they|who)\M', 1, 'i') AS en) AS counted
$$;--> statement-breakpoint
-- What is searched of a text: each word as it is spelled (weights A and C) and by its stem (B and D), of the title (A, B)
-- and of the rest (C, D). A text whose language cannot be told is stemmed in both.
CREATE FUNCTION levain_words(title text, written text, tongue text DEFAULT NULL) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('public.levain_plain', title), 'A')
    || setweight(to_tsvector('public.levain_plain', left(written, 50000)), 'C')
    || CASE WHEN spoken = 'fr' THEN ''::tsvector ELSE setweight(to_tsvector('public.levain_english', title), 'B')
      || setweight(to_tsvector('public.levain_english', left(written, 50000)), 'D') END
    || CASE WHEN spoken = 'en' THEN ''::tsvector
      ELSE setweight(to_tsvector('public.levain_french', public.levain_french_text(title)), 'B')
      || setweight(to_tsvector('public.levain_french', public.levain_french_text(left(written, 50000))), 'D') END
  FROM (SELECT coalesce(tongue, public.levain_language(title || ' ' || left(written, 2000))) AS spoken) AS told
$$;--> statement-breakpoint
-- A word that is asked for, as a query: 'word', 'prefix' (the beginning of one) or 'phrase' (exactly these, in a row).
CREATE FUNCTION levain_query(asked text, kind text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN kind = 'phrase' THEN phraseto_tsquery('public.levain_plain', asked)
    ELSE CASE WHEN kind = 'prefix' AND numnode(plain) > 0 THEN (plain::text || ':*')::tsquery ELSE plain END
      || plainto_tsquery('public.levain_english', asked)
      || plainto_tsquery('public.levain_french', public.levain_french_text(asked)) END
  FROM (SELECT plainto_tsquery('public.levain_plain', asked) AS plain) AS cut
$$;--> statement-breakpoint
-- The order of results, as docs/decisions tells it: how well the words fit, how fresh the talk is, whether it was answered.
CREATE FUNCTION search_score(fit real, days double precision, answers integer, answered boolean) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT fit * (0.4 + 0.6 * power(0.5, greatest(days, 0) / 180)) * (1 + 0.1 * ln(1 + answers))
    * CASE WHEN answered THEN 1.2 ELSE 1 END
$$;--> statement-breakpoint
-- What is searched of conversations: the one place that says which words count, and where they stand.
CREATE VIEW search_source AS
  SELECT c.id, c.id AS conversation_id, p.space_id, i.board_id, c.author_id, coalesce(p.kind, 'idea') AS kind,
    c.created_at, levain_words(c.title, c.body) AS words
  FROM conversation c LEFT JOIN post p ON p.id = c.id LEFT JOIN idea i ON i.id = c.id
  WHERE p.id IS NOT NULL OR i.id IS NOT NULL
  UNION ALL
  SELECT c.id, c.conversation_id, p.space_id, i.board_id, c.author_id, coalesce(p.kind, 'idea'),
    c.created_at, levain_words('', c.body)
  FROM comment c LEFT JOIN post p ON p.id = c.conversation_id LEFT JOIN idea i ON i.id = c.conversation_id
  WHERE c.removed_at IS NULL AND (p.id IS NOT NULL OR i.id IS NOT NULL);--> statement-breakpoint
CREATE FUNCTION search_passages_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_passage SELECT source.* FROM fresh CROSS JOIN LATERAL
    (SELECT * FROM search_source WHERE search_source.id = fresh.id) source ON CONFLICT (id) DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_passage_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_passage WHERE id = new.id;
  INSERT INTO search_passage SELECT * FROM search_source WHERE id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_passages_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_passage SET space_id = source.space_id, board_id = source.board_id, kind = source.kind
  FROM search_source source WHERE source.id = new.id AND search_passage.conversation_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_passages_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_passage USING gone WHERE search_passage.id = gone.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER search_post_written AFTER INSERT ON post REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_passages_written();--> statement-breakpoint
CREATE TRIGGER search_idea_written AFTER INSERT ON idea REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_passages_written();--> statement-breakpoint
CREATE TRIGGER search_comment_written AFTER INSERT ON comment REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_passages_written();--> statement-breakpoint
CREATE TRIGGER search_opening_changed AFTER UPDATE ON conversation FOR EACH ROW
  WHEN (new.title IS DISTINCT FROM old.title OR new.body IS DISTINCT FROM old.body OR new.author_id <> old.author_id)
  EXECUTE FUNCTION search_passage_changed();--> statement-breakpoint
CREATE TRIGGER search_comment_changed AFTER UPDATE ON comment FOR EACH ROW
  WHEN (new.body IS DISTINCT FROM old.body OR new.author_id <> old.author_id
    OR (new.removed_at IS NULL) <> (old.removed_at IS NULL) OR new.conversation_id <> old.conversation_id)
  EXECUTE FUNCTION search_passage_changed();--> statement-breakpoint
CREATE TRIGGER search_post_moved AFTER UPDATE ON post FOR EACH ROW
  WHEN (new.space_id <> old.space_id OR new.kind <> old.kind) EXECUTE FUNCTION search_passages_moved();--> statement-breakpoint
CREATE TRIGGER search_idea_moved AFTER UPDATE ON idea FOR EACH ROW
  WHEN (new.board_id <> old.board_id) EXECUTE FUNCTION search_passages_moved();--> statement-breakpoint
CREATE TRIGGER search_conversation_gone AFTER DELETE ON conversation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_passages_gone();--> statement-breakpoint
CREATE TRIGGER search_comment_gone AFTER DELETE ON comment REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_passages_gone();--> statement-breakpoint
-- Which fields of a person are searched, and how much each counts: the one place that says so.
CREATE FUNCTION person_searched(one person) RETURNS TABLE (field text, weight "char", words text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  VALUES ('name', 'A'::"char", one.display_name), ('canHelpWith', 'B', array_to_string(one.can_help_with, ', ')),
    ('title', 'C', one.title), ('department', 'C', one.department), ('site', 'C', one.site),
    ('wantsToLearn', 'C', array_to_string(one.wants_to_learn, ', ')),
    ('languages', 'D', array_to_string(one.languages, ', ')), ('about', 'D', one.about)
$$;--> statement-breakpoint
CREATE FUNCTION person_words_of(one person) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(levain_words('', string_agg(words, ', ') FILTER (WHERE weight = 'A'), ''), 'A')
    || setweight(levain_words('', string_agg(words, ', ') FILTER (WHERE weight = 'B'), ''), 'B')
    || setweight(levain_words('', string_agg(words, ', ') FILTER (WHERE weight = 'C'), ''), 'C')
    || setweight(levain_words('', string_agg(words, ', ') FILTER (WHERE weight = 'D')), 'D')
  FROM person_searched(one)
$$;--> statement-breakpoint
CREATE FUNCTION person_words_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_words (person_id, name, words)
    VALUES (new.id, lower(unaccent(new.display_name)), person_words_of(new))
  ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, words = excluded.words
    WHERE person_words.name <> excluded.name OR person_words.words <> excluded.words;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER person_words_follow AFTER INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION person_words_write();--> statement-breakpoint
-- What is there already.
INSERT INTO search_passage SELECT * FROM search_source;--> statement-breakpoint
INSERT INTO person_words (person_id, name, words) SELECT id, lower(unaccent(display_name)), person_words_of(person) FROM person;
