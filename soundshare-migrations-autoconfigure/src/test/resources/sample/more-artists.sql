insert into artist values (2, 'Billie Holiday');
