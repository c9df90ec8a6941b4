-- Names are written seldom and completed at each letter: they are put into the index at once, and never wait in its list.
ALTER INDEX person_by_name_words SET (fastupdate = off);
