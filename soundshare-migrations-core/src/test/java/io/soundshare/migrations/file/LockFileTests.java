package io.soundshare.migrations.file;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is released, and what has become of it.
 */
class LockFileTests {

	@TempDir
	Path directory;

	private static Map<String, String> changelog(String... revisions) {
		Map<String, String> changelog = new LinkedHashMap<>();
		for (String revision : revisions) {
			changelog.put("db.yaml::" + revision.charAt(0) + "::nina", "9:" + revision);
		}
		return changelog;
	}

	private LockFile released() {
		Path file = this.directory.resolve(LockFile.NAME);
		LockFile.of(changelog("a", "b", "c")).write(file);
		return LockFile.read(file);
	}

	@Test
	void isReadAsItWasWritten() {
		assertThat(released().lines()).containsExactly("9:a db.yaml::a::nina", "9:b db.yaml::b::nina",
				"9:c db.yaml::c::nina");
	}

	@Test
	void toleratesWhatComesLater() {
		assertThat(released().differences(changelog("a", "b", "c", "d"))).isEmpty();
	}

	@Test
	void tellsWhatWasEdited() {
		assertThat(released().differences(changelog("a", "bb", "c"))).singleElement()
			.asString()
			.contains("db.yaml::b::nina was edited", "9:b and is 9:bb");
	}

	@Test
	void tellsWhatIsGone() {
		assertThat(released().differences(changelog("a", "c")))
			.containsExactly("db.yaml::b::nina is released and gone");
	}

	@Test
	void tellsWhatWasSortedIn() {
		assertThat(released().differences(changelog("a", "x", "b", "c")))
			.containsExactly("db.yaml::x::nina is not released and comes before db.yaml::c::nina, which is");
	}

	@Test
	void tellsWhatChangedPlaces() {
		assertThat(released().differences(changelog("b", "a", "c")))
			.containsExactly("db.yaml::b::nina was released in another place: db.yaml::a::nina stood here");
	}

	@Test
	void saysWhichFileCannotBeRead() {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> LockFile.read(this.directory))
			.withMessageContaining(this.directory.toString());
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> LockFile.of(changelog("a")).write(this.directory))
			.withMessageContaining("cannot be written");
	}

}
