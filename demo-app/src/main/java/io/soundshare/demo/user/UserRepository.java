package io.soundshare.demo.user;

import io.soundshare.demo.web.NotFoundException;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * All users.
 */
public interface UserRepository extends JpaRepository<User, Long> {

	default User require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("user", id));
	}

	/**
	 * Starts a transaction that is going to write for a user. SQLite has no
	 * {@code SELECT … FOR UPDATE}: a transaction that reads first fails when another one
	 * writes in the meantime, one that writes first waits for its turn.
	 */
	default User requireForUpdate(long id) {
		lock(id);
		return require(id);
	}

	@Modifying
	@Query("update User u set u.handle = u.handle where u.id = :id")
	int lock(long id);

}
