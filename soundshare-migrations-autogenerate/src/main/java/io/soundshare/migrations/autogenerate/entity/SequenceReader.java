package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Sequence;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Reader of sequences, and on SQLite the tables that stand for them.
 */
final class SequenceReader {

	/** The column our Liquibase extension makes, too. */
	private static final String NEXT = SequenceStyleGenerator.DEF_VALUE_COLUMN;

	private static final Pattern FIRST = Pattern.compile("(?i)insert into .* values \\( (-?\\d+) \\)");

	private final BootModel model;

	private final Map<ObjectName, Sequence> ofGenerators = new LinkedHashMap<>();

	private final Map<ObjectName, Set<ObjectName>> numbered = new HashMap<>();

	SequenceReader(BootModel model) {
		this.model = model;
		Metadata metadata = model.entities().metadata();
		MappingMetamodelImplementor metamodel = model.entities().sessionFactory().getMappingMetamodel();
		metamodel.forEachEntityDescriptor(
				(entity) -> addOf(entity.getGenerator(), metadata.getEntityBinding(entity.getEntityName()).getTable()));
		metamodel.forEachCollectionDescriptor((collection) -> addOf(collection.getGenerator(),
				metadata.getCollectionBinding(collection.getRole()).getCollectionTable()));
	}

	List<Sequence> read() {
		List<Sequence> sequences = new ArrayList<>();
		this.model.sequences()
			.forEach((sequence) -> sequences.add(new Sequence(this.model.name(sequence.getName()),
					sequence.getInitialValue(), sequence.getIncrementSize())));
		this.model.tables().filter(this::isSequence).forEach((table) -> sequences.add(sequence(table)));
		sequences.replaceAll((sequence) -> new Sequence(sequence.name(), sequence.start(), sequence.increment(),
				this.numbered.getOrDefault(sequence.name(), Set.of())));
		return sequences;
	}

	/** Tell whether the table stands for a sequence. */
	boolean isSequence(Table table) {
		if (!this.model.product().keepsSequencesInTables() || table.hasPrimaryKey() || table.getColumnSpan() != 1) {
			return false;
		}
		Column column = table.getColumns().iterator().next();
		return column.getName().equalsIgnoreCase(NEXT) && first(table) != null;
	}

	/**
	 * The sequence of a table. One whose generator is hidden does not tell how far it
	 * goes on.
	 */
	private Sequence sequence(Table table) {
		ObjectName name = this.model.name(table);
		Long first = first(table);
		return this.ofGenerators.getOrDefault(name, new Sequence(name, (first != null) ? first : 1, 0));
	}

	private void addOf(@Nullable Generator generator, Table table) {
		if (generator instanceof CompositeNestedGeneratedValueGenerator composite) {
			composite.getGenerationPlans().forEach((plan) -> addOf(plan.getGenerator(), table));
		}
		if (generator instanceof SequenceStyleGenerator style) {
			DatabaseStructure structure = style.getDatabaseStructure();
			ObjectName name = this.model.name(structure.getPhysicalName());
			if (table.isPhysicalTable()) {
				this.numbered.computeIfAbsent(name, (key) -> new HashSet<>()).add(this.model.name(table));
			}
			if (structure instanceof TableStructure) {
				boolean applies = style.getOptimizer().applyIncrementSizeToSourceValues();
				this.ofGenerators.putIfAbsent(name,
						new Sequence(name, structure.getInitialValue(), applies ? structure.getIncrementSize() : 1));
			}
		}
	}

	private @Nullable Long first(Table table) {
		for (InitCommand command : table.getInitCommands(this.model.context())) {
			for (String sql : command.initCommands()) {
				Matcher matcher = FIRST.matcher(sql);
				if (matcher.matches()) {
					return Long.valueOf(matcher.group(1));
				}
			}
		}
		return null;
	}

}
