package io.soundshare.migrations.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.soundshare.migrations.engine.fingerprint.ResourceProbe;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion.Kind;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the resources that Liquibase's SpringResourceAccessor finds (getAll and search in
 * Liquibase 5.0.4), without a class of Liquibase.
 */
final class SpringResourceProbe implements ResourceProbe {

	private final ResourcePatternResolver resolver;

	SpringResourceProbe(ResourceLoader resourceLoader) {
		this.resolver = ResourcePatternUtils.getResourcePatternResolver(resourceLoader);
	}

	@Override
	public List<Found> find(ResourceQuestion question) throws IOException {
		String pattern = switch (question.kind()) {
			case PATH -> question.path();
			case FOLDER -> question.path() + "/*";
			case TREE -> question.path() + "/**";
		};
		List<Found> found = new ArrayList<>();
		for (Resource resource : this.resolver.getResources(location(pattern))) {
			if ((question.kind() == Kind.PATH) ? resource.exists() : isFile(resource)) {
				found.add(new Found(resource.getURI().toString(), content(resource)));
			}
		}
		return found;
	}

	private static String location(String path) {
		String location = path;
		if (location.matches("^classpath\\*?:.*")) {
			location = "classpath*:/" + location.replace("classpath:", "").replace("classpath*:", "");
		}
		else if (!location.matches("^\\w+:.*")) {
			location = "classpath*:/" + location;
		}
		return StringUtils.cleanPath(location.replace("\\", "/").replaceAll("//+", "/"));
	}

	private static boolean isFile(Resource resource) throws IOException {
		if (resource.exists() && resource.isFile()) {
			return resource.getFile().isFile();
		}
		String name = resource.getFilename();
		return name != null && name.contains(".");
	}

	private static String content(Resource resource) throws IOException {
		try (DigestInputStream stream = new DigestInputStream(resource.getInputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			stream.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(stream.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
