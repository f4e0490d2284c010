package io.soundshare.migrations.boot.command.busy;

import org.springframework.data.repository.Repository;

/**
 * Keeps JPA wanted.
 */
public interface SongRepository extends Repository<Song, Integer> {

	long count();

}
