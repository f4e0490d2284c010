package io.soundshare.migrations.autogenerate.render;

import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.file.RevisionFileFormat;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;

/**
 * Steps in the words of a file format: Liquibase's own serializers say what a change
 * looks like, here it finds its place and its comments.
 */
final class StepText {

	private final RevisionFileFormat format;

	StepText(RevisionFileFormat format) {
		this.format = format;
	}

	/** The steps of the upgrade. */
	String changes(List<RevisionStep> steps) {
		return switch (this.format) {
			case YAML -> yaml(steps);
			case XML -> xml(steps, "\t\t");
			case JSON -> json(steps);
			case SQL -> throw new IllegalArgumentException("SQL is not made of changes");
		};
	}

	/** The steps of the rollback. */
	String rollback(List<RevisionStep> steps) {
		return switch (this.format) {
			case YAML -> yaml(steps);
			case XML -> xml(steps, "\t\t\t");
			case JSON -> json(steps);
			case SQL -> throw new IllegalArgumentException("SQL is not made of changes");
		};
	}

	private static String yaml(List<RevisionStep> steps) {
		String indent = " ".repeat(8);
		StringBuilder text = new StringBuilder();
		for (RevisionStep step : steps) {
			step.notes().forEach((note) -> text.append(indent).append("# ").append(note).append('\n'));
			for (Change change : step.changes()) {
				text.append(indent(change, new ReadableYaml().serialize(change, true), indent + "- ", indent + "  "));
			}
		}
		return text.toString();
	}

	private static String json(List<RevisionStep> steps) {
		String indent = " ".repeat(10);
		return steps.stream()
			.flatMap((step) -> step.changes().stream())
			.map((change) -> indent(change, new ReadableJson().serialize(change, true), indent, indent).stripTrailing())
			.collect(Collectors.joining(",\n", "", "\n"));
	}

	private static String xml(List<RevisionStep> steps, String indent) {
		StringBuilder text = new StringBuilder();
		for (RevisionStep step : steps) {
			step.notes()
				.forEach((note) -> text.append(indent)
					.append("<!-- ")
					.append(note.replace("--", "- -"))
					.append(" -->\n"));
			for (Change change : step.changes()) {
				text.append(indent(change, new ReadableXml().serialize(change, true), indent,
						(change instanceof AbstractSQLChange) ? "" : indent));
			}
		}
		return text.toString();
	}

	/** SQL keeps its empty lines; in XML it also keeps where its lines begin. */
	private static String indent(Change change, String text, String first, String rest) {
		boolean sql = change instanceof AbstractSQLChange;
		List<String> lines = text.strip().lines().filter((line) -> sql || !line.isBlank()).toList();
		StringBuilder indented = new StringBuilder(first + lines.get(0)).append('\n');
		lines.stream().skip(1).forEach((line) -> indented.append(line.isEmpty() ? "" : rest).append(line).append('\n'));
		return indented.toString();
	}

}
