package io.soundshare.migrations;

import java.util.Locale;

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
			databaseChangeLog:
			  - logicalFilePath: %5$s
			  - changeSet:
			      id: "%1$s"
			      author: %3$s
			      comment: %4$s
			      changes:
			        # What the upgrade does, for example:
			        # - createIndex:
			        #     tableName: songs
			        #     indexName: idx_songs_title
			        #     columns:
			        #       - column:
			        #           name: title
			      rollback:
			        # What the downgrade does, for example:
			        # - dropIndex:
			        #     tableName: songs
			        #     indexName: idx_songs_title
			""") {

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
			<!-- Revision %1$s: fill in the changes, and how to undo them. -->
			<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
					xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
					xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
						http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd"
					logicalFilePath="%5$s">

				<changeSet id="%1$s" author=%3$s>
					<comment>%2$s</comment>
					<!-- <createIndex tableName="songs" indexName="idx_songs_title"><column name="title"/></createIndex> -->
					<rollback>
						<!-- <dropIndex tableName="songs" indexName="idx_songs_title"/> -->
					</rollback>
				</changeSet>

			</databaseChangeLog>
			""") {

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
			      "logicalFilePath": "%5$s"
			    },
			    {
			      "changeSet": {
			        "id": "%1$s",
			        "author": %3$s,
			        "comment": %4$s,
			        "changes": [
			        ],
			        "rollback": [
			        ]
			      }
			    }
			  ]
			}
			""") {

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

			--changeset %3$s:%1$s logicalFilePath:%5$s
			--comment: %2$s
			-- What the upgrade does, for example:
			-- CREATE INDEX idx_songs_title ON songs (title);

			-- What the downgrade does, each line after the word rollback:
			--rollback empty
			""") {

		@Override
		String quote(String text) {
			return '"' + text.replace("\"", "'") + '"';
		}

	};

	private final String template;

	RevisionFileFormat(String template) {
		this.template = template;
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

	String render(String revision, String author, String message, String logicalPath) {
		return this.template.formatted(revision, escape(message), quote(author), quote(message), logicalPath);
	}

}
