DROP VIEW IF EXISTS v_customer_list;

CREATE VIEW v_customer_list AS
SELECT c.created_at, c.email, c.birthday FROM customer c WHERE c.newsletter = TRUE;
