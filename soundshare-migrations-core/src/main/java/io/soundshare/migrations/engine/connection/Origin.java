package io.soundshare.migrations.engine.connection;

import liquibase.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * The process that runs migrations here, with its user, host and application.
 *
 * @param user the user of the operating system
 * @param host the name of the host
 * @param address the address of the host
 * @param pid the process
 * @param application the name of the application, {@code null} if it has none
 * @param version the version of the application, {@code null} if it has none
 */
public record Origin(String user, String host, String address, long pid, @Nullable String application,
		@Nullable String version) {

	private static final String USER = System.getProperty("user.name", "unknown");

	public static Origin of(@Nullable String application, @Nullable String version) {
		return new Origin(USER, NetUtil.getLocalHostName(), NetUtil.getLocalHostAddress(),
				ProcessHandle.current().pid(), application, version);
	}

	/** As short as can be: PostgreSQL shows 63 bytes. */
	public String brief() {
		return this.host + " pid " + this.pid;
	}

	/** As stock Liquibase names the holder of its lock, and the process. */
	public String process() {
		return this.host + " (" + this.address + ") pid " + this.pid;
	}

}
