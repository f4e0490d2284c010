DROP VIEW IF EXISTS v_page_label_overview;

CREATE VIEW v_page_label_overview AS
SELECT c.updated_at, c.page_id, c.added_on, p.title AS page_title FROM page_label c LEFT JOIN page p ON p.id = c.page_id;
