package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.ParsedTable.Item;

/**
 * Edits of the list of columns and constraints. What is added is laid out as its
 * neighbours are; what is dropped goes with one comma and, if it begins a line, the
 * comments at the end of that (they may be about what is before it, where SQLite's own
 * ADD COLUMN puts what it adds), so that dropping what was added last gives the former
 * text back.
 */
final class ItemEdits {

	private final String sql;

	private final ParsedTable table;

	private final List<Item> items;

	private final TextEdit edit;

	ItemEdits(String sql, ParsedTable table) {
		this.sql = sql;
		this.table = table;
		this.items = table.items();
		this.edit = new TextEdit(sql);
	}

	TextEdit addColumn(String columnSql, Position position) {
		int index = index(position);
		String text = clean(columnSql);
		if (index > 0) {
			return addAfter(index - 1, text);
		}
		String space = (this.items.size() > 1) ? gapBefore(1).spaceAtEnd() : layoutOfOne();
		return this.edit.insert(this.items.get(0).span().start(), text + "," + space);
	}

	TextEdit addConstraint(String constraintSql) {
		return addAfter(this.items.size() - 1, clean(constraintSql));
	}

	TextEdit dropColumn(String column) {
		return drop(this.table.columnIndex(column));
	}

	TextEdit drop(Constraint constraint) {
		this.table.constraint(constraint);
		int index = 0;
		while (this.items.get(index).constraints().stream().noneMatch((parsed) -> parsed.value().equals(constraint))) {
			index++;
		}
		return drop(index);
	}

	private int index(Position position) {
		int size = this.table.columns().size();
		if (position instanceof Position.Beside beside) {
			return this.table.columnIndex(beside.column()) + beside.distance();
		}
		return Math.min(((Position.At) position).number() - 1, size);
	}

	// A line comment at the end would swallow the comma.
	private static String clean(String text) {
		String stripped = text.strip();
		List<Token> tokens = Tokenizer.tokenize(stripped);
		return (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isLineComment()) ? stripped + "\n" : stripped;
	}

	private TextEdit addAfter(int index, String text) {
		boolean last = index == this.items.size() - 1;
		Gap after = Gap.after(this.sql, this.items.get(index).span().end());
		Gap model = (last && index > 0) ? gapBefore(index) : after;
		boolean leading = !(last && index == 0) && model.commaLeads();
		String space = leading ? model.spaceAtEnd() : spaceBefore(index, after);
		String beforeComma = (last && index == 0) ? "" : model.spaceBeforeComma();
		List<Token> comments = after.sameLineComments();
		int end = comments.isEmpty() ? this.items.get(index).span().end() : comments.get(comments.size() - 1).end();
		if (!last && !leading) {
			return this.edit.insert(endOfLineAfterComma(index, after), space + text + beforeComma + ",");
		}
		if (!leading && comments.stream().anyMatch(Token::isLineComment)) {
			this.edit.insert(this.items.get(index).span().end(), ",");
			return this.edit.insert(end, space + text);
		}
		return this.edit.insert(end, beforeComma + "," + space + text);
	}

	private String spaceBefore(int index, Gap after) {
		if (index > 0) {
			return gapBefore(index).spaceAtEnd();
		}
		return (this.items.size() > 1) ? after.spaceAtEnd() : layoutOfOne();
	}

	private String layoutOfOne() {
		List<Token> before = Tokenizer.tokenize(this.sql.substring(0, this.items.get(0).span().start()));
		Token last = before.get(before.size() - 1);
		return (last.text().contains("\n") && last.kind() == Token.Kind.SPACE) ? last.text() : " ";
	}

	private int endOfLineAfterComma(int index, Gap after) {
		List<Token> comments = after.sameLineCommentsAfterComma();
		return comments.isEmpty() ? this.items.get(index + 1).comma() + 1 : comments.get(comments.size() - 1).end();
	}

	private Gap gapBefore(int index) {
		return Gap.after(this.sql, this.items.get(index - 1).span().end());
	}

	private boolean hasComma(int index) {
		return index < this.items.size() && this.items.get(index).comma() >= 0;
	}

	private TextEdit drop(int index) {
		boolean last = index == this.items.size() - 1;
		Gap after = Gap.after(this.sql, this.items.get(index).span().end());
		if (index == 0) {
			return dropFirst(after);
		}
		Gap before = gapBefore(index);
		if (!hasComma(index) || (!last && !hasComma(index + 1))) {
			return this.edit.deleteWithSpaceBefore(this.items.get(index).span());
		}
		if (last || before.commaLeads()) {
			dropWithCommaBefore(before);
			delete(before.breaksLine() ? after.sameLineComments() : List.of());
			return this.edit.delete(this.items.get(index).span());
		}
		deleteComma(index + 1);
		if (before.breaksLine()) {
			delete(after.isOnlyAboutEntryBefore() ? after.beforeComma() : after.sameLineComments());
			delete(after.sameLineCommentsAfterComma());
		}
		else if (after.beforeComma().stream().noneMatch((token) -> token.kind() == Token.Kind.COMMENT)) {
			delete(after.beforeComma());
		}
		return this.edit.deleteWithSpaceBefore(this.items.get(index).span());
	}

	private TextEdit dropFirst(Gap after) {
		List<Token> own = after.sameLineComments();
		List<Token> ownAfterComma = after.sameLineCommentsAfterComma();
		boolean foreign = false;
		for (Token token : after.tokens()) {
			boolean dropped = own.contains(token) || ownAfterComma.contains(token) || token.is(",");
			foreign |= !dropped && token.kind() == Token.Kind.COMMENT;
			if (dropped || !foreign) {
				this.edit.delete(Span.of(token, token));
			}
		}
		return this.edit.delete(this.items.get(0).span());
	}

	private void dropWithCommaBefore(Gap before) {
		int lastComment = -1;
		for (Token token : before.tokens()) {
			lastComment = (token.kind() == Token.Kind.COMMENT) ? token.start() : lastComment;
		}
		for (Token token : before.tokens()) {
			if (token.is(",") || token.start() > lastComment) {
				this.edit.delete(Span.of(token, token));
			}
		}
	}

	private void deleteComma(int index) {
		int comma = this.items.get(index).comma();
		this.edit.delete(new Span(comma, comma + 1));
	}

	private void delete(List<Token> tokens) {
		tokens.forEach((token) -> this.edit.delete(Span.of(token, token)));
	}

}
