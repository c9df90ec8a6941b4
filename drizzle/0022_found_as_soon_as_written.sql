-- Names are written seldom and completed at each letter: they are put into the index at once, and never wait in its list.
ALTER INDEX person_by_name_words SET (fastupdate = off);--> statement-breakpoint
-- The language of a text is told once, and from its beginning.
CREATE OR REPLACE FUNCTION levain_language(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fr >= 2 AND fr > 2 * en THEN 'fr' WHEN en >= 2 AND en > 2 * fr THEN 'en' ELSE '' END
  FROM (SELECT
    regexp_count(left(written, 1000), '\m(le|la|les|des|du|de|une|est|et|pour|dans|avec|que|qui|pas|sur|nous|vous|sont|cette|ce|il|en|au|aux)\M', 1, 'i') AS fr,
    regexp_count(left(written, 1000), '\m(the|and|is|are|of|to|for|with|that|this|it|we|you|not|have|was|from|in|be|at|they|who)\M', 1, 'i') AS en
    OFFSET 0) AS counted
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION levain_words(title text, written text, tongue text DEFAULT NULL) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('public.levain_plain', title), 'A')
    || setweight(to_tsvector('public.levain_plain', left(written, 50000)), 'C')
    || CASE WHEN spoken = 'fr' THEN ''::tsvector ELSE setweight(to_tsvector('public.levain_english', title), 'B')
      || setweight(to_tsvector('public.levain_english', left(written, 50000)), 'D') END
    || CASE WHEN spoken = 'en' THEN ''::tsvector
      ELSE setweight(to_tsvector('public.levain_french', public.levain_french_text(title)), 'B')
      || setweight(to_tsvector('public.levain_french', public.levain_french_text(left(written, 50000))), 'D') END
  FROM (SELECT coalesce(tongue, public.levain_language(title || ' ' || left(written, 1000))) AS spoken OFFSET 0) AS told
$$;--> statement-breakpoint
-- A language that was told or chosen when the words were written is taken; only without one it is looked for.
CREATE OR REPLACE VIEW search_source AS
  SELECT c.id, c.id AS conversation_id, p.space_id, i.board_id, c.author_id, coalesce(p.kind, 'idea') AS kind,
    c.created_at, levain_words(c.title, c.body, c.language) AS words
  FROM conversation c LEFT JOIN post p ON p.id = c.id LEFT JOIN idea i ON i.id = c.id
  WHERE p.id IS NOT NULL OR i.id IS NOT NULL
  UNION ALL
  SELECT c.id, c.conversation_id, p.space_id, i.board_id, c.author_id, coalesce(p.kind, 'idea'),
    c.created_at, levain_words('', c.body, c.language)
  FROM comment c LEFT JOIN post p ON p.id = c.conversation_id LEFT JOIN idea i ON i.id = c.conversation_id
  WHERE c.removed_at IS NULL AND (p.id IS NOT NULL OR i.id IS NOT NULL);--> statement-breakpoint
-- What was just written is looked up by its id, one by one: within a large import the planner takes the tables for empty,
-- and would read every word that was ever written for each part.
CREATE OR REPLACE FUNCTION search_passages_written() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM fresh LOOP
    INSERT INTO search_passage SELECT * FROM search_source WHERE search_source.id = one ON CONFLICT (id) DO NOTHING;
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_passage_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  DELETE FROM search_passage WHERE id = new.id;
  INSERT INTO search_passage SELECT * FROM search_source WHERE id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
-- What moves keeps its words.
CREATE OR REPLACE FUNCTION search_passages_moved() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  UPDATE search_passage SET space_id = moved.space_id, board_id = moved.board_id, kind = moved.kind
  FROM (SELECT p.space_id, i.board_id, coalesce(p.kind, 'idea') AS kind FROM conversation c
    LEFT JOIN post p ON p.id = c.id LEFT JOIN idea i ON i.id = c.id WHERE c.id = new.id) moved
  WHERE search_passage.conversation_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER search_opening_changed ON conversation;--> statement-breakpoint
CREATE TRIGGER search_opening_changed AFTER UPDATE ON conversation FOR EACH ROW
  WHEN (new.title IS DISTINCT FROM old.title OR new.body IS DISTINCT FROM old.body OR new.author_id <> old.author_id
    OR new.language IS DISTINCT FROM old.language)
  EXECUTE FUNCTION search_passage_changed();
