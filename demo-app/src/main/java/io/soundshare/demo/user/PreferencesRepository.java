package io.soundshare.demo.user;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * What users chose.
 */
interface PreferencesRepository extends JpaRepository<UserPreferences, Long> {

}
