package io.soundshare.migrations.boot.command;

/**
 * Ends the process after a command. To run commands in a process that goes on, register
 * one with {@code SpringApplication.addBootstrapRegistryInitializer}; the run is then
 * abandoned with an {@code AbandonedRunException}, or ends with what has kept the
 * application's own settings and bean definitions from being read.
 */
@FunctionalInterface
public interface CommandExit {

	/**
	 * End the process.
	 * @param code the exit code
	 */
	void exit(int code);

}
