package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.time.Duration;

import javax.sql.DataSource;

import io.soundshare.migrations.boot.EnvironmentSecrets;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.secret.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Watches the application start. With {@code --migrate} among its arguments, the commands
 * run in the place of the application, and the process ends.
 */
final class MigrateRunListener implements SpringApplicationRunListener, Ordered {

	private final SpringApplication application;

	private final String[] args;

	private final boolean active;

	private final PrintStream out = System.out;

	private final PrintStream err = System.err;

	private final ErrorReport errors = new ErrorReport(this.err);

	private final OpenLine line;

	private CommandExit exit = System::exit;

	private @Nullable CommandLine commandLine;

	MigrateRunListener(SpringApplication application, String[] args) {
		this.application = application;
		this.args = args;
		this.active = CommandLineParser.isPresent(args);
		this.line = new OpenLine(this.out, this.active && Terminal.isAttached());
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (!this.active) {
			return;
		}
		CommandExit registered = bootstrapContext.getOrElse(CommandExit.class, null);
		if (registered != null) {
			this.exit = registered;
		}
		// Whoever prints from here on, a logger or the application, prints beside the
		// result.
		System.setErr(RedactingStream.of(this.err, this.errors::redacted, this.line::giveWay));
		System.setOut(System.err);
		// Before its own listener hears of the start: it would begin all of this again.
		System.setProperty("spring.devtools.restart.enabled", "false");
		try {
			CommandLine parsed = CommandLineParser.parse(this.args);
			this.commandLine = parsed;
			this.errors.setVerbose(parsed.has(MigrateOption.VERBOSE));
			if (!parsed.isHelpOnly()) {
				this.application.setApplicationContextFactory((type) -> new CommandApplicationContext());
				return;
			}
			parsed.invocations().stream().map(Invocation::text).forEach(this.out::println);
		}
		catch (UsageException ex) {
			this.errors.print(ex, null);
			throw end(null, ExitCode.USAGE);
		}
		throw end(null, ExitCode.DONE);
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.commandLine != null) {
			this.errors.hide(Secrets.of(EnvironmentSecrets.of(environment)));
			CommandEnvironment.prepare(environment, this.commandLine.has(MigrateOption.VERBOSE));
		}
	}

	/** A data source may have been told what no setting says. */
	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.commandLine != null) {
			context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String beanName) {
					if (bean instanceof DataSource dataSource) {
						MigrateRunListener.this.errors.hide(Secrets.of(dataSource));
					}
					return bean;
				}

			});
		}
	}

	@Override
	public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
		if (this.commandLine == null) {
			return;
		}
		ExitCode code;
		try {
			code = new CommandRunner(this.commandLine, this.out, this.line, this.application.getMainApplicationClass(),
					context.getBeanFactory(),
					(migrations) -> this.errors.hide(MigrationsInternals.of(migrations)::hideParameters))
				.run();
		}
		catch (RuntimeException ex) {
			this.errors.print(ex, context);
			code = ExitCode.of(ex);
		}
		throw end(context, code);
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.commandLine != null) {
			this.errors.print(exception, context);
			throw end(context, ExitCode.of(exception));
		}
	}

	private SpringApplication.AbandonedRunException end(@Nullable ConfigurableApplicationContext context,
			ExitCode code) {
		if (context != null) {
			context.close();
		}
		boolean lost = this.out.checkError();
		System.err.flush();
		System.setOut(this.out);
		this.exit.exit((lost ? lost(code) : code).value());
		System.setErr(this.err);
		return new SpringApplication.AbandonedRunException(context);
	}

	/**
	 * Find the code where stdout is lost. What was done is done, whoever listens; an
	 * answer nobody could read is none: half a script on a full disk.
	 */
	private ExitCode lost(ExitCode code) {
		if (code != ExitCode.DONE || this.commandLine == null || !this.commandLine.isReadOnly()) {
			return code;
		}
		this.errors.print(new UsageException("The result could not be written to stdout.",
				"Make room on the disk, or keep the pipe open to the end."), null);
		return ExitCode.FAILED;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
