package io.soundshare.migrations;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileMutexTests {

	@TempDir
	Path folder;

	@Test
	void belongsToOneAtATimeAndIsNotLostByALook() {
		Path file = this.folder.resolve("a.lock");
		FileMutex mine = new FileMutex(file);
		FileMutex other = new FileMutex(file);
		assertThat(other.holder()).isNull();
		assertThat(file).doesNotExist();
		assertThat(mine.tryTake("me")).isTrue();
		assertThat(other.tryTake("other")).isFalse();
		assertThat(other.holder()).isEqualTo("me");
		mine.report("me at 2 of 3");
		assertThat(other.holder()).isEqualTo("me at 2 of 3");
		assertThat(file).hasContent("me at 2 of 3");
		mine.release();
		assertThat(other.holder()).isNull();
		assertThat(other.tryTake("other")).isTrue();
		other.release();
	}

	@Test
	void saysWhichFileCannotBeWritten() throws Exception {
		Path directory = Files.createDirectory(this.folder.resolve("a.lock"));
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> new FileMutex(directory).tryTake("me"))
			.withMessageContaining(directory.toString())
			.withMessageContaining("Let this process write");
	}

}
