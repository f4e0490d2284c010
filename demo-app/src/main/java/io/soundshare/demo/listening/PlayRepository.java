package io.soundshare.demo.listening;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * All plays.
 */
interface PlayRepository extends JpaRepository<Play, Long> {

}
