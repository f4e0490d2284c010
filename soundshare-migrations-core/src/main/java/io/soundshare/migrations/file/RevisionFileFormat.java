package io.soundshare.migrations.file;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The formats a revision file can have.
 */
public enum RevisionFileFormat {

	/**
	 * Liquibase's YAML.
	 */
	YAML("""
			# Revision %1$s
			# %2$s
			%4$sdatabaseChangeLog:
			  - logicalFilePath: %3$s
			%5$s""", """
			  - changeSet:
			      id: "%1$s"
			      author: %3$s
			      comment: %4$s
			      changes:
			%6$s      rollback:
			%7$s""", """
			        # What the upgrade does, for example:
			        # - createIndex:
			        #     tableName: songs
			        #     indexName: idx_songs_title
			        #     columns:
			        #       - column:
			        #           name: title
			""", """
			        # What the downgrade does, for example:
			        # - dropIndex:
			        #     tableName: songs
			        #     indexName: idx_songs_title
			""") {

		@Override
		String note(String note) {
			return note.lines().map((line) -> ("# " + line).stripTrailing() + "\n").collect(Collectors.joining());
		}

		@Override
		String quote(String text) {
			return JSON.quote(text);
		}

	},

	/**
	 * Liquibase's XML.
	 */
	XML("""
			<?xml version="1.0" encoding="UTF-8"?>
			%4$s<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
					xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
					xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
						http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd"
					logicalFilePath="%3$s">

			%5$s</databaseChangeLog>
			""", """
				<changeSet id="%1$s" author=%3$s>
					<comment>%2$s</comment>
			%6$s		<rollback>
			%7$s		</rollback>
				</changeSet>

			""",
			"""
							<!-- <createIndex tableName="songs" indexName="idx_songs_title"><column name="title"/></createIndex> -->
					""",
			"""
								<!-- <dropIndex tableName="songs" indexName="idx_songs_title"/> -->
					""") {

		@Override
		String note(String note) {
			return "<!--\n" + note.replace("--", "- -").strip() + "\n-->\n";
		}

		@Override
		String quote(String text) {
			return '"' + escape(text) + '"';
		}

		@Override
		String escape(String text) {
			return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
		}

	},

	/**
	 * Liquibase's JSON.
	 */
	JSON("""
			{
			  "databaseChangeLog": [
			    {
			      "logicalFilePath": "%3$s"
			    }%5$s
			  ]
			}
			""", """
			,
			    {
			      "changeSet": {
			        "id": "%1$s",
			        "author": %3$s,
			        "comment": %4$s,
			        "changes": [
			%6$s        ],
			        "rollback": [
			%7$s        ]
			      }
			    }""", "", "") {

		/** JSON has no comments. */
		@Override
		String note(String note) {
			return "";
		}

		@Override
		String quote(String text) {
			return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		}

	},

	/**
	 * Liquibase's formatted SQL.
	 */
	SQL("""
			--liquibase formatted sql

			%5$s""", """
			--changeset %3$s:%1$s logicalFilePath:%5$s
			--comment: %2$s
			%8$s%6$s
			%7$s""", """
			-- What the upgrade does, for example:
			-- CREATE INDEX idx_songs_title ON songs (title);
			""", """
			-- What the downgrade does, each line after the word rollback:
			--rollback empty
			""") {

		@Override
		String note(String note) {
			return note.lines().map((line) -> "-- " + line + "\n").collect(Collectors.joining());
		}

		@Override
		String quote(String text) {
			return '"' + text.replace("\"", "'") + '"';
		}

	};

	/** The words in the comment of a revision that another one needs committed. */
	private static final String FIRST = "what has to be committed first";

	private final String file;

	private final String changeSet;

	private final String emptyChanges;

	private final String emptyRollback;

	RevisionFileFormat(String file, String changeSet, String emptyChanges, String emptyRollback) {
		this.file = file;
		this.changeSet = changeSet;
		this.emptyChanges = emptyChanges;
		this.emptyRollback = emptyRollback;
	}

	/**
	 * Return the file name extension.
	 * @return the extension, without a dot
	 */
	public String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	abstract String quote(String text);

	String escape(String text) {
		return text;
	}

	/** A note as a comment before everything else. */
	abstract String note(String note);

	/** Return what is said where nothing is done yet. */
	RevisionContent empty() {
		return new RevisionContent((this == XML) ? "Fill in the changes, and how to undo them." : "", this.emptyChanges,
				this.emptyRollback);
	}

	String render(String revision, String author, String message, String logicalPath, RevisionContent content) {
		String note = content.note().isEmpty() ? "" : note(content.note());
		RevisionContent first = content.first();
		String changeSets = changeSet(revision, author, message, logicalPath, content, note);
		if (first != null) {
			// Its notes are those of the whole file.
			changeSets = changeSet(RevisionFile.newId(), author, message + ": " + FIRST, logicalPath, first, "")
					+ ((this == SQL) ? "\n" : "") + changeSets;
		}
		return this.file.formatted(revision, escape(message), logicalPath, note, changeSets);
	}

	private String changeSet(String revision, String author, String message, String logicalPath,
			RevisionContent content, String note) {
		return this.changeSet.formatted(revision, escape(message), quote(author), quote(message), logicalPath,
				content.changes(), content.rollback(), note);
	}

}
