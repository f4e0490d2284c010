package io.soundshare.migrations.boot.command;

import java.io.Console;
import java.lang.reflect.Method;

import org.springframework.util.ReflectionUtils;

/**
 * Finds out whether somebody sits there.
 */
final class Terminal {

	private Terminal() {
	}

	/** From Java 22 on there is a console without a terminal too, and it tells. */
	static boolean isAttached() {
		Console console = System.console();
		Method method = ReflectionUtils.findMethod(Console.class, "isTerminal");
		return console != null
				&& (method == null || Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, console)));
	}

}
