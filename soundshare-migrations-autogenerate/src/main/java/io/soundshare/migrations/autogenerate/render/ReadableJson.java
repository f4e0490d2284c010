package io.soundshare.migrations.autogenerate.render;

/**
 * The same as JSON.
 */
final class ReadableJson extends ReadableYaml {

	@Override
	public String[] getValidFileExtensions() {
		return new String[] { "json" };
	}

}
