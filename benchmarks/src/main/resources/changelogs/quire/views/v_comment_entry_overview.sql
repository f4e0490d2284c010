DROP VIEW IF EXISTS v_comment_entry_overview;

CREATE VIEW v_comment_entry_overview AS
SELECT c.author_id, c.page_id, c.created_on, p.title AS page_title FROM comment_entry c LEFT JOIN page p ON p.id = c.page_id;
