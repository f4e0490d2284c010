package io.soundshare.migrations.boot.command;

import java.io.Console;
import java.lang.reflect.Method;

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

}
