package io.soundshare.migrations.sqlite.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A condition that compares columns with literals: they are written as the columns hold
 * their values. {@code live = 'true'} would find nothing otherwise, and say nothing.
 */
final class Condition {

	/** The tokens between a column and what it is compared with. */
	private static final Set<String> BETWEEN = Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=", "(", ",", "in",
			"not", "is", "between");

	private final ColumnValues columns;

	private final StringBuilder sql = new StringBuilder();

	private @Nullable ValueKind compared;

	private boolean range;

	Condition(ColumnValues columns) {
		this.columns = columns;
	}

	String write(String condition) {
		List<Token> tokens = Tokenizer.tokenize(condition);
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			this.sql.append(token.isSignificant() ? text(token, isCalled(tokens, i)) : token.text());
		}
		return this.sql.toString();
	}

	private String text(Token token, boolean called) {
		String text = token.text();
		String word = text.toLowerCase(Locale.ROOT);
		ValueKind kind = this.compared;
		if (kind != null && token.kind() == Token.Kind.STRING) {
			TypedValue typed = TypedValue.ofText(Names.unquote(text), kind);
			return (typed.refusal() != null) ? text : (typed.value() instanceof String moment)
					? StringLiteral.quote(moment) : String.valueOf(typed.value());
		}
		if (kind != null && word.startsWith("current_")) {
			return SqlExpression.as(text, kind);
		}
		if (this.range && word.equals("and")) {
			this.range = false;
		}
		else if (!BETWEEN.contains(word)) {
			this.compared = called ? null : kind(token).orElse(null);
			this.range = false;
		}
		this.range |= word.equals("between");
		return text;
	}

	private Optional<ValueKind> kind(Token token) {
		return (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED) ? token.identifier()
			.flatMap(this.columns::kind)
			.filter((kind) -> kind == ValueKind.BOOLEAN || Moment.isMoment(kind)) : Optional.empty();
	}

	private static boolean isCalled(List<Token> tokens, int index) {
		return index + 1 < tokens.size() && tokens.get(index + 1).is("(")
				&& !BETWEEN.contains(tokens.get(index).text().toLowerCase(Locale.ROOT));
	}

}
