package io.soundshare.demo.user;

/**
 * Which colours a user sees.
 */
enum Theme {

	/** Those of the device. */
	SYSTEM,

	/** Dark on light. */
	LIGHT,

	/** Light on dark. */
	DARK

}
