package io.soundshare.migrations.sqlite.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class OverriddenChangesTests {

	/**
	 * The checksums that Liquibase 5.0.4 computes without this extension on the class
	 * path.
	 */
	private static final Map<String, List<String>> CHECKSUMS = Map.ofEntries(
			Map.entry("create-table",
					List.of("9:2b240c1ea1ac96914f61bb1a2d4ad0c2", "8:41cf0b90884552590f32c6cc98be8ff6")),
			Map.entry("add-column",
					List.of("9:6f4af024be34ed28af0d91b050434d4b", "8:5cd57dfb3c85bf4da650f1b9c2af030b")),
			Map.entry("drop-column",
					List.of("9:3222a3dfa6c1fa91d0e76f8ba2167feb", "8:e32497cb3b9a06fc852d897b459130b5")),
			Map.entry("drop-columns",
					List.of("9:71174a1728165836290217b8321e9e2d", "8:9dbcc6204cb807df269d31f6fc4fbe39")),
			Map.entry("drop-primary-key",
					List.of("9:b613124dc06b1761d6dcfebeb0bbb02d", "8:0d1bcb786bbceab048501437bde199dc")),
			Map.entry("add-primary-key",
					List.of("9:044f163b86a905c4f148e290605309c2", "8:c8399c639487d89562fef343a4c5af61")),
			Map.entry("merge-columns",
					List.of("9:ab32075c2490e1ce00e8809605f9438a", "8:87402713592891688b9a57700e570dbf")),
			Map.entry("drop-foreign-keys",
					List.of("9:6d0ef67a3bc6946627b4fe7448275f7e", "8:982602627426b0f5dd86b405a92acfad")),
			Map.entry("lookup", List.of("9:28c362031551ab125cfe4511eb217723", "8:7b886230e9e75874d44952797d096d28")),
			Map.entry("add-default",
					List.of("9:de5b25d35370490e4f2d1f57f8b91172", "8:32d61fbee25102b3e3b3e45735557f5e")),
			Map.entry("add-auto-increment",
					List.of("9:64d1e1a19638a44d7b6818399c29934b", "8:8d729f74e0cd6e36fae726b54cf45b29")));

	@ParameterizedTest
	@MethodSource("changeSets")
	void checksumsAreThoseOfLiquibaseAlone(ChangeSet changeSet) {
		assertThat(changeSet.getChanges()).allMatch((change) -> change.getClass().getSimpleName().startsWith("Sqlite"));
		assertThat(List.of(changeSet.generateCheckSum(ChecksumVersion.V9).toString(),
				changeSet.generateCheckSum(ChecksumVersion.V8).toString()))
			.isEqualTo(CHECKSUMS.get(changeSet.getId()));
	}

	@Test
	void liquibaseTakesOursOnSqlite() {
		assertThat(Scope.getCurrentScope().getSingleton(ChangeFactory.class).create("createTable"))
			.isInstanceOf(SqliteCreateTableChange.class);
	}

	static Stream<ChangeSet> changeSets() throws LiquibaseException {
		ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
		return ChangeLogParserFactory.getInstance()
			.getParser("change/rich.yaml", resources)
			.parse("change/rich.yaml", new ChangeLogParameters(), resources)
			.getChangeSets()
			.stream();
	}

}
