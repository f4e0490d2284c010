package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;

import io.soundshare.migrations.boot.RemedyName;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.secret.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Errors on stderr: what is wrong with which thing, then the way out. What Boot's failure
 * analyzers know is told as they tell it.
 */
final class ErrorReport {

	private final PrintStream err;

	private boolean verbose;

	private Secrets secrets = Secrets.NONE;

	private UnaryOperator<String> others = UnaryOperator.identity();

	ErrorReport(PrintStream err) {
		this.err = err;
	}

	void setVerbose(boolean verbose) {
		this.verbose = verbose;
	}

	/** Show none of these either. */
	synchronized void hide(Secrets more) {
		this.secrets = this.secrets.and(more);
	}

	/** Show nothing of what else is learnt to be secret while the commands run. */
	synchronized void hide(UnaryOperator<String> more) {
		UnaryOperator<String> before = this.others;
		this.others = (text) -> more.apply(before.apply(text));
	}

	/** A text of somebody else's, as it may be shown. */
	synchronized String redacted(String text) {
		return Printable.block(this.secrets.hide(this.others.apply(text)));
	}

	void print(Throwable failure, @Nullable ConfigurableApplicationContext context) {
		MigrationException known = find(failure, MigrationException.class);
		if (known != null) {
			known.speak(RemedyName::of);
			print(known.problem(), known.wayOut());
			this.err.println("error code: " + known.code());
		}
		else {
			FailureAnalysis analysis = analyze(failure, context);
			if (analysis != null) {
				print(analysis.getDescription() + "", analysis.getAction());
			}
			else {
				print(describe(failure), wayOut(failure));
			}
		}
		if (this.verbose) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace, true));
			this.err.print(redacted(trace.toString()));
		}
		this.err.flush();
	}

	private void print(String problem, @Nullable String wayOut) {
		this.err.println("error: " + redacted(problem.strip()));
		if (wayOut != null && !wayOut.isBlank()) {
			this.err.println(redacted(wayOut.strip()));
		}
	}

	/** What is named and not on the class path, if that is why. */
	private static @Nullable String missingClass(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		String name = cause.getMessage();
		boolean missing = cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError;
		// One that is there and cannot be initialized is told in words.
		return (missing && name != null && !name.contains(" ")) ? name.replace('/', '.') : null;
	}

	private String wayOut(Throwable failure) {
		String library = (missingClass(failure) != null)
				? "Add the library that has it to the application's dependencies "
						+ "(of a JDBC driver: the one of spring.datasource.url), or take out what names it. "
				: "";
		return library + (this.verbose ? "" : "See the stack trace with --migrate.verbose.");
	}

	/** The cause, and the bean it was to become. */
	private static String describe(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		String missing = missingClass(failure);
		boolean telling = cause.getMessage() != null
				&& (cause instanceof IllegalStateException || cause instanceof IllegalArgumentException);
		BeanCreationException creation = find(failure, BeanCreationException.class);
		while (creation != null && find(creation.getCause(), BeanCreationException.class) != null) {
			creation = find(creation.getCause(), BeanCreationException.class);
		}
		String problem = (missing != null) ? "The class " + missing + " is not on the class path"
				: (telling ? cause.getMessage() : cause.toString());
		return problem + ((creation != null && creation.getBeanName() != null)
				? " (while the bean '" + creation.getBeanName() + "' was created)" : "");
	}

	private static @Nullable FailureAnalysis analyze(Throwable failure,
			@Nullable ConfigurableApplicationContext context) {
		ArgumentResolver arguments = (context != null)
				? ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
					.and(Environment.class, context.getEnvironment())
				: ArgumentResolver.none();
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, cause) -> {
			}));
		for (FailureAnalyzer analyzer : analyzers) {
			FailureAnalysis analysis = analyzer.analyze(failure);
			if (analysis != null) {
				return analysis;
			}
		}
		return null;
	}

	private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
		for (Throwable link = failure; link != null; link = link.getCause()) {
			if (type.isInstance(link)) {
				return type.cast(link);
			}
		}
		return null;
	}

}
