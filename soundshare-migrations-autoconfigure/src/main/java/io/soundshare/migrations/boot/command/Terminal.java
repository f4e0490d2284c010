package io.soundshare.migrations.boot.command;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The terminal of this process, if somebody sits there.
 */
final class Terminal {

	private Terminal() {
	}

	static boolean isAttached() {
		return console() != null;
	}

	/** Find its console. From Java 22 on there is one without a terminal too. */
	@SuppressWarnings("SystemConsoleNull")
	static @Nullable Console console() {
		Console console = System.console();
		Method method = ReflectionUtils.findMethod(Console.class, "isTerminal");
		boolean terminal = console != null
				&& (method == null || Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, console)));
		return terminal ? console : null;
	}

	/**
	 * Find how wide it is. Only the terminal knows, and only its own command asks it on
	 * each system.
	 * @return the number of its columns; as many as there can be if nobody sits there, or
	 * it does not tell
	 */
	static int columns() {
		if (!isAttached()) {
			return Integer.MAX_VALUE;
		}
		try {
			Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
			String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip()
				.split(" ");
			int columns = (size.length == 2) ? Integer.parseInt(size[1]) : 0;
			return (columns > 0) ? columns : Integer.MAX_VALUE;
		}
		catch (IOException | NumberFormatException ex) {
			// There is no such command here.
			return Integer.MAX_VALUE;
		}
	}

}
