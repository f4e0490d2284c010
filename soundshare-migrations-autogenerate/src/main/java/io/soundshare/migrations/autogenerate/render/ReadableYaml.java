package io.soundshare.migrations.autogenerate.render;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import liquibase.change.AbstractSQLChange;
import liquibase.serializer.LiquibaseSerializable;
import liquibase.serializer.core.yaml.YamlChangeLogSerializer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Liquibase's YAML, with what a thing is called before what it consists of.
 */
class ReadableYaml extends YamlChangeLogSerializer {

	private static final List<String> FIRST = List.of("dbms", "schemaName", "tableName", "oldTableName", "newTableName",
			"baseTableSchemaName", "baseTableName", "columnName", "oldColumnName", "newColumnName", "constraintName",
			"indexName", "sequenceName", "name", "type", "baseColumnNames", "referencedTableSchemaName",
			"referencedTableName", "referencedColumnNames");

	private static final Map<String, Boolean> DEFAULTS = Map.of("splitStatements", true, "stripComments", false);

	private static final Pattern QUOTED = Pattern.compile("'[^\"\\\\\\p{Cntrl}]*");

	private static final List<String> LAST = List.of("constraints", "columns");

	@Override
	protected Comparator<String> getComparator(LiquibaseSerializable object) {
		return Comparator.<String>comparingInt(ReadableYaml::rank).thenComparing(Comparator.naturalOrder());
	}

	@Override
	protected DumperOptions createDumperOptions() {
		DumperOptions options = super.createDumperOptions();
		// A statement folded into several lines is hard to read and to search for.
		options.setWidth(Integer.MAX_VALUE);
		options.setSplitLines(false);
		options.setIndicatorIndent(options.getIndent());
		options.setIndentWithIndicator(true);
		return options;
	}

	/** SQL that begins with a quote keeps it as it is: "''", not six of them. */
	@Override
	protected LiquibaseRepresenter getLiquibaseRepresenter(DumperOptions options) {
		return new LiquibaseRepresenter(options) {

			@Override
			protected Node representScalar(Tag tag, String value, DumperOptions.@Nullable ScalarStyle style) {
				boolean plain = style == null || style == DumperOptions.ScalarStyle.PLAIN;
				return super.representScalar(tag, value,
						(plain && QUOTED.matcher(value).matches()) ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
			}

		};
	}

	/** A text that reads like a moment is put in quotes, so that it stays one. */
	@Override
	protected LiquibaseResolver getLiquibaseResolver() {
		return new LiquibaseResolver() {

			@Override
			protected void addImplicitResolvers() {
				super.addImplicitResolvers();
				addImplicitResolver(Tag.TIMESTAMP, TIMESTAMP, "0123456789");
			}

		};
	}

	/** The fields but those that say what is so by default. */
	@Override
	protected Set<String> getSerializableObjectFields(LiquibaseSerializable object) {
		Set<String> fields = new LinkedHashSet<>(super.getSerializableObjectFields(object));
		if (object instanceof AbstractSQLChange) {
			DEFAULTS.forEach((field, value) -> {
				if (value.equals(object.getSerializableFieldValue(field))) {
					fields.remove(field);
				}
			});
		}
		return fields;
	}

	private static int rank(String field) {
		int first = FIRST.indexOf(field);
		int last = LAST.indexOf(field);
		return (first >= 0) ? first : (last >= 0) ? 1000 + last : 100;
	}

}
