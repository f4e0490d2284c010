package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/**
 * The checks of what an embeddable in one column holds, which only Hibernate's own
 * exporter can make.
 */
final class AggregateChecks extends StandardTableExporter {

	private static final String START = ", check (";

	AggregateChecks(Dialect dialect) {
		super(dialect);
	}

	List<String> of(AggregateColumn column) {
		AggregateSupport support = this.dialect.getAggregateSupport();
		if (support == null || !support.supportsComponentCheckConstraints() || array(column)) {
			return List.of();
		}
		StringBuilder sql = new StringBuilder();
		applyAggregateColumnCheck(sql, column);
		return sql.isEmpty() ? List.of() : List.of(sql.substring(START.length(), sql.length() - 1));
	}

	private static boolean array(AggregateColumn column) {
		int code = ((BasicValue) column.getValue()).getResolution().getJdbcType().getDefaultSqlTypeCode();
		return switch (code) {
			case SqlTypes.STRUCT_ARRAY, SqlTypes.STRUCT_TABLE, SqlTypes.JSON_ARRAY, SqlTypes.XML_ARRAY,
					SqlTypes.ARRAY ->
				true;
			default -> false;
		};
	}

}
