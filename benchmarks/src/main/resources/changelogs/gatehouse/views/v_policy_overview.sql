DROP VIEW IF EXISTS v_policy_overview;

CREATE VIEW v_policy_overview AS
SELECT c.client_id, c.logic, c.name, p.client_key AS client_client_key FROM policy c LEFT JOIN client p ON p.id = c.client_id;
